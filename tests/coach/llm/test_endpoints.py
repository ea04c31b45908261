"""Endpoints as they are: what servers send and refuse, one row each, over a real connection."""

import datetime
import ipaddress
import json
import ssl
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.coach.llm.test_failures import Clock
from tests.conftest import KEY, STORY, Line
from tests.model_server import (
    Behaviour,
    Handler,
    ModelServer,
    Received,
    answer_well,
    chunk,
    completion,
    good_text,
    raw,
    refuse,
    say,
    serving,
    stream,
)

GOOD = "What did you wire last year?"
EVENTS = "text/event-stream"
END = chunk(None, "stop") + b"data: [DONE]\n\n"


def refuse_if(
    condition: Any, status: int, message: str, then: Behaviour = answer_well
) -> Behaviour:
    """Refuse a request whose body meets the condition."""

    def behave(handler: Handler, received: Received) -> None:
        reply = refuse(status, message) if condition(received.body) else then
        reply(handler, received)

    return behave


def has_system(body: dict[str, Any]) -> bool:
    return body["messages"][0]["role"] == "system"


def has_schema(body: dict[str, Any]) -> bool:
    return "response_format" in body


READ: dict[str, Behaviour] = {
    "comments": raw(b": PROCESSING\n\n:\n" + chunk(GOOD) + b": x\n\n" + END, EVENTS),
    "no space after data:": raw(chunk(GOOD).replace(b"data: ", b"data:") + END, EVENTS),
    "data on several lines": raw(
        chunk(GOOD).replace(b', "object"', b',\ndata: "object"') + END, EVENTS
    ),
    "CR LF": raw((chunk(GOOD) + END).replace(b"\n", b"\r\n"), EVENTS),
    "CR": raw((chunk(GOOD) + END).replace(b"\n", b"\r"), EVENTS),
    "an event without data": raw(b"retry: 9\ndata:\n\n" + chunk(GOOD) + b"data\n\n" + END, EVENTS),
    "a body that is one chunk": raw(chunk(GOOD, "stop").removeprefix(b"data: ")),
    "named events": raw(b"event: chunk\nid: 1\nretry: 9\n" + chunk(GOOD) + END, EVENTS),
    "a byte order mark": raw(b"\xef\xbb\xbf" + chunk(GOOD) + END, EVENTS),
    "a byte order mark before JSON": raw(b"\xef\xbb\xbf" + json.dumps(completion(GOOD)).encode()),
    "no blank lines": raw((chunk(GOOD) + END).replace(b"\n\n", b"\n"), EVENTS),
    "JSON lines": raw(
        (chunk(GOOD) + chunk(None, "stop")).replace(b"\n\n", b"\n").replace(b"data: ", b""),
        "application/x-ndjson",
    ),
    "no reason at the end": raw(chunk(GOOD) + b"data: [DONE]\n\n", EVENTS),
    "a tool call after it": raw(chunk(GOOD) + chunk(None, "tool_calls") + END, EVENTS),
    "no blank line at the end": raw(chunk(GOOD) + chunk(None, "stop").rstrip(), EVENTS),
    "an event stream called JSON": raw(chunk(GOOD) + END),
    "an event stream called text": raw(chunk(GOOD) + END, "text/plain"),
    "JSON called an event stream": raw(json.dumps(completion(GOOD)).encode(), EVENTS),
    "a whole reply instead of a stream": raw(json.dumps(completion(GOOD)).encode()),
    "<think>": say(f"<think>Which? This?</think>\n{GOOD}"),
    "<thinking>": say(f"<thinking>Which? This?</thinking>\n{GOOD}"),
    "<reasoning>": say(f"<reasoning>Which? This?</reasoning>{GOOD}"),
    "<seed:think>": say(f"<seed:think>Which? This?</seed:think>{GOOD}"),
    "a tag of any name": say(f"<reflect>Which? This?</reflect>\n{GOOD}"),
    "JSON with more fields": say(json.dumps({"kind": "gap", "question": GOOD, "why": "wiring"})),
    "courtesies and a label": say(f"Happy to help! Question (1 of 8) - {GOOD}"),
    "[THINK]": say(f"[THINK]Which? This?[/THINK]{GOOD}"),
    "◁think▷": say(f"◁think▷Which? This?◁/think▷{GOOD}"),
    "channels": say(f"<|channel|>analysis<|message|>Which?<|channel|>final<|message|>{GOOD}"),
    "a turn, then <think>": say(f"<|im_start|>assistant\n<think>Which?</think>{GOOD}<|im_end|>"),
    "a turn, then channels": say(
        f"<|start|>assistant<|channel|>analysis<|message|>Which?<|end|>"
        f"<|start|>assistant<|channel|>final<|message|>{GOOD}<|return|>"
    ),
    "<|channel>thought": say(f"<|channel>thought\nWhich? This?<channel|>{GOOD}"),
    "the end of thoughts": say(f"Okay, so which is it? This one?\n</think>\n\n{GOOD}"),
    "<|im_end|>": say(f"{GOOD}<|im_end|>"),
    "<|eot_id|> and a new turn": say(f"{GOOD}<|eot_id|><|start_header_id|>user"),
    "</s>": say(f"{GOOD}</s>"),
    "<end_of_turn>": say(f"{GOOD}<end_of_turn>\n"),
    "<|im_start|>assistant": say(f"<|im_start|>assistant\n{GOOD}"),
    "a fence": say(f"```\n{GOOD}\n```"),
    "a fence with a language": stream(f"```text\n{GOOD}\n```"),
    "a label": say(f"Question: {GOOD}"),
    "a label with a number": stream(f"**Question 1 of 3 (opener):** {GOOD}"),
    "a speaker": say(f"Interviewer: {GOOD}"),
    "quotation marks": say(f'"{GOOD}"'),
    "a whole question at the limit of length": say(GOOD, "length"),
    "a whole question in a body at the limit of length": raw(
        json.dumps(completion(GOOD, "length")).encode()
    ),
    "a whole question and more at the limit of length": say(f"{GOOD} And who", "length"),
}
"""Replies that are read as GOOD at the first request."""


