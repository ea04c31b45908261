"""Read misspelt words of closed lists as what they stand for: "senoir", "publsh".

The words are in `spelling.toml`.
"""

import re
from functools import cache

from interview_cli.job_posts.word_lists import load_words

_FILE = "spelling.toml"
_MIN_CHARS, _LONG_CHARS = 5, 7
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(rf"(?<![\w@./'’-])[A-Za-z]{{{_MIN_CHARS},}}(?![\w@/'’-]|\.\w)")


def mend_spelling(text: str) -> str:
    """Return a text with the right spelling of words that are one edit away from one known word.

    An edit inserts, leaves out or replaces a letter, or swaps two neighbours. A word with a capital
    inside a sentence may be a name, and stays.
    """
    return _WORD.sub(lambda found: _mend(found, text), text)


def find_slips(text: str) -> dict[str, str]:
    """Return the misspelt words of a text by their right spelling, both in lower case."""
    words = (found[0].lower() for found in _WORD.finditer(text))
    return {right: word for word in words if (right := find_spelling(word))}


def _mend(found: re.Match[str], text: str) -> str:
    word = found[0]
    is_name = word.istitle() and bool(re.search(r"[^.!?\s]\s*$", text[: found.start()]))
    right = "" if is_name else find_spelling(word.lower())
    if not right:
        return word
    return right.upper() if word.isupper() else right.title() if word.istitle() else right


@cache
def find_spelling(word: str) -> str:
    """Return the known word that a word in lower case is one edit away from.

    Empty if there is none, or several, or if the word is known itself.
    """
    known = load_words(_FILE, "words")
    if len(word) < _MIN_CHARS or word in known or word in load_words(_FILE, "others"):
        return ""
    near = {right for right in _list_edits(word) & known if _is_alike(word, right)}
    return near.pop() if len(near) == 1 else ""


def _is_alike(word: str, right: str) -> bool:
    """Return whether a word is no plural, and begins alike if it is short."""
    is_plural = word == f"{right}s"
    return not is_plural and (word[0] == right[0] or len(word) > _LONG_CHARS)


def _list_edits(word: str) -> set[str]:
    """Return all that a word becomes by one edit (Damerau and Levenshtein)."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    shorter = {start + end[1:] for start, end in cuts}
    swapped = {start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1}
    changed = {start + letter + end[1:] for start, end in cuts for letter in _LETTERS}
    longer = {start + letter + end for start, end in cuts for letter in _LETTERS}
    return shorter | swapped | changed | longer
