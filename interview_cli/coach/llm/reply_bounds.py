"""Where a reply ends: the first whole question or JSON object, or a number of characters."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from interview_cli.coach.llm.question_marks import mask_quoted
from interview_cli.coach.llm.replies import MAX_OBJECTS_TRIED
from interview_cli.coach.llm.rules import find_pattern
from interview_cli.english.words import tokenize
from interview_cli.model_settings import (
    MAX_POST_REPLY_CHARS,
    MAX_QUESTION_CHARS,
)

_QUESTION_END = re.compile(r"(?:\?(?=\W|\Z)|[？؟])[*_\"”»)]*")
_PARAGRAPH_END = re.compile(r"[.!。][*_\"”»)]*(?=\s*\n)")
_OPEN_QUOTE = re.compile(r"(?:\A|(?<=\s))(?:[“„«「『][^”“»」』]*|\"[^\"\n]*)\Z")
"""Words that may still be a quotation."""
_ANY_QUESTION = "What was the first thing that you did when it broke?"
"""Passes the checks, so all of them are run on it."""
_MAX_PROSE_CHARS = 3_000
"""Models that think aloud before they write an object need less."""
_MIN_WORDS = 5
"""A shorter question is a greeting ("Ready?")."""


@dataclass(frozen=True)
class ReplyBounds:
    """When to stop reading a reply."""

    max_chars: int
    """Reading stops here; thoughts do not count."""
    find_end: Callable[[str], int | None]
    """Returns where the first whole reply of a text ends, None if there is none so far. Reading
    stops there as soon as anything follows it."""
    is_long: bool = False
    """Whether a reply takes so long that one that was too slow is not requested again."""
    check_chars: int = 1
    """How many characters arrive between two checks."""
    max_prose_chars: int | None = None
    """A reply that must be a JSON object ends at so much text without the beginning of one."""
    prepare: Callable[[], object] = lambda: None
    """Loads what `find_end` needs; called while the request waits for its reply."""
    is_resampled: bool = False
    """Whether who asks repeats the request with other sampling if the reply is degenerate."""

    def is_exceeded(self, text: str) -> bool:
        """Return whether a text is longer than any reply of use."""
        is_prose = self.max_prose_chars is not None and "{" not in text
        return len(text) > ((is_prose and self.max_prose_chars) or self.max_chars)


def bound_question(is_good: Callable[[str], bool]) -> ReplyBounds:
    """Bound one question. `is_good` says whether a text that ends like a question is one."""
    return ReplyBounds(
        MAX_QUESTION_CHARS,
        lambda text: find_question_end(text, is_good),
        prepare=lambda: find_question_end(_ANY_QUESTION, is_good),
        is_resampled=True,
    )


def bound_review(schema: dict[str, Any], whole: dict[str, Any] | None = None) -> ReplyBounds:
    """Bound a review by a schema with bounds.

    Asked for a part, some models write all of it again: the schema of the `whole` allows for that.
    """
    # Imported here: most turns ask for a question.
    from interview_cli.coach.llm.review_schema import TEXT_TOLERANCE, measure_longest

    key = next(iter(schema["properties"]))
    return ReplyBounds(
        TEXT_TOLERANCE * measure_longest(whole or schema),
        lambda text: find_object_end(text, key),
        is_long=True,
        check_chars=100,
        max_prose_chars=_MAX_PROSE_CHARS,
    )


def bound_post_reply() -> ReplyBounds:
    """Bound a turn of a job post."""
    return ReplyBounds(
        MAX_POST_REPLY_CHARS,
        lambda text: find_object_end(text, "acts"),
        check_chars=20,
        max_prose_chars=_MAX_PROSE_CHARS,
    )


def find_question_end(text: str, is_good: Callable[[str], bool]) -> int | None:
    """Return where the first whole question of a text ends; None if there is none so far.

    A question mark ends it, and so does the end of a paragraph that asks to tell something.
    `is_good` has the last word. A text that thinks aloud has no end: thoughts may hold questions.
    """
    if find_pattern("reply_bounds", "thinking_aloud").match(text):
        return None
    plain = mask_quoted(text[: MAX_QUESTION_CHARS + 1])  # a longer one is none
    plain = _OPEN_QUOTE.sub(lambda match: " " * len(match[0]), plain)
    ends = (end for end in _find_ends(plain) if len(tokenize(plain[:end])) >= _MIN_WORDS)
    return next((end for end in ends if is_good(text[:end].strip())), None)


def _find_ends(plain: str) -> Iterator[int]:
    marks = [match.end() for match in _QUESTION_END.finditer(plain)]
    paragraphs = [match.end() for match in _PARAGRAPH_END.finditer(plain)]
    token = find_pattern("question_cleaning", "token")
    turns = [match.start() for match in token.finditer(plain)]
    demand = find_pattern("question_check", "demand").search(plain)
    first_demand = demand.end() if demand else len(plain) + 1
    yield from sorted(marks + [end for end in paragraphs + turns if end > first_demand])


def find_object_end(text: str, key: str) -> int | None:
    """Return where the first whole JSON object with that key ends; None if there is none so far."""
    # Counting is quicker than parsing, and nearly always tells that an object is still open.
    if text.count("{") > text.count("}"):
        return None
    end = 0
    for _ in range(MAX_OBJECTS_TRIED):
        start = text.find("{", end)
        if start < 0:
            break
        end = start + 1
        with suppress(ValueError, RecursionError):
            found, end = json.JSONDecoder(strict=False).raw_decode(text, start)
            if key in found:
                return end
    return None
