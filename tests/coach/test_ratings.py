"""The offline coach's ratings: a clear order, a reason for each, and nothing for padding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.assessment.criteria import WEIGHTS, answer_score
from interview_cli.assessment.language import sentences
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.ratings import RatedAnswer, rate
from interview_cli.models import Question
from interview_cli.vocabulary import QuestionKind
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
WEAK_REASONS = "Acme is a great company with a great culture."

ORDER: list[tuple[QuestionKind, str, str]] = [
    ("requirement", STORY, WEAK_STORY),
    ("opener", STORY, WEAK_STORY),
    ("behaviour", MISTAKE, WEAK_MISTAKE),
    ("situation", PLAN, WEAK_PLAN),
    ("motivation", REASONS, WEAK_REASONS),
    ("closing", REASONS, WEAK_REASONS),
]
ALL_ANSWERS = [STORY, WEAK_STORY, MISTAKE, WEAK_MISTAKE, PLAN, WEAK_PLAN, REASONS, WEAK_REASONS]


def rated(answer: str, kind: QuestionKind = "requirement") -> RatedAnswer:
    content, topic = ASKED[kind]
    question = Question.model_validate(
        {
            "content": content,
            "timestamp": "2026-11-22T09:00:00Z",
            "kind": kind,
            "topic": topic,
        },
        strict=False,
    )
    exchange = Exchange(1, question, answer, skipped=False)
    facts = facts_of(exchange, max_questions=1)
    return rate(exchange, facts)


def score(answer: str, kind: QuestionKind = "requirement") -> int:
    return answer_score(rated(answer, kind).ratings)


@pytest.mark.parametrize(("kind", "strong", "weak"), ORDER)
def test_strong_beats_weak_beats_none(kind: QuestionKind, strong: str, weak: str) -> None:
    assert score(strong, kind) >= score(weak, kind) + 25
    assert score(weak, kind) > score("", kind)


@pytest.mark.parametrize(("kind", "strong", "weak"), ORDER)
def test_a_strong_answer_is_worth_two_thirds_a_weak_one_half_at_most(
    kind: QuestionKind, strong: str, weak: str
) -> None:
    assert score(strong, kind) >= 67
    assert score(weak, kind) <= 50


@pytest.mark.parametrize("kind", ASKED)
@given(st.text())
def test_whatever_is_said_is_rated_nought_to_five_with_reasons(
    kind: QuestionKind, answer: str
) -> None:
    found = rated(answer, kind)
    for name in WEIGHTS:
        assert 0 <= getattr(found.ratings, name) <= 5
        assert found.reasons[name].strip()
    assert found.reasons.keys() == WEIGHTS.keys()


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("answer", [STORY, PLAN, REASONS, WEAK_STORY])
def test_a_reason_goes_on_from_it(kind: QuestionKind, answer: str) -> None:
    for reason in rated(answer, kind).reasons.values():
        assert reason[0].islower()
        assert reason[-1] not in ".,"


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("answer", ALL_ANSWERS)
@pytest.mark.parametrize("times", [2, 10])
def test_saying_it_all_again_earns_nothing(kind: QuestionKind, answer: str, times: int) -> None:
    assert score(" ".join([answer] * times), kind) <= score(answer, kind)


@pytest.mark.parametrize("kind", ASKED)
@given(st.sampled_from(ALL_ANSWERS), st.lists(st.integers(0, 20), max_size=12))
def test_repeating_some_of_it_earns_nothing(
    kind: QuestionKind, answer: str, again: list[int]
) -> None:
    own = sentences(answer)
    padded = " ".join([answer, *(own[i % len(own)] for i in again)])
    assert score(padded, kind) <= score(answer, kind)


@pytest.mark.parametrize(
    "change",
    [str.upper, str.lower, lambda s: s.removesuffix("."), lambda s: s.replace(" ", "  ")],
    ids=["upper case", "lower case", "no full stop", "wider"],
)
def test_a_repeated_sentence_in_another_dress_earns_nothing(change) -> None:
    for answer in (STORY, WEAK_STORY, WEAK_PLAN):
        for sentence in sentences(answer):
            assert score(f"{answer} {change(sentence)}") <= score(answer), sentence


@pytest.mark.parametrize("answer", [WEAK_STORY, WEAK_MISTAKE, WEAK_PLAN])
def test_shouting_earns_nothing(answer: str) -> None:
    assert score(answer.upper()) <= score(answer)


def test_without_its_result_a_story_has_less_impact() -> None:
    shorter = " ".join(sentences(STORY)[:-1])
    assert rated(shorter).ratings.impact < rated(STORY).ratings.impact
    assert score(shorter) < score(STORY)


@pytest.mark.parametrize(
    ("end", "impact"),
    [
        ("", 0),
        ("It should help them.", 1),
        ("It improved matters.", 2),
        ("It improved matters, and the customer praised it.", 3),
        ("It improved matters by 40%.", 4),
        ("It improved from 40 faults to 10, because the relays were new.", 5),
    ],
)
def test_impact_follows_the_anchors(end: str, impact: int) -> None:
    assert rated(f"I fitted a panel at Park School. {end}").ratings.impact == impact


@pytest.mark.parametrize(
    ("answer", "ownership"),
    [
        ("It was done.", 1),
        ("We fitted the panel. Our team tested it.", 1),
        ("I fitted the new panel in the hall.", 3),
        ("I traced the fault, fitted the panel and tested it.", 4),
        (
            "I decided to change the panel because it was worn. I taught two apprentices how.",
            5,
        ),
    ],
)
def test_ownership_follows_the_anchors(answer: str, ownership: int) -> None:
    assert rated(answer).ratings.ownership == ownership


@pytest.mark.parametrize(
    ("answer", "specificity"),
    [
        ("Yes.", 0),
        ("We always give our best for the benefit of all our valued partners.", 1),
        ("The work at the old school by the river was in Leeds.", 1),
        ("The work took 40 days in Leeds for Brook.", 2),
        ("The work took 40 days in Leeds for Brook and saved 12 hours.", 3),
        (
            "In May the panel of Park School in Leeds failed 9 times. It took 40 days and 2 men "
            "from Brook to trace 14 detectors, and on Friday it held for 12 hours under load.",
            4,
        ),
    ],
)
def test_specificity_follows_the_anchors(answer: str, specificity: int) -> None:
    assert rated(answer).ratings.specificity == specificity


def test_a_whole_story_in_order_has_full_structure() -> None:
    assert rated(STORY).ratings.structure == 5


def test_the_same_story_backwards_has_less() -> None:
    backwards = " ".join(reversed(sentences(STORY)))
    assert rated(backwards).ratings.structure < rated(STORY).ratings.structure


def test_an_answer_to_something_else_is_less_relevant() -> None:
    assert rated("I like football and the sea.").ratings.relevance <= 1
    assert rated(STORY).ratings.relevance >= 3


def test_names_that_the_question_gave_are_not_counted() -> None:
    assert rated("Acme is great, and Acme is kind, says all of Acme.").ratings.specificity <= 1


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("answer", ALL_ANSWERS)
def test_the_same_answer_is_rated_the_same(kind: QuestionKind, answer: str) -> None:
    assert rated(answer, kind) == rated(answer, kind)


def test_hesitation_costs_nothing() -> None:
    assert score(STORY.replace("I traced", "I actually traced")) == score(STORY)
