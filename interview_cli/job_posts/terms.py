"""The terms of a job as people say them: level, employment, place of work. Pure; English."""

import re
from typing import TypeVar

from interview_cli.vocabulary import EmploymentType, PostLevel, WorkType

T = TypeVar("T", bound=str)

_LEVELS: tuple[tuple[PostLevel, str], ...] = (
    ("intern", r"interns?|internships?|working students?|placement students?"),
    (
        "junior",
        r"juniors?|jr|entry(?:[- ]?level)?|graduates?|trainees?|apprentice\w*|beginners?"
        r"|newly[- ]qualified|no exp(?:erience)? (?:is )?(?:needed|required|necessary)",
    ),
    ("mid", r"mid|mid[- ]?level|middle(?! schools?)|intermediate|medior"),
    (
        "senior",
        r"senior(?! (?:care|citizens?|living|home|school|people|residents?))|sr|very experienced"
        r"|expert[- ]level|experienced(?! (?:in|with|a|an)\b)",
    ),
    ("lead", r"lead[- ]level|lead(?! generation| the| a | an | to| times?)|principal"),
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
    ("FULL_TIME", r"full[- ]?time"),
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri)days?"
_WORK: tuple[tuple[WorkType, str], ...] = (
    (
        "hybrid",
        r"hybrid|partly remote|partially remote|some days (?:at|from) home|\d days? (?:a week )?"
        rf"(?:remote|wfh|from home|at home|in (?:the|our) office)|remote(?:ly)? on {_DAYS}",
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
_NOT = (
    r"not|no|no one|nobody|isn['’]?t|never|without|rather than|instead of|don['’]?t|can['’]?t"
    r"|cannot"
)
_DENIED = re.compile(
    rf"\b(?:{_NOT})"
    r"(?: (?:a|an|any|the|fully|need|want|be|do|really|necessarily|work|require))*\s+$",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    r"^(?:ly)?\W*(?:\?\s*no\b|isn['’]?t\b|is not\b|is (?:out|impossible)\b|won['’]?t\b"
    r"|not possible|obviously not)",
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
    counts: it says more about the work; of "full time or part time" neither."""
    both = [found[0] for term in _EMPLOYMENT[1::3] if (found := _first(text, (term,)))]
    return _first(text, _EMPLOYMENT) if len(both) < 2 else None


def work_type_said(text: str) -> tuple[WorkType, str] | None:
    """Likewise where the work is done. Hybrid comes first: it is told in words of the others."""
    return _first(text, _WORK)


def _first(text: str, known: tuple[tuple[T, str], ...]) -> tuple[T, str] | None:
    for term, pattern in known:
        for match in re.finditer(rf"\b(?:{pattern})(?!\w)", text, re.IGNORECASE):
            before, behind = text[: match.start()], text[match.end() :]
            if not _DENIED.search(before) and not _DENIED_BEHIND.match(behind):
                return term, match[0]
    return None
