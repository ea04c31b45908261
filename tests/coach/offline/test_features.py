"""The rating features: what each measures, and what it says of an answer."""

import pytest

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.offline.estimates import QUESTION
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.features.base import Feature
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.coach.offline.test_ratings import rated


def test_names_that_the_question_gave_are_not_counted() -> None:
    answer = rated("Acme is great, and Acme is kind, says all of Acme and Brook.", "motivation")
    assert FEATURES["names"].describe_strength(answer.reading) == "mention Brook by name"


@each("feature", FEATURES.values(), ids=FEATURES)
def test_a_feature_counts_for_known_criteria_only(feature: Feature) -> None:
    owing = [owed.criterion for owed in feature.owed]
    assert {*WEIGHTS, QUESTION} >= {*feature.criteria, *feature.caps, *owing}


@pytest.mark.parametrize(
    ("kind", "cap"), [("requirement", None), ("situation", None), ("opener", 4), ("gap", 4)]
)
def test_a_good_case_or_step_may_share_no_word_with_its_question(
    kind: QuestionKind, cap: int | None
) -> None:
    assert FEATURES["off_topic"].find_cap("relevance", kind, 1.0) == cap
    assert FEATURES["off_topic"].find_cap("relevance", kind, 0.0) is None


@pytest.mark.parametrize("criterion", WEIGHTS)
def test_every_criterion_has_features(criterion: str) -> None:
    assert any(criterion in feature.criteria for feature in FEATURES.values())


@each(
    ("name", "answer", "is_measured"),
    [
        ("names", "I worked in Hull.", True),
        ("names", "I worked for Acme.", False),  # the question names it
        ("amounts", "I fitted 40 panels.", True),
        ("amounts", "I fitted panels.", False),
        ("asks_back", "Is that what you want?", True),
        ("asks_back", "I ask the nurse “what is it for?” and note it.", False),
        ("questions", "Is that what you want?", False),  # only a closing answer owes them
        (
            "we_without_i",
            "We fitted 9 panels in Hull. We tested 40 lamps. We rewired the hall.",
            True,
        ),
        (
            "we_without_i",
            "We fitted 9 panels in Hull. We tested 40 lamps. I rewired the hall.",
            False,
        ),
        ("nobody_acts", "The panel in Hull was replaced in May.", True),
        ("nobody_acts", "My manager in Hull was new in May.", False),
        ("quoted_speech", "The nurse in Hull said “bring the long ladder” to me.", True),
        ("quoted_speech", "The nurse in Hull said “no” to me.", False),
        ("overlength", "I fitted a panel. " * 30, False),  # a sentence counts once
        (
            "overlength",
            " ".join(f"I fitted panel {number} of Park School in Leeds." for number in range(50)),
            True,
        ),
        ("opinions", "I think that calm is important in Hull.", True),
        ("opinions", "I thought of the pump in Hull.", False),
        ("self_image", "I'm a very patient person.", True),
        ("self_image", "I'm an architect in Hull.", False),
        ("sweeping_words", "Everybody in Hull is always happy.", True),
        ("sweeping_words", "The caretaker in Hull was happy.", False),
        ("checks", "I compared both meters in Hull.", True),
        ("checks", "I fitted both meters in Hull.", False),
        ("talk_share", "You have to be calm in Hull.", True),
        ("talk_share", "In May I fitted 9 new panels in the old hall at Hull.", False),
        ("reasons", "I changed it because it was worn.", True),
        ("reasons", "I changed it and it was worn.", False),
    ],
)
def test_an_answer_has_a_feature(name: str, answer: str, is_measured: bool) -> None:
    assert (rated(answer, "motivation").features[name] > 0) == is_measured


def test_a_closing_answer_may_ask() -> None:
    closing = rated("Who leads the team?", "closing").features
    assert (closing["questions"] > 0, closing["asks_back"]) == (True, 0)


def test_each_more_counts_less() -> None:
    one, two, three = (
        rated(f"I worked in {places}.").features["names"]
        for places in ("Hull", "Hull and York", "Hull and York and Bath")
    )
    assert 0 < three - two < two - one < one


@pytest.mark.parametrize(
    ("name", "criterion", "kind", "rating", "is_owed"),
    [
        ("questions", "relevance", "closing", 4, True),
        ("questions", "relevance", "closing", 5, False),
        ("questions", "relevance", "behaviour", 4, False),
        ("questions", "impact", "closing", 4, False),
    ],
)
def test_a_feature_is_owed(
    name: str, criterion: str, kind: QuestionKind, rating: int, is_owed: bool
) -> None:
    reading = rated("I fit kitchens.", kind, "What questions do you have for us?").reading
    assert FEATURES[name].is_owed(criterion, reading, rating) == is_owed


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("I worked in Hull.", "mention Hull by name"),
        ("I worked in Hull and Bath.", "mention Hull and Bath by name"),
        (
            "I worked in Hull, Bath, York, Leeds and Ely.",
            "mention Hull, Bath, York, Leeds and",
        ),
    ],
)
def test_four_examples_are_named_at_most(answer: str, words: str) -> None:
    reading = rated(answer, "motivation").reading
    assert FEATURES["names"].describe_strength(reading).startswith(words)


def test_only_a_question_that_asks_for_questions_is_owed_one() -> None:
    asked = rated("I fit kitchens.", "closing", "What questions do you have for us?")
    assert FEATURES["questions"].is_owed("relevance", asked.reading, 4)
    chosen = rated("I fit kitchens.", "closing", "Why should we choose you for this job?")
    assert not FEATURES["questions"].is_owed("relevance", chosen.reading, 4)


def test_what_speaks_for_somebody_may_be_a_case() -> None:
    story = (
        "I ran the bakery in Hull for six years. I cut the waste by half. I trained four bakers."
    )
    chosen = rated(story, "closing", "Why should we choose you for this job?")
    assert chosen.reading.missed_form is None
    asked = rated(story, "closing", "What would you like to ask us about the job?")
    assert asked.reading.missed_form == "address"


def test_an_answer_that_shares_no_word_is_rated_low() -> None:
    story = "My aunt lost her cat in Hull. I asked all her neighbours until I had it back."
    answer = rated(story, "behaviour", "Tell me about a mistake in an electrical installation.")
    assert answer.ratings.relevance <= 2


@each(
    ("question", "answer", "is_measured"),
    [
        ("Is there anything you'd like to add?", "I haven't run Kafka, we use queues.", True),
        (
            "Is there anything you'd like to add?",
            "Snowflake I don't know yet, only Postgres.",
            True,
        ),
        ("What are you not sure about?", "I'm not certified on the reach truck.", True),
        ("Is there anything you'd like to add?", "I don't have any questions on Kafka.", False),
        ("Is there anything you'd like to add?", "I have run Kafka for two years.", False),
        ("What questions do you have for us?", "I haven't run Kafka. Who does?", False),
    ],
)
def test_candour_counts_where_a_close_asks_for_no_question(
    question: str, answer: str, is_measured: bool
) -> None:
    assert bool(rated(answer, "closing", question).features["candour"]) is is_measured
