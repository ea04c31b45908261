"""Read the details of a job that words alone mark: hours, shifts, dates, openings, contacts.

The rules are in `details.toml`.
"""

import re
from collections.abc import Iterator
from datetime import date

from interview_cli.english.rules import RuleFile, load_rules, load_toml
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.word_lists import pick_group
from interview_cli.vocabulary import PostField

_FILE = ("interview_cli.job_posts", "details.toml")
AT_ONCE = "immediately"
"""The value of a start date for "as soon as possible"."""


def find_details(text: str, today: date | None) -> Iterator[Act]:
    """Find the details in a clause, each with the words that state it."""
    for act in [*_find_dates(text, today), *_find_openings(text)]:
        yield act
        text = text.replace(act.words, " ", 1)
    for field, group in _TEXTS:
        matches = list(_rules()[group].pattern.finditer(text))
        matches = matches if field in ("shifts", "work_hours") else matches[:1]
        value = ", ".join(map(_find_value, matches))
        for match in matches:
            yield Act("set", field, value, match[0].strip())


def find_opening_hours(text: str) -> str:
    """Return the words that say when the employer is open; they are no working time."""
    match = _rules()["opening"].pattern.search(text)
    return match[0].strip() if match else ""


def parse_date(text: str, today: date | None) -> str:
    """Return the date that a text begins with, in ISO 8601: a day or a month; else an empty text.

    A date without a year is the next one of that name; without `today` it is not read. In figures
    the day comes first.
    """
    match = _rules()["date"].pattern.match(text)
    if match is None:
        return ""
    if match["iso"]:
        return _check(match["iso"])
    if match["numbers"]:
        figures = [int(part) for part in re.split(r"[./]", match["numbers"])]
        return _format_date(figures[2] % 2000 + 2000, figures[1], figures[0])
    month = _find_month(match["month2"] or match["month"])
    day_text, year_text = match["day2"] or match["day"], match["year2"] or match["year"]
    day = int(day_text) if day_text else None
    year = int(year_text) if year_text else _find_next_year(month, day, today)
    return _format_date(year, month, day) if year else ""


def _find_dates(text: str, today: date | None) -> Iterator[Act]:
    groups: tuple[tuple[PostField, str], ...] = (
        ("valid_through", "close"),
        ("job_start_date", "start"),
    )
    if _rules()["contact"].pattern.search(text):  # "apply to … by 1 March"
        groups = (*groups, ("valid_through", "by_date"))
    for field, group in groups:
        for match in _rules()[group].pattern.finditer(text):
            rest = text[match.end() :]
            value = parse_date(rest, today)
            at_once = _rules()["at_once"].pattern.search(text)
            if not value and field == "job_start_date" and at_once:
                yield Act(
                    "set",
                    field,
                    AT_ONCE,
                    text[min(match.start(), at_once.start()) : max(match.end(), at_once.end())],
                )
                return
            if value:
                found = _rules()["date"].pattern.match(rest)
                end = match.end() + (found.end() if found else 0)
                yield Act("set", field, value, text[match.start() : end].strip())
                break


def _find_openings(text: str) -> Iterator[Act]:
    match = _rules()["openings"].pattern.search(text)
    if match:
        yield Act("set", "total_job_openings", _count(match["count"] or match["times"]), match[0])
        return
    match = _rules()["count_before"].pattern.match(text)
    match = match or _rules()["count_within"].pattern.search(text)
    if match and _counts_title(text, match):
        yield Act("set", "total_job_openings", _count(match["count"]), match["count"])


def _counts_title(text: str, match: re.Match[str]) -> bool:
    """Return whether a number stands before the title of the job: "three cooks"."""
    rest = text[match.end() :].lstrip()
    found = find_title(rest)
    if found is None or not rest.startswith(found[1]):
        return False
    return found[1].rstrip(" .").endswith(("s", "men"))


def _count(number: str) -> str:
    counts: dict[str, int] = load_toml(*_FILE)["counts"]
    return number if number.isdigit() else str(counts[number.lower()])


def _find_value(match: re.Match[str]) -> str:
    named = pick_group(match, "what") or pick_group(match, "number")
    return (named or match[0]).strip(" ,.")


def _find_month(name: str) -> int:
    months: dict[str, int] = load_toml(*_FILE)["months"]
    start = name.lower()[:3]
    return next(number for month, number in months.items() if month.startswith(start))


def _find_next_year(month: int, day: int | None, today: date | None) -> int | None:
    if today is None:
        return None
    return today.year + ((month, day or 31) < (today.month, today.day))


def _format_date(year: int, month: int, day: int | None) -> str:
    return _check(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))


def _check(written: str) -> str:
    """Return a date in ISO 8601 if it exists, else an empty text."""
    try:
        date.fromisoformat(written if len(written) > len("2027-01") else f"{written}-01")
    except ValueError:
        return ""
    return written


_TEXTS: tuple[tuple[PostField, str], ...] = (
    ("reports_to", "reports_to"),
    ("application_contact", "contact"),
    ("travel", "travel"),
    ("shifts", "shifts"),
    ("work_hours", "work_hours"),
    ("department", "department"),
)
"""The fields that hold a text, each with its group of rules."""


def _rules() -> RuleFile:
    return load_rules(*_FILE)
