"""What an endpoint's refusals and odd replies mean, as the user will read it.

Nothing that a server says is passed on: it may quote the key or the CV.
"""

import re
from dataclasses import dataclass

from interview_cli.errors import CoachFailed
from interview_cli.next_step import Action, Hint, NextStep


@dataclass(frozen=True)
class Endpoint:
    """Where a model is reached, as far as a message may say: no key, no password."""

    host: str
    model: str
    has_key: bool
    options: tuple[str, ...]
    """The further fields that the user asked for."""


class RequestFailed(CoachFailed):
    """A request that brought nothing usable.

    `remedy` is what to do before trying again, if anything. `is_transient`: the same request may
    succeed in a moment; `wait_s` is how long the server asks to wait before. `is_silence`: nothing
    came in time. `rejects_format`: what the server refuses may be the demand for JSON.
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
    ) -> None:
        super().__init__(message, remedy)
        self.is_transient = is_transient
        self.wait_s = wait_s
        self.is_silence = is_silence
        self.rejects_format = rejects_format


MAX_SAID_CHARS = 4_000
"""How much of what a server writes about a failure is looked at."""
_ADDRESS = "check OPENAI_BASE_URL (it usually ends in /v1)"

_FORMAT = re.compile(r"response_format|json_schema|json schema|structured output|grammar", re.I)
_CONTEXT = re.compile(
    r"context.{0,20}(?:length|window|size)|maximum context|max_model_len|too many tokens"
    r"|(?:prompt|input|request).{0,30}too (?:long|large)|exceeds?.{0,40}(?:tokens|context)",
    re.I | re.S,
)
_MODEL = re.compile(
    r"model.{0,80}(?:not found|not exist|n't exist|not loaded|not available|unknown)"
    r"|(?:unknown|invalid|no such|unsupported) model|no models? (?:is |are )?loaded|try pulling it",
    re.I | re.S,
)
_FILTER = re.compile(r"content.{0,12}(?:filter|policy)|moderation|flagged", re.I)
_QUOTA = re.compile(
    r"insufficient_quota|exceeded your current quota|billing_(?:hard_limit|not_active)"
    r"|(?:insufficient|no|low|negative).{0,20}(?:credits?|balance|funds)|credit balance is",
    re.I | re.S,
)
_RATE = re.compile(r"rate.?limit|too many requests|quota exceeded", re.I)


def refused(
    status: int, said: str, wait_s: float | None, elsewhere: str | None, endpoint: Endpoint
) -> RequestFailed:
    """The failure behind an HTTP status, 300 or above.

    `said` is what the server wrote about it, `wait_s` its Retry-After in seconds, `elsewhere` the
    host to which it redirects.
    """
    host, model = endpoint.host, endpoint.model
    if status < 400:
        return RequestFailed(
            f"{host} redirects to {elsewhere or 'another address'}, and nothing was sent there.",
            "if you trust that address, set OPENAI_BASE_URL to it",
        )
    if status == 401:
        return RequestFailed(
            f"{host} refuses the key." if endpoint.has_key else f"{host} asks for a key.",
            "set OPENAI_API_KEY to a key that is valid there",
        )
    if status == 402 or (status == 429 and _QUOTA.search(said)):
        return _no_quota(host)
    if status == 403:
        return RequestFailed(
            f"{host} does not allow this (status 403): the key, the model {model}, or the country.",
            NextStep(Action.CHECK_KEY_OR_CHOOSE_MODEL),
        )
    if status == 413 or _CONTEXT.search(said):
        return _too_long(said, endpoint)
    if status == 407:
        return RequestFailed("the proxy asks for a password.", "check HTTPS_PROXY and HTTP_PROXY")
    if status == 429:
        return _too_many(wait_s, host)
    if status in (408, 409, 425) or (status >= 500 and status != 501):
        return RequestFailed(
            f"{host} has a fault of its own (status {status}).",
            None,
            is_transient=True,
            wait_s=wait_s,
            rejects_format=_FORMAT.search(said) is not None,
        )
    return _bad_request(status, said, endpoint)


def told(said: str, endpoint: Endpoint) -> RequestFailed | None:
    """The failure that a server tells of in a reply with status 200, if it can be recognised."""
    if _RATE.search(said):
        return _too_many(None, endpoint.host)
    if _QUOTA.search(said):
        return _no_quota(endpoint.host)
    if _CONTEXT.search(said):
        return _too_long(said, endpoint)
    if _MODEL.search(said) or _FILTER.search(said):
        return _bad_request(400, said, endpoint)
    return None


def _too_long(said: str, endpoint: Endpoint) -> RequestFailed:
    if _named(endpoint.options, said):
        return _options_refused(endpoint)
    return RequestFailed(
        f"CV, job description and answers are longer than the model {endpoint.model} can take.",
        "choose a model with a longer context, or set INTERVIEW_DOCUMENT_CHARS lower (20000)",
    )


def _named(options: tuple[str, ...], said: str) -> bool:
    return any(name in said for name in options)


def _options_refused(endpoint: Endpoint) -> RequestFailed:
    return RequestFailed(
        f"{endpoint.host} refuses an option of yours for the model {endpoint.model}.",
        "check INTERVIEW_MODEL_OPTIONS",
    )


def _no_quota(host: str) -> RequestFailed:
    return RequestFailed(f"the account at {host} has no quota left.", "check its plan and billing")


def _too_many(wait_s: float | None, host: str) -> RequestFailed:
    asks = f" and asks to wait {wait_s:.0f} seconds" if wait_s else ""
    return RequestFailed(
        f"{host} has too many requests just now{asks}.",
        "wait a little",
        is_transient=True,
        wait_s=wait_s,
    )


def _bad_request(status: int, said: str, endpoint: Endpoint) -> RequestFailed:
    host, model = endpoint.host, endpoint.model
    if _named(endpoint.options, said):
        return _options_refused(endpoint)
    if not _FORMAT.search(said):
        if _MODEL.search(said):
            return RequestFailed(
                f"{host} does not have the model {model}.",
                NextStep(Action.CHOOSE_OFFERED_MODEL),
            )
        if _FILTER.search(said):
            return filtered(endpoint)
    if status == 404:
        message, hint = f"{host} has no chat completions at this address.", _ADDRESS
    else:
        message = f"{host} refuses the request (status {status})."
        own = "INTERVIEW_MODEL_OPTIONS, " if endpoint.options else ""
        hint = f"check {own}the key, OPENAI_BASE_URL, and that the model {model} is one for chat"
    return RequestFailed(message, hint, rejects_format=status in (400, 404, 422, 501))


def unreachable(endpoint: Endpoint) -> RequestFailed:
    """No connection."""
    return RequestFailed(
        f"there is no connection to {endpoint.host}.",
        "check the network, OPENAI_BASE_URL, and the proxy if one is set",
        is_transient=True,
    )


def not_trusted(endpoint: Endpoint) -> RequestFailed:
    """A certificate that nobody known has signed, as some networks put between."""
    return RequestFailed(
        f"the certificate of {endpoint.host} is not trusted.",
        "if it is your network's own, name its file in SSL_CERT_FILE",
    )


def broken_off(endpoint: Endpoint) -> RequestFailed:
    """A connection that broke, or a reply that ended before its end."""
    return RequestFailed(
        f"the reply from {endpoint.host} broke off.",
        None,
        is_transient=True,
    )


def too_slow(endpoint: Endpoint, limit_s: float, *, had_begun: bool) -> RequestFailed:
    """No whole reply within the limit of a request. One that had begun would be as slow again."""
    slow = "is still writing" if had_begun else "does not answer"
    seconds = f"{limit_s:g} seconds"
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} {slow} after {seconds}.",
        "give it more time with INTERVIEW_LLM_TIMEOUT (seconds)",
        is_transient=not had_begun,
        is_silence=not had_begun,
    )


def not_a_completion(endpoint: Endpoint) -> RequestFailed:
    """A reply with status 200 that is no chat completion."""
    return RequestFailed(f"{endpoint.host} answers, but not as a model does.", _ADDRESS)


def empty(endpoint: Endpoint) -> RequestFailed:
    """A chat completion without text: nothing, or a call of tools that nobody offered."""
    return RequestFailed(
        f"the model {endpoint.model} gave an empty reply.", None, is_transient=True
    )


def cut_off(endpoint: Endpoint) -> RequestFailed:
    """A reply that reached the server's limit of length."""
    return RequestFailed(
        f"the reply of the model {endpoint.model} was cut off by a limit on its length.",
        "raise the limit of tokens or the context at the server, or choose another model",
    )


def filtered(endpoint: Endpoint) -> RequestFailed:
    """A refusal: the model's own, or that of a filter before it."""
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} refuses to answer.",
        NextStep(Action.RETRY_OR_CHOOSE_MODEL),
    )


def no_key(endpoint: Endpoint) -> RequestFailed:
    """Neither a key nor an address that may need none."""
    return RequestFailed(
        f"no key for {endpoint.host} is set.",
        "set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own",
    )


def no_client(endpoint: Endpoint) -> RequestFailed:
    """The client could not even be made: a proxy or an address that cannot be used."""
    return RequestFailed(
        f"the connection to {endpoint.host} cannot be set up.",
        "check OPENAI_BASE_URL, OPENAI_API_KEY and the proxy settings",
    )


def unusable(endpoint: Endpoint, what: str) -> RequestFailed:
    """Replies that stayed unusable, asked for twice."""
    return RequestFailed(
        f"the model {endpoint.model} gave no usable {what}.",
        NextStep(Action.CHOOSE_MODEL),
    )
