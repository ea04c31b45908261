"""What an employer denies, takes out or takes back in the middle of a sentence."""

import pytest

from tests.job_posts.test_free_talk import LISTS, take_turn

FITTER = "title: Fitter\nlocation: York"
WITH_LEVEL = f"{FITTER}\nlevel: mid"
WITH_SKILLS = f"{WITH_LEVEL}\nskills: wiring, Python, Afrikaans"
WHOLE = (
    f"{WITH_SKILLS}\nduties:\n- supervising one student\n- take X-rays\n"
    "- Run one after-school club\n- drive the tractor\n- make beds"
)

DENIED = [
    (WITH_LEVEL, "hotel school they dont need", "school"),
    (WITH_LEVEL, "English must. French we don't care about", "french"),
    (WITH_LEVEL, "a degree isn't necessary, neither is a car", "car"),
    (WITH_LEVEL, "wiring, and an own truck no not truck i meant own tools", "truck"),
    (WITH_LEVEL, "some idea of pipes, no, of wiring rather", "pipes"),
    (FITTER, "mid, neither a trainee nor a manager", "trainee"),
    (WITH_SKILLS, "keep the diaries; they will not be doing reception", "reception"),
    (WITH_SKILLS, "answer calls, sort post, they won't be cleaning", "cleaning"),
    (WITH_SKILLS, "check stock. The accounts are done by somebody else.", "accounts"),
]


@pytest.mark.parametrize(("setup", "message", "word"), DENIED)
def test_what_is_denied_enters_no_list(setup: str, message: str, word: str) -> None:
    changes, _ = take_turn(setup, message)
    entries = " ".join(str(changes.get(name, "")) for name in LISTS).lower()
    assert word not in entries


TAKEN_OUT = {
    "Anyway remove Python": ("skills", "Python"),
    "kindly remove the supervising": ("responsibilities", "supervising one student"),
    "I said X-rays, leave that out": ("responsibilities", "take X-rays"),
    "The club is no longer part of it, please take it off.": (
        "responsibilities",
        "Run one after-school club",
    ),
    "scratch the tractor eh, they don't take it": ("responsibilities", "drive the tractor"),
    "I changed my mind about the club, get rid of it": (
        "responsibilities",
        "Run one after-school club",
    ),
    "we don't do the beds anymore": ("responsibilities", "make beds"),
}


@pytest.mark.parametrize(("message", "gone"), TAKEN_OUT.items())
def test_what_is_taken_out_is_the_only_loss(message: str, gone: tuple[str, str]) -> None:
    before, _ = take_turn("", WHOLE)
    changes, _ = take_turn(WHOLE, message)
    field, entry = gone
    assert changes == {field: [kept for kept in before[field] if kept != entry]}


def test_one_sentence_moves_an_entry_that_is_no_must() -> None:
    changes, _ = take_turn(WHOLE, "Afrikaans isn't a must, make that nice to have")
    assert changes == {
        "skills": ["wiring", "Python"],
        "requirements": ["Afrikaans (nice to have)"],
    }


LEVELS = {
    "somebody in the middle, neither a trainee nor a manager": "mid",
    "i'd say senior no not senior you know what mid level is fine": "mid",
    "We would not say senior, let it be mid level": "mid",
    "I wouldn't take a beginner, mid level": "mid",
    "we'd take a beginner or an old hand": None,
    "nothing too junior please": None,
}


@pytest.mark.parametrize(("message", "level"), LEVELS.items())
def test_a_level_that_is_denied_is_not_set(message: str, level: str | None) -> None:
    changes, _ = take_turn(FITTER, message)
    assert changes.get("experienceLevel") == level


def test_a_title_is_changed_in_passing() -> None:
    changes, _ = take_turn(WHOLE, "can be anybody so better put sewing machine operator")
    assert changes == {"title": "Sewing Machine Operator"}


KEPT = ["remove the waste and sort it daily", "collect the trays, then wash and dry them"]


@pytest.mark.parametrize("message", KEPT)
def test_a_duty_with_a_word_of_removal_stays(message: str) -> None:
    changes, _ = take_turn(WITH_SKILLS, message)
    assert changes["responsibilities"]


def test_an_entry_is_taken_out_for_another() -> None:
    changes, _ = take_turn(WITH_SKILLS, "Anyway remove Python and put Excel")
    assert changes == {"skills": ["wiring", "Excel", "Afrikaans"]}


def test_words_to_the_agent_and_things_given_are_no_skills() -> None:
    changes, _ = take_turn(WITH_LEVEL, "wiring, we will train the rest")
    assert changes == {"skills": ["wiring"], "benefits": ["we will train the rest"]}
    changes, _ = take_turn(FITTER, "Experience 2-4 yrs, so you can put mid")
    assert changes == {"experienceLevel": "mid", "requirements": ["Experience 2-4 yrs"]}


@pytest.mark.parametrize(
    "message",
    [
        "we've stopped giving the dental plan",
        "we are not offering the dental plan any more",
        "my boss says were not doing the dental plan now",
        "also we dropped the dental plan last month",
        "the dental plan was too expensive, so take that off",
        "take away the dental plan, the owner pays no more for it",
        "quit the dental plan",
    ],
)
def test_what_the_employer_no_longer_gives_is_taken_out(message: str) -> None:
    changes, _ = take_turn(f"{WITH_LEVEL}\nskills: wiring\nbenefits: dental plan, tips", message)
    assert changes == {"benefits": ["tips"]}


def test_what_is_taken_out_and_never_stood_in_the_post_is_said_back() -> None:
    changes, reply = take_turn(WITH_LEVEL, "We dropped Revit so leave that out")
    assert changes == {}
    assert "Revit" in reply
