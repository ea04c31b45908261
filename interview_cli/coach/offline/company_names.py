"""Company names as people say them."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import word_list

_END = re.compile(r"\s*(?:\(|\s\*|,\s|\bc/o\b|\s[–—|]\s).*$")

_DOTS = re.compile(r"[.,]")
_MIN_NAME_CHARS = 4


def say_company(name: str) -> str:
    """Return a company's name without legal form or additions, with an article if it needs one."""
    words = _END.sub("", name).split()
    while len(words) > 1 and words[-1].replace(".", "").strip(",").lower() in word_list(
        "legal_forms"
    ):
        words.pop()
    short = " ".join(words).rstrip(",") or name
    articles = load_rules("interview_cli.coach.offline", "company_names.toml")["with_article"]
    return f"the {short}" if articles.pattern.search(short) else short


def is_agency_ad(job_text: str) -> bool:
    """Return whether an agency wrote the ad: the company named is not the employer."""
    rules = load_rules("interview_cli.coach.offline", "company_names.toml")
    return rules["agency"].pattern.search(job_text) is not None


def knows_company(name: str, cv_text: str) -> bool:
    """Return whether a CV names the company: who works or worked there knows it."""
    short = say_company(name).removeprefix("the ").lower()
    return len(short) >= _MIN_NAME_CHARS and short in " ".join(cv_text.lower().split())
