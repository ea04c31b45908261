"""Send requests to an endpoint through the openai package, limited in time and number.

Only this module imports that package. The import takes most of a second, and a client a tenth of
one, so both happen just before a request, or in a thread while the user types.
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

from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.completions import read_body, read_stream
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.model_settings import MAX_REPLY_CHARS, ModelSettings
from interview_cli.text import remove_controls

if TYPE_CHECKING:
    from openai import OpenAI

MAX_REQUESTS = 3
"""The most requests of one turn, with retries and second requests for a better reply."""
_FIRST_WAIT_S = 0.5
_PLACEHOLDER_KEY = "none"
_MIN_REQUEST_S = 0.05
"""A request with less time left than this is not sent."""
_MAX_BODY_BYTES = 4 * MAX_REPLY_CHARS


class ClientMaker:
    """Makes the client of each turn. It can be made ahead, in a thread."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        self._thread: Thread | None = None
        self._ready: OpenAI | None = None

    def prepare(self) -> None:
        """Start making the client of the next turn, unless that has begun."""
        if self._thread is None:
            self._thread = Thread(target=self._make_ahead, daemon=True)
            self._thread.start()

    def _make_ahead(self) -> None:
        with suppress(Exception):  # `take` makes it again, raises the same error and reports it
            self._ready = _create_client(self._settings)

    def take(self) -> "OpenAI":
        """Return a client that nobody else has. Raises anything that the package raises."""
        if self._thread:
            self._thread.join()
        client, self._ready, self._thread = self._ready, None, None
        return client or _create_client(self._settings)


