"""Questions of real interviewers: what they ask for."""

import pytest

from interview_cli.workflow.real_questions import asks_something, read_question


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("Tell me about yourself.", "opener", ""),
        ("Why do you want to leave your current employer?", "motivation", ""),
        ("Do you have any questions for us?", "closing", ""),
        ("What would you do if two patients needed you at once?", "situation", ""),
        ("How do you prioritise your work?", "situation", "planning"),
        ("Tell me about a time you disagreed with your manager.", "behaviour", "disagreement"),
        ("Describe a mistake you made.", "behaviour", "mistake"),
        ("Have you worked with nurse call systems?", "requirement", ""),
    ],
)
def test_kind_and_competency(text: str, kind: str, topic: str) -> None:
    slot = read_question(text)
    assert (slot.kind, slot.topic, slot.question) == (kind, topic, text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Where did you train?", True),
        ("Please describe your last project.", True),
        ("Please outline your present responsibilities.", True),
        ("Take us through one project from start to end.", True),
        ("Right. Now sum up why we should choose you.", True),
        ("Thank you for coming in.", False),
        ("Take a seat.", False),
        ("Mhm.", False),
    ],
)
def test_what_asks_for_an_answer(text: str, asks: bool) -> None:
    assert asks_something(text) == asks
