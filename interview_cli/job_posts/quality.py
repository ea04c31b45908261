"""What weakens a job post: each finding with the sentence that shows it."""

import re
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import sentences
from interview_cli.models import JobData

MOST_MUSTS = 7
"""Above this, readers who do not meet every one of them tend not to apply."""

# What says nothing that a reader could check.
_VAGUE = re.compile(
    r"\b(?:competitive (?:salary|pay|package)|attractive (?:salary|package)|market rate"
    r"|dynamic team|fast[- ]paced|rock ?stars?|ninjas?|gurus?|wear many hats|self[- ]starter"
    r"|team player|hit the ground running|work hard,? play hard|like a family|young team"
    r"|digital natives?|and much more|etc\.?|other duties as (?:assigned|required)"
    r"|excellent communication skills|results[- ]driven)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """`kind` is `pay`, `musts`, `gender_coded` or `vague`; `word` and `sentence` where it is about
    one."""

    kind: str
    message: str
    word: str = ""
    sentence: str = ""


def findings(data: JobData) -> list[Finding]:
    """In the order in which they matter; empty for a post that nothing is found in."""
    found = [*_pay(data), *_musts(data)]
    for sentence in _sentences(data):
        found += [
            Finding("gender_coded", f"“{word}” is read as {side}.", word, sentence)
            for side in ("masculine", "feminine")
            for word in _coded(side).findall(sentence)
        ]
    for sentence in _sentences(data):
        found += [
            Finding("vague", f"“{match[0]}” tells a reader nothing to go by.", match[0], sentence)
            for match in _VAGUE.finditer(sentence)
        ]
    return found


def _pay(data: JobData) -> list[Finding]:
    if not data.has_pay:
        return [Finding("pay", "No pay is named: fewer people apply, and later talks fail on it.")]
    lacking = [
        name
        for name, is_lacking in (
            ("the currency", not data.currency),
            ("whether it is an hour's, a month's or a year's", not data.salary_unit),
        )
        if is_lacking
    ]
    return [Finding("pay", f"The pay does not say {' or '.join(lacking)}.")] if lacking else []


def _musts(data: JobData) -> list[Finding]:
    musts = [one for one in data.requirements if "nice to have" not in one.lower()]
    count = len(musts) + len(data.skills)
    if count <= MOST_MUSTS:
        return []
    return [
        Finding(
            "musts",
            f"{count} skills and requirements are musts; say which of them are nice to have"
            f" (more than {MOST_MUSTS} keep good people away).",
        )
    ]


def _sentences(data: JobData) -> list[str]:
    texts = [data.title, *sentences(data.description)]
    texts += [*data.responsibilities, *data.requirements, *data.benefits]
    return [text for text in texts if text]


@cache
def _coded(side: str) -> re.Pattern[str]:
    listed = load_toml("interview_cli.job_posts", "gender_words.toml")[side].split()
    patterns = (re.escape(word).replace(r"\*", r"[\w-]*") for word in listed)
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
