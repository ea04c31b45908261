"""Rate answers by rules: five ratings on the anchors, each with a reason.

A rating is a sum: an intercept for the kind of question, and a weight for each feature that the
answer has. `python -m benchmarks.fit` fits both to rated answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from interview_cli.answers.criteria import (
    MIN_PRAISED_RATING,
    WEIGHTS,
    find_asked,
    find_general_weakness,
)
from interview_cli.answers.non_answers import (
    EMPTY_PHRASE,
    MAX_NON_ANSWER_RATING,
    PLEA,
    explain_non_answer,
)
from interview_cli.answers.repeats import Repeat, find_repeat
from interview_cli.answers.star import StarElements
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.answer_reading import AnswerReading, read_answer
from interview_cli.coach.offline.features import FEATURES, measure_features
from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.gap_rubric import (
    find_least_relevance,
    find_missed,
    find_paper_standing,
    replace_gap_caps,
)
from interview_cli.coach.offline.remark_checks import (
    is_true_fault,
    is_true_in_general,
    is_true_strength,
)
from interview_cli.coach.offline.rounding import round_together
from interview_cli.english.rules import load_toml
from interview_cli.english.words import tokenize, word_list
from interview_cli.models import Ratings
from interview_cli.requirements.gap_answers import Standing

_EMPTY_SHARE, _HALF_EMPTY_SHARE = 0.75, 0.5
_FEWEST_WORDS = 6
_FRAGMENT_LIMITS = ((12, 1),)
_EMPTY_LIMITS = ((12, 1), (35, 2))
"""By the number of words, the highest rating of an answer without facts, with steps or without."""
_UNCLEAR = ("unconnected", "unrelated", "other_trade")
_NO_ANSWER, _HIGHEST_ELSEWHERE = 1, 2
"""Of 238 answers whose relevance readers rated 1 or less, the other criteria got 1.0 on average."""
_HIGHEST = 5
_HIGHEST_WITHOUT_TOOL = 3
"""For a good story under a question on a tool that it does not name."""
_SOME = "give some of what counts here"
_LITTLE_ELSE = "say little else"
_OTHER_SUBJECT = "speak of something else than what was asked"
_TOO_LITTLE = "leave most of what counts here open"
_MOST_STRENGTHS = 2
_SMALLEST_GAIN = 0.1
"""In points; a feature with a smaller effect is not mentioned."""


@dataclass(frozen=True)
class CriterionRating:
    """The rating of one answer in one criterion."""

    rating: int
    strengths: tuple[Feature, ...]
    """The features that raised it most, at most two."""
    faults: tuple[Feature, ...]
    """The features that are owed and missing, or that lowered it, the costliest first."""
    estimate: float
    """What the features alone would give, before caps and rounding."""
    limit: str
    """Why the answer as a whole allows no higher rating, worded to follow "you"; may be empty."""


@dataclass(frozen=True)
class RatedAnswer:
    """One answer, and its rating in each criterion."""

    exchange: Exchange
    reading: AnswerReading
    features: Mapping[str, float]
    """How far it has each feature, by its name."""
    criteria: Mapping[str, CriterionRating]
    repeat: Repeat | None = None
    """Which answer it repeats. Then only what is new in it is rated."""

    @property
    def elements(self) -> StarElements:
        return self.reading.elements

    @property
    def is_beside(self) -> bool:
        """Whether it says something, and something shows that it is hardly on what was asked."""
        others = [found.rating for name, found in self.criteria.items() if name != "relevance"]
        relevance = self.criteria["relevance"]
        # A case of any kind may be told in words that no requirement and no ad has.
        is_strange = not self.reading.near_count and self.exchange.question.kind != "requirement"
        is_shown = relevance.rating <= _NO_ANSWER or relevance.faults or is_strange
        return bool(is_shown) and relevance.rating <= _HIGHEST_ELSEWHERE < max(others)

    @property
    def is_unclear(self) -> bool:
        """Whether the rules could not tell how it answers the question."""
        return self.is_beside or any(self.features[name] for name in _UNCLEAR)

    @property
    def missed(self) -> Feature | None:
        """What a gap question asks for and the answer does not say; None if it says it."""
        return find_missed(self.reading)

    @property
    def tells_standing(self) -> Standing | None:
        """Where the speaker stands with the paper that a gap question asks for."""
        return find_paper_standing(self.reading)

    @property
    def ratings(self) -> Ratings:
        return Ratings(**{name: found.rating for name, found in self.criteria.items()})

    @property
    def reasons(self) -> dict[str, str]:
        """By criterion, a sentence on what counted most for the answer and most against it."""
        return {criterion: self._explain(criterion) for criterion in self.criteria}

    def describe_strengths(self, criterion: str, praised: str = "") -> str:
        """Return what raised a rating most, worded to follow "you"; empty if nothing did.

        What the text of a praise says already is left out.
        """
        strengths = [
            feature
            for feature in self.criteria[criterion].strengths
            if not any(praise.text == praised for praise in feature.praises)
        ]
        return " and ".join(feature.describe_strength(self.reading) for feature in strengths)

    def describe_fault(self, criterion: str) -> str:
        """Return what lowered a rating most, worded to follow "you"; empty if nothing did."""
        faults = self.criteria[criterion].faults
        return faults[0].describe_weakness(self.reading) if faults else ""

    def rank_criterion(self, criterion: str) -> tuple[int, float]:
        """Return by what the weakest criterion is found: its rating, then what led to it."""
        found = self.criteria[criterion]
        return found.rating, found.estimate

    def find_worst_fault(self, criterion: str) -> Feature | None:
        """Return what lowered a rating most; None if nothing is known to have lowered it."""
        return next(iter(self.criteria[criterion].faults), None)

    def find_weakness(self, criterion: str) -> tuple[str, str]:
        """Return what is weak in a criterion, and the question that asks for what is missing."""
        if fault := self.find_worst_fault(criterion):
            return fault.weakness, fault.next_question
        return find_general_weakness(criterion, self.exchange.question.kind)

    def knows_weakness(self, criterion: str) -> bool:
        """Return whether something that holds can be said of what is weak in a criterion."""
        is_known = self.find_worst_fault(criterion) is not None
        return is_known or is_true_in_general(criterion, self.reading)

    def _explain(self, criterion: str) -> str:
        """Say what counted most. Only a rating of 3 or more names strengths, and none of 5 a fault:
        both would be true and contradict the rating."""
        found = self.criteria[criterion]
        faults = [self.describe_fault(criterion), found.limit]
        against = " and ".join(filter(None, faults)) if found.rating < _HIGHEST else ""
        if found.rating < MIN_PRAISED_RATING:
            return f"You {against or _TOO_LITTLE}."
        strengths = self.describe_strengths(criterion) or _SOME
        return f"You {', but '.join(filter(None, [strengths, against]))}."


def rate_answer(exchange: Exchange, facts: Facts) -> RatedAnswer:
    """Rate an answer from 0 to 5 in each criterion.

    An answer of empty sentences gets at most 1 in all of them, and one that is half empty at most
    2. What an earlier answer said already is not rated again; without anything new, an answer gets
    at most 1. Caps for non-answers are applied elsewhere.
    """
    repeat = find_repeat(exchange.answer, list_earlier_answers(exchange, facts))
    rated = exchange._replace(answer=repeat.new_text) if repeat and repeat.new_text else exchange
    answer = read_answer(rated, facts)
    features = measure_features(answer)
    highest = _find_highest(answer, rated, facts)
    if repeat and not repeat.new_text:
        highest = min(highest, MAX_NON_ANSWER_RATING)
    criteria = _rate_criteria(answer, features, highest)
    criteria |= {
        name: replace(found, rating=rating, limit=_OTHER_SUBJECT)
        for name, found in criteria.items()
        if (rating := _limit_elsewhere(found.rating, answer, criteria["relevance"])) < found.rating
    }
    return RatedAnswer(exchange, answer, features, criteria, repeat)


def _limit_elsewhere(rating: int, answer: AnswerReading, relevance: CriterionRating) -> int:
    """Return a rating, lower if the answer is about something else than what was asked.

    A good story beside the tool that was asked for loses a point and more, so that a better one
    still stands above a weaker one.
    """
    if relevance.rating <= _NO_ANSWER:
        return min(rating, _HIGHEST_ELSEWHERE)
    if find_missed(answer) and rating > _HIGHEST_ELSEWHERE:
        return min(rating - 1, _HIGHEST_WITHOUT_TOOL)
    return rating


def list_earlier_answers(exchange: Exchange, facts: Facts) -> list[str]:
    """Return the answers before this one, in order from question 1; skipped ones are empty."""
    return [other.answer for other in facts.exchanges[: exchange.number - 1]]


def estimate(criterion: str, kind: str, features: Mapping[str, float]) -> float:
    """Return the sum of intercept and weights for one criterion, unbounded."""
    model = _load_weights()
    weights = model["weights"][criterion]
    raised = sum(weight * features[name] for name, weight in weights.items())
    return float(model["intercepts"][criterion][kind] + raised)


def _rate_criteria(
    answer: AnswerReading, features: Mapping[str, float], highest: int
) -> dict[str, CriterionRating]:
    kind = answer.question.kind
    estimates = {
        name: max(0.0, min(float(_HIGHEST), estimate(name, kind, features))) for name in WEIGHTS
    }
    estimates["relevance"] = max(estimates["relevance"], find_least_relevance(answer))
    caps = {name: _find_caps(name, kind, features) for name in WEIGHTS}
    caps["relevance"] = replace_gap_caps(answer, caps["relevance"])
    # "Yes, since 2014" is too short for anything else, and answers a question on a paper.
    limits = dict.fromkeys(WEIGHTS, highest)
    if highest and find_paper_standing(answer):
        limits["relevance"] = _HIGHEST
    capped = {
        name: min([limits[name], estimates[name], *caps[name].values()])
        for name in find_asked(kind)
    }
    # A low relevance limits the other ratings, so they must not decide how it is rounded.
    if capped["relevance"] < _HIGHEST_ELSEWHERE:
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
    highest: int,
) -> CriterionRating:
    gains = _compute_gains(criterion, features)
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


def _load_weights() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "weights.toml")


def _compute_gains(criterion: str, features: Mapping[str, float]) -> dict[str, float]:
    """Return what each feature adds, in points, compared with the mean answer."""
    model = _load_weights()
    return {
        name: weight * (features[name] - model["means"][name])
        for name, weight in model["weights"][criterion].items()
    }


def _find_faults(
    criterion: str,
    answer: AnswerReading,
    features: Mapping[str, float],
    gains: Mapping[str, float],
    rating: int,
) -> Sequence[Feature]:
    if rating == _HIGHEST:
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


def _find_highest(answer: AnswerReading, exchange: Exchange, facts: Facts) -> int:
    """Return the highest rating that an answer can get with its number of words of content.

    Without its empty sentences, the answer must still be long enough to be one. A question to the
    employer at the close needs no fact.
    """
    elements = answer.elements
    if not elements.sentences:
        return 0
    if reason := _explain_nothing(elements, exchange, facts):
        # Some of these say a little on the subject.
        return int(reason in (EMPTY_PHRASE, PLEA) and not _is_all_empty(exchange.answer))
    if elements.empty_share >= _EMPTY_SHARE or elements.word_count <= _FEWEST_WORDS:
        return 1
    has_fact = elements.concrete or elements.result or elements.action or answer.asks_employer
    highest = _HIGHEST if has_fact else _limit_without_facts(elements)
    return min(highest, 2) if elements.empty_share >= _HALF_EMPTY_SHARE else highest


def _is_all_empty(answer: str) -> bool:
    return all(word.lower() in word_list("empty") for word in tokenize(answer))


def _limit_without_facts(elements: StarElements) -> int:
    """Return the highest rating of a short answer without an act, a fact or a result.

    Readers gave such tuning answers of up to 12 words 17 points of 100 on average, and up to 35
    words without steps 25.
    """
    has_steps = any(
        sentence.planned_verbs or sentence.present_verbs for sentence in elements.substantive
    )
    limits = _FRAGMENT_LIMITS if has_steps else _EMPTY_LIMITS
    return next((limit for words, limit in limits if elements.word_count <= words), _HIGHEST)


def _explain_nothing(elements: StarElements, exchange: Exchange, facts: Facts) -> str | None:
    """Return why an answer is a non-answer, as a whole, or without repeats or empty sentences."""
    distinct = {text.casefold(): text for text in elements.sentences if text not in elements.empty}
    substantive = [sentence.text for sentence in elements.substantive]
    parts = "\n".join(distinct.values()), "\n".join(substantive)
    is_whole = len(distinct) == len(substantive) == len(elements.sentences)
    texts = [exchange.answer, *(() if is_whole else dict.fromkeys(parts))]
    known = exchange.question.content, (facts.cv_text, facts.job_text)
    return next(filter(None, (explain_non_answer(text, *known) for text in texts)), None)
