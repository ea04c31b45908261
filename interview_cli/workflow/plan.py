"""Plan the slots of an interview, and decide on follow-ups: pure functions."""

from collections.abc import Sequence
from datetime import date
from random import Random

from interview_cli.coach.offline.frame_estimates import is_well_named
from interview_cli.english.words import content_stems
from interview_cli.models import Interview, PlanSlot
from interview_cli.requirements.competencies import (
    is_competency_mentioned,
    is_of_any_job,
    load_competencies,
)
from interview_cli.requirements.cv_evidence import judge_evidence
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.open_papers import (
    is_told_check,
    is_told_open,
)
from interview_cli.requirements.paper_families import find_kin
from interview_cli.requirements.paper_needs import rank_paper, takes_will
from interview_cli.requirements.request_forms import names_people
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.told_papers import find_told_papers
from interview_cli.vocabulary import Round
from interview_cli.workflow.duty_slots import ask_of_this_work
from interview_cli.workflow.lacking import drop_repeats, is_lacking
from interview_cli.workflow.next_slot import GIVES_WAY
from interview_cli.workflow.rounds import SlotPart, choose_parts
from interview_cli.workflow.work_slots import WorkSlots, find_work_slots

_BESIDE_REQUIREMENTS: tuple[SlotPart, ...] = ("method", "requirement")
"""Of equal rank, the trade's question is the better one. What a CV lacks has its own place."""
_ON_THE_JOB: tuple[SlotPart, ...] = (*_BESIDE_REQUIREMENTS, "gap")
_SUBSTITUTES: dict[SlotPart, tuple[SlotPart, ...]] = {
    "requirement": ("gap", "method", "behaviour", "situation"),
    "gap": ("method", "requirement", "behaviour", "situation"),
    "method": ("requirement", "gap", "behaviour", "situation"),
    "behaviour": ("method", "situation", "requirement", "gap"),
    "situation": ("method", "behaviour", "requirement", "gap"),
}
_ROUND_TOPICS: dict[Round, tuple[str, ...]] = {"values": ("values", "values")}
"""Topics of behaviour that a round asks about before any competency."""
_LACKING_RANK = 0
"""Every interview asks about a gap of this rank: a paper that the job needs and the CV leaves
open, say."""
_MUST_RANK = 2
_METHOD_RANK = 4
_LAST_RANK = 5
_BROAD_RANK = 6
"""Questions that were not written for the post: readers found half of them clumsy or wrong."""
_GENERAL_RANK = 7
"""Questions of any job, and dilemmas of any work: readers found these clumsy in 33 of 42 cases
(`benchmarks/questions`)."""
_QUESTIONS_PER_GAP = 4
_MIN_CV_WORDS = 40
"""A CV with fewer words, and no job that can be read, tells too little to ask about."""


RankedSlot = tuple[int, PlanSlot]
"""The rank of a slot, 0 first, and the slot."""


def plan_interview(interview: Interview) -> list[PlanSlot]:
    """Plan the slots of one interview; the same session and documents give the same plan.

    A requirement that the CV supports becomes a `requirement` slot, one that it does not mention
    a `gap`. A must that only a paper can meet, and that the CV does not show, is always asked.
    When one part runs out a substitute is used.
    """
    chance = Random(f"plan {interview.session_id}")
    work = find_work_slots(interview)
    slots = _find_slots(interview, chance, work)
    parts = choose_parts(interview.max_questions, interview.focus, interview.round)
    certain = sum(rank == _LACKING_RANK for rank, _ in slots["gap"])
    for _ in range(certain - parts.count("gap")):
        _make_room_for_gap(parts)
    plan = [_choose_slot(part, slots, interview) for part in parts]
    plan = ask_of_this_work(plan, interview, work.spare)
    return _include_practise(plan, interview.practise)


