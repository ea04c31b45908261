"""The way to an endpoint, by the openai package: requests within limits, replies read, faults told.

The only importer of that package, and only when a request is near: it takes most of a second.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from interview_cli.coach.base import Watch
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.completions import streamed, whole
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.model_settings import MAX_REPLY_CHARS, ModelSettings
from interview_cli.text import clean

if TYPE_CHECKING:
    from openai import OpenAI

MAX_REQUESTS = 3
"""Most requests of one turn: repeats after a fault, a question asked again, a repair."""
_FIRST_WAIT_S = 0.5
_PLACEHOLDER_KEY = "none"
_LEAST_S = 0.05
"""A request with less time than this is not worth sending."""
_MAX_BODY_BYTES = 4 * MAX_REPLY_CHARS


def load_client() -> None:
    """Begins to import the openai package, in a thread of its own."""
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    with suppress(Exception):  # the turn will meet the same, and can tell of it
        _client_class()


def _client_class() -> "type[OpenAI]":
    from openai import OpenAI

    # With OPENAI_LOG=debug the package would write every request, the CV in it, to stderr.
    for name in ("openai", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return OpenAI


class Line:
    """The way to an endpoint for one turn: so many requests, so much time.

    Raises RequestFailed when no client can be made of the settings.
    """

    def __init__(self, settings: ModelSettings, watch: Watch) -> None:
        self.endpoint = Endpoint(
            settings.host, settings.name, settings.api_key is not None, tuple(settings.options)
        )
        self.requests_left = MAX_REQUESTS
        self._timeout_s = settings.timeout_s
        self._watch = watch
        if settings.needs_key:
            raise failures.no_key(self.endpoint)
        try:
            self._client = _client(settings)
        except Exception as error:  # a proxy's ImportError, an address's ValueError, and others
            raise failures.no_client(self.endpoint) from error
        self._until = monotonic() + 2 * settings.timeout_s

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()  # also what a request that was given up is still reading from

    def send(self, body: dict[str, Any], *, is_long: bool = False) -> str:
        """The text of the reply, its thoughts aside.

        Transient faults are tried again while there is time and a request left; so is silence,
        unless the reply `is_long`: then it is more likely slow than lost. Raises RequestFailed.
        """
        try:
            return self._sent(body, is_long)
        finally:
            self._watch.done()

    def _sent(self, body: dict[str, Any], is_long: bool) -> str:
        backoff_s = _FIRST_WAIT_S
        while True:
            self.requests_left -= 1
            self._watch.waiting(f"{self.endpoint.model} at {self.endpoint.host}")
            try:
                return self._send_once(body)
            except RequestFailed as failure:
                wait_s = max(backoff_s, failure.wait_s or 0.0)
                has_time = monotonic() + wait_s + _LEAST_S < self._until
                is_worth_it = failure.is_transient and not (
                    failure.rejects_format or (failure.is_silence and is_long)
                )
                if not (is_worth_it and self.requests_left and has_time):
                    raise
            sleep(wait_s)
            backoff_s *= 2
            # A server whose streams break may still know how to answer as a whole.
            body = {name: value for name, value in body.items() if name != "stream"}

    def _send_once(self, body: dict[str, Any]) -> str:
        # In a thread: the client's time-outs are between bytes, not for a whole, and nothing else
        # ends the wait for a name server, or for a byte a second.
        limit_s = min(self._timeout_s, self._until - monotonic())
        if limit_s < _LEAST_S:
            raise self._too_slow(had_begun=False)
        ends = monotonic() + limit_s
        events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        work = _Work(self._client, self.endpoint, events.put)
        Thread(target=work, args=(body, limit_s), daemon=True).start()
        had_begun = False
        while True:
            try:
                what, value = events.get(timeout=max(0.0, ends - monotonic()))
            except Empty:
                raise self._too_slow(had_begun=had_begun) from None
            if what == "failed":
                raise value
            if what == "done":
                return str(value)
            had_begun = True
            self._watch.text(value)

    def _too_slow(self, *, had_begun: bool) -> RequestFailed:
        return failures.too_slow(self.endpoint, self._timeout_s, had_begun=had_begun)


class _Work:
    """One request, as a thread's work; tells of its `text` so far, then `done` or `failed`."""

    def __init__(
        self, client: "OpenAI", endpoint: Endpoint, tell: Callable[[tuple[str, Any]], None]
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._tell = tell

    def __call__(self, body: dict[str, Any], limit_s: float) -> None:
        try:
            outcome: tuple[str, Any] = ("done", self._text(body, limit_s))
        except RequestFailed as failure:
            outcome = ("failed", failure)
        except Exception as error:  # noqa: BLE001 # whatever the client makes of odd bytes
            outcome = ("failed", self._failure(error, limit_s))
        self._tell(outcome)

    def _text(self, body: dict[str, Any], limit_s: float) -> str:
        rest = dict(body)
        known = {name: rest.pop(name) for name in ("model", "messages", "stream") if name in rest}
        create = self._client.chat.completions.with_streaming_response.create
        with create(**known, extra_body=rest, timeout=limit_s) as answer:
            is_stream = "event-stream" in answer.headers.get("content-type", "").lower()
            if is_stream and "stream" in known:
                return streamed(
                    answer.parse(), self._endpoint, lambda text: self._tell(("text", text))
                )
            # Also where a server does not know how to stream.
            return whole(self._bounded(answer.iter_bytes()), self._endpoint)

    def _bounded(self, parts: Iterable[bytes]) -> bytes:
        content = b""
        try:
            for part in parts:
                content += part
                if len(content) > _MAX_BODY_BYTES:
                    break
        except Exception as error:  # of the HTTP client below, which may be one of two
            raise failures.broken_off(self._endpoint) from error
        return content

    def _failure(self, error: Exception, limit_s: float) -> RequestFailed:
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._refused(error)
        if isinstance(error, openai.APITimeoutError):
            return failures.too_slow(self._endpoint, round(limit_s, 1), had_begun=False)
        if isinstance(error, openai.APIConnectionError):
            # The client says "connection error" of a name that nobody knows and of a crash alike.
            cause = error.__cause__
            if "CERTIFICATE_VERIFY_FAILED" in str(cause):
                return failures.not_trusted(self._endpoint)
            if type(cause).__name__.startswith(("Connect", "Proxy")):
                return failures.unreachable(self._endpoint)
            return failures.broken_off(self._endpoint)
        if isinstance(error, openai.APIError):  # an error in the middle of a stream
            said = f"{error.message} {error.code} {error.type}"[: failures.MAX_SAID_CHARS]
            return failures.told(said, self._endpoint) or failures.broken_off(self._endpoint)
        return failures.not_a_completion(self._endpoint)

    def _refused(self, error: Any) -> RequestFailed:
        response = error.response
        said = response.text[: failures.MAX_SAID_CHARS]
        elsewhere = _host(response.headers.get("location", ""))
        wait_s = _wait_s(response.headers.get("retry-after"))
        return failures.refused(response.status_code, said, wait_s, elsewhere, self._endpoint)


def _client(settings: ModelSettings) -> "OpenAI":
    client_class = _client_class()
    from openai import DefaultHttpxClient

    if not settings.is_usable:
        raise ValueError("no address, or no key")
    client = client_class(
        api_key=settings.api_key or _PLACEHOLDER_KEY,
        base_url=settings.base_url,
        max_retries=0,  # its own retries know no limit for one request as a whole
        # A redirect would carry the CV to a host that nobody was told of, and so would a proxy that
        # stands between this machine and itself.
        http_client=DefaultHttpxClient(follow_redirects=False, trust_env=not settings.is_local),
    )
    _ = client.chat.completions  # loads what it needs now, before the time runs
    return client


def _host(address: str) -> str | None:
    try:
        return urlsplit(clean(address)).hostname
    except ValueError:
        return None


def _wait_s(retry_after: str | None) -> float | None:
    """Retry-After, seconds or a date, in seconds from now; None where it says nothing usable."""
    if retry_after is None:
        return None
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            until = parsedate_to_datetime(retry_after)
            seconds = (until.astimezone(UTC) - datetime.now(UTC)).total_seconds()
        except (ValueError, OverflowError):
            return None
    return seconds if 0 < seconds < 1e6 else None
