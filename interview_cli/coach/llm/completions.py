"""A chat completion, whole or in a stream, → the model's text, or what is wrong with it."""

import json
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.failures import Endpoint
from interview_cli.coach.llm.replies import shown
from interview_cli.english.words import tokens
from interview_cli.model_settings import MAX_REPLY_CHARS
from interview_cli.text import clean

_LOOK_S = 0.05
"""A stream is shown so often; each look reads all that there is of it."""


def whole(content: bytes, endpoint: Endpoint) -> str:
    """The text of a body with status 200, which may hold anything. Raises RequestFailed."""
    try:
        choice = json.loads(content)["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
        finish = str(choice.get("finish_reason") or "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        said = content[: failures.MAX_SAID_CHARS].decode(errors="replace")
        told = failures.told(said, endpoint) if '"error"' in said else None
        raise told or failures.not_a_completion(endpoint) from error
    if refusal:
        raise failures.filtered(endpoint)
    return _usable(_joined(text), finish, endpoint)


def streamed(chunks: Iterable[Any], endpoint: Endpoint, tell: Callable[[str], None]) -> str:
    """The text of a stream; `tell` takes what there is of it, from time to time.

    Raises RequestFailed, and what the client raises for a chunk that it cannot read.
    """
    so_far, next_look = "", 0.0
    for chunk in chunks:
        choice = next((one for one in chunk.choices or () if one.index == 0), None)
        if choice is None:
            continue
        if getattr(choice.delta, "refusal", None):
            raise failures.filtered(endpoint)
        so_far += _joined(getattr(choice.delta, "content", None))
        if choice.finish_reason:
            return _usable(so_far, str(choice.finish_reason), endpoint)
        if len(so_far) > MAX_REPLY_CHARS:
            raise failures.not_a_completion(endpoint)
        if monotonic() >= next_look and (text := clean(shown(so_far))):
            tell(text)
            next_look = monotonic() + _LOOK_S
    # A connection that ends early is no error to the client.
    raise failures.broken_off(endpoint)


def _usable(reply: str, finish: str, endpoint: Endpoint) -> str:
    text, end = clean(shown(reply)), finish.lower()
    if end in ("length", "max_tokens"):
        raise failures.cut_off(endpoint)
    if end == "content_filter":
        raise failures.filtered(endpoint)
    if end in ("tool_calls", "function_call") or not tokens(text):
        raise failures.empty(endpoint)
    if len(text) > MAX_REPLY_CHARS:
        raise failures.not_a_completion(endpoint)
    return text


def _joined(content: Any) -> str:
    """Text, or the text of a list of parts, as some servers send it."""
    if isinstance(content, list):
        return "".join(_joined(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""
