"""Run commands one at a time, and make the sessions that they run on."""

import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from interview_cli.models import Interview
from interview_cli.store.ids import generate_id

EXAMPLES = Path(__file__).parent.parent / "examples"
INTERVIEW = str(Path(sys.executable).with_name("interview"))
CV = "A line of a CV that is as long as lines in CVs are.\n" * 200
"""Twice this text makes a session of about 20 kB."""
ANSWERS = (EXAMPLES / "answers.txt").read_text("utf-8").splitlines()
_LINKS = 20_000
"""Hard links of one file; ext4 allows 65,000."""
_READ = 200
"""The newest sessions, which are files of their own. A listing reads 20."""


@dataclass(frozen=True)
class Usage:
    """What one run of a command took."""

    wall_ms: float
    cpu_ms: float
    """Of the process and the processes that it waited for."""
    peak_mib: float


def clean_environment(**settings: str) -> dict[str, str]:
    """Return an environment in which nothing but `settings` changes what a command does.

    Python may keep bytecode in it, as it does on a user's machine.
    """
    kept = {"PATH", "HOME", "LANG", "TMPDIR"}
    return {name: value for name, value in os.environ.items() if name in kept} | settings


@cache
def _start_launcher() -> "subprocess.Popen[str]":
    command = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launcher.py"))]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run(command: list[str], environment: dict[str, str]) -> Usage:
    """Run a command without stdin. Raises SystemExit if it fails."""
    launcher = _start_launcher()
    assert launcher.stdin
    assert launcher.stdout
    launcher.stdin.write(json.dumps([command, environment]) + "\n")
    launcher.stdin.flush()
    status, *figures = json.loads(launcher.stdout.readline())
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    return Usage(*figures)


def fill_home(home: Path, count: int) -> None:
    """Create sessions of about 20 kB each, as many files."""
    sessions = home / "sessions"
    sessions.mkdir(parents=True, exist_ok=True)
    first = _build_session(0)
    content = first.to_json()
    for number in range(count):
        session_id = generate_id(_moment(number))
        own = content.replace(first.session_id.encode(), session_id.encode())
        (sessions / f"{session_id}.json").write_bytes(own)


def link_home(home: Path, count: int) -> None:
    """As `fill_home`, but all except the newest are links to a few files.

    Enough for a listing, which reads the newest sessions and the names of the others.
    """
    sessions = home / "sessions"
    sessions.mkdir(parents=True)
    for number in range(count - _READ):
        path = sessions / f"{generate_id(_moment(-1 - number))}.json"
        if number % _LINKS == 0:
            path.write_bytes(_build_session(0).to_json())
            target = path
        else:
            path.hardlink_to(target)
    fill_home(home, _READ)


def _build_session(number: int) -> Interview:
    now = _moment(number)
    return Interview(
        session_id=generate_id(now),
        created_at=now,
        last_updated=now,
        job_title=f"Job {number}",
        company_name="Acme",
        cv_text=CV,
        job_description_text=CV,
    )


_BEGAN = datetime.now(UTC)


def _moment(number: int) -> datetime:
    return _BEGAN + timedelta(microseconds=number)


def begin_interview(home: Path, questions: int, answered: int) -> None:
    """Create an interview on the examples with some questions answered, and the next one open."""
    environment = clean_environment(INTERVIEW_HOME=str(home), INTERVIEW_COACH="offline")
    documents = ["--cv", str(EXAMPLES / "cv.md"), "--job", str(EXAMPLES / "job.md")]
    named = ["--title", "Senior Backend Engineer", "--company", "Velora Logistics"]
    count = ["--questions", str(questions)]
    run([INTERVIEW, "new", *named, *count, *documents], environment)
    run([INTERVIEW, "ask"], environment)
    lines = [f"{ANSWERS[n % len(ANSWERS)]} That was case {n + 1}." for n in range(answered)]
    given = "\n".join(lines).encode()
    command = [INTERVIEW, "answer", "--lines"]
    subprocess.run(command, env=environment, input=given, check=True, capture_output=True)


def renew(folder: Path, original: Path) -> None:
    """Make `folder` a copy of a home, so that each run changes the same sessions."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original, folder)


class _Handler(BaseHTTPRequestHandler):
    """Answers each request at once with the same question."""

    protocol_version = "HTTP/1.1"
    question = "How did your work on contracts lead to a result that others noticed?"

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        is_stream = json.loads(content).get("stream", False)
        reply = self._stream() if is_stream else self._wrap("message", "chat.completion")
        self.send_response(200)
        self.send_header("content-type", "text/event-stream" if is_stream else "application/json")
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def _stream(self) -> bytes:
        return b"data: %s\n\ndata: [DONE]\n\n" % self._wrap("delta", "chat.completion.chunk")

    def _wrap(self, part: str, kind: str) -> bytes:
        message = {"role": "assistant", "content": self.question}
        choice = {"index": 0, part: message, "finish_reason": "stop"}
        reply = {"id": "1", "object": kind, "created": 1, "model": "m", "choices": [choice]}
        return json.dumps(reply).encode()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def serve_model() -> str:
    """Serve a model that answers at once, on loopback, and return its base URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/v1"