@pytest.mark.parametrize("form", READ)
def test_a_reply_in_any_form_is_read(line: Line, model: ModelServer, form: str) -> None:
    model.script = [READ[form]]
    assert line("ask", line.at_stage("documents_uploaded")).stdout == f"{GOOD}\n"
    assert len(model.requests) == 1


HEALED: dict[str, Behaviour] = {
    "an error with status 200": raw(b'{"error": {"message": "upstream"}}'),
    "an error in words with status 200": raw(b'{"error": "upstream"}'),
    "an error object with status 200": raw(b'{"object": "error", "message": "upstream"}'),
    "an error in a stream": raw(b'data: {"error": {"message": "upstream"}}\n\n', EVENTS),
    "an error after the first words": raw(
        chunk("What did") + b'data: {"error": "upstream"}\n\n', EVENTS
    ),
    "loading, with 503": refuse(503, "Loading model"),
    "loading, with 400": refuse(400, "Model tiny is currently loading"),
    "loading, with status 200": raw(b'{"error": "model tiny is still loading"}'),
    "an error as the end": say("What did you wire", "error"),
    "an unknown end": say("What did you wire", "abort"),
    "retry in 31 s": refuse(429, "You exceeded your current quota. Please retry in 31.2s."),
    "retryDelay": refuse(429, 'quota exceeded, "retryDelay": "31s"'),
    "try again in 1m2s": refuse(429, "Rate limit reached. Please try again in 1m2s"),
}
"""Faults after which the same request is sent again."""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    from interview_cli.coach.llm import endpoint_session

    clock = Clock()
    monkeypatch.setattr(endpoint_session, "sleep", clock.sleep)
    monkeypatch.setattr(endpoint_session, "monotonic", clock.monotonic)
    return clock


