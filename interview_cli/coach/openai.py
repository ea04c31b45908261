"""The way to an endpoint, by the openai package: requests within limits, replies read, faults told.

The only importer of that package, and only when a request is near: it takes most of a second.
"""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from interview_cli.coach import failures
from interview_cli.coach.base import Watch
from interview_cli.coach.failures import Endpoint, RequestFailed
from interview_cli.coach.replies import shown
from interview_cli.settings import MAX_REPLY_CHARS, ModelSettings
from interview_cli.text import clean

if TYPE_CHECKING:
    from openai import OpenAI

MAX_REQUESTS = 3
"""Most requests of one turn: repeats after a fault, a question asked again, a repair."""
_FIRST_WAIT_S = 0.5
_PLACEHOLDER_KEY = "none"
_COMPLETE = ("stop", "eos", "eos_token", "end_turn", "stop_sequence", "")


def load_client() -> None:
    """Begins to import the openai package, in a thread of its own."""
    Thread(target=_client_class, daemon=True).start()


def _client_class() -> "type[OpenAI]":
    from openai import OpenAI

    # With OPENAI_LOG=debug the package would write every request, the CV in it, to stderr.
    logging.getLogger("openai").setLevel(logging.WARNING)
    return OpenAI


class Line:
    """The way to an endpoint for one turn: so many requests, so much time.

    Raises RequestFailed when no client can be made of the settings.
    """

    def __init__(self, settings: ModelSettings, watch: Watch) -> None:
        self.endpoint = Endpoint(settings.host, settings.name, settings.api_key is not None)
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

    def send(self, body: dict[str, Any]) -> str:
        """The text of the reply, its thoughts aside.

        Transient faults are tried again while there is time and a request left. Raises
        RequestFailed.
        """
        try:
            return self._sent(body)
        finally:
            self._watch.done()

    def _sent(self, body: dict[str, Any]) -> str:
        wait_s = _FIRST_WAIT_S
        while True:
            self.requests_left -= 1
            self._watch.waiting(f"{self.endpoint.model} at {self.endpoint.host}")
            try:
                return self._send_once(body)
            except RequestFailed as failure:
                wait_s = max(wait_s, failure.wait_s or 0.0)
                has_time = monotonic() + wait_s < self._until
                if not (failure.is_transient and self.requests_left and has_time):
                    raise
            sleep(wait_s)
            wait_s *= 2

    def _send_once(self, body: dict[str, Any]) -> str:
        # In a thread: the client's time-outs are between bytes, not for a whole, and nothing else
        # ends the wait for a name server, or for a byte a second.
        limit_s = max(0.0, min(self._timeout_s, self._until - monotonic()))
        ends = monotonic() + limit_s
        events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        work = _Work(self._client, self.endpoint, events.put)
        Thread(target=work, args=(body, limit_s), daemon=True).start()
        had_begun = False
        while True:
            try:
                what, value = events.get(timeout=max(0.0, ends - monotonic()))
            except Empty:
                raise failures.too_slow(self.endpoint, limit_s, had_begun=had_begun) from None
            if what == "failed":
                raise value
            if what == "done":
                return str(value)
            had_begun = True
            self._watch.text(value)


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
            self._tell(("done", self._text(body, limit_s)))
        except RequestFailed as failure:
            self._tell(("failed", failure))
        except Exception as error:  # noqa: BLE001 # whatever the client makes of odd bytes
            self._tell(("failed", self._failure(error, limit_s)))

    def _text(self, body: dict[str, Any], limit_s: float) -> str:
        rest = dict(body)
        known = {name: rest.pop(name) for name in ("model", "messages", "stream") if name in rest}
        answer = self._client.chat.completions.with_raw_response.create(
            **known, extra_body=rest, timeout=limit_s
        )
        is_stream = "event-stream" in answer.headers.get("content-type", "")
        if is_stream and "stream" in known:
            text, finish = self._streamed(answer.parse())
        else:  # also where a server does not know how to stream
            text, finish = self._whole(answer.http_response.read())
        text = clean(shown(text))
        if finish in ("length", "max_tokens"):
            raise failures.cut_off(self._endpoint)
        if finish == "content_filter":
            raise failures.filtered(self._endpoint)
        if finish not in _COMPLETE or not text:
            raise failures.empty(self._endpoint)
        if len(text) > MAX_REPLY_CHARS:
            raise failures.not_a_completion(self._endpoint)
        return text

    def _whole(self, content: bytes) -> tuple[str, str]:
        """The text and the reason of the end, from a body that may be anything."""
        try:
            choice = json.loads(content)["choices"][0]
            message = choice["message"]
            text, refusal = message.get("content"), message.get("refusal")
            finish = choice.get("finish_reason") or ""
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise failures.not_a_completion(self._endpoint) from error
        if refusal:
            raise failures.filtered(self._endpoint)
        return _joined(text), str(finish)

    def _streamed(self, chunks: Any) -> tuple[str, str]:
        so_far, finish = "", None
        for chunk in chunks:
            for choice in (chunk.choices or [])[:1]:
                if getattr(choice.delta, "refusal", None):
                    raise failures.filtered(self._endpoint)
                so_far += _joined(getattr(choice.delta, "content", None))
                finish = choice.finish_reason or finish
            if len(so_far) > MAX_REPLY_CHARS:
                raise failures.not_a_completion(self._endpoint)
            if shown(so_far):
                self._tell(("text", clean(shown(so_far))))
        if finish is None:  # a connection that ends early is no error to the client
            raise failures.broken_off(self._endpoint)
        return so_far, finish

    def _failure(self, error: Exception, limit_s: float) -> RequestFailed:
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._refused(error)
        if isinstance(error, openai.APITimeoutError):
            return failures.too_slow(self._endpoint, limit_s, had_begun=False)
        if isinstance(error, openai.APIConnectionError):
            # The client says "connection error" of a name that nobody knows and of a crash alike.
            cause = type(error.__cause__).__name__
            if cause.startswith(("Connect", "Proxy")):
                return failures.unreachable(self._endpoint)
            return failures.broken_off(self._endpoint)
        if isinstance(error, openai.APIError):  # an error in the middle of a stream
            return failures.broken_off(self._endpoint)
        return failures.not_a_completion(self._endpoint)

    def _refused(self, error: Any) -> RequestFailed:
        response = error.response
        body = error.body if isinstance(error.body, (dict, str)) else ""
        said = body if isinstance(body, str) else json.dumps(body, default=str)
        elsewhere = None
        if "location" in response.headers:
            elsewhere = urlsplit(clean(response.headers["location"])).hostname
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
        # A redirect would carry the CV to a host that nobody was told of.
        http_client=DefaultHttpxClient(follow_redirects=False),
    )
    _ = client.chat.completions  # loads what it needs now, before the time runs
    return client


def _joined(content: Any) -> str:
    """Text, or the text of a list of parts, as some servers send it."""
    if isinstance(content, list):
        return "".join(_joined(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


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
