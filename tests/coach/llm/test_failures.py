"""Faults of an endpoint: one line of error, exit 5, and the answer is saved once."""

import email.utils
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from interview_cli.coach.llm import endpoint_session
from tests.conftest import EXAMPLES, KEY, STORY, Line, mark_slow
from tests.model_faults import FAULTS, short_limit, time_limit
from tests.model_server import (
    Behaviour,
    ModelServer,
    answer_well,
    drip,
    drip_headers,
    hang,
    raw,
    redirect,
    refuse,
    reset_before,
    reset_in_the_middle,
    say,
)

AMPLE_S = "40"
"""An INTERVIEW_LLM_TIMEOUT that no test reaches."""
PRIVATE = ("detectors", "Jo Field", "Park School", "nurse call", KEY, "sk-")


class Clock:
    """The clock of the client, which jumps over the waits between requests."""

    def __init__(self) -> None:
        self.waits_s: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits_s.append(seconds)

    def monotonic(self) -> float:
        return monotonic() + sum(self.waits_s)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(endpoint_session, "sleep", clock.sleep)
    monkeypatch.setattr(endpoint_session, "monotonic", clock.monotonic)
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", AMPLE_S)
    return clock


def check_failure(result, words: str) -> None:
    """Check for one line of error and one hint, with nothing of the CV or the answer."""
    error, hint = [line for line in result.stderr.splitlines() if not line.startswith("note: ")]
    assert error.startswith("error: ")
    assert words in error
    assert hint.startswith("hint: ")
    assert "interview ask" in hint or "interview feedback" in hint
    assert "--coach offline" in hint
    for private in PRIVATE:
        assert private not in result.stderr + result.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_the_answer_is_saved_once_and_the_interview_goes_on(
    line: Line, model: ModelServer, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour, words, requests = FAULTS[fault]
    session = line.started()
    model.requests.clear()
    model.always = behaviour
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", time_limit(fault))
    failed = line("answer", session, "--text", STORY, "--no-stand-in", exit_code=5)
    check_failure(failed, words)
    assert "your answer is saved" in failed.stderr
    assert len(model.requests) == requests
    model.always = None
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", AMPLE_S)
    assert line("answer", session, "--text", STORY).stdout.startswith("How did your work")
    roles = [message["role"] for message in line.stored(session)["messages"]]
    assert roles == ["assistant", "user", "assistant"]


QUICK = ("401", "429", "500", "reset in the middle", "hang", "HTML", "content null", "filtered")


@pytest.mark.parametrize("fault", mark_slow(FAULTS, but=QUICK))
def test_a_review_that_fails_stores_nothing(
    line: Line, model: ModelServer, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour, words, _ = FAULTS[fault]
    session = line.answered(questions=1)
    before = line.path(session).read_bytes()
    model.always = behaviour
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", time_limit(fault))
    failed = line("feedback", session, "--json", exit_code=5)
    check_failure(failed, words)
    assert failed.json["code"] == "llm"
    assert "all answers are saved" in failed.stderr
    assert line.path(session).read_bytes() == before
    model.always = None
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", AMPLE_S)
    line("feedback", session)
    assert line.stored(session)["feedback"]["interview_score"] == 80


def test_a_model_that_stays_away_costs_no_second_answer(line: Line, model: ModelServer) -> None:
    session = line.started()
    model.always = refuse(401)
    for _ in range(3):
        check_failure(line("answer", session, "--text", STORY, exit_code=5), "rejects the key")
    assert len(line.stored(session)["messages"]) == 2


def test_ask_changes_nothing_when_it_fails(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    before = line.path(session).read_bytes()
    model.always = refuse(401)
    check_failure(line("ask", session, exit_code=5), "nothing is lost, but the coach failed")
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
    "429 as OpenAI words it": refuse(
        429,
        "Rate limit reached for gpt on requests per min. Please add a payment method to your "
        "account: https://platform.openai.com/account/billing",
        "rate_limit_exceeded",
    ),
    "429 as Azure words it": refuse(
        429, "Please go to https://aka.ms/oai/quotaincrease to raise the rate limit.", "429"
    ),
    "429 as Gemini words it": refuse(429, "Quota exceeded for requests per minute"),
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


def test_two_faults_in_a_row_heal_too(line: Line, model: ModelServer, clock: Clock) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [refuse(503), reset_before]
    line("ask", session)
    assert len(model.requests) == 3
    assert clock.waits_s == [0.5, 1]


def test_never_more_than_three_requests(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    model.always = refuse(503)
    line("ask", session, exit_code=5)
    assert len(model.requests) == 3


def test_a_body_without_end_is_read_no_further_than_a_reply_can_be(
    line: Line, model: ModelServer
) -> None:
    """The client gives up because of the size, long before the time limit."""
    sent = []

    def endless(handler, _) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.end_headers()
        handler.close_connection = True
        while not handler.model.closing.is_set():
            handler.wfile.write(b" " * 65_536)
            sent.append(65_536)

    model.always = endless
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    check_failure(failed, "not with a chat completion")
    assert sum(sent) < 50_000_000


def test_a_long_error_is_read_in_part(line: Line, model: ModelServer) -> None:
    model.always = refuse(400, "model " * 2_000_000)
    check_failure(
        line("ask", line.at_stage("documents_uploaded"), exit_code=5), "rejects the request"
    )


def test_a_date_in_retry_after_is_understood(line: Line, model: ModelServer) -> None:
    session = line.at_stage("documents_uploaded")
    later = email.utils.format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    model.always = refuse(429, retry_after=later)
    assert "asks to wait 3" in line("ask", session, exit_code=5).stderr
    assert len(model.requests) == 1


@pytest.mark.parametrize("nonsense", ["soon", "-3", "nan", "inf", "1e30", ""])
def test_nonsense_in_retry_after_is_ignored(line: Line, model: ModelServer, nonsense: str) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [refuse(429, retry_after=nonsense)]
    line("ask", session)
    assert len(model.requests) == 2


@pytest.mark.slow
@pytest.mark.parametrize("behaviour", [hang, drip, drip_headers])
def test_all_attempts_end_within_twice_the_limit(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour
) -> None:
    """The client gives up before the server does, which holds the connection much longer."""
    session = line.at_stage("documents_uploaded")
    model.always = behaviour
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", short_limit())
    line("ask", session, exit_code=5)
    assert not model.held_to_the_end.is_set()


def test_nobody_listens(line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    session = line.started()
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    check_failure(
        line("answer", session, "--text", STORY, exit_code=5), "cannot connect to 127.0.0.1:9"
    )


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("OPENAI_BASE_URL", "127.0.0.1:9/v1", "has no http:// or https:// in front"),
        ("OPENAI_BASE_URL", "localhost", "has no http:// or https:// in front"),
        ("OPENAI_BASE_URL", "ftp://127.0.0.1/v1", "cannot be set up"),
        ("OPENAI_BASE_URL", "http://127.0.0.1:port/v1", "cannot be set up"),
        ("OPENAI_BASE_URL", "http://[::1/v1", "cannot be set up"),
        ("OPENAI_API_KEY", "sk-two words", "cannot be set up"),
        ("OPENAI_API_KEY", "sk-\u2026", "cannot be set up"),
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
    check_failure(line("answer", session, "--text", STORY, exit_code=5), words)
    assert model.requests == []
    monkeypatch.delenv(variable)
    monkeypatch.setenv("OPENAI_BASE_URL", model.base_url)
    line("answer", session, "--text", STORY)
    assert len(line.stored(session)["messages"]) == 3


def test_no_key_and_no_address(line: Line, model: ModelServer, monkeypatch) -> None:
    """Send nothing to the default address without a key."""
    session = line.started()
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    failed = line("answer", session, "--text", STORY, "--coach", "openai", exit_code=5)
    check_failure(failed, "no key for api.openai.com is set")
    line("answer", session, "--text", STORY, "--coach", "offline")


def test_a_redirect_takes_nothing_along(line: Line, model: ModelServer) -> None:
    model.script = [redirect(f"{model.base_url}/elsewhere")]
    line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert [request.path for request in model.requests] == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    ("proxy", "words"),
    [("socks5://127.0.0.1:9", "cannot be set up"), ("http://127.0.0.1:9", "cannot connect to")],
)
def test_a_proxy_that_cannot_be_used(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch, proxy: str, words: str
) -> None:
    session = line.started()
    monkeypatch.setenv("OPENAI_BASE_URL", "http://llm.example/v1")
    monkeypatch.setenv("HTTP_PROXY", proxy)
    check_failure(line("answer", session, "--text", STORY, exit_code=5), words)


def test_no_proxy_stands_between_this_machine_and_itself(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    line("ask", line.at_stage("documents_uploaded"))


def environment_of(line: Line) -> dict[str, str]:
    """Return environment variables that make a process run this source tree on this home."""
    return {"INTERVIEW_HOME": str(line.home), "PYTHONPATH": str(EXAMPLES.parent)}


@pytest.mark.slow
@pytest.mark.parametrize("level", ["debug", "info"])
def test_the_log_of_the_client_stays_silent(line: Line, model: ModelServer, level: str) -> None:
    """Runs a process, because the client reads this setting when it is imported."""
    session = line.at_stage("documents_uploaded")
    environment = {"OPENAI_LOG": level} | environment_of(line)
    done = subprocess.run(
        [sys.executable, "-m", "interview_cli", "ask", session, "--coach", "openai"],
        env=os.environ | environment,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


@pytest.mark.slow
def test_nothing_of_a_thread_reaches_the_screen(line: Line, model: ModelServer) -> None:
    """The server sends the request back in a reply that the client cannot handle."""
    session = line.at_stage("documents_uploaded")

    def echo(handler, received) -> None:
        handler.reply(307, received.text.encode(), {"location": "http://[x"})

    model.always = echo
    done = subprocess.run(
        [sys.executable, "-m", "interview_cli", "ask", session, "--coach", "openai"],
        env=os.environ | environment_of(line),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (5, 2)


def test_a_refused_question_stays_refused_when_asking_again_fails(
    line: Line, model: ModelServer
) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [say("Who? What? Where? When?"), refuse(401)]
    assert "question 1 is from the offline coach" in line("ask", session).stderr
    assert line.stored(session)["messages"][0]["coach"] == "offline"


def test_a_reply_that_takes_long_is_not_paid_for_twice(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = line.answered(questions=1)
    model.requests.clear()
    model.always = hang
    limit_s = short_limit()
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", limit_s)
    failed = line("feedback", session, exit_code=5)
    check_failure(failed, f"has not begun to answer after {limit_s} seconds")
    assert len(model.requests) == 1


def test_retry_after_is_waited_for_as_often_as_there_is_time(
    line: Line, model: ModelServer, clock: Clock
) -> None:
    model.script = [refuse(429, retry_after="30"), refuse(429, retry_after="30")]
    line("ask", line.at_stage("documents_uploaded"))
    assert len(model.requests) == 3
    assert clock.waits_s == [30, 30]


def test_a_retry_after_beyond_the_time_limit_is_not_waited_for(
    line: Line, model: ModelServer, clock: Clock
) -> None:
    model.always = refuse(429, retry_after="50")
    line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert len(model.requests) == 2
    assert clock.waits_s == [50]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("maximum context length exceeded", "too long for the model"),
        ("Rate limit reached", "too many requests"),
        ("insufficient_quota", "no quota left"),
        ("model 'x' not found", "does not have the model"),
    ],
)
def test_an_error_with_status_200_is_told_for_what_it_is(
    line: Line, model: ModelServer, message: str, words: str
) -> None:
    model.always = raw(json.dumps({"error": {"message": message, "code": 1}}).encode())
    check_failure(line("ask", line.at_stage("documents_uploaded"), exit_code=5), words)


def test_an_error_in_a_list_is_read_too(line: Line, model: ModelServer) -> None:
    body = json.dumps([{"error": {"message": "models/x is not found", "code": 404}}]).encode()
    model.always = lambda handler, _: handler.reply(404, body)
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    check_failure(failed, "does not have the model")


def test_an_option_of_the_user_s_own_is_the_first_to_check(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_MODEL_OPTIONS", '{"temperature": 0}')
    model.always = refuse(400, "Unsupported value: 'temperature'")
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert "check INTERVIEW_MODEL_OPTIONS" in failed.stderr


@pytest.mark.parametrize("finish", ["STOP", "COMPLETE", "eos", "end_turn"])
def test_a_reply_counts_whatever_its_end_is_called(
    line: Line, model: ModelServer, finish: str
) -> None:
    model.script = [say("What did you wire last?", finish)]
    line("ask", line.at_stage("documents_uploaded"))
    assert len(model.requests) == 1


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
    messages = line.stored(session)["messages"]
    coaches = [message["coach"] for message in messages if "coach" in message]
    assert coaches == ["openai", "offline"]
