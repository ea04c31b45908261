"""Read the dates that stand beside the name of a paper: when it was given, and when it ends."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from interview_cli.english.rules import load_rules, load_toml

_FILE = ("interview_cli.requirements", "paper_dates.toml")
_DATE = re.compile(
    r"\b(?P<iso>20\d\d)-(?P<iso_month>\d\d)(?:-\d\d)?\b"
    r"|\b(?:\d{1,2}[./])?(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<name>[A-Za-z]{3,9})\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?P<named>(?:19|20)\d\d)\b"
    r"|\b(?P<bare>(?:19|20)\d\d)\b"
)
_DECEMBER = 12
_FURTHEST = 15
"""A year further ahead than so many is a number."""


class PaperDate(NamedTuple):
    """A month or a year beside a paper."""

    year: int
    month: int
    """12 if only the year is named."""
    is_end: bool

    def is_before(self, day: date, years: int = 0) -> bool:
        """Return whether it is over on a day, `years` later."""
        return (self.year + years, self.month) < (day.year, day.month)


def find_dates(text: str, day: date) -> Iterator[PaperDate]:
    """Yield the dates in a text that are not too far ahead of a day."""
    rules = load_rules(*_FILE)
    for found in _DATE.finditer(text):
        year = int(found["iso"] or found["year"] or found["named"] or found["bare"])
        month = int(found["iso_month"] or found["month"] or 0)
        if found["name"] and (named := rules["month"].pattern.fullmatch(found["name"])):
            months = str(load_toml(*_FILE)["months"]).split()
            month = months.index(named["name"].lower()) + 1
        if year <= day.year + _FURTHEST and month <= _DECEMBER:
            start = found.start("named") if found["name"] and not month else found.start()
            named_date = PaperDate(year, month or _DECEMBER, is_end=False)
            is_end = rules["end"].pattern.search(text[:start]) is not None
            is_to_come = not named_date.is_before(day)
            is_end |= is_to_come and rules["range"].pattern.search(text[:start]) is not None
            yield named_date._replace(is_end=is_end)
