"""Find the papers of the catalogue that a text names, with the grades that stand beside them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from interview_cli.english.rules import load_toml
from interview_cli.papers.catalogue import Paper
from interview_cli.papers.index import Index, load_index
from interview_cli.papers.naming import Word, split_words

_GAP = re.compile(r"[^\S\n]*\n?[\s.'’/()–-]{0,3}")
"""What may stand between two words of a name."""
_SPACES = re.compile(r"\s+")
_CHARS_BEFORE, _CHARS_BEHIND = 14, 30
_BESIDE_CHARS = 80
_TEXTS_KEPT = 2048


class FoundPaper(NamedTuple):
    """A paper that a text names."""

    paper: Paper
    text: str
    """Its name there."""
    start: int
    end: int
    grades: tuple[str, ...] = ()
    """Those that the text names beside it, the highest first."""


@lru_cache(maxsize=_TEXTS_KEPT)
def find_known_papers(text: str, wanted: str = "") -> tuple[FoundPaper, ...]:
    """Return the papers that a text names, in its order; of names within others the longest.

    Short names of the one that is `wanted` need no other word beside them.
    """
    return tuple(_find(text, split_words(text), load_index(), wanted))


def _find(text: str, words: Sequence[Word], index: Index, wanted: str) -> Iterator[FoundPaper]:
    place = 0
    while place < len(words):
        found = _find_at(text, words, place, index, wanted)
        if found is None:
            place += 1
            continue
        paper, last = found
        start, end = words[place].start, words[last].end
        is_open = text.count("(", start, end) > text.count(")", start, end)
        end += is_open and text.startswith(")", end)  # "CSCS green (labourer)"
        yield FoundPaper(paper, text[start:end], start, end, _find_grades(paper, text, start, end))
        place = last + 1


def _find_at(
    text: str, words: Sequence[Word], place: int, index: Index, wanted: str
) -> tuple[Paper, int] | None:
    """Return the paper whose name begins with a word, and the place of its last word."""
    word = words[place]
    raw = _strip(word.text)
    lengths = {*index.list_lengths(word.plain), *index.list_lengths(raw)}
    if not lengths:
        return None
    run = _count_joined(text, words, place, max(lengths))
    for count in sorted(lengths, reverse=True):
        if count > run:
            continue
        name = " ".join(each.plain for each in words[place : place + count])
        named = (index.find(raw) if count == 1 else []) or index.find(name)
        known = [(index.read_paper(number), is_short) for number, is_short in named]
        near = [
            paper
            for paper, is_short in known
            if is_short and (paper.say == wanted or _is_beside(paper, text, word.start))
        ]
        # A word that one paper needs beside it tells it from others of its name.
        told = [paper for paper in near if paper.beside]
        full = [paper for paper, is_short in known if not is_short]
        if found := [*told, *full, *near]:
            return found[0], place + count - 1
    return None


def _strip(word: str) -> str:
    """Return letters without the ending of a plural: "CNAs"."""
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def _count_joined(text: str, words: Sequence[Word], place: int, longest: int) -> int:
    """Return how many words, at most `longest`, stand behind each other without a comma."""
    count = min(1, longest)
    while count < longest and place + count < len(words):
        gap = text[words[place + count - 1].end : words[place + count].start]
        if _GAP.fullmatch(gap) is None:
            break
        count += 1
    return count


def _is_beside(paper: Paper, text: str, start: int) -> bool:
    """Return whether a word that short letters need stands near them."""
    near = text[max(0, start - _BESIDE_CHARS) : start + _BESIDE_CHARS].lower()
    words = paper.beside or _load_kinds()
    return any(word.lower() in near for word in words)


@cache
def _load_kinds() -> tuple[str, ...]:
    return tuple(str(load_toml("interview_cli.papers", "words.toml")["kinds"]).split())


def _find_grades(paper: Paper, text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the grades that a text names in a name, or right beside it."""
    if not paper.grades:
        return ()
    before = text[max(0, start - _CHARS_BEFORE) : start]
    behind = _SPACES.sub(" ", text[end : end + 2 * _CHARS_BEHIND])[:_CHARS_BEHIND]
    inside, first, near, last = _compile_grades(paper.grades)
    within = inside.search(text[start:end] + behind)
    found = (
        (within if within and within.start() < end - start else None)
        or first.match(behind)
        or last.search(before)
        or near.match(behind)
    )
    named = found[1].lower() if found else ""
    return tuple(
        grade for grade in paper.grades if re.search(rf"\b{re.escape(grade.lower())}\b", named)
    )


@cache
def _compile_grades(grades: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of grades inside a name, right behind it, further behind, and before it."""
    words: dict[str, str] = load_toml("interview_cli.papers", "words.toml")["grades"]
    label = rf"(?i:(?:{words['labels']})s?\.?\s*:?\s*)"
    longest_first = sorted(grades, key=len, reverse=True)
    # A single letter is a grade only as a capital.
    each = "|".join(re.escape(g) if len(g) == 1 else f"(?i:{re.escape(g)})" for g in longest_first)
    listed = rf"\b((?:{each})(?:\s*(?:{words['joints']})\s*(?:{each}))*)\b"
    return (
        re.compile(rf"{label}?{listed}"),
        re.compile(rf"[\s:(–-]*(?:of )?{label}?{listed}"),
        re.compile(rf".{{0,14}}?{label}{listed}"),
        re.compile(rf"\b{label}?{listed}\s*\Z"),
    )
