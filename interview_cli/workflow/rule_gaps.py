"""Compare the ratings of a language model with those of the rules."""

from statistics import mean

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.base import Facts
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.english.foreign import is_foreign
from interview_cli.models import Feedback

_MOST_POINTS = 2


def find_rule_gaps(feedback: Feedback, facts: Facts) -> list[int]:
    """Return the numbers of the answers on which a model and the rules part.

    Their ratings lie more than two points apart, as a mean over the criteria. Empty for the
    offline coach; answers that are capped, or in a language that the rules do not read, are left
    out.
    """
    if feedback.model is None:
        return []
    gaps = []
    for answer, exchange in zip(feedback.answers, facts.exchanges, strict=True):
        if answer.capped or is_foreign(exchange.answer):
            continue
        by_rules = rate_answer(exchange, facts).ratings
        pairs = [(getattr(answer.ratings, name), getattr(by_rules, name)) for name in WEIGHTS]
        distances = [abs(rating - other) for rating, other in pairs if None not in (rating, other)]
        if distances and mean(distances) > _MOST_POINTS:
            gaps.append(answer.number)
    return gaps
