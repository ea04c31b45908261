"""What goes wrong on the way to a model: one line, exit 5, the answer saved once, all goes on."""

import email.utils
import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import KEY, STORY, Line
from tests.model_server import (
    Behaviour,
    ModelServer,
    answer_well,
    drip,
    hang,
    raw,
    redirect,
    refuse,
    reset_before,
    reset_in_the_middle,
    say,
)

CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
FILTERED = {"choices": [{"message": {"content": None}, "finish_reason": "content_filter"}]}

# Behaviour, what the user is told, and how many requests are worth it.
FAULTS: dict[str, tuple[Behaviour, str, int]] = {
    "401": (refuse(401, f"Incorrect API key provided: {KEY}"), "refuses the key", 1),
    "403": (refuse(403), "does not allow this key", 1),
    "404 no such model": (
        refuse(404, "The model `x` does not exist", "model_not_found"),
        "does not have the model",
        1,
    ),
    "404 no such model, as Ollama says it": (
        refuse(404, 'model "x" not found, try pulling it first'),
        "does not have the model",
        1,
    ),
    "400 unknown model, as LiteLLM says it": (
        refuse(400, "Invalid model name passed in model=x"),
        "does not have the model",
        1,
    ),
    "404 wrong address": (refuse(404, "Not Found"), "no chat completions at this address", 1),
    "405": (refuse(405, "Method Not Allowed"), "refuses the request (status 405)", 1),
    "400 context too long": (
        refuse(
            400, "This model's maximum context length is 8192 tokens", "context_length_exceeded"
        ),
        "longer than the model",
        1,
    ),
    "400 context too long, as llama.cpp says it": (
        refuse(400, "the request exceeds the available context size", "exceed_context_size_error"),
        "longer than the model",
        1,
    ),
    "413": (refuse(413, "Payload Too Large"), "longer than the model", 1),
    "400 filtered": (
        refuse(400, "The response was filtered", "content_filter"),
        "refuses to answer",
        1,
    ),
    "402": (refuse(402, "Payment required"), "no quota left", 1),
    "429 no quota": (
        refuse(429, "You exceeded your current quota", "insufficient_quota"),
        "no quota left",
        1,
    ),
    "429": (refuse(429), "too many requests just now.", 2),
    "429 with a long Retry-After": (
        refuse(429, retry_after="100"),
        "asks to wait 100 seconds",
        1,
    ),
    "500": (refuse(500), "fault of its own (status 500)", 2),
    "503": (refuse(503), "fault of its own (status 503)", 2),
    "529": (refuse(529), "fault of its own (status 529)", 2),
    "redirect": (redirect("http://elsewhere.example/v1"), "redirects to elsewhere.example", 1),
    "redirect on the same host": (redirect("/elsewhere"), "redirects to another address", 1),
    "reset before": (reset_before, "broke off", 2),
    "reset in the middle": (reset_in_the_middle, "broke off", 2),
    "hang": (hang, "did not answer after", 2),
    "a byte a moment": (drip, "did not answer after", 2),
    "HTML": (raw(b"<html>Sign in</html>", "text/html"), "not as a model does", 1),
    "HTML that says it is JSON": (raw(b"<html>Sign in</html>"), "not as a model does", 1),
    "garbage": (raw(b"\x00\xff\xfe{]"), "not as a model does", 1),
    "nothing": (raw(b""), "not as a model does", 1),
    "a list": (raw(b"[1]"), "not as a model does", 1),
    "null": (raw(b"null"), "not as a model does", 1),
    "a number": (raw(b"3"), "not as a model does", 1),
    "deep nesting": (raw(b"[" * 100_000), "not as a model does", 1),
    "an error with status 200": (
        raw(b'{"error": {"message": "no"}}'),
        "not as a model does",
        1,
    ),
    "no choices": (raw(b'{"choices": []}'), "not as a model does", 1),
    "choices null": (raw(b'{"choices": null}'), "not as a model does", 1),
    "a choice of nothing": (raw(b'{"choices": [{}]}'), "not as a model does", 1),
    "a message that is none": (raw(b'{"choices": [{"message": 3}]}'), "not as a model does", 1),
    "content null": (say(None), "empty reply", 2),
    "content empty": (say(""), "empty reply", 2),
    "only thoughts": (say("<think>hm</think>"), "empty reply", 2),
    "content that is no text": (say({"a": 1}), "empty reply", 2),
    "a refusal": (say(None, refusal="I can't help with that"), "refuses to answer", 1),
    "filtered": (raw(json.dumps(FILTERED).encode()), "refuses to answer", 1),
    "cut by length": (say("How did your", "length"), "cut off by a limit", 1),
    "a tool call": (say(None, "tool_calls", tool_calls=[CALL]), "empty reply", 2),
    "a megabyte": (say("word " * 200_000), "not as a model does", 1),
}
PRIVATE = ("detectors", "Jo Field", "Park School", "nurse call", KEY, "sk-")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time for two requests and the wait between them; the suite cannot wait two minutes."""
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", "0.7")


def checked(result, words: str) -> None:
    """One line that says what is wrong, one that says what to do, and nothing of the user's."""
    error, hint = [one for one in result.stderr.splitlines() if not one.startswith("note: ")]
    assert error.startswith("error: ")
    assert words in error
    assert hint.startswith("hint: ")
    assert "interview ask" in hint or "interview feedback" in hint
    assert "--coach offline" in hint
    for private in PRIVATE:
        assert private not in result.stderr + result.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_the_answer_is_saved_once_and_the_interview_goes_on(
    line: Line, model: ModelServer, fault: str
) -> None:
    behaviour, words, requests = FAULTS[fault]
    session = line.started()
    model.requests.clear()
    model.always = behaviour
    failed = line("answer", session, "--text", STORY, exit_code=5)
    checked(failed, words)
    assert "your answer is saved" in failed.stderr
    assert len(model.requests) == requests
    again = line("answer", session, "--text", STORY, exit_code=5)
    checked(again, words)
    model.always = None
    assert line("answer", session, "--text", STORY).stdout.startswith("How did your work")
    roles = [message["role"] for message in line.stored(session)["messages"]]
    assert roles == ["assistant", "user", "assistant"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_review_that_fails_stores_nothing(
    line: Line, model: ModelServer, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour, words, _ = FAULTS[fault]
    session = line.answered(questions=1)
    before = line.path(session).read_bytes()
    model.always = behaviour
    failed = line("feedback", session, "--json", exit_code=5)
    checked(failed, words)
    assert failed.json["code"] == "llm"
    assert "all answers are saved" in failed.stderr
    assert line.path(session).read_bytes() == before
    model.always = None
    line("feedback", session)
    assert line.stored(session)["feedback"]["interview_score"] == 80


def test_ask_changes_nothing_when_it_fails(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    before = line.path(session).read_bytes()
    model.always = refuse(401)
    checked(line("ask", session, exit_code=5), "nothing is lost, but the coach failed")
    assert line.path(session).read_bytes() == before


TRANSIENT = {
    "408": refuse(408),
    "429": refuse(429),
    "429 with a short Retry-After": refuse(429, retry_after="0.2"),
    "500": refuse(500),
    "502": refuse(502),
    "503": refuse(503),
    "reset before": reset_before,
    "reset in the middle": reset_in_the_middle,
    "empty": say(""),
}


@pytest.mark.parametrize("fault", TRANSIENT)
def test_transient_faults_heal_by_themselves(line: Line, model: ModelServer, fault: str) -> None:
    session = line.started()
    model.requests.clear()
    model.script = [TRANSIENT[fault]]
    result = line("answer", session, "--text", STORY)
    assert result.stderr == ""
    first, second = model.requests
    assert first.body == second.body


def test_two_in_a_row_as_well(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", "20")
    session = line.at_stage("documents_uploaded")
    model.script = [refuse(503), reset_before]
    line("ask", session)
    assert len(model.requests) == 3


def test_never_more_than_three_requests(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", "20")
    session = line.at_stage("documents_uploaded")
    model.always = refuse(503)
    line("ask", session, exit_code=5)
    assert len(model.requests) == 3


def test_a_date_in_retry_after_is_understood(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    later = email.utils.format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    model.always = refuse(429, retry_after=later)
    said = line("ask", session, exit_code=5).stderr
    assert "asks to wait 3" in said
    assert len(model.requests) == 1


@pytest.mark.parametrize("nonsense", ["soon", "-3", "nan", "inf", "1e30", ""])
def test_nonsense_in_retry_after_is_ignored(line: Line, model: ModelServer, nonsense: str) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [refuse(429, retry_after=nonsense)]
    line("ask", session)
    assert len(model.requests) == 2


@pytest.mark.parametrize("behaviour", [hang, drip, refuse(503, retry_after="1")])
def test_all_attempts_end_within_twice_the_limit(
    line: Line, model: ModelServer, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No clock is read here: a server that would go on for half a minute must be given up before
    it lets go by itself."""
    session = line.at_stage("documents_uploaded")
    model.always = behaviour
    line("ask", session, exit_code=5)
    assert not model.is_going.is_set()


def test_nobody_listens(line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    session = line.started()
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    checked(line("answer", session, "--text", STORY, exit_code=5), "no connection to 127.0.0.1:9")


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("OPENAI_BASE_URL", "127.0.0.1:9/v1", "cannot be set up"),
        ("OPENAI_BASE_URL", "localhost", "cannot be set up"),
        ("OPENAI_BASE_URL", "ftp://127.0.0.1/v1", "cannot be set up"),
        ("OPENAI_BASE_URL", "http://127.0.0.1:port/v1", "cannot be set up"),
        ("OPENAI_BASE_URL", "http://[::1/v1", "cannot be set up"),
        ("OPENAI_API_KEY", "sk-two words", "cannot be set up"),
        ("OPENAI_API_KEY", "sk-\u2026", "cannot be set up"),
        ("HTTP_PROXY", "socks5://127.0.0.1:9", "cannot be set up"),
        ("HTTP_PROXY", "http://127.0.0.1:9", "no connection"),
    ],
)
def test_settings_that_no_connection_can_be_made_of(
    line: Line,
    model: ModelServer,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    words: str,
) -> None:
    session = line.started()
    model.requests.clear()
    monkeypatch.setenv(variable, value)
    checked(line("answer", session, "--text", STORY, exit_code=5), words)
    assert model.requests == []
    monkeypatch.delenv(variable)
    monkeypatch.setenv("OPENAI_BASE_URL", model.base_url)
    line("answer", session, "--text", STORY)
    assert len(line.stored(session)["messages"]) == 3


def test_no_key_and_no_address(line: Line, model: ModelServer, monkeypatch) -> None:
    """Nothing goes to the default address without a key."""
    session = line.started()
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    failed = line("answer", session, "--text", STORY, "--coach", "openai", exit_code=5)
    checked(failed, "no key for api.openai.com is set")
    line("answer", session, "--text", STORY, "--coach", "offline")


def test_a_redirect_takes_nothing_along(line: Line, model: ModelServer) -> None:
    model.script = [redirect(f"{model.base_url}/elsewhere")]
    line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert [request.path for request in model.requests] == ["/v1/chat/completions"]


@pytest.mark.parametrize("level", ["debug", "info"])
def test_the_log_of_the_client_stays_silent(
    line: Line, model: ModelServer, monkeypatch, level: str, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_LOG", level)
    line("ask", line.at_stage("documents_uploaded"))
    assert not any(record.name.startswith("openai") for record in caplog.records)


def test_many_lines_go_on_where_the_model_failed(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    given = "".join(f"{STORY} That was case {number}.\n" for number in range(3))
    model.script = [answer_well, refuse(401)]
    failed = line("answer", session, "--lines", "--json", stdin=given, exit_code=5)
    assert failed.json_lines[-1]["code"] == "llm"
    done = line("answer", session, "--lines", "--json", stdin=given)
    assert done.json_lines[-1]["is_complete"] is True
    assert len(line.stored(session)["messages"]) == 6


def test_the_offline_coach_takes_over_when_the_user_says_so(line: Line, model: ModelServer) -> None:
    session = line.started()
    model.always = refuse(503)
    line("answer", session, "--text", STORY, exit_code=5)
    line("ask", session, "--coach", "offline")
    coaches = [one["coach"] for one in line.stored(session)["messages"] if "coach" in one]
    assert coaches == ["openai", "offline"]
