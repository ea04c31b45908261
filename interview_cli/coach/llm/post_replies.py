"""Parse a model's reply into the changes to a job post that one message asks for."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from interview_cli.coach.base import Change, PostReply
from interview_cli.coach.llm.replies import UnusableReview, find_objects, remove_thoughts
from interview_cli.stored import Text
from interview_cli.vocabulary import PostField

_MAX_CHANGES = 200


class _Lenient(BaseModel):
    """Ignores unknown fields."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True)


class _Change(_Lenient):
    field: PostField
    action: Literal["set", "add", "remove"]
    value: Text = ""
    words: Text
    corrects: bool = False


class _Turn(_Lenient):
    changes: list[Any]
    question: Text = ""


def parse_turn(reply: str, coach: str, model: str) -> PostReply:
    """Parse the changes in a reply. Raises UnusableReview.

    Ignores text around its JSON object, and changes with an unknown field or a wrong type.
    """
    for candidate in find_objects(remove_thoughts(reply)):
        try:
            turn = _Turn.model_validate(candidate)
        except ValidationError:
            continue
        changes = [
            change for data in turn.changes[:_MAX_CHANGES] if (change := _parse_change(data))
        ]
        return PostReply(tuple(changes), turn.question, coach, model)
    raise UnusableReview("(the whole reply)")


def _parse_change(data: Any) -> Change | None:
    try:
        change = _Change.model_validate(data)
    except ValidationError:
        return None
    return Change(change.field, change.action, change.value, change.words, change.corrects)
