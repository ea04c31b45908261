"""The wordings of follow-ups."""

from datetime import UTC, datetime
from typing import Any, get_args

from interview_cli.answers.point_phrases import Form
from interview_cli.answers.thin import ThinForm
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.follow_ups import find_follow_ups
from interview_cli.english.rules import load_toml
from interview_cli.models import Question
from tests.cases import each
from tests.fakes import facts_of

WORDINGS: dict[str, Any] = load_toml("interview_cli.coach.offline", "follow_ups.toml")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WITHOUT_POINT = {"none", "steps", "catch", "one_time"}
DEED = "In 2021 at Park School I traced every detector in the hall."


def after(answer: str, asked: str = "Tell me about a hard day.") -> Facts:
    question = Question(content=asked, timestamp=NOW, kind="behaviour")
    return facts_of(Exchange(1, question, answer, skipped=False))


def test_every_element_has_wordings_with_and_without_a_point() -> None:
    elements = {"own_part", "action", "result", "number", "situation", "reason", "vague"}
    assert set(WORDINGS) == elements | {"thin"}
    for element in elements:
        entry = WORDINGS[element]
        assert set(entry) - WITHOUT_POINT <= set(get_args(Form))
        for form, wordings in entry.items():
            says_back = form not in WITHOUT_POINT
            assert all(("{point}" in wording) == says_back for wording in wordings)


def test_every_form_of_a_thin_answer_has_wordings() -> None:
    assert set(WORDINGS["thin"]) == {*get_args(ThinForm), "none"}
    for form, wordings in WORDINGS["thin"].items():
        named = form in ("trouble", "handover")
        assert all(("{point}" in wording) == named for wording in wordings)


@each(
    ("asked", "answer", "form", "point"),
    [
        ("A guest shouts. What do you do?", "I'd just get my manager.", "handover", "manager"),
        ("A guest shouts. What do you do?", "I'd say sorry.", "talk", ""),
        ("A pipe bursts. What would you do?", "Get it shut.", "first_step", ""),
        ("How do you plan a round?", "By the postcode mostly.", "practice", ""),
        ("How do you price a job?", "It depends on the job.", "depends", ""),
    ],
)
def test_a_thin_answer_is_asked_on(asked: str, answer: str, form: str, point: str) -> None:
    wordings, fields = find_follow_ups(after(answer, asked), "thin")
    assert set(wordings) <= set(WORDINGS["thin"][form])
    assert fields == {"point": point}


def test_a_follow_up_takes_up_a_point() -> None:
    wordings, fields = find_follow_ups(after(DEED), "result")
    assert wordings == WORDINGS["result"]["deed"]
    assert fields == {"point": "you traced every detector in the hall"}


def test_without_a_point_it_asks_without_one() -> None:
    assert find_follow_ups(after("It was late."), "result") == (WORDINGS["result"]["none"], {})


def test_what_lost_its_referent_is_quoted_as_it_stands() -> None:
    answer = "There were two models. I measured both with three kinds of weights."
    wordings, fields = find_follow_ups(after(answer), "result")
    assert wordings == WORDINGS["result"]["unclear"]
    assert fields == {"point": "I measured both with three kinds of weights"}


@each(
    "answer",
    [
        "We made good relation with consultant and he was happy with our work.",
        "We worked hard and we always helped each other.",
    ],
)
def test_faulty_or_long_words_are_not_quoted(answer: str) -> None:
    wordings, fields = find_follow_ups(after(answer), "own_part")
    assert wordings == WORDINGS["own_part"]["none"]
    assert fields == {}


@each(
    ("element", "answer", "point"),
    [
        (
            "own_part",
            "We had to change 340 lamps. We planned it well and we finished two days ahead.",
            "we finished two days ahead",
        ),
        (
            "own_part",
            "We checked all the invoices and finally it was found.",
            "we checked all the invoices",
        ),
        (
            "vague",
            "I spoke to both of them. In the end it was resolved to everybody's satisfaction.",
            "it was resolved to everybody's satisfaction",
        ),
        ("vague", "I would deal with it as soon as possible.", "I would deal with it as soon"),
    ],
)
def test_a_follow_up_names_its_point(element: str, answer: str, point: str) -> None:
    wordings, fields = find_follow_ups(after(answer), element)
    assert fields["point"].startswith(point)
    assert all("{point}" in wording for wording in wordings)


def test_an_unknown_topic_asks_for_the_result() -> None:
    assert find_follow_ups(after("It was late."), "teamwork")[0] == WORDINGS["result"]["none"]


def test_wordings_that_repeat_the_question_are_left_out() -> None:
    facts = after(DEED, "What was your thinking behind the way you went about it?")
    assert not any("thinking" in wording for wording in find_follow_ups(facts, "reason")[0])


@each(
    ("asked", "form"),
    [
        ("Your CV says you set up a recall list. Walk me through how you went about it.", "steps"),
        ("Tell me about a day when nothing ran to time.", "one_time"),
        ("Which check do you never skip?", "catch"),
        ("What have you learned there?", "none"),
    ],
)
def test_a_general_answer_is_asked_for_a_case_by_the_question(asked: str, form: str) -> None:
    answer = "I always do my best for everyone. I tell them that it is important to be careful."
    wordings, fields = find_follow_ups(after(answer, asked), "situation")
    assert set(wordings) <= set(WORDINGS["situation"][form])
    assert fields == {}


@each(
    ("element", "answer"),
    [
        ("situation", "I inform the guest personally 12.25. I send up the cot."),
        ("situation", "I ask colleague to estimate the port separately."),
        ("situation", "I see is air in the system and the vessel."),
        ("result", "I called dispatch they sent another van."),
        ("result", "I went to the council same evening w/ three options."),
        ("result", "I seen the water above the sockets, and closed the building."),
    ],
)
def test_faulty_words_are_not_said_back(element: str, answer: str) -> None:
    assert find_follow_ups(after(answer), element)[1].get("point", "") in (
        "",
        "you send up the cot",
    )


@each(
    ("answer", "point"),
    [
        (
            "I rebuilt the ramp of the loading bay in oak. I also painted the doors of three vans.",
            "you rebuilt the ramp of the loading bay in oak",
        ),
        ("It was cold. I painted the doors of three vans too.", ""),
    ],
)
def test_what_is_told_besides_is_not_said_back(answer: str, point: str) -> None:
    assert find_follow_ups(after(answer), "result")[1].get("point", "") == point
