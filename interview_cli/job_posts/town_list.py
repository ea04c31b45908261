"""Look up the world's towns by their names.

`towns.txt` is made from GeoNames (`python -m benchmarks.towns`); it says what its lines hold. Names
that it lacks are in `towns.toml`.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from interview_cli.english.rules import load_toml
from interview_cli.job_posts.word_lists import split_phrases
from interview_cli.sorted_lines import SortedLines, open_lines

FILE = "towns.txt"
_PATH = Path(__file__).with_name(FILE)
_NAME = re.compile(r"[^\W\d_](?:[\w '’ʻ`.-]*[\w'’.])?")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ı": "i"})
_SHORT_FORMS = {"saint": "st", "ft": "fort", "mt": "mount"}
_MANY = 2
"""The size of a town that is written by hand in `towns.toml`."""


class Town(NamedTuple):
    """What is known of the largest town of a name."""

    country: str
    """ISO 3166."""
    state: str
    """In capitals; empty where it is not sure, and outside North America and Australia."""
    size: int
    """From 0 (below 15,000 people) to 4 (over 500,000)."""
    is_word: bool
    """Whether its name is also a plain word."""


def fold_name(name: str) -> str:
    """Return a name in small letters without accents and marks: "St. Pölten" is "st polten"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    words = re.findall(r"\w+", re.sub(r"['’ʻʼ`\u0300-\u036f]", "", plain))
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


@lru_cache(maxsize=4096)
def find_town(name: str) -> Town | None:
    """Return the town of a name; case, accents and hyphens do not matter."""
    if not _NAME.fullmatch(name):
        return None
    folded = fold_name(name)
    if own := _load_own().get(folded):
        return own
    value = _load_lines().find(folded) if folded else None
    if value is None:
        return None
    code = value.rstrip("?")
    return Town(code[:2], code[2:-1], int(code[-1]), value.endswith("?"))


@cache
def _load_own() -> dict[str, Town]:
    """Return the towns that `towns.toml` adds, by their folded names."""
    data = load_toml("interview_cli.job_posts", "towns.toml")
    words = {fold_name(word) for word in split_phrases(data["common_words"])}
    return {
        fold_name(name): Town(country, "", _MANY, fold_name(name) in words)
        for country, names in data["towns"].items()
        for name in split_phrases(names)
    }


@cache
def _load_lines() -> SortedLines:
    """Return the lines of the list, which is read when it is first needed; it stays open."""
    file, content = open_lines(_PATH)
    start = content.rindex(b"\n# ") + 1
    return SortedLines(file, content, content.index(b"\n", start) + 1, len(content))
