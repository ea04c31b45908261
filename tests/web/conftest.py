"""A running server on the home of the test, and a client that knows nothing of the code."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

import pytest

from interview_cli.context import Run
from interview_cli.web.security import LOOPBACK_NAMES
from interview_cli.web.server import build_server, find_access
from tests.conftest import CV, JOB, STORIES, Line
from tests.time_limits import scaled

BOUNDARY = "a-boundary-of-the-tests"


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def place(self) -> str:
        """Where the answer leads to."""
        return self.headers["location"]


@dataclass
class Client:
    """One user of the server."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def send(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=scaled(60))
        try:
            target = path.partition("#")[0]
            connection.request(method, target, body, self.headers | (headers or {}))
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, headers=headers)

    def form(self, method: str, path: str, **fields: Any) -> Answer:
        """Send a form; files are pairs of a name and a content."""
        kind, body = encode_form(fields)
        return self.send(method, path, body, {"content-type": kind})

    def post(self, path: str, **fields: Any) -> Answer:
        return self.form("POST", path, **fields)

    def put(self, path: str, **fields: Any) -> Answer:
        return self.form("PUT", path, **fields)

    def ok(self, answer: Answer) -> Any:
        """Return the document of an answer that must be one."""
        assert answer.status == 200, answer.text
        return answer.json

    def refused(self, answer: Answer, status: int, code: str) -> Any:
        """Return the error document of an answer that must be one."""
        document = answer.json
        assert (answer.status, document["status"], document["code"]) == (status, "error", code)
        assert {"error", "hint"} <= set(document)
        return document

    def new(self, **fields: Any) -> str:
        """Create an interview with both documents and return its id."""
        named = {"job_title": "Electrician", "company_name": "Acme", "max_questions": 3}
        texts = {"cv_text": CV, "job_text": JOB}
        session: str = self.ok(self.post("/api/interviews", **named | texts | fields))["session_id"]
        return session

    def started(self, **fields: Any) -> str:
        """Create an interview with an open question."""
        session = self.new(**fields)
        self.ok(self.post(f"/api/interviews/{session}/question"))
        return session

    def answered(self, **fields: Any) -> str:
        """Create an interview in which every question is answered."""
        session = self.started(**fields)
        count = self.ok(self.get(f"/api/interviews/{session}"))["max_questions"]
        for number, story in enumerate(STORIES[:count], start=1):
            self.ok(self.post(f"/api/interviews/{session}/answer", answer=story, number=number))
        return session

    def finished(self, **fields: Any) -> str:
        """Create an interview with feedback."""
        session = self.answered(**fields)
        self.ok(self.post(f"/api/interviews/{session}/feedback"))
        return session


def encode_form(fields: dict[str, Any]) -> tuple[str, bytes]:
    """Return the content type and the body of a form."""
    if not any(isinstance(value, tuple) for value in fields.values()):
        return "application/x-www-form-urlencoded", urlencode(fields).encode()
    parts = []
    for name, value in fields.items():
        file_name = f'; filename="{value[0]}"' if isinstance(value, tuple) else ""
        content = value[1] if isinstance(value, tuple) else str(value).encode()
        head = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="{name}"{file_name}\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={BOUNDARY}", b"".join(
        [*parts, f"--{BOUNDARY}--\r\n".encode()]
    )


@contextmanager
def serving(run: Run, *, hosts: frozenset[str] = LOOPBACK_NAMES) -> Iterator[Client]:
    """Serve the sessions of a run on a free port."""
    server = build_server(run, find_access(run, hosts))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield Client(listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(scaled(30))


def create_run(line: Line) -> Run:
    run = Run()
    run.options["home"] = str(line.home)
    return run


@pytest.fixture
def client(line: Line) -> Iterator[Client]:
    with serving(create_run(line)) as client:
        yield client


@pytest.fixture
def model_client(line: Line, model: Any) -> Iterator[Client]:
    """A server whose coach is a model on loopback."""
    with serving(create_run(line)) as client:
        yield client


Start = Callable[..., tuple["subprocess.Popen[str]", Client, str]]


@pytest.fixture
def start(line: Line) -> Iterator[Start]:
    """Start a server, and return it with a client and the link that it prints."""
    running: list[subprocess.Popen[str]] = []

    def run(*words: str) -> tuple["subprocess.Popen[str]", Client, str]:
        command = [sys.executable, "-m", "interview_cli", "--home", str(line.home), "serve"]
        process = subprocess.Popen(
            [*command, "--port", "0", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        assert process.stdout
        link = process.stdout.readline().strip()
        port = int(link.split(":")[2].partition("/")[0])
        return process, Client(port), link

    yield run
    for process in running:
        process.kill()
        process.communicate()
