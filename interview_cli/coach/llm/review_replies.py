"""Parse a model's reply into the parts of a review, and name what is missing or wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)

from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.coach.llm.replies import UnusableReview, find_objects, remove_thoughts
from interview_cli.coach.llm.review_schema import (
    MAX_COMMENT_CHARS,
    MAX_NEXT_TIME_CHARS,
    MAX_POINT_CHARS,
    MAX_REASON_CHARS,
    MAX_SUMMARY_CHARS,
    TEXT_TOLERANCE,
    WHOLE_REPLY,
    Fault,
    Repair,
)
from interview_cli.english.words import tokenize
from interview_cli.models import Ratings
from interview_cli.stored import Text
from interview_cli.text import remove_controls

_MIN_WORDS = 2
"""A remark of fewer words says nothing."""
_MAX_FAULTS = 12


@dataclass
class ReviewDraft:
    """The usable parts of a review so far."""

    judgements: dict[int, Judgement] = field(default_factory=dict)
    """By the number of the answer."""
    strengths: list[Point] = field(default_factory=list)
    weaknesses: list[Point] = field(default_factory=list)
    cv_improvements: list[str] = field(default_factory=list)
    summary: str = ""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong with the parts that it lacks."""

    def merge_repair(self, repair: "ReviewDraft") -> None:
        """Take over the parts that were asked for again, and the faults that remain."""
        self.judgements |= repair.judgements
        self.summary = self.summary or repair.summary
        self.faults = repair.faults

    def drop(self, fault: Fault) -> None:
        """Remove the answer or the summary that a fault is in."""
        self.faults.append(fault)
        if fault.part == "summary":
            self.summary = ""
        else:
            self.judgements.pop(int(fault.part.partition(".")[2]), None)

    def finish(self, count: int, coach: str, model: str) -> Review:
        """Return the review of `count` answers; an answer that it lacks was skipped."""
        return Review(
            judgements=tuple(
                self.judgements.get(number) or _judge_skipped(number)
                for number in range(1, count + 1)
            ),
            strengths=tuple(self.strengths),
            weaknesses=tuple(self.weaknesses),
            cv_improvements=tuple(self.cv_improvements),
            summary=self.summary,
            coach=coach,
            model=model,
        )

    def find_repair(self, needed: Iterable[int]) -> Repair | None:
        """Return what must be asked for again to have these answers and a summary, if anything."""
        numbers = tuple(number for number in needed if number not in self.judgements)
        if not numbers and self.summary:
            return None
        wanted = [f"answers.{number}" for number in numbers] + ["summary"] * (not self.summary)
        faults = [fault for fault in self.faults if fault.part in (*wanted, WHOLE_REPLY)]
        return Repair(numbers, not self.summary, tuple(faults[:_MAX_FAULTS]))


def _judge_skipped(number: int) -> Judgement:
    ratings = Ratings(**dict.fromkeys(Ratings.model_fields, 0))
    # The program words what it says of a skipped question.
    return Judgement(number, ratings, reasons={}, comment="", evidence=None, next_time="")


def _round_down(value: Any) -> Any:
    """Return the whole number that a rating stands for; anything else as it is."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return value
    # Checked before rounding: 5.5 is no rating, and NaN is none either.
    is_rating = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 5
    return floor(value) if is_rating else None


def _require_words(text: str) -> str:
    """Raise ValueError for a remark that says nothing."""
    # A script without spaces may write a sentence as one token.
    if not any(map(str.isalpha, text)) or (text.isascii() and len(tokenize(text)) < _MIN_WORDS):
        raise ValueError("no sentence")
    return text


def _remark(max_chars: int) -> Any:
    bound = StringConstraints(max_length=TEXT_TOLERANCE * max_chars)
    return Annotated[Text, bound, AfterValidator(_require_words)]


class _Reply(BaseModel):
    """A part of a model's review. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True)


_Rating = Annotated[int, BeforeValidator(_round_down), Field(ge=0, le=5)]
if TYPE_CHECKING:
    _Comment: TypeAlias = str
    _NextTime: TypeAlias = str

    class _Ratings(_Reply):
        """A rating for each criterion."""

else:
    _Comment, _NextTime = _remark(MAX_COMMENT_CHARS), _remark(MAX_NEXT_TIME_CHARS)
    _Ratings = create_model(
        "_Ratings", __base__=_Reply, **dict.fromkeys(Ratings.model_fields, (_Rating, ...))
    )


class _Answer(_Reply):
    ratings: _Ratings
    comment: _Comment
    next_time: _NextTime
    reasons: Any = None
    evidence: Any = None


