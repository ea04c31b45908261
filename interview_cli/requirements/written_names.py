"""Compare names as they are written: in two words, by their letters, or with capitals."""

import re

from interview_cli.english.words import tokenize

_PAIR = re.compile(r"\b([A-Z][a-z]+) ([A-Z]\w+)\b")
"""The name of a maker or a family of tools, and of one of them: "Power BI"."""
_INITIALS = re.compile(r"[A-Z]{2,4}")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+\b")


def names_first_of(topic: str, text: str) -> bool:
    """Return whether a text has the first of two names and no second: "Opera", "Opera Cloud"."""
    firsts = (re.escape(pair[1]) for pair in _PAIR.finditer(topic))
    return any(re.search(rf"\b{first}\b(?! [A-Z]\w)", text) for first in firsts)


def find_other_products(topic: str, text: str) -> frozenset[str]:
    """Return the first names of a topic behind which a text has another: "Power" of "Power BI" in
    "Power Query"."""
    pairs = (pair.groups() for pair in _PAIR.finditer(topic))
    return frozenset(
        first
        for first, second in pairs
        if re.search(rf"\b{re.escape(first)} (?!{re.escape(second)})[A-Z]\w", text)
        and not re.search(rf"\b{re.escape(second)}\b", text)
    )


def has_words_of_initials(topic: str, text: str) -> bool:
    """Return whether a text writes out letters of a topic: "TA", and "Trade Assistant"."""
    initials = (word for word in tokenize(topic) if _INITIALS.fullmatch(word))
    patterns = (" ".join(rf"{letter}[a-z]+" for letter in each) for each in initials)
    return any(re.search(rf"\b{pattern}\b", text) for pattern in patterns)


def find_written_names(text: str, line: str) -> tuple[str, ...]:
    """Return the words with capitals side by side in a text that a line has just so: "White Card"
    of "Construction White Card"."""
    runs = (found[0].split() for found in _CAPITALS.finditer(text))
    phrases = (
        " ".join(run[start:end])
        for run in runs
        for start in range(len(run))
        for end in range(len(run), start + 1, -1)
    )
    return tuple(phrase for phrase in phrases if re.search(rf"\b{re.escape(phrase)}\b", line))[:1]
