"""Read a model's reply: without its thoughts, and the JSON objects in it."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from interview_cli.coach.llm.rules import find_pattern

MAX_OBJECTS_TRIED = 50
_TRAILING_COMMA = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*+")|,(?=\s*[}\]])', re.DOTALL)


def find_thoughts_end(reply: str) -> int:
    """Return where the thoughts of a reasoning model end at the beginning of a reply.

    0 if there are none, the length of the reply if they have not ended. Tokens that begin a turn
    may stand before them.
    """
    start = 0
    while turn := find_pattern("replies", "turn").match(reply[start:]):
        start += turn.end()
    thoughts = find_pattern("replies", "thoughts").match(reply[start:])
    return start + thoughts.end() if thoughts else 0


def remove_thoughts(reply: str) -> str:
    """Return a reply without the thoughts of a reasoning model."""
    return reply[find_thoughts_end(reply) :].strip()


class UnusableReview(Exception):
    """A reply that is not the JSON asked for; `places` names fields, not their content."""

    def __init__(self, *places: str) -> None:
        super().__init__("unusable review")
        self.places = places


def find_objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a text; line feeds inside their strings are accepted.

    If a trailing comma spoils one, the objects are yielded again as they are without such commas.
    """
    yield from _find_valid_objects(text)
    start = max(0, text.find("{"))
    repaired = _TRAILING_COMMA.sub(lambda match: match["string"] or "", text[start:])
    if repaired != text[start:]:
        yield from _find_valid_objects(repaired)


def _find_valid_objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for start in [match.start() for match in re.finditer(r"\{", text)][:MAX_OBJECTS_TRIED]:
        if start >= end:
            with suppress(ValueError, RecursionError):
                found, end = decoder.raw_decode(text, start)
                yield dict(found)