def parse_review(reply: str, numbers: Sequence[int]) -> ReviewDraft:
    """Parse the parts of a review of these answers; text around its JSON object is ignored.

    Answers under other numbers are dropped, lists that are missing are empty. Raises
    UnusableReview when there is no JSON object with any part of a review.
    """
    candidates = (_wrap(found, numbers) for found in find_objects(remove_thoughts(reply)))
    drafts = [
        _parse_draft(candidate, numbers)
        for candidate in candidates
        if candidate.keys() & {"answers", "summary"}
    ]
    if not drafts:
        raise UnusableReview(WHOLE_REPLY)
    return max(drafts, key=lambda draft: (len(draft.judgements), bool(draft.summary)))


def _wrap(found: dict[str, Any], numbers: Sequence[int]) -> dict[str, Any]:
    """Return a review of which only the answers, or the fields of the one asked for, are there."""
    if found.keys() & {"answers", "summary"}:
        return found
    if any(str(number) in found for number in numbers):
        return {"answers": found}
    is_answer = "ratings" in found and len(numbers) == 1
    return {"answers": {str(numbers[0]): found}} if is_answer else {}


def _parse_draft(candidate: dict[str, Any], numbers: Sequence[int]) -> ReviewDraft:
    draft = ReviewDraft(
        strengths=_parse_points(candidate.get("strengths")),
        weaknesses=_parse_points(candidate.get("weaknesses")),
        cv_improvements=_parse_texts(candidate.get("cv_improvements")),
        summary=_read_text(candidate.get("summary"), MAX_SUMMARY_CHARS),
    )
    given = _number_answers(candidate.get("answers"), numbers)
    for number in numbers:
        if number not in given:
            draft.faults.append(Fault(f"answers.{number}", "form"))
            continue
        try:
            draft.judgements[number] = _parse_answer(number, given[number])
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False, include_input=False)
            draft.faults += (
                Fault(".".join(map(str, ("answers", number, *detail["loc"]))), "form")
                for detail in details
            )
    if not draft.summary:
        draft.faults.append(Fault("summary", "form"))
    return draft


def _number_answers(answers: Any, numbers: Sequence[int]) -> dict[int, Any]:
    """Return the answers by their numbers, from an object or a list; the first of two counts.

    A list without any number is in the order that was asked for.
    """
    if isinstance(answers, dict):
        pairs = list(answers.items())
    elif isinstance(answers, list):
        entries = [entry for entry in answers if isinstance(entry, dict)]
        if not any("number" in entry for entry in entries):
            pairs = list(zip(numbers, entries, strict=False))
        else:
            pairs = [(entry.get("number"), entry) for entry in entries]
    else:
        return {}
    numbered: dict[int, Any] = {}
    for key, entry in pairs:
        number = _read_number(key)
        if number in numbers:
            numbered.setdefault(number, entry)
    return numbered


def _read_number(value: Any) -> int:
    """Return the number of an answer, or 0 if this is none."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    is_number = isinstance(value, int) or (isinstance(value, str) and value.isdecimal())
    return int(value) if is_number and len(str(value)) < 4 else 0


def _parse_answer(number: int, data: Any) -> Judgement:
    answer = _Answer.model_validate(data)
    reasons = answer.reasons if isinstance(answer.reasons, dict) else {}
    read = {name: _read_text(reasons.get(name), MAX_REASON_CHARS) for name in Ratings.model_fields}
    return Judgement(
        number=number,
        ratings=Ratings(**answer.ratings.model_dump()),
        reasons={name: " ".join(reason.split()) for name, reason in read.items() if reason},
        comment=answer.comment,
        evidence=_strip_quote(answer.evidence),
        next_time=answer.next_time,
    )


def _parse_points(entries: Any) -> list[Point]:
    found = [entry for entry in _read_list(entries) if isinstance(entry, dict)]
    points = [
        Point(
            _read_text(entry.get("text"), MAX_POINT_CHARS),
            _read_number(entry.get("number")),
            _strip_quote(entry.get("quote")),
        )
        for entry in found
    ]
    return [point for point in points if point.text]


def _parse_texts(entries: Any) -> list[str]:
    return list(filter(None, (_read_text(entry, MAX_POINT_CHARS) for entry in _read_list(entries))))


def _read_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _read_text(value: Any, max_chars: int) -> str:
    """Return a text, stripped; empty if it is none, says nothing, or is far too long."""
    if not isinstance(value, str):
        return ""
    text = remove_controls(value).strip()
    is_usable = any(map(str.isalpha, text)) and len(text) <= TEXT_TOLERANCE * max_chars
    return text if is_usable else ""


def _strip_quote(quote: Any) -> str | None:
    """Remove the marks and dots that models put around a quote."""
    if not isinstance(quote, str):
        return None
    text = remove_controls(quote).strip()
    return text.strip("\"“”„«»'‘’…").removesuffix("...").strip() or None
