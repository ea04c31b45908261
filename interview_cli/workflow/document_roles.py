"""Notice a CV and a job description that were mistaken for each other."""

from typing import Literal

from interview_cli.english.rules import load_rules
from interview_cli.requirements.cv_sections import has_period

Mixup = Literal["same", "swapped", "cv_is_ad", "job_is_cv"]
"""Both are one text; each is the other; the CV reads like an ad; the ad reads like a CV."""

_SURE_AD, _SURE_CV = 2, -3
"""Balances of signs that show alone what a text is. Of 369 ads and 369 CVs of the benchmarks, ads
have from -1 to 5, CVs from -7 to 0."""
_LIKELY_CV, _LIKELY_GAP = -1, 2
"""A job description of at most this balance, under a CV that has more of an ad by at least this
much and no more of a CV, is the other text. The right pairs lie from 1 to 12 the other way."""
_MAX_PERIODS = 4
"""More lines with a time in them do not make a text more of a CV."""


def find_mixup(cv: str | None, job: str | None) -> Mixup | None:
    """Return what is wrong with the two texts, of which either may be missing."""
    if cv is not None and job is not None and are_same(cv, job):
        return "same"
    cv_balance = _measure_ad(cv) if cv is not None else _SURE_CV
    job_balance = _measure_ad(job) if job is not None else _SURE_AD
    is_gap = cv_balance - job_balance >= _LIKELY_GAP
    if cv and job and cv_balance >= 0 and job_balance <= _LIKELY_CV and is_gap:
        return "swapped"
    if cv_balance >= _SURE_AD:
        return "cv_is_ad"
    return "job_is_cv" if job_balance <= _SURE_CV else None


def are_same(cv: str, job: str) -> bool:
    """Whether two texts have the same words."""
    return bool(cv.strip()) and cv.split() == job.split()


def _measure_ad(text: str) -> int:
    """Return how many more kinds of signs of an ad than of a CV a text has."""
    lines = text.splitlines()
    periods = min(_MAX_PERIODS, sum(map(has_period, lines)))
    return _count("ad_words", lines) - _count("cv_words", lines) - periods


def _count(group: str, lines: list[str]) -> int:
    """Return how many rules of a group some line matches."""
    rules = load_rules("interview_cli.workflow", "document_roles.toml")[group].rules
    return sum(any(rule.pattern.search(line) for line in lines) for rule in rules)
