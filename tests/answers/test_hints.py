"""The hints for each kind of question."""

import pytest

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.answers.hints import load_guide
from interview_cli.vocabulary import QUESTION_KINDS


@pytest.mark.parametrize("kind", QUESTION_KINDS)
def test_every_kind_of_question_has_a_hint(kind: str) -> None:
    guide = load_guide(kind)
    assert guide.asks.startswith("The question")
    assert len(guide.holds) >= 3
    assert [*guide.criteria] == [*WEIGHTS]
    assert not any(part.startswith(("I ", "We ")) for part in guide.holds)  # never an answer
