"""What a review must hold: its parts, their bounds, and the JSON Schema that states both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.limits import MAX_CV_IMPROVEMENTS, MAX_POINTS
from interview_cli.models import Ratings

MAX_REASON_CHARS = 120
MAX_COMMENT_CHARS = 400
MAX_NEXT_TIME_CHARS = 300
MAX_QUOTE_CHARS = 300
MAX_POINT_CHARS = 300
MAX_SUMMARY_CHARS = 900

TEXT_TOLERANCE = 2
"""A text may be this many times as long as the schema allows: not every server enforces it."""

WHOLE_REPLY = "(the whole reply)"
"""The place of a fault without a JSON object."""
_MARK_CHARS = 6
"""Quotation marks around a name, a colon, a comma and two spaces."""
_BOUNDS = ("maxLength", "maxItems")
"""Keywords that some servers refuse."""


@dataclass(frozen=True)
class Fault:
    """A part of a review that cannot be used."""

    place: str
    """Its path in the JSON object, as in `answers.2.comment`."""
    name: str
    """Why: a section of `prompts/review.md` that begins with `fault`."""

    @property
    def part(self) -> str:
        """The part of a review that it is in: `answers.2` or `summary`."""
        return ".".join(self.place.split(".")[:2])


@dataclass(frozen=True)
class Repair:
    """The parts of a review that are asked for again, and why."""

    numbers: tuple[int, ...]
    """The numbers of the answers."""
    has_summary: bool
    faults: tuple[Fault, ...]


def build_review_schema(count: int, *, is_bounded: bool) -> dict[str, Any]:
    """Return the JSON Schema of a review of this many answers.

    Each number is a required property, so the schema fixes which answers there are. It has no
    references; every property is required and no other is allowed. `is_bounded` adds the length of
    texts and lists.
    """
    return _finish(
        _object(
            answers=_build_answers(range(1, count + 1)),
            strengths=_list(_build_point(), MAX_POINTS),
            weaknesses=_list(_build_point(), MAX_POINTS),
            cv_improvements=_list(_text(MAX_POINT_CHARS), MAX_CV_IMPROVEMENTS),
            summary=_text(MAX_SUMMARY_CHARS),
        ),
        is_bounded,
    )


def build_repair_schema(repair: Repair, *, is_bounded: bool) -> dict[str, Any]:
    """Return the JSON Schema of the parts that are asked for again."""
    parts: dict[str, Any] = {}
    if repair.numbers:
        parts["answers"] = _build_answers(repair.numbers)
    if repair.has_summary:
        parts["summary"] = _text(MAX_SUMMARY_CHARS)
    return _finish(_object(**parts), is_bounded)


def measure_longest(schema: dict[str, Any]) -> int:
    """Return how many characters the longest JSON text of a schema with bounds has, about."""
    match schema["type"]:
        case "object":
            parts = schema["properties"].items()
            return 2 + sum(len(name) + _MARK_CHARS + measure_longest(part) for name, part in parts)
        case "array":
            return 2 + int(schema["maxItems"]) * (_MARK_CHARS + measure_longest(schema["items"]))
        case "string":
            return 2 + int(schema["maxLength"])
    return 1


def _build_answers(numbers: Sequence[int]) -> dict[str, Any]:
    return _object(**{str(number): _build_answer() for number in numbers})


def _build_answer() -> dict[str, Any]:
    # A model writes the fields in this order: reasons before ratings.
    return _object(
        reasons=_object(**{name: _text(MAX_REASON_CHARS) for name in Ratings.model_fields}),
        ratings=_object(
            **{
                name: {"type": "integer", "enum": [0, 1, 2, 3, 4, 5]}
                for name in Ratings.model_fields
            }
        ),
        evidence=_text(MAX_QUOTE_CHARS),
        comment=_text(MAX_COMMENT_CHARS),
        next_time=_text(MAX_NEXT_TIME_CHARS),
    )


def _build_point() -> dict[str, Any]:
    return _object(
        text=_text(MAX_POINT_CHARS), number={"type": "integer"}, quote=_text(MAX_QUOTE_CHARS)
    )


def _text(max_chars: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": max_chars}


def _list(items: dict[str, Any], max_items: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": max_items}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _finish(schema: dict[str, Any], is_bounded: bool) -> dict[str, Any]:
    return schema if is_bounded else _remove_bounds(schema)


def _remove_bounds(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: _remove_bounds(value) for key, value in schema.items() if key not in _BOUNDS}
    return schema
