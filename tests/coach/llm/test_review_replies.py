"""Replies of a model with a review: parsed with tolerance and without trust."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.coach.llm.replies import UnusableReview
from interview_cli.coach.llm.review_replies import ReviewDraft, parse_review
from interview_cli.coach.llm.review_schema import (
    Repair,
    build_repair_schema,
    build_review_schema,
    measure_longest,
)
from tests.cases import each
from tests.model_server import CRITERIA

ANSWER = {
    "reasons": dict.fromkeys(CRITERIA, "names it"),
    "ratings": dict.fromkeys(CRITERIA, 3),
    "evidence": "I did",
    "comment": "It says so.",
    "next_time": "What came then?",
}
REVIEW = {
    "answers": {"1": ANSWER},
    "strengths": [],
    "weaknesses": [],
    "cv_improvements": [],
    "summary": "Well told.",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def read(document: dict[str, Any], count: int = 1) -> ReviewDraft:
    return parse_review(json.dumps(document), range(1, count + 1))


def read_answer(**changes: Any) -> ReviewDraft:
    return read(REVIEW | {"answers": {"1": ANSWER | changes}})


def find_wrong_places(draft: ReviewDraft) -> list[str]:
    return [fault.place for fault in draft.faults]


@given(st.text())
def test_any_text_is_a_review_or_unusable(reply: str) -> None:
    with pytest.raises(UnusableReview):
        parse_review(reply, [1])


@given(st.sampled_from(sorted(REVIEW)), JSON)
def test_any_value_in_any_place_is_read_or_named_by_its_place(field: str, value: object) -> None:
    wrong = find_wrong_places(read(REVIEW | {field: value}))
    assert {place.split(".")[0] for place in wrong} <= {field}


@given(st.sampled_from(sorted(ANSWER)), JSON)
def test_any_value_in_an_answer_is_read_or_named_by_its_place(field: str, value: object) -> None:
    known = {"answers", "1", *ANSWER, *CRITERIA}
    wrong = find_wrong_places(read_answer(**{field: value}))
    assert {part for place in wrong for part in place.split(".")} <= known


@pytest.mark.parametrize(
    ("value", "rating"),
    [(4, 4), ("4", 4), (4.0, 4), (3.5, 3), ("3.9", 3), (0.5, 0), (0, 0), (5, 5)],
)
def test_a_fraction_of_a_rating_is_rounded_down(value: object, rating: int) -> None:
    draft = read_answer(ratings=dict.fromkeys(CRITERIA, value))
    assert draft.judgements[1].ratings.impact == rating


@each("value", [6, 5.5, -1, -0.5, 1e999, None, True, "high", "", [], "4/5"])
def test_what_is_no_rating_is_named(value: object) -> None:
    draft = read_answer(ratings=dict.fromkeys(CRITERIA, 3) | {"impact": value})
    assert (find_wrong_places(draft), draft.judgements) == (["answers.1.ratings.impact"], {})


@each(
    ("answers", "found"),
    [
        ({"2": ANSWER, "1": ANSWER}, {1, 2}),
        ([ANSWER | {"number": 2}, ANSWER | {"number": 1}], {1, 2}),
        ([ANSWER | {"number": "1"}, ANSWER | {"number": 2.0}], {1, 2}),
        ([ANSWER, ANSWER], {1, 2}),
        ({"1": ANSWER, "3": ANSWER}, {1}),
        ([ANSWER | {"number": 1}, ANSWER | {"number": 1}], {1}),
        ([ANSWER | {"number": 1}, "two"], {1}),
        ({"1": ANSWER, "02": "two", "x": ANSWER}, {1}),
        ({"1": ANSWER, "2": None}, {1}),
        ([ANSWER], {1}),
        ([], set()),
        (None, set()),
    ],
)
def test_answers_are_found_by_their_numbers(answers: object, found: set[int]) -> None:
    draft = read(REVIEW | {"answers": answers}, count=2)
    assert set(draft.judgements) == found
    missing = tuple(sorted({1, 2} - found))
    repair = draft.find_repair([1, 2])
    assert (repair.numbers if repair else ()) == missing


@each("field", ["comment", "next_time"])
@each("text", ["", " \n", "…", "Good.", "42", None, 7, "so " * 500])
def test_a_remark_says_something(field: str, text: object) -> None:
    assert find_wrong_places(read_answer(**{field: text})) == [f"answers.1.{field}"]


def test_a_remark_in_a_script_without_spaces_says_something() -> None:
    assert find_wrong_places(read_answer(comment="回答很清楚。")) == []


def test_a_point_without_words_is_none_and_one_without_a_number_has_no_quote() -> None:
    points = [{"text": " ", "number": 1}, {"text": "No figure", "number": None}, {"SECRET": 1}, 3]
    (point,) = read(REVIEW | {"weaknesses": points}).weaknesses
    assert (point.text, point.number, point.quote) == ("No figure", 0, None)


def test_a_reason_is_one_line_and_may_be_missing() -> None:
    draft = read_answer(reasons={"impact": "names\n  a thing", "structure": None})
    assert draft.judgements[1].reasons == {"impact": "names a thing"}


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Format {{}} as asked:\n{}",
        'First {{"draft": 1}} so\n{}',
        'I think {{"answers": []}} is too short.\n{}',
        '{}\n{{"answers": []}}',
        '{}\n{{"summary": "Once more."}}',
    ],
)
def test_the_object_that_is_a_review_is_taken(around: str) -> None:
    draft = parse_review(around.format(json.dumps(REVIEW)), [1])
    assert (draft.summary, set(draft.judgements)) == ("Well told.", {1})


def test_a_trailing_comma_is_read() -> None:
    spoiled = json.dumps(REVIEW).replace("}", ",}").replace("]", ",]").replace("[,]", "[]")
    assert parse_review(spoiled, [1]).find_repair([1]) is None


@pytest.mark.parametrize(
    ("quote", "bare"),
    [
        ("“I did”", "I did"),
        ('"I did ..."', "I did"),
        ("… I did …", "I did"),
        ("I don't", "I don't"),
        ("", None),
        (None, None),
        (["I did"], None),
        ("”", None),
    ],
)
def test_marks_around_a_quote_are_not_part_of_it(quote: object, bare: str | None) -> None:
    assert read_answer(evidence=quote).judgements[1].evidence == bare


def walk(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a schema and all schemas inside it."""
    inner = [*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])]
    return [schema, *(found for part in inner for found in walk(part))]


