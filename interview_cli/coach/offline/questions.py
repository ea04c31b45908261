"""The offline coach's questions: the bank's wordings, filled from this CV and this job."""

import re
from random import Random
from typing import Any

from interview_cli.answers.star import find_elements
from interview_cli.coach.base import Facts
from interview_cli.coach.offline.phrasing import asked, deed, quoted, spoken_title
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, sentences
from interview_cli.models import PlanSlot
from interview_cli.requirements.competencies import competency
from interview_cli.requirements.cv_evidence import achievements, evidence, supporting_lines
from interview_cli.requirements.extract import requirement_on
from interview_cli.vocabulary import Level, QuestionKind

_FIELD = re.compile(r"\{\w+\}")
_PAPER = re.compile(
    r"\b(?:licen[cs]es?|certificates?|certified|diploma|degree|ph\.?d|m?b\.?sc|b\.?a|m\.?a|mba|exams?"
    r"|gcses?|a levels?|nvq|qualification|member of|registered)\b",
    re.IGNORECASE,
)
_OPENER_LINES = 5
_LINES_TRIED = 6
_ON_PAST_WORK = ("requirement", "behaviour")
_MAX_FOLLOWED_CHARS = 90
_OWN_QUESTIONS: dict[Level, str] = {"junior": "junior", "lead": "lead", "executive": "lead"}
"""Levels that have questions of their own in the bank; all but junior are asked the others, too."""


def bank() -> dict[str, Any]:
    """The bank of questions (`bank.toml`), by kind and by competency."""
    return load_toml("interview_cli.coach.offline", "bank.toml")


def compose(facts: Facts, slot: PlanSlot) -> str:
    """The question for a slot: the same for the same session, documents and conversation."""
    kind = _kind_now(facts, slot)
    if kind in ("behaviour", "situation"):
        wordings, words = _on_competency(facts, slot.topic, kind), dict[str, str]()
    elif kind == "follow_up":
        wordings, words = _follow_up(facts, slot.topic)
    else:
        wordings, words = _on_documents(facts, slot, kind)
    wording = _unasked(wordings, facts, f"{kind} {slot.topic}")
    filled = wording.format(
        title=spoken_title(facts.job_title), company=facts.company_name, **words
    )
    before = {exchange.question.kind for exchange in facts.exchanges}
    # Said once for each kind: by then it is known.
    level = bank()["level"][facts.level] if kind in _ON_PAST_WORK and kind not in before else ""
    return f"{filled[0].upper()}{filled[1:]} {level}".strip()


def _kind_now(facts: Facts, slot: PlanSlot) -> QuestionKind:
    """The planned kind, unless a new CV has closed the gap that was planned to be asked about."""
    if slot.kind == "gap":
        requirement = requirement_on(slot.topic, facts.job_text)
        return "gap" if evidence(requirement, facts.cv_text) == "absent" else "requirement"
    return slot.kind


def _unasked(wordings: list[str], facts: Facts, purpose: str) -> str:
    """One of the wordings, in this session's own order, that no earlier question used."""
    order = Random(f"{facts.seed} {purpose}").sample(wordings, len(wordings))
    before = [exchange.question.content for exchange in facts.exchanges]

    def uses(wording: str) -> int:
        """How often its longest fixed part was said before."""
        fixed = max(_FIELD.split(wording), key=len).strip(" .,:?")
        return sum(fixed in question for question in before)

    return min(order, key=uses)


def _on_competency(facts: Facts, topic: str, kind: QuestionKind) -> list[str]:
    entry = bank()["competency"][competency(topic) or "teamwork"]
    if kind == "situation":
        return _for_level(entry["situations"], facts.level)
    own = entry[_OWN_QUESTIONS[facts.level]] if facts.level in _OWN_QUESTIONS else []
    return list(own if facts.level == "junior" else [*own, *entry["any"]])


def _for_level(situations: list[str], level: Level) -> list[str]:
    """The situations that somebody of a level can be in: the head of all has no manager."""
    return [one for one in situations if level != "executive" or "manager" not in one]


def _on_documents(
    facts: Facts, slot: PlanSlot, kind: QuestionKind
) -> tuple[list[str], dict[str, str]]:
    """The wordings that fit what CV and ad hold, and the words to fill them with."""
    entry = bank()[kind]
    words = {}
    if kind in ("requirement", "gap"):
        words["asked"] = asked(requirement_on(slot.topic, facts.job_text))
    lines = _lines(facts, slot, kind)
    asked_before = "\n".join(exchange.question.content for exchange in facts.exchanges)
    for name, told in (("deed", deed), ("line", _work)):
        said = [told(line) for line in lines]
        fresh = [one for one in said if one and one not in asked_before]
        if fresh and f"with_{name}" in entry:
            return list(entry[f"with_{name}"]), words | {name: fresh[0]}
    return list(entry["without"]), words


def _work(line: str) -> str | None:
    """A line that speaks of work, quoted; a paper is nothing to tell a story of."""
    return None if _PAPER.search(line) else quoted(line)


def _lines(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> list[str]:
    """The lines of the CV to ask about, the best first."""
    if kind == "requirement":
        text = requirement_on(slot.topic, facts.job_text).text
        # Of a paragraph, the sentence alone that supports it.
        lines = supporting_lines(slot.topic, facts.cv_text, text)[:_LINES_TRIED]
        said = "\n".join(part for line in lines for part in sentences(line))
        return supporting_lines(slot.topic, said, text) or lines
    if kind not in ("opener", "motivation"):
        return []
    wanted = content_stems(facts.job_text)
    deeds = achievements(facts.cv_text)
    deeds = sorted(deeds, key=lambda line: -len(content_stems(line) & wanted))[:_OPENER_LINES]
    return Random(f"{facts.seed} {kind}").sample(deeds, len(deeds))


def _follow_up(facts: Facts, missing: str) -> tuple[list[str], dict[str, str]]:
    """A follow-up on what the last answer lacks, with its words where they are short enough."""
    entry = bank()["follow_up"].get(missing) or bank()["follow_up"]["result"]
    elements = find_elements(facts.exchanges[-1].answer)
    told = [s.rstrip(".!? ") for s in elements.action or elements.result or elements.sentences]
    short = [one for one in told if len(one) <= _MAX_FOLLOWED_CHARS]
    return (
        (list(entry["with_quote"]), {"quote": short[-1]}) if short else (list(entry["without"]), {})
    )
