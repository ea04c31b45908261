"""Faults of an endpoint, and what is expected of the client."""

import json

from tests.conftest import KEY
from tests.model_server import (
    Behaviour,
    drip,
    hang,
    raw,
    redirect,
    refuse,
    reset_before,
    reset_in_the_middle,
    say,
    stream,
)
from tests.time_limits import scaled

CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
FILTERED = {"choices": [{"message": {"content": None}, "finish_reason": "content_filter"}]}

FAULTS: dict[str, tuple[Behaviour, str, int]] = {
    "401": (refuse(401, f"Incorrect API key provided: {KEY}"), "rejects the key", 1),
    "403": (refuse(403), "forbids this (status 403)", 1),
    "404 no such model": (
        refuse(404, "The model `x` does not exist", "model_not_found"),
        "does not have the model",
        1,
    ),
    "404 no such model, as Ollama says it": (
        refuse(404, 'model "x" not found, try pulling it first'),
        "does not have the model",
        1,
    ),
    "400 unknown model, as LiteLLM says it": (
        refuse(400, "Invalid model name passed in model=x"),
        "does not have the model",
        1,
    ),
    "404 wrong address": (refuse(404, "Not Found"), "no chat completions at this address", 1),
    "405": (refuse(405, "Method Not Allowed"), "rejects the request (status 405)", 1),
    "400 context too long": (
        refuse(400, "This model's maximum context length is 512 tokens", "context_length_exceeded"),
        "is too small for this interview",
        1,
    ),
    "400 context too long, as llama.cpp says it": (
        refuse(400, "the request exceeds the available context size", "exceed_context_size_error"),
        "too long for the model",
        1,
    ),
    "413": (refuse(413, "Payload Too Large"), "too long for the model", 1),
    "400 filtered": (
        refuse(400, "The response was filtered", "content_filter"),
        "refuses to answer",
        1,
    ),
    "402": (refuse(402, "Payment required"), "no quota left", 1),
    "429 no quota": (
        refuse(429, "You exceeded your current quota", "insufficient_quota"),
        "no quota left",
        1,
    ),
    "429 no money": (refuse(429, "Your credit balance is too low"), "no quota left", 1),
    "429": (refuse(429), "too many requests at the moment.", 3),
    "429 with a long Retry-After": (
        refuse(429, retry_after="100"),
        "asks to wait 100 seconds",
        1,
    ),
    "500": (refuse(500), "internal error (status 500)", 3),
    "503": (refuse(503), "internal error (status 503)", 3),
    "529": (refuse(529), "internal error (status 529)", 3),
    "redirect": (redirect("http://elsewhere.example/v1"), "redirects to elsewhere.example", 1),
    "redirect to no address": (redirect("http://[x"), "redirects to another address", 1),
    "redirect on the same host": (redirect("/elsewhere"), "redirects to another address", 1),
    "reset before": (reset_before, "broke off", 3),
    "reset in the middle": (reset_in_the_middle, "broke off", 3),
    "hang": (hang, "has not begun to answer after", 2),
    "a byte a moment": (drip, "has not begun to answer after", 2),
    "HTML": (raw(b"<html>Sign in</html>", "text/html"), "not with a chat completion", 1),
    "HTML that says it is JSON": (raw(b"<html>Sign in</html>"), "not with a chat completion", 1),
    "garbage": (raw(b"\x00\xff\xfe{]"), "not with a chat completion", 1),
    "nothing": (raw(b""), "not with a chat completion", 1),
    "a list": (raw(b"[1]"), "not with a chat completion", 1),
    "null": (raw(b"null"), "not with a chat completion", 1),
    "a number": (raw(b"3"), "not with a chat completion", 1),
    "deep nesting": (raw(b"[" * 100_000), "not with a chat completion", 1),
    "an error with status 200": (
        raw(b'{"error": {"message": "no"}}'),
        "has an internal error.",
        3,
    ),
    "no choices": (raw(b'{"choices": []}'), "not with a chat completion", 1),
    "choices null": (raw(b'{"choices": null}'), "not with a chat completion", 1),
    "a choice of nothing": (raw(b'{"choices": [{}]}'), "not with a chat completion", 1),
    "a message that is none": (
        raw(b'{"choices": [{"message": 3}]}'),
        "not with a chat completion",
        1,
    ),
    "content null": (say(None), "empty reply", 2),
    "content empty": (say(""), "empty reply", 2),
    "only thoughts": (say("<think>hm</think>"), "held only its thoughts", 2),
    "content that is no text": (say({"a": 1}), "empty reply", 2),
    "a refusal": (say(None, refusal="I can't help with that"), "refuses to answer", 1),
    "filtered": (raw(json.dumps(FILTERED).encode()), "refuses to answer", 1),
    "cut by length": (say("How did your", "length"), "cut off by a limit", 1),
    "a tool call": (say(None, "tool_calls", tool_calls=[CALL]), "empty reply", 2),
    "ended in an error": (say("What did you wire last?", "error"), "because of an error", 3),
    "a loop": (say("word " * 2_000), "loops: it writes the same words", 2),
    "white space without end": (stream("{" + " \n" * 9_000), "loops: it writes white space", 2),
}
"""Behaviour, words of the error message, and how many requests are sent if there is time."""

SILENT = ("hang", "a byte a moment")
"""Faults that only a time limit ends."""


def time_limit(fault: str) -> str:
    """Return INTERVIEW_LLM_TIMEOUT for this fault: short if the test waits for it to expire."""
    return short_limit() if fault in SILENT else "40"


def short_limit() -> str:
    """Return a short INTERVIEW_LLM_TIMEOUT that leaves time for two requests and a wait."""
    return f"{scaled(0.7):g}"
