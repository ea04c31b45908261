"""Tell what a date in a message is: the first day of work, or the last day to apply.

The words before a date decide, and whether its sentence is about applying. The rules are in
`date_roles.toml`.
"""

import re
from collections.abc import Iterator
from datetime import date

from interview_cli.english.rules import Rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.dates import find_date, find_last_day
from interview_cli.vocabulary import PostField

_RULES = Rules("interview_cli.job_posts", "date_roles.toml")
AT_ONCE = "immediately"
"""The value of a start date for "as soon as possible"."""


def find_dates(text: str, today: date | None, sentence: str = "") -> Iterator[Act]:
    """Find the dates of a clause that state a field; `sentence` is what the clause stands in."""
    if closing := _find_closing(text, today, sentence):
        yield closing
    if start := _find_start(text, today):
        yield start


def find_named_date(text: str) -> PostField | None:
    """Return which of the dates a text names without saying it: "the start is a week later"."""
    if _RULES.pattern("names_start").search(text):
        return "job_start_date"
    return "valid_through" if _RULES.pattern("names_close").search(text) else None


def is_of_other(field: PostField, before: str) -> bool:
    """Return whether the words before a date give it to something else: "interviews are on "."""
    group = {"valid_through": "other_end", "job_start_date": "other_start"}.get(field)
    return bool(group and _RULES.pattern(group).search(before))


def _find_closing(text: str, today: date | None, sentence: str) -> Act | None:
    matches = list(_RULES.pattern("close").finditer(text))
    if _RULES.pattern("applying").search(f"{sentence}\n{text}"):
        matches += [
            match
            for match in _RULES.pattern("last_day").finditer(text)
            if not is_of_other("valid_through", text[: match.start()])
        ]
    for match in matches:
        value, length = find_last_day(text[match.end() :], today)
        if value:
            return _state("valid_through", value, text[match.start() : match.end() + length])
    return None


def _find_start(text: str, today: date | None) -> Act | None:
    for match in _RULES.pattern("start").finditer(text):
        if is_of_other("job_start_date", text[: match.start()]):
            continue
        for place in _list_beginnings(text, match):
            value, length = find_date(text[place:], today)
            if value:
                return _state("job_start_date", value, text[match.start() : place + length])
        if at_once := _RULES.pattern("at_once").search(text):
            start, end = min(match.start(), at_once.start()), max(match.end(), at_once.end())
            return _state("job_start_date", AT_ONCE, text[start:end])
    return None


def _list_beginnings(text: str, match: re.Match[str]) -> Iterator[int]:
    """Yield where the date may begin: behind a match, or with its last word ("in two weeks")."""
    yield match.end()
    if (space := text.rfind(" ", match.start(), match.end())) > 0:
        yield space


def _state(field: PostField, value: str, words: str) -> Act:
    return Act("set", field, value, words.strip(" ,."))
