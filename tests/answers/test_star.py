"""The STAR elements of an answer, and how concrete they are."""

import pytest

from interview_cli.answers.star import parse_star
from tests.cases import each
from tests.conftest import STORY

NO_RESULT = (
    "In 2023 the fire alarm at Park School failed its test. I was asked to find out why. I traced "
    "40 detectors in two days and replaced the relays."
)
NO_NUMBER = (
    "When the alarm at Park School failed, I was asked to find out why. I traced the detectors and "
    "replaced the panel. In the end the school opened on time."
)
WE = "We worked hard on the alarm wires. Our team drilled the brackets. Then it went well."
PLAN = "I would first ask the caretaker. Then I would measure each zone and hope to find it."


@each(
    ("answer", "missing"),
    [
        (STORY, None),
        (NO_RESULT, "result"),
        (NO_NUMBER, "number"),
        (WE, "action"),
        (PLAN, "action"),
        ("", "action"),
        ("I like my work very much.", "action"),
        ("I repaired the panel.", "result"),
        ("I repaired the panel. The faults dropped in 2021.", "number"),
        ("I repaired the panel. The faults dropped by 40%.", "situation"),
        ("I've rebuilt the panel and faults fell from nine a month to none.", "situation"),
        ("In 2021 I rebuilt the panel and faults fell from nine a month to none.", None),
    ],
)
def test_the_first_missing_element(answer: str, missing: str | None) -> None:
    elements = parse_star(answer)
    found = {
        "action": elements.action,
        "result": elements.result,
        "number": elements.measured,
        "situation": elements.situation,
    }
    assert next((name for name, sentences in found.items() if not sentences), None) == missing


def test_a_whole_story_has_its_four_elements() -> None:
    story = parse_star(STORY)
    first, second, third, last = story.sentences
    assert first in story.situation
    assert second in story.task
    assert story.action == (third,)
    assert last in story.result
    assert last in story.measured


def test_a_whole_story_has_a_decision_and_a_reason() -> None:
    story = parse_star(STORY)
    assert story.decisions == story.reasons == story.action


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("I traced the fault, replaced the relay and tested it.", 3),
        ("I then quickly rewrote the rota.", 1),
        ("I had fitted panels before.", 1),
        ("I also led the crew.", 1),
        ("I built the rig of pipes and we tested it.", 1),
        ("We built it.", 0),
        ("I like it.", 0),
        ("I would have it tested.", 0),
        ("It was replaced by the team.", 0),
    ],
)
def test_only_past_verbs_of_the_speaker_are_own_acts(sentence: str, acts: int) -> None:
    assert sum(len(parsed.acts) for parsed in parse_star(sentence).substantive) == acts


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        (WE, 2),
        ("I did it.", 0),
        ("We told our customers in Leeds our plan. The team agreed in May.", 4),
    ],
)
def test_we_is_counted(answer: str, count: int) -> None:
    assert sum(parsed.we_count for parsed in parse_star(answer).substantive) == count


def test_a_plan_is_a_hope_and_not_a_result() -> None:
    plan = parse_star(PLAN)
    assert plan.hoped == plan.sentences
    assert plan.result == ()


@pytest.mark.parametrize(
    ("sentence", "measured", "baseline"),
    [
        ("False alarms fell from nine a month to none.", True, True),
        ("It dropped by 40%.", True, False),
        ("It improved to 90 seconds instead of five minutes.", True, True),
        ("It improved a lot.", False, False),
        ("It improved in 2021.", False, False),
        ("It shipped from Leeds to York.", False, False),
        ("The weather was 20 degrees.", False, False),
    ],
)
def test_measures_and_baselines_of_results(sentence: str, measured: bool, baseline: bool) -> None:
    elements = parse_star(sentence)
    assert (bool(elements.measured), bool(elements.baseline)) == (measured, baseline)


def test_what_others_saw() -> None:
    elements = parse_star("It was blue. The inspector approved the panel.")
    assert elements.witnessed == ("The inspector approved the panel.",)


def test_what_was_learnt() -> None:
    elements = parse_star("I learned to label cables. It was late.")
    assert elements.learned == ("I learned to label cables.",)


def test_names_and_amounts_make_a_sentence_concrete() -> None:
    elements = parse_star("we moved to Kafka. It took 40 days. It was nice.")
    assert elements.concrete == ("we moved to Kafka.", "It took 40 days.")
    assert (elements.names, elements.amounts) == ({"Kafka"}, ("40",))


@pytest.mark.parametrize("times", [2, 5])
def test_a_repeated_sentence_counts_once(times: int) -> None:
    once, often = parse_star(STORY), parse_star(" ".join([STORY] * times))
    assert (often.word_count, often.action, often.amounts, often.result) == (
        once.word_count,
        once.action,
        once.amounts,
        once.result,
    )


def test_sentences_stand_in_the_order_of_the_answer() -> None:
    assert parse_star("I came. I saw. I came. I won.").sentences == (
        "I came.",
        "I saw.",
        "I won.",
    )
