"""ModelCoach: turn facts into a prompt, send it to a language model, and check the reply."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from interview_cli.coach.base import (
    Coach,
    Facts,
    PostFacts,
    PostReply,
    ProgressListener,
    QuestionReply,
    Request,
    Review,
)
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.client import ClientMaker, EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.post_replies import parse_turn
from interview_cli.coach.llm.prompting import (
    Messages,
    build_post_messages,
    build_question_messages,
    build_question_retry,
    build_review_messages,
    cut_to_budget,
)
from interview_cli.coach.llm.question_check import FAULTS, QuestionCheck
from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.replies import UnusableReview, build_review_schema, parse_review
from interview_cli.model_settings import ModelSettings
from interview_cli.models import PlanSlot

NAME = "openai"
SCHEMA, TEXT = "json_schema", "text"
"""How a server is asked for JSON: by `response_format`, or in the prompt only."""
_USUAL_TEMPERATURE = 1
"""The only temperature that every server takes."""
_OTHER_TEMPERATURE = 0.5


class EndpointCache(Protocol):
    """Remembers what earlier runs learnt about endpoints; entries may be lost."""

    def recall(self, endpoint: str) -> str | None:
        """Return the JSON mode that an endpoint needs, if known."""

    def remember(self, endpoint: str, mode: str) -> None:
        """Store the mode for later runs."""


class ModelCoach:
    """A coach that asks a model at any OpenAI-compatible endpoint.

    A turn takes one request, at most three, and at most twice `settings.timeout_s` for all of
    them, not counting the import of the client. `unasked` says that the user did not name this
    coach: a key or a base URL selected it. `create_stand_in` creates the coach that asks a question
    in English in place of one that stays unusable; without it such a question is a failure.
    """

    def __init__(
        self,
        settings: ModelSettings,
        endpoint_cache: EndpointCache,
        *,
        unasked: bool,
        create_stand_in: Callable[[], Coach] | None = None,
    ) -> None:
        self._settings = settings
        self._clients = ClientMaker(settings)
        self._endpoint_cache = endpoint_cache
        self._unasked = unasked
        self._create_stand_in = create_stand_in

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        self._introduce(facts, listener)
        check = QuestionCheck(facts, slot)
        display = QuestionDisplay(listener, check)
        messages = build_question_messages(facts, slot, self._settings.document_chars)
        body = self._question_body(messages, listener)
        with EndpointSession(self._settings, self._clients, display) as line:
            question = clean_question(line.send(body))
            fault = check.find_fault(question)
            if fault and line.requests_left:
                display.strike_out(FAULTS[fault])
                again = body | {"messages": build_question_retry(facts, messages, fault)}
                with suppress(RequestFailed):  # the question is refused, whatever the server says
                    question = clean_question(self._send_again(line, again))
                    fault = check.find_fault(question)
        if fault is None:
            return QuestionReply(question, coach=NAME, model=self._settings.name)
        display.strike_out(FAULTS[fault])
        if self._create_stand_in is None or not check.is_english:
            raise failures.explain_refused_question(line.endpoint, FAULTS[fault])
        number = len(facts.exchanges) + 1
        listener.notice(
            f"question {number} is from the offline coach, because the one of the model "
            f"{self._settings.name} {FAULTS[fault]}."
        )
        return self._create_stand_in().question(facts, slot, ProgressListener())

    def _send_again(self, line: EndpointSession, body: dict[str, Any]) -> str:
        """Send a request with other sampling, or without if the server refuses that."""
        try:
            return line.send(body | self._sample_otherwise())
        except RequestFailed as failure:
            if failure.is_transient or not line.requests_left:
                raise
            return line.send(body)

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        self._introduce(facts, listener)
        mode = TEXT if self._endpoint_cache.recall(self._settings.endpoint) == TEXT else SCHEMA
        with EndpointSession(self._settings, self._clients, listener) as line:
            return self._request_review(facts, line, mode)

    def _request_review(self, facts: Facts, line: EndpointSession, mode: str) -> Review:
        wrong_places: tuple[str, ...] = ()
        is_refused = False
        while True:
            try:
                reply = line.send(self._review_body(facts, mode, wrong_places), is_long=True)
                review = parse_review(reply, len(facts.exchanges), NAME, self._settings.name)
            except RequestFailed as failure:
                if mode == TEXT or not failure.rejects_format or not line.requests_left:
                    raise
                mode, is_refused = TEXT, True
            except UnusableReview as unusable:
                if wrong_places or not line.requests_left:
                    raise failures.explain_unusable(line.endpoint, "review") from None
                wrong_places = unusable.places
                if unusable.is_no_object:  # the server may ignore the schema
                    mode = TEXT
            else:
                if is_refused:
                    self._endpoint_cache.remember(self._settings.endpoint, TEXT)
                return review

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        self._announce("what you say", listener)
        places: tuple[str, ...] = ()
        with EndpointSession(self._settings, self._clients, listener) as line:
            while True:
                try:
                    reply = line.send(self._body(build_post_messages(facts, places)))
                    return parse_turn(reply, NAME, self._settings.name)
                except UnusableReview as unusable:
                    if places or not line.requests_left:
                        raise failures.explain_unusable(line.endpoint, "reply") from None
                    places = unusable.places

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> Request:
        self._introduce(facts, listener)
        messages = build_question_messages(facts, slot, self._settings.document_chars)
        return Request(self._settings.url, self._question_body(messages, listener))

    def prepare(self) -> None:
        self._clients.prepare()

    def _introduce(self, facts: Facts, listener: ProgressListener) -> None:
        settings = self._settings
        self._announce("your CV, the job description and your answers", listener)
        cv, job = cut_to_budget(facts.cv_text, facts.job_text, settings.document_chars)
        for document, text, sent in (
            ("CV", facts.cv_text, cv),
            ("job description", facts.job_text, job),
        ):
            if sent < text:
                listener.notice(
                    f"the {document} has {len(text):,} characters; the model gets only the first "
                    f"{len(sent):,} (INTERVIEW_DOCUMENT_CHARS is {settings.document_chars})."
                )

    def _announce(self, sent_data: str, listener: ProgressListener) -> None:
        settings = self._settings
        if not settings.is_local:
            verb = "goes" if sent_data.startswith("what") else "go"
            listener.notice(
                f"the coach is the model {settings.name}; {sent_data} {verb} to {settings.host}."
            )
        elif self._unasked:
            listener.notice(f"the coach is the model {settings.name} at {settings.host}.")

    def _question_body(self, messages: Messages, listener: ProgressListener) -> dict[str, Any]:
        return self._body(messages) | ({"stream": True} if listener.shows_text else {})

    def _sample_otherwise(self) -> dict[str, Any]:
        """Return options with which a model does not write the same again."""
        options = self._settings.options
        usual = options.get("temperature") == _USUAL_TEMPERATURE
        changed: dict[str, Any] = {
            "temperature": _OTHER_TEMPERATURE if usual else _USUAL_TEMPERATURE
        }
        seed = options.get("seed")
        return changed | ({"seed": seed + 1} if isinstance(seed, int) else {})

    def _review_body(
        self, facts: Facts, mode: str, wrong_places: tuple[str, ...]
    ) -> dict[str, Any]:
        schema, budget = build_review_schema(), self._settings.document_chars
        if mode == TEXT:
            return self._body(build_review_messages(facts, budget, schema, wrong_places))
        named = {"name": "review", "strict": True, "schema": schema}
        return self._body(build_review_messages(facts, budget, None, wrong_places)) | {
            "response_format": {"type": "json_schema", "json_schema": named}
        }

    def _body(self, messages: Messages) -> dict[str, Any]:
        return {"model": self._settings.name, "messages": messages, **self._settings.options}
