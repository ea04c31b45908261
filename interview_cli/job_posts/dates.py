"""Read the dates that people say: "1 March 2027", "the end of March", "Friday week".

The rules are in `dates.toml`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from interview_cli.english.rules import Rules, load_toml
from interview_cli.job_posts.word_lists import pick_group

_FILE = ("interview_cli.job_posts", "dates.toml")
_RULES = Rules(*_FILE)
_DAYS_A_WEEK = 7
_EARLIER = ("earlier", "sooner", "forward")


def parse_date(text: str, today: date | None) -> str:
    """Return the date that a text begins with, in ISO 8601: a day or a month; else an empty text.

    A date without a year is the next one of that name; without `today` it is not read, and neither
    is one that counts from today. In figures the day comes first.
    """
    return find_date(text, today)[0]


def is_day_alone(text: str) -> bool:
    """Return whether a text is only a day of a month that it does not name: "the 27th"."""
    return bool(_RULES.pattern("day_alone").fullmatch(text.strip(" .!")))


def is_delay(text: str) -> bool:
    """Return whether a text only says by how much a date moves: "a week later"."""
    return bool(_RULES.pattern("delay").fullmatch(text.strip(" .!")))


def delay_date(day: str, text: str) -> str:
    """Return a day, in ISO 8601, moved as a text says; empty for a month or without a move."""
    match = _RULES.pattern("delay").fullmatch(text.strip(" .!"))
    if match is None or len(day) != len("2027-01-01"):
        return ""
    days = _count_days(pick_group(match, "many") or "a", pick_group(match, "span") or "")
    is_earlier = (pick_group(match, "way") or "").lower() in _EARLIER
    return (date.fromisoformat(day) + timedelta(days=-days if is_earlier else days)).isoformat()


def _count_days(many: str, span: str) -> int:
    number = int(many) if many.isdigit() else _read_names("numbers").get(many.lower(), 1)
    return number * _read_names("spans")[span.lower().rstrip("s")]


def find_date(text: str, today: date | None) -> tuple[str, int]:
    """Return the date that a text begins with, as `parse_date` does, and where its words end."""
    match = _RULES.pattern("date").match(text)
    if match is None:
        return _find_relative(text, today)
    return _read_date(match, today), match.end()


def find_last_day(text: str, today: date | None) -> tuple[str, int]:
    """Return the last day that a text allows, and where its words end: "the end of March"."""
    value, end = find_date(text, today)
    is_month = len(value) == len("2027-01")
    if not is_month:
        return value, end
    if not _RULES.pattern("month_end").match(text):
        return value, end
    year, month = int(value[:4]), int(value[5:])
    return f"{value}-{monthrange(year, month)[1]}", end


def _read_date(match: re.Match[str], today: date | None) -> str:
    if match["iso"]:
        return _check(match["iso"])
    if match["numbers"]:
        figures = [int(part) for part in re.split(r"[./]", match["numbers"])]
        return _format_date(figures[2] % 2000 + 2000, figures[1], figures[0])
    month = _find_month(match["month2"] or match["month"])
    day_text, year_text = match["day2"] or match["day"], match["year2"] or match["year"]
    day = _read_day(day_text) if day_text else None
    year = int(year_text) if year_text else _find_next_year(month, day, today)
    return _format_date(year, month, day) if year else ""


def _find_relative(text: str, today: date | None) -> tuple[str, int]:
    """Return a date that counts from today, if it can mean one date only."""
    if today is None:
        return "", 0
    if match := _RULES.pattern("named_day").match(text):
        month, day = divmod(_read_names("named_days")[match["holiday"].lower()], 100)
        return _format_date(_find_next_year(month, day, today) or 0, month, day), match.end()
    if match := _RULES.pattern("nth_weekday").match(text):
        return _find_nth_weekday(match, today), match.end()
    if match := _RULES.pattern("ahead").match(text):
        days = _count_days(match["many"], match["span"])
        return (today + timedelta(days=days)).isoformat(), match.end()
    if match := _RULES.pattern("weekday").match(text):
        days = _read_names("weekdays")[match["name"].lower()[:3]] - today.weekday()
        days = days % _DAYS_A_WEEK or _DAYS_A_WEEK
        weeks = _DAYS_A_WEEK if match["week"] else 0
        return (today + timedelta(days=days + weeks)).isoformat(), match.end()
    if (match := _RULES.pattern("day_alone").match(text)) and (day := int(match["day"])):
        months = today.month - (day > today.day)
        year, month = today.year + months // len(_read_names("months")), months % 12 + 1
        return _format_date(year, month, day), match.end()
    if match := _RULES.pattern("new_year").match(text):
        return f"{today.year + 1}-01", match.end()
    if match := _RULES.pattern("next_month").match(text):
        return _format_date(today.year + today.month // 12, today.month % 12 + 1, None), match.end()
    return "", 0


def _find_nth_weekday(match: re.Match[str], today: date) -> str:
    """Return a day such as the first Monday of a month."""
    month = _find_month(match["month"])
    first = date(_find_next_year(month, None, today) or today.year, month, 1)
    weekday = _read_names("weekdays")[match["name"].lower()[:3]]
    weeks = _read_names("ordinals")[match["which"].lower()] - 1
    days = (weekday - first.weekday()) % _DAYS_A_WEEK + _DAYS_A_WEEK * weeks
    return (first + timedelta(days=days)).isoformat()


def _read_day(written: str) -> int:
    return int(written) if written.isdigit() else _read_names("ordinals")[written.lower()]


def _read_names(table: str) -> dict[str, int]:
    names: dict[str, int] = load_toml(*_FILE)[table]
    return names


def _find_month(name: str) -> int:
    start = name.lower()[:3]
    return next(number for month, number in _read_names("months").items() if month[:3] == start)


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
