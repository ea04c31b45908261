"""Pass requests on to a model's server, and keep what it replied."""

import contextlib
import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Recorded:
    """A request and the text of its reply, as far as it came."""

    body: dict[str, Any]
    status: int = 0
    lines: list[bytes] = field(default_factory=list)

    @property
    def reply(self) -> str:
        """What the model wrote. Empty if the request failed."""
        return "".join(map(_read_text, self.lines))


def _read_text(line: bytes) -> str:
    """Return the text of a line of an event stream."""
    if not line.startswith(b"data: {"):
        return ""
    choices = json.loads(line.removeprefix(b"data: ")).get("choices") or [{}]
    return choices[0].get("delta", {}).get("content") or ""


@dataclass
class Recorder:
    """An endpoint on loopback in front of that of `target_port`."""

    target_port: int
    port: int = 0
    requests: list[Recorded] = field(default_factory=list)

    def take_requests(self) -> list[Recorded]:
        """Return the requests since the last call."""
        taken, self.requests = self.requests, []
        return taken


@contextlib.contextmanager
def recording(target_port: int) -> Iterator[Recorder]:
    recorder = Recorder(target_port)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _make_handler(recorder))
    recorder.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield recorder
    finally:
        server.shutdown()
        server.server_close()


def _make_handler(recorder: Recorder) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            recorded = Recorded(json.loads(content))
            recorder.requests.append(recorded)
            # Closed in any case: the server stops writing when nobody reads.
            with contextlib.closing(
                http.client.HTTPConnection("127.0.0.1", recorder.target_port)
            ) as connection:
                connection.request("POST", self.path, content, {"Content-Type": "application/json"})
                with contextlib.suppress(ConnectionError):  # the command has read enough
                    self._pass_on(connection.getresponse(), recorded)

        def _pass_on(self, response: http.client.HTTPResponse, recorded: Recorded) -> None:
            recorded.status = response.status
            self.send_response(response.status)
            self.send_header("Content-Type", response.headers["Content-Type"])
            self.end_headers()
            for line in response:
                recorded.lines.append(line)
                self.wfile.write(line)

        def log_message(self, *args: Any) -> None:
            """Print nothing."""

    return Handler
