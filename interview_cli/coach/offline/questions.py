"""The offline coach's questions: the bank's wordings, filled from this CV and this job."""

import tomllib
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from interview_cli.assessment.elements import find_elements
from interview_cli.assessment.evidence import achievements, evidence, is_deed, supporting_lines
from interview_cli.assessment.language import content_stems
from interview_cli.assessment.requirements import requirement_on
from interview_cli.coach.base import Facts
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import QuestionKind

_MAX_QUOTE_CHARS = 160
_OPENER_LINES = 5
_ON_PAST_WORK = ("requirement", "behaviour")


@cache
def bank() -> dict[str, Any]:
    """The bank of questions (`bank.toml`), by kind and, where it has them, by topic."""
    text = resources.files("interview_cli.coach.offline").joinpath("bank.toml").read_text("utf-8")
    return tomllib.loads(text)


def compose(facts: Facts, slot: PlanSlot) -> str:
    """The question for a slot: the same for the same session, documents and conversation."""
    place = sum(exchange.question.kind == slot.kind for exchange in facts.exchanges)
    kind = _kind_now(facts, slot)
    line = _line(facts, slot, kind)
    wordings = _wordings(kind, slot.topic, line is not None)
    # Shuffled once a session, then taken in turn: no wording comes twice before all came once.
    order = Random(f"{facts.seed} {kind} {slot.topic if kind in _BY_TOPIC else ''}")
    wording = order.sample(wordings, len(wordings))[place % len(wordings)]
    # Said once for each kind: by then it is known.
    level = bank()["level"][facts.level] if kind in _ON_PAST_WORK and not place else ""
    filled = wording.format(
        title=facts.job_title,
        company=facts.company_name,
        topic=slot.topic,
        line=line,
        quote=_last_words(facts, slot.topic) if kind == "follow_up" else "",
    )
    return f"{filled} {level}".strip()


def _kind_now(facts: Facts, slot: PlanSlot) -> QuestionKind:
    """The planned kind, unless a new CV has closed the gap that was planned to be asked about."""
    if slot.kind == "gap":
        requirement = requirement_on(slot.topic, facts.job_text)
        return "gap" if evidence(requirement, facts.cv_text) == "absent" else "requirement"
    return slot.kind


_BY_TOPIC = ("behaviour", "situation", "follow_up")


def _wordings(kind: QuestionKind, topic: str, with_line: bool) -> list[str]:
    entry = bank()[kind]
    if kind in _BY_TOPIC:
        entry = entry.get(topic) or next(iter(entry.values()))
    return list(entry.get("questions") or entry["with_line" if with_line else "without_line"])


def _line(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> str | None:
    """The line of the CV to ask about, one that no earlier question quoted where there is one."""
    if kind == "opener":
        wanted = content_stems(facts.job_text)
        deeds = sorted(
            achievements(facts.cv_text), key=lambda line: -len(content_stems(line) & wanted)
        )[:_OPENER_LINES]
        lines = Random(f"{facts.seed} opener").sample(deeds, len(deeds))
    elif kind == "requirement":
        text = requirement_on(slot.topic, facts.job_text).text
        lines = list(filter(is_deed, supporting_lines(slot.topic, facts.cv_text, text)))
    else:
        return None
    quoted = [_shortened(line) for line in lines]
    asked = "\n".join(exchange.question.content for exchange in facts.exchanges)
    return next((line for line in quoted if line not in asked), quoted[0] if quoted else None)


def _last_words(facts: Facts, missing: str) -> str:
    """The sentence of the last answer that the follow-up asks about."""
    elements = find_elements(facts.exchanges[-1].answer)
    found = {"number": elements.result, "result": elements.action}.get(missing, ())
    return _shortened((found or elements.sentences or ("",))[-1])


def _shortened(line: str) -> str:
    line = " ".join(line.split()).rstrip(".;, ")
    if len(line) <= _MAX_QUOTE_CHARS:
        return line
    return line[:_MAX_QUOTE_CHARS].rsplit(" ", 1)[0].rstrip(".;, ") + " …"
