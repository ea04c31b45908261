"""Seniority, as a job title or a description names it."""

import re

from interview_cli.models import Level

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
        r"lead(?! generation)|principal|staff (?:engineer|developer|scientist)|supervisor"
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
    """The level of a description, by the years it asks for (or the words); `mid` by default.

    Under two years is junior, up to four mid, from five on senior.
    """
    years = re.search(r"\b(\d{1,2})\s*\+?\s*(?:or more\s+)?years?\b", job_description)
    if years:
        asked = int(years[1])
        return "junior" if asked < 2 else "mid" if asked < 5 else "senior"
    junior = re.search(r"\b(?:graduates?|trainees?|entry[- ]level)\b", job_description, re.I)
    return "junior" if junior else "mid"
