"""Years of experience, as job ads and job posts ask for them (`years.toml`)."""

import re

from interview_cli.english.rules import load_rules, load_toml

_FILE = ("interview_cli.english", "years.toml")


def find_years_asked(text: str) -> int | None:
    """Return the years of experience that a text asks for first, or None if it asks for none.

    The lower end of a range counts.
    """
    found = load_rules(*_FILE)["asked"].pattern.search(text)
    return None if found is None else _parse_number(found["years"])


def find_months_of_experience(requirement: str) -> int | None:
    """Return the months that a requirement of a job post counts, or None if it counts none.

    Of a range the lower end counts.
    """
    found = load_rules(*_FILE)["experience"].pattern.search(requirement)
    if found is None:
        return None
    return _parse_number(found["count"]) * (12 if found["unit"].lower() == "year" else 1)


def find_opening_years(requirement: str) -> int | None:
    """Return the years that a requirement begins with: "10+ years Python"; None without any."""
    opening = load_rules(*_FILE)["opening"].pattern.match(requirement)
    number = re.search(r"\d+", opening[0]) if opening else None
    return int(number[0]) if number else None


def remove_years(requirement: str) -> str:
    """Return a requirement without the years it begins with: "5+ years of Python" → "Python"."""
    return load_rules(*_FILE)["opening"].pattern.sub("", requirement)


def _parse_number(number: str) -> int:
    return int(number) if number.isdigit() else int(load_toml(*_FILE)["numbers"][number.lower()])
