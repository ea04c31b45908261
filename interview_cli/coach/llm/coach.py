"""ModelCoach: turn facts into a prompt, send it to a language model, and check the reply."""

from contextlib import suppress

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
from interview_cli.coach.llm.client import ClientMaker
from interview_cli.coach.llm.endpoint_session import EndpointCache, EndpointSession
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
    build_review_schema,
    clean_question,
    find_question_fault,
    parse_review,
)
from interview_cli.coach.llm.reply_bounds import bound_post_reply, bound_question, bound_review
from interview_cli.coach.llm.request_forms import Body, adapt_body
from interview_cli.model_settings import ModelSettings, Task
from interview_cli.models import PlanSlot

NAME = "openai"
SCHEMA, TEXT = "json_schema", "text"
"""How a server is asked for JSON: by `response_format`, or in the prompt only."""

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
        bounds = bound_question(
            lambda text: find_question_fault(clean_question(text), earlier) is None
        )
        with self._open_session(display) as line:
            reply = clean_question(line.send(self._body(messages, "question"), bounds))
            fault = find_question_fault(reply, earlier)
            if fault and line.requests_left:
                display.strike_out(_FAULTS[fault])
                again = build_question_retry(facts, messages, reply, fault)
                with suppress(RequestFailed):  # the first question is better than none
                    reply = clean_question(line.send(self._body(again, "question"), bounds))
                fault = find_question_fault(reply, earlier)
        if fault:  # a flawed question, reported as such, is better than an interview that stops
            number = len(earlier) + 1
            listener.notice(f"question {number}, as the model asked it, {_FAULTS[fault]}.")
        return QuestionReply(reply, coach=NAME, model=self._settings.name)

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        self._introduce(facts, listener)
        with self._open_session(listener) as line:
            return self._request_review(facts, line)

    def _request_review(self, facts: Facts, line: EndpointSession) -> Review:
        mode = TEXT if line.traits.json_mode == TEXT else SCHEMA
        bounds = bound_review(len(facts.exchanges))
        wrong_places: tuple[str, ...] = ()
        is_refused = False
        while True:
            try:
                reply = line.send(self._review_body(facts, mode, wrong_places), bounds)
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
                    line.learn(json_mode=TEXT)
                return review

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        self._announce("what you say", listener)
        places: tuple[str, ...] = ()
        with self._open_session(listener) as line:
            while True:
                try:
                    body = self._body(build_post_messages(facts, places), "job_post")
                    reply = line.send(body, bound_post_reply())
                    return parse_turn(reply, NAME, self._settings.name)
                except UnusableReview as unusable:
                    if places or not line.requests_left:
                        raise failures.explain_unusable(line.endpoint, "reply") from None
                    places = unusable.places

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> Request:
        self._introduce(facts, listener)
        messages = build_question_messages(facts, slot, self._settings.document_chars)
        body = self._body(messages, "question")
        traits = self._endpoint_cache.recall(self._settings.endpoint)
        return Request(self._settings.url, adapt_body(body, traits))

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

    def _open_session(self, listener: ProgressListener) -> EndpointSession:
        return EndpointSession(self._settings, self._clients, listener, self._endpoint_cache)

    def _review_body(self, facts: Facts, mode: str, wrong_places: tuple[str, ...]) -> Body:
        schema, budget = build_review_schema(), self._settings.document_chars
        if mode == TEXT:
            return self._body(build_review_messages(facts, budget, schema, wrong_places), "review")
        named = {"name": "review", "strict": True, "schema": schema}
        return self._body(build_review_messages(facts, budget, None, wrong_places), "review") | {
            "response_format": {"type": "json_schema", "json_schema": named}
        }

    def _body(self, messages: Messages, task: Task) -> Body:
        options = self._settings.find_options(task)
        return {"model": self._settings.name, "messages": messages, **options}
