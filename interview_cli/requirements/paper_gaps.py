"""Tell where a CV or an answer says that a paper of the ad is not there, or not yet."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from interview_cli.english.words import split_sentences
from interview_cli.requirements.denials import find_denial
from interview_cli.requirements.gap_answers import read_standing, says_when
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.named_papers import scores_name
from interview_cli.requirements.paper_in_cv import speaks_of
from interview_cli.requirements.paper_status import (
    find_open_part,
    find_status,
    split_both,
)
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.wanted import matches_evidence

State = Literal["none", "to_come", "lapsed", "silent"]
"""`silent`: another of several papers is held, and nothing names this one."""


class PaperGap(NamedTuple):
    """What says that a paper is not there."""

    name: str
    """That of the paper, in the words of the ad."""
    state: State
    text: str
    """The line of the CV, or the sentence of an answer, that says so; empty if none does."""
    number: int | None = None
    """The number of the answer; None of a line of the CV."""
    dated_in: int | None = None
    """The number of the answer that says by when it will be there; None if none does."""


def find_paper_gap(
    requirement: Requirement,
    cv_text: str,
    answers: Sequence[GivenAnswer],
    day: date | None = None,
) -> PaperGap | None:
    """Return what says that a paper is not there or not yet; None if nothing surely does.

    What an answer says counts for more than the CV, which may be older. `day`: that of the
    interview, on which a paper may have run out; None if it is not known.
    """
    if not requirement.is_paper:
        return None
    if both := split_both(requirement):
        return _find_gap_of_several(both, cv_text, answers, day)
    asked = [answer for answer in answers if _is_asked(requirement, answer)]
    standings = [
        (answer, read_standing(requirement.topic, answer.answer, answer.question))
        for answer in asked
    ]
    if any(standing.has_it for _, standing in standings):
        return None
    dated = next(_list_dated(requirement, answers), None)
    for answer, standing in standings:
        if standing.is_paper and standing.sentence:
            dated = answer.number if standing.says_when else dated
            text = _find_end(answer) or standing.sentence
            text = answer.beginning if answer.beginning.startswith(text) else text
            return PaperGap(requirement.topic, _read_state(text), text, answer.number, dated)
    for answer in answers:
        denial = find_denial(requirement.topic, answer)
        if denial and matches_evidence("lacks_own", denial):
            return PaperGap(requirement.topic, "none", denial, answer.number, dated)
    if line := find_open_part(requirement, cv_text, day):
        is_over = find_status(requirement, cv_text, day) == "lapsed"
        state = "lapsed" if is_over else _read_state(line)
        return PaperGap(requirement.topic, state, line, None, dated)
    return None


def _find_gap_of_several(
    papers: Sequence[Requirement],
    cv_text: str,
    answers: Sequence[GivenAnswer],
    day: date | None,
) -> PaperGap | None:
    """Return the first gap of several papers that must all be there."""
    found = [gap for paper in papers if (gap := find_paper_gap(paper, cv_text, answers, day))]
    if found:
        return found[0]
    silent = [
        paper for paper in papers if find_status(paper, cv_text, day) in ("silent", "mention")
    ]
    is_part = 0 < len(silent) < len(papers)
    return PaperGap(silent[0].topic, "silent", "") if is_part else None


def _is_asked(requirement: Requirement, answer: GivenAnswer) -> bool:
    """Return whether an answer is one to a question for the very paper."""
    is_topic = answer.topic == requirement.topic
    is_named = share_words(requirement.topic, answer.question).is_whole
    return answer.kind == "gap" and (is_topic or is_named)


def _find_end(answer: GivenAnswer) -> str | None:
    """Return the sentence which says that a paper has run out."""
    sentences = split_sentences(answer.answer)
    return next((each for each in sentences if matches_evidence("ran_out", each)), None)


def _read_state(text: str) -> State:
    if matches_evidence("ran_out", text) or speaks_of("over", text):
        return "lapsed"
    return "none" if matches_evidence("says_no", text) else "to_come"


def _list_dated(requirement: Requirement, answers: Sequence[GivenAnswer]) -> Iterator[int]:
    """Yield the answers with a sentence that names a paper and says when it will be there."""
    for answer in answers:
        sentences = split_sentences(answer.answer)
        if any(scores_name(requirement, each) and says_when(each) for each in sentences):
            yield answer.number
