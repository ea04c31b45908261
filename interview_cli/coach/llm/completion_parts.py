"""Parse one document of a chat completion: the whole body, or one event of a stream."""

import json
from dataclasses import dataclass
from typing import Any

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.failures import Endpoint
from interview_cli.coach.llm.server_errors import MAX_SERVER_TEXT_CHARS, explain_text

_THOUGHT_FIELDS = ("reasoning_content", "reasoning", "thinking")


@dataclass(frozen=True)
class Part:
    """What one document adds to a reply."""

    text: str
    thoughts: str
    """Thoughts that stand in a field of their own."""
    end: str | None
    """Why the reply ended, in lower case; None if it has not."""
    prompt_tokens: int
    """How many tokens of the request were read; 0 if the server does not say so."""


def parse_body(content: bytes, endpoint: Endpoint) -> Part:
    """Parse a body with status 200, which may hold anything. Raises RequestFailed.

    It is the end of a reply, whether or not it says so. It may be the one chunk of a stream.
    """
    data = _parse_object(content.decode("utf-8-sig", "replace"), endpoint)
    try:
        choice = data["choices"][0]
        message = choice.get("message") or choice["delta"]
        return _parse_choice(choice, message, choice.get("finish_reason") or "", data)
    except (LookupError, TypeError, AttributeError) as error:
        raise failures.explain_not_completion(endpoint) from error


def parse_event(event: str, endpoint: Endpoint) -> Part:
    """Parse an event of a stream; one without a first choice adds no text. Raises RequestFailed."""
    data = _parse_object(event, endpoint)
    try:
        choices = data.get("choices") or ()
        firsts = (choice for choice in choices if not choice.get("index"))
        choice: dict[str, Any] = next(firsts, {})
        message = choice.get("delta") or choice.get("message") or {}
        return _parse_choice(choice, message, choice.get("finish_reason") or None, data)
    except (TypeError, AttributeError) as error:
        raise failures.explain_not_completion(endpoint) from error


def _parse_object(document: str, endpoint: Endpoint) -> dict[str, Any]:
    try:
        data = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise failures.explain_not_completion(endpoint) from error
    if isinstance(data, dict) and (data.get("error") or data.get("object") == "error"):
        raise explain_text(document[:MAX_SERVER_TEXT_CHARS], endpoint)
    if not isinstance(data, dict):
        raise failures.explain_not_completion(endpoint)
    return data


def _parse_choice(
    choice: dict[str, Any], message: dict[str, Any], end: Any, data: dict[str, Any]
) -> Part:
    usage = data.get("usage")
    tokens = usage.get("prompt_tokens") if isinstance(usage, dict) else None
    return Part(
        _join_parts(message.get("content")),
        next(filter(None, (_join_parts(message.get(field)) for field in _THOUGHT_FIELDS)), ""),
        "refusal" if message.get("refusal") else None if end is None else str(end).lower(),
        tokens if isinstance(tokens, int) else 0,
    )


def _join_parts(content: Any) -> str:
    """Return text, or join the list of parts that some servers send."""
    if isinstance(content, list):
        return "".join(_join_parts(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""
