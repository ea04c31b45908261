"""Send single requests to an endpoint through the openai package.

Only this module imports that package. The import takes most of a second, and a client a tenth of
one, so both happen just before a request, or in a thread while the user types.
"""

import logging
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.coach.llm.lazy_packages import lazy_packages
from interview_cli.coach.llm.server_errors import MAX_SERVER_TEXT_CHARS, explain_status
from interview_cli.environment import find_certificate_file
from interview_cli.model_settings import ModelSettings
from interview_cli.text import remove_controls

if TYPE_CHECKING:
    from openai import OpenAI

_PLACEHOLDER_KEY = "none"
_PATH = "/chat/completions"


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
    # Of hundreds of modules with types, most for other uses than a chat, the client uses few. All
    # take 9 MiB and a third of the time of a turn.
    with lazy_packages("openai.types"):
        from openai import OpenAI

    # With OPENAI_LOG=debug the package would write every request, with the CV, to stderr.
    for name in ("openai", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return OpenAI


class Reader(Protocol):
    """Reads replies from the bytes of a response."""

    def read(self, parts: Iterable[bytes], content_type: str) -> Iterator[str]:
        """Return the replies, one at least. Raises RequestFailed."""


class Request:
    """One request, run in a thread. Emits `reply`, then `end`; or `failed`, perhaps after it."""

    def __init__(
        self,
        client: "OpenAI",
        endpoint: Endpoint,
        reader: Reader,
        emit: Callable[[tuple[str, Any]], None],
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._reader = reader
        self._emit = emit

    def __call__(self, body: dict[str, Any], limit_s: float) -> None:
        try:
            self._read_reply(body, limit_s)
        except RequestFailed as failure:
            self._emit(("failed", failure))
        except Exception as error:  # noqa: BLE001 # the client raises anything on odd bytes
            self._emit(("failed", self._explain(error, limit_s)))
        else:
            self._emit(("end", None))

    def _read_reply(self, body: dict[str, Any], limit_s: float) -> None:
        from openai import Stream

        # `chat.completions.create` would import and resolve the types of all that it can send and
        # receive, for 3 MiB and 40 ms of each turn, while this sends the body as it is.
        with self._client.post(
            _PATH,
            cast_to=object,
            body=body,
            options={"timeout": limit_s},
            stream=True,  # of the bytes of the response, whatever the body requests
            stream_cls=Stream[object],
        ) as answer:
            response = answer.response
            parts = self._read_bytes(response.iter_bytes())
            for reply in self._reader.read(parts, response.headers.get("content-type", "")):
                self._emit(("reply", reply))

    def _read_bytes(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        try:
            yield from parts
        except Exception as error:  # the errors of the HTTP client, which may be one of two
            raise failures.explain_broken_off(self._endpoint) from error

    def _explain(self, error: Exception, limit_s: float) -> RequestFailed:
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._explain_status(error)
        if isinstance(error, openai.APITimeoutError):
            return failures.explain_silent(self._endpoint, round(limit_s, 1))
        if isinstance(error, openai.APIConnectionError):
            # The client says "connection error" for an unknown name and for a crash.
            cause = error.__cause__
            if "CERTIFICATE_VERIFY_FAILED" in str(cause):
                return failures.explain_untrusted(self._endpoint)
            if type(cause).__name__.startswith(("Connect", "Proxy")):
                return failures.explain_unreachable(self._endpoint)
            return failures.explain_broken_off(self._endpoint)
        return failures.explain_not_completion(self._endpoint)

    def _explain_status(self, error: Any) -> RequestFailed:
        response = error.response
        server_text = response.text[:MAX_SERVER_TEXT_CHARS]
        redirect_host = _parse_host(response.headers.get("location", ""))
        wait_s = _parse_retry_after(response.headers.get("retry-after"))
        return explain_status(
            response.status_code, server_text, wait_s, redirect_host, self._endpoint
        )


_IMPORTING = Lock()
"""The package imports parts of itself on first use: two threads would find them half imported."""


def _create_client(settings: ModelSettings) -> "OpenAI":
    with _IMPORTING:
        return _create_alone(settings)


def _create_alone(settings: ModelSettings) -> "OpenAI":
    client_class = _import_client_class()
    from openai import DefaultHttpxClient

    if not settings.is_usable:
        raise ValueError("no address, or no key")
    base_url, query = settings.split_base_url()
    return client_class(
        api_key=settings.api_key or _PLACEHOLDER_KEY,
        base_url=base_url,
        default_query=query,  # in the URL, the client would write the path after it
        max_retries=0,  # its own retries have no limit for the whole request
        # A redirect would send the CV to a host that the user was not told about. So would a
        # proxy between this machine and itself.
        http_client=DefaultHttpxClient(
            follow_redirects=False,
            trust_env=not settings.is_local,
            verify=_load_certificates(settings),
        ),
    )


def _load_certificates(settings: ModelSettings) -> ssl.SSLContext | bool:
    """Return the certificates to trust: those of SSL_CERT_FILE, also for a host on this machine,
    else those of the system. Raises RequestFailed."""
    if settings.is_local and settings.base_url.startswith("http:"):
        # Without TLS none is needed, and loading those of the system takes 40 ms of each turn.
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    file = find_certificate_file()
    if not file or not settings.base_url.startswith("https"):
        return True
    try:
        return ssl.create_default_context(cafile=file)
    except (OSError, ValueError) as error:  # an SSLError is an OSError
        raise failures.explain_no_certificates() from error


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
