"""A model's words → a question, or a review; what is wrong with them, where they are neither."""

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from interview_cli.assessment.language import tokens, words
from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.models import Ratings, Text

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|„[^“”]*[“”]|「[^」]*」")
_ASKS = re.compile(r"[?？؟]")
_LABELLED_ANSWER = re.compile(r"^\W*(?:a|answer|sample answer|candidate)\W*:", re.I | re.M)
_LISTED = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)
_MAX_QUESTION_CHARS = 1_200
_MAX_WORDS_AFTER = 25
"""Words after the question mark that may still be part of asking ("Please name your own part")."""
_SAME_WORDS = 0.9
_MAX_PLACES = 12
_MAX_OBJECTS_TRIED = 50


def shown(reply: str) -> str:
    """What of a reply is meant for the reader: no thoughts of a reasoning model."""
    return _THOUGHTS.sub("", reply).strip()


def question_fault(question: str, earlier: Sequence[str]) -> str | None:
    """Why a reply is not the one new question that was ordered, None if it is.

    `repeats`, `several` or `answered`: the names of the sections of `prompts/question.md` that ask
    again. Words in quotation marks are a document's or an answer's, and ask nothing.
    """
    plain = _QUOTED.sub("", question)
    if any(_is_same(question, one) for one in earlier):
        return "repeats"
    if len(_ASKS.findall(plain)) > 1 or len(_LISTED.findall(plain)) > 1:
        return "several"
    after = _ASKS.split(plain)[-1] if _ASKS.search(plain) else ""
    if (
        len(tokens(after)) > _MAX_WORDS_AFTER
        or _LABELLED_ANSWER.search(plain)
        or len(question) > _MAX_QUESTION_CHARS
    ):
        return "answered"
    return None


def _is_same(one: str, other: str) -> bool:
    """Whether two questions use the same words, but for those that carry no meaning."""
    first, second = _meaning(one), _meaning(other)
    return len(first & second) >= _SAME_WORDS * len(first | second)


def _meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokens(question)}
    return (spoken - words("stop")) or spoken


# The order of the fields is the order in which a model writes them: reasons before ratings.
class _Reply(BaseModel):
    """Part of a review as a model is to send it. Fields that nobody asked for are passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


_Rating = Annotated[
    int, Field(ge=0, le=5), WithJsonSchema({"type": "integer", "enum": [0, 1, 2, 3, 4, 5]})
]
_Quote = Annotated[Text | None, WithJsonSchema({"type": "string"})]


class _Reasons(_Reply):
    relevance: Text = ""
    specificity: Text = ""
    structure: Text = ""
    ownership: Text = ""
    impact: Text = ""


class _Ratings(_Reply):
    relevance: _Rating
    specificity: _Rating
    structure: _Rating
    ownership: _Rating
    impact: _Rating


class _Answer(_Reply):
    number: int
    reasons: _Reasons = _Reasons()
    ratings: _Ratings
    evidence: _Quote = None
    comment: Text
    next_time: Text


class _Point(_Reply):
    text: Text
    number: int
    quote: _Quote = None


class _Review(_Reply):
    answers: list[_Answer]
    strengths: list[_Point] = []
    weaknesses: list[_Point] = []
    cv_improvements: list[Text] = []
    summary: Text


class UnusableReview(Exception):
    """`places` names what is missing or wrong, never what stands there."""

    def __init__(self, *places: str, is_no_object: bool = False) -> None:
        super().__init__("unusable review")
        self.places = places
        self.is_no_object = is_no_object


def review_schema() -> dict[str, Any]:
    """The JSON Schema of a review, in the part of the language that every server knows: no
    references, every field required, none added."""
    schema = _Review.model_json_schema()
    parts = schema.pop("$defs")

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(one) for one in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return plain(parts[node["$ref"].rpartition("/")[2]])
        known = {
            key: {name: plain(one) for name, one in value.items()}
            if key == "properties"
            else plain(value)
            for key, value in node.items()
            if key in ("type", "properties", "items", "enum")
        }
        if "properties" in known:
            known |= {"required": list(known["properties"]), "additionalProperties": False}
        return known

    return dict(plain(schema))


def parsed_review(reply: str, count: int, coach: str, model: str) -> Review:
    """The review of `count` answers that a reply holds, whatever stands around its JSON object.

    Raises UnusableReview.
    """
    try:
        review = _Review.model_validate(_first_object(shown(reply)))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        places = [".".join(map(str, one["loc"])) for one in details]
        raise UnusableReview(*places[:_MAX_PLACES]) from None  # its text may quote a CV
    answers = sorted(review.answers, key=lambda answer: answer.number)
    if [answer.number for answer in answers] != list(range(1, count + 1)):
        raise UnusableReview("answers")
    return Review(
        judgements=tuple(_judgement(answer) for answer in answers),
        strengths=tuple(_point(point) for point in review.strengths),
        weaknesses=tuple(_point(point) for point in review.weaknesses),
        cv_improvements=tuple(filter(None, (one.strip() for one in review.cv_improvements))),
        summary=review.summary.strip(),
        coach=coach,
        model=model,
    )


def _first_object(text: str) -> dict[str, Any]:
    """The first balanced JSON object; line feeds inside its strings are forgiven."""
    decoder = json.JSONDecoder(strict=False)
    starts = [match.start() for match in re.finditer(r"\{", text)]
    for start in starts[:_MAX_OBJECTS_TRIED]:
        try:
            found, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        return dict(found)
    raise UnusableReview("(the whole reply)", is_no_object=True)


def _judgement(answer: _Answer) -> Judgement:
    return Judgement(
        number=answer.number,
        ratings=Ratings(**answer.ratings.model_dump()),
        reasons={name: said for name, said in answer.reasons.model_dump().items() if said},
        comment=answer.comment.strip(),
        evidence=_unquoted(answer.evidence),
        next_time=answer.next_time.strip(),
    )


def _point(point: _Point) -> Point:
    return Point(point.text.strip(), point.number, _unquoted(point.quote))


def _unquoted(quote: str | None) -> str | None:
    """A quote without the marks and dots that models put around one."""
    return (quote or "").strip().strip("\"“”„«»'‘’…").removesuffix("...").strip() or None
