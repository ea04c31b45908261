"""What a follow-up can ask for."""

from datetime import UTC, datetime

import pytest

from interview_cli.answers.missing import find_missing_element
from interview_cli.models import Answer, Question
from interview_cli.vocabulary import Level

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ASKED = "Tell me about a time when you disagreed with a colleague about the work."
STORY = (
    "In 2021 at Park School I traced every detector and replaced relays. "
    "False alarms fell to two a month."
)


def find_missing(answer: str, level: Level | None = None) -> str | None:
    question = Question(content=ASKED, timestamp=NOW, kind="behaviour")
    return find_missing_element(question, Answer(content=answer, timestamp=NOW), level)


def test_what_a_copy_of_the_question_lacks_is_not_asked() -> None:
    assert find_missing(ASKED) is None


@pytest.mark.parametrize(
    ("level", "topic"), [("junior", None), ("mid", None), ("senior", "reason"), ("lead", "reason")]
)
def test_who_is_asked_for_decisions_owes_their_reasons(level: Level, topic: str | None) -> None:
    assert find_missing(STORY, level) == topic
