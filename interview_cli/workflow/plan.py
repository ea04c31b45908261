"""The N slots of an interview, and the follow-up rule: pure functions."""

from random import Random

from interview_cli.answers.non_answers import non_answer
from interview_cli.answers.star import find_elements
from interview_cli.english.words import is_english
from interview_cli.models import Answer, Interview, PlanSlot, Question
from interview_cli.requirements.competencies import called_for, competencies
from interview_cli.requirements.cv_evidence import evidence
from interview_cli.requirements.extract import Requirement, find_requirements
from interview_cli.vocabulary import Focus, Level, QuestionKind

# The slots of eight questions; fewer leave out by `_DROP_ORDER`, more repeat the middle.
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
_STORY_KINDS = ("opener", "requirement", "behaviour")
_GIVES_WAY = ("behaviour", "situation")
"""Slots that may become a follow-up: no requirement of the job goes unasked for one."""


def kinds(count: int, focus: Focus) -> list[QuestionKind]:
    """The kinds of `count` questions, 1 to 20, in order."""
    chosen = list(_PATTERNS[focus])
    for kind in _DROP_ORDER:
        while len(chosen) > count and kind in chosen:
            chosen.reverse()
            chosen.remove(kind)
            chosen.reverse()
    extra = [_REPEATS[i % len(_REPEATS)] for i in range(count - len(chosen))]
    middle = next((i for i, kind in enumerate(chosen) if kind == "motivation"), len(chosen) - 1)
    return chosen[:middle] + sorted(extra, key=_REPEATS.index) + chosen[middle:]


def make_plan(interview: Interview) -> list[PlanSlot]:
    """The slots of one interview, the same for the same session and documents.

    A requirement that the CV supports makes a `requirement` slot, one that it does not mention a
    `gap`; where one kind runs out the other serves, and then behaviour.
    """
    chance = Random(f"plan {interview.session_id}")
    cv = interview.cv_text or ""
    found: dict[str, list[Requirement]] = {"shown": [], "hinted": [], "absent": []}
    for requirement in find_requirements(interview.job_description_text or ""):
        if requirement.is_formality:
            continue
        seen = evidence(requirement, cv)
        # A licence or a language that the CV shows leaves nothing to tell a story of.
        if seen == "absent" and requirement.is_trait:
            found["hinted"].append(requirement)
        elif seen == "absent" or not requirement.is_condition:
            found[seen].append(requirement)
    # Competencies that the ad speaks of first; no interview asks about one of them twice.
    named = chance.sample(sorted(competencies()), len(competencies()))
    named.sort(key=lambda name: not called_for(name, interview.job_description_text or ""))
    topics = {
        # Of two must-haves first the one that a line of the CV shows: there is a story to it.
        "requirement": _in_turn(found["shown"], found["hinted"], chance),
        "gap": _in_turn(found["absent"], [], chance),
        "behaviour": [(_LAST_RANK, name) for name in named[::2]],
        "situation": [(_LAST_RANK, name) for name in named[1::2]],
    }
    wanted = kinds(interview.max_questions, interview.focus)
    return [_slot(kind, topics, interview) for kind in wanted]


Ranked = tuple[int, str]
"""A topic and how early it must be asked about, 0 before all others."""

_LAST_RANK = 3


def _in_turn(first: list[Requirement], then: list[Requirement], chance: Random) -> list[Ranked]:
    """Topics, must-haves first and mere conditions last, otherwise in this session's own order."""
    mixed = chance.sample(first, len(first)) + chance.sample(then, len(then))
    ranked = [(2 * one.is_condition + (not one.must), one.topic) for one in mixed]
    return sorted(ranked, key=lambda entry: entry[0])


_INSTEAD: dict[QuestionKind, tuple[QuestionKind, ...]] = {
    "requirement": ("requirement", "gap", "behaviour", "situation"),
    "gap": ("gap", "requirement", "behaviour", "situation"),
    "behaviour": ("behaviour", "situation", "requirement", "gap"),
    "situation": ("situation", "behaviour", "requirement", "gap"),
}


def _slot(kind: QuestionKind, topics: dict[str, list[Ranked]], interview: Interview) -> PlanSlot:
    """A slot of the kind, or of one that serves instead: where topics of the kind run out, or a
    must-have of the other kind is still open and only nice-to-haves are left of this one."""
    there = [other for other in _INSTEAD.get(kind, ()) if topics[other]]
    if not there:
        return PlanSlot(kind=kind, topic=interview.job_title)
    on_the_job = [other for other in there if other in ("requirement", "gap")]
    is_on_the_job = kind in ("requirement", "gap") and on_the_job
    chosen = min(on_the_job, key=lambda other: topics[other][0][0]) if is_on_the_job else there[0]
    return PlanSlot(kind=chosen, topic=topics[chosen].pop(0)[1])


def next_slot(interview: Interview) -> PlanSlot:
    """The slot of the next question: the planned one, or a follow-up where it is worth more.

    A slot in the second half gives way when the last answer told a story and lacks a named thing
    (the follow-up's topic, see `lacking`); never after a non-answer or another follow-up, at most
    once for every four questions, and in English only, which the rule reads.
    """
    number = len(interview.questions) + 1
    slot = interview.plan[number - 1]
    if slot.kind == "follow_up":  # in a plan written by hand: there is nothing yet to follow
        slot = PlanSlot(kind="behaviour", topic=slot.topic)
    asked = interview.questions
    follow_ups = sum(question.kind == "follow_up" for question in asked)
    late = number * 2 > interview.max_questions
    if slot.kind not in _GIVES_WAY or not late or (follow_ups + 1) * 4 > interview.max_questions:
        return slot
    can_tell = asked and is_english(interview.language)
    missing = lacking(asked[-1], interview.answers[-1], interview.level) if can_tell else None
    return PlanSlot(kind="follow_up", topic=missing) if missing else slot


def lacking(question: Question, answer: Answer, level: Level | None = None) -> str | None:
    """The first thing that a story lacks, or None where no story was owed or it lacks nothing.

    `action`, `result`, `number`, `situation`, in this order; then, of those who are asked for their
    own decisions, the `reason`.
    """
    if question.kind not in _STORY_KINDS or answer.skipped:
        return None
    if non_answer(answer.content, question.content, ()):
        return None
    elements = find_elements(answer.content)
    owes_reasons = level in ("senior", "lead", "executive")
    return elements.missing or ("reason" if owes_reasons and not elements.reasons else None)
