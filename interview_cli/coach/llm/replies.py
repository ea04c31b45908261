"""Parse a model's reply into a question or a review, or find what is wrong with it."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model

from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokenize, word_list
from interview_cli.model_settings import MAX_QUESTION_CHARS
from interview_cli.models import Ratings, Text

_QUOTED = re.compile(
    r"“[^”]{0,400}”|”[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«"
    r"|\"[^\"\n]{0,400}\"|(?<!\w)['‘][^'’\n]{0,400}['’](?!\w)|「[^」]{0,400}」|『[^』]{0,400}』"
)
# A question inside a situation ("A customer says: is this safe?") is not a question to the
# candidate. Neither is a question mark inside a URL.
_REPORTED_QUESTION = re.compile(r"[:：]\s[^:：?？؟\n]{0,200}[?？؟](?=\s+\S)")
_FENCE = re.compile(r"\A\s*```\w*\s*\n|\n\s*```\s*\Z")
_QUESTION_MARK = re.compile(r"\?(?=\W|$)|[？؟]")
_MAX_WORDS_AFTER = 25
"""Words after the question mark that may still belong to the question ("Please be brief")."""
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
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


def clean_question(reply: str) -> str:
    """Remove what models put around a question.

    That is a code fence, a label ("Question 3:"), the marks of a turn's end and what follows
    them, quotation marks and asterisks.
    """
    unfenced = _FENCE.sub("", reply).strip()
    label = _find_pattern("label").match(unfenced)
    said = unfenced[label.end() if label else 0 :]
    end = _find_pattern("end_of_turn").search(said)
    question = said[: end.start() if end else None].strip()
    match = re.fullmatch(r"(\*\*|[\"“„«»])([^\"“”„«»*]+)(\*\*|[\"”“»«])", question)
    return match[2].strip() if match else question


def mask_quoted(text: str) -> str:
    """Replace by spaces what a question quotes or reports: it is not asked of the candidate."""
    for quoted in (_QUOTED, _REPORTED_QUESTION):
        text = quoted.sub(lambda match: " " * len(match[0]), text)
    return text


def find_question_fault(question: str, earlier: Sequence[str]) -> str | None:
    """Return the fault of a reply that should be one new question; None if it has none.

    The faults `none`, `repeats`, `several` and `answered` are the names of sections of
    `prompts/question.md`, which ask again. Words in quotation marks come from a document or an
    answer, so they are not questions to the candidate.
    """
    if len(question) > MAX_QUESTION_CHARS:
        return "answered"
    plain = _REPORTED_QUESTION.sub("", _QUOTED.sub("", question))
    if any(_is_same(question, asked) for asked in earlier):
        return "repeats"
    if _find_pattern("refusal").search(question):
        return "none"
    if (
        len(_QUESTION_MARK.findall(plain)) > 1
        or sum(map(is_bullet, plain.splitlines())) > 1
        or len(_find_pattern("further_question").findall(plain)) > 2
        or len(_find_pattern("demand").findall(plain)) > 2
    ):
        return "several"
    after = _QUESTION_MARK.split(plain)[-1] if _QUESTION_MARK.search(plain) else ""
    if (
        len(tokenize(after)) > _MAX_WORDS_AFTER
        or _find_pattern("example").search(after)
        or _find_pattern("labelled_answer").search(plain)
    ):
        return "answered"
    return None


def _is_same(question: str, earlier: str) -> bool:
    """Return whether a question has nearly all meaningful words of an earlier one."""
    new, asked = _find_meaning(question), _find_meaning(earlier)
    has_all = len(asked) >= _MIN_MEANING_WORDS and len(new & asked) >= _SAME_WORDS * len(asked)
    return has_all or len(new & asked) >= _SAME_WORDS * len(new | asked)


def _find_meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokenize(question)}
    return (spoken - word_list("stop")) or spoken


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
