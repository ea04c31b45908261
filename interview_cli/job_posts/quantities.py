"""Set two quantities against each other, in figures or in words: "not 3 days, four"."""

import re
from collections.abc import Iterator

from interview_cli.english.rules import load_toml

_FILE = ("interview_cli.job_posts", "contrasts.toml")
_QUANTITY = re.compile(r"(?P<number>\d+(?:[.,]\d+)?|[a-z]+)(?P<unit>\s?[^\W\d_].*)?", re.IGNORECASE)


def counts_something(text: str) -> bool:
    """Return whether a text is a number in figures, with what it counts: "25 pickers"."""
    return text[:1].isdigit() and _QUANTITY.fullmatch(text) is not None


def align_quantities(old_value: str, new_value: str) -> Iterator[tuple[str, str]]:
    """Return the old and the new value with the unit that one of them leaves out.

    "Not 3 days, 4" means 4 days, and "4 days, not 3" denies 3 days. What follows the unit of the
    old value stays: "not 3 days a week, 4 days".
    """
    old, new = _QUANTITY.fullmatch(old_value), _QUANTITY.fullmatch(new_value)
    if old and new and is_number(old["number"]) and is_number(new["number"]):
        old_unit, new_unit = old["unit"] or "", new["unit"] or ""
        if not new_unit:
            new_unit = old_unit
        elif not old_unit or old_unit.startswith(f"{new_unit} "):
            old_unit = new_unit
        yield f"{old['number']}{old_unit}", f"{new['number']}{new_unit}"
    else:
        yield old_value, new_value


def find_part(words: str, text: str) -> re.Match[str] | None:
    """Find words in a text; a number may be written in figures or in a word."""
    number, space, rest = words.partition(" ")
    written = {number, read_digits(number), *_spell(number)}
    first = "|".join(map(re.escape, sorted(written, key=len, reverse=True)))
    pattern = rf"(?<![\w.,])(?:{first}){re.escape(space + rest)}(?!\w|[.,]\d)"
    return re.search(pattern, text, re.IGNORECASE)


def read_digits(word: str) -> str:
    return str(_load_counts().get(word.lower(), word))


def _spell(number: str) -> list[str]:
    return [word for word, figure in _load_counts().items() if figure == number]


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\s]+", text)) or text.lower() in _load_counts()


def _load_counts() -> dict[str, str]:
    counts: dict[str, str] = load_toml(*_FILE)["counts"]
    return counts
