"""ModelCoach: turn facts into a prompt, send it to a language model, and check the reply."""

from contextlib import suppress
from typing import Any

from interview_cli.coach.base import (
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
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.replies import (
    UnusableReview,
    find_question_fault,
    strip_quotation,
)
from interview_cli.coach.llm.review_request import EndpointCache, ReviewRequest
from interview_cli.model_settings import ModelSettings
from interview_cli.models import PlanSlot

NAME = "openai"
_CHARS_PER_TOKEN = 4
"""About as many as in English."""

_FAULTS = {
    "none": "may not be a question",
    "repeats": "repeats an earlier one",
    "several": "contains more than one question",
    "answered": "contains more than a question",
}


class ModelCoach:
    """A coach that asks a model at any OpenAI-compatible endpoint.

    A turn takes one request, at most three, and at most twice `settings.timeout_s` for all of
    them, not counting the import of the client. `unasked` says that the user did not name this
    coach: a key or a base URL selected it.
    """

    def __init__(
        self, settings: ModelSettings, endpoint_cache: EndpointCache, *, unasked: bool
    ) -> None:
        self._settings = settings
        self._clients = ClientMaker(settings)
        self._endpoint_cache = endpoint_cache
        self._unasked = unasked

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        self._introduce(facts, listener)
        messages = build_question_messages(facts, slot, self._settings.document_chars)
        earlier = [exchange.question.content for exchange in facts.exchanges]
        display = QuestionDisplay(listener, earlier)
        with EndpointSession(self._settings, self._clients, display) as line:
            reply = strip_quotation(line.send(self._question_body(messages, listener)))
            fault = find_question_fault(reply, earlier)
            if fault and line.requests_left:
                display.strike_out(_FAULTS[fault])
                again = build_question_retry(facts, messages, reply, fault)
                with suppress(RequestFailed):  # the first question is better than none
                    reply = strip_quotation(line.send(self._question_body(again, listener)))
                fault = find_question_fault(reply, earlier)
        if fault:  # a flawed question, reported as such, is better than an interview that stops
            number = len(earlier) + 1
            listener.notice(f"question {number}, as the model asked it, {_FAULTS[fault]}.")
        return QuestionReply(reply, coach=NAME, model=self._settings.name)

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        self._introduce(facts, listener)
        with EndpointSession(self._settings, self._clients, listener) as line:
            request = ReviewRequest(facts, self._settings, line, self._endpoint_cache)
            return request.fetch(listener, NAME)

    def estimate_review(self, facts: Facts) -> int:
        messages = build_review_messages(facts, self._settings.document_chars)
        return sum(len(message["content"]) for message in messages) // _CHARS_PER_TOKEN

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

    def _body(self, messages: Messages) -> dict[str, Any]:
        return {"model": self._settings.name, "messages": messages, **self._settings.options}
