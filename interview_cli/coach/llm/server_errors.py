"""Tell from the status and the text of a server's error what went wrong.

The text is not passed on, because it may quote the key or the CV.
"""

import re
from functools import partial

from interview_cli.coach.llm.failures import (
    ADDRESS,
    Endpoint,
    Feature,
    RequestFailed,
    explain_filtered,
)
from interview_cli.coach.llm.rules import find_group, has_match
from interview_cli.next_step import Action, NextStep

MAX_SERVER_TEXT_CHARS = 4_000
"""At most this much of a server's text about a failure is read."""
_MAX_CONTEXT_TOKENS = 100_000_000
_LOADING_WAIT_S = 5.0
_UNIT_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_PART_OF_WAIT = re.compile(r"([\d.]+) ?(ms|[hms])")
_FORMS: tuple[Feature, ...] = ("system", "usage", "stream")
"""Forms of a request; each is a group of `failures.toml`. "stream_options" also mentions
a stream."""
_OPTIONS: tuple[Feature, ...] = ("temperature", "seed", "bounds")
"""Parts of a request that can be left out; several may be refused at once."""


_find_group = partial(find_group, "failures")
_mentions = partial(has_match, "failures")
"""Whether a server's text is about a subject, which is a group of `failures.toml`."""


def explain_status(
    status: int,
    server_text: str,
    wait_s: float | None,
    redirect_host: str | None,
    endpoint: Endpoint,
) -> RequestFailed:
    """Return the failure behind an HTTP status of 300 or above.

    `server_text` is what the server wrote about it, `wait_s` its Retry-After in seconds,
    `redirect_host` the host to which it redirects.
    """
    host = endpoint.host
    if status < 400:
        return RequestFailed(
            f"{host} redirects to {redirect_host or 'another address'}; nothing was sent there.",
            "if you trust that address, set OPENAI_BASE_URL to it",
        )
    named_wait_s = _parse_wait(server_text)
    has_quota = named_wait_s is not None or not _mentions("quota", server_text)
    if status == 402 or (status == 429 and not has_quota):
        return _explain_quota(host)
    if status == 429:
        return _explain_rate(wait_s or named_wait_s, host)
    if status in (401, 403, 407):
        return _explain_access(status, endpoint)
    if status == 413 or _mentions("context", server_text):
        return _explain_context(server_text, endpoint)
    if _find_refused_form(server_text):
        return _explain_bad_request(status, server_text, endpoint)
    if _mentions("loading", server_text):
        return _explain_loading(wait_s or named_wait_s, endpoint)
    if status in (408, 409, 425) or (status >= 500 and status != 501):
        return _explain_internal(status, server_text, wait_s, host)
    return _explain_bad_request(status, server_text, endpoint)


def explain_text(server_text: str, endpoint: Endpoint) -> RequestFailed:
    """Return the failure that a reply with status 200 reports: a transient one if unknown."""
    wait_s = _parse_wait(server_text)
    if _mentions("rate", server_text) or wait_s is not None:
        return _explain_rate(wait_s, endpoint.host)
    if _mentions("quota", server_text):
        return _explain_quota(endpoint.host)
    if _mentions("context", server_text):
        return _explain_context(server_text, endpoint)
    if _mentions("loading", server_text):
        return _explain_loading(None, endpoint)
    is_refused = _find_refused_form(server_text) or _find_refused_options(server_text)
    if is_refused or _mentions("model", server_text) or _mentions("filter", server_text):
        return _explain_bad_request(400, server_text, endpoint)
    return _explain_internal(200, server_text, None, endpoint.host)


def _find_refused_form(server_text: str) -> frozenset[Feature]:
    return frozenset([name for name in _FORMS if _mentions(name, server_text)][:1])


def _find_refused_options(server_text: str) -> frozenset[Feature]:
    return frozenset(name for name in _OPTIONS if _mentions(name, server_text))


def _parse_wait(server_text: str) -> float | None:
    """Return the seconds that a server asks to wait in words: "retry in 1m30.5s"."""
    found = _find_group("wait").pattern.search(server_text)
    parts = _PART_OF_WAIT.findall(found[0]) if found else []
    return sum(float(n) * _UNIT_SECONDS[unit] for n, unit in parts) or None


