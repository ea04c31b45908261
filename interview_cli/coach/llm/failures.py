"""Explain the failures of an endpoint to the user.

Text from the server is never passed on, because it may quote the key or the CV.
"""

from dataclasses import dataclass

from interview_cli.english.rules import load_rules
from interview_cli.errors import CoachFailed
from interview_cli.next_step import Action, Hint, NextStep


@dataclass(frozen=True)
class Endpoint:
    """The parts of an endpoint that a message may name, without key and password."""

    host: str
    model: str
    has_key: bool
    options: tuple[str, ...]
    """Names of the fields that the user added to the request."""


class RequestFailed(CoachFailed):
    """A request that gave nothing usable.

    `remedy` is what to do before trying again, if anything. `is_transient` says that the same
    request may succeed soon, `wait_s` how long the server asks to wait, `is_silence` that nothing
    arrived in time, `rejects_format` that the server may refuse the demand for JSON. `refused`
    names what the server says it refuses: `temperature`, `seed`, or `bounds` in a schema.
    """

    def __init__(
        self,
        message: str,
        remedy: Hint | None,
        *,
        is_transient: bool = False,
        wait_s: float | None = None,
        is_silence: bool = False,
        rejects_format: bool = False,
        refused: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(message, remedy)
        self.is_transient = is_transient
        self.wait_s = wait_s
        self.is_silence = is_silence
        self.rejects_format = rejects_format
        self.refused = refused


MAX_SERVER_TEXT_CHARS = 4_000
"""At most this much of a server's text about a failure is read."""
_REFUSABLE = ("temperature", "seed", "bounds")
"""Parts of a request that a server may refuse by name."""
_ADDRESS = "check OPENAI_BASE_URL (it usually ends in /v1)"


def _mentions(subject: str, server_text: str) -> bool:
    """Return whether a server's text is about a subject, which is a group of `failures.toml`."""
    rules = load_rules("interview_cli.coach.llm", "failures.toml")
    return rules[subject].pattern.search(server_text) is not None


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
    host, model = endpoint.host, endpoint.model
    if status < 400:
        return RequestFailed(
            f"{host} redirects to {redirect_host or 'another address'}; nothing was sent there.",
            "if you trust that address, set OPENAI_BASE_URL to it",
        )
    if status == 401:
        return RequestFailed(
            f"{host} rejects the key." if endpoint.has_key else f"{host} requires a key.",
            "set OPENAI_API_KEY to a key that is valid there",
        )
    if status == 402 or (status == 429 and _mentions("quota", server_text)):
        return _explain_quota(host)
    if status == 403:
        return RequestFailed(
            f"{host} forbids this (status 403): the key, the model {model} or the country.",
            NextStep(Action.CHECK_KEY_OR_CHOOSE_MODEL),
        )
    if status == 413 or _mentions("context", server_text):
        return _explain_context(server_text, endpoint)
    if status == 407:
        return RequestFailed("the proxy asks for a password.", "check HTTPS_PROXY and HTTP_PROXY")
    if status == 429:
        return _explain_rate(wait_s, host)
    if status in (408, 409, 425) or (status >= 500 and status != 501):
        return RequestFailed(
            f"{host} has an internal error (status {status}).",
            None,
            is_transient=True,
            wait_s=wait_s,
            rejects_format=_mentions("format", server_text),
            refused=_find_refused(server_text),
        )
    return _explain_bad_request(status, server_text, endpoint)


def explain_text(server_text: str, endpoint: Endpoint) -> RequestFailed | None:
    """Return the failure that a reply with status 200 reports, if it is a known one."""
    if _mentions("rate", server_text):
        return _explain_rate(None, endpoint.host)
    if _mentions("quota", server_text):
        return _explain_quota(endpoint.host)
    if _mentions("context", server_text):
        return _explain_context(server_text, endpoint)
    if _mentions("model", server_text) or _mentions("filter", server_text):
        return _explain_bad_request(400, server_text, endpoint)
    return None


def _explain_context(server_text: str, endpoint: Endpoint) -> RequestFailed:
    if _names_option(endpoint.options, server_text):
        return _explain_options(endpoint)
    return RequestFailed(
        f"CV, job description and answers are too long for the model {endpoint.model}.",
        "choose a model with a longer context, or lower INTERVIEW_DOCUMENT_CHARS (to 20000, say)",
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


def _explain_bad_request(status: int, server_text: str, endpoint: Endpoint) -> RequestFailed:
    host, model = endpoint.host, endpoint.model
    if _names_option(endpoint.options, server_text):
        return _explain_options(endpoint)
    refused = _find_refused(server_text)
    if not refused and not _mentions("format", server_text):
        if _mentions("model", server_text):
            return RequestFailed(
                f"{host} does not have the model {model}.",
                NextStep(Action.CHOOSE_OFFERED_MODEL),
            )
        if _mentions("filter", server_text):
            return explain_filtered(endpoint)
    if status == 404:
        message, hint = f"{host} has no chat completions at this address.", _ADDRESS
    else:
        message = f"{host} rejects the request (status {status})."
        options = "INTERVIEW_MODEL_OPTIONS, " if endpoint.options else ""
        hint = f"check {options}the key, OPENAI_BASE_URL, and that {model} is a chat model"
    rejects_format = status in (400, 404, 422, 501)
    return RequestFailed(message, hint, rejects_format=rejects_format, refused=refused)


def _find_refused(server_text: str) -> frozenset[str]:
    return frozenset(name for name in _REFUSABLE if _mentions(name, server_text))


def explain_unreachable(endpoint: Endpoint) -> RequestFailed:
    """Explain that there is no connection."""
    return RequestFailed(
        f"cannot connect to {endpoint.host}.",
        "check the network, OPENAI_BASE_URL, and the proxy if one is set",
        is_transient=True,
    )


def explain_untrusted(endpoint: Endpoint) -> RequestFailed:
    """Explain that no known authority signed the certificate, as in some company networks."""
    return RequestFailed(
        f"the certificate of {endpoint.host} is not trusted.",
        "if it belongs to your network, name its file in SSL_CERT_FILE",
    )


def explain_broken_off(endpoint: Endpoint) -> RequestFailed:
    """Explain that the connection broke, or that the reply ended early."""
    return RequestFailed(
        f"the reply from {endpoint.host} broke off.",
        None,
        is_transient=True,
    )


def explain_slow(endpoint: Endpoint, limit_s: float, *, had_begun: bool) -> RequestFailed:
    """Explain a reply that exceeds the time limit; one that had begun is not retried."""
    state = "is still writing" if had_begun else "does not answer"
    seconds = f"{limit_s:g} seconds"
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} {state} after {seconds}.",
        "give it more time with INTERVIEW_LLM_TIMEOUT (seconds)",
        is_transient=not had_begun,
        is_silence=not had_begun,
    )


