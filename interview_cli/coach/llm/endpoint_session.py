"""EndpointSession: the requests of one turn, limited in time and number, with retries."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from typing import Any, Protocol, Self

from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.client import ClientMaker, Request
from interview_cli.coach.llm.completions import ReplyReader
from interview_cli.coach.llm.context_size import is_truncated
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.coach.llm.reply_bounds import ReplyBounds
from interview_cli.coach.llm.request_forms import NO_SAMPLING, Body, adapt_body, learn_from_refusal
from interview_cli.model_settings import ModelSettings
from interview_cli.store.endpoint_cache import EndpointTraits

MAX_REQUESTS = 3
"""The most requests of one turn, with retries and second requests for a better reply."""
_LEFT_OUT = frozenset({"usage", "stream", "system", "temperature", "seed"})
"""What the requests of a session do without once a server refuses it by name. A failure that still
names it has another cause."""
_FIRST_WAIT_S = 0.5
_MIN_REQUEST_S = 0.05
"""A request with less time left than this is not sent."""
_USAGE_WAIT_S = 0.25
"""How long to wait, after a reply is complete, for the figures that some servers send last."""
_STALL_S = 1.0
"""A reply that is whole is kept if nothing follows it for so long, though it was not ended."""


class EndpointCache(Protocol):
    """Remembers what earlier runs learnt about endpoints; entries may be lost."""

    def recall(self, endpoint: str) -> EndpointTraits:
        """Return what is known of an endpoint, the defaults if nothing is."""

    def remember(self, endpoint: str, traits: EndpointTraits) -> None:
        """Store what is known of an endpoint for later runs."""


class EndpointSession:
    """The requests of one turn to one endpoint, bounded in number and time.

    Raises RequestFailed when the settings give no usable client.
    """

    def __init__(
        self,
        settings: ModelSettings,
        clients: ClientMaker,
        listener: ProgressListener,
        cache: EndpointCache,
    ) -> None:
        self.endpoint = Endpoint(
            settings.host, settings.name, settings.api_key is not None, settings.option_names
        )
        self.requests_left = MAX_REQUESTS
        self.traits = cache.recall(settings.endpoint)
        """What is known of the endpoint, or supposed."""
        self._remembered = self.traits
        self._timeout_s = settings.timeout_s
        self._listener = listener
        self._remember: Callable[[EndpointTraits], None] = lambda traits: cache.remember(
            settings.endpoint, traits
        )
        if settings.needs_key:
            raise failures.explain_no_key(self.endpoint)
        if not settings.has_scheme:
            raise failures.explain_no_scheme()
        try:
            self._client = clients.take()
        except RequestFailed:
            raise
        except Exception as error:  # ImportError for a proxy, ValueError for an address, and others
            raise failures.explain_no_client(self.endpoint) from error
        self._deadline = monotonic() + 2 * settings.timeout_s

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()  # ends an abandoned request that is still reading, too

    def suppose(self, **traits: Any) -> None:
        """Set fields of EndpointTraits; they are remembered when a request succeeds with them."""
        self.traits = replace(self.traits, **traits)

    def learn(self, **traits: Any) -> None:
        """Remember fields of EndpointTraits for later requests and runs."""
        self.suppose(**traits)
        self._remember_traits(self.traits)

    def _remember_traits(self, traits: EndpointTraits) -> None:
        if traits != self._remembered:
            self._remembered = traits
            self._remember(traits)

    def _keep_refusals(self, failure: RequestFailed) -> RequestFailed:
        """Remember what was refused by name, so that the next run does not pay for it again, and
        return the failure to raise. How to ask for JSON is learnt by `ReviewRequest`."""
        self._remember_traits(replace(self.traits, json_mode=self._remembered.json_mode))
        named = failure.refuses - {"format"}
        if not named or self.requests_left:
            return failure
        return failures.explain_refused_part(self.endpoint, named)

    def send(
        self, body: Body, bounds: ReplyBounds, sampling: Mapping[str, float] = NO_SAMPLING
    ) -> str:
        """Return the text of the reply without the model's thinking, within its bounds.

        Retries transient faults while time and requests are left, and a request of which the
        endpoint refused a part, such as an option of `sampling`, without that part. Does not retry
        what cost much time if the reply is long: then the model is probably just slow. Raises
        RequestFailed.
        """
        try:
            return self._send_with_retries(body, bounds, sampling)
        finally:
            self._listener.done()

    def _send_with_retries(
        self, body: Body, bounds: ReplyBounds, sampling: Mapping[str, float]
    ) -> str:
        backoff_s = _FIRST_WAIT_S
        while True:
            self.requests_left -= 1
            self._listener.waiting(f"{self.endpoint.model} at {self.endpoint.host}")
            try:
                reply = self._send_once(adapt_body(body, self.traits, sampling), bounds)
            except RequestFailed as failure:
                supposed = learn_from_refusal(self.traits, failure, sampling)
                is_new, self.traits = supposed != self.traits, supposed
                if is_new and self.requests_left:
                    continue
                wait_s = max(backoff_s, failure.wait_s or 0.0)
                if not self._may_retry(failure, body, bounds, wait_s):
                    if is_new or failure.refuses.isdisjoint(_LEFT_OUT):
                        raise self._keep_refusals(failure) from failure.__cause__
                    raise
            else:
                self._remember_traits(self.traits)
                return reply
            sleep(wait_s)
            backoff_s *= 2

    def _may_retry(
        self, failure: RequestFailed, body: Body, bounds: ReplyBounds, wait_s: float
    ) -> bool:
        has_time = monotonic() + wait_s + _MIN_REQUEST_S < self._deadline
        needs_other_form = failure.rejects_format and "response_format" in body
        costs_too_much = failure.is_costly and bounds.is_long
        is_resampled = failure.is_degenerate and bounds.is_resampled
        is_vain = needs_other_form or costs_too_much or is_resampled
        may_succeed = failure.is_transient and not is_vain
        return bool(may_succeed and self.requests_left and has_time)

    def _send_once(self, body: Body, bounds: ReplyBounds) -> str:
        # In a thread: the client's time-outs apply between bytes, not to the whole request, and
        # nothing else ends the wait for a name server or for one byte a second.
        limit_s = min(self._timeout_s, self._deadline - monotonic())
        if limit_s < _MIN_REQUEST_S:
            raise failures.explain_silent(self.endpoint, self._timeout_s)
        deadline = monotonic() + limit_s
        events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        reader = ReplyReader(self.endpoint, bounds, lambda text: events.put(("text", text)))
        request = Request(self._client, self.endpoint, reader, events.put)
        Thread(target=request, args=(body, limit_s), daemon=True).start()
        bounds.prepare()
        try:
            reply = self._await_reply(events, reader, deadline)
            if is_truncated(body["messages"], reader.prompt_tokens):
                self._listener.notice(failures.describe_truncation(self.endpoint))
            return reply
        except Empty:
            raise self._explain_time_limit(reader) from None

    def _await_reply(
        self, events: SimpleQueue[tuple[str, Any]], reader: ReplyReader, deadline: float
    ) -> str:
        """Return the reply. Raises RequestFailed, and Empty at the deadline."""
        while True:
            try:
                event, value = events.get(timeout=max(0.0, min(_STALL_S, deadline - monotonic())))
            except Empty:
                is_late = monotonic() >= deadline
                if reader.whole is not None and (is_late or reader.silent_s >= _STALL_S):
                    return reader.whole
                if is_late:
                    raise
                continue
            if event == "failed":
                raise value
            if event == "reply":
                with suppress(Empty):
                    events.get(timeout=_USAGE_WAIT_S)  # the end of the request
                return str(value)
            self._listener.text(value)

    def _explain_time_limit(self, reader: ReplyReader) -> RequestFailed:
        if reader.tokens_per_s is None:
            return failures.explain_silent(self.endpoint, self._timeout_s)
        return failures.explain_slow(
            self.endpoint,
            self._timeout_s,
            reader.tokens_per_s,
            is_thinking=reader.is_thinking,
        )
