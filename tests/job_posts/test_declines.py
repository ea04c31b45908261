"""A field that is left open on purpose, and what only looks so; skills told as needs."""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts.declines import read_decline
from interview_cli.post_models import JobData

WELDER = "Welder in Leeds, £15 an hour"
DUTIES = "Duties: weld gates, repair fences"

OPEN_LEVEL = [
    "it's all the same to us",
    "doesn't matter to me how senior",
    "anyone really",
    "we never thought about levels",
    "no levels here, we never use them",
    "any level will do",
    "we don't do levels here",
    "no idea what level, we don't have such things",
    "could be a beginner or somebody experienced, either is fine",
    "level is not something we look at",
    "we don't care about experience",
    "I don't mind",
    "all levels welcome",
    "anybody from a beginner to an old hand",
    "experience isn't important",
    "we take everybody",
    "there's no level for this job",
    "there is no such thing as a level here",
    "leave it out",
    "leave that bit blank",
    "whoever comes",
    "not bothered",
    "not fussed about that",
    "we're not fussy",
    "no preference from my side",
    "junior senior whatever",
    "that's not relevant for us",
    "Level? We have no levels.",
    "it makes no difference",
    "makes no odds to us",
    "open to all levels",
    "we are open",
    "no need for that",
    "don't need that",
    "you can skip the level",
    "just leave the level off",
    "can we skip that?",
    "is not important for us the level",
    "not applicable here",
    "that doesn't apply",
    "level no matter",
    "no level please",
    "doesn't really matter how much experience they've got",
    "whatever level they are at",
    "I don't want to put a level",
    "we'd rather not name a level",
    "every level is okay",
    "both are fine for me, junior or senior",
]


@pytest.mark.parametrize("answer", OPEN_LEVEL)
def test_a_level_may_be_left_open_in_free_words(answer: str) -> None:
    after = play([WELDER, answer], OfflineCoach())[-1]
    assert after["skipped"] == ["experienceLevel"]
    assert after["job_data"]["experienceLevel"] == ""
    assert "Which skills" in after["agent_response"]


@pytest.mark.parametrize(
    "answer",
    [
        "a beginner, no matter what",
        "anyone with a car",
        "it doesn't matter",
        "leave the till open",
        "we take all cards",
        "whoever opens the shop",
        "we don't have any cars",
        "no need for a car",
        "not afraid of dogs",
        "there is a level for this",
    ],
)
def test_what_names_no_field_declines_none(answer: str) -> None:
    assert read_decline(answer, None) is None


def test_a_small_word_inside_a_sentence_declines_nothing() -> None:
    after = play(["Dental nurse in Cork", "three days a week, no, sorry, four"], OfflineCoach())[-1]
    assert after["skipped"] == []


def test_the_words_name_another_field_than_the_question() -> None:
    after = play([WELDER, "Salary is not something we publish."], OfflineCoach())[-1]
    assert "Taken out: pay" in after["agent_response"]
    assert after["skipped"] == []


NEEDS = [
    "must be able to lift 25 kilos",
    "she'd need her NMC pin",
    "someone who can keep a cool head",
    "no problem with heights",
    "they gotta know their way around a lathe",
    "He has to be able to read drawings",
    "You'd want to be good with numbers",
    "we'd like somebody who's used to working with children",
    "has to have her own scissors",
    "a clean driving licence is a must",
    "knowing how to braze would be essential",
    "they ought to be comfortable talking in front of people",
    "ideally they've done this before, at least two years",
    "got to be happy to work outdoors in all weathers",
    "not afraid of dogs",
    "can drive a manual",
    "anyone who speaks Polish and doesn't mind early starts",
    "it's important that they can work alone",
    "what we need is patience and a steady hand",
    "what counts is accuracy, and some Spanish",
    "must not be scared of needles",
    "they'll need a head for figures",
    "I want someone reliable who can use a till",
    "should be able to speak Mandarin",
    "the person should know how to make a roux",
    "need to be CSCS carded",
    "he need to know how to drive the big truck",
    "must to know excel",
    "they should of done food hygiene level 2",
    "and they need to be good on the phone and know how to type",
    "good with their hands",
    "somebody with a bit of patience",
    "experienced with horses",
    "able to follow a recipe",
    "fluent in Dutch and decent English",
    "you need to hold a Class C licence and be okay with nights",
    "audio typing",
    "the ability to stay calm",
    "plus they've got to have their own tools",
    "we require a first aid certificate",
    "must have the nerve for it, and strong arms",
    "she needs to be qualified and registered with the GDC",
    "computer skills, MS office, that sort of thing",
    "no fear of spiders",
    "good communication",
    "be punctual and polite",
    "they must know the knots and how to sail at night",
    "candidates need B2 German",
]


@pytest.mark.parametrize("need", NEEDS)
def test_skills_told_as_needs_do_not_hold_up_the_post(need: str) -> None:
    """They may become skills or requirements; the post is shown either way."""
    after = play([f"{WELDER}, mid level", DUTIES, need], OfflineCoach())[-1]
    data = JobData.model_validate(after["job_data"])
    assert data.skills or data.requirements
    assert data.responsibilities == ["weld gates", "repair fences"]
    assert after["current_step"] == "reviewing"


def test_wishes_alone_leave_the_question_for_skills_open() -> None:
    setup = [f"{WELDER}, mid level", DUTIES]
    after = play([*setup, "it would help if they knew Xero"], OfflineCoach())[-1]
    assert after["job_data"]["requirements"] == ["Xero (nice to have)"]
    assert after["current_step"] == "collecting_details"


def test_requirements_said_before_count_as_skills_when_nothing_else_is_missing() -> None:
    setup = [f"{WELDER}, they must be CSCS carded", "mid level"]
    before, after = play([*setup, DUTIES], OfflineCoach())[-2:]
    assert before["skipped"] == []
    assert after["skipped"] == ["skills"]
    assert after["current_step"] == "reviewing"
    assert "no skills beside the requirements" in after["agent_response"]


def test_years_alone_are_no_answer_to_the_question_for_skills() -> None:
    setup = [f"{WELDER}, at least 5 years experience", DUTIES, "mid level"]
    after = play(setup, OfflineCoach())[-1]
    assert after["current_step"] == "collecting_details"
    assert "Which skills" in after["agent_response"]


def test_a_field_asked_for_twice_is_said_to_be_missing_with_a_way_out() -> None:
    replies = play([WELDER, *["hm, the weather is nice"] * 5], OfflineCoach())
    said = [reply["agent_response"] for reply in replies]
    assert any("I still have no level" in reply and "“skip”" in reply for reply in said)


def test_an_early_yes_is_told_what_is_missing() -> None:
    after = play([WELDER, "yes, publish it"], OfflineCoach())[-1]
    assert not after["is_complete"]
    assert "I still need level, skills and duties" in after["agent_response"]
    assert "skip" in after["agent_response"]
