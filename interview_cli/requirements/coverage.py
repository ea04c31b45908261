"""Map each requirement of a job to a CV line that claims it and an answer that proves it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.answers.sentences import Sentence
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.english.rules import load_rules
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, find_names, stem_word
from interview_cli.requirements.cv_evidence import build_support_measure, find_supporting_lines
from interview_cli.requirements.extract import Requirement, find_requirements

_MIN_PROOF_STEMS = 2
"""One shared word may be chance: "I shouted" does not prove "don't shout"."""

Status = Literal["proved", "claimed", "missing"]


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that was given (not skipped, not empty), with what its question was about."""

    number: int
    """The number of its question, from 1."""
    kind: str
    """The kind of its question."""
    topic: str
    """The topic of its question."""
    answer: str

    @property
    def elements(self) -> StarElements:
        """Its situation, actions and result. A case may be told in the present."""
        return parse_star(self.answer, is_story=self.kind not in FORWARD_KINDS)


@dataclass(frozen=True)
class MappedRequirement:
    """A requirement and what supports it."""

    requirement: Requirement
    line: str | None
    """The line of the CV that supports it best."""
    number: int | None
    """The number of the answer that proves it."""
    quote: str | None
    """The sentence of that answer."""

    @property
    def status(self) -> Status:
        """`proved` by an answer, `claimed` by the CV alone, or `missing` in both."""
        if self.quote is not None:
            return "proved"
        return "claimed" if self.line is not None else "missing"


def map_requirements(
    job_text: str, cv_text: str, answers: Sequence[GivenAnswer]
) -> list[MappedRequirement]:
    """Return each requirement of a job with what supports it, must-haves first."""
    requirements = find_requirements(job_text)
    return [_map_requirement(requirement, cv_text, answers) for requirement in requirements]


def _map_requirement(
    requirement: Requirement, cv_text: str, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    lines = find_supporting_lines(requirement.topic, cv_text, requirement.text)
    line = next(iter(lines), None)
    for answer in answers:
        if quote := _find_proof(requirement, answer):
            return MappedRequirement(requirement, line, answer.number, quote)
    return MappedRequirement(requirement, line, None, None)


def _find_proof(requirement: Requirement, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer that proves a requirement best, or None.

    Only the applicant's own actions prove something, and only those that share words with the
    requirement. No story proves a licence, a certificate or a degree.
    """
    if requirement.is_formality or requirement.is_paper:
        return None
    actions = [sentence.text for sentence in answer.elements.substantive if _tells_work(sentence)]
    was_asked = answer.kind == "requirement" and answer.topic == requirement.topic
    measure_support = build_support_measure(requirement.topic, requirement.text)
    proofs = [
        action
        for action in actions
        if measure_support(action)
        and (was_asked or _has_enough_shared(requirement.topic, action))
        and not _is_denied(requirement, action)
    ]
    return max(proofs, key=lambda proof: (measure_support(proof), len(proof)), default=None)


def _tells_work(sentence: Sentence) -> bool:
    """Return whether the speaker did something in a sentence, or does it at work."""
    is_ongoing = _find_pattern("ongoing").search(sentence.masked_text) is not None
    does = bool(sentence.present_verbs) or is_ongoing
    return bool(sentence.acts) or (does and not sentence.is_hypothetical)


def _is_denied(requirement: Requirement, action: str) -> bool:
    """Return whether the clauses that name a requirement deny the act, or tell that of others."""
    no_proof, others = _find_pattern("no_proof"), _find_pattern("others_clause")
    wanted = content_stems(f"{requirement.topic}\n{requirement.text}")
    clauses = _find_pattern("clause_end").split(action)
    naming = [clause for clause in clauses if wanted & content_stems(clause)] or clauses
    return all(no_proof.search(clause) or others.match(clause.strip()) for clause in naming)


def _find_pattern(name: str) -> re.Pattern[str]:
    return load_rules("interview_cli.requirements", "evidence.toml")[name].pattern


def _has_enough_shared(topic: str, sentence: str) -> bool:
    """Return whether a sentence shares two words with a topic, or a name or a compound."""
    shared = content_stems(topic) & content_stems(sentence)
    # A topic may begin with a verb in capitals: "Testing of switchboards".
    names = {name for name in find_names(f"the {topic}") if name.lower() not in load_verbs()}
    named = {stem_word(name) for name in names}
    is_distinct = shared & named or any(not word.isalpha() for word in shared)
    return len(shared) >= _MIN_PROOF_STEMS or bool(is_distinct)
