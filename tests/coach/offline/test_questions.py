"""The bank, how its wordings are filled, and the questions of 500 interviews."""

import re
from collections import Counter
from datetime import UTC, datetime
from itertools import combinations
from typing import Any

import pytest

from benchmarks import questions as question_pairs
from benchmarks.ads import CvAdPair, load_pairs
from benchmarks.ratings import create_facts
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import Interview, PlanSlot, Question
from interview_cli.requirements.competencies import find_competency, load_competencies
from interview_cli.requirements.extract import find_requirements
from interview_cli.trades.topics import parse_topic
from interview_cli.vocabulary import LEVELS, ROUNDS, Level, QuestionKind, Round
from interview_cli.workflow.plan import plan_interview
from tests.cases import each
from tests.coach.offline.test_coach import builds_on, cites
from tests.conftest import mark_slow

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAIRS = load_pairs("tuning")
_QUICK_SEEDS = 3
COMPETENCIES = load_bank()["competency"]
SEEDS = [
    pytest.param(seed, marks=pytest.mark.slow if seed > _QUICK_SEEDS else ())
    for seed in range(1, 9)
]
NO_PLACE = re.compile(
    r"\b(?:age|old are you|born|birth|famil\w+|child\w*|married|husband|wife|pregnan\w+"
    r"|health|ill(?:ness)?|disab\w+|religio\w+|faith|church|origin|national\w*|ethnic\w*|accent|politic\w*"
    r"|union|sexual\w*|salary)\b",
    re.IGNORECASE,
)


def interview_on(
    pair: CvAdPair, seed: int, *, cv: str | None = None, level: Level = "mid"
) -> Interview:
    interview = Interview(
        session_id=f"0193{seed:04x}-0000-7000-8000-{seed * 7919:012x}",
        created_at=NOW,
        last_updated=NOW,
        job_title=pair.ad.title,
        company_name=pair.ad.company,
        level=level,
        cv_text=cv or pair.cv,
        job_description_text=pair.ad.text,
    )
    interview.plan = plan_interview(interview)
    return interview


def questions_of(interview: Interview) -> list[tuple[PlanSlot, str]]:
    """The planned questions, each asked after the ones before it."""
    exchanges: list[Exchange] = []
    for number, slot in enumerate(interview.plan, start=1):
        facts = Facts(
            seed=interview.session_id,
            fence="0" * 16,
            job_title=interview.job_title,
            company_name=interview.company_name,
            language="en",
            focus=interview.focus,
            level=interview.level or "mid",
            max_questions=interview.max_questions,
            cv_text=interview.cv_text or "",
            job_text=interview.job_description_text or "",
            exchanges=tuple(exchanges),
        )
        content = compose_question(facts, slot)
        question = Question(content=content, timestamp=NOW, kind=slot.kind, topic=slot.topic)
        exchanges.append(Exchange(number, question, "I did it.", skipped=False))
    return [
        (slot, exchange.question.content)
        for slot, exchange in zip(interview.plan, exchanges, strict=True)
    ]


def read_text(wording: str | dict[str, Any]) -> str:
    return wording if isinstance(wording, str) else str(wording["text"])


def bank_questions() -> list[str]:
    fields = ("junior", "any", "lead", "situations")
    wordings = [text for entry in COMPETENCIES.values() for name in fields for text in entry[name]]
    return [read_text(wording) for wording in wordings]


class TestBank:
    def test_is_large(self) -> None:
        assert len(bank_questions()) == len(set(bank_questions())) >= 300
        assert set(COMPETENCIES) == set(load_competencies())

    @each("name", COMPETENCIES)
    def test_of_a_competency(self, name: str) -> None:
        entry = COMPETENCIES[name]
        for text in (*entry["junior"], *entry["any"], *entry["lead"]):
            assert re.match(r"(?:Tell|Describe|Think|Without)\b", text), text
            assert "{" not in text
        for text in map(read_text, entry["situations"]):
            assert re.match(r"(?:Suppose|Imagine)\b", text), text
            assert not set(re.findall(r"{(\w+)}", text)) - {"title", "company"}
        assert len(entry["cues"].split()) >= 10

    def test_a_situation_with_a_manager_is_flagged(self) -> None:
        for entry in COMPETENCIES.values():
            for wording in entry["situations"]:
                has_manager = not isinstance(wording, str) and wording["has_manager"]
                assert has_manager == ("manager" in read_text(wording)), wording

    def test_asks_one_thing_and_nothing_that_has_no_place(self) -> None:
        for text in bank_questions():
            assert 10 <= len(text.split()) <= 40, text
            assert text.count("?") <= 1, text
            assert text.endswith(("?", ".")), text
            assert not NO_PLACE.search(text), text

    @pytest.mark.parametrize("topic", ["bad_news", "first_weeks", "mistake"])
    def test_knows_the_topics_of_earlier_plans(self, topic: str) -> None:
        assert find_competency(topic) in COMPETENCIES

    def test_knows_no_other(self) -> None:
        assert find_competency("chess") is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 66))
