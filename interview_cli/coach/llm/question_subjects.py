"""Tell whether an English question is about a private matter of the candidate."""

from functools import partial

from interview_cli.coach.llm.rules import find_pattern, has_match
from interview_cli.english.words import content_stems

_FILE = "question_subjects"
_matches = partial(has_match, _FILE)


def is_personal(question: str, documents: str) -> bool:
    """Return whether a question has a subject that an employer may not decide by.

    Such a subject is the job's own where the documents name it, and somebody else's where the
    question speaks of other people.
    """
    if _matches("personal", question):
        return True
    if _matches("others", question):
        return False
    matters = _find_matters(question)
    return bool(matters) and not matters <= _find_matters(documents)


def _find_matters(text: str) -> set[frozenset[str]]:
    """Return the stems of each private matter in a text."""
    return {content_stems(match[0]) for match in find_pattern(_FILE, "private").finditer(text)}
