"""Compare papers that go by many names with what a CV says of them: car licences, degrees, grades.

What they are called tells less than what is said of them: "full licence (automatic)" is a licence,
and not the manual one that a van needs; a degree in music is none in computing.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_driving import (
    DrivingState,
    asks_for_car,
    asks_for_full,
    find_licence,
    find_most_points,
    read_driving,
)
from interview_cli.requirements.degree_demands import (
    DegreeState,
    find_degree_demand,
    has_degree_for_diploma,
    has_lower_class,
    read_degrees,
)
from interview_cli.requirements.paper_regions import find_nation
from interview_cli.requirements.school_grades import (
    asks_for_grades,
    find_grade_to_come,
    find_low_grade,
    has_grades,
)

_READINGS_KEPT = 64
_MOST_WORDS_BEHIND = 3
"""Words that stand between a country and the end of a name: "an Oman light driving licence"."""

PlainState = Literal["held", "to_come", "below", "denied"]
"""`below`: of another kind, subject or grade, or of another country."""

_STATES: dict[DrivingState | DegreeState, PlainState] = {
    "held": "held",
    "to_come": "to_come",
    "denied": "denied",
    "automatic": "below",
    "abroad": "below",
    "other_subject": "below",
    "lower": "below",
}


class PlainReading(NamedTuple):
    """What a CV says of a car licence, a degree or school grades."""

    state: PlainState
    form: str
    """Which wordings fit (`gap_plain` in `coach/offline/bank.toml`)."""
    asked: str
    """What the job asks for, as it follows "You'd need"."""
    own: str = ""
    """What the CV has instead, if the question says so."""


# The plan of an interview, its questions and its map ask for the same.
@lru_cache(maxsize=_READINGS_KEPT)
def read_plain_paper(text: str, cv: str) -> PlainReading | None:
    """Return what a CV says of what a text of an ad asks for; None if it is no such paper, or the
    CV does not say."""
    return _read_licence(text, cv) or _read_grades(text, cv) or _read_degree(text, cv)


def name_plain_kind(text: str) -> str | None:
    """Return the same name for all wordings of a kind of these papers; None if it is none."""
    if asks_for_car(text):
        return "driving"
    if asks_for_grades(text):
        return "grade"
    return "degree" if find_degree_demand(text) else None


def _read_licence(text: str, cv: str) -> PlainReading | None:
    if not asks_for_car(text):
        return None
    state = read_driving(text, cv)
    if state is None:
        return None
    most = find_most_points(text, cv)
    if state == "held" and most is not None:
        return PlainReading("below", "driving_points", str(most))
    kind = "manual " if state == "automatic" else "full " if asks_for_full(text) else ""
    end = find_licence(text)
    nation = find_nation(text, end, _MOST_WORDS_BEHIND) if end else ""
    name = f"{kind}{nation} driving licence".replace("  ", " ").strip()
    asked = f"{choose_article(name.split()[0])} {name}"
    return PlainReading(_STATES[state], f"driving_{state}", asked)


def _read_grades(text: str, cv: str) -> PlainReading | None:
    if not asks_for_grades(text):
        return None
    if has_grades(text, cv):
        return PlainReading("held", "grade_held", "")
    if subject := find_grade_to_come(text, cv):
        return PlainReading("to_come", "grade_awaited", f"Level 2 in {subject}")
    low = find_low_grade(text, cv)
    if low is None:
        return None
    asked = f"{low.subject} at grade {low.wanted}"
    if low.is_taken_again:
        return PlainReading("to_come", "grade_to_come", asked, low.own)
    return PlainReading("below", "grade", asked, low.own)


def _read_degree(text: str, cv: str) -> PlainReading | None:
    if has_degree_for_diploma(text, cv):
        return PlainReading("held", "degree_held", "")
    if has_lower_class(text, cv):
        return PlainReading("below", "degree_lower_class", "a higher class of degree")
    wanted = find_degree_demand(text)
    state = read_degrees(wanted, cv) if wanted else None
    if wanted is None or state is None:
        return None
    return PlainReading(_STATES[state], f"degree_{state}", wanted.name)
