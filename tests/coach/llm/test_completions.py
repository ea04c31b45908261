"""Completions, whole and as a stream: the text that is used, and what makes one unusable."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from interview_cli.coach.llm import completions, failures
from interview_cli.coach.llm.completions import ReplyReader
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.coach.llm.reply_bounds import ReplyBounds, bound_question, bound_review
from interview_cli.coach.llm.review_schema import build_review_schema, measure_longest
from interview_cli.model_settings import MAX_REPLY_CHARS
from tests.cases import each

HOST = Endpoint("host", "tiny", has_key=True, options=())
FREE = ReplyBounds(2 * MAX_REPLY_CHARS, lambda text: None)
QUESTION = bound_question(lambda text: True)
SCHEMA = build_review_schema(1, is_bounded=True)
REVIEW = bound_review(SCHEMA)
ASKED = "What did you wire last year?"
VARIED = "".join(f"word{number} " for number in range(40_000))


def build_body(content: Any, finish: str | None = "stop", **message: Any) -> bytes:
    choice = {"message": {"content": content} | message, "finish_reason": finish}
    return json.dumps({"choices": [choice]}).encode()


def chunk(content: Any, finish: str | None = None, index: int = 0, **delta: Any) -> bytes:
    choice = {"index": index, "delta": {"content": content} | delta, "finish_reason": finish}
    return f"data: {json.dumps({'choices': [choice]})}\n\n".encode()


def read(*parts: bytes, bounds: ReplyBounds = FREE) -> str:
    return next(ReplyReader(HOST, bounds, lambda _text: None).read(parts, ""))


def explain(*parts: bytes, bounds: ReplyBounds = FREE) -> str:
    with pytest.raises(RequestFailed) as raised:
        read(*parts, bounds=bounds)
    return raised.value.message


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("What did you do?", "What did you do?"),
        ([{"text": "What did "}, {"text": "you do?"}, "x", {}], "What did you do?"),
        ("<think>Hm.</think>What?", "What?"),
        ("What?\x1b[2J", "What?[2J"),
        (VARIED[:MAX_REPLY_CHARS].strip(), VARIED[:MAX_REPLY_CHARS].strip()),
    ],
    ids=["text", "parts", "thoughts", "controls", "as long as allowed"],
)
def test_the_text_of_a_reply(content: Any, text: str) -> None:
    assert read(build_body(content)) == text
    assert read(chunk(content), chunk(None, "stop")) == text


@each(
    ("content", "finish", "explanation"),
    [
        ("What?", "length", failures.explain_cut_off),
        ("What?", "MAX_TOKENS", failures.explain_cut_off),
        ("What?", "content_filter", failures.explain_filtered),
        ("What?", "SAFETY", failures.explain_filtered),
        ("What?", "error", failures.explain_ended_in_error),
        ("What?", "whatever", failures.explain_ended_in_error),
        ("What?", "tool_calls", failures.explain_empty),
        ("…", "stop", failures.explain_empty),
        (None, "stop", failures.explain_empty),
        ("<think>Hm.</think>", "stop", failures.explain_only_thoughts),
        (VARIED[: MAX_REPLY_CHARS + 9], "stop", failures.explain_endless),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_reply_that_is_not_usable(
    content: Any, finish: str, explanation: Callable[[Endpoint], RequestFailed]
) -> None:
    message = explanation(HOST).message
    assert explain(build_body(content, finish)) == message
    assert explain(chunk(content), chunk(None, finish)) == message


@each(
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
        b"data: [1]\n\n",
        b"data: {broken\n\n",
        b'data: {"choices": [3]}\n\n',
    ],
    ids=lambda content: str(content[:30]),
)
def test_a_body_that_is_not_a_completion(content: bytes) -> None:
    assert explain(content) == failures.explain_not_completion(HOST).message


@pytest.mark.parametrize("form", ["{}", "data: {}\n\n"])
def test_an_error_with_status_200_is_explained(form: str) -> None:
    error = '{"error": {"message": "maximum context length is 4096 tokens"}}'
    assert "too long for the model" in explain(form.replace("{}", error).encode())


def test_a_refusal_is_not_a_reply() -> None:
    message = failures.explain_filtered(HOST).message
    assert explain(build_body("What?", refusal="I can't.")) == message
    assert explain(chunk("What?", refusal="I can't.")) == message


def test_a_whole_reply_may_lack_its_reason_to_end() -> None:
    assert read(build_body("What?", None)) == "What?"


@pytest.mark.parametrize("end", [b"", b"data: [DONE]\n\n"])
def test_a_stream_without_a_reason_to_end_is_not_a_reply(end: bytes) -> None:
    assert explain(chunk("What did you"), end) == failures.explain_broken_off(HOST).message


def read_endless(*parts: bytes, bounds: ReplyBounds) -> str:
    """Return the reply to these parts; reading beyond them fails."""

    def generate() -> Iterator[bytes]:
        yield from parts
        raise AssertionError("read beyond the end")

    return next(ReplyReader(HOST, bounds, lambda _text: None).read(generate(), ""))


def test_a_stream_ends_where_it_says_so() -> None:
    assert read_endless(chunk("What?", "stop"), bounds=FREE) == "What?"


def test_a_stream_is_ended_after_the_first_whole_question() -> None:
    assert read_endless(chunk(ASKED), chunk(" And"), bounds=QUESTION) == ASKED


def test_thoughts_do_not_end_a_question() -> None:
    parts = (chunk("<think>Is it this? Or that one? Yes.</think>"), chunk(ASKED), chunk("\nA"))
    assert read_endless(*parts, bounds=QUESTION) == ASKED


@pytest.mark.parametrize(
    "pieces",
    [
        ["", ASKED, " And"],
        ["\n\n", *ASKED, " And"],
        ["<think>", "Is it this?", "</thi", "nk>", "\n", *ASKED, " A"],
        ["<think>Is it a > b?", " Yes.", "</think>", *ASKED, "\n", "A"],
    ],
)
def test_the_pieces_of_a_stream_do_not_matter(pieces: list[str]) -> None:
    assert read_endless(*map(chunk, pieces), bounds=QUESTION) == ASKED


def test_a_question_that_never_comes_is_ended_by_its_length() -> None:
    parts = [chunk(VARIED[start : start + 400]) for start in range(0, 1_600, 400)]
    text = read_endless(*parts, bounds=QUESTION)
    assert 1_200 < len(text) <= 1_600


def test_a_review_is_ended_after_its_object() -> None:
    review = json.dumps({"answers": []})
    parts = (chunk(review), chunk("\n\nI hope that this helps! " + VARIED[:200]))
    assert read_endless(*parts, bounds=REVIEW) == review


def test_a_review_is_ended_by_the_longest_that_there_can_be() -> None:
    longest = 2 * measure_longest(SCHEMA)
    starts = range(0, longest + 1_000, 1_000)
    parts = [chunk("{"), *(chunk(VARIED[start : start + 1_000]) for start in starts)]
    assert longest < len(read_endless(*parts, bounds=REVIEW)) <= longest + 1_000


def test_prose_in_place_of_an_object_is_ended_much_earlier() -> None:
    parts = [chunk(VARIED[start : start + 1_000]) for start in range(0, 9_000, 1_000)]
    assert 3_000 < len(read_endless(*parts, bounds=REVIEW)) <= 4_000


def test_a_loop_is_cut_at_once() -> None:
    message = explain(*[chunk("again ")] * 100)
    assert message == failures.explain_loop(HOST, is_blank=False).message


def test_a_loop_after_a_whole_reply_is_cut_off_from_it() -> None:
    review = json.dumps({"answers": []})
    assert read(chunk(review), *[chunk("\n" * 50)] * 9, bounds=REVIEW) == review


def test_a_loop_of_white_space_blames_the_demand_for_json() -> None:
    with pytest.raises(RequestFailed) as raised:
        read(chunk('{"answers": ['), *[chunk(" ")] * 400)
    assert raised.value.rejects_format


def test_a_whole_body_is_cut_to_its_first_question_too() -> None:
    assert read(build_body(f"{ASKED} And why?"), bounds=QUESTION) == ASKED


def test_a_whole_question_is_kept_however_its_filler_ends() -> None:
    assert read(build_body(f"{ASKED} For exam", "length"), bounds=QUESTION) == ASKED
    assert read(chunk(f"{ASKED} For exam", "length"), bounds=QUESTION) == ASKED


def test_thoughts_that_loop_in_their_own_field_are_cut() -> None:
    thoughts = chunk(None, reasoning_content="Wait, which one? ")
    assert explain(*[thoughts] * 30) == failures.explain_loop(HOST, is_blank=False).message


def test_a_stream_without_end_is_given_up() -> None:
    parts = [chunk(VARIED[start : start + 1_000]) for start in range(0, 220_000, 1_000)]
    thoughts = [chunk("<think>"), *parts]
    assert explain(*thoughts) == failures.explain_endless(HOST).message


def test_other_choices_and_empty_chunks_are_skipped() -> None:
    empty = b'data: {"choices": null}\n\n'
    assert read(empty, chunk("other", index=1), chunk("What?", "stop")) == "What?"


def test_the_size_of_the_request_is_read_after_the_reply() -> None:
    usage = b'data: {"choices": [], "usage": {"prompt_tokens": 812}}\n\n'
    reader = ReplyReader(HOST, FREE, lambda _text: None)
    assert list(reader.read([chunk("What?", "stop"), usage], "")) == ["What?"]
    assert reader.prompt_tokens == 812


def test_thoughts_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "_SHOW_INTERVAL_S", 0.0)
    shown: list[str] = []
    reader = ReplyReader(HOST, FREE, shown.append)
    parts = [chunk("<think>Hm.</think>"), chunk(ASKED), chunk(" And now?"), chunk("", "stop")]
    list(reader.read(parts, ""))
    assert shown == [ASKED, f"{ASKED} And now?"]


@pytest.mark.parametrize(
    "part", [chunk("<think>" + VARIED[:73]), chunk(None, reasoning_content=VARIED[:80])]
)
def test_how_fast_the_model_is_while_it_thinks(
    monkeypatch: pytest.MonkeyPatch, part: bytes
) -> None:
    times = iter([100.0, 104.0])
    monkeypatch.setattr(completions, "monotonic", lambda: next(times))
    reader = ReplyReader(HOST, FREE, lambda _text: None)
    with pytest.raises(RequestFailed):
        list(reader.read([part], ""))
    assert reader.is_thinking
    assert reader.tokens_per_s == 5.0
