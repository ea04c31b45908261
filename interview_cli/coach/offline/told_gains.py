"""Find what answers tell that a CV leaves out: measured results, and tools that the ad names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import split_sentences, tokenize
from interview_cli.requirements.cv_sections import remove_period
from interview_cli.requirements.denials import find_denial
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.parts import list_names, quotes_ad
from interview_cli.requirements.wanted import matches_evidence

_RULES = Rules("interview_cli.coach.offline", "told_gains.toml")

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_MIN_WORDS = 9
"""A shorter sentence is quoted with the one before it, which says what it is about."""
_MAX_CHARS = 140
"""A quote is cut behind so many characters."""
_NO_WORK, _WISHES = ("motivation",), ("motivation", "closing")
"""Kinds of questions whose answers tell no results, and those whose answers tell of wishes."""


class ToldGain(NamedTuple):
    """What an answer tells and a CV does not."""

    number: int
    """The number of the answer."""
    quote: str
    name: str = ""
    """The tool that it names; empty of a result."""


def find_told_results(answers: Iterable[GivenAnswer], cv_text: str) -> Iterator[ToldGain]:
    """Yield the first measured result of each answer of which the CV does not have all figures."""
    on_cv = set(_FIGURE.findall("\n".join(map(remove_period, cv_text.splitlines()))))

    def _is_on_cv(result: str) -> bool:
        figures = _FIGURE.findall(result)
        return on_cv.issuperset(figures) if figures else result.casefold() in cv_text.casefold()

    for answer in answers:
        if answer.kind in _NO_WORK:
            continue
        sentences = split_sentences(answer.answer)
        for before, sentence in zip(["", *sentences], sentences, strict=False):
            found = _RULES.pattern("measured_result").search(sentence)
            if found and not (_is_unsure(_cut_clause(sentence, found)) or _is_on_cv(found[0])):
                is_short = len(sentence.split()) < _MIN_WORDS
                quote = _cut_before(sentence, found)
                whole = f"{before} {quote}".strip()
                is_short = is_short and len(whole) <= _MAX_CHARS
                yield ToldGain(answer.number, whole if is_short else quote)
                break


def find_told_names(
    wanted: Iterable[str], answers: Sequence[GivenAnswer], cv_text: str
) -> Iterator[ToldGain]:
    """Yield the tools that an ad names, that own work in an answer names, and no word of the CV."""
    on_cv = set(map(_fold, tokenize(cv_text))) | _find_initials(cv_text)
    for name in dict.fromkeys(name for text in wanted for name in list_names(text)):
        if on_cv.isdisjoint(map(_fold, name.split())) and (told := _find_use(name, answers)):
            yield told


def _find_initials(cv_text: str) -> set[str]:
    """Return the first letters of each two or three words: "Trade Assistant" as "ta"."""
    words = [word.casefold() for word in tokenize(cv_text)]
    pairs = pairwise(words)
    triples = zip(words, words[1:], words[2:], strict=False)
    return {"".join(word[0] for word in group) for group in (*pairs, *triples)}


def _fold(word: str) -> str:
    """Return a word in small letters, and that of several: "EKGs" as "ekg"."""
    return word.casefold().removesuffix("s")


def _find_use(name: str, answers: Sequence[GivenAnswer]) -> ToldGain | None:
    if any(find_denial(name, each) or _is_somebody(name, each.answer) for each in answers):
        return None
    for answer in answers:
        for sentence in answer.own_work if answer.kind not in _WISHES else ():
            is_named = set(name.split()) <= set(tokenize(sentence))
            rest = sentence.replace(name, " ")  # "Little Wandle" is no word for a little of it
            if is_named and not (_is_unsure(rest) or quotes_ad(sentence)):
                return ToldGain(answer.number, sentence, name)
    return None


def _is_somebody(name: str, answer: str) -> bool:
    """Return whether an answer has a name for somebody: "I gave the plates to CDC"."""
    return any(
        found["name"] == name
        for group in ("tells_person", "person_acts")
        for found in _RULES.pattern(group).finditer(answer)
    )


def _cut_before(sentence: str, found: re.Match[str]) -> str:
    """Return a sentence so that what is found is not cut off when it is quoted."""
    if found.end() <= _MAX_CHARS:
        return sentence
    start = max(sentence.rfind(mark, 0, found.start()) for mark in (", ", " and ", "; "))
    return f"… {sentence[start:].lstrip(' ,;')}" if start > 0 else sentence


def _cut_clause(sentence: str, found: re.Match[str]) -> str:
    """Return what is found with the words before it, up to a comma: the rest tells of more."""
    start = max(sentence.rfind(mark, 0, found.start()) for mark in ",;") + 1
    return sentence[start : found.end()]


def _is_unsure(sentence: str) -> bool:
    is_denied = matches_evidence("says_no", sentence) or matches_evidence("denies_own", sentence)
    return is_denied or "?" in sentence or _RULES.is_found("unsure", sentence)


def find_expired(cv_text: str, year: int) -> str | None:
    """Return the line of a CV that says that a paper was valid until a year before this one."""
    for line in cv_text.splitlines():
        found = _RULES.pattern("valid_until").search(line)
        if found and int(found["year"]) < year:
            return line.strip(" -•*·")
    return None
