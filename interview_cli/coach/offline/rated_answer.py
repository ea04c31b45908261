"""What the offline coach found in one answer: its ratings, and what led to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from interview_cli.answers.criteria import MIN_PRAISED_RATING, weigh_ratings
from interview_cli.answers.repeats import Repeat
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import Feature
from interview_cli.coach.offline.gap_rubric import find_missed, find_paper_standing
from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.models import Ratings
from interview_cli.requirements.asked_criteria import leave_out_unasked
from interview_cli.requirements.gap_answers import Standing

NO_ANSWER, HIGHEST_ELSEWHERE = 1, 2
"""Of 238 answers whose relevance readers rated 1 or less, the other criteria got 1.0 on average."""
HIGHEST = 5
_SOME = "give some of what counts here"
_TOO_LITTLE = "leave most of what counts here open"


class CriterionRating(NamedTuple):
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
    def missed(self) -> Feature | None:
        """What a gap question asks for and the answer does not say; None if it says it."""
        is_yes = load_remark_pattern("says_yes").match(self.reading.whole_text)
        return None if is_yes else find_missed(self.reading)

    @property
    def tells_standing(self) -> Standing | None:
        """Where the speaker stands with the paper that a gap question asks for."""
        return find_paper_standing(self.reading)

    @property
    def ratings(self) -> Ratings:
        return Ratings(**{name: found.rating for name, found in self.criteria.items()})

    @property
    def score(self) -> int:
        """The score, 0 to 500, of what its question asks for."""
        return weigh_ratings(leave_out_unasked(self.ratings, self.exchange.question))

    @property
    def reasons(self) -> dict[str, str]:
        """By criterion, a sentence on what counted most for the answer and most against it."""
        return {criterion: self._explain(criterion) for criterion in self.criteria}

    def describe_strengths(self, criterion: str) -> str:
        """Return what raised a rating most, worded to follow "you"; empty if nothing did."""
        strengths = self.criteria[criterion].strengths
        return " and ".join(feature.describe_strength(self.reading) for feature in strengths)

    def describe_fault(self, criterion: str) -> str:
        """Return what lowered a rating most, worded to follow "you"; empty if nothing did."""
        faults = self.criteria[criterion].faults
        return faults[0].describe_weakness(self.reading) if faults else ""

    def _explain(self, criterion: str) -> str:
        """Say what counted most. Only a rating of 3 or more names strengths, and none of 5 a fault:
        both would be true and contradict the rating."""
        found = self.criteria[criterion]
        faults = [self.describe_fault(criterion), found.limit]
        against = " and ".join(filter(None, faults)) if found.rating < HIGHEST else ""
        if found.rating < MIN_PRAISED_RATING:
            return f"You {against or _TOO_LITTLE}."
        strengths = self.describe_strengths(criterion) or _SOME
        return f"You {', but '.join(filter(None, [strengths, against]))}."
