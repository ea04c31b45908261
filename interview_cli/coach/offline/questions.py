"""Compose the offline coach's questions from the bank's wordings, the CV, the ad and the trade."""

import re
from collections.abc import Sequence
from random import Random
from typing import Any

from interview_cli.answers.sentences import is_past
from interview_cli.coach.base import Facts
from interview_cli.coach.offline.company_names import is_agency_ad, say_company
from interview_cli.coach.offline.cv_phrasing import quote_work, reword_work
from interview_cli.coach.offline.follow_ups import find_follow_ups
from interview_cli.coach.offline.notes import has_whole_object
from interview_cli.coach.offline.trade_questions import find_trade_questions
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems
from interview_cli.models import PlanSlot
from interview_cli.requirements.competencies import find_competency
from interview_cli.requirements.cv_evidence import find_supporting_work, judge_evidence
from interview_cli.requirements.cv_work import WorkItem, find_work
from interview_cli.requirements.extract import Requirement, find_requirement_by_topic
from interview_cli.requirements.work_verbs import parse_work_verb
from interview_cli.trades.topics import parse_topic
from interview_cli.vocabulary import Level, QuestionKind

_FIELD = re.compile(r"\{\w+\}")
_LINES_TRIED = 6
_NEAREST = 6
_OPENING_WORDS = 13
_MAX_COMMAS = 2
_EASY_WORDS = 14
"""A longer line is hard to take in when it is said."""
_ROUND_TOPICS = ("values",)
"""Topics of behaviour that are no competency; their wordings belong to a round."""
_LINE_FIELDS = ("deed", "duty", "line")
_MIN_CV_QUESTIONS = 2
"""Until so many build on the CV, a question on a requirement asks about other work in it."""
_OWN_QUESTIONS: dict[Level, str] = {"junior": "junior", "lead": "lead", "executive": "lead"}
"""Levels with their own questions in the bank; all except junior also get the general ones."""

_Wordings = tuple[list[str], dict[str, str]]
"""Wordings to choose from, and the values of the fields that they have in common."""


def load_bank() -> dict[str, Any]:
    """Return the bank of questions (`bank.toml`), by kind and by competency."""
    return load_toml("interview_cli.coach.offline", "bank.toml")


def compose_question(facts: Facts, slot: PlanSlot) -> str:
    """Return the question for a slot; the same facts give the same question."""
    kind = _update_kind(facts, slot)
    wordings, fields = _find_wordings(facts, slot, kind)
    if is_agency_ad(facts.job_text):
        wordings = [wording for wording in wordings if "{company}" not in wording] or wordings
    wording = _choose_unasked(wordings, facts, f"{kind} {slot.topic}")
    question = wording.format(company=say_company(facts.company_name), **fields)
    has_line = not fields.keys().isdisjoint(_LINE_FIELDS)
    advice = _explain_level(facts, kind, has_line=has_line)
    return f"{question[0].upper()}{question[1:]} {advice}".strip()


