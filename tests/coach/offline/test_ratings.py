"""The offline coach's ratings: good answers beat weak ones, with reasons; padding earns nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import fit
from benchmarks.tuning import Tuning
from interview_cli.answers.criteria import WEIGHTS, score_answer
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.english.words import split_sentences
from interview_cli.models import Question
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.conftest import STORY
from tests.fakes import facts_of

ASKED = {
    "opener": ("Tell me what led you to apply for the Electrician role at Acme.", "Electrician"),
    "requirement": ("Acme asks for “fire alarms”. Tell me about one case.", "fire alarms"),
    "gap": ("I see nothing in your CV on “nurse call systems”.", "nurse call systems"),
    "behaviour": ("Tell me about a mistake of yours that others noticed.", "mistake"),
    "situation": ("Suppose you start as Electrician on Monday. What do you do?", "first_weeks"),
    "motivation": ("Why Acme, and why the Electrician role?", "Electrician"),
    "closing": ("What would you like to ask me about the role?", "Electrician"),
    "follow_up": ("You said: “I fitted a panel”. What came of it?", "result"),
}

WEAK_STORY = "We worked on fire alarms a lot and the team was good at it. It went well for all."
MISTAKE = (
    "In 2022 I made a mistake at Leeds General: I had overlooked a worn cable, and the ward lost "
    "its alarm for six hours. I was responsible for that floor. I told the manager the same "
    "evening, decided to test every cable of that age, because one fault rarely comes alone, and "
    "replaced twelve. The audit found no fault since, down from three a year, and I taught two "
    "apprentices the test."
)
WEAK_MISTAKE = "Sometimes mistakes happen, but I am a perfectionist and I always learn from them."
PLAN = (
    "First I would walk every ward with the caretaker, because he knows which alarms fail. Then I "
    "would read the last ten test reports and ask my manager which hospital matters most. If the "
    "switchboards are old, I would plan their testing before winter, so that the team has fewer "
    "calls at night. That would save Acme perhaps four calls a week."
)
WEAK_PLAN = "Everything would be done as it should be done."
REASONS = (
    "I want to work on hospitals because my mother was a nurse in Leeds and I know what a failed "
    "alarm means there. Acme maintains eleven of them, so I would see one building for years "
    "instead of leaving after a week. I would bring my certification of switchboards, and that "
    "could save your team the two outside inspections a year."
)
QUESTIONS = (
    "Two questions. How many of the eleven hospitals still have the old nurse call panels, and who "
    "decides which comes first? At Leeds General I replaced forty panels in six weeks, and calls "
    "at night fell by half, so I would want to see your fault lists before my first day."
)
WEAK_REASONS = "Acme is a great company with a great culture."

ORDER: list[tuple[QuestionKind, str, str]] = [
    ("requirement", STORY, WEAK_STORY),
    ("opener", STORY, WEAK_STORY),
    ("behaviour", MISTAKE, WEAK_MISTAKE),
    ("situation", PLAN, WEAK_PLAN),
    ("motivation", REASONS, WEAK_REASONS),
    ("closing", QUESTIONS, WEAK_REASONS),
]
ALL_ANSWERS = [STORY, WEAK_STORY, MISTAKE, WEAK_MISTAKE, PLAN, WEAK_PLAN, REASONS, WEAK_REASONS]


def question(kind: QuestionKind, content: str = "") -> Question:
    usual, topic = ASKED[kind]
    return Question.model_validate(
        {
            "content": content or usual,
            "timestamp": "2026-11-22T09:00:00Z",
            "kind": kind,
            "topic": topic,
        },
        strict=False,
    )


def rated(answer: str, kind: QuestionKind = "requirement", content: str = "") -> RatedAnswer:
    exchange = Exchange(1, question(kind, content), answer, skipped=False)
    facts = facts_of(exchange, max_questions=1)
    return rate_answer(exchange, facts)


def score(answer: str, kind: QuestionKind = "requirement") -> int:
    return score_answer(rated(answer, kind).ratings)


@pytest.mark.parametrize(("kind", "strong", "weak"), ORDER)
def test_strong_beats_weak_beats_none(kind: QuestionKind, strong: str, weak: str) -> None:
    assert score(strong, kind) >= score(weak, kind) + 25
    assert score(weak, kind) >= score("", kind) == 0


@pytest.mark.parametrize(("kind", "strong", "weak"), ORDER)
def test_a_strong_answer_stands_above_the_middle_a_weak_one_below(
    kind: QuestionKind, strong: str, weak: str
) -> None:
    assert score(strong, kind) >= 55
    assert score(weak, kind) <= 35


@pytest.mark.parametrize("kind", ASKED)
@given(st.text())
def test_any_text_is_rated_zero_to_five_with_reasons(kind: QuestionKind, answer: str) -> None:
    rated_answer = rated(answer, kind)
    for name in WEIGHTS:
        assert 0 <= rated_answer.criteria[name].rating <= 5
        assert rated_answer.reasons[name].strip()
    assert rated_answer.reasons.keys() == WEIGHTS.keys()


@each("kind", ASKED)
@each("answer", [STORY, PLAN, REASONS, WEAK_STORY])
def test_a_reason_is_a_sentence_to_the_candidate(kind: QuestionKind, answer: str) -> None:
    for reason in rated(answer, kind).reasons.values():
        assert reason.startswith("You ")
        assert reason.endswith(".")
        assert not reason.endswith("..")


@each("kind", ASKED)
@each("answer", ALL_ANSWERS)
@each("times", [2, 10])
def test_saying_it_all_again_earns_nothing(kind: QuestionKind, answer: str, times: int) -> None:
    assert score(" ".join([answer] * times), kind) <= score(answer, kind)


@pytest.mark.parametrize("kind", ASKED)
@given(st.sampled_from(ALL_ANSWERS), st.lists(st.integers(0, 20), max_size=12))
def test_repeating_some_of_it_earns_nothing(
    kind: QuestionKind, answer: str, again: list[int]
) -> None:
    own = split_sentences(answer)
    padded = " ".join([answer, *(own[i % len(own)] for i in again)])
    assert score(padded, kind) <= score(answer, kind)


@pytest.mark.parametrize(
    "change",
    [str.upper, str.lower, lambda s: s.removesuffix("."), lambda s: s.replace(" ", "  ")],
    ids=["upper case", "lower case", "no full stop", "wider"],
)
def test_a_sentence_repeated_with_another_spelling_earns_nothing(change) -> None:
    for answer in (STORY, WEAK_STORY, WEAK_PLAN):
        for sentence in split_sentences(answer):
            assert score(f"{answer} {change(sentence)}") <= score(answer), sentence


@pytest.mark.parametrize("answer", [WEAK_STORY, WEAK_MISTAKE, WEAK_PLAN])
def test_shouting_earns_nothing(answer: str) -> None:
    assert score(answer.upper()) <= score(answer)


def test_without_its_result_a_story_has_less_impact() -> None:
    """The ratings of an answer are rounded together: of all five the score tells best."""
    shorter = " ".join(split_sentences(STORY)[:-1])
    before, after = (rated(answer).criteria["impact"] for answer in (STORY, shorter))
    assert after.estimate <= before.estimate - 0.5
    assert score(shorter) < score(STORY)


def assert_rising(criterion: str, answers: list[str]) -> None:
    """Each is worth no less than the one before, and the last a whole point more than the first.

    The ratings of an answer are rounded together, so one of them may be a step off its worth.
    """
    found = [rated(answer).criteria[criterion] for answer in answers]
    for before, after in pairwise(found):
        assert after.estimate > before.estimate - 0.3
        assert after.rating >= before.rating - 1
    assert found[-1].rating >= found[0].rating
    assert found[-1].estimate >= found[0].estimate + 1


def test_impact_rises_along_the_anchors() -> None:
    ends = (
        "",
        "It improved matters.",
        "It improved matters, and the customer praised it.",
        "Since then calls fell by 40%, and the customer praised it.",
        "Since then calls fell from 40 to 10 a month, and the customer praised it.",
    )
    assert_rising("impact", [f"I fitted fire alarms at Park School. {end}" for end in ends])


def test_ownership_rises_along_the_anchors() -> None:
    assert_rising(
        "ownership",
        [
            "It was done.",
            "We fitted the panel. Our team tested it.",
            "I fitted the new panel in the hall.",
            "I traced the fault, fitted the panel and tested it.",
            "I decided to change the panel because it was worn. I traced the fault, fitted the "
            "panel, tested it and taught two apprentices how.",
        ],
    )


def test_specificity_rises_along_the_anchors() -> None:
    assert_rising(
        "specificity",
        [
            "We always give our best for the benefit of all our valued partners.",
            "The work at the old school by the river was in Leeds.",
            "The work took 40 days in Leeds for Brook.",
            "The work took 40 days in Leeds for Brook and saved 12 hours.",
            "In May the panel of Park School in Leeds failed 9 times. It took 40 days and 2 men "
            "from Brook to trace 14 detectors, and on Friday it held for 12 hours under load.",
        ],
    )


def test_structure_rises_with_the_parts_of_a_story() -> None:
    assert_rising("structure", ["It was done.", split_sentences(STORY)[2], STORY])


def test_the_order_of_a_story_does_not_count() -> None:
    backwards = " ".join(reversed(split_sentences(STORY)))
    assert rated(backwards).ratings == rated(STORY).ratings


def test_an_answer_to_something_else_is_less_relevant() -> None:
    assert rated("I like football and the sea.").ratings.relevance <= 1
    assert rated(STORY).ratings.relevance >= 3


FORMS: list[tuple[QuestionKind, str, str]] = [
    ("behaviour", MISTAKE, PLAN),
    ("behaviour", MISTAKE, QUESTIONS),
    ("requirement", STORY, PLAN),
    ("situation", PLAN, STORY),
    ("motivation", REASONS, STORY),
    ("closing", QUESTIONS, STORY),
]


@pytest.mark.parametrize(("kind", "answer", "other"), FORMS)
def test_an_answer_in_the_form_of_another_question_answers_another(
    kind: QuestionKind, answer: str, other: str
) -> None:
    assert rated(answer, kind).ratings.relevance >= 3
    assert rated(other, kind).ratings.relevance <= 2
    assert rated(other, kind).criteria["relevance"].faults[0].caps == {"relevance": 2}


@each("kind", ASKED)
@each("answer", ALL_ANSWERS)
def test_the_same_answer_is_rated_the_same(kind: QuestionKind, answer: str) -> None:
    assert rated(answer, kind) == rated(answer, kind)


def test_hesitation_costs_nothing() -> None:
    # Ratings are rounded together, so one more word can move the score by a point of 100.
    assert abs(score(STORY.replace("I traced", "I actually traced")) - score(STORY)) <= 1


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    tuning = Tuning()
    assert fit.FILE.read_text("utf-8") == fit.format_weights(tuning)
    assert fit.WORDING_FILE.read_text("utf-8") == fit.format_wording(tuning)
    assert fit.MATCH_FILE.read_text("utf-8") == fit.format_match(tuning)
