"""A requirement or a task of a job, with what supports it."""

from dataclasses import dataclass
from typing import Literal

from interview_cli.requirements.given_answers import Mention
from interview_cli.requirements.paper_gaps import PaperGap
from interview_cli.requirements.part_support import InPart
from interview_cli.requirements.requirement import Requirement

Status = Literal["proved", "claimed", "missing"]


@dataclass(frozen=True)
class MappedRequirement:
    """A requirement and what supports it."""

    requirement: Requirement
    line: str | None
    """The line of the CV that supports it best."""
    number: int | None
    """The number of the answer that proves it."""
    quote: str | None
    """The sentence of that answer."""
    is_stated: bool = False
    """Whether that sentence only says that a paper is there, and no act proves it."""
    perhaps: str | None = None
    """The line of the CV that may show it in other words, if none states it."""
    mention: Mention | None = None
    """Where an answer speaks of it, if none proves it."""
    in_part: tuple[InPart, ...] = ()
    """What names some of the several things that it asks for, if no line of the CV states it."""
    is_absent: bool = False
    """Whether no word that names it stands anywhere in the CV."""
    is_unsaid: bool = False
    """Whether no word that names it stands in an answer either."""
    is_untold: bool = False
    """Whether no answer has most of its words that few other texts have."""

    gap: PaperGap | None = None
    """What says that a paper is not there, or not yet."""

    @property
    def is_lacking(self) -> bool:
        """Whether it is a paper that must be there, and surely is not.

        Where the ad takes the will to get it, only who has not begun lacks it.
        """
        if self.gap is None or not self.requirement.is_must:
            return False
        is_begun = self.gap.state != "none" or self.gap.number is not None
        return not (self.requirement.is_replaceable and is_begun)

    @property
    def status(self) -> Status:
        """`proved` by an answer, `claimed` by the CV or by words alone, or `missing` in both."""
        if self.quote is not None and not self.is_stated:
            return "proved"
        return "missing" if self.line is None and self.quote is None else "claimed"