def _parse_number(subject: str, server_text: str) -> int | None:
    """Return the number that a group of `failures.toml` captures in a server's text."""
    found = (rule.pattern.search(server_text) for rule in _find_group(subject).rules)
    numbers = (int(match[1].replace(",", "")) for match in found if match)
    return next((number for number in numbers if 0 < number < _MAX_CONTEXT_TOKENS), None)


def _explain_access(status: int, endpoint: Endpoint) -> RequestFailed:
    host = endpoint.host
    if status == 401:
        return RequestFailed(
            f"{host} rejects the key." if endpoint.has_key else f"{host} requires a key.",
            "set OPENAI_API_KEY to a key that is valid there",
        )
    if status == 407:
        return RequestFailed("the proxy asks for a password.", "check HTTPS_PROXY and HTTP_PROXY")
    return RequestFailed(
        f"{host} forbids this (status 403): the key, the model {endpoint.model} or the country.",
        NextStep(Action.CHECK_KEY_OR_CHOOSE_MODEL),
    )


def _explain_internal(
    status: int, server_text: str, wait_s: float | None, host: str
) -> RequestFailed:
    named = "" if status == 200 else f" (status {status})"
    may_refuse_format = status == 500 or _mentions("format", server_text)
    return RequestFailed(
        f"{host} has an internal error{named}.",
        "check the messages of the server, or wait a moment",
        is_transient=True,
        wait_s=wait_s,
        # A server that cannot follow a JSON schema may fail in this way.
        refuses=_find_refused_options(server_text) | _name_format(may_refuse_format),
    )


def _explain_loading(wait_s: float | None, endpoint: Endpoint) -> RequestFailed:
    return RequestFailed(
        f"{endpoint.host} is still loading the model {endpoint.model}.",
        "wait until it is loaded",
        is_transient=True,
        wait_s=wait_s or _LOADING_WAIT_S,
    )


def _explain_context(server_text: str, endpoint: Endpoint) -> RequestFailed:
    if _names_option(endpoint.options, server_text):
        return _explain_options(endpoint)
    return RequestFailed(
        f"CV, job description and answers are too long for the model {endpoint.model}.",
        "choose a model with a longer context, or lower INTERVIEW_DOCUMENT_CHARS (to 20000, say)",
        context_tokens=_parse_number("context_size", server_text),
        request_tokens=_parse_number("request_size", server_text),
    )


def _names_option(options: tuple[str, ...], server_text: str) -> bool:
    return any(name in server_text for name in options)


def _explain_options(endpoint: Endpoint) -> RequestFailed:
    return RequestFailed(
        f"{endpoint.host} rejects one of your options for the model {endpoint.model}.",
        "check INTERVIEW_MODEL_OPTIONS",
    )


def _explain_quota(host: str) -> RequestFailed:
    return RequestFailed(f"the account at {host} has no quota left.", "check its plan and billing")


def _explain_rate(wait_s: float | None, host: str) -> RequestFailed:
    request = f" and asks to wait {wait_s:.0f} seconds" if wait_s else ""
    return RequestFailed(
        f"{host} has too many requests at the moment{request}.",
        "wait a moment",
        is_transient=True,
        wait_s=wait_s,
    )


def _name_format(may_be_refused: bool) -> frozenset[Feature]:
    return frozenset(["format"] if may_be_refused else [])


def _explain_bad_request(status: int, server_text: str, endpoint: Endpoint) -> RequestFailed:
    host, model = endpoint.host, endpoint.model
    if _names_option(endpoint.options, server_text):
        return _explain_options(endpoint)
    form = _find_refused_form(server_text)
    refused = form | _find_refused_options(server_text)
    if not refused and not _mentions("format", server_text):
        if _mentions("model", server_text):
            return RequestFailed(
                f"{host} does not have the model {model}.",
                NextStep(Action.CHOOSE_OFFERED_MODEL),
            )
        if _mentions("filter", server_text):
            return explain_filtered(endpoint)
    if status == 404:
        message, hint = f"{host} has no chat completions at this address.", ADDRESS
    else:
        message = f"{host} rejects the request (status {status})."
        options = "INTERVIEW_MODEL_OPTIONS, " if endpoint.options else ""
        hint = f"check {options}the key, OPENAI_BASE_URL, and that {model} is a chat model"
    may_refuse_format = not form and status in (400, 404, 422, 501)
    return RequestFailed(message, hint, refuses=refused | _name_format(may_refuse_format))
