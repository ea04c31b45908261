"""Remarks to the agent, which are about the conversation and enter no field of the post."""

from tests.cases import each
from tests.job_posts.test_free_talk import LISTS, take_turn

PLUMBER = "title: Plumber\nlevel: mid\nlocation: Cork"
NO_LEVEL = "title: Plumber\nlocation: Cork\nskills: soldering"


@each(
    "remark",
    [
        "sorry it chopped off the rest",
        "my phone cut the message",
        "the second half got lost",
        "wait the paste did not work",
        "oops hit send too early",
        "half of it went missing",
        "gday mate",
        "howdy partner",
        "ok moving on",
        "give me a minute",
    ],
)
def test_a_remark_before_a_list_is_no_entry(remark: str) -> None:
    changes, _reply = take_turn(PLUMBER, f"{remark}, soldering, boilers")
    assert changes == {"skills": ["soldering", "boilers"]}


@each(
    "remark",
    [
        "i must ask first my wife",
        "have to check with my partner first",
        "need to talk to the boss before that",
        "let me run it by legal",
        "we should show this to our owner",
        "hm, i want to discuss it with my brother",
        "gotta see what my business partner thinks",
        "i'll have to confirm with hr",
    ],
)
def test_asking_somebody_first_is_no_requirement(remark: str) -> None:
    changes, _reply = take_turn(PLUMBER, remark)
    assert not any(changes.get(name) for name in LISTS)


@each(
    "message, entries",
    [
        ("must ask guests about allergies", ["ask guests about allergies"]),
        ("skills: cutting glass, losing no time", ["cutting glass", "losing no time"]),
    ],
)
def test_what_a_person_must_do_is_no_remark(message: str, entries: list[str]) -> None:
    changes, _reply = take_turn(PLUMBER, message)
    assert changes["skills"] == entries


@each(
    "message, level",
    [
        ("put him down as senior i suppose", "senior"),
        ("level you can take as mid", "mid"),
        ("for the level take junior", "junior"),
        ("write her down as a lead", "lead"),
        ("count him as a junior i guess", "junior"),
        ("stick him in as senior", "senior"),
        ("treat it as a senior position", "senior"),
        ("level, hmm, i reckon senior", "senior"),
        ("you might as well say mid for the level", "mid"),
        ("id go with mid there", "mid"),
    ],
)
def test_a_level_in_a_remark(message: str, level: str) -> None:
    changes, reply = take_turn(NO_LEVEL, message)
    assert changes == {"experienceLevel": level}
    assert "did not use" not in reply


@each(
    "heading",
    [
        "roles and resp",
        "Role & responsibility",
        "key resp",
        "Work details",
        "job profile",
        "JD as below",
        "duties and responsibilities",
        "Job scope",
    ],
)
def test_headings_of_duties(heading: str) -> None:
    changes, _reply = take_turn(PLUMBER, f"{heading}: mend pipes, fit boilers")
    assert changes == {"responsibilities": ["mend pipes", "fit boilers"]}


BESIDE = [
    "Understood, leave that line.",
    "so show that",
    "benefits we discuss in the interview",
    "It must lie over until the manager is back on Thursday.",
    "We don't publish the bonus.",
    "there's no bus",
    "on B2B there are none",
    "Benefits you can skip, on B2B there are none.",
]


@each("message", BESIDE)
@each(
    "setup",
    [
        "title: Nurse\nlocation: Leeds\nlevel: mid",
        "title: Nurse\nskills: triage\nduties: dress wounds",
    ],
)
def test_a_remark_about_the_post_is_no_entry(setup: str, message: str) -> None:
    changes, _ = take_turn(setup, message)
    assert not changes


def test_a_reason_behind_a_demand_is_no_skill() -> None:
    changes, _ = take_turn(
        "title: Nurse\nlocation: Leeds\nlevel: mid", "Must drive, there's no bus."
    )
    assert changes == {"skills": ["drive"]}


def test_duties_with_a_pronoun_are_kept() -> None:
    setup = "title: Cook\nlocation: Leeds\nlevel: mid\nskills: knives"
    changes, _ = take_turn(setup, "cut the fish, clean it, sort the boxes")
    assert changes == {"responsibilities": ["cut the fish", "clean it", "sort the boxes"]}