@pytest.mark.parametrize("fault", HEALED)
def test_a_transient_fault_heals(line: Line, model: ModelServer, clock: Clock, fault: str) -> None:
    model.script = [HEALED[fault], say(GOOD)]
    assert line("ask", line.at_stage("documents_uploaded")).stdout == f"{GOOD}\n"
    first, second = (request.body for request in model.requests)
    assert first == second


@pytest.mark.parametrize(
    ("fault", "wait_s"),
    [
        ("retry in 31 s", 31.2),
        ("retryDelay", 31),
        ("try again in 1m2s", 62),
        ("loading, with 503", 5),
        ("loading, with status 200", 5),
    ],
)
def test_it_is_waited_for_as_long_as_the_server_says(
    line: Line, model: ModelServer, clock: Clock, fault: str, wait_s: float
) -> None:
    model.script = [HEALED[fault]]
    line("ask", line.at_stage("documents_uploaded"))
    assert clock.waits_s == [wait_s]


def test_a_wait_beyond_the_limit_is_named_and_not_called_an_empty_account(
    line: Line, model: ModelServer, clock: Clock
) -> None:
    model.always = refuse(429, "You exceeded your current quota. Please retry in 10m0s.")
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert "too many requests at the moment and asks to wait 600 seconds" in failed.stderr
    assert (clock.waits_s, len(model.requests)) == ([], 1)


FAILED: dict[str, tuple[Behaviour, str, str]] = {
    "cut by length": (
        say("What did you wire", "length"),
        "was cut off by a limit",
        "raise the token limit",
    ),
    "cut in its thoughts": (
        say("<think>Which", "length"),
        "thoughts of the model gpt-5.4-mini were cut off",
        "reasoning_effort",
    ),
    "a filter": (say("What did", "content_filter"), "refuses to answer", "interview ask"),
    "a safety filter": (say("What did", "SAFETY"), "refuses to answer", "interview ask"),
    "an error, always": (say(GOOD, "error"), "because of an error", "check the messages"),
    "only thoughts": (say("<think>Which?</think>"), "held only its thoughts", "reasoning_effort"),
    "only thoughts, in their own field": (
        say(None, reasoning_content="Which?"),
        "held only its thoughts",
        "reasoning_effort",
    ),
    "loading, always": (refuse(503, "Loading model"), "is still loading the model", "wait until"),
    "an error with status 200, always": (
        raw(b'{"error": "upstream"}'),
        "has an internal error.",
        "check the messages of the server",
    ),
}
"""Behaviour, words of the error, and words of the hint."""


@pytest.mark.parametrize("fault", FAILED)
def test_a_fault_is_named_with_what_to_do(
    line: Line, model: ModelServer, clock: Clock, fault: str
) -> None:
    model.always, error, remedy = FAILED[fault]
    session = line.at_stage("documents_uploaded")
    lines = line("ask", session, "--no-stand-in", exit_code=5).stderr.splitlines()
    said, hint = [shown for shown in lines if not shown.startswith("note: ")]
    assert error in said
    assert remedy in hint
    assert line.stored(session)["messages"] == []


