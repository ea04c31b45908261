"""What a model's reply to a turn of a job post must hold, and how its acts are parsed."""

from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from interview_cli.coach.llm.replies import UnusableReview, find_objects, remove_thoughts
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.fairness import GROUNDS
from interview_cli.stored import Text
from interview_cli.vocabulary import PostField

MAX_ACTS = 60
MAX_VALUE_CHARS = 500
MAX_QUESTION_CHARS = 300
_MAX_PARSED = 200
"""Not every server keeps to the bounds of the schema."""
ModelActKind = Literal["set", "add", "remove", "deny", "decline", "unlawful"]


class _Lenient(BaseModel):
    """Ignores unknown fields."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True)


class _Act(_Lenient):
    kind: ModelActKind
    field: PostField | None = None
    value: Text = ""
    words: Text
    corrects: bool = False
    nice_to_have: bool = False


class _Turn(_Lenient):
    acts: list[Any]
    question: Text = ""


def build_post_schema(*, is_bounded: bool) -> dict[str, Any]:
    """Return the JSON Schema of a reply: a list of acts, and a question.

    Every property is required and no other is allowed. `is_bounded` adds the length of texts and
    of the list.
    """
    acts: dict[str, Any] = {"type": "array", "items": _build_act(is_bounded)}
    if is_bounded:
        acts["maxItems"] = MAX_ACTS
    return _object(acts=acts, question=_text(MAX_QUESTION_CHARS, is_bounded))


def parse_turn(reply: str) -> tuple[tuple[Act, ...], str]:
    """Return the acts of a reply and its question. Raises UnusableReview.

    Ignores text around its JSON object, and acts with an unknown kind or field or a wrong type.
    """
    for candidate in find_objects(remove_thoughts(reply)):
        try:
            turn = _Turn.model_validate(candidate)
        except ValidationError:
            continue
        acts = (_parse_act(data) for data in turn.acts[:_MAX_PARSED])
        return tuple(act for act in acts if act), turn.question
    raise UnusableReview("(the whole reply)")


def _parse_act(data: Any) -> Act | None:
    try:
        act = _Act.model_validate(data)
    except ValidationError:
        return None
    if act.kind in ("set", "add", "remove", "decline") and act.field is None:
        return None
    if act.kind == "unlawful" and act.value not in GROUNDS:
        return None
    return Act(act.kind, act.field, act.value, act.words, act.corrects, act.nice_to_have)


def _build_act(is_bounded: bool) -> dict[str, Any]:
    fields = [*get_args(PostField), None]
    return _object(
        kind={"type": "string", "enum": list(get_args(ModelActKind))},
        field={"type": ["string", "null"], "enum": fields},
        value=_text(MAX_VALUE_CHARS, is_bounded),
        words=_text(MAX_VALUE_CHARS, is_bounded),
        corrects={"type": "boolean"},
        nice_to_have={"type": "boolean"},
    )


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(longest: int, is_bounded: bool) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest} if is_bounded else {"type": "string"}
