"""Explain the failures of an endpoint to the user.

Text from the server is never passed on, because it may quote the key or the CV.
"""

from dataclasses import dataclass
from typing import Literal

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


Feature = Literal["format", "bounds", "stream", "usage", "system", "temperature", "seed"]
"""What a server may refuse in a request: the demand for JSON, the bounds in its schema, a stream,
figures at its end, a message of the system, or an option of sampling."""


class RequestFailed(CoachFailed):
    """A request that gave nothing usable. `remedy` is what to do before trying again, if anything.

    `is_transient` says that the same request may succeed soon, `wait_s` how long the server asks to
    wait. `is_costly` says that much time or text was spent, so that a long reply is not requested
    again. `is_degenerate` says that the model wrote nothing of use: other sampling may help.
    `refuses` names what the server may have refused, so that a request without it may
    succeed. `context_tokens` is how many tokens the server takes, and `request_tokens` how many it
    counted, for a request that was too long.
    """

    def __init__(
        self,
        message: str,
        remedy: Hint | None,
        *,
        is_transient: bool = False,
        wait_s: float | None = None,
        is_costly: bool = False,
        is_degenerate: bool = False,
        refuses: frozenset[Feature] = frozenset(),
        context_tokens: int | None = None,
        request_tokens: int | None = None,
    ) -> None:
        super().__init__(message, remedy)
        self.is_transient = is_transient
        self.wait_s = wait_s
        self.is_costly = is_costly
        self.is_degenerate = is_degenerate
        self.refuses = refuses
        self.context_tokens = context_tokens
        self.request_tokens = request_tokens

    @property
    def rejects_format(self) -> bool:
        """Whether the server may have refused the demand for JSON."""
        return not self.refuses.isdisjoint({"format", "bounds"})


MORE_TIME = "give it more time with INTERVIEW_LLM_TIMEOUT (seconds)"
ADDRESS = "check OPENAI_BASE_URL (it usually ends in /v1)"
_LESS_THOUGHT = """ask for less thinking: INTERVIEW_MODEL_OPTIONS='{"reasoning_effort": "low"}'"""


def explain_small_context(
    endpoint: Endpoint, context_tokens: int, needed_tokens: int, subject: str
) -> RequestFailed:
    """Explain that no prompt of use fits into the context of the model."""
    return RequestFailed(
        f"the context of the model {endpoint.model} at {endpoint.host} ({context_tokens:,} tokens) "
        f"is too small for this {subject}; it needs {needed_tokens:,}.",
        f"give the server a larger context ({_spell_context(needed_tokens)})",
    )


def describe_small_for_review(model: str, needed_tokens: int) -> str:
    """Return a warning that the questions of an interview fit, but not its review."""
    return (
        f"the context of the model {model} is large enough for the questions, but not for the "
        f"feedback, which needs {needed_tokens:,} tokens. Before you ask for it, give the server a "
        f"larger one ({_spell_context(needed_tokens)}), or use the offline coach."
    )


def _spell_context(tokens: int) -> str:
    return f"Ollama: OLLAMA_CONTEXT_LENGTH={tokens}, llama.cpp: -c {tokens}"


def describe_truncation(endpoint: Endpoint) -> str:
    """Return a warning that a server silently dropped a part of the request."""
    return (
        f"{endpoint.host} read only a part of the request: the model {endpoint.model} may not know "
        f"your documents. Give the server a larger context ({_spell_context(32768)})."
    )


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


def explain_silent(endpoint: Endpoint, limit_s: float) -> RequestFailed:
    """Explain a reply of which nothing arrived within the time limit."""
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} has not begun to answer after "
        f"{limit_s:g} seconds.",
        MORE_TIME,
        is_transient=True,
        is_costly=True,
    )


def explain_slow(
    endpoint: Endpoint, limit_s: float, tokens_per_s: float, *, is_thinking: bool
) -> RequestFailed:
    """Explain a reply that had begun but did not end within the time limit."""
    doing = "still thinking" if is_thinking else "slow"
    remedy = _LESS_THOUGHT if is_thinking else "use a smaller model"
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} is {doing} after {limit_s:g} seconds: "
        f"about {tokens_per_s:.1f} tokens a second.",
        f"{remedy}, or {MORE_TIME}",
    )


