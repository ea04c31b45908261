"""Turns that several requests share, and the terminal beside the page."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest

from tests.conftest import STORY, Line
from tests.model_server import Handler, Received, answer_well, chunk, say
from tests.time_limits import scaled
from tests.web.conftest import Answer, Client, encode_form

pytestmark = pytest.mark.slow  # they start processes and wait for models


class Gate:
    """A model that answers as soon as the test opens the gate."""

    def __init__(self) -> None:
        self.opened, self.reached = threading.Event(), threading.Event()

    def __call__(self, handler: Handler, received: Received) -> None:
        self.reached.set()
        self.opened.wait(scaled(30))
        answer_well(handler, received)


class WiredGate(Gate):
    """A model that writes the rest of its question as soon as the test opens the gate."""

    def __call__(self, handler: Handler, received: Received) -> None:
        handler.begin_stream()
        handler.wfile.write(chunk("You wired a school last year. What was"))
        handler.wfile.flush()
        self.opened.wait(scaled(120))
        rest = " hard, and what came of it for the school?"
        handler.wfile.write(chunk(rest) + chunk(None, "stop") + b"data: [DONE]\n\n")


def begin(client: Client, path: str, **fields: object) -> HTTPConnection:
    """Send a form that accepts events, and return the connection before they are read."""
    kind, body = encode_form(fields)
    connection = HTTPConnection("127.0.0.1", client.port, timeout=scaled(60))
    connection.request("POST", path, body, {"content-type": kind, "accept": "text/event-stream"})
    return connection


def read_end(events: bytes) -> dict[str, str]:
    """Return the last event of a stream."""
    name, data = events.decode().strip().split("\n\n")[-1].split("\n")
    return json.loads(data.removeprefix("data: ")) | {"event": name.removeprefix("event: ")}


def test_a_double_click_costs_one_request_to_the_model(
    model_client: Client, model, line: Line
) -> None:
    client, session = model_client, model_client.new()
    path, gate = f"/session/{session}", Gate()
    model.script = [gate]
    with ThreadPoolExecutor(4) as pool:
        clicks = [pool.submit(client.post, f"{path}/question") for _ in range(4)]
        assert gate.reached.wait(scaled(30))
        gate.opened.set()
        answers: list[Answer] = [click.result() for click in clicks]
    assert {answer.status for answer in answers} == {303}
    assert len(model.requests) == 1

    gate = Gate()
    model.script = [gate]
    with ThreadPoolExecutor(4) as pool:
        clicks = [
            pool.submit(client.post, f"{path}/answer", number=1, answer=STORY) for _ in range(3)
        ]
        assert gate.reached.wait(scaled(30))
        reload = pool.submit(client.post, f"{path}/question")  # of the page after a reload
        assert "data-join" in client.get(f"{path}/interview").text
        gate.opened.set()
        answers = [click.result() for click in [*clicks, reload]]
    assert {answer.status for answer in answers} == {303}
    assert len(model.requests) == 2
    assert len(line.stored(session)["messages"]) == 3
    assert client.post(f"{path}/answer", number=1, answer=STORY).status == 303
    assert len(model.requests) == 2


def test_a_turn_goes_on_when_its_reader_is_gone(model_client: Client, model, line: Line) -> None:
    client, session = model_client, model_client.new()
    path, gate = f"/session/{session}", Gate()
    model.script = [gate]
    connection = begin(client, f"{path}/question")
    assert gate.reached.wait(scaled(30))
    with connection.getresponse() as response:
        assert response.status == 200
    connection.close()
    later = begin(client, f"{path}/question")
    with later.getresponse() as response:
        gate.opened.set()
        end = read_end(response.read())
    later.close()
    assert (end["event"], end["path"]) == ("end", f"{path}/interview")
    assert len(model.requests) == 1
    assert len(line.stored(session)["messages"]) == 1


def test_a_failed_turn_ends_its_events_with_what_to_do(model_client: Client, model) -> None:
    client, session = model_client, model_client.new()
    model.always = say("no question", finish="content_filter")
    connection = begin(client, f"/session/{session}/question")
    with connection.getresponse() as response:
        end = read_end(response.read())
    connection.close()
    assert end["event"] == "failed"
    for words in ("refuses", "Try again", "Go on with the offline coach"):
        assert words in end["html"]


def test_the_same_message_twice_at_once_is_one_turn(model_client: Client, model) -> None:
    client = model_client
    post = client.ok(client.post("/create-job-post", company_name="Acme"))["session_id"]
    gate = Gate()
    model.always = say('{"changes": [], "reply": "Which level is it?"}')
    model.script = [gate]
    with ThreadPoolExecutor(2) as pool:
        clicks = [
            pool.submit(client.post, f"/job-post/{post}/say", message="a nurse", number=1)
            for _ in range(2)
        ]
        assert gate.reached.wait(scaled(30))
        gate.opened.set()
        for click in clicks:
            click.result()
    details = client.ok(client.get(f"/job-post-session/{post}"))
    assert details["conversation_turns"] == 1


def test_threads_exclude_each_other_on_one_session(client: Client, line: Line) -> None:
    session = client.started(max_questions=1)
    texts = [f"{STORY} This is version {number}." for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(
                lambda text: client.post(
                    f"/api/interviews/{session}/answer", answer=text, number=1
                ),
                texts,
            )
        )
    won = [text for text, answer in zip(texts, answers, strict=True) if answer.status == 200]
    assert len(won) == 1
    assert {answer.status for answer in answers} == {200, 409}
    assert line.stored(session)["messages"][1]["content"] == won[0]


def test_the_terminal_and_the_page_take_turns(client: Client, line: Line) -> None:
    session = client.started()
    line("answer", session, "--text", STORY)
    page = client.get(f"/session/{session}/interview").text
    assert "Question 2 of 3" in page
    client.post(f"/session/{session}/answer", number=2, answer=f"{STORY} Two.")
    assert line("ask", session, "--json").json["number"] == 3
