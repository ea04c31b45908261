"""A model's words → a question, or a review; what is wrong with them, where they are neither."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.english.words import tokens, words
from interview_cli.models import Ratings, Text

# At the beginning only: an answer, or a quote from one, may speak of such tags. Where the template
# of a model has opened them in the prompt, the reply holds the end alone.
_THOUGHTS = re.compile(
    r"\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)|\s*\[THINK\].*?(?:\[/THINK\]|\Z)"
    r"|[^<{]*?</think(?:ing)?>\s*\n|\s*<\|channel\|>.*?(?:final<\|message\|>|\Z)",
    re.DOTALL | re.I,
)
_QUOTED = re.compile(
    r"“[^”]{0,400}”|”[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«"
    r"|\"[^\"\n]{0,400}\"|(?<!\w)['‘][^'’\n]{0,400}['’](?!\w)|「[^」]{0,400}」|『[^』]{0,400}』"
)
# What somebody asks within a situation ("A customer says: is this safe?") is not asked of the
# candidate; nor is a question mark inside an address.
_REPORTED = re.compile(r"[:：]\s[^:：?？؟\n]{0,200}[?？؟](?=\s+\S)")
_ASKS = re.compile(r"\?(?=\W|$)|[？؟]")
_LABELLED_ANSWER = re.compile(r"^[^\w\n]*(?:a|answer|sample answer|candidate)\W?:", re.I | re.M)
_AND_WHAT = re.compile(
    r"[,;]\s*(?:and\s+)?(?:also\s+)?(?:what|who|how|why|where|when|which)\b", re.I
)
_TELL = re.compile(
    r"(?:^|[.!:]\s+)(?:(?:and|then|also|next|please)\s+)*"
    r"(?:tell|describe|explain|walk|talk|outline|name|list)\b",
    re.I | re.M,
)
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|such as|I would|I'd|zum Beispiel|z\. ?B\.|par exemple"
    r"|por ejemplo)\b",
    re.I,
)
_NO_QUESTION = re.compile(
    r"^\s*[\[{#]|^[^\n]*[:：]\s*\n|\bas an AI\b|^\W*(?:I'm|I’m|I am) (?:very )?sorry\b"
    r"|^\W*I (?:can't|can’t|cannot) \w+",
    re.I,
)
_LISTED = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)
_MAX_QUESTION_CHARS = 1_200
_MAX_WORDS_AFTER = 25
"""Words after the question mark that may still be part of asking ("Please name your own part")."""
_SAME_WORDS = 0.9
_TELLING_WORDS = 6
_MAX_PLACES = 12
_MAX_OBJECTS_TRIED = 50


def shown(reply: str) -> str:
    """What of a reply is meant for the reader: no thoughts of a reasoning model."""
    thoughts = _THOUGHTS.match(reply)
    return reply[thoughts.end() if thoughts else 0 :].strip()


def unquoted(question: str) -> str:
    """A question without the quotation marks or asterisks that a model puts around the whole."""
    match = re.fullmatch(r"(\*\*|[\"“„«»])([^\"“”„«»*]+)(\*\*|[\"”“»«])", question)
    return match[2].strip() if match else question


def question_fault(question: str, earlier: Sequence[str]) -> str | None:
    """Why a reply is not the one new question that was ordered, None if it is.

    `none`, `repeats`, `several` or `answered`: the names of the sections of `prompts/question.md`
    that ask again. Words in quotation marks are a document's or an answer's, and ask nothing.
    """
    if len(question) > _MAX_QUESTION_CHARS:
        return "answered"
    plain = _REPORTED.sub("", _QUOTED.sub("", question))
    if any(_is_same(question, one) for one in earlier):
        return "repeats"
    if _NO_QUESTION.search(question):
        return "none"
    if (
        len(_ASKS.findall(plain)) > 1
        or len(_LISTED.findall(plain)) > 1
        or len(_AND_WHAT.findall(plain)) > 2
        or len(_TELL.findall(plain)) > 2
    ):
        return "several"
    after = _ASKS.split(plain)[-1] if _ASKS.search(plain) else ""
    if (
        len(tokens(after)) > _MAX_WORDS_AFTER
        or _EXAMPLE.search(after)
        or _LABELLED_ANSWER.search(plain)
    ):
        return "answered"
    return None


def _is_same(one: str, other: str) -> bool:
    """Whether a question says again what another says: all its words that carry meaning, with or
    without others around them."""
    new, asked = _meaning(one), _meaning(other)
    all_of_it = len(asked) >= _TELLING_WORDS and len(new & asked) >= _SAME_WORDS * len(asked)
    return all_of_it or len(new & asked) >= _SAME_WORDS * len(new | asked)


def _meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokens(question)}
    return (spoken - words("stop")) or spoken


# The order of the fields is the order in which a model writes them: reasons before ratings.
class _Reply(BaseModel):
    """Part of a review as a model is to send it. Fields that nobody asked for are passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True)


