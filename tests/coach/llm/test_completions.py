"""Completions, whole and as a stream: the text that is used, and what makes one unusable."""

import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.completions import read_body, read_stream
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.model_settings import MAX_REPLY_CHARS

HOST = Endpoint("host", "tiny", has_key=True, options=())


def build_body(content: Any, finish: str | None = "stop", **message: Any) -> bytes:
    choice = {"message": {"content": content} | message, "finish_reason": finish}
    return json.dumps({"choices": [choice]}).encode()


def chunk(content: Any, finish: str | None = None, index: int = 0, **delta: Any) -> Any:
    choice = SimpleNamespace(
        index=index, finish_reason=finish, delta=SimpleNamespace(content=content, **delta)
    )
    return SimpleNamespace(choices=[choice])


def read_chunks(*chunks: Any) -> str:
    return read_stream(iter(chunks), HOST, lambda _text: None)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("What did you do?", "What did you do?"),
        ([{"text": "What did "}, {"text": "you do?"}, "x", {}], "What did you do?"),
        ("<think>Hm.</think>What?", "What?"),
        ("What?\x1b[2J", "What?[2J"),
        ("x" * MAX_REPLY_CHARS, "x" * MAX_REPLY_CHARS),
    ],
    ids=["text", "parts", "thoughts", "controls", "as long as allowed"],
)
def test_the_text_of_a_reply(content: Any, text: str) -> None:
    assert read_body(build_body(content), HOST) == text
    assert read_chunks(chunk(content), chunk(None, "stop")) == text


@pytest.mark.parametrize(
    ("content", "finish", "explain"),
    [
        ("What?", "length", failures.explain_cut_off),
        ("What?", "MAX_TOKENS", failures.explain_cut_off),
        ("What?", "content_filter", failures.explain_filtered),
        ("What?", "tool_calls", failures.explain_empty),
        ("…", "stop", failures.explain_empty),
        (None, "stop", failures.explain_empty),
        ("<think>Hm.</think>", "stop", failures.explain_empty),
        ("x" * (MAX_REPLY_CHARS + 1), "stop", failures.explain_not_completion),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_reply_that_is_not_usable(
    content: Any, finish: str, explain: Callable[[Endpoint], RequestFailed]
) -> None:
    message = explain(HOST).message
    with pytest.raises(RequestFailed) as whole:
        read_body(build_body(content, finish), HOST)
    with pytest.raises(RequestFailed) as streamed:
        read_chunks(chunk(content), chunk(None, finish))
    assert whole.value.message == streamed.value.message == message


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [3]}',
        b'{"choices": [{"message": null}]}',
        b"[" * 100_000,
        b"\xff",
    ],
    ids=lambda content: str(content[:30]),
)
def test_a_body_that_is_not_a_completion(content: bytes) -> None:
    with pytest.raises(RequestFailed) as raised:
        read_body(content, HOST)
    assert raised.value.message == failures.explain_not_completion(HOST).message


def test_an_error_with_status_200_is_explained() -> None:
    body = b'{"error": {"message": "maximum context length is 4096 tokens"}}'
    with pytest.raises(RequestFailed) as raised:
        read_body(body, HOST)
    assert raised.value.message != failures.explain_not_completion(HOST).message


def test_a_refusal_is_not_a_reply() -> None:
    message = failures.explain_filtered(HOST).message
    with pytest.raises(RequestFailed) as whole:
        read_body(build_body("What?", refusal="I can't."), HOST)
    with pytest.raises(RequestFailed) as streamed:
        read_chunks(chunk("What?", refusal="I can't."))
    assert whole.value.message == streamed.value.message == message


def test_a_whole_reply_may_lack_its_reason_to_end() -> None:
    assert read_body(build_body("What?", None), HOST) == "What?"


def test_a_stream_that_breaks_off_is_not_a_reply() -> None:
    with pytest.raises(RequestFailed) as raised:
        read_chunks(chunk("What did you"))
    assert raised.value.message == failures.explain_broken_off(HOST).message


def test_a_stream_ends_where_it_says_so() -> None:
    def endless() -> Iterator[Any]:
        yield chunk("What?", "stop")
        raise AssertionError("read beyond the end")

    assert read_stream(endless(), HOST, lambda _text: None) == "What?"


def test_a_stream_without_end_is_given_up() -> None:
    part = "x" * 1_000
    chunks = (chunk(part) for _ in range(300))
    with pytest.raises(RequestFailed) as raised:
        read_stream(chunks, HOST, lambda _text: None)
    assert raised.value.message == failures.explain_not_completion(HOST).message
    assert next(chunks, None) is not None


def test_other_choices_and_empty_chunks_are_skipped() -> None:
    empty = SimpleNamespace(choices=None)
    assert read_chunks(empty, chunk("other", index=1), chunk("What?", "stop")) == "What?"


def test_thoughts_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_cli.coach.llm.completions._SHOW_INTERVAL_S", 0.0)
    shown: list[str] = []
    chunks = [chunk("<think>Hm.</think>"), chunk("What"), chunk(" now?"), chunk("", "stop")]
    read_stream(iter(chunks), HOST, shown.append)
    assert shown == ["What", "What now?"]
