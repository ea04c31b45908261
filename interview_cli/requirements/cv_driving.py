"""Compare the licence to drive a car that a job ad asks for with what a CV says of one."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import split_sentences
from interview_cli.requirements.cv_paper_lines import is_deed
from interview_cli.requirements.cv_sections import read_sections

_RULES = Rules("interview_cli.requirements", "cv_driving.toml")

_BEHIND = ("learning", "automatic", "converts", "points_own")
"""What may be said of a licence behind its name."""
_TEXTS_KEPT = 4

DrivingState = Literal["held", "automatic", "to_come", "abroad", "denied"]
_Told = Literal["held", "restricted", "to_come", "abroad", "denied", "bare"]
"""`bare`: it is named, and no more is said."""


class _Driving(NamedTuple):
    """What a CV says of licences to drive a car."""

    told: frozenset[_Told]
    is_automatic: bool
    """Whether a licence is for automatics, and none for a manual gearbox is named."""
    text: str


def find_driving_demand(text: str) -> tuple[int, int] | None:
    """Return where an ad asks for a car licence in words that do not name it: "own licence"."""
    found = _RULES.pattern("asked_alone").search(text)
    return found.span() if found else None


def asks_for_car(text: str) -> bool:
    """Return whether an ad asks for a licence to drive a car, and no other vehicle."""
    return any(
        (_RULES.is_found("asked", sentence) or _RULES.is_found("asked_alone", sentence))
        and not _RULES.is_found("other_vehicle", sentence)
        for sentence in split_sentences(text)  # the next may tell of the trailer behind the ute
    )


def find_licence(text: str) -> int | None:
    """Return where the name of the licence to drive a car ends that an ad asks for."""
    found = _RULES.pattern("asked").search(text)
    return found.end() if found else None


def asks_for_full(text: str) -> bool:
    """Return whether an ad asks for the licence of a driver without limits."""
    return _RULES.is_found("full", text)


def read_driving(text: str, cv: str) -> DrivingState | None:
    """Return what a CV says of the car licence that a text of an ad asks for; None if nothing."""
    own = _read_cv(cv)
    takes_learner = _RULES.is_found("takes_learner", text)
    is_limited = own.is_automatic and _RULES.is_found("manual", text)
    if "held" in own.told:
        return "automatic" if is_limited else "held"
    if "restricted" in own.told:
        # Who may drive alone, if not everything, has what most ads mean.
        return "to_come" if asks_for_full(text) else "held"
    if "to_come" in own.told:
        return "held" if takes_learner and "restricted" not in text else "to_come"
    if "abroad" in own.told:
        is_named = any(word in text.lower().split() for word in _find_abroad(own.text))
        needs_local = _RULES.is_found("converts", own.text) or _RULES.is_found("local", text)
        is_enough = is_named or _RULES.is_found("takes_abroad", text)
        return "held" if is_enough or not needs_local else "abroad"
    if "denied" in own.told:
        return "denied"
    return ("automatic" if is_limited else "held") if own.told else None


def _find_abroad(text: str) -> list[str]:
    found = _RULES.pattern("abroad").search(text)
    return found[0].lower().split()[:1] if found else []


def find_most_points(text: str, cv: str) -> int | None:
    """Return how many points an ad lets stand on a licence; None if a CV does not name more."""
    most = _find_points("points_most", text)
    most += [points - 1 for points in _find_points("points_below", text)]
    own = _find_points("points_own", _read_cv(cv).text)
    return min(most) if most and own and max(own) > min(most) else None


def _find_points(group: str, text: str) -> list[int]:
    return [int(found["points"]) for found in _RULES.pattern(group).finditer(text)]


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_cv(cv: str) -> _Driving:
    clauses = list(_find_clauses(cv))
    text = ". ".join(clauses)
    told = frozenset(told for clause in clauses if (told := _read_clause(clause)))
    is_automatic = _RULES.is_found("automatic", text) and not _RULES.is_found("manual", text)
    return _Driving(told, is_automatic, text)


def _find_clauses(cv: str) -> Iterator[str]:
    """Yield the parts of a CV that are about a licence to drive a car, with what follows each."""
    for line in read_sections(cv):
        if line.is_heading or is_deed(line.text, line.section):
            continue
        label = _RULES.pattern("label").match(line.text)
        is_about = label is not None
        for clause in filter(None, map(str.strip, _RULES.pattern("clause_end").split(line.text))):
            is_abroad = _RULES.is_found("abroad", clause)  # whatever its classes are there
            is_other = _RULES.is_found("other_vehicle", clause) and not is_abroad
            is_topic = _RULES.is_found("topic", clause)
            if is_topic and not is_other:
                is_about = True
            elif is_other and not label:
                is_about = False
            if is_about and (is_topic or label or _goes_on(clause)):
                yield clause


def _goes_on(clause: str) -> bool:
    """Return whether what stands behind a licence says how far it goes, or that it is to come."""
    return any(_RULES.is_found(group, clause) for group in _BEHIND)


def _read_clause(clause: str) -> _Told | None:
    if _RULES.is_found("denied", clause):
        return "denied"
    if _RULES.is_found("restricted", clause):
        return "restricted"
    if _RULES.is_found("learning", clause):
        return "to_come"
    if _RULES.is_found("abroad", clause):
        return "abroad"
    if _RULES.is_found("held", clause):
        return "held"
    return "bare" if _RULES.is_found("bare", clause) else None
