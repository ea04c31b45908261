"""A model's words → what one message says of a job post."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from interview_cli.coach.base import Change, PostReply
from interview_cli.coach.llm.replies import UnusableReview, objects, shown
from interview_cli.models import Text
from interview_cli.vocabulary import PostField

_MAX_CHANGES = 200


class _Lenient(BaseModel):
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


def parsed_turn(reply: str, coach: str, model: str) -> PostReply:
    """The changes that a reply holds, whatever stands around its JSON object; one that is none of
    ours, or of the wrong type, is passed over. Raises UnusableReview."""
    for found in objects(shown(reply)):
        try:
            turn = _Turn.model_validate(found)
        except ValidationError:
            continue
        changes = [change for one in turn.changes[:_MAX_CHANGES] if (change := _change(one))]
        return PostReply(tuple(changes), turn.question, coach, model)
    raise UnusableReview("(the whole reply)", is_no_object=True)


def _change(found: Any) -> Change | None:
    try:
        one = _Change.model_validate(found)
    except ValidationError:
        return None
    return Change(one.field, one.action, one.value, one.words, one.corrects)
