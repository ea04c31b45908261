"""Plan the slots of an interview, and decide on follow-ups: pure functions."""

from random import Random

from interview_cli.answers.missing import find_missing_element
from interview_cli.english.words import is_english
from interview_cli.models import Interview, PlanSlot
from interview_cli.requirements.competencies import is_competency_mentioned, load_competencies
from interview_cli.requirements.cv_evidence import judge_evidence
from interview_cli.requirements.extract import Requirement, find_requirements
from interview_cli.vocabulary import Focus, QuestionKind

# The slots of eight questions. With fewer, `_DROP_ORDER` says what is left out; with more,
# `_REPEATS` says what is repeated in the middle.
_PATTERNS: dict[Focus, tuple[QuestionKind, ...]] = {
    "mixed": (
        "opener",
        "requirement",
        "requirement",
        "gap",
        "behaviour",
        "situation",
        "motivation",
        "closing",
    ),
    "behavioural": (
        "opener",
        "requirement",
        "behaviour",
        "behaviour",
        "behaviour",
        "situation",
        "motivation",
        "closing",
    ),
    "technical": (
        "opener",
        "requirement",
        "requirement",
        "requirement",
        "requirement",
        "gap",
        "situation",
        "closing",
    ),
}
_DROP_ORDER: tuple[QuestionKind, ...] = (
    "closing",
    "motivation",
    "situation",
    "gap",
    "opener",
    "behaviour",
    "requirement",
)
_REPEATS: tuple[QuestionKind, ...] = ("requirement", "behaviour", "situation")
_GIVES_WAY = ("behaviour", "situation")
"""Slots that may become a follow-up. A requirement of the job is never dropped for one."""


def choose_kinds(count: int, focus: Focus) -> list[QuestionKind]:
    """Return the kinds of `count` questions, 1 to 20, in order."""
    chosen = list(_PATTERNS[focus])
    for kind in _DROP_ORDER:
        while len(chosen) > count and kind in chosen:
            chosen.reverse()
            chosen.remove(kind)
            chosen.reverse()
    extra = [_REPEATS[i % len(_REPEATS)] for i in range(count - len(chosen))]
    middle = next((i for i, kind in enumerate(chosen) if kind == "motivation"), len(chosen) - 1)
    return chosen[:middle] + sorted(extra, key=_REPEATS.index) + chosen[middle:]


def plan_interview(interview: Interview) -> list[PlanSlot]:
    """Plan the slots of one interview; the same session and documents give the same plan.

    A requirement that the CV supports becomes a `requirement` slot, one that it does not mention
    a `gap`. When one kind runs out the other is used, then behaviour.
    """
    chance = Random(f"plan {interview.session_id}")
    cv = interview.cv_text or ""
    found: dict[str, list[Requirement]] = {"shown": [], "hinted": [], "absent": []}
    for requirement in find_requirements(interview.job_description_text or ""):
        if requirement.is_formality:
            continue
        seen = judge_evidence(requirement, cv)
        # There is no story to ask for about a licence or a language that the CV shows.
        if seen == "absent" and requirement.is_trait:
            found["hinted"].append(requirement)
        elif seen == "absent" or not requirement.is_condition:
            found[seen].append(requirement)
    # Competencies that the ad mentions come first. No interview asks about one twice.
    named = chance.sample(sorted(load_competencies()), len(load_competencies()))
    named.sort(
        key=lambda name: not is_competency_mentioned(name, interview.job_description_text or "")
    )
    topics = {
        # Must-haves that a line of the CV shows come first: there is a story behind them.
        "requirement": _rank_topics(found["shown"], found["hinted"], chance),
        "gap": _rank_topics(found["absent"], [], chance),
        "behaviour": [(_LAST_RANK, name) for name in named[::2]],
        "situation": [(_LAST_RANK, name) for name in named[1::2]],
    }
    wanted = choose_kinds(interview.max_questions, interview.focus)
    return [_choose_slot(kind, topics, interview) for kind in wanted]


RankedTopic = tuple[int, str]
"""The rank of a topic, 0 first, and the topic."""

_LAST_RANK = 3


def _rank_topics(
    first: list[Requirement], then: list[Requirement], chance: Random
) -> list[RankedTopic]:
    """Rank topics: must-haves first, mere conditions last, otherwise shuffled for this session."""
    mixed = chance.sample(first, len(first)) + chance.sample(then, len(then))
    ranked = [(2 * need.is_condition + (not need.is_must), need.topic) for need in mixed]
    return sorted(ranked, key=lambda entry: entry[0])


_SUBSTITUTES: dict[QuestionKind, tuple[QuestionKind, ...]] = {
    "requirement": ("requirement", "gap", "behaviour", "situation"),
    "gap": ("gap", "requirement", "behaviour", "situation"),
    "behaviour": ("behaviour", "situation", "requirement", "gap"),
    "situation": ("situation", "behaviour", "requirement", "gap"),
}


def _choose_slot(
    kind: QuestionKind, topics: dict[str, list[RankedTopic]], interview: Interview
) -> PlanSlot:
    """Choose a slot of this kind, or of a substitute.

    A substitute is used when the topics of the kind run out, or when only nice-to-haves are left
    and the other kind still has a must-have.
    """
    there = [other for other in _SUBSTITUTES.get(kind, ()) if topics[other]]
    if not there:
        return PlanSlot(kind=kind, topic=interview.job_title)
    on_the_job = [other for other in there if other in ("requirement", "gap")]
    is_on_the_job = kind in ("requirement", "gap") and on_the_job
    chosen = min(on_the_job, key=lambda other: topics[other][0][0]) if is_on_the_job else there[0]
    return PlanSlot(kind=chosen, topic=topics[chosen].pop(0)[1])


def choose_next_slot(interview: Interview) -> PlanSlot:
    """Return the slot of the next question: the planned one, or a follow-up worth more.

    A slot in the second half becomes a follow-up when the last answer told a story that lacks an
    element (the follow-up's topic, see `find_missing_element`). This never happens after a
    non-answer or another follow-up, at most once for every four questions, and only in English, the
    language that the rule reads.
    """
    number = len(interview.questions) + 1
    slot = interview.plan[number - 1]
    if slot.kind == "follow_up":  # planned by hand: there is no answer to follow yet
        slot = PlanSlot(kind="behaviour", topic=slot.topic)
    asked = interview.questions
    follow_ups = sum(question.kind == "follow_up" for question in asked)
    late = number * 2 > interview.max_questions
    if slot.kind not in _GIVES_WAY or not late or (follow_ups + 1) * 4 > interview.max_questions:
        return slot
    can_tell = asked and is_english(interview.language)
    missing = (
        find_missing_element(asked[-1], interview.answers[-1], interview.level)
        if can_tell
        else None
    )
    return PlanSlot(kind="follow_up", topic=missing) if missing else slot
