"""Job titles and company names as questions name them."""

import re

from interview_cli.english.words import word_list

_TITLE_END = re.compile(r"\s*(?:,|\(|\s[–—/-]\s).*$")
_COMPANY_END = re.compile(r"\s*(?:\(|\s\*).*$")


def shorten_title(title: str) -> str:
    """Return a job title without what follows a comma, a dash, a slash or a bracket."""
    return _TITLE_END.sub("", title) or title


def shorten_company(name: str) -> str:
    """Return a company's name without its legal form and without what follows a bracket."""
    words = _COMPANY_END.sub("", name).split()
    while len(words) > 1 and words[-1].strip(".,").lower() in word_list("legal_forms"):
        words.pop()
    return " ".join(words).rstrip(",") or name
