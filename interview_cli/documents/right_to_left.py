"""Put the letters of Hebrew and Arabic, drawn from right to left, in the order of reading.

A PDF tells where letters are drawn. The reverse of the order on the page is the order of reading,
except for numbers and Latin words, which run from left to right (Unicode, UAX 9, rules L2 and I1).
"""

import unicodedata
from collections.abc import Sequence

_RIGHT_TO_LEFT = ("R", "AL")
_LEFT_TO_RIGHT = ("L", "EN", "AN")
_IN_NUMBERS = ("ES", "CS", "ET", "NSM")
_PRESENTATION_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<"}


def order_letters(letters: Sequence[str]) -> str:
    """Return letters, given from left to right, in the order of reading.

    A letter may have marks after it, or be a ligature of several; these keep their order.
    """
    kinds = [_find_kind(letter) for letter in letters]
    backwards = kinds.count("R")
    if not backwards:
        return "".join(letters)
    # Numbers say nothing of the direction of a line.
    if backwards >= sum(unicodedata.bidirectional(letter[0]) == "L" for letter in letters):
        ordered = _reverse_runs(list(letters)[::-1], kinds[::-1], "L")
    else:
        ordered = _reverse_runs(list(letters), kinds, "R")
    return "".join(map(_replace_form, _mirror(ordered, letters)))


def is_mark(letter: str) -> bool:
    """Whether a letter is an accent or a vowel sign, drawn over or under another."""
    return unicodedata.category(letter[0]) == "Mn"


def is_right_to_left(letter: str) -> bool:
    return _find_kind(letter) == "R"


def _find_kind(letter: str) -> str:
    """Return R, L, N for a mark inside a number, or an empty string for what has no direction."""
    kind = unicodedata.bidirectional(letter[0])
    if kind in _RIGHT_TO_LEFT:
        return "R"
    if kind in _LEFT_TO_RIGHT:
        return "L"
    return "N" if kind in _IN_NUMBERS else ""


def _reverse_runs(letters: list[str], kinds: list[str], kind: str) -> list[str]:
    """Reverse each run of letters of this kind, with the spaces and marks between them."""
    start = 0
    while start < len(letters):
        if kinds[start] != kind:
            start += 1
            continue
        end = start + 1
        for place in range(start + 1, len(letters)):
            if kinds[place] == kind:
                end = place + 1
            elif kinds[place] not in ("", "N"):
                break
        letters[start:end] = letters[start:end][::-1]
        start = end
    return letters


def _mirror(ordered: list[str], drawn: Sequence[str]) -> list[str]:
    """Swap brackets if they are named by their shape on the page, and so close before they open."""
    text = "".join(ordered)
    first = next((letter for letter in text if letter in _MIRRORED), "")
    if first not in (")", "]", "}", ">"):
        return ordered
    return [_MIRRORED.get(letter, letter) for letter in ordered]


def _replace_form(letter: str) -> str:
    """Return the letters of an Arabic presentation form, which a search does not find."""
    if any(first <= ord(letter[0]) <= last for first, last in _PRESENTATION_FORMS):
        return unicodedata.normalize("NFKC", letter).strip() or letter
    return letter
