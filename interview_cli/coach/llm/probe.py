"""Ask an endpoint for one token, to learn whether address, key and model work together."""

import json
import socket
from collections.abc import Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.client import ClientMaker, Request
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.model_settings import ModelSettings

_MAX_BODY_BYTES = 100_000
_CONNECT_TIMEOUT_S = 10.0
_PORTS = {"http": 80, "https": 443}
_REFUSALS = (400, 422)
"""Statuses with which servers refuse a field of a request."""
_LIMITS: tuple[dict[str, Any], ...] = ({"max_tokens": 1}, {"max_completion_tokens": 1}, {})
"""How servers are told to stop after one token: newer models of OpenAI refuse the first form."""


def check_settings(settings: ModelSettings) -> None:
    """Raise RequestFailed if no request can be made with these settings."""
    endpoint = _build_endpoint(settings)
    if settings.needs_key:
        raise failures.explain_no_key(endpoint)
    if not settings.has_scheme:
        raise failures.explain_no_scheme()
    if not settings.is_usable:
        raise failures.explain_no_client(endpoint)


def check_connection(settings: ModelSettings) -> bool:
    """Return whether a connection was tried; behind a proxy none can be, without a request.

    Sends nothing. Raises RequestFailed if there is no connection.
    """
    address = urlsplit(settings.base_url)
    host = address.hostname or ""
    port = address.port or _PORTS[address.scheme]
    if not settings.is_local and address.scheme in getproxies() and not proxy_bypass(host):
        return False
    limit_s = min(settings.timeout_s, _CONNECT_TIMEOUT_S)
    try:
        socket.create_connection((host, port), timeout=limit_s).close()
    except (OSError, UnicodeError) as error:  # UnicodeError: a host with a label that is too long
        raise failures.explain_unreachable(_build_endpoint(settings)) from error
    return True


def request_token(settings: ModelSettings) -> None:
    """Ask the model for one token. Raises RequestFailed if it gives no completion.

    Takes at most `settings.timeout_s` for each of up to three requests.
    """
    endpoint = _build_endpoint(settings)
    try:
        client = ClientMaker(settings).take()
    except RequestFailed:
        raise
    except Exception as error:  # ImportError for a proxy, ValueError for an address, and others
        raise failures.explain_no_client(endpoint) from error
    with client:  # closing it ends an abandoned request that is still reading, too
        for limit in _LIMITS:
            events: SimpleQueue[RequestFailed | None] = SimpleQueue()
            request = _TokenRequest(client, endpoint, events)
            body = _build_body(settings) | limit
            Thread(target=request, args=(body, settings.timeout_s), daemon=True).start()
            try:
                failure = events.get(timeout=settings.timeout_s)
            except Empty:
                raise failures.explain_silent(endpoint, settings.timeout_s) from None
            if failure is None:
                return
            if request.status not in _REFUSALS or not limit:
                raise failure


def _build_body(settings: ModelSettings) -> dict[str, Any]:
    return {
        **settings.find_options("question"),
        "model": settings.name,
        "messages": [{"role": "user", "content": "Say yes."}],
    }


def _build_endpoint(settings: ModelSettings) -> Endpoint:
    return Endpoint(
        settings.host, settings.name, settings.api_key is not None, settings.option_names
    )


class _TokenRequest(Request):
    """A request that tells how it ended: None for a completion, else its failure."""

    status: int | None = None
    """The HTTP status of a refusal."""

    def __init__(
        self, client: Any, endpoint: Endpoint, events: "SimpleQueue[RequestFailed | None]"
    ) -> None:
        def emit(event: tuple[str, Any]) -> None:
            name, value = event
            if name != "reply":
                events.put(value)  # of "end" it is None

        super().__init__(client, endpoint, _CompletionReader(endpoint), emit)

    def _explain_status(self, error: Any) -> RequestFailed:
        self.status = error.response.status_code
        return super()._explain_status(error)


class _CompletionReader:
    """Reads a reply of which only the form matters: one token may be half a word, or nothing."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def read(self, parts: Iterable[bytes], content_type: str) -> Iterator[str]:
        body = b""
        for part in parts:
            body += part
            if len(body) > _MAX_BODY_BYTES:
                break
        try:
            reply = json.loads(body)
        except (ValueError, RecursionError):
            reply = None
        if not isinstance(reply, dict) or not reply.get("choices"):
            raise failures.explain_not_completion(self._endpoint)
        yield ""
