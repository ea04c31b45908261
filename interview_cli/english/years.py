"""Years of experience, as job ads ask for them (`years.toml`)."""

from interview_cli.english.rules import load_rules, load_toml

_FILE = ("interview_cli.english", "years.toml")


def find_years_asked(text: str) -> int | None:
    """Return the years of experience that a text asks for first, or None if it asks for none.

    The lower end of a range counts.
    """
    found = load_rules(*_FILE)["asked"].pattern.search(text)
    if found is None:
        return None
    years = found["years"].lower()
    return int(years) if years.isdigit() else int(load_toml(*_FILE)["numbers"][years])


def remove_years(requirement: str) -> str:
    """Return a requirement without the years it begins with: "5+ years of Python" → "Python"."""
    return load_rules(*_FILE)["opening"].pattern.sub("", requirement)
