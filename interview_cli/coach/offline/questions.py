"""Compose the offline coach's questions from the bank's wordings, the CV and the job."""

import re
from random import Random
from typing import Any

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_phrasing import quote_work, reword_achievement
from interview_cli.coach.offline.follow_ups import find_follow_ups
from interview_cli.coach.offline.titles import shorten_title
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, split_sentences
from interview_cli.models import PlanSlot
from interview_cli.requirements.competencies import find_competency
from interview_cli.requirements.cv_evidence import (
    find_achievements,
    find_supporting_lines,
    judge_evidence,
)
from interview_cli.requirements.extract import find_requirement_by_topic
from interview_cli.vocabulary import Level, QuestionKind

_FIELD = re.compile(r"\{\w+\}")
_OPENER_LINES = 5
_LINES_TRIED = 6
_ON_PAST_WORK = ("requirement", "behaviour")
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
    wording = _choose_unasked(wordings, facts, f"{kind} {slot.topic}")
    title = shorten_title(facts.job_title)
    question = wording.format(title=title, company=facts.company_name, **fields)
    return f"{question[0].upper()}{question[1:]} {_explain_level(facts, kind)}".strip()


def _find_wordings(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> _Wordings:
    if kind in ("behaviour", "situation"):
        return _find_competency_wordings(facts, slot.topic, kind), {}
    if kind == "follow_up":
        return find_follow_ups(facts, slot.topic)
    return _find_document_wordings(facts, slot, kind)


def _explain_level(facts: Facts, kind: QuestionKind) -> str:
    """Return what the level expects of an answer; only the first question of a kind says so."""
    kinds_asked = {exchange.question.kind for exchange in facts.exchanges}
    is_first = kind in _ON_PAST_WORK and kind not in kinds_asked
    return str(load_bank()["level"][facts.level]) if is_first else ""


def _update_kind(facts: Facts, slot: PlanSlot) -> QuestionKind:
    """Return the planned kind, unless a new CV closes a planned gap."""
    if slot.kind == "gap":
        requirement = find_requirement_by_topic(slot.topic, facts.job_text)
        return "gap" if judge_evidence(requirement, facts.cv_text) == "absent" else "requirement"
    return slot.kind


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


def _find_document_wordings(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> _Wordings:
    """Return the wordings that fit the content of CV and ad."""
    entry = load_bank()[kind]
    fields = {}
    if kind in ("requirement", "gap"):
        requirement = find_requirement_by_topic(slot.topic, facts.job_text)
        fields["asked"] = requirement.phrase or requirement.topic
    lines = _rank_cv_lines(facts, slot, kind)
    asked = "\n".join(exchange.question.content for exchange in facts.exchanges)
    for field, reword in (("deed", reword_achievement), ("line", quote_work)):
        phrases = filter(None, map(reword, lines))
        unasked = next((phrase for phrase in phrases if phrase not in asked), None)
        if unasked and f"with_{field}" in entry:
            return list(entry[f"with_{field}"]), fields | {field: unasked}
    return list(entry["without"]), fields


def _rank_cv_lines(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> list[str]:
    """Return the lines of the CV to ask about, the best first."""
    if kind == "requirement":
        return _rank_support(facts, slot.topic)
    if kind not in ("opener", "motivation"):
        return []
    job_stems = content_stems(facts.job_text)
    by_fit = sorted(
        find_achievements(facts.cv_text), key=lambda line: -len(content_stems(line) & job_stems)
    )[:_OPENER_LINES]
    return Random(f"{facts.seed} {kind}").sample(by_fit, len(by_fit))


def _rank_support(facts: Facts, topic: str) -> list[str]:
    """Return the lines of the CV that support a requirement; of a paragraph only the sentence."""
    text = find_requirement_by_topic(topic, facts.job_text).text
    lines = find_supporting_lines(topic, facts.cv_text, text)[:_LINES_TRIED]
    by_sentence = "\n".join(sentence for line in lines for sentence in split_sentences(line))
    return find_supporting_lines(topic, by_sentence, text) or lines
