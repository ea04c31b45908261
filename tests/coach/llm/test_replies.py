"""Replies of a model: parsed with tolerance and without trust."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.coach.llm.replies import (
    find_objects,
    find_question_fault,
    remove_thoughts,
    strip_quotation,
)


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("“Why this job?”", "Why this job?"),
        ('"Why this job?"', "Why this job?"),
        ("**Why this job?**", "Why this job?"),
        ("You wrote “Jo”; why?", "You wrote “Jo”; why?"),
        ("“Jo” and “Al”", "“Jo” and “Al”"),
        ("“", "“"),
    ],
)
def test_marks_around_the_whole_question_go(question: str, bare: str) -> None:
    assert strip_quotation(question) == bare


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('{"a": [1, 2,], "b": {"c": 3,},}', [{"a": [1, 2], "b": {"c": 3}}]),
        ('Here:\n{"a": "x,}",\n}', [{"a": "x,}"}]),
        ('{"a": "say \\",}\\"",}', [{"a": 'say ",}"'}]),
        ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
        ("{,}", [{}]),
        ('{"a": 1', []),
    ],
)
def test_objects_are_found_in_a_text(text: str, objects: list[object]) -> None:
    assert list(find_objects(text)) == objects


def test_a_thousand_opening_braces_are_no_work() -> None:
    assert list(find_objects('{"a":' * 30_000)) == []


@pytest.mark.parametrize(
    ("reply", "left"),
    [
        ("<think>a</think>b", "b"),
        ("<thinking>a\nb</thinking>\n\nc", "c"),
        ("<think>never ended", ""),
        ("What of <think> tags? Say more.", "What of <think> tags? Say more."),
        ("first I think, then\n</think>\n\nWhy?", "Why?"),
        ('{"summary": "it says </think>\\n"}', '{"summary": "it says </think>\\n"}'),
        ("[THINK]a[/THINK]b", "b"),
        ("<|channel|>analysis<|message|>a<|channel|>final<|message|>b", "b"),
        ("plain", "plain"),
    ],
)
def test_thoughts_are_taken_out(reply: str, left: str) -> None:
    assert remove_thoughts(reply) == left


EARLIER = "Tell me about a time when a switchboard failed its test at Leeds General. What was it?"


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (EARLIER, "repeats"),
        (EARLIER.upper(), "repeats"),
        ("And tell me about that time a switchboard failed the test at Leeds General?", "repeats"),
        ("Tell me about a time when a panel failed its test at Park School.", None),
        ("Question 2?", None),
        ("Why? And how?", "several"),
        ("How did you start, and what came next, and who helped, and why?", "several"),
        ("Tell me about A. Then describe B. Also explain C.", "several"),
        ("What did you do, and why?", None),
        ("Tell me about one night shift. Please describe your own part.", None),
        ("Thank you for that! " + EARLIER, "repeats"),
        ("How did you wire it? For example in the hall.", "answered"),
        ("How did you wire it? I would say by night.", "answered"),
        ("I'm sorry, I cannot do that.", "none"),
        ("As the question, here is what I want:\nWhy this job?", "none"),
        ("## Question 9\n\nWhy this job?", "none"),
        ('{"question": "Why this job?"}', "none"),
        ("为什么？怎么做？", "several"),
        ("- Why this job\n- Why now", "several"),
        ("Why did you write “Who? Me?” in your CV?", None),
        ("What did you do? Please name your own part in it, and how long it took you.", None),
        ("Why this job? A: It suits me.", None),
        ("Why this job?\nA: It suits me.", "answered"),
        ("Why this job?\n**Answer:** It suits me.", "answered"),
        ("Why this job? " + "I have always liked it and wanted to work here. " * 4, "answered"),
        ("x" * 1_201, "answered"),
        ("What?" + "\n" * 150_000 + "x", "answered"),
        ("“" * 1_100, None),
        ("What does 'Who is safe?' in your CV mean, and how did you ask it?", None),
        ("What did you put on https://example.org/?id=3 and why?", None),
        ("A customer asks: is this safe? What would you do first?", None),
        ("Was bedeutet »Wer fragt?« in Ihrem Lebenslauf?", None),
    ],
)
def test_what_is_wrong_with_a_question(question: str, fault: str | None) -> None:
    assert find_question_fault(question, ["Question 1?", EARLIER]) == fault


@given(st.text(max_size=400), st.lists(st.text(max_size=100), max_size=3))
def test_any_text_is_judged(question: str, earlier: list[str]) -> None:
    assert find_question_fault(question, earlier) in (
        "none",
        "repeats",
        "several",
        "answered",
        None,
    )
