"""Recognise the terms of a job in an employer's words: level, employment type, place of work.

Reads English. The rules are in `terms.toml`.
"""

from typing import TypeVar

from interview_cli.english.rules import Rules
from interview_cli.vocabulary import EmploymentType, PostField, PostLevel, WorkType

_RULES = Rules("interview_cli.job_posts", "terms.toml")

_KNOWN: dict[PostField, tuple[tuple[str, str], ...]] = {
    "experience_level": (
        ("junior", "known_junior"),
        ("mid", "known_mid"),
        ("senior", "known_senior"),
    ),
    "employment_type": (
        ("FULL_TIME", "known_full_time"),
        ("CONTRACTOR", "known_contractor"),
        ("TEMPORARY", "known_temporary"),
    ),
    "work_type": (
        ("hybrid", "known_hybrid"),
        ("remote", "known_remote"),
        ("onsite", "known_onsite"),
    ),
}
"""The terms of a field that words name only if they are known to be about it."""

T = TypeVar("T", bound=str)

# Each term with its group of rules, in the order in which they are tried.
_LEVELS: tuple[tuple[PostLevel, str], ...] = (
    ("intern", "intern"),
    ("junior", "junior"),
    ("mid", "mid"),
    ("senior", "senior"),
    ("lead", "lead"),
    ("executive", "executive"),
)
_EMPLOYMENT: tuple[tuple[EmploymentType, str], ...] = (
    ("INTERN", "internship"),
    ("VOLUNTEER", "volunteer"),
    ("PER_DIEM", "per_diem"),
    ("PART_TIME", "part_time"),
    ("TEMPORARY", "temporary"),
    ("CONTRACTOR", "contractor"),
    ("FULL_TIME", "full_time"),
)
_WORK_TYPES: tuple[tuple[WorkType, str], ...] = (
    ("hybrid", "hybrid"),
    ("remote", "remote"),
    ("onsite", "onsite"),
)


def find_level(text: str) -> tuple[PostLevel, str] | None:
    """Find the level that a text names, with the words that name it.

    None when the text names no level, denies it or names several that form no range. Of a range of
    neighbours ("mid/senior", "junior to mid") the lower level counts, because it is what people
    must have. In "from junior to mid", which is a change, the second level counts.
    """
    levels = _find_levels(text)
    if len(levels) == 2 and (level_range := _RULES.pattern("level_range").search(text)):
        return find_level(level_range["upper"])
    if len(levels) == 2:
        return _find_range(text, levels)
    return levels[0] if len(levels) == 1 else None


def find_distant_levels(text: str) -> str:
    """Return the words of two levels that are no neighbours: "a beginner or an experienced one"."""
    levels = _find_levels(text)
    found = _join_levels(text, levels) if len(levels) == 2 and not _are_neighbours(levels) else None
    return found[1] if found else ""


def names_far_levels(text: str) -> bool:
    """Return whether a text names levels that are no neighbours, in any order and form."""
    levels = _find_levels(text)
    return len(levels) > 2 or (len(levels) == 2 and not _are_neighbours(levels))


def names_two_levels(words: str) -> bool:
    """Return whether words name two levels."""
    return len(_find_levels(words)) == 2


def find_permanent(text: str) -> str:
    """Return the word by which a text says that the job has no end, which no field holds."""
    match = _RULES.pattern("permanent").search(text)
    return match[0] if match else ""


def find_known_term(field: PostField, words: str) -> str:
    """Return the term that words name which are about a field: "cover for her"; else empty."""
    found = _find_first(words, _KNOWN.get(field, ()))
    return found[0] if found else ""


def _find_levels(text: str) -> list[tuple[PostLevel, str]]:
    return [level for term in _LEVELS if (level := _find_first(text, (term,)))]


def _are_neighbours(levels: list[tuple[PostLevel, str]]) -> bool:
    order = [level for level, _group in _LEVELS]
    lower, upper = (order.index(level) for level, _words in levels)
    return upper - lower == 1


def _find_range(text: str, levels: list[tuple[PostLevel, str]]) -> tuple[PostLevel, str] | None:
    """Return the lower of two neighbouring levels with the words of both, if they form a range."""
    return _join_levels(text, levels) if _are_neighbours(levels) else None


def _join_levels(text: str, levels: list[tuple[PostLevel, str]]) -> tuple[PostLevel, str] | None:
    (lower, first), (_, second) = levels
    start, end = sorted((text.find(first), text.find(second)))
    between = text[start + len(first if text.find(first) == start else second) : end]
    if not _RULES.pattern("level_joint").search(between):
        return None
    return lower, text[start : end + len(second if text.find(second) == end else first)]


def find_employment(text: str) -> tuple[EmploymentType, str] | None:
    """Find the employment type that a text names, with the words that name it.

    "Part time contract" is part time, which says more about the work. "Full time or part time"
    names neither, and "part time is also possible" does not count.
    """
    text = _RULES.pattern("possible_too").sub(" ", text)
    is_part_time = _find_first(text, (("PART_TIME", "part_time"),))
    is_full_time = _find_first(text, (("FULL_TIME", "full_time"),))
    return None if is_part_time and is_full_time else _find_first(text, _EMPLOYMENT)


def find_work_type(text: str) -> tuple[WorkType, str] | None:
    """Find where the work is done, with the words that say so.

    Hybrid comes first, because employers describe it in words of the other two. A text that
    denies remote work says that it is on site.
    """
    return _find_first(text, _WORK_TYPES) or _find_denied_remote(text)


def _find_denied_remote(text: str) -> tuple[WorkType, str] | None:
    """Return on site with the words that deny remote work: where it is denied, work is on site."""
    for match in _RULES.pattern("remote").finditer(text):
        before = _RULES.pattern("denied_before").search(text[: match.start()])
        after = _RULES.pattern("denied_after").search(text[match.end() :])
        start = before.start() if before else match.start()
        words = text[start : match.end() + (after.end() if after else 0)]
        if (before or after) and not _RULES.pattern("partly").search(words):
            return "onsite", words.strip()
    return None


def is_nice_to_have(entry: str) -> bool:
    """Return whether the words of an entry say that it is nice to have."""
    return bool(_RULES.pattern("nice_to_have").search(entry))


def _find_first(text: str, terms: tuple[tuple[T, str], ...]) -> tuple[T, str] | None:
    for term, group in terms:
        for match in _RULES.pattern(group).finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            is_other = _RULES.pattern("guided_before").search(before)
            if not is_other and not _is_denied(before, after):
                return term, match[0]
    return None


def _is_denied(before: str, after: str) -> bool:
    return bool(
        _RULES.pattern("denied_before").search(before)
        or _RULES.pattern("denied_after").search(after)
    )
