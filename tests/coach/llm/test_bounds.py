"""Every request is a stream that we end: the real command against a server on loopback."""

from collections.abc import Callable

import pytest

from tests.coach.llm.test_post_replies import open_post, reply_with, send
from tests.conftest import Line
from tests.model_faults import short_limit
from tests.model_server import (
    Behaviour,
    Handler,
    ModelServer,
    Received,
    chunk,
    good_review,
    good_text,
    say,
    stream_slowly,
)

GOOD = "What did you wire last year?"


def stream_then(after: Callable[[Handler], None], text: str | None = None) -> Behaviour:
    """Stream a text, by default a good one, then do something else than end the stream."""

    def behave(handler: Handler, received: Received) -> None:
        handler.begin_stream()
        handler.wfile.write(chunk(text or good_text(received)))
        handler.wfile.flush()
        after(handler)

    return behave


def go_on(handler: Handler) -> None:
    """Write filler that never repeats until the client goes away or the test is over."""
    for number in range(1_000_000):
        if handler.model.closing.wait(0.01):
            return
        handler.wfile.write(chunk(f" And number {number}?"))
        handler.wfile.flush()
    handler.model.held_to_the_end.set()


def stall(handler: Handler) -> None:
    if not handler.model.closing.wait(handler.model.hold_s):
        handler.model.held_to_the_end.set()


def repeat(handler: Handler) -> None:
    while not handler.model.closing.wait(0.001):
        handler.wfile.write(chunk("the same words "))
        handler.wfile.flush()


def test_every_request_is_a_stream(line: Line, model: ModelServer) -> None:
    line.finished(questions=1)
    model.script = [reply_with()]
    send(line, open_post(line), "a nurse")
    assert len(model.requests) == 3
    assert all(request.body["stream"] for request in model.requests)


def test_a_question_followed_by_filler_is_kept_at_once(line: Line, model: ModelServer) -> None:
    model.always = stream_then(go_on, GOOD)
    assert line("ask", line.at_stage("documents_uploaded")).stdout == f"{GOOD}\n"
    assert len(model.requests) == 1


@pytest.mark.parametrize(
    ("good", "blank"),
    [
        (GOOD, "   "),
        (GOOD, "\n\n\n"),
        ("Tell me about a time when a test failed.", " \n\t\n"),
    ],
)
def test_a_question_followed_by_white_space_is_kept_at_once(
    line: Line, model: ModelServer, good: str, blank: str
) -> None:
    """The server breaks off long before the default time limit; then nothing would be kept."""
    model.always = stream_then(stall, good + blank)
    assert line("ask", line.at_stage("documents_uploaded")).stdout == f"{good}\n"
    assert len(model.requests) == 1


def test_a_review_followed_by_filler_is_kept_at_once(line: Line, model: ModelServer) -> None:
    session = line.answered(questions=1)
    model.always = stream_then(go_on)
    line("feedback", session)
    assert line.stored(session)["feedback"]["interview_score"] == 80


def test_a_question_is_kept_when_its_stream_then_stalls(line: Line, model: ModelServer) -> None:
    """The server breaks off long before the default time limit; then nothing would be kept."""
    model.always = stream_then(stall, GOOD)
    assert line("ask", line.at_stage("documents_uploaded")).stdout == f"{GOOD}\n"
    assert len(model.requests) == 1
    assert not model.held_to_the_end.is_set()


def test_a_review_is_kept_when_its_stream_then_stalls(line: Line, model: ModelServer) -> None:
    session = line.answered(questions=1)
    model.requests.clear()
    model.always = stream_then(stall)
    line("feedback", session)
    assert line.stored(session)["feedback"]["interview_score"] == 80
    assert len(model.requests) == 1


def test_the_limit_ends_a_question_that_has_only_begun(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", short_limit())
    model.always = stream_then(stall, "What did you wire")
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert "is slow after" in failed.stderr


def test_a_loop_is_cut_long_before_the_time_limit(line: Line, model: ModelServer) -> None:
    model.script = [stream_then(repeat, "Well, ")]
    line("ask", line.at_stage("documents_uploaded"))
    assert len(model.requests) == 2


def test_a_review_that_loops_is_not_paid_for_twice(line: Line, model: ModelServer) -> None:
    session = line.answered(questions=1)
    model.requests.clear()
    model.always = stream_then(repeat, '{"answers": [')
    assert "loops: it writes the same words" in line("feedback", session, exit_code=5).stderr
    assert len(model.requests) == 1


def test_the_limit_in_a_pipe_says_how_slow_the_model_is(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_s = short_limit()
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", limit_s)
    model.always = stream_slowly
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert f"is slow after {limit_s} seconds: about" in failed.stderr
    assert "tokens a second" in failed.stderr
    assert len(model.requests) == 1


def test_the_limit_says_that_the_model_still_thinks(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", short_limit())
    model.always = stream_then(stall, "<think>The CV names panels.")
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert "is still thinking after" in failed.stderr
    assert "reasoning_effort" in failed.stderr


def test_options_differ_by_task(line: Line, model: ModelServer, tmp_path) -> None:
    path = tmp_path / "user" / "config" / "interview-cli" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "[model_options]\ntop_p = 0.5\n[model_options.question]\ntemperature = 0.9\n"
        "[model_options.review]\ntemperature = 0\n"
    )
    line.finished(questions=1)
    question, review = (request.body for request in model.requests)
    assert (question["top_p"], question["temperature"]) == (0.5, 0.9)
    assert (review["top_p"], review["temperature"]) == (0.5, 0)
    assert not {"question", "review"} & (set(question) | set(review))


def write_prose(handler: Handler) -> None:
    """Write prose that never repeats, much more than a reply may have without an object."""
    for number in range(2_000):
        handler.wfile.write(chunk(f"First, I look at answer number {number} of this candidate. "))
        handler.wfile.flush()
        if handler.model.closing.wait(0.0005):
            return
    handler.model.held_to_the_end.set()


@pytest.mark.parametrize("task", ["review", "job post"])
def test_prose_without_an_object_is_ended_and_asked_for_again(
    line: Line, model: ModelServer, task: str
) -> None:
    session = line.answered(questions=1) if task == "review" else open_post(line)
    model.requests.clear()
    model.script = [stream_then(write_prose, "Well.")]
    if task == "review":
        line("feedback", session)
    else:
        model.script.append(reply_with())
        send(line, session, "a nurse")
    assert len(model.requests) == 2
    assert not model.held_to_the_end.is_set()


def test_a_review_that_never_ends_is_bounded_and_asked_for_again(
    line: Line, model: ModelServer
) -> None:
    session = line.answered(questions=1)
    model.requests.clear()
    words = " ".join(f"word{number}" for number in range(9_000))
    model.script = [say('{"answers": [' + words)]
    line("feedback", session)
    assert len(model.requests) == 2
    stored = line.stored(session)["feedback"]["answers"][0]["comment"]
    assert stored == good_review(model.requests[1])["answers"]["1"]["comment"]
