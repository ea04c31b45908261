"""Mend misspelled words in the titles of jobs."""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from interview_cli.english.words import stem_word, tokenize
from interview_cli.requirements.cv_titles import load_title_words
from interview_cli.trades.index import load_index

_MIN_CHARS = 4
_DOUBLE = re.compile(r"(.)\1")
_LISTS = ("roles", "also_roles", "ranks", "fields", "times", "scopes")


def mend_title(title: str, job_title: str) -> str | None:
    """Return a title with its misspelled words as they are spelled; None if that is not certain.

    A word is misspelled if nothing uses it, and it is one letter away from a word of the title of
    the job applied for or, with the same first letter, of the title of a trade: "staf nurse".
    """
    known = frozenset(map(str.lower, tokenize(job_title))) | _load_role_words()
    words = [_mend_word(word, known) for word in title.split()]
    return None if None in words else " ".join(filter(None, words))


def _is_known(word: str) -> bool:
    """Return whether the titles of jobs or the texts of trades use a word, in any form of it."""
    stem = stem_word(word)
    # The evidence is looked up in the file, while the titles must all be read: 15 ms of a turn.
    return stem in load_index()["evidence"] or stem in _load_title_stems()


def _mend_word(word: str, known: frozenset[str]) -> str | None:
    lower = word.lower()
    if len(lower) < _MIN_CHARS or not lower.isalpha() or word.isupper():
        return word
    if lower in known:
        return word
    # "Staffing" has the stem of "staf".
    ends = lower[0], lower[-1]  # which single and double letters have in common
    alike = (each for each in known if (each[0], each[-1]) == ends)
    doubled = (each for each in alike if _undouble(each) == _undouble(lower))
    if single := min(doubled, default=None):
        return single
    if _is_known(lower):
        return word
    near = {changed for changed in _change_letter(lower) if changed in known}
    near = {each for each in near if not (each.startswith(lower) or lower.startswith(each))}
    if near:
        return near.pop() if len(near) == 1 else None
    is_misspelled = any(
        stem_word(changed) in _load_title_stems()
        for changed in _change_letter(lower)
        if changed[0] == lower[0]
    )
    return None if is_misspelled else word


def _undouble(word: str) -> str:
    return _DOUBLE.sub(r"\1", word)


def _change_letter(word: str) -> Iterator[str]:
    """Yield the words that differ in one letter, left out, added or changed, or two swapped."""
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for before, after in parts:
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


@cache
def _load_title_stems() -> frozenset[str]:
    titles = load_index()["titles"]
    return frozenset(stem for title in titles for stem in title.split())


@cache
def _load_role_words() -> frozenset[str]:
    return frozenset().union(*map(load_title_words, _LISTS))
