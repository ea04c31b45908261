"""Questions about what the post says, about the law, and about what the agent must know."""

import pytest

from tests.cases import each
from tests.job_posts.test_free_talk import COOK, take_turn

ANSWERS = {
    "pls tell what salary you have kept": "13 GBP an hour",
    "how much did I say?": "13 GBP an hour",
    "remind me what town I gave you": "Hull",
    "Can you read me back the duties?": "order stock",
    "which level did we agree on": "mid level",
    "when does it close?": "does not say the last day to apply",
    "did you get the parking bit": "Yes, the post says: parking",
    "have you noted the sauna?": "does not say “sauna”",
    "May we say that only ladies should apply?": "no legal advice",
    "are we allowed to ask for under 30s?": "no legal advice",
    "Must the salary be shown?": "completed without it",
    "do you need our tax number?": "I do not need that",
}


@each(("question", "answer"), ANSWERS.items())
def test_a_question_about_the_post_gets_its_answer_and_changes_nothing(
    question: str, answer: str
) -> None:
    changes, reply = take_turn(COOK, question)
    assert not changes
    assert answer in reply


@pytest.mark.parametrize(
    "message", ["greet guests and tell them what the menu says", "read drawings to clients"]
)
def test_a_duty_to_tell_something_is_no_question(message: str) -> None:
    changes, _ = take_turn(COOK, message)
    assert "responsibilities" in changes
