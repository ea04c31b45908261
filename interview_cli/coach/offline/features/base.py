"""What a rating feature is: how it is measured, and what the review says of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.vocabulary import QuestionKind

RAISES: Literal["raises"] = "raises"
LOWERS: Literal["lowers"] = "lowers"
ALL_KINDS: tuple[str, ...] = get_args(QuestionKind)
AHEAD_KINDS = (*FORWARD_KINDS, "gap")
STORY_KINDS = tuple(kind for kind in ALL_KINDS if kind not in AHEAD_KINDS)


class Owed(NamedTuple):
    """A criterion that asks for a feature."""

    criterion: str
    highest: int
    """The highest rating whose anchor allows the feature to be missing."""
    kinds: tuple[str, ...] = ALL_KINDS
    is_due: Callable[[AnswerReading], bool] = lambda answer: True
    """Whether an answer to a question of these kinds should have it."""


@dataclass(frozen=True, eq=False)
class Feature:
    """Something about an answer that can be counted."""

    name: str
    direction: Literal["raises", "lowers"]
    """The fit keeps the weights on this side of 0."""
    criteria: tuple[str, ...]
    """The criteria that it can count for. The fit may still give it a weight of 0."""
    measure: Callable[[AnswerReading], float]
    """How strongly an answer has it, from 0 (the wording and the match also below); of a count the
    logarithm: the first matters most."""
    present: str | Callable[[AnswerReading], str]
    """What the speaker does if the answer has it, worded to follow "you"."""
    missing: str = ""
    """What the speaker does if the answer should have it and lacks it, worded to follow "you"."""
    owed: tuple[Owed, ...] = ()
    caps: Mapping[str, int] = field(default_factory=dict)
    """By criterion, the highest rating of an answer that has it."""
    cap_kinds: tuple[str, ...] = ALL_KINDS
    """The kinds of question under which it allows no higher rating."""
    story_caps: Mapping[str, int] = field(default_factory=dict)
    """By criterion, the highest rating of a story that lacks it."""
    smallest_effect: float = 0.0
    """The least weight, in points, that the fit may give it in any criterion."""

    @property
    def is_told(self) -> bool:
        """Whether it raises ratings and there are words for it."""
        return self.direction == RAISES and bool(self.present)

    def is_owed(self, criterion: str, answer: AnswerReading, rating: int) -> bool:
        """Return whether an answer with this rating should have had the feature."""
        return any(
            owed.criterion == criterion
            and answer.question.kind in owed.kinds
            and rating <= owed.highest
            and owed.is_due(answer)
            for owed in self.owed
        )

    def find_cap(self, criterion: str, kind: str, strength: float) -> int | None:
        """Return the highest rating of an answer that has it so strongly; None if any is open."""
        if strength:
            return self.caps.get(criterion) if kind in self.cap_kinds else None
        return self.story_caps.get(criterion) if kind in STORY_KINDS else None

    def describe_strength(self, answer: AnswerReading) -> str:
        return self.present if isinstance(self.present, str) else self.present(answer)

    def describe_weakness(self, answer: AnswerReading) -> str:
        return self.missing if self.direction == RAISES else self.describe_strength(answer)