REPAIR = Repair((2,), True, ())
BUILDERS = (
    lambda is_bounded: build_review_schema(8, is_bounded=is_bounded),
    lambda is_bounded: build_repair_schema(REPAIR, is_bounded=is_bounded),
)


@pytest.mark.parametrize("build", BUILDERS)
def test_a_plain_schema_is_one_that_every_server_knows(build: Any) -> None:
    for schema in walk(build(False)):
        assert set(schema) <= {
            "type", "properties", "items", "enum", "required", "additionalProperties"
        }  # fmt: skip
        if schema["type"] == "object":
            assert schema["required"] == list(schema["properties"])
            assert schema["additionalProperties"] is False


@pytest.mark.parametrize("build", BUILDERS)
def test_a_bounded_schema_bounds_every_text_and_list(build: Any) -> None:
    for schema in walk(build(True)):
        assert ("maxLength" in schema) == (schema["type"] == "string")
        assert ("maxItems" in schema) == (schema["type"] == "array")


@pytest.mark.parametrize("count", [1, 8, 20])
def test_the_schema_fixes_the_numbers_of_the_answers(count: int) -> None:
    answers = build_review_schema(count, is_bounded=False)["properties"]["answers"]
    assert answers["required"] == [str(number) for number in range(1, count + 1)]


def test_reasons_are_written_before_ratings() -> None:
    answers = build_review_schema(1, is_bounded=False)["properties"]["answers"]
    fields = list(answers["properties"]["1"]["properties"])
    assert fields.index("reasons") < fields.index("ratings")


def fill(schema: dict[str, Any]) -> Any:
    """Return the longest value of a schema with bounds."""
    match schema["type"]:
        case "object":
            return {name: fill(part) for name, part in schema["properties"].items()}
        case "array":
            return [fill(schema["items"])] * schema["maxItems"]
        case "string":
            return "x" * schema["maxLength"]
    return 5


@pytest.mark.parametrize("count", [1, 20])
def test_no_review_within_its_bounds_is_longer_than_the_longest(count: int) -> None:
    schema = build_review_schema(count, is_bounded=True)
    longest = len(json.dumps(fill(schema)))
    assert longest <= measure_longest(schema) <= 1.1 * longest