def _find_wordings(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> _Wordings:
    if found := parse_topic(slot.topic):
        return find_trade_questions(facts, *found), {}
    if kind == "follow_up":
        return find_follow_ups(facts, slot.topic)
    if kind in ("situation", "behaviour") and slot.topic not in _ROUND_TOPICS:
        return _find_competency_wordings(facts, slot.topic, kind), {}
    if kind == "requirement" and slot.topic != facts.job_title:
        return _find_requirement_wordings(facts, slot.topic)
    if kind == "gap":
        return _find_gap_wordings(facts, slot.topic)
    return _find_general_wordings(facts, kind)


def _update_kind(facts: Facts, slot: PlanSlot) -> QuestionKind:
    """Return the planned kind, unless a new CV closes a planned gap."""
    if slot.kind == "gap":
        requirement = find_requirement_by_topic(slot.topic, facts.job_text)
        evidence = judge_evidence(requirement, facts.cv_text)
        is_open = evidence == "absent" or (evidence == "hinted" and requirement.is_paper)
        return "gap" if is_open else "requirement"
    return slot.kind


def _explain_level(facts: Facts, kind: QuestionKind, *, has_line: bool) -> str:
    """Return what the level expects of an answer; only the first question of a kind says so.

    A junior who has work to tell of needs no other example.
    """
    if facts.level == "junior" and (has_line or find_work(facts.cv_text)):
        return ""
    kinds_asked = {exchange.question.kind for exchange in facts.exchanges}
    is_first = kind in ("requirement", "behaviour") and kind not in kinds_asked
    return str(load_bank()["level"][facts.level]) if is_first else ""


def _choose_unasked(wordings: list[str], facts: Facts, purpose: str) -> str:
    """Choose a wording that was used least so far, in an order that differs between sessions."""
    shuffled = Random(f"{facts.seed} {purpose}").sample(wordings, len(wordings))
    asked = [exchange.question.content for exchange in facts.exchanges]

    def count_uses(wording: str) -> int:
        """Count the earlier questions with the longest fixed part of a wording."""
        fixed_part = max(_FIELD.split(wording), key=len).strip(" .,:?")
        return sum(fixed_part in question for question in asked)

    return min(shuffled, key=count_uses)


def _find_competency_wordings(facts: Facts, topic: str, kind: QuestionKind) -> list[str]:
    entry = load_bank()["competency"][find_competency(topic) or "teamwork"]
    if kind == "situation":
        return _filter_situations(entry["situations"], facts.level)
    own = entry[_OWN_QUESTIONS[facts.level]] if facts.level in _OWN_QUESTIONS else []
    return list(own if facts.level == "junior" else [*own, *entry["any"]])


def _filter_situations(situations: list[str | dict[str, Any]], level: Level) -> list[str]:
    """Return the situations that people of a level can be in: an executive has no manager."""
    entries = [{"text": entry} if isinstance(entry, str) else entry for entry in situations]
    return [
        entry["text"]
        for entry in entries
        if not (level == "executive" and entry.get("has_manager", False))
    ]


def _load_entry(facts: Facts, kind: str) -> dict[str, list[str]]:
    """Return the wordings of a kind: those of the round if it has its own."""
    rounds = load_bank()["round"].get(facts.round, {})
    return dict(rounds.get(kind) or load_bank()[kind])


def _find_requirement_wordings(facts: Facts, topic: str) -> _Wordings:
    requirement = find_requirement_by_topic(topic, facts.job_text)
    work = find_supporting_work(topic, facts.cv_text, requirement.text)[:_LINES_TRIED]
    entry = _load_entry(facts, "requirement")
    if found := _word_line(entry, _find_line(facts, work), facts.level):
        return found
    if _count_cv_questions(facts) < _MIN_CV_QUESTIONS:
        found = _find_general_wordings(facts, "requirement")
        if found[1]:
            return found
    form = _choose_form(requirement)
    fields = {"asked": _phrase(requirement), "ability": requirement.ability or ""}
    return list(entry.get(form) or entry["without"]), fields


def _choose_form(requirement: Requirement) -> str:
    if requirement.ability:
        return "with_ability"
    if requirement.is_person:
        return "with_person"
    return "with_field" if requirement.is_field else "without"


def _find_gap_wordings(facts: Facts, topic: str) -> _Wordings:
    requirement = find_requirement_by_topic(topic, facts.job_text)
    if not requirement.is_paper:
        return _load_entry(facts, "gap")["without"], {"asked": _phrase(requirement)}
    is_absent = judge_evidence(requirement, facts.cv_text) == "absent"
    form = "without" if is_absent else "with_hint"
    return load_bank()["gap_paper"][form], {"asked": _phrase(requirement)}


def _phrase(requirement: Requirement) -> str:
    """Return what the job asks for; plans of earlier versions may hold what has no phrase."""
    return requirement.phrase or requirement.topic


def _find_general_wordings(facts: Facts, kind: QuestionKind) -> _Wordings:
    """Return wordings that name no requirement and start from the work in the CV if they can."""
    work = _rank_work(facts)
    if kind == "opener":  # What is said first should be easy to take in, and to the point.
        job_stems = content_stems(facts.job_text)
        work = [
            item
            for item in work
            if len(item.text.split()) <= _OPENING_WORDS and content_stems(item.text) & job_stems
        ]
    entry = _load_entry(facts, kind)
    if found := _word_line(entry, _find_line(facts, work), facts.level):
        return found
    # Without a line, a question on a requirement would have to name one.
    is_on_work = kind == "requirement"
    return (load_bank()[kind]["on_work"] if is_on_work else entry["without"]), {}


def _word_line(entry: dict[str, list[str]], fields: dict[str, str], level: str) -> _Wordings | None:
    """Return the wordings for the line of the CV that is known; None if a round has none for it."""
    if "deed" in fields and level in entry:
        return entry[level], fields
    form = next((f"with_{name}" for name in fields if f"with_{name}" in entry), None)
    return (entry[form], fields) if form else None


def _find_line(facts: Facts, work: Sequence[WorkItem]) -> dict[str, str]:
    """Return the first deed or duty that was not asked about.

    A line is quoted only if the CV has none that can be said in a sentence.
    """
    asked = "\n".join(exchange.question.content for exchange in facts.exchanges)
    for item in work:
        words = reword_work(item)
        if words and words not in asked and _is_told_well(words):
            return {"deed" if _is_over(words) else "duty": words}
    if any(map(reword_work, find_work(facts.cv_text))):
        return {}
    lines = (line for item in work if (line := quote_work(item.text)) and line not in asked)
    line = next(lines, None)
    return {"line": line} if line else {}


def _is_told_well(words: str) -> bool:
    """Return whether words tell of one act, and as people speak; a list is hard to take in."""
    first, *rest = words.split()
    is_act = first not in ("are", "were", "have") and has_whole_object(rest)
    return is_act and "&" not in words and words.count(",") < _MAX_COMMAS


def _is_over(words: str) -> bool:
    """Return whether words that follow "you" tell of the past."""
    first, *rest = words.split()
    verb = parse_work_verb(first, rest, has_subject=True)
    return is_past(first) or (verb is not None and verb.form == "past")


def _rank_work(facts: Facts) -> list[WorkItem]:
    """Return the work in the CV that is nearest to the job, of equals the most recent.

    The order of the nearest differs between sessions.
    """
    job_stems = content_stems(facts.job_text) | content_stems(facts.job_title)

    def rate(item: WorkItem) -> float:
        shared = len(content_stems(item.text) & job_stems)
        is_long = len(item.text.split()) > _EASY_WORDS
        is_double = " and " in item.text
        return shared + item.is_achievement - 2 * item.recency - is_long - is_double

    ranked = sorted(find_work(facts.cv_text), key=rate, reverse=True)[:_NEAREST]
    return Random(facts.seed).sample(ranked, len(ranked))


def _count_cv_questions(facts: Facts) -> int:
    """Return how many questions so far built on the CV."""
    work = find_work(facts.cv_text)
    wordings = (words for item in work for words in (reword_work(item), quote_work(item.text)))
    phrases = [words for words in wordings if words]
    return sum(
        any(phrase in exchange.question.content for phrase in phrases)
        for exchange in facts.exchanges
    )