def test_five_hundred_interviews(seed: int) -> None:
    """Eight pairs of CV and ad, 65 sessions each."""
    level: Level = ("junior", "mid", "senior", "lead", "executive")[seed % 5]
    for pair in PAIRS:
        interview = interview_on(pair, seed, level=level)
        questions = questions_of(interview)
        assert len({text for _, text in questions}) == 8
        for slot, text in questions:
            assert slot.topic.strip()
            assert not re.search(r"[{}]|\bNone\b|“”|  |\.\.|,,| ,|\ba a\b|\bthe the\b", text), text
            assert text[0].isupper() or text[0] == "“", text
            assert not re.search(r"asks for (?:A|The|An) ", text), text
            if not parse_topic(slot.topic) and not cites(
                text, f"{pair.cv}\n{pair.ad.text}", words=2
            ):
                assert not NO_PLACE.search(text), text
        check_plan(interview, pair)


def check_plan(interview: Interview, pair: CvAdPair) -> None:
    """Check that must-haves come first, and that no requirement or competency comes twice."""
    slots = [slot for slot in interview.plan if not parse_topic(slot.topic)]
    asked = [slot.topic for slot in slots if slot.kind not in ("opener", "motivation", "closing")]
    assert len(set(asked)) == len(asked)
    by_topic = {requirement.topic: requirement for requirement in find_requirements(pair.ad.text)}
    on_job = [by_topic[topic] for topic in asked if topic in by_topic]
    assert all(requirement.is_askable for requirement in on_job)
    kinds = Counter(slot.kind for slot in interview.plan)
    assert kinds["opener"] == kinds["motivation"] == kinds["closing"] == 1


@pytest.mark.parametrize(
    "place",
    [pytest.param(0), *(pytest.param(i, marks=pytest.mark.slow) for i in range(1, len(PAIRS)))],
)
def test_two_sessions_differ(place: int) -> None:
    pair = PAIRS[place]
    sets = [{text for _, text in questions_of(interview_on(pair, seed))} for seed in range(1, 9)]
    shared = [len(first & second) for first, second in combinations(sets, 2)]
    assert max(shared) <= 6
    assert sum(shared) / len(shared) <= 3.5


WELL_MATCHED = [pair for pair in PAIRS if sum(map(bool, pair.support.values())) >= 7]


@pytest.mark.parametrize("pair", WELL_MATCHED, ids=lambda pair: f"{pair.cv_name}-{pair.ad.name}")
@pytest.mark.parametrize("seed", SEEDS)
def test_two_of_eight_build_on_the_cv(pair: CvAdPair, seed: int) -> None:
    asked = questions_of(interview_on(pair, seed))
    assert len([text for _, text in asked if builds_on(text, pair.cv)]) >= 2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("place", range(len(WELL_MATCHED)))
def test_another_cv_changes_two_questions(place: int, seed: int) -> None:
    """By more than a noun: by four words at least."""
    pair, other = WELL_MATCHED[place], WELL_MATCHED[place - 1]
    mine = [text.split() for _, text in questions_of(interview_on(pair, seed))]
    theirs = [text.split() for _, text in questions_of(interview_on(pair, seed, cv=other.cv))]
    changed = [
        own
        for own, other_own in zip(mine, theirs, strict=True)
        if sum((Counter(own) - Counter(other_own)).values()) >= 4
    ]
    assert len(changed) >= 2


@pytest.mark.parametrize(
    "level",
    [pytest.param(level, marks=pytest.mark.slow if level != "mid" else ()) for level in LEVELS],
)
@pytest.mark.parametrize("round_", mark_slow(ROUNDS, but=["recruiter", "technical"]))
def test_every_round_asks_whole_questions(round_: Round, level: str) -> None:
    for name, pair in question_pairs.load_pairs("tuning").items():
        asked = list(question_pairs.ask_questions(name, pair | {"level": level}, round_=round_))
        assert len({question.text for question in asked}) == 8
        assert not any(re.search(r"[{}]", question.text) for question in asked)


