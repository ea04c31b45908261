"""Map each requirement of a job to a CV line that claims it and an answer that proves it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from interview_cli.english.rules import load_rules
from interview_cli.english.words import (
    content_stems,
    tokenize,
)
from interview_cli.requirements.cv_evidence import (
    build_support_measure,
    find_supporting_lines,
    read_cv_lines,
)
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import (
    Requirement,
    extract_topic,
    find_duties,
    find_requirements,
)
from interview_cli.requirements.gap_answers import read_standing
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.proof import (
    count_things,
    cut_behind_thing,
    find_topic_names,
    is_done_in,
    is_on_subject,
    name_duty,
    names_it,
)
from interview_cli.requirements.support_fits import (
    find_stating_line,
    find_told,
    may_show,
    may_state,
)
from interview_cli.requirements.told_features import Wanted

_CODE = re.compile(r"\b(?!19|20)\d{4}\b")
"""The number of a course or a standard, but no year: "inspection and testing 2391"."""

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
    """Map a task: only work shows it."""
    topic = name_duty(duty.text)
    wanted = Wanted(duty, topic, is_duty=True)
    if _is_team_lead(cut_behind_thing(topic).lower()):
        work = (item.text for item in find_work(cv_text))
        line = next(filter(_leads_people, work), None)
        return _map_support(wanted, line, answers, _find_lead)

    line = _find_work(topic, duty, cv_text) or find_stating_line(wanted, cv_text)
    return _map_support(wanted, line, answers, partial(_find_duty_proof, topic, duty))


def _find_work(topic: str, duty: Requirement, cv_text: str) -> str | None:
    """Return the work in a CV that has most words of a duty, if it is such work."""
    wanted = content_stems(duty.text)
    work = [
        item.text
        for item in find_work(cv_text)
        if is_on_subject(topic, item.text) or is_done_in(topic, item.text)
    ]
    return max(work, key=lambda text: len(wanted & content_stems(text)), default=None)


def _find_duty_proof(topic: str, duty: Requirement, answer: GivenAnswer) -> str | None:
    proofs = (
        action
        for action in answer.own_work
        if is_on_subject(topic, action) and not _is_denied(duty, action)
    )
    return next(proofs, None)


def _map_requirement(
    requirement: Requirement, cv_text: str, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    wanted = Wanted(requirement, requirement.topic, is_soft_skill=is_soft_skill(requirement))
    by_words = _find_line_by_words(requirement, cv_text)
    is_stating = by_words is not None and may_state(wanted, by_words, cv_text)
    stating = by_words if is_stating else find_stating_line(wanted, cv_text)
    line = _find_certain_line(requirement, cv_text) or stating
    is_lead = _is_team_lead(requirement.topic) and not _is_unprovable(requirement)
    find_proof = _find_lead if is_lead else partial(_find_proof, requirement)
    mapped = _map_support(wanted, line, answers, find_proof)
    if mapped.status == "proved":
        return mapped
    for answer in answers:
        if quote := _find_statement(requirement, answer):
            return MappedRequirement(requirement, line, answer.number, quote, is_stated=True)
    if line:
        return mapped
    nearest = _find_nearest(requirement, cv_text)
    is_work = not _is_unprovable(requirement) and not wanted.is_paper
    return replace(mapped, nearest=nearest or (by_words if is_work else None))


def _map_support(
    wanted: Wanted,
    line: str | None,
    answers: Sequence[GivenAnswer],
    find_proof: Callable[[GivenAnswer], str | None],
) -> MappedRequirement:
    """Map to the sentence that proves a requirement, or else to the one that speaks of it."""
    requirement = wanted.requirement
    if requirement.is_formality:
        return MappedRequirement(requirement, line, None, None)
    for answer in answers:
        quote = find_proof(answer)
        if quote and (find_proof is _find_lead or may_show(wanted, answer, quote)):
            return MappedRequirement(requirement, line, answer.number, quote)
    told = find_told(wanted, answers)
    if (
        told
        and told.is_proof
        and not (_is_unprovable(requirement) or _is_denied(requirement, told.sentence))
    ):
        return MappedRequirement(requirement, line, told.number, told.sentence)
    mention = told.as_mention() if told else None
    return MappedRequirement(requirement, line, None, None, mention=mention)


def _find_certain_line(requirement: Requirement, cv_text: str) -> str | None:
    """Return a line with the number of a course, or that says to lead people, if that is wanted."""
    codes = set(_CODE.findall(requirement.topic))
    if codes and (named := [line for line in read_cv_lines(cv_text) if codes & {*tokenize(line)}]):
        return named[0]
    if _is_team_lead(requirement.topic.lower()):
        return next(filter(_leads_people, (item.text for item in find_work(cv_text))), None)
    return None


def _find_line_by_words(requirement: Requirement, cv_text: str) -> str | None:
    """Return the line of a CV that supports a requirement, or one of those joined by "or", best."""
    for topic in split_alternatives(requirement.topic):
        lines = find_supporting_lines(topic, cv_text, requirement.text)
        if is_qualification(topic):
            lines = [line for line in lines if is_qualification(line)]
        if not requirement.is_paper:
            lines = [line for line in lines if not _is_contact(line)]
        if lines:
            return lines[0]
    work = [item.text for item in find_work(cv_text)]
    done = [line for line in work if is_done_in(requirement.topic, line)]
    if done and not find_topic_names(requirement.topic):
        return done[0]
    names = [name for name in split_alternatives(requirement.topic) if _is_short_name(name)]
    claims = read_cv_lines(cv_text) if names else []
    return next((line for line in claims if not set(names).isdisjoint(tokenize(line))), None)


def _is_contact(line: str) -> bool:
    """Return whether a line of a CV gives an address: it shows no work."""
    rules = load_rules("interview_cli.requirements", "cv_work.toml")
    return rules["contact"].pattern.search(line) is not None


def _leads_people(line: str) -> bool:
    """Return whether a line of a CV says that somebody leads people: "Supervise nine guides"."""
    return _find_pattern("leads_people").search(f"I {line[:1].lower()}{line[1:]}") is not None


def _is_short_name(topic: str) -> bool:
    """Return whether a topic is a name that is a common word too: Go, Excel."""
    return topic[:1].isupper() and topic.isalpha()


def _find_statement(requirement: Requirement, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer which says that a paper is there, or None."""
    if answer.kind != "gap" or answer.topic != requirement.topic:
        return None
    standing = read_standing(requirement.topic, answer.answer)
    return standing.sentence if standing.is_paper and standing.has_it else None