def _import_client_class() -> "type[OpenAI]":
    from openai import OpenAI

    # With OPENAI_LOG=debug the package would write every request, with the CV, to stderr.
    for name in ("openai", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return OpenAI


class EndpointSession:
    """The requests of one turn to one endpoint, bounded in number and time.

    Raises RequestFailed when the settings give no usable client.
    """

    def __init__(
        self, settings: ModelSettings, clients: ClientMaker, listener: ProgressListener
    ) -> None:
        self.endpoint = Endpoint(
            settings.host, settings.name, settings.api_key is not None, tuple(settings.options)
        )
        self.requests_left = MAX_REQUESTS
        self._timeout_s = settings.timeout_s
        self._listener = listener
        if settings.needs_key:
            raise failures.explain_no_key(self.endpoint)
        try:
            self._client = clients.take()
        except Exception as error:  # ImportError for a proxy, ValueError for an address, and others
            raise failures.explain_no_client(self.endpoint) from error
        self._deadline = monotonic() + 2 * settings.timeout_s

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()  # ends an abandoned request that is still reading, too

    def send(self, body: dict[str, Any], *, is_long: bool = False) -> str:
        """Return the text of the reply without the model's thinking.

        Retries transient faults while time and requests are left. Also retries when nothing
        arrives, unless the reply `is_long`: then the model is probably just slow. Raises
        RequestFailed.
        """
        try:
            return self._send_with_retries(body, is_long)
        finally:
            self._listener.done()

    def _send_with_retries(self, body: dict[str, Any], is_long: bool) -> str:
        backoff_s = _FIRST_WAIT_S
        while True:
            self.requests_left -= 1
            self._listener.waiting(f"{self.endpoint.model} at {self.endpoint.host}")
            try:
                return self._send_once(body)
            except RequestFailed as failure:
                wait_s = max(backoff_s, failure.wait_s or 0.0)
                has_time = monotonic() + wait_s + _MIN_REQUEST_S < self._deadline
                is_retryable = failure.is_transient and not (
                    failure.rejects_format or (failure.is_silence and is_long)
                )
                if not (is_retryable and self.requests_left and has_time):
                    raise
            sleep(wait_s)
            backoff_s *= 2
            # A server whose streams break may still give a whole reply.
            body = {name: value for name, value in body.items() if name != "stream"}

    def _send_once(self, body: dict[str, Any]) -> str:
        # In a thread: the client's time-outs apply between bytes, not to the whole request, and
        # nothing else ends the wait for a name server or for one byte a second.
        limit_s = min(self._timeout_s, self._deadline - monotonic())
        if limit_s < _MIN_REQUEST_S:
            raise self._too_slow(had_begun=False)
        deadline = monotonic() + limit_s
        events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        request = _Request(self._client, self.endpoint, events.put)
        Thread(target=request, args=(body, limit_s), daemon=True).start()
        had_begun = False
        while True:
            try:
                event, value = events.get(timeout=max(0.0, deadline - monotonic()))
            except Empty:
                raise self._too_slow(had_begun=had_begun) from None
            if event == "failed":
                raise value
            if event == "done":
                return str(value)
            had_begun = True
            self._listener.text(value)

    def _too_slow(self, *, had_begun: bool) -> RequestFailed:
        return failures.explain_slow(self.endpoint, self._timeout_s, had_begun=had_begun)


class _Request:
    """One request, run in a thread. Emits `text` with the reply so far, then `done` or `failed`."""

    def __init__(
        self, client: "OpenAI", endpoint: Endpoint, emit: Callable[[tuple[str, Any]], None]
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._emit = emit

    def __call__(self, body: dict[str, Any], limit_s: float) -> None:
        try:
            outcome: tuple[str, Any] = ("done", self._read_reply(body, limit_s))
        except RequestFailed as failure:
            outcome = ("failed", failure)
        except Exception as error:  # noqa: BLE001 # the client raises anything on odd bytes
            outcome = ("failed", self._explain(error, limit_s))
        self._emit(outcome)

    def _read_reply(self, body: dict[str, Any], limit_s: float) -> str:
        rest = dict(body)
        named = {name: rest.pop(name) for name in ("model", "messages", "stream") if name in rest}
        create = self._client.chat.completions.with_streaming_response.create
        with create(**named, extra_body=rest, timeout=limit_s) as answer:
            is_stream = "event-stream" in answer.headers.get("content-type", "").lower()
            if is_stream and "stream" in named:
                return read_stream(
                    answer.parse(), self._endpoint, lambda text: self._emit(("text", text))
                )
            # Also used when the server does not stream.
            return read_body(self._read_bounded(answer.iter_bytes()), self._endpoint)

    def _read_bounded(self, parts: Iterable[bytes]) -> bytes:
        content = b""
        try:
            for part in parts:
                content += part
                if len(content) > _MAX_BODY_BYTES:
                    break
        except Exception as error:  # the errors of the HTTP client, which may be one of two
            raise failures.explain_broken_off(self._endpoint) from error
        return content

    def _explain(self, error: Exception, limit_s: float) -> RequestFailed:
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._explain_status(error)
        if isinstance(error, openai.APITimeoutError):
            return failures.explain_slow(self._endpoint, round(limit_s, 1), had_begun=False)
        if isinstance(error, openai.APIConnectionError):
            # The client says "connection error" for an unknown name and for a crash.
            cause = error.__cause__
            if "CERTIFICATE_VERIFY_FAILED" in str(cause):
                return failures.explain_untrusted(self._endpoint)
            if type(cause).__name__.startswith(("Connect", "Proxy")):
                return failures.explain_unreachable(self._endpoint)
            return failures.explain_broken_off(self._endpoint)
        if isinstance(error, openai.APIError):  # an error in the middle of a stream
            server_text = f"{error.message} {error.code} {error.type}"
            return failures.explain_text(
                server_text[: failures.MAX_SERVER_TEXT_CHARS], self._endpoint
            ) or failures.explain_broken_off(self._endpoint)
        return failures.explain_not_completion(self._endpoint)

    def _explain_status(self, error: Any) -> RequestFailed:
        response = error.response
        server_text = response.text[: failures.MAX_SERVER_TEXT_CHARS]
        redirect_host = _parse_host(response.headers.get("location", ""))
        wait_s = _parse_retry_after(response.headers.get("retry-after"))
        return failures.explain_status(
            response.status_code, server_text, wait_s, redirect_host, self._endpoint
        )


def _create_client(settings: ModelSettings) -> "OpenAI":
    client_class = _import_client_class()
    from openai import DefaultHttpxClient

    if not settings.is_usable:
        raise ValueError("no address, or no key")
    client = client_class(
        api_key=settings.api_key or _PLACEHOLDER_KEY,
        base_url=settings.base_url,
        max_retries=0,  # its own retries have no limit for the whole request
        # A redirect would send the CV to a host that the user was not told about. So would a
        # proxy between this machine and itself.
        http_client=DefaultHttpxClient(follow_redirects=False, trust_env=not settings.is_local),
    )
    _ = client.chat.completions  # imports its modules now, before the time limit starts
    return client


def _parse_host(address: str) -> str | None:
    try:
        return urlsplit(remove_controls(address)).hostname
    except ValueError:
        return None


def _parse_retry_after(retry_after: str | None) -> float | None:
    """Parse Retry-After, seconds or a date, into seconds from now; None if unusable."""
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
