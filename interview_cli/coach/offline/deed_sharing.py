"""Tell what a deed in a CV owes to others, and whether the candidate told it before."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_phrasing_rules import load_pattern
from interview_cli.english.words import content_stems, find_numbers
from interview_cli.requirements.cv_work import WorkItem

_TOLD_SHARE, _MIN_TOLD_STEMS = 0.6, 2


def add_team(words: str, item: WorkItem) -> str | None:
    """Return a deed with the people who had part in it; None if it cannot be said with them.

    "Took occupancy from 89% to 95%" → "… with a team of 3", as the CV says.
    """
    if is_shared(words):
        return words
    found = load_pattern("team").search(item.text)
    if found is None:
        return None if load_pattern("jointly").search(item.text) else words
    tail = found["tail"]
    return f"{words} {tail.lower()}" if tail else f"{words} in a {found['people'].lower()}"


def is_shared(deed: str) -> bool:
    """Return whether a deed, as it is told, names those who had part in it."""
    return load_pattern("team").search(deed) is not None


def was_told(deed: str, facts: Facts) -> bool:
    """Return whether an answer holds most of the words with meaning of a deed, and its figures."""
    stems = content_stems(deed)
    least = max(_MIN_TOLD_STEMS, _TOLD_SHARE * len(stems))
    figures = set(find_numbers(deed))
    answers = (exchange.answer for exchange in facts.exchanges)
    # To stem an answer takes far longer than to see that it lacks a figure.
    may_tell = (answer for answer in answers if all(figure in answer for figure in figures))
    return any(
        len(stems & content_stems(answer)) >= least and figures <= set(find_numbers(answer))
        for answer in may_tell
    )
