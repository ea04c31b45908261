"""Replies of a model: parsed with tolerance and without trust."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.coach.base import Review
from interview_cli.coach.llm.replies import (
    UnusableReview,
    build_review_schema,
    clean_question,
    find_question_fault,
    parse_review,
    remove_thoughts,
)
from tests.model_server import CRITERIA

ANSWER = {
    "number": 1,
    "reasons": dict.fromkeys(CRITERIA, "names it"),
    "ratings": dict.fromkeys(CRITERIA, 3),
    "evidence": "I did",
    "comment": "So.",
    "next_time": "What then?",
}
REVIEW = {
    "answers": [ANSWER],
    "strengths": [],
    "weaknesses": [],
    "cv_improvements": [],
    "summary": "Well.",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def read(reply: str, count: int = 1) -> Review:
    return parse_review(reply, count, "openai", "m")


def test_a_review_says_who_made_it() -> None:
    review = read(json.dumps(REVIEW))
    assert (review.coach, review.model) == ("openai", "m")


@given(st.text())
def test_any_text_is_a_review_or_unusable(reply: str) -> None:
    with pytest.raises(UnusableReview):
        read(reply)


def find_wrong_places(document: dict[str, object]) -> tuple[str, ...]:
    """Return the places that make a review unusable; empty if it is usable."""
    try:
        read(json.dumps(document))
    except UnusableReview as unusable:
        return unusable.places
    return ()


@given(st.sampled_from(sorted(REVIEW)), JSON)
def test_any_value_in_any_place_is_read_or_named_by_its_place(field: str, value: object) -> None:
    places = find_wrong_places(REVIEW | {field: value})
    assert {place.split(".")[0] for place in places} <= {field}


@given(st.sampled_from(sorted(ANSWER)), JSON)
def test_any_value_in_an_answer_is_read_or_named_by_its_place(field: str, value: object) -> None:
    places = find_wrong_places(REVIEW | {"answers": [ANSWER | {field: value}]})
    known = {"answers", *ANSWER, *CRITERIA, *map(str, range(10))}
    assert {part for place in places for part in place.split(".")} <= known


@pytest.mark.parametrize("value", ["4", 4.0])
def test_a_whole_number_is_one_however_it_is_written(value: object) -> None:
    ratings = dict.fromkeys(CRITERIA, value)
    review = read(json.dumps(REVIEW | {"answers": [ANSWER | {"ratings": ratings}]}))
    assert review.judgements[0].ratings.impact == 4


def test_a_point_without_words_is_none_and_one_without_a_number_has_no_quote() -> None:
    points = [{"text": " ", "number": 1}, {"text": "No figure", "number": None, "quote": "I did"}]
    (point,) = read(json.dumps(REVIEW | {"weaknesses": points})).weaknesses
    assert (point.text, point.number) == ("No figure", 0)


@pytest.mark.parametrize("field", ["comment", "next_time"])
def test_what_must_be_said_cannot_be_blank(field: str) -> None:
    document = REVIEW | {"answers": [ANSWER | {field: " \n"}]}
    assert find_wrong_places(document) == (f"answers.0.{field}",)


def test_a_reason_is_one_line() -> None:
    reasons = dict.fromkeys(CRITERIA, "names\n  a thing")
    review = read(json.dumps(REVIEW | {"answers": [ANSWER | {"reasons": reasons}]}))
    assert review.judgements[0].reasons["impact"] == "names a thing"


def test_of_a_broken_object_no_part_is_taken() -> None:
    broken = json.dumps(REVIEW).removesuffix("}") + ",}"
    with pytest.raises(UnusableReview) as caught:
        read(broken)
    assert caught.value.places == ("(the whole reply)",)


@pytest.mark.parametrize(
    "around",
    [
        "Format {{}} as asked:\n{}",
        'First {{"draft": 1}} so\n{}',
        'I think {{"answers": []}} is too short.\n{}',
        '{}\n{{"answers": []}}',
    ],
)
def test_the_object_that_is_a_review_is_taken(around: str) -> None:
    assert read(around.format(json.dumps(REVIEW))).summary == "Well."


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
    assert clean_question(question) == bare


def test_answers_come_in_order_whatever_theirs_was() -> None:
    answers = [ANSWER | {"number": number} for number in (3, 1, 2)]
    review = read(json.dumps(REVIEW | {"answers": answers}), count=3)
    assert [judgement.number for judgement in review.judgements] == [1, 2, 3]


def test_a_thousand_opening_braces_are_no_work() -> None:
    with pytest.raises(UnusableReview):
        read('{"a":' * 30_000)


@pytest.mark.parametrize(
    ("quote", "bare"),
    [
        ("“I did”", "I did"),
        ('"I did ..."', "I did"),
        ("… I did …", "I did"),
        ("I don't", "I don't"),
        ("", None),
        (None, None),
        ("”", None),
    ],
)
def test_marks_around_a_quote_are_not_part_of_it(quote: str | None, bare: str | None) -> None:
    review = read(json.dumps(REVIEW | {"answers": [ANSWER | {"evidence": quote}]}))
    assert review.judgements[0].evidence == bare


def test_the_schema_is_one_that_every_server_knows() -> None:
    def check(node: object) -> None:
        if isinstance(node, dict):
            assert set(node) <= {
                "type", "properties", "items", "enum", "required", "additionalProperties"
            }  # fmt: skip
            assert isinstance(node["type"], str)
            if node["type"] == "object":
                assert node["required"] == list(node["properties"])
                assert node["additionalProperties"] is False
                for value in node["properties"].values():
                    check(value)
            if node["type"] == "array":
                check(node["items"])

    check(build_review_schema())


def test_reasons_are_written_before_ratings() -> None:
    fields = list(build_review_schema()["properties"]["answers"]["items"]["properties"])
    assert fields.index("reasons") < fields.index("ratings")


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
