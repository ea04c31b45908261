"""Where the first whole question or object of a reply ends."""

import json

import pytest

from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.coach.llm.reply_bounds import (
    bound_question,
    find_object_end,
    find_question_end,
)
from interview_cli.models import PlanSlot
from tests.cases import each
from tests.conftest import CV
from tests.fakes import facts_of

SITUATION = "A customer calls at night and says: can you come at once? "


QUOTED = "What is safe? Ask Jo."


def find_first_question(text: str, language: str = "en") -> str | None:
    facts = facts_of(cv_text=f"{CV}\n{QUOTED}", language=language)
    check = QuestionCheck(facts, PlanSlot(kind="requirement", topic="panels"))
    end = find_question_end(text, lambda text: check.find_fault(clean_question(text)) is None)
    return None if end is None else text[:end]


@each(
    ("question", "filler"),
    [
        ("What did you wire last year?", " And who helped you?"),
        ("What did you wire last year?", "\nAnswer: I wired a school."),
        ("What did you wire last year?", "<|im_end|>\n<|im_start|>user"),
        ("What did you wire last year?", "\n```\n\nThis question helps to see"),
        ("**What did you wire last year?**", "\n\n*(Take your time.)*"),
        ("You wired a school. What was hard about it?", " For example, the panel."),
        ("Tell me about a panel that failed its test.", "\n\nThis looks at your skills."),
        ("Tell me about a panel that failed its test.", "<end_of_turn>"),
        ("What would you do with a panel that fails?", " x" * 500),
        (SITUATION + "What would you say to them?", " Please be brief."),
        ("Your CV says “What is safe? Ask Jo.”; what stands behind that?", " Thanks."),
        ("Can you tell me about a panel that failed?", " Thanks."),
    ],
)
def test_what_follows_the_first_question_does_not_belong_to_it(question: str, filler: str) -> None:
    assert find_first_question(question + filler) == question


@pytest.mark.parametrize(
    ("language", "question", "filler"),
    [
        ("de", "Was hat Sie an der Prüfung der Anlage gereizt?", " Bitte kurz."),
        ("ja", "あなたはその学校で何を 一番 大変だ と 感じ ましたか？", " 例えば"),
    ],
)
def test_so_it_is_in_other_languages(language: str, question: str, filler: str) -> None:
    assert find_first_question(question + filler, language) == question


@each(
    "text",
    [
        "",
        "What did you wire",
        "Ready?",
        "Ready? Then let us begin",
        "Sure! Have you ever wired a whole school? If so",
        "Did you wire the school on your own? Tell me more.",
        SITUATION,
        'Your CV says "What is safe?',
        "Your CV says “What is safe?",
        "Imagine that a panel fails.\nThe customer waits.",
        "Tell me about a panel that failed. It may be small.",
        "Okay, so the CV names panels. What could I ask about them? Perhaps this.",
        "Let me think. Which panel did they wire last year? It is in the CV.",
        '{"question": "What did you wire last year?"}',
    ],
)
def test_a_reply_that_may_go_on_has_no_end(text: str) -> None:
    assert find_first_question(f"{text} x" if text == SITUATION else text) is None


def test_a_question_that_is_refused_does_not_end_a_reply() -> None:
    text = "What did you wire last year? And what did you fit in the school?"
    assert find_question_end(text, lambda text: "fit" in text) == len(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("Here it is {as asked}:\n```json\n", "\n```\nGood luck {you}!"), ("{}", " ")],
)
def test_a_whole_object(before: str, after: str) -> None:
    found = json.dumps({"answers": [{"comment": "a } b"}, {"comment": "{"}]})
    end = find_object_end(before + found + after, "answers")
    assert end == len(before + found)


@pytest.mark.parametrize(
    "text", ["", "no", "{", '{"answers": [{"number": 1}', '{"other": 1}', "}" * 50, "{" * 50]
)
def test_no_whole_object(text: str) -> None:
    assert find_object_end(text, "answers") is None


@pytest.mark.parametrize("text", ["„" * 200_000, '"a' * 100_000, "?" * 200_000, "A? " * 60_000])
def test_a_hostile_text_is_no_work(text: str) -> None:
    assert find_question_end(text, lambda text: False) is None


@pytest.mark.parametrize(
    "text", ["{}" * 100_000, '{"a":' * 30_000 + "}" * 30_000, "{" * 9 + "}" * 9]
)
def test_a_hostile_object_is_no_work(text: str) -> None:
    assert find_object_end(text, "answers") is None


def test_all_checks_are_loaded_before_a_reply_arrives() -> None:
    """A question that passes runs each of them, so that the reply need not wait for the rules."""
    check = QuestionCheck(facts_of(), PlanSlot(kind="requirement", topic="x"))
    faults: list[str | None] = []

    def is_good(question: str) -> bool:
        faults.append(check.find_fault(question))
        return faults[-1] is None

    bound_question(is_good).prepare()
    assert faults == [None]