REFUSALS: dict[str, tuple[Behaviour, str]] = {
    "a stream": (
        refuse_if(lambda body: "stream" in body, 400, "Streaming is not supported"),
        "stream",
    ),
    "a stream, with 422": (
        refuse_if(lambda body: "stream" in body, 422, "'stream' must be false"),
        "stream",
    ),
    "a stream, with 501": (
        refuse_if(lambda body: "stream" in body, 501, "streaming not implemented"),
        "stream",
    ),
    "figures at its end": (
        refuse_if(
            lambda body: "stream_options" in body, 422, "Extra inputs: body -> stream_options"
        ),
        "stream_options",
    ),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_what_is_refused_is_left_out_and_remembered(
    line: Line, model: ModelServer, kind: str
) -> None:
    model.always, field = REFUSALS[kind]
    session = line.started()
    assert [field in request.body for request in model.requests] == [True, False]
    line("answer", session, "--text", STORY)
    assert [field in request.body for request in model.requests[2:]] == [False]
    shown = json.loads(line("ask", line.at_stage("documents_uploaded"), "--dry-run").stdout)
    assert field not in shown


def refuse_in_turn(handler: Handler, received: Received) -> None:
    """Refuse one part of a request at a time, as a strict server does."""
    for part in ("stream_options", "temperature", "seed", "maxLength"):
        if f'"{part}"' in json.dumps(received.body):
            refuse(400, f"'{part}' is not permitted")(handler, received)
            return
    answer_well(handler, received)


@pytest.mark.parametrize("last", [None, refuse(503)], ids=["one by one", "then a 503"])
def test_what_is_refused_is_remembered_when_the_turn_fails(
    line: Line, model: ModelServer, clock: Clock, last: Behaviour | None
) -> None:
    session = line.answered(questions=1)
    model.requests.clear()
    model.always = refuse_in_turn
    if last:
        model.script = [refuse_in_turn, refuse_in_turn, last]
    failed = line("feedback", session, exit_code=5).stderr
    assert len(model.requests) == 3
    assert "the key" not in failed
    line("feedback", session)
    assert {"stream_options", "temperature"}.isdisjoint(model.requests[3].body)
    assert line.stored(session)["feedback"]["interview_score"] == 80


def test_the_last_part_refused_is_no_reason_to_check_the_key(
    line: Line, model: ModelServer
) -> None:
    session = line.answered(questions=1)
    names = ("temperature", "seed", "maxLength")
    model.script = [refuse(400, f"'{name}' is not permitted") for name in names]
    failed = line("feedback", session, exit_code=5).stderr
    assert "refuses a part of the request that can be left out" in failed
    assert "the key" not in failed
    line("feedback", session)
    assert not any(name in json.dumps(model.requests[-1].body) for name in names)


def test_a_keyword_refused_by_name_is_remembered_when_the_turn_fails(
    line: Line, model: ModelServer
) -> None:
    session = line.answered(questions=1)
    model.script = [refuse(400, "'maxLength' is not permitted"), refuse(403)]
    line("feedback", session, exit_code=5)
    line("feedback", session)
    assert '"json_schema"' in json.dumps(model.requests[-1].body)
    assert "maxLength" not in json.dumps(model.requests[-1].body)


def test_what_is_refused_though_it_was_left_out_is_not_remembered(
    line: Line, model: ModelServer
) -> None:
    session = line.at_stage("documents_uploaded")
    model.always = refuse(400, "System role not supported")
    line("ask", session, exit_code=5)
    model.always = None
    line("ask", session)
    assert has_system(model.requests[-1].body)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "System role not supported"),
        (500, "Value is not callable: raise_exception('System role not supported')"),
        (400, "Conversation roles must alternate user/assistant/user/assistant/..."),
        (400, "Unsupported value: 'messages[0].role' does not support 'system' with this model."),
        (422, "body -> messages -> 0 -> role: Input should be 'user' or 'assistant'"),
        (400, "first message must be from user"),
        (400, "Developer instruction is not enabled for models/gemma-3-4b-it"),
    ],
)
def test_a_model_without_a_system_role_gets_it_in_the_first_message(
    line: Line, model: ModelServer, status: int, message: str
) -> None:
    model.always = refuse_if(has_system, status, message)
    session = line.started(questions=1)
    first, second = (request.body["messages"] for request in model.requests)
    assert [message["role"] for message in second] == ["user"]
    assert second[0]["content"] == f"{first[0]['content']}\n\n{first[1]['content']}"
    line("answer", session, "--text", STORY)
    line("feedback", session)
    assert len(model.requests) == 3
    assert line.stored(session)["feedback"]["interview_score"] == 80


