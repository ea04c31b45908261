"""Shorten CV and job description to what has most to do with the job, and long answers."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from interview_cli.english.bullets import is_bullet
from interview_cli.english.words import content_stems, split_sentences

GAP = "[…]"
"""Stands where lines were left out."""
_FIRST_LINES = 3
"""The first lines of a document say whose it is."""
_LONG_LINE_CHARS = 300
"""A longer line is a paragraph, of which single sentences may be kept."""
_FIXED_CHARS = 40
"""Added to the length of each line, so that very short lines do not always come first."""


@dataclass(frozen=True)
class Shortened:
    """What is kept of a document."""

    text: str
    left_out_chars: int
    left_out_lines: int
    lines: int
    """How many lines the document has."""


@lru_cache(maxsize=4)
def shorten_documents(cv: str, job: str, title: str, budget_chars: int) -> tuple[Shortened, ...]:
    """Shorten CV and job description to the budget; each may use what the other leaves.

    Lines that share words with the title, the requirements and the duties of the job stay first,
    with the line that they stand under. All lines keep their order.
    """
    half = budget_chars // 2
    for_cv = min(len(cv), max(half, budget_chars - len(job)))
    is_enough = for_cv == len(cv) and len(job) <= budget_chars - for_cv
    wanted = frozenset[str]() if is_enough else _find_wanted_stems(title, job)
    short_cv = _shorten(cv, for_cv, wanted)
    return short_cv, _shorten(job, budget_chars - len(short_cv.text), wanted)


def shorten_answer(answer: str, size: int) -> str:
    """Shorten an answer to at most `size` characters: its beginning and its last sentences stay."""
    if len(answer) <= size:
        return answer
    sentences = list(_split_all(answer, size // 4))
    begin, end = 0, len(sentences)
    room = size - len(GAP) - 2
    while begin < end:
        # Two sentences of the beginning for one of the end.
        is_begin = (begin + len(sentences) - end) % 3 != 2
        cost = len(sentences[begin if is_begin else end - 1]) + 1
        if cost > room:
            break
        room -= cost
        begin, end = (begin + 1, end) if is_begin else (begin, end - 1)
    return " ".join([*sentences[:begin], GAP, *sentences[end:]])


def _split_all(text: str, most_chars: int) -> Iterator[str]:
    """Yield the sentences of a text, very long ones in pieces."""
    for sentence in split_sentences(text):
        yield from textwrap.wrap(sentence, most_chars)


def _find_wanted_stems(title: str, job: str) -> frozenset[str]:
    # Imported here: the documents of most interviews are sent whole.
    from interview_cli.requirements.extract import find_duties, find_requirements

    texts = [requirement.text for requirement in find_requirements(job)] + find_duties(job)
    return content_stems("\n".join([title, *(texts or [job])]))


def _shorten(text: str, size: int, wanted: frozenset[str]) -> Shortened:
    lines = list(_split_lines(text))
    if len(text) <= size:
        return Shortened(text, 0, 0, len(lines))
    kept = _choose_lines(lines, size, wanted)
    if not kept:
        cut = _cut_text(text, size)
        return Shortened(cut, len(text) - len(cut), len(lines) - len(cut.splitlines()), len(lines))
    shown = sum(len(lines[number]) for number in kept)
    left_out = len(text) - shown
    return Shortened(_join_lines(lines, kept), left_out, len(lines) - len(kept), len(lines))


def _split_lines(text: str) -> Iterator[str]:
    """Yield the lines that show something, long ones as sentences."""
    for line in filter(str.strip, text.splitlines()):
        if len(line) > _LONG_LINE_CHARS:
            yield from split_sentences(line)
        else:
            yield line


def _choose_lines(lines: list[str], size: int, wanted: frozenset[str]) -> set[int]:
    """Return the numbers of the lines that fit, the most relevant ones chosen first."""

    def find_relevance(number: int) -> tuple[bool, float]:
        shared = len(content_stems(lines[number]) & wanted)
        return number < _FIRST_LINES, shared / (len(lines[number]) + _FIXED_CHARS)

    ranked = sorted(range(len(lines)), key=find_relevance, reverse=True)
    kept: set[int] = set()
    room = size
    for number in ranked:
        new = {number, _find_owner(lines, number)} - kept
        cost = sum(len(lines[each]) + len(GAP) + 2 for each in new)
        if cost <= room:
            kept |= new
            room -= cost
    return kept


def _find_owner(lines: list[str], number: int) -> int:
    """Return the number of the line that a bullet stands under; of any other line its own."""
    owner = number
    while owner and is_bullet(lines[owner]):
        owner -= 1
    return owner


def _join_lines(lines: list[str], kept: set[int]) -> str:
    parts: list[str] = []
    for number, line in enumerate(lines):
        if number in kept:
            parts.append(line)
        elif not parts or parts[-1] != GAP:
            parts.append(GAP)
    return "\n".join(parts)


def _cut_text(text: str, size: int) -> str:
    """Return at most `size` characters, ending at a line or a word if one ends in the last half."""
    kept, last = text[:size], text[size // 2 : size]
    end = next((mark for mark in ("\n", " ") if mark in last), None)
    return kept.rsplit(end, 1)[0] if end else kept
