"""Find words by which readers take an ad as masculine or feminine, and weigh them.

The words are those of Gaucher, Friesen and Kay 2011; the balance is judged as gender decoders do.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from interview_cli.english.rules import load_toml
from interview_cli.job_posts.word_lists import load_phrases, load_words

Side = Literal["masculine", "feminine"]
SIDES: tuple[Side, ...] = ("masculine", "feminine")
STRONG_DIFFERENCE = 4
"""With at least this many words more on one side an ad counts as strongly coded."""
_LEAST_WORDS = 2
_FILE = "gender_words.toml"


@dataclass(frozen=True)
class CodedWord:
    """A word that readers take as masculine or feminine."""

    word: str
    side: Side
    instead: str
    """What to write instead; empty without a suggestion."""


def find_coded_words(text: str) -> list[CodedWord]:
    """Find the coded words of a text, without those inside terms of a trade."""
    free = _compile(load_phrases(_FILE, "own_terms")).sub(" ", text)
    return [
        CodedWord(word, side, _suggest(word))
        for side in SIDES
        for word in _compile(tuple(load_words(_FILE, side))).findall(free)
    ]


def describe_balance(words: list[CodedWord]) -> str:
    """Return a sentence on an ad that leans to one side; empty if it is balanced.

    A single word is named where it stands, and says nothing about the ad as a whole.
    """
    counts = {side: sum(word.side == side for word in words) for side in SIDES}
    difference = counts["masculine"] - counts["feminine"]
    if not difference or len(words) < _LEAST_WORDS:
        return ""
    side, degree = ("masculine", difference) if difference > 0 else ("feminine", -difference)
    strongly = "strongly " if degree >= STRONG_DIFFERENCE else ""
    return (
        f"Taken as a whole, the post reads as {strongly}{side}: {counts['masculine']} masculine and"
        f" {counts['feminine']} feminine words."
    )


def _suggest(word: str) -> str:
    table: dict[str, str] = load_toml("interview_cli.job_posts", _FILE)["instead"]
    beginnings = [start for start in table if word.lower().startswith(start)]
    return table[max(beginnings, key=len)] if beginnings else ""


@cache
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    patterns = (re.escape(word).replace(r"\*", r"[\w-]*") for word in longest_first)
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