@pytest.mark.parametrize(
    "crash",
    [
        refuse(500, "internal error"),
        stream('{"answers": [' + " " * 4_000),
        stream('{"answers": [' + "\n\t" * 2_000),
    ],
    ids=["a 500", "spaces", "line ends"],
)
def test_a_server_that_cannot_follow_the_schema_gets_it_in_the_prompt(
    line: Line, model: ModelServer, crash: Behaviour
) -> None:
    def behave(handler: Handler, received: Received) -> None:
        (crash if has_schema(received.body) else answer_well)(handler, received)

    first, second = line.answered(questions=1), line.answered(questions=1)
    model.requests.clear()
    model.always = behave
    line("feedback", first)
    assert [has_schema(request.body) for request in model.requests] == [True, False]
    assert "additionalProperties" in model.requests[-1].text
    line("feedback", second)
    assert [has_schema(request.body) for request in model.requests[2:]] == [False]


def test_a_query_of_the_base_url_keeps_its_place(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", f"{model.base_url}/dep/x?api-version=2026-01&a=")
    line("ask", line.at_stage("documents_uploaded"))
    assert model.requests[0].path == "/v1/dep/x/chat/completions?api-version=2026-01&a="


@pytest.mark.parametrize("address", ["127.0.0.1:9/v1", "localhost", "localhost:11434/v1"])
def test_an_address_without_a_scheme_is_said_as_such(
    line: Line, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", address)
    failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
    assert "OPENAI_BASE_URL has no http:// or https:// in front" in failed.stderr
    assert "http://localhost:11434/v1" in failed.stderr


class TestCertificates:
    """A server on this machine with a certificate that only SSL_CERT_FILE vouches for."""

    @pytest.fixture
    def certificate(self, tmp_path: Path) -> Path:
        """Write a certificate for 127.0.0.1, and its key after it."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
        now = datetime.datetime.now(datetime.UTC)
        address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        built = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([address]), critical=False)
            .sign(key, hashes.SHA256())
        )
        form = serialization.Encoding.PEM
        private = key.private_bytes(
            form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path = tmp_path / "certificate.pem"
        path.write_bytes(built.public_bytes(form) + private)
        return path

    @pytest.fixture
    def secure(self, certificate: Path, monkeypatch: pytest.MonkeyPatch):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with serving(ModelServer(), context) as server:
            base_url = server.base_url.replace("http:", "https:")
            monkeypatch.setenv("OPENAI_BASE_URL", base_url)
            monkeypatch.setenv("OPENAI_API_KEY", KEY)
            yield server

    def test_it_is_trusted_when_it_is_named(
        self,
        line: Line,
        secure: ModelServer,
        certificate: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        line("ask", line.at_stage("documents_uploaded"))
        assert len(secure.requests) == 1

    def test_it_is_not_trusted_otherwise(self, line: Line, secure: ModelServer) -> None:
        failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
        assert "is not trusted" in failed.stderr
        assert "SSL_CERT_FILE" in failed.stderr

    @pytest.mark.parametrize("content", [None, "", "no certificate"])
    def test_a_name_of_no_file_is_said_as_such(
        self,
        line: Line,
        secure: ModelServer,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        content: str | None,
    ) -> None:
        path = tmp_path / "other.pem"
        if content is not None:
            path.write_text(content)
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        failed = line("ask", line.at_stage("documents_uploaded"), exit_code=5)
        assert "SSL_CERT_FILE does not name a readable file of certificates" in failed.stderr
        assert secure.requests == []


def test_a_reply_is_asked_for_once_more_where_a_good_one_was_cut(
    line: Line, model: ModelServer
) -> None:
    """A half question is never stored."""

    def cut(handler: Handler, received: Received) -> None:
        handler.begin_stream()
        handler.wfile.write(chunk(good_text(received)[:20]) + b"data: [DONE]\n\n")

    model.script = [cut]
    session = line.started()
    assert line.stored(session)["messages"][0]["content"].endswith("noticed?")
    assert len(model.requests) == 2
