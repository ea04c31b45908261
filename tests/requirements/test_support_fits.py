"""Which sentence of an answer speaks of a requirement, and which line of a CV states it."""

import pytest

from benchmarks import support_fit
from benchmarks.logistic import format_fit
from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.mapped_requirement import MappedRequirement

AD = "# Trainer\n## What you will do\n- Plan the courses\n## What you need\n- {}\n"
CASE = (
    "I like order. In May I planned twelve courses for the depot and cut the waiting list by half. "
    "My boss was pleased."
)


def map_one(requirement: str, answer: str, question: str = "", cv: str = "") -> MappedRequirement:
    given = [GivenAnswer(1, "behaviour", "", answer, question)]
    (found,) = map_requirements(AD.format(requirement), cv, given)
    return found


def test_a_requirement_in_other_words_is_spoken_of() -> None:
    answer = "I ran the budget round with our six department heads. It took two weeks."
    question = "How have you worked on budgets?"
    found = map_one("Budgeting and forecasting with department heads", answer, question)
    told = found.quote or (found.mention and found.mention.sentence)
    assert told == "I ran the budget round with our six department heads."


@pytest.mark.parametrize(
    "answer",
    [
        "We have ProMonitor, but the course leader fills it in for all of the groups.",
        "I have never used ProMonitor, and I'd have to learn it.",
        "They use ProMonitor, and I just get an e-mail that says pass or fail.",
    ],
)
def test_what_others_use_or_is_admitted_is_spoken_of_and_not_shown(answer: str) -> None:
    found = map_one("Using ProMonitor for tracking", answer, "Have you used ProMonitor?")
    assert found.status == "missing"
    assert found.mention is not None


@pytest.mark.parametrize(
    ("duty", "answer"),
    [
        (
            "Greet patients, check in / check out, collect co-pays and balances",
            "I put the alert on both charts, and I have the patient say their birthday to me.",
        ),
        (
            "Contribute to the wider life of the school: sport, camps, choir",
            "I've been at a school of 420 and I miss knowing every child in it.",
        ),
        (
            "Train new drivers on the routes",
            "I told the customers that the parcel was late and gave them a new time.",
        ),
    ],
)
def test_words_of_any_such_work_do_not_speak_of_a_duty(duty: str, answer: str) -> None:
    job = f"# Clerk\n## What you will do\n- {duty}\n"
    given = [GivenAnswer(1, "behaviour", "", answer, "Tell me about a hard day.")]
    (mapped,) = map_duties(job, "", given)
    assert (mapped.quote, mapped.mention) == (None, None)


def test_a_duty_is_spoken_of_too() -> None:
    given = [GivenAnswer(1, "behaviour", "", CASE, "How do you plan courses?")]
    (duty,) = map_duties(AD.format("Patience"), "", given)
    told = duty.quote or (duty.mention and duty.mention.sentence)
    assert told is not None
    assert "twelve courses" in told


def test_a_paper_is_on_a_cv_only_if_it_is_held() -> None:
    cv = "Ann Lee\n\nWork\nTransport manager, Hull, 2019 to now\n- Leads transport for four sites"
    found = map_one("Transport Manager CPC licence", CASE, cv=cv)
    assert (found.line, found.status) == (None, "missing")


def test_a_paper_is_shown_only_by_a_line_that_states_it() -> None:
    cv = (
        "Ann Lee\n\nWork\nTechnician, Hull, 2019 to now\n"
        "- Ran a trial server with group policy for mapped drives\n\n"
        "Other\nProvisional licence, theory passed\n"
    )
    assert map_one("Full UK driving licence", CASE, cv=cv).line is None
    held = cv.replace("Provisional licence, theory passed", "Full UK driving licence since 2019")
    assert map_one("Full UK driving licence", CASE, cv=held).line == (
        "Full UK driving licence since 2019"
    )


def test_a_skill_in_a_list_is_a_claim() -> None:
    cv = "Ann Lee\n\nWork\nTrainer, Hull, 2019 to now\n\nSkills\nMoodle, course planning, Excel"
    assert map_one("Experience with Moodle", CASE, cv=cv).line == "Moodle, course planning, Excel"


def test_a_skill_alone_in_its_line_is_a_claim() -> None:
    cv = "Ann Lee\n\nWork\nTrainer, Hull, 2019 to now\n\nSkills\nMoodle    ####---\nExcel     ###"
    assert map_one("Experience with Moodle", CASE, cv=cv).line == "Moodle"
    assert map_one("Experience with Canva", CASE, cv=cv).line is None


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    for name in support_fit.load_pairs():
        written = (support_fit.FOLDER / f"fit_{name}.toml").read_text("utf-8")
        assert written == format_fit(support_fit.fit_support(name), support_fit.HEADER)
