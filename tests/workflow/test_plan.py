"""The slots of an interview, and when a slot gives way to a follow-up."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from interview_cli.models import Answer, Interview, PlanSlot, Question
from interview_cli.requirements.competencies import find_competency
from interview_cli.trades.topics import parse_topic
from interview_cli.vocabulary import Focus, QuestionKind, Round
from interview_cli.workflow.next_slot import choose_next_slot
from interview_cli.workflow.plan import plan_interview
from tests.cases import each
from tests.conftest import CV, EXAMPLES, JOB, STORY

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SEEDS = [f"0193{i:04x}-0000-7000-8000-{i * 7919:012x}" for i in range(1, 13)]
FOCUSES = get_args(Focus)
ROUNDS = get_args(Round)
EVERY_LENGTH = range(1, 21)
EXAMPLE = tuple((EXAMPLES / name).read_text("utf-8") for name in ("cv.md", "job.md"))
PLAIN = ("Somebody with a life of work behind them.", "Come and join us in our small shop.")
DOCUMENTS = {"electrician": (CV, JOB), "engineer": EXAMPLE, "nothing asked": PLAIN}

NO_ACTION = "When the alarm failed the team looked at it. It took a long while and was hard work."
NO_RESULT = "When the alarm at Park School failed I traced every detector and replaced the relays."
WE_ONLY = (
    "When the alarm at Park School failed we traced every detector and we replaced the relays."
)
NO_NUMBER = f"{NO_RESULT} After that there were far fewer false alarms."


def interview(
    seed: str = SEEDS[0],
    documents: tuple[str, str] = (CV, JOB),
    *,
    questions: int = 8,
    focus: Focus = "mixed",
) -> Interview:
    return Interview(
        session_id=seed,
        created_at=NOW,
        last_updated=NOW,
        job_title="Electrician",
        company_name="Acme",
        max_questions=questions,
        focus=focus,
        cv_text=documents[0],
        job_description_text=documents[1],
    )


def planned(session: Interview) -> list[PlanSlot]:
    return plan_interview(session)


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_plan_is_as_long_as_the_interview(name: str, focus: Focus) -> None:
    for count in EVERY_LENGTH:
        session = interview(documents=DOCUMENTS[name], questions=count, focus=focus)
        assert len(planned(session)) == count


@each("name", DOCUMENTS)
@each("count", EVERY_LENGTH)
def test_no_requirement_and_no_competency_comes_twice(count: int, name: str) -> None:
    plan = planned(interview(documents=DOCUMENTS[name], questions=count))
    own = [(slot.kind, slot.topic) for slot in plan if not parse_topic(slot.topic)]
    once = [slot for slot in own if slot[0] not in ("opener", "motivation", "closing")]
    assert len(set(once)) == len(once)


def test_five_of_eight_are_about_the_work() -> None:
    plan = planned(interview())
    on_the_work = [
        slot for slot in plan if slot.kind in ("requirement", "gap") or parse_topic(slot.topic)
    ]
    assert len(on_the_work) == 5


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_session_has_the_same_plan(name: str) -> None:
    first, second = (planned(interview(documents=DOCUMENTS[name])) for _ in range(2))
    assert first == second


def test_sessions_have_different_plans() -> None:
    plans = {str(planned(interview(seed))) for seed in SEEDS}
    assert len(plans) > 1


def test_making_a_plan_changes_nothing() -> None:
    session = interview()
    before = session.model_copy(deep=True)
    plan_interview(session)
    assert session == before


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_cv_supports_is_a_requirement_and_the_rest_a_gap(seed: str) -> None:
    plan = planned(interview(seed, (CV, JOB.replace("nurse call systems", "access control"))))
    topics = {kind: {s.topic for s in plan if s.kind == kind} for kind in ("requirement", "gap")}
    assert topics["requirement"] <= {
        "fire alarms",
        "Testing and certification of switchboards",
        "Training of apprentices",
    }
    assert topics["gap"] <= {"access control", "solar panels"}
    assert len(topics["requirement"]) == len(topics["gap"]) == 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("round_", ROUNDS)
def test_a_paper_that_the_cv_lacks_is_always_asked_about(seed: str, round_: Round) -> None:
    session = interview(seed, (CV, f"{JOB}\n- A valid asbestos licence is required"))
    session.round = round_
    assert any(slot.kind == "gap" and "asbestos" in slot.topic for slot in planned(session))


def test_a_paper_in_two_wordings_is_asked_about_once() -> None:
    cv = f"{CV}\nEducation\nBSc Chemistry, Leeds, expected June 2027\n"
    ad = f"{JOB}\nYou must have\n- Bachelor's degree\n- A completed degree (essential)\n"
    gaps = [slot.topic for slot in planned(interview(documents=(cv, ad))) if slot.kind == "gap"]
    assert sum("degree" in topic for topic in gaps) == 1


def test_a_paper_that_is_needed_only_later_is_no_gap() -> None:
    cv = f"{CV}\nOther\nProvisional driving licence\n"
    ads = {
        "now": "A full driving licence is required.",
        "later": "A full driving licence is needed by year 3.",
    }
    gaps = {
        name: [slot.topic for slot in planned(interview(documents=(cv, f"{JOB}\n{ad}\n")))]
        for name, ad in ads.items()
    }
    assert any("driving licence" in topic for topic in gaps["now"])
    assert not any("driving licence" in topic for topic in gaps["later"])


@each(
    ("wanted", "line", "is_asked"),
    [
        ("Gaming licence, or willing to obtain one", "Gaming licence, lapsed in 2018", True),
        ("Gaming licence, or willing to obtain one", "Fire warden, 2022", False),
        ("Gaming licence, or three years of experience", "Gaming licence, lapsed in 2018", False),
        ("National police check", "National police check, expired in May 2024", True),
        ("National police check", "National police check, 2025", False),
        ("National police check", "Fire warden, 2022", False),
        ("Active Secret clearance", "Secret clearance (lapsed 2020)", True),
        ("High school diploma or GED", "GED in progress, one test left", True),
        ("High school diploma or GED", "High school diploma, 2010", False),
    ],
)
def test_a_paper_that_a_cv_says_is_open_is_asked_about(
    wanted: str, line: str, is_asked: bool
) -> None:
    ad = f"# Clerk\n\n## Requirements\n- {wanted}\n- Experience of filing"
    session = interview("a seed", (f"{CV}\n\nCertificates\n{line}", ad))
    gaps = [slot.topic for slot in plan_interview(session) if slot.kind == "gap"]
    assert (wanted.split(",")[0] in gaps) == is_asked


@each("seed", SEEDS)
def test_the_paper_that_the_law_demands_comes_first(seed: str) -> None:
    ad = "# Fitter\n\n## Requirements\n- Full driving licence\n- Gas Safe registered\n- First aid"
    gaps = [slot.topic for slot in planned(interview(seed, (CV, ad))) if slot.kind == "gap"]
    assert gaps[0] == "Gas Safe registered"


@each(
    "line",
    ["ACLS within six months", "Care Certificate to be obtained", "Experience of similar work"],
)
def test_what_is_wanted_later_or_names_nothing_is_no_gap(line: str) -> None:
    ad = f"# Nurse\n\n## Requirements\n- {line}\n- Strong knowledge of cooking methods"
    plan = planned(interview(documents=(CV, ad)))
    assert line.split()[0] not in {slot.topic.split()[0] for slot in plan}


@pytest.mark.parametrize(
    "line",
    [
        "Must be 18 years of age or older",
        "Ability to stand, walk, bend and lift 50 lbs",
        "You share our [values](/handbook/#values)",
        "Right to work in the UK",
        "2 of 5  1/9/23, 09:08",
    ],
)
def test_what_no_interviewer_may_ask_is_not_planned(line: str) -> None:
    ad = f"# Line Cook\n\n## Requirements\n- {line}\n- Strong knowledge of cooking methods"
    plan = planned(interview(documents=(CV, ad)))
    topics = [slot.topic for slot in plan if slot.kind in ("requirement", "gap")]
    assert [topic for topic in topics if topic != "Electrician"] == ["cooking methods"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gap_in_a_must_have_comes_before_one_that_is_nice_to_have(seed: str) -> None:
    nice = [f"## Nice to have\n- Experience with {x}" for x in ("yoga mats",)]
    must = [f"- Experience with {x}" for x in ("cranes", "lathes", "kilns", "looms")]
    job = "\n".join(["## Required", *must, *nice])
    plan = planned(interview(seed, (CV, job), questions=8))
    assert "yoga mats" not in [slot.topic for slot in plan if slot.kind == "gap"][:4]


def test_a_job_of_no_known_trade_is_asked_about_as_such_before_dilemmas_of_any_work() -> None:
    session = interview(documents=PLAIN)
    session.job_title = "Alchemist"
    topics = [slot.topic for slot in planned(session)]
    assert topics.count("daily_work: methods") >= 3
    assert not any(map(find_competency, topics))


def test_somebody_with_a_job_is_asked_about_it_before_dilemmas_of_any_work() -> None:
    session = interview(documents=PLAIN)
    session.job_title = "Alchemist"
    session.cv_text = "Work\n\nGlassblower, Feltro, 2019 - now\n- Blew glass"
    plan = planned(session)
    assert sum(slot.kind == "requirement" and slot.topic == "Alchemist" for slot in plan) == 2
    assert not any(find_competency(slot.topic) for slot in plan)


DUTIES = """Your tasks
- Graft larvae from the breeder hives
- Cage and mark young queens
- Keep the breeding records
- Train new starters in the queen yard
- Load hives onto the trucks
"""


def test_the_questions_of_a_trade_that_are_less_likely_to_be_good_come_last() -> None:
    session = interview(documents=(PLAIN[0], DUTIES))
    session.job_title = "Flumper"
    topics = [slot.topic for slot in planned(session)]
    assert "agriculture: situations" not in topics
    assert "caging and marking young queens" in topics  # as likely as the job as such


def test_a_post_with_questions_of_its_own_is_asked_those() -> None:
    session = interview(documents=(CV, f"{JOB}\n\n{DUTIES}"))
    session.job_title = "Domestic electrician"
    topics = {slot.topic for slot in planned(session)}
    assert not any("queens" in topic for topic in topics)
    assert "electrical_work: methods" in topics


def test_the_slots_of_a_kind_without_topics_are_about_the_job() -> None:
    topics = {s.kind: s.topic for s in planned(interview())}
    assert {topics[kind] for kind in ("opener", "motivation", "closing")} == {"Electrician"}


def at(
    slot: QuestionKind,
    last: QuestionKind,
    answer: str,
    *,
    number: int = 6,
    questions: int = 8,
    skipped: bool = False,
    earlier_follow_ups: int = 0,
) -> Interview:
    """An interview whose next question is `number`, planned as `slot`, after `last`."""
    session = interview(questions=questions)
    before: list[QuestionKind] = ["opener"] * (number - 2)
    before[:earlier_follow_ups] = ["follow_up"] * earlier_follow_ups
    for kind in [*before, last]:
        session.messages.append(Question(content="What did you do?", timestamp=NOW, kind=kind))
        session.messages.append(Answer(content=STORY, timestamp=NOW))
    session.answers[-1].content, session.answers[-1].skipped = answer, skipped
    session.plan = [PlanSlot(kind=slot, topic=f"topic {i}") for i in range(1, questions + 1)]
    return session


FOLLOWED: list[tuple[QuestionKind, QuestionKind, str, str]] = [
    ("situation", "behaviour", NO_ACTION, "action"),
    ("situation", "behaviour", NO_RESULT, "result"),
    ("situation", "behaviour", NO_NUMBER, "number"),
    ("situation", "behaviour", WE_ONLY, "own_part"),
    ("behaviour", "requirement", NO_RESULT, "result"),
    ("behaviour", "opener", WE_ONLY, "own_part"),
]


@pytest.mark.parametrize(("slot", "last", "answer", "topic"), FOLLOWED)
def test_a_slot_gives_way_to_what_the_story_lacks(
    slot: QuestionKind, last: QuestionKind, answer: str, topic: str
) -> None:
    assert choose_next_slot(at(slot, last, answer)) == PlanSlot(kind="follow_up", topic=topic)


@each(
    "session",
    [
        pytest.param(at("situation", "behaviour", STORY), id="the story is complete"),
        pytest.param(at("situation", "behaviour", "", skipped=True), id="it was skipped"),
        pytest.param(at("situation", "behaviour", "I don't know."), id="it was no answer"),
        pytest.param(at("situation", "behaviour", "asdf asdf asdf asdf"), id="it was gibberish"),
        pytest.param(at("situation", "follow_up", NO_RESULT), id="it followed up already"),
        pytest.param(at("situation", "motivation", NO_RESULT), id="a reason was asked"),
        pytest.param(at("situation", "situation", NO_RESULT), id="a plan was asked"),
        pytest.param(at("situation", "gap", NO_RESULT), id="a gap was asked"),
        pytest.param(at("situation", "opener", NO_RESULT), id="it only opened the interview"),
        pytest.param(at("requirement", "behaviour", NO_RESULT), id="a requirement is next"),
        pytest.param(at("gap", "behaviour", NO_RESULT), id="a gap is next"),
        pytest.param(at("motivation", "behaviour", NO_RESULT), id="the motivation is next"),
        pytest.param(at("closing", "behaviour", NO_RESULT, number=8), id="the end is next"),
        pytest.param(
            at("behaviour", "behaviour", NO_RESULT, number=8, earlier_follow_ups=2),
            id="there were enough",
        ),
        pytest.param(at("behaviour", "behaviour", NO_RESULT, number=3, questions=3), id="short"),
    ],
)
def test_a_slot_stays_as_planned(session: Interview) -> None:
    assert choose_next_slot(session).kind == session.plan[0].kind


@pytest.mark.parametrize("number", [2, 4, 8])
def test_a_follow_up_may_come_anywhere(number: int) -> None:
    slot = choose_next_slot(at("behaviour", "behaviour", NO_RESULT, number=number))
    assert slot.kind == "follow_up"


@pytest.mark.parametrize("kind", ["opener", "requirement", "behaviour", "situation", "gap"])
def test_who_speaks_of_a_group_alone_is_always_asked_for_the_own_part(kind: QuestionKind) -> None:
    session = at("behaviour", kind, WE_ONLY, number=6, earlier_follow_ups=3)
    assert choose_next_slot(session) == PlanSlot(kind="follow_up", topic="own_part")


def test_a_follow_up_leaves_out_the_last_slot_that_gives_way() -> None:
    session = at("requirement", "requirement", NO_RESULT, number=2, questions=4)
    kinds: list[QuestionKind] = ["requirement", "behaviour", "requirement", "situation"]
    session.plan = [PlanSlot(kind=kind, topic=kind) for kind in kinds]
    asked = []
    while not session.is_complete:
        slot = choose_next_slot(session)
        asked.append(slot.kind)
        session.messages.append(Question(content="And?", timestamp=NOW, kind=slot.kind))
        session.messages.append(Answer(content=STORY, timestamp=NOW))
    assert asked == ["follow_up", "behaviour", "requirement"]


METHOD = PlanSlot(kind="situation", topic="nursing: methods")
SCENE = PlanSlot(kind="situation", topic="nursing: situations")
ON_CV = PlanSlot(kind="requirement", topic="Electrician")
OF_AD = PlanSlot(kind="requirement", topic="BS 7671")
MOTIVE = PlanSlot(kind="motivation", topic="Electrician")
GENERAL = PlanSlot(kind="behaviour", topic="teamwork")
ANY_WORK = PlanSlot(kind="behaviour", topic="daily_work: situations")


@each(
    ("plan", "left_out"),
    [
        pytest.param([OF_AD, GENERAL, *[METHOD] * 5, SCENE], 1, id="a general question first"),
        pytest.param([OF_AD, ANY_WORK, *[METHOD] * 5, SCENE], 1, id="one of any work, too"),
        pytest.param(
            [OF_AD, METHOD, METHOD, ON_CV, METHOD, SCENE, MOTIVE], 4, id="the last method"
        ),
        pytest.param([OF_AD, OF_AD, ON_CV, SCENE, SCENE, MOTIVE], 4, id="the last situation"),
    ],
)
def test_a_follow_up_keeps_the_questions_on_the_work(plan: list[PlanSlot], left_out: int) -> None:
    session = at("requirement", "requirement", NO_RESULT, number=2, questions=len(plan))
    session.job_title, session.plan = "Electrician", plan
    rest = [slot for place, slot in enumerate(plan) if place != left_out]
    asked = []
    for _ in plan[1:]:
        asked.append(choose_next_slot(session))
        question = Question(content="And?", timestamp=NOW, kind=asked[-1].kind)
        session.messages.append(question)
        session.messages.append(Answer(content="I don't know.", timestamp=NOW))
    assert asked == [PlanSlot(kind="follow_up", topic="result"), *rest[1:]]


def test_what_is_to_be_practised_is_not_left_out() -> None:
    session = at("behaviour", "behaviour", NO_RESULT)
    session.practise = [*session.plan]
    assert choose_next_slot(session) == session.plan[5]


@pytest.mark.parametrize(
    ("questions", "had", "follows"),
    [(3, 0, False), (4, 0, True), (4, 1, False), (8, 1, True), (8, 2, False), (20, 4, True)],
)
def test_one_follow_up_at_most_for_four_questions(questions: int, had: int, follows: bool) -> None:
    session = at(
        "behaviour",
        "behaviour",
        NO_RESULT,
        number=questions,
        questions=questions,
        earlier_follow_ups=had,
    )
    assert (choose_next_slot(session).kind == "follow_up") == follows


def test_the_first_slot_is_as_planned() -> None:
    session = interview(questions=1)
    session.plan = [PlanSlot(kind="behaviour", topic="mistake")]
    assert choose_next_slot(session) == session.plan[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_language_or_a_licence_is_asked_about_last(seed: str) -> None:
    ad = (EXAMPLES / "job.md").read_text("utf-8")
    session = interview(seed, documents=((EXAMPLES / "cv.md").read_text("utf-8"), ad))
    asked = [slot.topic for slot in planned(session) if slot.kind == "requirement"]
    assert asked
    assert not any("Fluent English" in topic for topic in asked)
