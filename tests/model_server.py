"""A chat completions endpoint on loopback whose behaviour each test chooses."""

import contextlib
import json
import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.time_limits import scaled, slowdown

CRITERIA = ("relevance", "specificity", "structure", "ownership", "impact")


@dataclass(frozen=True)
class Received:
    """One request as the server received it."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """Return the content of all messages."""
        return "\n".join(message["content"] for message in self.body["messages"])


Behaviour = Callable[["Handler", Received], None]


@dataclass
class ModelServer:
    """An endpoint that takes the behaviour of each request from `script`."""

    script: list[Behaviour] = field(default_factory=list)
    """Behaviours of the next requests, one each."""
    always: Behaviour | None = None
    """Behaviour once the script is empty; None means a good answer."""
    requests: list[Received] = field(default_factory=list)
    port: int = 0
    hold_s: float = field(default_factory=lambda: scaled(10))
    """How long a behaviour that never answers holds the connection."""
    closing: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over: behaviours that hold a connection end."""
    held_to_the_end: threading.Event = field(default_factory=threading.Event)
    """Set when a connection was held for all of `hold_s`: the client did not give up before."""

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def next_behaviour(self) -> Behaviour:
        if self.script:
            return self.script.pop(0)
        return self.always or answer_well


class Handler(BaseHTTPRequestHandler):
    """The handler of one connection."""

    protocol_version = "HTTP/1.1"
    model: ModelServer

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = json.loads(self.rfile.read(length))
        received = Received(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        self.model.requests.append(received)
        with contextlib.suppress(OSError):  # the client has gone
            self.model.next_behaviour()(self, received)

    def log_message(self, *_: object) -> None:
        pass

    def reply(
        self,
        status: int,
        content: bytes,
        headers: dict[str, str] | None = None,
        kind: str = "application/json",
    ) -> None:
        self.send_response(status)
        for name, value in ({"content-type": kind} | (headers or {})).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True

    def reset(self) -> None:
        """Reset the connection, as a server that crashes does."""
        self.wfile.flush()
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Report nothing: a client may go away."""


@contextlib.contextmanager
def serving(model: ModelServer, tls: ssl.SSLContext | None = None) -> Iterator[ModelServer]:
    """Serve `model` on a free port of loopback, over TLS if a context for it is given."""
    handler = type("BoundHandler", (Handler,), {"model": model})
    server = _Server(("127.0.0.1", 0), handler)
    model.port = server.server_address[1]
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        model.closing.set()
        server.shutdown()
        server.server_close()


# Behaviours of a good model.

TOPICS = (
    "wiring", "ladders", "permits", "drawings", "apprentices", "night shifts", "testing", "tools",
    "customers", "safety", "planning", "lamps", "panels", "cables", "motors", "alarms", "meters",
    "vans", "orders", "reports",
)  # fmt: skip


def good_question(received: Received) -> str:
    number = int(re.findall(r"ask question (\d+) of", received.text)[-1])
    return f"How did your work with {TOPICS[number - 1]} lead to a result that others noticed?"


def good_review(received: Received, **changes: Any) -> dict[str, Any]:
    """Return a review of all answers in the request; the evidence is the first words of each."""
    given = r"answer to question (\d+):\n<<<BEGIN answer \w+>>>\n(.*?)\n<<<END"
    answers = re.findall(given, received.text, re.DOTALL)
    quotes = {int(number): " ".join(answer.split()[:6]) for number, answer in answers}
    count = int(re.findall(r"each of the (\d+) questions", received.text)[-1])
    return {
        "answers": {
            str(number): {
                "reasons": dict.fromkeys(CRITERIA, "names a thing"),
                # The same for all answers would be mechanical. All have the score 80.
                "ratings": dict.fromkeys(CRITERIA, 4)
                | {"relevance": 5 - number % 2, "specificity": 3 + number % 2},
                "evidence": quotes.get(number, ""),
                "comment": f"A comment on {TOPICS[number - 1]}.",
                "next_time": f"What came after the {TOPICS[number - 1]}?",
            }
            for number in range(1, count + 1)
        },
        "strengths": [{"text": "You name your case", "number": 1, "quote": quotes.get(1, "")}],
        "weaknesses": [{"text": "You give no baseline", "number": count, "quote": ""}],
        "cv_improvements": ["Say in the first line how many panels you fitted."],
        "summary": "Sound answers.",
    } | changes


def good_text(received: Received) -> str:
    if "Now assess the interview" in received.text:
        return json.dumps(good_review(received))
    return good_question(received)


def completion(content: Any, finish: str | None = "stop", **message: Any) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "served",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content} | message,
                "finish_reason": finish,
            }
        ],
    }


def chunk(content: str | None, finish: str | None = None, **delta: Any) -> bytes:
    delta |= {} if content is None else {"content": content}
    document = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "served",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return b"data: " + json.dumps(document).encode() + b"\n\n"


def answer_well(handler: Handler, received: Received) -> None:
    say(good_text(received))(handler, received)


def say(content: Any, finish: str | None = "stop", **message: Any) -> Behaviour:
    """Reply with this text, word by word if the client asked for a stream."""

    def behave(handler: Handler, received: Received) -> None:
        if not received.body.get("stream") or not isinstance(content, str | None):
            handler.reply(200, json.dumps(completion(content, finish, **message)).encode())
            return
        handler.begin_stream()
        for word in re.findall(r"\s*\S+", content or ""):
            handler.wfile.write(chunk(word))
            handler.wfile.flush()
        handler.wfile.write(chunk(None, finish, **message) + b"data: [DONE]\n\n")

    return behave


def stream(text: str, piece_chars: int = 40) -> Behaviour:
    """Stream a text in pieces of this size, whatever it consists of."""

    def behave(handler: Handler, received: Received) -> None:
        handler.begin_stream()
        for start in range(0, len(text), piece_chars):
            handler.wfile.write(chunk(text[start : start + piece_chars]))
        handler.wfile.write(chunk(None, "stop") + b"data: [DONE]\n\n")

    return behave


def review_with(**changes: Any) -> Behaviour:
    """Reply with a good review that has some fields changed."""
    return lambda handler, received: say(json.dumps(good_review(received, **changes)))(
        handler, received
    )


def raw(content: bytes, kind: str = "application/json") -> Behaviour:
    """Reply with status 200 and this body."""
    return lambda handler, _: handler.reply(200, content, kind=kind)


def refuse(status: int, message: str = "no", code: str | None = None, **headers: str) -> Behaviour:
    """Reply with an error in the form that servers send."""
    error = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, _: handler.reply(status, json.dumps(error).encode(), named)


def redirect(to: str, status: int = 307) -> Behaviour:
    return lambda handler, _: handler.reply(status, b"", {"location": to})


def reset_before(handler: Handler, received: Received) -> None:
    handler.reset()


def reset_in_the_middle(handler: Handler, received: Received) -> None:
    """Send the headers and half of the body, then reset the connection."""
    content = json.dumps(completion(good_text(received))).encode()
    if received.body.get("stream"):
        handler.begin_stream()
        handler.wfile.write(chunk("How did"))
    else:
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content[: len(content) // 2])
    handler.reset()


def end_stream_early(handler: Handler, received: Received) -> None:
    """End a stream cleanly, but without a finish reason."""
    if not received.body.get("stream"):
        handler.reset()
        return
    handler.begin_stream()
    handler.wfile.write(chunk("How did"))


def break_off_after(text: str) -> Behaviour:
    """Stream a text, then reset the connection."""

    def behave(handler: Handler, received: Received) -> None:
        handler.begin_stream()
        handler.wfile.write(chunk(text))
        handler.reset()

    return behave


def error_in_stream(handler: Handler, received: Received) -> None:
    if not received.body.get("stream"):
        handler.reset()
        return
    handler.begin_stream()
    handler.wfile.write(chunk("How did") + b'data: {"error": {"message": "no"}}\n\n')


def hang(handler: Handler, received: Received) -> None:
    """Stay silent for `hold_s`."""
    if not handler.model.closing.wait(handler.model.hold_s):
        handler.model.held_to_the_end.set()
    handler.close_connection = True


def drip(handler: Handler, received: Received) -> None:
    """Send one byte at a time, so that no time-out between bytes expires."""
    content = json.dumps(completion("x" * 100_000)).encode()
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(content)))
    handler.end_headers()
    send_slowly(handler, content)


def drip_headers(handler: Handler, received: Received) -> None:
    """Send the headers one byte at a time."""
    send_slowly(handler, b"HTTP/1.1 200 OK\r\nx-long: " + b"x" * 100_000)


def send_slowly(handler: Handler, content: bytes) -> None:
    """Send one byte at a time for `hold_s`."""
    ends = time.monotonic() + handler.model.hold_s
    for byte in content:
        if handler.model.closing.wait(0.05):
            return
        if time.monotonic() > ends:
            break
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
    handler.model.held_to_the_end.set()


def stream_slowly(handler: Handler, received: Received) -> None:
    """Stream one word at a time until the client goes away or the test is over."""
    handler.begin_stream()
    number = 0
    while not handler.model.closing.wait(0.05 * slowdown()):
        number += 1
        handler.wfile.write(chunk(f"word{number} "))
        handler.wfile.flush()
