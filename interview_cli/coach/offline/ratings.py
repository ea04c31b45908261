"""Rate answers by rules: five ratings on the anchors, each with a reason.

The features of the answer give an estimate (`estimates.py`). Caps lower it, and the five ratings
are rounded together.
"""

from collections.abc import Mapping, Sequence

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.answers.non_answers import MAX_NON_ANSWER_RATING
from interview_cli.answers.repeats import find_repeat
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.content_limits import find_highest
from interview_cli.coach.offline.estimates import compute_gains, estimate
from interview_cli.coach.offline.exchange_reading import read_answer
from interview_cli.coach.offline.features import FEATURES, measure_features
from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.gap_rubric import (
    find_least_ratings,
    find_missed,
    replace_gap_caps,
)
from interview_cli.coach.offline.rated_answer import (
    HIGHEST,
    HIGHEST_ELSEWHERE,
    NO_ANSWER,
    CriterionRating,
    RatedAnswer,
)
from interview_cli.coach.offline.remark_checks import is_true_fault, is_true_strength
from interview_cli.coach.offline.rounding import round_together
from interview_cli.documents.prompt_injection import cut_injections
from interview_cli.requirements.asked_criteria import find_asked

_HIGHEST_WITHOUT_TOOL = 3
"""For a good story under a question on a tool that it does not name."""
_LITTLE_ELSE = "say little else"
_OTHER_SUBJECT = "speak of something else than what was asked"
_MOST_STRENGTHS = 2
_SMALLEST_GAIN = 0.1
"""In points; a feature with a smaller effect is not mentioned."""


def rate_answer(exchange: Exchange, facts: Facts) -> RatedAnswer:
    """Rate an answer from 0 to 5 in each criterion.

    An answer of empty sentences gets at most 1 in all of them, and one that is half empty at most
    2. What an earlier answer said already is not rated again; without anything new, an answer gets
    at most 1. Caps for non-answers are applied elsewhere. An injection in a document moves nothing.
    """
    facts = facts._replace(
        cv_text=cut_injections(facts.cv_text), job_text=cut_injections(facts.job_text)
    )
    repeat = find_repeat(exchange.answer, list_earlier_answers(exchange, facts))
    rated = exchange._replace(answer=repeat.new_text) if repeat and repeat.new_text else exchange
    answer = read_answer(rated, facts)
    features = measure_features(answer)
    highest = find_highest(answer, rated, facts)
    if repeat and not repeat.new_text:
        highest = {name: min(most, MAX_NON_ANSWER_RATING) for name, most in highest.items()}
    criteria = _rate_criteria(answer, features, highest)
    criteria |= {
        name: found._replace(rating=rating, limit=_OTHER_SUBJECT)
        for name, found in criteria.items()
        if (rating := _limit_elsewhere(found.rating, answer, criteria["relevance"])) < found.rating
    }
    return RatedAnswer(exchange, answer, features, criteria, repeat)


def _limit_elsewhere(rating: int, answer: AnswerReading, relevance: CriterionRating) -> int:
    """Return a rating, lower if the answer is about something else than what was asked.

    A good story beside the tool that was asked for loses a point and more, so that a better one
    still stands above a weaker one.
    """
    if relevance.rating <= NO_ANSWER:
        return min(rating, HIGHEST_ELSEWHERE)
    if find_missed(answer) and rating > HIGHEST_ELSEWHERE:
        return min(rating - 1, _HIGHEST_WITHOUT_TOOL)
    return rating


def list_earlier_answers(exchange: Exchange, facts: Facts) -> list[str]:
    """Return the answers before this one, in order from question 1; skipped ones are empty."""
    return [other.answer for other in facts.exchanges[: exchange.number - 1]]


def _rate_criteria(
    answer: AnswerReading, features: Mapping[str, float], highest: Mapping[str, float]
) -> dict[str, CriterionRating]:
    kind = answer.question.kind
    least = find_least_ratings(answer)
    estimates = {
        name: max(least.get(name, 0.0), min(float(HIGHEST), estimate(name, kind, features)))
        for name in WEIGHTS
    }
    caps = {name: _find_caps(name, kind, features) for name in WEIGHTS}
    caps["relevance"] = replace_gap_caps(answer, caps["relevance"])
    # "Yes, since 2014" is too short for anything else, and answers a question on a paper.
    limits = dict(highest)
    if any(highest.values()):
        limits |= {name: max(limits[name], rating) for name, rating in least.items()}
    capped = {
        name: min([limits[name], estimates[name], *caps[name].values()])
        for name in find_asked(answer.question)
    }
    # A low relevance limits the other ratings, so they must not decide how it is rounded.
    if capped["relevance"] < HIGHEST_ELSEWHERE:
        capped["relevance"] = float(round(capped["relevance"]))
    ratings = round_together(capped, WEIGHTS)
    for name in WEIGHTS.keys() - ratings.keys():
        ratings[name] = round(min([limits[name], estimates[name], *caps[name].values()]))
    return {
        name: _describe_rating(
            name, answer, features, estimates[name], caps[name], ratings[name], limits[name]
        )
        for name in WEIGHTS
    }


def _find_caps(criterion: str, kind: str, features: Mapping[str, float]) -> dict[Feature, int]:
    """Return the features that allow no higher rating, each with the highest that it allows."""
    return {
        feature: cap
        for name, feature in FEATURES.items()
        if (cap := feature.find_cap(criterion, kind, features[name])) is not None
    }


def _describe_rating(
    criterion: str,
    answer: AnswerReading,
    features: Mapping[str, float],
    estimated: float,
    caps: Mapping[Feature, int],
    rating: int,
    highest: float,
) -> CriterionRating:
    gains = compute_gains(criterion, features)
    uncapped = max(rating, round(estimated))
    capping = sorted(
        (
            feature
            for feature, cap in caps.items()
            if (cap < uncapped or feature is find_missed(answer)) and is_true_fault(feature, answer)
        ),
        key=lambda feature: caps[feature],
    )
    faults = _find_faults(criterion, answer, features, gains, uncapped)
    return CriterionRating(
        rating=rating,
        strengths=_find_strengths(answer, features, gains),
        faults=tuple(dict.fromkeys((*capping, *faults))),
        estimate=estimated,
        limit=_LITTLE_ELSE if min([uncapped, *caps.values()]) > highest else "",
    )


def _find_faults(
    criterion: str,
    answer: AnswerReading,
    features: Mapping[str, float],
    gains: Mapping[str, float],
    rating: int,
) -> Sequence[Feature]:
    if rating == HIGHEST:
        return ()
    owed = [
        name
        for name, feature in FEATURES.items()
        if feature.is_owed(criterion, answer, rating) and not features[name]
    ]
    lowering = [
        name
        for name, gain in gains.items()
        if FEATURES[name].direction == LOWERS and gain <= -_SMALLEST_GAIN
    ]
    by_cost = sorted(owed + lowering, key=lambda name: gains.get(name, 0.0))
    return [FEATURES[name] for name in by_cost if is_true_fault(FEATURES[name], answer)]


def _find_strengths(
    answer: AnswerReading, features: Mapping[str, float], gains: Mapping[str, float]
) -> tuple[Feature, ...]:
    raising = [
        name
        for name, gain in gains.items()
        if FEATURES[name].is_told
        and features[name]
        and gain >= _SMALLEST_GAIN
        and is_true_strength(FEATURES[name], answer)
    ]
    by_gain = sorted(raising, key=lambda name: -gains[name])
    return tuple(FEATURES[name] for name in by_gain[:_MOST_STRENGTHS])