_Rating = Annotated[
    int, Field(ge=0, le=5), WithJsonSchema({"type": "integer", "enum": [0, 1, 2, 3, 4, 5]})
]
_Said = Annotated[Text, Field(min_length=1), WithJsonSchema({"type": "string"})]
_Number = Annotated[int | None, WithJsonSchema({"type": "integer"})]
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
    comment: _Said
    next_time: _Said


class _Point(_Reply):
    text: Text
    number: _Number = None
    quote: _Quote = None


class _Review(_Reply):
    answers: list[_Answer]
    strengths: list[_Point] = []
    weaknesses: list[_Point] = []
    cv_improvements: list[Text] = []
    summary: _Said


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
    review = _valid_review(shown(reply))
    answers = sorted(review.answers, key=lambda answer: answer.number)
    if [answer.number for answer in answers] != list(range(1, count + 1)):
        raise UnusableReview("answers")
    return Review(
        judgements=tuple(_judgement(answer) for answer in answers),
        strengths=tuple(_point(point) for point in review.strengths if point.text),
        weaknesses=tuple(_point(point) for point in review.weaknesses if point.text),
        cv_improvements=tuple(filter(None, review.cv_improvements)),
        summary=review.summary,
        coach=coach,
        model=model,
    )


def _valid_review(text: str) -> _Review:
    """The first balanced object that is a review. Raises UnusableReview, of the last that is none
    but has answers."""
    unusable = UnusableReview("(the whole reply)", is_no_object=True)
    for found in objects(text):
        try:
            return _Review.model_validate(found)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False, include_input=False)
            places = [".".join(map(str, one["loc"])) for one in details]
            # Where the whole is broken, a part of it that is not is no review.
            if "answers" in found:
                unusable = UnusableReview(*places[:_MAX_PLACES])
    raise unusable


def objects(text: str) -> Iterator[dict[str, Any]]:
    """The balanced JSON objects of a text; line feeds inside their strings are forgiven."""
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for start in [match.start() for match in re.finditer(r"\{", text)][:_MAX_OBJECTS_TRIED]:
        if start >= end:
            with suppress(ValueError, RecursionError):
                found, end = decoder.raw_decode(text, start)
                yield dict(found)


def _judgement(answer: _Answer) -> Judgement:
    return Judgement(
        number=answer.number,
        ratings=Ratings(**answer.ratings.model_dump()),
        reasons={
            name: " ".join(said.split())
            for name, said in answer.reasons.model_dump().items()
            if said
        },
        comment=answer.comment,
        evidence=_bare(answer.evidence),
        next_time=answer.next_time,
    )


def _point(point: _Point) -> Point:
    return Point(point.text, point.number or 0, _bare(point.quote))


def _bare(quote: str | None) -> str | None:
    """A quote without the marks and dots that models put around one."""
    return (quote or "").strip().strip("\"“”„«»'‘’…").removesuffix("...").strip() or None
