"""Map each requirement of a job to a CV line that claims it and an answer that proves it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from interview_cli.english.words import content_stems, split_sentences
from interview_cli.requirements.ad_title import find_job_title
from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.cv_evidence import build_support_measure
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_support import find_cv_support
from interview_cli.requirements.cv_years import find_years_line
from interview_cli.requirements.denials import find_denial
from interview_cli.requirements.extract import find_duties, find_requirements
from interview_cli.requirements.gap_answers import read_standing
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.nearest import find_missing_forms, has_form_of
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.paper_status import find_status, is_open
from interview_cli.requirements.part_support import (
    InPart,
    find_cv_parts,
    find_near_line,
    find_told_parts,
)
from interview_cli.requirements.parts import quotes_ad
from interview_cli.requirements.proof import find_topic_names, is_on_subject, names_it
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.role_work import has_years_of_any_work
from interview_cli.requirements.shared_words import (
    has_most_telling_words,
    has_telling_words,
    has_word_of,
    share_words,
)
from interview_cli.requirements.support_fits import (
    Told,
    find_told,
    is_about,
    is_clearly_about,
    may_show,
)
from interview_cli.requirements.wanted import Wanted, matches_evidence

Status = Literal["proved", "claimed", "missing"]
_MAPS_KEPT = 2
_MIN_REPLY_WORDS = 3


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
    perhaps: str | None = None
    """The line of the CV that may show it in other words, if none states it."""
    mention: Mention | None = None
    """Where an answer speaks of it, if none proves it."""
    in_part: tuple[InPart, ...] = ()
    """What names some of the several things that it asks for, if no line of the CV states it."""
    is_absent: bool = False
    """Whether no word that names it stands anywhere in the CV."""
    is_unsaid: bool = False
    """Whether no word that names it stands in an answer either."""
    is_untold: bool = False
    """Whether no answer has most of its words that few other texts have."""

    @property
    def status(self) -> Status:
        """`proved` by an answer, `claimed` by the CV or by words alone, or `missing` in both."""
        if self.quote is not None and not self.is_stated:
            return "proved"
        return "missing" if self.line is None and self.quote is None else "claimed"


def map_requirements(
    job_text: str, cv_text: str, answers: Sequence[GivenAnswer], year: int = 0
) -> list[MappedRequirement]:
    """Return each requirement of a job with what supports it, must-haves first.

    `year`: that of the interview, to which years of work are counted; 0 if it is not known.
    """
    return list(_map_once(job_text, cv_text, tuple(answers), year))


# The review of an interview and its report map the same answers.
@lru_cache(maxsize=_MAPS_KEPT)
def _map_once(
    job_text: str, cv_text: str, answers: tuple[GivenAnswer, ...], year: int
) -> tuple[MappedRequirement, ...]:
    title = find_job_title(job_text)
    return tuple(
        _count_work(_map_requirement(requirement, cv_text, answers), title, cv_text, year)
        for requirement in find_requirements(job_text)
    )


def _count_work(
    mapped: MappedRequirement, title: str, cv_text: str, year: int
) -> MappedRequirement:
    """Add the line of the job that was done for the years asked for, if no line states these."""
    line = mapped.line
    if line is None or line in _list_studies(cv_text):  # a course is no year of work
        line = find_years_line(mapped.requirement, title, cv_text, year) or line
    if line is None or line == mapped.line:
        return mapped
    return replace(mapped, line=line, perhaps=None, in_part=(), is_absent=False)


def _list_studies(cv_text: str) -> frozenset[str]:
    lines = read_sections(cv_text)
    return frozenset(line.text for line in lines if line.section == "training")


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
    return _map_support(wanted, cv_text, answers)


def _map_requirement(
    requirement: Requirement, cv_text: str, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    mapped = _map_support(Wanted.of_requirement(requirement), cv_text, answers)
    if mapped.status == "proved":
        return mapped
    for answer in answers:
        if quote := _find_statement(requirement, answer):
            return replace(mapped, number=answer.number, quote=quote, is_stated=True, mention=None)
    return mapped


def _map_support(wanted: Wanted, cv_text: str, answers: Sequence[GivenAnswer]) -> MappedRequirement:
    """Map to the line of the CV, and to the sentence that proves a requirement or speaks of it."""
    line, perhaps = find_cv_support(wanted, cv_text)
    if line and _is_doubtful(wanted, line, answers):
        line = None
    if line and wanted.is_paper and wanted.requirement.is_hard:
        line, perhaps = _doubt_paper(wanted, line, cv_text)
    is_telling = has_telling_words(wanted.topic)
    is_absent = is_telling and not (line or perhaps or _has_word(wanted, cv_text))
    is_absent = is_absent and not has_years_of_any_work(wanted.requirement.text, cv_text)
    mapped = MappedRequirement(
        wanted.requirement,
        line,
        None,
        None,
        perhaps=None if wanted.is_formality else perhaps,
        is_absent=is_absent,
        is_unsaid=not any(
            _has_word(wanted, f"{answer.question}\n{answer.answer}") for answer in answers
        ),
        is_untold=not any(
            has_most_telling_words(wanted.requirement.text, answer.answer) for answer in answers
        ),
    )
    if wanted.is_formality:
        near = find_near_line(wanted, cv_text)
        return replace(mapped, in_part=(near,) if near and not line else ())
    return _add_parts(_map_told(mapped, wanted, answers), wanted, cv_text, answers)


def _is_doubtful(wanted: Wanted, line: str, answers: Sequence[GivenAnswer]) -> bool:
    """Return whether an answer says no to what a line of the CV has not word for word."""
    is_exact = not find_missing_forms(wanted.topic, line)
    return not is_exact and any(find_denial(wanted.topic, answer) for answer in answers)


def _doubt_paper(wanted: Wanted, line: str, cv_text: str) -> tuple[str | None, str | None]:
    """Return the line that states a paper, and one that may: work with a thing is no paper for it.

    What an interviewer would ask about is not told as held.
    """
    if find_status(wanted.requirement, cv_text) == "mention":
        return None, line
    return (None if is_open(wanted.requirement, cv_text) else line), None


def _add_parts(
    mapped: MappedRequirement, wanted: Wanted, cv_text: str, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    """Add what names some of the things that are asked for; a line that names all states them."""
    if mapped.line or wanted.is_soft_skill:
        return mapped
    parts: tuple[InPart, ...] = ()
    if not wanted.is_paper:
        parts, is_whole = find_cv_parts(wanted, cv_text)
        if is_whole:
            return replace(mapped, line=parts[0].text, perhaps=None, is_absent=False)
    if not parts and (near := find_near_line(wanted, cv_text)) and _is_surer(near, mapped):
        parts = (near,)
    if not (mapped.quote or mapped.mention or wanted.is_paper):
        parts = (*parts, *find_told_parts(wanted, answers, parts))
    perhaps = None if any(part.number is None for part in parts) else mapped.perhaps
    return replace(mapped, in_part=parts, perhaps=perhaps, is_absent=mapped.is_absent and not parts)


def _is_surer(near: InPart, mapped: MappedRequirement) -> bool:
    """Return whether what a line surely names says more than a line that may show all of it."""
    has_several = any(" " in words for words in near.parts)
    return mapped.perhaps is None or (has_several and not mapped.requirement.is_paper)


def _has_word(wanted: Wanted, text: str) -> bool:
    """Return whether a text has any word of what the ad says of a requirement.

    A degree goes by many names: any one in the text counts.
    """
    is_degree = matches_evidence("degree", wanted.topic) and matches_evidence("degree_held", text)
    is_named = has_word_of(wanted.requirement.text, text) or has_form_of(
        wanted.requirement.text, text
    )
    return is_named or is_degree or share_words(wanted.topic, text).shared > 0


def _map_told(
    mapped: MappedRequirement, wanted: Wanted, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    requirement = wanted.requirement
    denials = {answer.number: find_denial(wanted.topic, answer) for answer in answers}
    for answer in answers:
        quote = None if denials[answer.number] else _find_proof(wanted, answer)
        if (
            quote
            and not _is_wish(wanted, answer, quote)
            and (
                wanted.asks_to_lead
                or (may_show(wanted, answer, quote) and is_clearly_about(wanted, quote))
            )
        ):
            return replace(mapped, number=answer.number, quote=quote)
    best = find_told(wanted, answers)
    if best is None:
        return replace(mapped, mention=None if mapped.perhaps else _find_reply(wanted, answers))
    denial = denials[best.number]
    kinds = {answer.number: answer for answer in answers}
    is_wish = _is_wish(wanted, kinds[best.number], best.sentence)
    is_shown = (
        best.is_proof
        and not is_wish
        and wanted.is_provable
        and is_clearly_about(wanted, best.sentence)
    )
    if is_shown and not (denial or _is_denied(requirement, best.sentence)):
        return replace(mapped, number=best.number, quote=best.sentence)
    if not is_about(wanted, best.sentence) or not (denial or _can_mention(wanted, best)):
        return mapped
    mention = best.as_mention(is_denied=any(denials.values()))
    if mention and denial:
        # What the speaker says no to is more certain than what a line may show.
        return replace(mapped, mention=replace(mention, sentence=denial), perhaps=None)
    return mapped if mapped.perhaps else replace(mapped, mention=mention)


def _is_wish(wanted: Wanted, answer: GivenAnswer, sentence: str) -> bool:
    """Return whether a sentence tells a wish, or a motive where years of work are asked for."""
    counts_years = matches_evidence("counts_years", wanted.requirement.text)
    return matches_evidence("hope", sentence) or (counts_years and answer.kind == "motivation")


def _can_mention(wanted: Wanted, told: Told) -> bool:
    """Return whether a sentence may be told as one on a requirement.

    It is neither a wish nor a quotation of the ad. What somebody is like shows only in what they
    do; so does a task, if nobody says no to it. A name in a paper's is not yet the paper.
    """
    sentence = told.sentence
    if quotes_ad(sentence) or matches_evidence("hope", sentence):
        return False
    if wanted.is_paper:
        return share_words(wanted.topic, sentence).is_most
    if told.does_own_work or matches_evidence("says_no", sentence):
        return True
    return not wanted.is_soft_skill and (not wanted.is_duty or _is_told_of_own(wanted, sentence))


def _is_told_of_own(wanted: Wanted, sentence: str) -> bool:
    """Return whether no clause with words of a task tells of somebody else."""
    naming = [each for each in list_clauses(sentence) if share_words(wanted.topic, each[0]).shared]
    return bool(naming) and all(is_own for _, is_own in naming)


def _find_reply(wanted: Wanted, answers: Sequence[GivenAnswer]) -> Mention | None:
    """Return the first sentence of the answer to a question that names the tool that is wanted."""
    if wanted.is_duty or not find_topic_names(f"the {wanted.topic}"):
        return None
    for answer in answers:
        if share_words(wanted.topic, answer.question).has_all_names:
            first = _take_beginning(answer.answer)
            return Mention(answer.number, first, may_be_own=False)
    return None


def _take_beginning(answer: str) -> str:
    """Return the first sentence of an answer, with the next if it is a word or two: "Bits."."""
    first, *rest = split_sentences(answer)
    return " ".join([first, *rest[:1]]) if len(first.split()) < _MIN_REPLY_WORDS else first


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
    told = (text for text in sentences if not matches_evidence("hope", text))
    return next((text for text in told if matches_evidence("leads_people", text)), None)


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