INSIDER = "INTERNAL APPLICATION\nGreenkeeper, since 2019\n- Mowed the greens and mended the pumps"


@pytest.mark.parametrize("kind", ["opener", "motivation", "closing"])
def test_somebody_from_inside_is_not_asked_like_an_outsider(kind: QuestionKind) -> None:
    for seed in range(20):
        facts = create_facts(
            title="Head greenkeeper", level="lead", job="Lead four greenkeepers.", cv_text=INSIDER
        )._replace(company_name="Aldmoor Golf", seed=str(seed))
        asked = compose_question(facts, PlanSlot(kind=kind, topic=facts.job_title))
        assert "Aldmoor" not in asked
        assert "why this job" not in asked


def test_a_gap_is_asked_about_by_what_the_experience_is_of() -> None:
    facts = create_facts(
        title="Keeper", level="mid", job="Requirements\n- Experience with GIS\n", cv_text=INSIDER
    )
    asked = compose_question(facts, PlanSlot(kind="gap", topic="GIS"))
    assert asked == "What have you had to do with GIS so far?"


def test_the_title_of_the_present_job_is_said_once() -> None:
    facts = create_facts(
        title="Baker",
        level="mid",
        job="You shape loaves.",
        cv_text="EXPERIENCE\n\nBaker, Feltro Bakery, 2019 - now\n- Loaves every day",
    )
    topic = PlanSlot(kind="requirement", topic=facts.job_title)
    opener = PlanSlot(kind="opener", topic=facts.job_title)
    question = Question(content=compose_question(facts, opener), timestamp=NOW, kind="opener")
    assert "as a baker" in question.content
    facts = facts._replace(exchanges=(Exchange(1, question, "I bake.", skipped=False),))
    asked = compose_question(facts, topic)
    assert "your present job" in asked
    assert "baker" not in asked


def test_a_paper_of_the_family_is_named_and_not_missed() -> None:
    facts = create_facts(
        title="Server",
        level="mid",
        job="Requirements\n- TABC certification\n",
        cv_text="EXPERIENCE\n\nServer, Elm House\n\nCERTIFICATES\nTIPS certification",
    )
    asked = compose_question(facts, PlanSlot(kind="gap", topic="TABC certification"))
    assert "TIPS certification" in asked
    assert "TABC certification" in asked


@each(
    ("years", "day"),
    [("nights, 2019 - now", "a normal shift"), ("2019 - now", "a normal day")],
)
def test_who_works_at_night_has_no_normal_day(years: str, day: str) -> None:
    cv = f"Experience\n\nBalloon pilot, Holm Flights, {years}\n- Flew at dawn"
    facts = create_facts(title="Balloon Pilot", level="mid", job="You fly.", cv_text=cv)
    slot = PlanSlot(kind="opener", topic="Balloon Pilot")
    asked = [compose_question(facts._replace(seed=str(seed)), slot) for seed in range(9)]
    assert any(day in question for question in asked)
    assert not any("normal" in question and day not in question for question in asked)


def test_a_school_leaver_has_no_job_to_move_from() -> None:
    facts = create_facts(title="Care Assistant", level="junior", job="Care.", cv_text="GCSEs, 2025")
    slot = PlanSlot(kind="motivation", topic="Care Assistant")
    asked = [compose_question(facts._replace(seed=str(seed)), slot) for seed in range(20)]
    assert len(set(asked)) >= 3
    assert not any("good move" in each or "next job" in each for each in asked)


@each(
    ("ad", "unfit"),
    [
        ("Hi Jo, I came across your profile and thought of you: bakers in Leeds.", "apply"),
        ("BAKERS WANTED\n\n6-8 weeks min, nights. You shape loaves.", "next job"),
        ("BAKERS WANTED\n\n6-8 weeks min, nights. You shape loaves.", "right job"),
        ("BAKERS WANTED\n\n6-8 weeks min, nights. You shape loaves.", "good move"),
    ],
)
def test_a_motive_fits_how_the_job_came_about_and_how_long_it_lasts(ad: str, unfit: str) -> None:
    facts = create_facts(title="Baker", level="mid", job=ad, cv_text="Baker, Feltro, 2019 - now")
    slot = PlanSlot(kind="motivation", topic="Baker")
    asked = {compose_question(facts._replace(seed=str(seed)), slot) for seed in range(40)}
    assert len(asked) > 1
    assert not any(unfit in question for question in asked)
