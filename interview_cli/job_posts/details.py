"""Read the details of a job that words alone mark: hours, shifts, dates, openings, contacts.

The rules are in `details.toml`.
"""

import re
from collections.abc import Iterator
from datetime import date

from interview_cli.english.rules import Rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.date_roles import find_dates
from interview_cli.job_posts.openings import find_counted
from interview_cli.job_posts.word_lists import pick_group
from interview_cli.vocabulary import PostField

_FILE = ("interview_cli.job_posts", "details.toml")
_RULES = Rules(*_FILE)


def find_details(text: str, today: date | None, sentence: str = "") -> Iterator[Act]:
    """Find the details in a clause of a sentence, each with the words that state it."""
    for act in [*find_dates(text, today, sentence), *find_counted(text)]:
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
