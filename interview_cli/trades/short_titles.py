"""Write out the short forms in the titles of jobs: "Snr QS" is "senior quantity surveyor"."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Any

from interview_cli.english.rules import load_toml
from interview_cli.trades.index import load_index, stem_title
from interview_cli.trades.text_evidence import rate_text
from interview_cli.trades.title_spelling import spell_title

_PIECE_END = re.compile(r"(\s[-–—|]+\s|[–—|,()\[\]:;/])")
_PART_END = re.compile(r"\s[-–—|]+\s|[–—|()\[\]]")
_LETTER_PAIR = re.compile(r"(?<![^\W_])[a-z]/[a-z](?![^\W_])", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_WORD = re.compile(r"[^\W_][\w&+’'-]*\.?")
_RANK = re.compile(r"I{1,3}|IV|\d+")
_MIN_SMALL = 3
"""Shorter titles are written in capitals: "pa" may be a word."""
_NEAR_WORDS = 3
_JOBS_KEPT = 200
_NAMED, _COMMONEST = 0.5, 0.2
"""What it earns a meaning if the text has its own words, and if it is the commonest."""
_NEARLY_MOST = 0.1
"""Of a title that many trades have, the ad must speak of its trade as of none other, or nearly."""


@lru_cache(maxsize=_JOBS_KEPT)
def write_out_title(title: str, text: str = "") -> str:
    """Return a job's title with its short forms written out, as far as they are certain.

    Of several meanings the text of the ad decides; without it such a title stays as it stands.
    """
    if meanings := _load("titles").get(title.strip().upper()):
        return _choose_meaning(meanings, text) or title
    title = spell_title(title)
    # "W/H operative" is not two titles.
    title = _LETTER_PAIR.sub(lambda pair: _load("words").get(pair[0].lower(), pair[0]), title)
    pieces = _PIECE_END.split(title)
    written = [_choose_trade(_write_out_piece(piece, text), text) for piece in pieces]
    # "LSA/MSA" is two titles of several words each.
    full = title if written == pieces else _SLASH.sub(" / ", "".join(written))
    return _find_plain_title(full) or full


def write_out_words(text: str) -> str:
    """Return a line of a CV with what is shortened in titles: "Asst. Mgr" → "assistant manager".

    Letters that stand for a whole title stay, as the person would say them.
    """

    def find_long(words: Sequence[str], place: int) -> str | None:
        word, is_last = words[place].upper(), place == len(words) - 1
        is_other = word in _list_letters("not_in_cv")
        long = None if is_other else _find_long_word(words, place)
        if long and is_last and word in _list_letters("not_last_in_cv"):
            return long if _ends_like_title([*words[:place], long]) else None
        return long

    return "".join(_write_out(piece, find_long) for piece in _PIECE_END.split(text))


def is_short_title(word: str) -> bool:
    """Return whether a word of a CV is a whole title in letters: "QS", but not "MA"."""
    is_shown = sum(map(str.isupper, word)) > 1 or word.upper() in _list_letters("small")
    is_title = is_shown and word.upper() in _load("titles")
    return is_title and word.upper() not in _list_letters("not_in_cv")


def is_place(word: str) -> bool:
    """Return whether a title in letters may be a place as well: "Easton, PA"."""
    return word.upper() in _list_letters("places")


def _write_out(piece: str, find_long: Callable[[Sequence[str], int], str | None]) -> str:
    """Return a part of a title with what is found for the words at each place, from the last on."""
    for found in reversed(list(_WORD.finditer(piece))):
        if found[0].rstrip(".").lower() not in _load_short_words():
            continue
        start = found.start()
        before, after = _WORD.findall(piece[:start]), _WORD.findall(piece[start:])
        if long := find_long([word.rstrip(".") for word in (*before, *after)], len(before)):
            piece = f"{piece[:start]}{long}{piece[found.end() :]}"
    return piece


def _find_plain_title(title: str) -> str | None:
    """Return the known title that explains a fanciful one: "Head of Sparkle (Cleaner)"."""
    parts = list(filter(None, map(str.strip, _PART_END.split(title))))
    if len(parts) < 2 or _has_title(stem_title(parts[0])):
        return None
    return next(filter(_is_title, parts[1:]), None)


def _is_title(text: str) -> bool:
    return " ".join(stem_title(text)) in load_index()["titles"]


def _has_title(stems: Sequence[str]) -> bool:
    """Return whether some words in a row are a title of a trade."""
    spans = combinations(range(len(stems) + 1), 2)
    return any(" ".join(stems[start:end]) in load_index()["titles"] for start, end in spans)


def _write_out_piece(piece: str, text: str) -> str:
    def find_long(words: Sequence[str], place: int) -> str | None:
        return _find_long_word(words, place) or _find_long_title(words, place, text)

    return _write_out(piece, find_long)


def _choose_trade(piece: str, text: str) -> str:
    """Return a title that many trades have as that of the trade of which the ad speaks."""
    wide = _load("wide").get(piece.strip().lower())
    if not wide or not text.strip():
        return piece
    return _choose_meaning(wide, text, max(rate_text(text).values()) - _NEARLY_MOST) or piece


def _find_long_word(words: Sequence[str], place: int) -> str | None:
    """Return what a word of a title stands for; None if it is not short."""
    word, after = words[place], _list_telling(words[place + 1 :])
    short = word.lower()
    if long := _load("words").get(short):
        return str(long)
    if not after:
        forms = _load("last").get(short, [])
        known = (form for form in forms if _ends_like_title([*words[:place], form]))
        return next(known, forms[0] if forms else None)
    is_shown = word.isupper() or len(word) >= _MIN_SMALL
    is_before = is_shown and any(map(_ends_titles, after[:_NEAR_WORDS]))
    return _load("before").get(short) if is_before else None


def _find_long_title(words: Sequence[str], place: int, text: str) -> str | None:
    """Return the title that letters stand for; None if it is not certain."""
    word, after = words[place], _list_telling(words[place + 1 :])
    meanings = _load("titles").get(word.upper(), [])
    is_shown = sum(map(str.isupper, word)) > 1 or (word.islower() and len(word) >= _MIN_SMALL)
    # A "PM cleaner" cleans in the afternoon.
    is_aside = len(meanings) > 1 and bool(after) and _ends_titles(after[0])
    if not is_shown or is_aside or word.upper() in _list_letters("alone"):
        return None
    return _choose_meaning(meanings, text)


def _choose_meaning(meanings: Sequence[str], text: str, least: float = 0.0) -> str | None:
    """Return the meaning of whose trade a text speaks most, or that it names; the only one."""
    if len(meanings) < 2 or not text.strip():
        return meanings[0] if len(meanings) == 1 else None
    points, stems = rate_text(text), frozenset(stem_title(text))
    shared = frozenset.intersection(*(frozenset(stem_title(meaning)) for meaning in meanings))

    def rate(meaning: str) -> float:
        own = frozenset(stem_title(meaning)) - shared
        of_trade = max((points[trade] for trade in _find_trades(meaning)), default=0.0)
        return _NAMED * (own <= stems) + _COMMONEST * (meaning == meanings[0]) + of_trade

    best = max(meanings, key=rate)
    return best if rate(best) > least else None


def _find_trades(title: str) -> list[int]:
    """Return the trades of a title, or of what it ends with."""
    stems, titles = stem_title(title), load_index()["titles"]
    tails = (" ".join(stems[start:]) for start in range(len(stems)))
    return next((titles[tail] for tail in tails if tail in titles), [])


def _list_telling(words: Sequence[str]) -> list[str]:
    """Return the words of a title that are no rank or number."""
    return [word for word in words if not _RANK.fullmatch(word)]


def _ends_like_title(words: Sequence[str]) -> bool:
    """Return whether the last words of a title, two or more, are a title of a trade."""
    stems, titles = stem_title(" ".join(words)), load_index()["titles"]
    return any(" ".join(stems[start:]) in titles for start in range(len(stems) - 1))


def _ends_titles(word: str) -> bool:
    return not _load_title_ends().isdisjoint(stem_title(word))


@cache
def _load_title_ends() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in load_index()["titles"])


@cache
def _load_short_words() -> frozenset[str]:
    """Return all short forms, in small letters."""
    return frozenset(
        word.lower() for name in ("titles", "words", "last", "before") for word in _load(name)
    )


@cache
def _list_letters(name: str) -> frozenset[str]:
    return frozenset(_load("lists")[name].split())


def _load(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load_toml("interview_cli.english", "short_titles.toml")[name]
    return table
