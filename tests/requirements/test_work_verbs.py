"""Verbs of work at the start of a line, in any form."""

import pytest

from interview_cli.english.verbs import Verb
from interview_cli.requirements.work_verbs import parse_work_verb
from tests.cases import each


@each(
    ("line", "form", "plain", "past"),
    [
        ("Manage a team", "plain", "manage", "managed"),
        ("Carries out checks", "third", "carry", "carried"),
        ("Planning lessons", "gerund", "plan", "planned"),
        ("Teaching maths", "gerund", "teach", "taught"),
        ("Rebuilt the panel", "past", "rebuild", "rebuilt"),
        ("Taken complaints", "participle", "take", "took"),
        ("Found a fault", "past", "find", "found"),
        ("Support the ward", "plain", "support", "supported"),
        ("Care for six patients", "plain", "care", "cared"),
        ("Design and build stands", "plain", "design", "designed"),
        ("Promoted a new reading scheme", "past", "promote", "promoted"),
        ("Whitewashed barns", "past", "whitewashed", "whitewashed"),
    ],
)
def test_a_verb_of_work(line: str, form: str, plain: str, past: str) -> None:
    first, *rest = line.split()
    verb = parse_work_verb(first, rest)
    assert verb is not None
    assert (verb.form, verb.plain, verb.past) == (form, plain, past)


@pytest.mark.parametrize(
    "line",
    [
        "Support tickets",
        "Lead developer of the app",
        "Care plans for residents",
        "Design and construction of bridges",
        "Registered nurse on the ward",
        "Promoted to shift leader",
        "Graduated in 2019",
        "Family business",
    ],
)
def test_a_word_that_is_not_a_verb_of_work(line: str) -> None:
    first, *rest = line.split()
    assert parse_work_verb(first, rest) is None


def test_behind_i_a_word_is_a_verb() -> None:
    verb = parse_work_verb("check", ["food", "cost"], has_subject=True)
    assert verb == Verb("plain", "check", "checked", "checked")