def _find_nearest(requirement: Requirement, cv_text: str) -> str | None:
    """Return the line of a CV that names most of the things of a requirement, if it names any.

    For a degree without a fixed subject, that is the line that names a degree.
    """
    if requirement.is_formality or is_soft_skill(requirement):
        return None
    if _find_pattern("degree").search(requirement.topic):
        lines = read_cv_lines(cv_text)
        return next((line for line in lines if _find_pattern("degree_held").search(line)), None)
    if is_paper(requirement.topic) or is_qualification(requirement.topic):
        return None
    shared = {
        line: count_things(requirement.topic, line)
        for line in (item.text for item in find_work(cv_text))
        if not _is_contact(line)
    }
    best = max(shared, key=lambda line: shared[line], default=None)
    return best if best is not None and shared[best] else None


def _find_proof(requirement: Requirement, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer that proves a requirement best, or None.

    Only the applicant's own actions prove something, and only those that share words with the
    requirement. No story proves a licence, a certificate or a degree.
    """
    if _is_unprovable(requirement):
        return None
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


def _is_unprovable(requirement: Requirement) -> bool:
    """Return whether no story proves a requirement: a formality, or a paper."""
    topic = requirement.topic
    return requirement.is_formality or requirement.is_paper or is_qualification(topic)


def _is_team_lead(topic: str) -> bool:
    """Return whether a topic asks for leading people, which is all made of common words."""
    return _find_pattern("team_lead").search(topic) is not None


def _find_lead(answer: GivenAnswer) -> str | None:
    """Return the sentence in which the speaker says to lead people, or None."""
    pattern = _find_pattern("leads_people")
    sentences = (sentence.text for sentence in answer.elements.substantive)
    return next(filter(pattern.search, sentences), None)


def _is_denied(requirement: Requirement, action: str) -> bool:
    """Return whether the clauses that name a requirement deny the act, or tell that of others."""
    if _find_pattern("takes_back").search(action):
        return True
    no_proof = _find_pattern("no_proof")
    wanted = content_stems(f"{requirement.topic}\n{requirement.text}")
    clauses = list(list_clauses(action))
    naming = (
        [each for each in clauses if names_it(requirement.topic, each[0])]
        or [each for each in clauses if wanted & content_stems(each[0])]
        or clauses
    )
    return all(not is_own or no_proof.search(clause) for clause, is_own in naming)


def is_soft_skill(requirement: Requirement) -> bool:
    """Return whether a case shows a requirement, and a line of a CV does not."""
    is_named = _find_pattern("soft_skill").search(requirement.topic) is not None
    is_trait = requirement.is_trait and " for " not in requirement.topic  # "caring for children"
    return is_trait or is_named


def say_topic(requirement: Requirement) -> str:
    """Return the topic of a requirement as a report names it."""
    return _find_pattern("topic_joint").sub("", requirement.topic)


def split_alternatives(topic: str) -> list[str]:
    """Return the topics that "or" joins: one of them is enough."""
    parts = filter(None, _find_pattern("or_joint").split(topic))
    alike = _find_pattern("alike")
    return [part for part in parts if not alike.match(part)] or [topic]


def is_qualification(text: str) -> bool:
    """Return whether a text names a qualification by its short name: NVQ, BTEC, City & Guilds."""
    return _find_pattern("qualification").search(text) is not None


def _find_pattern(name: str) -> re.Pattern[str]:
    return load_rules("interview_cli.requirements", "evidence.toml")[name].pattern
