"""The form that each kind of question asks for, and answers that lack it."""

import pytest

from interview_cli.answers.star import parse_star
from interview_cli.coach.offline.forms import find_missing_form
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.coach.offline.test_ratings import rated
from tests.conftest import STORY

IN_FORM: list[tuple[QuestionKind, str]] = [
    (
        "behaviour",
        "Last year the printer system stop at Brook hospital on Friday. I call the supplier and I "
        "check the cables in room 4. After 40 minutes all labels print again.",
    ),
    ("requirement", "Dispatchers use my alarm panel every morning, and its fault log stays empty."),
    ("gap", "I have never fitted nurse call systems, the closest is door phones, for two years."),
    ("gap", "I have no nurse call systems. I learn it in evening course and finish in June."),
    ("closing", "I speak Turkish and Polish. I hold a lorry licence and a first aid certificate."),
    ("motivation", f"{STORY} {STORY.replace('I ', 'We ')} I want to stay in hospitals for years."),
    ("situation", "If the alarm was loud, I called the caretaker. If it stayed, I rang the firm."),
    ("situation", "I was in this situation in 2022. I called the caretaker and reset the panel."),
]


@pytest.mark.parametrize(("kind", "answer"), IN_FORM)
def test_many_ways_of_telling_are_in_form(kind: QuestionKind, answer: str) -> None:
    assert rated(answer, kind).reading.missed_form is None


@pytest.mark.parametrize("employer", ["The Bridge", "acme", "ACME plc", "", "A"])
def test_an_employer_is_named_by_a_word_of_its_own(employer: str) -> None:
    story = "Then they rang me at the ward. There the lamp was broken, and I changed the bulb."
    assert find_missing_form("motivation", parse_star(story).substantive, employer) == "wish"
    named = parse_star("Then I rang acme. The bridge was open, and Acme sent the bulb.").substantive
    is_named = len(employer) > 1
    assert find_missing_form("motivation", named, employer) == (None if is_named else "wish")


CASE = "I traced the fault. I replaced the panel. The ward was quiet again."
PLAN = "I would trace the fault. I would replace the panel. Then I would test it."


@each(
    ("kind", "answer", "form"),
    [
        ("opener", PLAN, None),
        ("behaviour", CASE, None),
        ("behaviour", PLAN, "case"),
        ("follow_up", PLAN, "case"),
        ("requirement", PLAN, "case"),
        ("requirement", "The trade has 40 rules in Hull. Panels have 9 relays each.", None),
        ("behaviour", "The trade has 40 rules in Hull. Panels have 9 relays each.", "case"),
        ("situation", PLAN, None),
        ("situation", CASE, "plan"),
        ("motivation", f"{CASE} I want to stay in hospitals for years.", None),
        ("motivation", CASE, "wish"),
        ("closing", f"{CASE} Who leads the team?", None),
        ("closing", CASE, "address"),
        ("gap", "I would learn it at the evening school.", None),
        ("gap", CASE, "bridge"),
        ("chess", CASE, None),
    ],
)
def test_each_kind_asks_for_its_form(kind: str, answer: str, form: str | None) -> None:
    assert find_missing_form(kind, parse_star(answer).substantive, "Acme") == form


@each(
    ("kind", "question", "form"),
    [
        ("requirement", "What do you know about fire alarms so far?", None),
        ("requirement", "How do you find out why a panel failed?", None),
        ("requirement", "Which part of your work would help you most here?", None),
        ("requirement", "Tell me about a panel that failed. What did you do?", "case"),
        ("requirement", "What is your experience of fire alarms?", "case"),
        ("follow_up", "Let me picture that. What would you do first?", None),
        ("follow_up", "What exactly would you do first, and what would come after?", None),
        ("follow_up", "Say it as you'd say it to her. What would your first words be?", None),
        ("follow_up", "You said: “I fitted a panel”. What came of it?", "case"),
        ("behaviour", "How do you deal with a mistake?", "case"),
    ],
)
def test_a_question_on_what_one_knows_or_would_do_asks_for_no_case(
    kind: QuestionKind, question: str, form: str | None
) -> None:
    assert rated(PLAN, kind, question).reading.missed_form == form


def test_an_empty_answer_lacks_no_form() -> None:
    assert find_missing_form("behaviour", [], "Acme") is None


def test_a_question_in_quotes_does_not_address_the_employer() -> None:
    sentences = parse_star("I asked “Who did that?”. I replaced the lamp. It was dark.").substantive
    assert find_missing_form("closing", sentences, "Acme") == "address"
