"""Find the line of a CV or of an answer that comes nearest to what words alone cannot tell.

A word that few other texts have, or letters that stand for a name ("PVG"), lead a reader to the
place where it may stand. What is done there may be more or less than what is asked for.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from interview_cli.english.words import tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_sections import has_period
from interview_cli.requirements.cv_support import is_refused
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.line_kinds import cut_contacts
from interview_cli.requirements.parts import is_common_word
from interview_cli.requirements.proof import to_lemma
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.wanted import Wanted, matches_evidence

_MIN_CHARS = 5
"""A shorter word in small letters has too many meanings."""
_RARE, _FAMILY = 9, 8
"""Letters of a word that leads to the place alone, and those that two of one family share."""
_OFTEN = 3
"""A word that stands so often in the ad names the work as a whole: "kitchen"."""
_NO_WORK = ("motivation", "closing")
"""Kinds of questions whose answers tell of wishes."""


class NearestTold(NamedTuple):
    """The text that comes nearest, and where it stands."""

    text: str
    number: int | None
    """The number of the answer; None of a line of the CV."""


def find_nearest(
    requirement: Requirement, job_text: str, cv_text: str, answers: Sequence[GivenAnswer]
) -> NearestTold | None:
    """Return the text with most telling words of a requirement, the CV first; None if none has."""
    said = Counter(map(to_lemma, tokenize(job_text)))
    words = [word for word in list_telling(requirement.text) if said[to_lemma(word)] < _OFTEN]
    if not words:
        return None
    wanted = Wanted(requirement, requirement.topic)
    texts = [
        each
        for each in _list_texts(cv_text, answers)
        if not is_refused(wanted, each.text) and _count_shared(words, each.text)
    ]
    return max(texts, key=lambda each: _count_shared(words, each.text), default=None)


def list_telling(text: str) -> list[str]:
    """Return the words of a requirement that few other texts have, and those in capitals."""
    return [
        word
        for word in dict.fromkeys(tokenize(text.replace("/", " ")))
        if (word.isupper() and len(word) > 1)
        or (len(word) >= _MIN_CHARS and not is_common_word(word))
    ]


def _count_shared(words: Sequence[str], text: str) -> int:
    """Return how many telling words a text shares; 0 if it is a single one that is not rare."""
    told = tokenize(text)
    known = {to_lemma(word) for word in told}
    shared = [word for word in words if (word in told if word.isupper() else _is_in(word, known))]
    is_sure = any(not word.islower() or len(word) >= _RARE for word in shared)
    return len(shared) if is_sure else 0


def _is_in(word: str, known: Set[str]) -> bool:
    """Return whether a word stands among others, a rare one in any form: "anaesthesia"."""
    lemma = to_lemma(word)
    beginning = lemma[:_FAMILY]
    return lemma in known or (
        len(beginning) == _FAMILY and any(other.startswith(beginning) for other in known)
    )


def _list_texts(cv_text: str, answers: Sequence[GivenAnswer]) -> Iterator[NearestTold]:
    for line in read_cv_lines(cv_text):
        is_wish = any(matches_evidence(group, line) for group in ("wish", "hope"))
        if cut_contacts(line) == line and not (is_wish or has_period(line)):
            yield NearestTold(line, None)
    for answer in answers:
        for sentence in answer.own_work if answer.kind not in _NO_WORK else ():
            if "?" not in sentence and not matches_evidence("says_no", sentence):
                yield NearestTold(sentence, answer.number)
