"""The terms of a job as people say them: level, employment, place of work. Pure; English."""

import re
from typing import TypeVar

from interview_cli.vocabulary import EmploymentType, PostLevel, WorkType

T = TypeVar("T", bound=str)

_LEVELS: tuple[tuple[PostLevel, str], ...] = (
    ("intern", r"interns?|internships?|working students?|placement students?"),
    ("junior", r"juniors?|jr|entry[- ]?level|graduates?|trainees?|apprentice\w*|beginners?"),
    ("mid", r"mid|mid[- ]?level|mid[- ]?senior|middle|intermediate|medior"),
    ("senior", r"seniors?|sr|expert[- ]level|very experienced"),
    ("lead", r"lead[- ]level|leads?(?! generation| the| a | an | to)|principal|staff[- ]level"),
    ("executive", r"executive[- ]level|c[- ]level|director[- ]level|board[- ]level"),
)
_EMPLOYMENT: tuple[tuple[EmploymentType, str], ...] = (
    ("INTERN", r"internships?|interns?"),
    (
        "PART_TIME",
        r"part[- ]?time|half[- ]?time|(?:[1-9]0|[1-9]5) ?% (?:position|job|post|workload)",
    ),
    ("TEMPORARY", r"temporary|temp|fixed[- ]term|seasonal|maternity cover|parental[- ]leave cover"),
    (
        "CONTRACTOR",
        r"contractors?|freelance\w*|contract (?:role|position|job|work|basis)|b2b"
        r"|contract(?= (?:for|of) (?:\d+|a|one|two|three|six|twelve) )|(?:on|as) (?:a )?contract",
    ),
    ("FULL_TIME", r"full[- ]?time|permanent"),
)
_WORK: tuple[tuple[WorkType, str], ...] = (
    (
        "hybrid",
        r"hybrid|partly remote|partially remote|some days (?:at|from) home|\d days? (?:a week )?"
        r"(?:remote|from home|at home|in (?:the|our) office)",
    ),
    (
        "remote",
        r"remote(?:ly)?(?! (?:team|teams|site|sites|control|area|areas|village)\b)"
        r"|work(?:ing)? from (?:home|anywhere)|home[- ]?office|wfh|telecommut\w+|telework\w*",
    ),
    (
        "onsite",
        r"on[- ]?site|in[- ]office|office[- ]based|in[- ]person"
        r"|(?:at|from) (?:the|our) (?:office|premises)"
        r"|in (?:the|our) (?:office|workshop|kitchen|clinic|shop|store|warehouse)",
    ),
)
_DENIED = re.compile(
    r"\b(?:not|no|isn't|isn’t|never|without|rather than|instead of|don't|don’t)"
    r"(?: (?:a|an|any|the|fully|need|want|be|really|necessarily))*\W+$",
    re.IGNORECASE,
)


def level_said(text: str) -> tuple[PostLevel, str] | None:
    """The level that a text names, with its words; None when it names none, or denies it, or names
    several ("junior or mid"). Of "from junior to mid" the last counts."""
    named = [found for term in _LEVELS if (found := _first(text, (term,)))]
    if len(named) == 2 and (to := re.search(r"\bfrom\b.+?\bto\s+(.+)", text, re.IGNORECASE)):
        return level_said(to[1])
    return named[0] if len(named) == 1 else None


def employment_said(text: str) -> tuple[EmploymentType, str] | None:
    """Likewise the employment type, in schema.org's words. Of "part time contract" part time
    counts: it says more about the work."""
    return _first(text, _EMPLOYMENT)


def work_type_said(text: str) -> tuple[WorkType, str] | None:
    """Likewise where the work is done. Hybrid comes first: it is told in words of the others."""
    return _first(text, _WORK)


def _first(text: str, known: tuple[tuple[T, str], ...]) -> tuple[T, str] | None:
    for term, pattern in known:
        for match in re.finditer(rf"\b(?:{pattern})(?!\w)", text, re.IGNORECASE):
            if not _DENIED.search(text[: match.start()]):
                return term, match[0]
    return None
