"""Map each requirement of a job to a CV line that claims it and an answer that proves it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_evidence import build_support_measure
from interview_cli.requirements.cv_support import find_line, find_nearest
from interview_cli.requirements.extract import (
    Requirement,
    find_duties,
    find_requirements,
)
from interview_cli.requirements.gap_answers import read_standing
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.proof import is_on_subject, names_it
from interview_cli.requirements.support_fits import find_told, is_likely_absent, may_show
from interview_cli.requirements.topics import extract_topic
from interview_cli.requirements.wanted import Wanted, matches_evidence

Status = Literal["proved", "claimed", "missing"]


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
    is_stated: bool = False
    """Whether that sentence only says that a paper is there, and no act proves it."""
    nearest: str | None = None
    """A line of the CV that shares a word with it, if nothing supports it."""
    mention: Mention | None = None
    """Where an answer speaks of it, if none proves it."""
    is_absent: bool = False
    """Whether no line of the CV comes near to stating it."""

    @property
    def status(self) -> Status:
        """`proved` by an answer, `claimed` by the CV or by words alone, or `missing` in both."""
        if self.quote is not None and not self.is_stated:
            return "proved"
        return "missing" if self.line is None and self.quote is None else "claimed"


def map_requirements(
    job_text: str, cv_text: str, answers: Sequence[GivenAnswer]
) -> list[MappedRequirement]:
    """Return each requirement of a job with what supports it, must-haves first."""
    requirements = find_requirements(job_text)
    return [_map_requirement(requirement, cv_text, answers) for requirement in requirements]


def map_duties(
    job_text: str, cv_text: str, answers: Sequence[GivenAnswer]
) -> list[MappedRequirement]:
    """Return each task of a job with what supports it, in the order of the ad."""
    wanted = {requirement.topic.casefold() for requirement in find_requirements(job_text)}
    duties = [
        Requirement(duty, f"{duty[:1].lower()}{duty[1:]}", is_must=False)
        for duty in find_duties(job_text)
    ]
    return [
        _map_duty(duty, cv_text, answers)
        for duty in duties
        if extract_topic(duty.text).casefold() not in wanted
    ]


def _map_duty(duty: Requirement, cv_text: str, answers: Sequence[GivenAnswer]) -> MappedRequirement:
    wanted = Wanted.of_duty(duty)
    return _map_support(wanted, find_line(wanted, cv_text), answers)


def _map_requirement(
    requirement: Requirement, cv_text: str, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    wanted = Wanted.of_requirement(requirement)
    line = find_line(wanted, cv_text)
    mapped = _map_support(wanted, line, answers)
    if mapped.status == "proved":
        return mapped
    for answer in answers:
        if quote := _find_statement(requirement, answer):
            return MappedRequirement(requirement, line, answer.number, quote, is_stated=True)
    if line:
        return mapped
    return replace(
        mapped,
        nearest=find_nearest(requirement, cv_text),
        is_absent=is_likely_absent(wanted, cv_text),
    )


def _map_support(
    wanted: Wanted, line: str | None, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    """Map to the sentence that proves a requirement, or else to the one that speaks of it."""
    requirement = wanted.requirement
    if requirement.is_formality:
        return MappedRequirement(requirement, line, None, None)
    for answer in answers:
        quote = _find_proof(wanted, answer)
        if quote and (wanted.asks_to_lead or may_show(wanted, answer, quote)):
            return MappedRequirement(requirement, line, answer.number, quote)
    best = find_told(wanted, answers)
    if best is None:
        return MappedRequirement(requirement, line, None, None)
    if best.is_proof and wanted.is_provable and not _is_denied(requirement, best.sentence):
        return MappedRequirement(requirement, line, best.number, best.sentence)
    return MappedRequirement(requirement, line, None, None, mention=best.as_mention())


def _find_proof(wanted: Wanted, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer that proves a requirement best by its words, or None.

    Only the applicant's own actions prove something, and only those that share words with the
    requirement. No story proves a licence, a certificate or a degree.
    """
    if not (wanted.is_duty or wanted.is_provable):
        return None
    if wanted.asks_to_lead:
        return _find_lead(answer)
    if wanted.is_duty:
        return _find_duty_proof(wanted, answer)
    requirement = wanted.requirement
    was_asked = answer.kind == "requirement" and answer.topic == requirement.topic
    measure_support = build_support_measure(requirement.topic, requirement.text)
    proofs = [
        action
        for action in answer.own_work
        if ((was_asked and measure_support(action)) or is_on_subject(requirement.topic, action))
        and not _is_denied(requirement, action)
    ] or [
        sentence
        for sentence in answer.work_with_names
        if names_it(requirement.topic, sentence) and not _is_denied(requirement, sentence)
    ]
    return max(proofs, key=lambda proof: (measure_support(proof), len(proof)), default=None)


def _find_duty_proof(duty: Wanted, answer: GivenAnswer) -> str | None:
    proofs = (
        action
        for action in answer.own_work
        if is_on_subject(duty.topic, action) and not _is_denied(duty.requirement, action)
    )
    return next(proofs, None)


def _find_lead(answer: GivenAnswer) -> str | None:
    """Return the sentence in which the speaker says to lead people, or None."""
    sentences = (sentence.text for sentence in answer.elements.substantive)
    return next((text for text in sentences if matches_evidence("leads_people", text)), None)


def _is_denied(requirement: Requirement, action: str) -> bool:
    """Return whether the clauses that name a requirement deny the act, or tell that of others."""
    if matches_evidence("takes_back", action):
        return True
    wanted = content_stems(f"{requirement.topic}\n{requirement.text}")
    clauses = list(list_clauses(action))
    naming = (
        [each for each in clauses if names_it(requirement.topic, each[0])]
        or [each for each in clauses if wanted & content_stems(each[0])]
        or clauses
    )
    return all(not is_own or matches_evidence("no_proof", clause) for clause, is_own in naming)


def _find_statement(requirement: Requirement, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer which says that a paper is there, or None."""
    if answer.kind != "gap" or answer.topic != requirement.topic:
        return None
    standing = read_standing(requirement.topic, answer.answer)
    return standing.sentence if standing.is_paper and standing.has_it else None


def say_topic(requirement: Requirement) -> str:
    """Return the topic of a requirement as a report names it."""
    return load_rules("interview_cli.requirements", "evidence.toml")["topic_joint"].pattern.sub(
        "", requirement.topic
    )
