"""Seniority, as a job title or a description names it."""

import re

from interview_cli.vocabulary import Level

# In this order: a Junior Project Manager is junior. Many trades use these words for ranks that are
# none: a sales executive directs nobody, a staff nurse leads nobody.
_TITLES: tuple[tuple[Level, str], ...] = (
    (
        "junior",
        r"junior|jr|graduate(?! recruit)|trainee|intern|internship|apprentice\w*|entry[- ]level",
    ),
    (
        "executive",
        r"chief|c[efito]o|vp|vice president|(?<!to the )director"
        r"|(?<!sales )(?<!account )executive(?! assistant)|head of",
    ),
    (
        "lead",
        r"lead(?! generation)|leader|principal|staff (?:engineer|developer|scientist)|supervisor"
        r"|(?<!account )(?<!project )(?<!product )(?<!case )manager|head(?! waiter)",
    ),
    ("senior", r"senior|sr|experienced|expert"),
    ("mid", r"mid|mid-level|intermediate"),
)


def level_named(text: str) -> Level | None:
    """The level that a title names; None when it names none."""
    for level, pattern in _TITLES:
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            return level
    return None


def level_described(job_description: str) -> Level:
    """The level of a description, by the years of experience it asks for; `mid` by default.

    Under two years is junior, up to four mid, from five on senior; of a range the lower end counts.
    """
    if re.search(r"\b(?:graduates?|trainees?|entry[- ]level)\b", job_description, re.IGNORECASE):
        return "junior"
    years = _YEARS_ASKED.search(job_description)
    if years is None:
        return "mid"
    asked = _SPELLED.get(years[1].lower()) or int(years[1])
    return "junior" if asked < 2 else "mid" if asked < 5 else "senior"


_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
# Not "for over 30 years we have built boats", nor "18 years or older".
_YEARS_ASKED = re.compile(
    rf"(?<!for )(?<!over )\b(\d{{1,2}}|{'|'.join(_SPELLED)})\s*\+?\s*(?:(?:-|–|to)\s*\d+\s*)?"
    r"(?:or more\s+)?years?\b"
    r"(?=['’]|\s+(?:of(?! age)|in|as|with|experience|professional|post)\b|\s*(?:[,.;)]|$))",
    re.IGNORECASE | re.MULTILINE,
)
