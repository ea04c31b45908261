"""Each requirement of a job, where the CV claims it, and where an answer proved it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from interview_cli.answers.star import Elements, find_elements
from interview_cli.english.words import content_stems, named_things, stem
from interview_cli.requirements.cv_evidence import support_for, supporting_lines
from interview_cli.requirements.extract import Requirement, find_requirements

_PROOF_STEMS = 2
_NO_PROOF = re.compile(
    r"\b(?:never|not|no|nothing|nobody|lack\w*|afraid|missed|avoided|forgot|failed|broke|dropped"
    r"|watched|wrong)\b|n['’]t\b|\basked (?:him|her|them|my|a|the) ",
    re.IGNORECASE,
)
"""What was not done, went wrong, or was done by others."""

Status = Literal["proved", "claimed", "missing"]


@dataclass(frozen=True)
class Told:
    """An answer that is one, counted from 1, and the kind and topic of its question."""

    number: int
    kind: str
    topic: str
    answer: str

    @property
    def elements(self) -> Elements:
        """What it holds of situation, action and result."""
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

    It speaks of the requirement, and by more than one word, which may be chance ("I shouted" proves
    no "don't shout"), unless that names it. Where the question was about the requirement, any own
    act of a whole story does.
    """
    if requirement.is_formality:
        return None
    support = support_for(requirement.topic, requirement.text)
    wanted = content_stems(requirement.topic)
    named = {stem(name) for name in named_things(f"the {requirement.topic}")}
    was_asked = told.kind == "requirement" and told.topic == requirement.topic
    acts = [one for one in told.elements.action if not _NO_PROOF.search(one)]
    speaking = []
    for sentence in acts:
        shared = wanted & content_stems(sentence)
        is_named = shared & named or any(not word.isalpha() for word in shared)
        if support(sentence) and (len(shared) >= _PROOF_STEMS or is_named or was_asked):
            speaking.append(sentence)
    if not speaking and was_asked and told.elements.result:
        speaking = acts
    return max(speaking, key=lambda sentence: (support(sentence), len(sentence)), default=None)