def _include_practise(plan: list[PlanSlot], practise: list[PlanSlot]) -> list[PlanSlot]:
    """Put what is to be practised in the place of other subjects, as far as there are places.

    The kinds in `_GIVES_WAY` make room first, the opener and the closing last.
    """
    topics = {slot.topic for slot in plan}
    wanted = [slot for slot in practise if slot.question or slot.topic not in topics][: len(plan)]
    order = sorted(range(len(plan)), key=lambda place: _find_room(plan[place]))
    for place, slot in zip(sorted(order[: len(wanted)]), wanted, strict=True):
        plan[place] = slot
    return plan


def _find_room(slot: PlanSlot) -> int:
    kinds = (*GIVES_WAY, "requirement", "gap", "motivation", "closing", "opener")
    return kinds.index(slot.kind)


def _make_room_for_gap(parts: list[SlotPart]) -> None:
    """Put a gap in the place of the last part that may give way."""
    for part in ("method", "behaviour", "requirement", "motivation"):
        places = [place for place, other in enumerate(parts) if other == part]
        if places:
            parts[places[-1]] = "gap"
            return


def _find_slots(
    interview: Interview, chance: Random, work: WorkSlots
) -> dict[SlotPart, list[RankedSlot]]:
    job_text = interview.job_description_text or ""
    shown, gaps = _rank_requirements(interview, chance)
    # Competencies that the ad mentions come first. No interview asks about one twice.
    named = chance.sample(sorted(load_competencies()), len(load_competencies()))
    mentioned = {name for name in named if is_competency_mentioned(name, job_text)}
    named = [name for name in named if name in mentioned or is_of_any_job(name)]
    named.sort(key=lambda name: name not in mentioned)
    situations = [(_GENERAL_RANK, PlanSlot(kind="situation", topic=name)) for name in named[1::2]]
    situations[:0] = _rank_work(work.situations, work.broad_situations)
    return {
        "requirement": shown,
        "gap": gaps,
        "method": _rank_work(work.methods, work.broad_methods),
        "behaviour": [
            (_LAST_RANK, PlanSlot(kind="behaviour", topic=name))
            for name in [*_ROUND_TOPICS.get(interview.round, ()), *named[::2]]
        ],
        "situation": situations,
    }


def _rank_work(own: Sequence[PlanSlot], broad: Sequence[PlanSlot]) -> list[RankedSlot]:
    """Return slots on the work: the likely good ones, or any of the trade."""
    return [(_METHOD_RANK, slot) for slot in own] + [(_BROAD_RANK, slot) for slot in broad]