def explain_loop(endpoint: Endpoint, *, is_blank: bool) -> RequestFailed:
    """Explain a reply that repeats one piece without end. White space shows that the server cannot
    follow the demand for JSON."""
    piece = "white space" if is_blank else "the same words"
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} loops: it writes {piece} without end.",
        NextStep(Action.CHOOSE_MODEL),
        is_transient=True,
        is_costly=True,
        is_degenerate=True,
        refuses=frozenset(["format"] if is_blank else []),
    )


def explain_endless(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply that is longer than any that is asked for."""
    return RequestFailed(
        f"the model {endpoint.model} at {endpoint.host} does not come to an end.",
        NextStep(Action.CHOOSE_MODEL),
        is_degenerate=True,
    )


def explain_refused_part(endpoint: Endpoint, refused: frozenset[Feature]) -> RequestFailed:
    """Explain that no request was left to do without what the server refuses by name."""
    return RequestFailed(
        f"{endpoint.host} refuses a part of the request that can be left out.",
        NextStep(Action.RETRY_OR_CHOOSE_MODEL),
        refuses=refused,
    )


def explain_ended_in_error(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply that the server ended because something went wrong."""
    return RequestFailed(
        f"{endpoint.host} ended the reply of the model {endpoint.model} because of an error.",
        "check the messages of the server, or wait a moment",
        is_transient=True,
    )


def explain_not_completion(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply with status 200 that is not a chat completion."""
    return RequestFailed(f"{endpoint.host} answers, but not with a chat completion.", ADDRESS)


def explain_empty(endpoint: Endpoint) -> RequestFailed:
    """Explain a chat completion without text, or with a tool call that was not offered."""
    return RequestFailed(
        f"the model {endpoint.model} gave an empty reply.",
        None,
        is_transient=True,
        is_degenerate=True,
    )


def explain_only_thoughts(endpoint: Endpoint) -> RequestFailed:
    """Explain a reply that ended with the model's thoughts."""
    return RequestFailed(
        f"the reply of the model {endpoint.model} held only its thoughts.",
        f"{_LESS_THOUGHT}, or choose another model",
        is_degenerate=True,
    )


def explain_cut_off(endpoint: Endpoint, *, is_thinking: bool = False) -> RequestFailed:
    """Explain a reply that was cut at the server's length limit, perhaps within its thoughts."""
    remedy = "raise the token limit or the context size of the server, or choose another model"
    what = "thoughts" if is_thinking else "reply"
    verb = "were" if is_thinking else "was"
    return RequestFailed(
        f"the {what} of the model {endpoint.model} {verb} cut off by a limit on its length.",
        f"{_LESS_THOUGHT}; else {remedy}" if is_thinking else remedy,
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
        NextStep(Action.SET_KEY),
    )


def explain_no_scheme() -> RequestFailed:
    """Explain that the base URL does not say how to connect."""
    return RequestFailed(
        "the address in OPENAI_BASE_URL has no http:// or https:// in front.",
        "write it in full, for example http://localhost:11434/v1",
    )


def explain_no_client(endpoint: Endpoint) -> RequestFailed:
    """Explain that the client could not be created, because of an unusable proxy or address."""
    return RequestFailed(
        f"the connection to {endpoint.host} cannot be set up.",
        "check OPENAI_BASE_URL, OPENAI_API_KEY and the proxy settings",
    )


def explain_no_certificates() -> RequestFailed:
    """Explain that SSL_CERT_FILE cannot be used."""
    return RequestFailed(
        "SSL_CERT_FILE does not name a readable file of certificates.",
        "name a PEM file there, or unset it",
    )


def explain_unusable(endpoint: Endpoint, what: str) -> RequestFailed:
    """Explain that the reply was unusable twice."""
    return RequestFailed(
        f"the model {endpoint.model} gave no usable {what}.",
        NextStep(Action.CHOOSE_MODEL),
    )


def explain_refused_question(endpoint: Endpoint, fault: str) -> RequestFailed:
    """Explain that the model's question was refused twice; `fault` says why the last one was."""
    return RequestFailed(
        f"the model {endpoint.model} gave no usable question: its last one {fault}.",
        NextStep(Action.CHOOSE_MODEL),
    )


def explain_degenerate(endpoint: Endpoint, faults: str) -> RequestFailed:
    """Explain a review that stays unfit for these answers; `faults` says in which ways."""
    return RequestFailed(
        f"the model {endpoint.model} gave a review that does not fit the answers ({faults}).",
        NextStep(Action.CHOOSE_MODEL),
    )
