"""Read the model's text from a chat completion, whole or streamed, or say what is wrong with it."""

import json
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.failures import Endpoint
from interview_cli.coach.llm.replies import remove_thoughts
from interview_cli.english.words import tokenize
from interview_cli.model_settings import MAX_REPLY_CHARS
from interview_cli.text import remove_controls

_SHOW_INTERVAL_S = 0.05
"""The shortest time between two updates, because each one parses the whole text again."""


def read_body(content: bytes, endpoint: Endpoint) -> str:
    """Return the text of a body with status 200, which may hold anything. Raises RequestFailed."""
    try:
        choice = json.loads(content)["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
        finish = str(choice.get("finish_reason") or "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        server_text = content[: failures.MAX_SERVER_TEXT_CHARS].decode(errors="replace")
        failure = failures.explain_text(server_text, endpoint) if '"error"' in server_text else None
        raise failure or failures.explain_not_completion(endpoint) from error
    if refusal:
        raise failures.explain_filtered(endpoint)
    return _require_usable(_join_parts(text), finish, endpoint)


def read_stream(chunks: Iterable[Any], endpoint: Endpoint, show: Callable[[str], None]) -> str:
    """Return the text of a stream; call `show` with the text so far from time to time.

    Raises RequestFailed, and whatever the client raises for a chunk that it cannot read.
    """
    so_far, next_show = "", 0.0
    for chunk in chunks:
        choice = next((choice for choice in chunk.choices or () if choice.index == 0), None)
        if choice is None:
            continue
        if getattr(choice.delta, "refusal", None):
            raise failures.explain_filtered(endpoint)
        so_far += _join_parts(getattr(choice.delta, "content", None))
        if choice.finish_reason:
            return _require_usable(so_far, str(choice.finish_reason), endpoint)
        if len(so_far) > MAX_REPLY_CHARS:
            raise failures.explain_not_completion(endpoint)
        if monotonic() >= next_show and (text := remove_controls(remove_thoughts(so_far))):
            show(text)
            next_show = monotonic() + _SHOW_INTERVAL_S
    # The client does not report a connection that ends early.
    raise failures.explain_broken_off(endpoint)


def _require_usable(reply: str, finish: str, endpoint: Endpoint) -> str:
    text, end = remove_controls(remove_thoughts(reply)), finish.lower()
    if end in ("length", "max_tokens"):
        raise failures.explain_cut_off(endpoint)
    if end == "content_filter":
        raise failures.explain_filtered(endpoint)
    if end in ("tool_calls", "function_call") or not tokenize(text):
        raise failures.explain_empty(endpoint)
    if len(text) > MAX_REPLY_CHARS:
        raise failures.explain_not_completion(endpoint)
    return text


def _join_parts(content: Any) -> str:
    """Return text, or join the list of parts that some servers send."""
    if isinstance(content, list):
        return "".join(_join_parts(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""
