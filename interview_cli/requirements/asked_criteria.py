"""Which criteria a question asks for."""

from interview_cli.answers.criteria import NOT_ASKED, WEIGHTS
from interview_cli.models import Question, Ratings
from interview_cli.requirements.gap_answers import asks_only_for_paper

_NOT_ASKED_FOR_PAPERS = ("impact",)
"""Nothing comes of a licence that somebody has."""


def find_asked(question: Question) -> list[str]:
    """Return the criteria that an answer to a question is rated on."""
    unasked = _find_unasked(question)
    return [name for name in WEIGHTS if name not in unasked]


def leave_out_unasked(ratings: Ratings, question: Question) -> Ratings:
    """Return the ratings without those that a question does not ask for."""
    return ratings.model_copy(update=dict.fromkeys(_find_unasked(question)))


def _find_unasked(question: Question) -> tuple[str, ...]:
    if question.kind == "gap" and asks_only_for_paper(question.topic, question.content):
        return _NOT_ASKED_FOR_PAPERS
    return NOT_ASKED.get(question.kind, ())
