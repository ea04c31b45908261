"""Each requirement of a job, where the CV claims it, and where an answer proved it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from interview_cli.assessment.elements import Elements, find_elements
from interview_cli.assessment.evidence import support_for, supporting_lines
from interview_cli.assessment.language import content_stems, named_things, stem
from interview_cli.assessment.requirements import Requirement, find_requirements

_PROOF_STEMS = 2
_DENIED = re.compile(
    r"\b(?:I(?:[’']ve| have| had| did)?\s+(?:never|not)\b|no experience"
    r"|I (?:haven|hadn|didn|don|can|couldn)[’']t\b)",
    re.IGNORECASE,
)

Status = Literal["proved", "claimed", "missing"]


@dataclass(frozen=True)
class Told:
    """An answer that is one, counted from 1, and the topic of its question."""

    number: int
    topic: str
    answer: str

    @cached_property
    def elements(self) -> Elements:
        return find_elements(self.answer)


@dataclass(frozen=True)
class Mapped:
    """A requirement with its line of the CV, and the answer with the sentence that proved it."""

    requirement: Requirement
    line: str | None
    number: int | None
    quote: str | None

    @property
    def status(self) -> Status:
        """`proved` by an answer, `claimed` by the CV alone, or `missing` in both."""
        if self.quote is not None:
            return "proved"
        return "claimed" if self.line is not None else "missing"


def map_requirements(job_text: str, cv_text: str, told: Sequence[Told]) -> list[Mapped]:
    """The map of a job's requirements, must-haves first."""
    return [_mapped(one, cv_text, told) for one in find_requirements(job_text)]


def _mapped(requirement: Requirement, cv_text: str, told: Sequence[Told]) -> Mapped:
    lines = supporting_lines(requirement.topic, cv_text, requirement.text)
    for answer in told:
        if quote := _proof(requirement, answer):
            return Mapped(requirement, next(iter(lines), None), answer.number, quote)
    return Mapped(requirement, next(iter(lines), None), None, None)


def _proof(requirement: Requirement, told: Told) -> str | None:
    """The sentence of own work in an answer that proves a requirement, if one does.

    The answer speaks of the requirement, and by more than one word, which may be chance ("I
    shouted" proves no "don't shout"), unless that names it, or the question was about it. Where
    another sentence of a whole story does so, the own act it led to is the proof.
    """
    if requirement.is_formality:
        return None
    support = support_for(requirement.topic, requirement.text)
    wanted = content_stems(requirement.topic)
    named = {stem(name) for name in named_things(f"the {requirement.topic}")}
    elements = told.elements
    speaking = []
    for sentence in elements.sentences:
        shared = wanted & content_stems(sentence)
        is_named = shared & named or any(not word.isalpha() for word in shared)
        is_telling = len(shared) >= _PROOF_STEMS or is_named or told.topic == requirement.topic
        if is_telling and support(sentence) and not _DENIED.search(sentence):
            speaking.append(sentence)
    acts = [sentence for sentence in speaking if sentence in elements.action]
    if not acts and speaking and elements.result:
        acts = list(elements.action)
    return max(acts, key=lambda sentence: (support(sentence), len(sentence)), default=None)
