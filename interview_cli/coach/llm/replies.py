"""Parse a model's reply into a review, or find what is wrong with it."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model

from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.english.rules import load_rules
from interview_cli.models import Ratings, Text

_MAX_PLACES = 12
_MAX_OBJECTS_TRIED = 50


def _find_pattern(name: str) -> re.Pattern[str]:
    return load_rules("interview_cli.coach.llm", "replies.toml")[name].pattern


def find_thoughts_end(reply: str) -> int:
    """Return where the thoughts of a reasoning model end at the beginning of a reply.

    0 if there are none, the length of the reply if they have not ended.
    """
    thoughts = _find_pattern("thoughts").match(reply)
    return thoughts.end() if thoughts else 0


def remove_thoughts(reply: str) -> str:
    """Return a reply without the thoughts of a reasoning model."""
    return reply[find_thoughts_end(reply) :].strip()


# A model writes the fields in this order: reasons before ratings.
class _Reply(BaseModel):
    """A part of a model's review. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True)


_Rating = Annotated[
    int, Field(ge=0, le=5), WithJsonSchema({"type": "integer", "enum": [0, 1, 2, 3, 4, 5]})
]
_Sentence = Annotated[Text, Field(min_length=1), WithJsonSchema({"type": "string"})]
_Number = Annotated[int | None, WithJsonSchema({"type": "integer"})]
_Quote = Annotated[Text | None, WithJsonSchema({"type": "string"})]


if TYPE_CHECKING:

    class _Reasons(_Reply):
        """A sentence for each criterion."""

    class _Ratings(_Reply):
        """A rating for each criterion."""

else:
    _Reasons = create_model(
        "_Reasons", __base__=_Reply, **dict.fromkeys(Ratings.model_fields, (Text, ""))
    )
    _Ratings = create_model(
        "_Ratings", __base__=_Reply, **dict.fromkeys(Ratings.model_fields, (_Rating, ...))
    )


class _Answer(_Reply):
    number: int
    reasons: _Reasons = _Reasons()
    ratings: _Ratings
    evidence: _Quote = None
    comment: _Sentence
    next_time: _Sentence


class _Point(_Reply):
    text: Text
    number: _Number = None
    quote: _Quote = None


class _Review(_Reply):
    answers: list[_Answer]
    strengths: list[_Point] = []
    weaknesses: list[_Point] = []
    cv_improvements: list[Text] = []
    summary: _Sentence


class UnusableReview(Exception):
    """A reply that is not a review; `places` names missing or wrong fields, not their content."""

    def __init__(self, *places: str, is_no_object: bool = False) -> None:
        super().__init__("unusable review")
        self.places = places
        self.is_no_object = is_no_object


def build_review_schema() -> dict[str, Any]:
    """Return the JSON Schema of a review, in the subset that every server supports.

    It has no references; every field is required and no other is allowed.
    """
    schema = _Review.model_json_schema()
    parts = schema.pop("$defs")

    def simplify(node: Any) -> Any:
        if isinstance(node, list):
            return [simplify(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return simplify(parts[node["$ref"].rpartition("/")[2]])
        known = {
            key: {name: simplify(field) for name, field in value.items()}
            if key == "properties"
            else simplify(value)
            for key, value in node.items()
            if key in ("type", "properties", "items", "enum")
        }
        if "properties" in known:
            known |= {"required": list(known["properties"]), "additionalProperties": False}
        return known

    return dict(simplify(schema))


def parse_review(reply: str, count: int, coach: str, model: str) -> Review:
    """Parse the review of `count` answers; text around its JSON object is ignored.

    Raises UnusableReview.
    """
    review = _find_review(remove_thoughts(reply))
    answers = sorted(review.answers, key=lambda answer: answer.number)
    if [answer.number for answer in answers] != list(range(1, count + 1)):
        raise UnusableReview("answers")
    return Review(
        judgements=tuple(_convert_answer(answer) for answer in answers),
        strengths=tuple(_convert_point(point) for point in review.strengths if point.text),
        weaknesses=tuple(_convert_point(point) for point in review.weaknesses if point.text),
        cv_improvements=tuple(filter(None, review.cv_improvements)),
        summary=review.summary,
        coach=coach,
        model=model,
    )


def _find_review(text: str) -> _Review:
    """Return the first JSON object that is a valid review. Raises UnusableReview about the last one
    that has answers."""
    unusable = UnusableReview("(the whole reply)", is_no_object=True)
    for candidate in find_objects(text):
        try:
            return _Review.model_validate(candidate)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False, include_input=False)
            places = [".".join(map(str, detail["loc"])) for detail in details]
            # A valid part inside a broken review is not a review.
            if "answers" in candidate:
                unusable = UnusableReview(*places[:_MAX_PLACES])
    raise unusable


def find_objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a text; line feeds inside their strings are accepted."""
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for start in [match.start() for match in re.finditer(r"\{", text)][:_MAX_OBJECTS_TRIED]:
        if start >= end:
            with suppress(ValueError, RecursionError):
                found, end = decoder.raw_decode(text, start)
                yield dict(found)


def _convert_answer(answer: _Answer) -> Judgement:
    return Judgement(
        number=answer.number,
        ratings=Ratings(**answer.ratings.model_dump()),
        reasons={
            name: " ".join(reason.split())
            for name, reason in answer.reasons.model_dump().items()
            if reason
        },
        comment=answer.comment,
        evidence=_strip_quote(answer.evidence),
        next_time=answer.next_time,
    )


def _convert_point(point: _Point) -> Point:
    return Point(point.text, point.number or 0, _strip_quote(point.quote))


def _strip_quote(quote: str | None) -> str | None:
    """Remove the marks and dots that models put around a quote."""
    return (quote or "").strip().strip("\"“”„«»'‘’…").removesuffix("...").strip() or None
