"""Word a change in numbers as people say it: "got no-shows down from 12 to 5 a day"."""

import re

from interview_cli.coach.offline.cv_phrasing_rules import load_pattern

_FACTORS = {"k": 1_000.0, "m": 1_000_000.0}
_FIGURES = re.compile(r"[£€$]?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<factor>[kKmM])?%?")


def say_change(words: str) -> str | None:
    """Return a deed that follows "you" as people say it; None if its figures lack their unit, or
    tell of a load that grew.

    "Took no-shows from 12 to 5 per day" → "got no-shows down from 12 to 5 a day". What falls "from
    3.9 to 2.2" is counted per something.
    """
    words = load_pattern("per_span").sub("a ", words)
    if load_pattern("unit_lacking").match(words) or load_pattern("chain").match(words):
        return None
    if _is_grown_load(words):
        return None
    found = load_pattern("taken_change").match(words)
    if found is None:
        return words
    before, after = (_read_number(found[name]) for name in ("before", "after"))
    is_same_unit = (
        None in (found["unit"], found["last_unit"]) or found["unit"] == found["last_unit"]
    )
    if before is None or after is None or before == after or not is_same_unit:
        return words
    what = load_pattern("place_there").sub("", found["what"].rstrip())
    way = "down" if after < before else "up"
    return f"got {what} {way} {words[found.start('figures') :]}"


def _is_grown_load(words: str) -> bool:
    """Return whether a deed is that a load or a loss grew: "got the caseload up from 16 to 22"."""
    if load_pattern("load_grown").match(words):
        return True
    found = load_pattern("load_change").match(words)
    before, after = (_read_number(found[name]) if found else None for name in ("before", "after"))
    return before is not None and after is not None and before < after


def _read_number(text: str) -> float | None:
    """Return the number that figures stand for; None if it is not known."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    factor = _FACTORS.get((found["factor"] or "").lower(), 1.0)
    return float(found["number"].replace(",", "")) * factor
