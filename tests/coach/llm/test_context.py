"""Small contexts: the real command against a server that counts tokens and refuses."""

import json

import pytest

from tests.coach.llm.test_post_replies import open_post, reply_with, send
from tests.conftest import CV, JOB, STORIES, STORY, Line
from tests.model_server import (
    Behaviour,
    Handler,
    ModelServer,
    Received,
    answer_well,
    chunk,
    good_text,
    refuse,
)

OTHER = "\n".join(f"- Sang in choir number {number} of the town of Leeds" for number in range(400))
RELEVANT = "- Tested nurse call systems in hospitals"
LONG_CV = f"{CV}\n{OTHER}\n{RELEVANT}\n"


def count_tokens(received: Received) -> int:
    return len(received.text) // 4


def limit_context(tokens: int, message: str) -> Behaviour:
    """Refuse requests of more tokens, as `message` says; it may name `limit` and `count`."""

    def behave(handler: Handler, received: Received) -> None:
        count = count_tokens(received)
        if count > tokens:
            refuse(400, message.format(limit=tokens, count=count))(handler, received)
        else:
            answer_well(handler, received)

    return behave


REFUSALS = [
    "This model's maximum context length is {limit} tokens. However, you requested {count} tokens",
    "the request exceeds the available context size ({limit} tokens), try increasing it",
    "loaded with context length of only {limit} tokens",
    "The input token count ({count}) exceeds the maximum number of tokens allowed ({limit}).",
    "prompt is too long: {count} tokens > {limit} maximum",
]


def open_long(line: Line, *args: str) -> str:
    session = line.new("--questions", "2", *args)
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=LONG_CV)
    return session


@pytest.mark.parametrize("message", REFUSALS)
def test_documents_are_shortened_to_the_size_that_the_server_names(
    line: Line, model: ModelServer, message: str
) -> None:
    model.always = limit_context(4_096, message)
    session = open_long(line)
    notes = line("ask", session).stderr
    assert len(model.requests) == 2
    sent = model.requests[-1].text
    assert RELEVANT in sent
    assert JOB.strip() in sent
    assert "choir number 399" not in sent
    assert "the CV is shortened for the model: " in notes
    assert "(the context of gpt-5.4-mini has 4,096 tokens)" in notes


def test_the_size_is_remembered_for_the_whole_interview(line: Line, model: ModelServer) -> None:
    model.always = limit_context(4_096, REFUSALS[0])
    session = open_long(line)
    line("ask", session)
    shown = json.loads(line("ask", open_long(line), "--dry-run").stdout)
    assert count_tokens(Received("", {}, shown)) <= 4_096
    for story in STORIES[:2]:
        line("answer", session, "--text", story)
    line("feedback", session)
    assert len(model.requests) == 4
    assert line.stored(session)["feedback"]["interview_score"] == 80
    assert line.stored(session)["cv_text"] == LONG_CV.strip()


def test_a_context_in_which_nothing_fits_is_named_with_one_that_would_do(
    line: Line, model: ModelServer
) -> None:
    model.always = limit_context(700, REFUSALS[0])
    session = open_long(line)
    before = line.path(session).read_bytes()
    failed = line("ask", session, exit_code=5)
    assert "(700 tokens) is too small for this interview; it needs 2,048." in failed.stderr
    assert "OLLAMA_CONTEXT_LENGTH=2048" in failed.stderr
    assert line.path(session).read_bytes() == before
    model.always = limit_context(2_048, REFUSALS[0])
    line("ask", session)


def test_long_answers_are_shortened_for_the_model_alone(line: Line, model: ModelServer) -> None:
    model.always = limit_context(4_096, REFUSALS[0])
    session = open_long(line)
    first, last = "It began with a fault in Leeds.", "In the end no alarm was false."
    middle = " ".join(f"Then we looked at detector {number} again." for number in range(600))
    line("ask", session)
    notes = line("answer", session, "--text", f"{first} {middle} {last}").stderr
    sent = model.requests[-1].text
    assert first in sent
    assert last in sent
    assert "detector 300 again" not in sent
    assert "long answers are shortened for the model" in notes
    line("answer", session, "--text", STORY)
    line("feedback", session)
    assert STORY in model.requests[-1].text
    assert middle in line.stored(session)["messages"][1]["content"]
    assert len(line.stored(session)["feedback"]["answers"]) == 2


def test_a_context_without_room_for_the_review_is_told_at_the_first_question(
    line: Line, model: ModelServer
) -> None:
    model.always = limit_context(2_048, REFUSALS[0])
    session = line.new("--questions", "8")
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=LONG_CV)
    notes = line("ask", session).stderr
    assert "is large enough for the questions, but not for the feedback" in notes
    assert "which needs 7,168 tokens" in notes
    assert "not for the feedback" not in line("answer", session, "--text", STORY).stderr


@pytest.mark.parametrize("tokens", [7_168, 32_768])
def test_a_context_with_room_for_the_review_is_not_warned_of(
    line: Line, model: ModelServer, tokens: int
) -> None:
    model.always = limit_context(tokens, REFUSALS[0])
    session = line.new("--questions", "8")
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=LONG_CV)
    assert "not for the feedback" not in line("ask", session).stderr


def limit_post(tokens: int) -> Behaviour:
    """Refuse requests of more tokens; answer others with an empty turn."""

    def behave(handler: Handler, received: Received) -> None:
        count = count_tokens(received)
        if count > tokens:
            message = REFUSALS[0].format(limit=tokens, count=count)
            refuse(400, message)(handler, received)
        else:
            reply_with()(handler, received)

    return behave


def test_a_job_post_is_fitted_too(line: Line, model: ModelServer) -> None:
    model.always = limit_post(3_000)
    post = open_post(line)
    for number in range(10, 22):
        send(line, post, f"Is pay number {number} ok? " * 50)
    assert "number 21 ok" in model.requests[-1].text
    assert "number 10 ok" not in model.requests[-1].text
    notices = " ".join(line.stored(post)["notices"])
    assert notices.count("the beginning of the conversation is left out") == 1


def test_a_server_that_names_no_size_is_not_asked_again(line: Line, model: ModelServer) -> None:
    model.always = limit_context(4_096, "context_length_exceeded")
    failed = line("ask", open_long(line), exit_code=5)
    assert "too long for the model" in failed.stderr
    assert len(model.requests) == 1


def report_usage(share: float) -> Behaviour:
    """Answer well, and say that this share of the request was read."""

    def behave(handler: Handler, received: Received) -> None:
        handler.begin_stream()
        usage = {"choices": [], "usage": {"prompt_tokens": int(count_tokens(received) * share)}}
        handler.wfile.write(chunk(good_text(received), "stop"))
        handler.wfile.write(f"data: {json.dumps(usage)}\n\ndata: [DONE]\n\n".encode())

    return behave


def test_a_request_of_which_a_part_was_dropped_is_warned_of_once(
    line: Line, model: ModelServer
) -> None:
    model.always = report_usage(0.3)
    session = open_long(line)
    notes = line("ask", session).stderr
    assert f"127.0.0.1:{model.port} read only a part of the request" in notes
    assert "OLLAMA_CONTEXT_LENGTH=32768" in notes
    assert "only a part" not in line("answer", session, "--text", STORY).stderr


def test_a_request_that_was_read_is_not_warned_of(line: Line, model: ModelServer) -> None:
    model.always = report_usage(1.0)
    assert "only a part" not in line("ask", open_long(line)).stderr
