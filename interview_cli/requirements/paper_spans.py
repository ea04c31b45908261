"""Find the names of papers in a sentence of a job ad: what is called a licence, a degree, a card.

A name is found from the word that says what it is, outwards, so that it may stand in any sentence:
"You'll need your own MR truck licence or better, and a good back".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from interview_cli.english.rules import load_toml
from interview_cli.requirements.paper_names import find_names, find_naming_stems

_FILE = ("interview_cli.requirements", "paper_spans.toml")
_WORD = re.compile(r"[,;:()|]|[^\s,;:()|]+")
_MARK = re.compile(r"[,;:()|–—-]+")
_NUMBER = re.compile(r"[IVX]+|[A-Z]?\d\w*")
_BRACKETS = re.compile(r"\([^()]*\)")
_LISTED = re.compile(r":\s+(?P<names>(?:[A-Z]{2,6}\s*,?\s+)+or\s+[A-Z]{2,6})\b")
"""One of several papers, behind a label: "Certification: CMA, RMA or NCMA"."""
_QUOTES = ' .*!?"“”'
_MAX_WORDS_BEFORE = 7
_MAX_WORDS_BEHIND = 8
_MAX_WORDS_TO_BODY = 7
_MAX_WORDS_WITH = 3
"""So many words may stand in front of a body: "registered with the"."""
_MAX_LETTERS = 4
_MAX_WORDS = 16


class PaperSpan(NamedTuple):
    """The name of a paper, or of several of which one is enough, and where it stands."""

    name: str
    start: int
    end: int
    has_kind: bool
    """Whether it says what it is, such as a licence: some names have other meanings."""


def is_single(name: str) -> bool:
    """Return whether a name is that of one thing that can be counted: "full driving licence"."""
    return _bare(name.split()[-1]) in _load("single")


def find_paper_spans(sentence: str) -> list[PaperSpan]:
    """Return the names of papers in a sentence, in order; each remark in brackets is one itself."""
    remarks = list(_BRACKETS.finditer(sentence))
    bare = _BRACKETS.sub(lambda found: " " * len(found[0]), sentence)
    spans = list(_find_bare(bare))
    for remark in remarks:
        if any(not sentence[span.end : remark.start()].strip() for span in spans):
            continue  # another name of the same
        spans += [
            span._replace(start=span.start + remark.start(), end=span.end + remark.start())
            for span in _find_bare(f" {remark[0][1:-1]} ")
        ]
    return sorted(spans, key=lambda span: span.start)


def _find_bare(sentence: str) -> Iterator[PaperSpan]:
    found = list(_WORD.finditer(sentence))
    words = [word[0].strip(_QUOTES) or word[0] for word in found]
    past = 0
    for first, last in _merge(words, _find_places(words, _find_named(sentence, found))):
        start, end = found[first].start(), found[last].end()
        if start < past:
            continue
        listed = _LISTED.match(sentence, end)
        is_short = last - first < _MAX_WORDS
        if is_short and (listed or _says_which(words[first : last + 1])):
            name = _name(words, first, last, listed["names"] if listed else "")
            has_kind = any(_is_kind(words, place) for place in range(first, last + 1))
            past = listed.end() if listed else end
            yield PaperSpan(name, start, past, has_kind)


def _find_named(sentence: str, words: Sequence[re.Match[str]]) -> frozenset[int]:
    """Return the places of the words that are the names of papers that are known."""
    names = find_names(sentence)
    return frozenset(
        place
        for place, word in enumerate(words)
        if any(word.start() < end and start < word.end() for start, end in names)
    )


def _find_places(words: list[str], named: frozenset[int]) -> list[tuple[int, int]]:
    """Return the first and the last word of each name."""
    places: list[tuple[int, int]] = []
    for place in range(len(words)):
        floor = places[-1][1] + 1 if places else 0
        if place < floor or not (place in named or _is_kind(words, place)):
            continue
        last = place
        while last + 1 in named:
            last += 1
        first = _find_first(words, place, floor)
        places.append(_widen(words, first, _find_last(words, last)))
    return places


def _name(words: list[str], first: int, last: int, listed: str) -> str:
    """Return the name that words make; `listed` are several that stand behind a label."""
    if listed:
        return f"{' '.join(listed.split()).replace(' ,', ',')} {words[last].lower()}"
    body = _find_body(words, first)
    if body and body > first + _MAX_WORDS_WITH:
        return " ".join(["registration with", *words[body : last + 1]])
    name = " ".join(words[first : last + 1]).replace(" ,", ",").strip(_QUOTES)
    is_of_body = first > 0 and words[first - 1] == "the" and "'s " in name
    return f"the {name}" if is_of_body else name


def _is_kind(words: list[str], place: int) -> bool:
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    parts = _bare(word).split("/")
    if word.lower() == "permit" and _bare(following) == "to":
        return False  # "permit to work" is a procedure
    if not _load("kinds").isdisjoint(parts):
        # "BA" and "ma" are degrees only in capitals.
        return len(word) > _MAX_LETTERS or not word.islower() or _bare(word) in _load("lower")
    if _bare(word) in _load("stepped"):
        return _NUMBER.fullmatch(following) is not None
    if _bare(word) in _load("people"):
        if _find_body(words, place):
            return True
        return _bare(following) in {"as", *_load("professions")}
    return False


def _find_first(words: list[str], place: int, floor: int) -> int:
    first = place
    while first > max(floor, place - _MAX_WORDS_BEFORE):
        before = words[first - 1]
        if before == "the" and first - 3 >= floor and words[first - 2] == "of":
            first -= 3  # "Clerk of the Course accreditation"
            continue
        if _is_stop(before) or _MARK.fullmatch(before):
            is_choice = _bare(before) in ("or", "/") and first - 2 >= floor
            if is_choice and _is_name(words[first - 2]) and _is_name(words[first]):
                first -= 2
                while first - 2 >= floor and words[first - 1] == "," and _is_name(words[first - 2]):
                    first -= 2
                continue
            break
        if _bare(before) in _load("joints"):
            if before == "of" and first - 2 >= floor and words[first - 2].istitle():
                first -= 2  # "Certificate of Competence card"
                continue
            break
        first -= 1
    return first


def _find_last(words: list[str], place: int) -> int:
    last = _find_body(words, place) or place
    is_behind = last > place
    limit = min(len(words), last + _MAX_WORDS_BEHIND)
    while last + 1 < limit:
        following = words[last + 1]
        after = words[last + 2] if last + 2 < len(words) else ""
        if _bare(following) in ("and", "&") and is_behind and _is_word(after):
            last += 2
        elif _bare(following) in _load("joints"):
            ahead = last + 2
            if _bare(after) in ("the", "a", "an") and ahead + 1 < len(words):
                ahead += 1
            if ahead < len(words) and _is_word(words[ahead]):
                last = ahead
                is_behind = True
            else:
                break
        elif _is_word(following):
            last += 1
        else:
            break
    return last


def _widen(words: list[str], first: int, last: int) -> tuple[int, int]:
    """Return where the list that a name stands in begins and ends: "CMA, RMA, CCMA or NCMA"."""
    if last + 2 < len(words) and _bare(words[last + 1]) == "or" and words[last + 2].isupper():
        last += 2
        while first > 1 and words[first - 1] == "," and words[first - 2].isupper():
            first -= 2
    return first, last


def _find_body(words: list[str], place: int) -> int | None:
    """Return where the name of a body begins behind "registered and in good standing with"."""
    near = words[place + 1 : place + _MAX_WORDS_TO_BODY]
    if _bare(words[place]) not in _load("people") or "with" not in near:
        return None
    body = place + near.index("with") + 2
    body += body < len(words) and _bare(words[body]) == "the"
    return body if body < len(words) and _is_word(words[body]) else None


def _merge(words: list[str], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join names with "or" between them: one of these is enough."""
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        between = [_bare(word) for word in words[merged[-1][1] + 1 : first]] if merged else [""]
        is_joined = bool(between) and set(between) <= {"or", "/", ",", "an", "a", "the"}
        if merged and ({"or", "/"} & set(between)) and is_joined:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return iter(merged)


def _says_which(words: list[str]) -> bool:
    bare = {_bare(word) for word in words}
    rest = bare - _load("kinds") - _load("people") - _load("before") - _load("joints")
    return bool(rest) and bool(find_naming_stems(" ".join(words)))


def _is_word(word: str) -> bool:
    return bool(word) and not _is_stop(word) and not _MARK.fullmatch(word)


def _is_name(word: str) -> bool:
    return not word.islower() and word[:1].isalnum()


def _is_stop(word: str) -> bool:
    return _bare(word) in _load("stops")


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").strip(".*")


@cache
def _load(name: str) -> frozenset[str]:
    return frozenset(str(load_toml(*_FILE)["words"].get(name, "")).split())
