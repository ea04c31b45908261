"""Suggest what to change in single lines of a CV: what has run out, is to come or is not done.

Each suggestion quotes the piece of the line that it means.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from interview_cli.english.rules import Rules
from interview_cli.english.words import stem_word, tokenize, word_list
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.gap_answers import says_when
from interview_cli.text import shorten

_RULES = Rules("interview_cli.coach.offline", "cv_advice.toml")

_MAX_QUOTE_CHARS = 140
_PIECE = re.compile(r";\s+|(?<=[.!])\s+(?=[A-Z])")
_RENEW = "renew it, and write the new date in place of that."
_RENEW_OR_LEAVE = "renew it and write the new date, or leave it out."
_SAY_DAY = "write the day for which it is booked."
_SOON = "write the day on which you renew it."
_NO_DATE = "write the month in which you will have it."
_UNDONE, _UNDONE_OR_LEAVE = (
    "write by when you will have it.",
    "write by when you will have it, or leave it out.",
)
_EXCUSE = "say how much of it you have, and leave the reason out."


def suggest_on_lines(wanted: Iterable[str], cv_text: str) -> Iterator[str]:
    """Yield what to change in lines, those on what the ad asks for first.

    `wanted` are the requirements and tasks of the ad.
    """
    asked = frozenset[str]().union(*map(_find_names, wanted))
    pieces = list(dict.fromkeys(_split_pieces(cv_text)))
    advised = [
        (not is_wanted, f"“{shorten(piece, _MAX_QUOTE_CHARS)}”: {advice}")
        for piece in pieces
        for is_wanted in [not asked.isdisjoint(_find_names(piece))]
        if (advice := _advise(piece, is_wanted=is_wanted))
        if not (advice == _NO_DATE and _is_dated_elsewhere(piece, pieces))
    ]
    yield from (text for _, text in sorted(advised, key=lambda pair: pair[0]))


def _is_dated_elsewhere(piece: str, pieces: Iterable[str]) -> bool:
    """Return whether another line on the same paper says when it will be there."""
    names = _find_names(piece)
    return any(
        other != piece and not names.isdisjoint(_find_names(other)) and says_when(other)
        for other in pieces
        if not _RULES.is_found("begun", other)
    )


def _split_pieces(cv_text: str) -> Sequence[str]:
    lines = (line.text for line in read_sections(cv_text) if not line.is_heading)
    return [piece.strip(" .") for line in lines for piece in _PIECE.split(line) if piece.strip()]


def _find_names(text: str) -> frozenset[str]:
    """Return what may name a paper in a text: abbreviations, and each two words beside another."""
    words = tokenize(text)
    pairs = pairwise(words)
    stop = word_list("stop")
    return frozenset(
        [word for word in words if word.isupper() and len(word) > 1]
        + [
            f"{stem_word(first.lower())} {stem_word(second.lower())}"
            for first, second in pairs
            if not {first.lower(), second.lower()} & stop
        ]
    )


def _advise(piece: str, *, is_wanted: bool) -> str:
    """Return what to do about a piece of a line; empty if nothing is wrong with it."""
    is_booked = _RULES.is_found("to_come", piece)
    # "Started in October" is no day on which it will be there.
    has_date = says_when(_RULES.remove("begun", piece))
    if _RULES.pattern("run_out").search(piece):
        return _SAY_DAY if is_booked else _RENEW if is_wanted else _RENEW_OR_LEAVE
    if _RULES.pattern("runs_out").search(piece):
        return _SOON
    if _RULES.pattern("excuse").search(piece):
        return _EXCUSE
    if _RULES.pattern("undone").search(piece):
        return _UNDONE if is_wanted else _UNDONE_OR_LEAVE
    is_open = is_booked or _RULES.pattern("half_done").search(piece)
    return _NO_DATE if is_open and not has_date else ""