def _rank_requirements(
    interview: Interview, chance: Random
) -> tuple[list[RankedSlot], list[RankedSlot]]:
    """Return slots for what the CV shows or may show, and for what it lacks, the best first."""
    cv, ad = interview.cv_text or "", interview.job_description_text or ""
    day = interview.created_at.date()
    shown: list[RankedSlot] = []
    gaps: list[RankedSlot] = []
    found = find_requirements(ad)
    mixed = chance.sample(found, len(found))
    mixed.sort(key=lambda each: (rank_paper(each), not each.is_stressed))
    mixed += find_told_papers(ad, cv, day)  # last: another wording may say more of the same
    for requirement in drop_repeats(mixed, ad, cv, day):
        if is_told_check(requirement, cv, day):
            gaps.append((_LACKING_RANK, PlanSlot(kind="gap", topic=requirement.topic)))
        if not requirement.is_plain or _names_job(requirement, interview.job_title):
            continue
        evidence = judge_evidence(requirement, cv)
        is_absent = is_lacking(requirement, ad, cv, day) and requirement.is_missable
        is_told = is_told_open(requirement, cv, day)
        if not _can_be_asked(requirement, is_gap=is_absent, is_told=is_told):
            continue
        if is_absent:
            slot = PlanSlot(kind="gap", topic=requirement.topic)
            gaps.append((_rank_gap(requirement, cv, day), slot))
        elif not requirement.is_condition:  # there is no story about a licence that the CV shows
            slot = PlanSlot(kind="requirement", topic=requirement.topic)
            shown.append((_rank_shown(requirement, evidence), slot))
    is_any_sure = any(rank <= _MUST_RANK for rank, _ in shown)
    on_cv = PlanSlot(kind="requirement", topic=interview.job_title)
    is_told = len(cv.split()) >= _MIN_CV_WORDS
    if (not is_any_sure and find_roles(cv)) or (not shown and (is_told or find_work(cv))):
        shown.append((_MUST_RANK, on_cv))
    if is_told or find_roles(cv):  # better than a question that fits any job
        shown.append((_LAST_RANK, on_cv))
    for slots in (shown, gaps):
        slots.sort(key=_get_rank)
    return shown, gaps[: max(1, interview.max_questions // _QUESTIONS_PER_GAP)]


def _can_be_asked(requirement: Requirement, *, is_gap: bool, is_told: bool) -> bool:
    """Return whether the job needs it, or there may be a story about it.

    What a CV lacks is named in the question: in more than a few words that sounds read out. Where
    the ad takes the will to get a paper, it is asked how far somebody is whose CV tells of it.
    """
    is_begun = is_told and requirement.is_replaceable_by_will
    if requirement.is_replaceable and not (is_begun or takes_will(requirement)):
        return False
    if requirement.is_paper and not requirement.is_must:
        return False
    return not is_gap or requirement.is_hard or is_well_named(requirement)


def _names_job(requirement: Requirement, title: str) -> bool:
    """Return whether a requirement only repeats the title of the job.

    A "Class 1 Driver" needs the licence all the same.
    """
    return not requirement.is_paper and content_stems(requirement.phrase or "") <= content_stems(
        title
    )


def _rank_gap(requirement: Requirement, cv: str, day: date) -> int:
    """Return the rank of a gap; what may be held under another name need not be asked about.

    Experience of no one thing is told in other words: "KS2", "IT in finance", "customers". Readers
    called nearly all questions clumsy that asked how much of it somebody had.
    """
    if not requirement.is_paper:
        subject = requirement.request.subject if requirement.request else None
        if not subject or names_people(subject):
            return _BROAD_RANK
        return _LACKING_RANK if requirement.is_hard else _rank_by_need(requirement)
    kin = find_kin(requirement, cv, day)
    known = read_known_paper(requirement, cv, day)
    is_surely_other = kin is not None and kin.is_to_come
    if known:
        is_forbidden = known.wanted.paper.is_by_law and known.state == "kin"
        is_surely_other = is_forbidden or known.state == "elsewhere"
    is_lacking = requirement.is_hard and (kin is None or is_surely_other)
    return _LACKING_RANK if is_lacking else _rank_by_need(requirement)


def _rank_by_need(requirement: Requirement) -> int:
    return _MUST_RANK if requirement.is_must else _LAST_RANK


def _rank_shown(requirement: Requirement, evidence: str) -> int:
    if requirement.is_trait:
        return _LAST_RANK
    return _MUST_RANK + (evidence != "shown") + 2 * (not requirement.is_must)


def _get_rank(ranked: RankedSlot) -> int:
    return ranked[0]


def _choose_slot(
    part: SlotPart, slots: dict[SlotPart, list[RankedSlot]], interview: Interview
) -> PlanSlot:
    """Choose a slot for this part, or for a substitute if there is none left.

    Requirements, gaps and methods stand in for each other: the best rank is asked first. A
    question that was not written for the post comes after them.
    """
    if part == "opener" or part == "motivation" or part == "closing":
        return PlanSlot(kind=part, topic=interview.job_title)
    there = [other for other in (part, *_SUBSTITUTES[part]) if slots[other]]
    if not there:
        return PlanSlot(kind="behaviour", topic="teamwork")
    chosen = there[0]
    if part == "requirement":
        on_the_job = [other for other in _BESIDE_REQUIREMENTS if slots[other]]
        chosen = min(on_the_job or there, key=lambda other: slots[other][0][0])
    elif slots[chosen][0][0] >= _BROAD_RANK:
        rank = slots[chosen][0][0]
        better = (other for other in _ON_THE_JOB if slots[other] and slots[other][0][0] < rank)
        chosen = next(better, chosen)
    return slots[chosen].pop(0)[1]
