"""Compare the school grades that a job ad asks for with those that a CV names."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules, load_toml
from interview_cli.requirements.cv_sections import find_years, read_sections
from interview_cli.requirements.paper_in_cv import speaks_of

_FILE = ("interview_cli.requirements", "school_grades.toml")
_RULES = Rules(*_FILE)

_PASS = "4"
_Subject = Literal["maths", "english"]
_SUBJECTS: dict[_Subject, str] = {"maths": "maths", "english": "English"}
"""What each is called in a sentence."""
_TEXTS_KEPT = 4


class GradeReading(NamedTuple):
    """A subject whose grade in a CV is below what an ad asks for."""

    subject: str
    wanted: str
    """The grade that is asked for, as the ad writes it."""
    own: str
    """The grade in the CV."""
    is_taken_again: bool


def asks_for_grades(text: str) -> bool:
    """Return whether an ad asks for GCSEs and would take nothing else instead."""
    return _RULES.is_found("asked", text) and not _RULES.is_found("instead", text)


def find_grades_demand(text: str) -> str | None:
    """Return the name of the GCSEs that a sentence of an ad asks for; None if it asks for none."""
    names = [_SUBJECTS[subject] for subject in _find_subjects(text)]
    if not (names and asks_for_grades(text)):
        return None
    return f"GCSE {' and '.join(names)} at grade {_find_wanted(text)}"


def _find_subjects(text: str) -> list[_Subject]:
    return [subject for subject in _SUBJECTS if _RULES.is_found(subject, text)]


def _find_wanted(text: str) -> str:
    """Return the lowest grade that a text names: "A*-C" begins with the highest."""
    asked = [found["grade"].upper() for found in _RULES.pattern("asked_grade").finditer(text)]
    return min(asked, key=_value, default=_PASS)


def find_low_grade(text: str, cv: str) -> GradeReading | None:
    """Return the subject whose grade in a CV is lower than a text of an ad asks for."""
    wanted = _find_wanted(text)
    least = _value(wanted)
    for subject in _find_subjects(text):
        grades = [grade for each, grade in _find_grades(cv) if each == subject]
        if grades and not _has_higher(subject, cv) and max(map(_value, grades)) < least:
            own = max(grades, key=_value)
            is_again = any(
                _is_studied(line) and _RULES.is_found(subject, line) for line in _read_lines(cv)
            )
            return GradeReading(_SUBJECTS[subject], wanted, own, is_again)
    return None


def has_grades(text: str, cv: str) -> bool:
    """Return whether a CV shows each subject that a text of an ad asks for, with grades enough."""
    least = _value(_find_wanted(text))
    subjects = _find_subjects(text)
    return bool(subjects) and all(_has_subject(subject, least, cv) for subject in subjects)


def find_grade_to_come(text: str, cv: str) -> str | None:
    """Return the subject of which a CV says that the result of another exam is still to come."""
    least = _value(_find_wanted(text))
    for subject in _find_subjects(text):
        is_open = not _has_subject(subject, least, cv)
        if is_open and any(speaks_of("unfinished", line) for line in _find_higher(subject, cv)):
            return _SUBJECTS[subject]
    return None


def _has_subject(subject: _Subject, least: int, cv: str) -> bool:
    if _is_predicted(subject, cv):
        return False
    grades = (_value(grade) for each, grade in _find_grades(cv) if each == subject)
    is_listed = any(
        _RULES.is_found("range", line) and _RULES.is_found(subject, line)
        for line in _read_lines(cv)
        if not _RULES.is_found("other_scale", line)
    )
    is_listed &= least <= _value(_PASS)
    return is_listed or any(grade >= least for grade in grades) or _has_higher(subject, cv)


def _is_predicted(subject: _Subject, cv: str) -> bool:
    """Return whether a line on a subject, or the one above it, says that the exams are to come."""
    lines = ["", *(line.text for line in read_sections(cv))]
    return any(
        _RULES.is_found(subject, line) and _RULES.is_found("predicted", f"{above} {line}")
        for above, line in pairwise(lines)
    )


def _value(grade: str) -> int:
    return int(grade) if grade.isdigit() else int(load_toml(*_FILE)["letters"][grade])


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_lines(cv: str) -> tuple[str, ...]:
    return tuple(line.text for line in read_sections(cv) if not line.is_heading)


def _find_grades(cv: str) -> Iterator[tuple[str, str]]:
    """Yield each subject of a CV with its grade, those of GCSEs alone."""
    for line in _read_lines(cv):
        if _RULES.is_found("other_scale", line):
            continue
        for group in ("graded", "graded_before"):
            for found in _RULES.pattern(group).finditer(line):
                is_maths = found["subject"].lower().startswith(("m", "n"))
                yield ("maths" if is_maths else "english"), found["grade"].upper()


def _has_higher(subject: _Subject, cv: str) -> bool:
    """Return whether a CV names what is more than a GCSE in a subject, and is finished."""
    return any(
        not _is_studied(line) and not speaks_of("unfinished", line)
        for line in _find_higher(subject, cv)
    )


def _is_studied(line: str) -> bool:
    """Return whether a line says that something is still learned: "2007 evening class" is over."""
    is_dated = bool(find_years(line))
    return _RULES.is_found("again", line) or (_RULES.is_found("studied", line) and not is_dated)


def _find_higher(subject: _Subject, cv: str) -> Iterator[str]:
    """Yield the lines of a CV that name what is more than a GCSE in a subject."""
    for line in _read_lines(cv):
        if _RULES.is_found("higher", line) and _RULES.is_found(subject, line):
            yield line
