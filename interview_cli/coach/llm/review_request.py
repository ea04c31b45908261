"""Request a review in a form that the server takes, and its faulty parts once more."""

from collections import Counter
from typing import Any, Protocol

from interview_cli.coach.base import Facts, ProgressListener, Review
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.client import EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.prompting import Messages, build_review_messages
from interview_cli.coach.llm.replies import UnusableReview
from interview_cli.coach.llm.review_check import clean_review, describe_faults
from interview_cli.coach.llm.review_replies import ReviewDraft, parse_review
from interview_cli.coach.llm.review_schema import (
    Fault,
    Repair,
    build_repair_schema,
    build_review_schema,
)
from interview_cli.model_settings import ModelSettings

BOUNDED, SCHEMA, TEXT = "bounded_schema", "json_schema", "text"
"""How a server is asked for JSON: by a schema with the length of every text and list, by a plain
one, or in the prompt only."""
_FORMS = (BOUNDED, SCHEMA, TEXT)
_TEMPERATURE = 0.3
"""Low, so that ratings repeat; above 0, because small models then repeat themselves."""


class EndpointCache(Protocol):
    """Remembers what earlier runs learnt about endpoints; entries may be lost."""

    def recall(self, endpoint: str) -> str | None:
        """Return what is remembered under this name, if anything."""

    def remember(self, endpoint: str, mode: str) -> None:
        """Store it for later runs."""


class ReviewRequest:
    """The requests for one review, in one session with an endpoint."""

    def __init__(
        self, facts: Facts, settings: ModelSettings, line: EndpointSession, cache: EndpointCache
    ) -> None:
        self._facts = facts
        self._settings = settings
        self._line = line
        self._cache = cache
        known = cache.recall(self._form_key)
        self._form = known if known in _FORMS else BOUNDED
        self._refused = set((cache.recall(self._options_key) or "").split(","))
        self._learnt: dict[str, str] = {}

    def fetch(self, listener: ProgressListener, coach: str) -> Review:
        """Return the review, checked. Raises RequestFailed."""
        draft = self._ask(None)
        removed = clean_review(draft, self._facts)
        needed = [exchange.number for exchange in self._facts.exchanges if not exchange.skipped]
        if repair := draft.find_repair(needed):
            if not self._line.requests_left:
                raise self._explain(draft)
            draft.merge_repair(self._ask(repair))
            removed += clean_review(draft, self._facts)
        if draft.find_repair(needed):
            raise self._explain(draft)
        if removed:
            listener.notice(_describe_removed(removed))
        return draft.finish(len(self._facts.exchanges), coach, self._settings.name)

    def _ask(self, repair: Repair | None) -> ReviewDraft:
        """Return the usable parts of one reply, in a simpler form if the server refuses one."""
        while True:
            try:
                reply = self._line.send(self._build_body(repair), is_long=True)
            except RequestFailed as failure:
                if not (self._line.requests_left and self._give_way(failure)):
                    raise
            else:
                self._remember()
                return self._parse(reply, repair)

    def _give_way(self, failure: RequestFailed) -> bool:
        """Leave out what the server refuses. Return whether the request is now another."""
        refused_options = failure.refused & self._sampling.keys()
        if refused_options:
            self._refused |= refused_options
            self._learnt[self._options_key] = ",".join(sorted(filter(None, self._refused)))
        elif failure.rejects_format and self._form != TEXT:
            is_simpler_enough = "bounds" in failure.refused and self._form == BOUNDED
            self._form = SCHEMA if is_simpler_enough else TEXT
            self._learnt[self._form_key] = self._form
        else:
            return False
        return True

    def _remember(self) -> None:
        """Keep what the server refused, once it has taken a request without it."""
        for name, value in self._learnt.items():
            self._cache.remember(name, value)
        self._learnt.clear()

    def _parse(self, reply: str, repair: Repair | None) -> ReviewDraft:
        numbers = repair.numbers if repair else range(1, len(self._facts.exchanges) + 1)
        try:
            return parse_review(reply, numbers)
        except UnusableReview as unusable:
            self._form = TEXT  # the server may ignore the schema; one odd reply is not remembered
            return ReviewDraft(faults=[Fault(place, "form") for place in unusable.places])

    def _build_body(self, repair: Repair | None) -> dict[str, Any]:
        is_bounded = self._form == BOUNDED
        schema = (
            build_repair_schema(repair, is_bounded=is_bounded)
            if repair
            else build_review_schema(len(self._facts.exchanges), is_bounded=is_bounded)
        )
        if self._form == TEXT:
            return self._fill_body(self._build_messages(schema, repair))
        named = {"name": "review", "strict": True, "schema": schema}
        return self._fill_body(self._build_messages(None, repair)) | {
            "response_format": {"type": "json_schema", "json_schema": named}
        }

    def _build_messages(self, schema: dict[str, Any] | None, repair: Repair | None) -> Messages:
        return build_review_messages(self._facts, self._settings.document_chars, schema, repair)

    def _fill_body(self, messages: Messages) -> dict[str, Any]:
        named = {"model": self._settings.name, "messages": messages}
        return named | self._sampling | self._settings.options

    @property
    def _sampling(self) -> dict[str, Any]:
        options = {"temperature": _TEMPERATURE, "seed": self._facts.draw}
        return {name: value for name, value in options.items() if name not in self._refused}

    @property
    def _form_key(self) -> str:
        return self._settings.endpoint

    @property
    def _options_key(self) -> str:
        return f"{self._settings.endpoint} refused options"

    def _explain(self, draft: ReviewDraft) -> RequestFailed:
        names = {fault.name for fault in draft.faults} - {"form"}
        if not names:
            return failures.explain_unusable(self._line.endpoint, "review")
        return failures.explain_degenerate(self._line.endpoint, describe_faults(names))


def _describe_removed(removed: Counter[str]) -> str:
    count = removed.total()
    what = "1 remark" if count == 1 else f"{count} remarks"
    verb = "was" if count == 1 else "were"
    return f"{what} in the model's review {verb} left out ({describe_faults(removed)})."
