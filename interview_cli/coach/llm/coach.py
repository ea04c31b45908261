"""ModelCoach: facts → prompt → a language model → checked reply."""

from contextlib import suppress
from typing import Any, Protocol

from interview_cli.coach.base import (
    Facts,
    PostFacts,
    PostReply,
    QuestionReply,
    Request,
    Review,
    Watch,
)
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.client import Line, load_client
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.post_replies import parsed_turn
from interview_cli.coach.llm.prompting import (
    Messages,
    post_messages,
    question_again,
    question_messages,
    review_messages,
    within_budget,
)
from interview_cli.coach.llm.replies import (
    UnusableReview,
    parsed_review,
    question_fault,
    review_schema,
    unquoted,
)
from interview_cli.model_settings import ModelSettings
from interview_cli.models import PlanSlot

NAME = "openai"
SCHEMA, TEXT = "json_schema", "text"
"""The rungs: how a server is asked for JSON, by `response_format` or in the prompt alone."""

_FAULTS = {
    "none": "is hardly a question",
    "repeats": "repeats an earlier one",
    "several": "holds more than one question",
    "answered": "holds more than a question",
}


class Rungs(Protocol):
    """What earlier runs found out about endpoints; it may forget."""

    def recall(self, endpoint: str) -> str | None:
        """The rung that an endpoint needs, if that is known."""

    def remember(self, endpoint: str, rung: str) -> None:
        """Keeps it for later runs."""


class ModelCoach:
    """Any OpenAI-compatible endpoint. `unasked`: nobody named this coach, a key or address did.

    One request a turn, three at the most, and twice `settings.timeout_s` for all of them, the
    import of the client aside.
    """

    def __init__(self, settings: ModelSettings, rungs: Rungs, *, unasked: bool) -> None:
        self._settings = settings
        self._rungs = rungs
        self._unasked = unasked

    def question(self, facts: Facts, slot: PlanSlot, watch: Watch) -> QuestionReply:
        self._introduce(facts, watch)
        messages = question_messages(facts, slot, self._settings.document_chars)
        earlier = [exchange.question.content for exchange in facts.exchanges]
        with Line(self._settings, watch) as line:
            reply = unquoted(line.send(self._question_body(messages, watch)))
            fault = question_fault(reply, earlier)
            if fault and line.requests_left:
                again = question_again(facts, messages, reply, fault)
                with suppress(RequestFailed):  # the first one is better than none
                    reply = unquoted(line.send(self._question_body(again, watch)))
                fault = question_fault(reply, earlier)
        if fault:  # better a flawed question that is called so than an interview that cannot go on
            number = len(earlier) + 1
            watch.notice(f"question {number}, as the model asks it, {_FAULTS[fault]}.")
        return QuestionReply(reply, coach=NAME, model=self._settings.name)

    def review(self, facts: Facts, watch: Watch) -> Review:
        self._introduce(facts, watch)
        known = TEXT if self._rungs.recall(self._settings.endpoint) == TEXT else SCHEMA
        with Line(self._settings, watch) as line:
            return self._reviewed(facts, line, known)

    def _reviewed(self, facts: Facts, line: Line, rung: str) -> Review:
        wrong_places: tuple[str, ...] = ()
        is_refused = False
        while True:
            try:
                reply = line.send(self._review_body(facts, rung, wrong_places), is_long=True)
                review = parsed_review(reply, len(facts.exchanges), NAME, self._settings.name)
            except RequestFailed as failure:
                if rung == TEXT or not failure.rejects_format or not line.requests_left:
                    raise
                rung, is_refused = TEXT, True
            except UnusableReview as unusable:
                if wrong_places or not line.requests_left:
                    raise failures.unusable(line.endpoint, "review") from None
                wrong_places = unusable.places
                if unusable.is_no_object:  # perhaps the server does nothing with a schema
                    rung = TEXT
            else:
                if is_refused:
                    self._rungs.remember(self._settings.endpoint, TEXT)
                return review

    def job_post(self, facts: PostFacts, watch: Watch) -> PostReply:
        self._name_itself("what you say", watch)
        places: tuple[str, ...] = ()
        with Line(self._settings, watch) as line:
            while True:
                try:
                    reply = line.send(self._body(post_messages(facts, places)))
                    return parsed_turn(reply, NAME, self._settings.name)
                except UnusableReview as unusable:
                    if places or not line.requests_left:
                        raise failures.unusable(line.endpoint, "reply") from None
                    places = unusable.places

    def request(self, facts: Facts, slot: PlanSlot, watch: Watch) -> Request:
        self._introduce(facts, watch)
        messages = question_messages(facts, slot, self._settings.document_chars)
        return Request(self._settings.url, self._question_body(messages, watch))

    def prepare(self) -> None:
        load_client()

    def _introduce(self, facts: Facts, watch: Watch) -> None:
        settings = self._settings
        self._name_itself("your CV, the job description and your answers", watch)
        cv, job = within_budget(facts.cv_text, facts.job_text, settings.document_chars)
        for what, text, sent in (
            ("CV", facts.cv_text, cv),
            ("job description", facts.job_text, job),
        ):
            if sent < text:
                watch.notice(
                    f"the {what} has {len(text):,} characters; the model gets the first "
                    f"{len(sent):,}, since INTERVIEW_DOCUMENT_CHARS is {settings.document_chars}."
                )

    def _name_itself(self, what_leaves: str, watch: Watch) -> None:
        settings = self._settings
        if not settings.is_local:
            verb = "goes" if what_leaves.startswith("what") else "go"
            watch.notice(
                f"the coach is the model {settings.name}; {what_leaves} {verb} to {settings.host}."
            )
        elif self._unasked:
            watch.notice(f"the coach is the model {settings.name} at {settings.host}.")

    def _question_body(self, messages: Messages, watch: Watch) -> dict[str, Any]:
        return self._body(messages) | ({"stream": True} if watch.shows_text else {})

    def _review_body(
        self, facts: Facts, rung: str, wrong_places: tuple[str, ...]
    ) -> dict[str, Any]:
        schema, budget = review_schema(), self._settings.document_chars
        if rung == TEXT:
            return self._body(review_messages(facts, budget, schema, wrong_places))
        named = {"name": "review", "strict": True, "schema": schema}
        return self._body(review_messages(facts, budget, None, wrong_places)) | {
            "response_format": {"type": "json_schema", "json_schema": named}
        }

    def _body(self, messages: Messages) -> dict[str, Any]:
        return {"model": self._settings.name, "messages": messages, **self._settings.options}
