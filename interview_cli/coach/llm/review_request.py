"""Request a review in a form that the server takes, and its faulty parts once more."""

from collections import Counter
from functools import partial
from typing import Any

from interview_cli.coach.base import Facts, ProgressListener, Review
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.context_size import Messages, PromptSize
from interview_cli.coach.llm.endpoint_session import EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.prompt_sender import PromptSender
from interview_cli.coach.llm.prompting import build_review_messages
from interview_cli.coach.llm.replies import UnusableReview
from interview_cli.coach.llm.reply_bounds import bound_review
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
FORMS = (BOUNDED, SCHEMA, TEXT)
_TEMPERATURE = 0.3
"""Low, so that ratings repeat; above 0, because small models then repeat themselves."""


class ReviewRequest:
    """The requests for one review, in one session with an endpoint."""

    def __init__(
        self, facts: Facts, settings: ModelSettings, session: EndpointSession, sender: PromptSender
    ) -> None:
        self._facts = facts
        self._settings = settings
        self._session = session
        self._sender = sender
        known = session.traits.json_mode
        self._form = known if known in FORMS else BOUNDED

    def fetch(self, listener: ProgressListener, coach: str) -> Review:
        """Return the review, checked. Raises RequestFailed."""
        draft = self._ask(None)
        removed = clean_review(draft, self._facts)
        needed = [exchange.number for exchange in self._facts.exchanges if not exchange.skipped]
        if repair := draft.find_repair(needed):
            if not self._session.requests_left:
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
                return self._parse(self._send(repair), repair)
            except RequestFailed as failure:
                if not (self._give_way(failure) and self._session.requests_left):
                    raise

    def _give_way(self, failure: RequestFailed) -> bool:
        """Choose a simpler form if the server refuses this one. Return whether there is one."""
        if not failure.rejects_format or self._form == TEXT:
            return False
        if "bounds" in failure.refuses and self._form == BOUNDED:
            self._form = SCHEMA
            self._session.learn(json_mode=SCHEMA)  # it is named, whatever comes of this turn
        else:
            self._form = TEXT
            self._session.suppose(json_mode=TEXT)
        return True

    def _parse(self, reply: str, repair: Repair | None) -> ReviewDraft:
        numbers = repair.numbers if repair else range(1, len(self._facts.exchanges) + 1)
        try:
            return parse_review(reply, numbers)
        except UnusableReview as unusable:
            self._form = TEXT  # the server may ignore the schema; one odd reply is not remembered
            return ReviewDraft(faults=[Fault(place, "form") for place in unusable.places])

    def _send(self, repair: Repair | None) -> str:
        schema = self._build_schema(repair, is_bounded=self._form == BOUNDED)
        in_prompt = schema if self._form == TEXT else None
        named = {"name": "review", "strict": True, "schema": schema}
        demand = {"response_format": {"type": "json_schema", "json_schema": named}}
        return self._sender.send(
            partial(_build_messages, self._facts, in_prompt, repair),
            "review",
            bound_review(
                self._build_schema(repair, is_bounded=True),
                self._build_schema(None, is_bounded=True),
            ),
            self._sampling,
            **({} if self._form == TEXT else demand),
        )

    def _build_schema(self, repair: Repair | None, *, is_bounded: bool) -> dict[str, Any]:
        if repair:
            return build_repair_schema(repair, is_bounded=is_bounded)
        return build_review_schema(len(self._facts.exchanges), is_bounded=is_bounded)

    @property
    def _sampling(self) -> dict[str, float]:
        """Options with which ratings repeat; those of the user win."""
        options: dict[str, float] = {"temperature": _TEMPERATURE, "seed": self._facts.draw}
        given = self._settings.find_options("review")
        return {name: value for name, value in options.items() if name not in given}

    def _explain(self, draft: ReviewDraft) -> RequestFailed:
        names = {fault.name for fault in draft.faults} - {"form"}
        if not names:
            return failures.explain_unusable(self._session.endpoint, "review")
        return failures.explain_degenerate(self._session.endpoint, describe_faults(names))


def _build_messages(
    facts: Facts, schema: dict[str, Any] | None, repair: Repair | None, size: PromptSize
) -> Messages:
    return build_review_messages(facts, size, schema, repair)


def _describe_removed(removed: Counter[str]) -> str:
    count = removed.total()
    what = "1 remark" if count == 1 else f"{count} remarks"
    verb = "was" if count == 1 else "were"
    return f"{what} in the model's review {verb} left out ({describe_faults(removed)})."
