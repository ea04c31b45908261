"""What a deed in a CV owes to the answers."""

from datetime import UTC, datetime

from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.deed_sharing import was_told
from interview_cli.models import Question
from tests.cases import each
from tests.fakes import facts_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@each(
    ("answer", "is_told"),
    [
        ("I trained 4 baristas there, and they all stayed.", True),
        ("I train the baristas when they are new.", False),
        ("I trained baristas, and I had 4 keys.", True),
        ("I had 4 keys.", False),
    ],
)
def test_a_deed_is_told_with_its_figures(answer: str, *, is_told: bool) -> None:
    question = Question(content="What do you do there?", timestamp=NOW, kind="opener")
    facts = facts_of(Exchange(1, question, answer, skipped=False))
    assert was_told("trained 4 new baristas", facts) == is_told
