"""`interview serve` as a process: where it listens, what it logs, and how it stops."""

import signal
import socket
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.conftest import Line
from tests.model_server import hang
from tests.time_limits import scaled
from tests.web.conftest import Start

pytestmark = pytest.mark.slow  # they start processes and wait for models


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), pytest.param(signal.SIGTERM, 143, marks=pytest.mark.slow)],
    ids=["INT", "TERM"],
)
def test_a_stop_ends_streams_at_once_and_loses_nothing(
    start: Start, model, line: Line, number: signal.Signals, code: int
) -> None:
    process, client, _ = start()
    session = client.new()
    client.ok(client.post(f"/api/interviews/{session}/question"))
    model.always = hang
    connection = HTTPConnection("127.0.0.1", client.port, timeout=scaled(60))
    body = "number=1&answer=I+fitted+40+detectors"
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "accept": "text/event-stream",
    }
    connection.request("POST", f"/session/{session}/answer", body, headers)
    with connection.getresponse() as response:
        while b"waiting" not in response.readline():
            pass
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(scaled(30)) == code
        assert time.monotonic() - began < scaled(2)
    connection.close()
    assert line.stored(session)["messages"][1]["content"] == "I fitted 40 detectors"
    assert process.stderr
    assert "Traceback" not in process.stderr.read()


@pytest.mark.slow
def test_the_log_holds_no_query_and_no_token(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_TOKEN", "sesame-and-more")
    process, client, link = start()
    path = link.partition(str(client.port))[2]
    assert path == "/start?token=sesame-and-more"
    assert client.get(path).status == 303
    assert client.get("/?page=7").status == 401
    process.terminate()
    _, log = process.communicate(timeout=scaled(30))
    assert '"GET /start HTTP/1.1" 303' in log
    assert "sesame" not in log
    assert "page=7" not in log


@pytest.mark.slow
def test_an_address_that_others_reach_needs_a_token(
    line: Line, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = line("serve", "--host", "0.0.0.0", exit_code=2)
    assert "INTERVIEW_TOKEN" in refused.stderr
    monkeypatch.setenv("INTERVIEW_TOKEN", "sesame")
    process, client, _ = start("--host", "0.0.0.0", "--allow-host", "Practice.Example")
    named = {"Authorization": "Bearer sesame"}
    assert client.get("/api/interviews", **named).status == 200
    assert client.get("/api/interviews", Host="practice.example", **named).status == 200
    assert client.get("/api/interviews", Host="other.example", **named).status == 403
    process.terminate()
    _, log = process.communicate(timeout=scaled(30))
    assert "warning: without TLS" in log


def test_a_port_that_is_taken(line: Line) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "choose another --port" in line("serve", "--port", port, exit_code=2).stderr


def test_without_the_extra_it_says_what_to_install(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fastapi", None)
    refused = line("serve", "--json", exit_code=2)
    assert refused.json["hint"] == "pip install 'interview-cli[web]'"


@pytest.mark.slow
def test_it_collects_what_has_expired_and_holds_no_answer(start: Start, line: Line) -> None:
    old = line.new()
    line.edit(old, last_updated="2020-01-01T00:00:00Z")
    Path(line.home / "locks" / "collected_at").unlink()
    start()
    deadline = time.monotonic() + scaled(30)
    while line.path(old).exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
