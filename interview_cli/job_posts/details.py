"""Read the details of a job that words alone mark: hours, shifts, dates, openings, contacts.

The rules are in `details.toml`.
"""

import re
from collections.abc import Iterator
from datetime import date

from interview_cli.english.rules import Rules, load_toml
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.date_roles import find_dates
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.word_lists import pick_group
from interview_cli.vocabulary import PostField

_FILE = ("interview_cli.job_posts", "details.toml")
_RULES = Rules(*_FILE)


def find_details(text: str, today: date | None, sentence: str = "") -> Iterator[Act]:
    """Find the details in a clause of a sentence, each with the words that state it."""
    for act in [*find_dates(text, today, sentence), *_find_counted(text)]:
        yield act
        text = text.replace(act.words, " ", 1)
    for field, group in _TEXTS:
        matches = list(_RULES.pattern(group).finditer(text))
        matches = matches if field in ("shifts", "work_hours") else matches[:1]
        value = ", ".join(map(_find_value, matches))
        for match in matches:
            yield Act("set", field, value, match[0].strip())


def find_opening_hours(text: str) -> str:
    """Return the words that say when the employer is open; they are no working time."""
    match = _RULES.pattern("opening").search(text)
    return match[0].strip() if match else ""


def find_openings(text: str) -> Act | None:
    """Find how many people are wanted, by the words around the number: "12 of them"."""
    match = _RULES.pattern("openings").search(text.strip())
    if match is None:
        return None
    count = _count(match["count"] or pick_group(match, "times") or "")
    return Act("set", "total_job_openings", count, match[0].strip(), corrects=True)


def find_count_alone(text: str) -> Act | None:
    """Read a text that is only a number of people: "two", "make it" being left out."""
    match = _RULES.pattern("count_alone").fullmatch(text.strip())
    if match is None:
        return None
    return Act("set", "total_job_openings", _count(match["count"]), match["count"], corrects=True)


def _find_counted(text: str) -> Iterator[Act]:
    if openings := find_openings(text):
        yield openings
        return
    match = _RULES.pattern("count_before").match(text)
    match = match or _RULES.pattern("count_within").search(text)
    if match and _counts_title(text, match):
        yield Act("set", "total_job_openings", _count(match["count"]), match["count"])


def _counts_title(text: str, match: re.Match[str]) -> bool:
    """Return whether a number stands before the title of the job: "three cooks"."""
    rest = text[match.end() :].lstrip()
    found = find_title(rest)
    if found is None or not rest.startswith(found[1]):
        return False
    is_wanted = bool(re.search(r"[a-z]", match[0].replace(match["count"], ""), re.IGNORECASE))
    return is_wanted or found[1].rstrip(" .").endswith(("s", "men"))


def _count(number: str) -> str:
    counts: dict[str, int] = load_toml(*_FILE)["counts"]
    return number if number.isdigit() else str(counts[number.lower()])


def _find_value(match: re.Match[str]) -> str:
    named = pick_group(match, "what") or pick_group(match, "number")
    return (named or match[0]).strip(" ,.").removeprefix("the ")


_TEXTS: tuple[tuple[PostField, str], ...] = (
    ("reports_to", "reports_to"),
    ("application_contact", "contact"),
    ("travel", "travel"),
    ("shifts", "shifts"),
    ("work_hours", "work_hours"),
    ("department", "department"),
)
"""The fields that hold a text, each with its group of rules."""