def explain_not_completion(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply with status 200 that is not a chat completion."""
    return RequestFailed(f"{endpoint.host} answers, but not with a chat completion.", _ADDRESS)


def explain_empty(endpoint: Endpoint) -> RequestFailed:
    """Explain a chat completion without text, or with a tool call that was not offered."""
    return RequestFailed(
        f"the model {endpoint.model} gave an empty reply.", None, is_transient=True
    )


def explain_cut_off(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply that was cut at the server's length limit."""
    return RequestFailed(
        f"the reply of the model {endpoint.model} was cut off by a limit on its length.",
        "raise the token limit or the context size of the server, or choose another model",
    )


def explain_filtered(endpoint: Endpoint) -> RequestFailed:
    """Explain a refusal by the model or by a filter."""
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} refuses to answer.",
        NextStep(Action.RETRY_OR_CHOOSE_MODEL),
    )


def explain_no_key(endpoint: Endpoint) -> RequestFailed:
    """Explain that neither a key nor a base URL is set."""
    return RequestFailed(
        f"no key for {endpoint.host} is set.",
        "set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own",
    )


def explain_no_client(endpoint: Endpoint) -> RequestFailed:
    """Explain that the client could not be created, because of an unusable proxy or address."""
    return RequestFailed(
        f"the connection to {endpoint.host} cannot be set up.",
        "check OPENAI_BASE_URL, OPENAI_API_KEY and the proxy settings",
    )


def explain_unusable(endpoint: Endpoint, what: str) -> RequestFailed:
    """Explain that the reply was unusable twice."""
    return RequestFailed(
        f"the model {endpoint.model} gave no usable {what}.",
        NextStep(Action.CHOOSE_MODEL),
    )


def explain_degenerate(endpoint: Endpoint, faults: str) -> RequestFailed:
    """Explain a review that stays unfit for these answers; `faults` says in which ways."""
    return RequestFailed(
        f"the model {endpoint.model} gave a review that does not fit the answers ({faults}).",
        NextStep(Action.CHOOSE_MODEL),
    )
