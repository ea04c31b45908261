"""ModelCoach: turn facts into a prompt, send it to a language model, and check the reply."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

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
from interview_cli.coach.llm.client import ClientMaker
from interview_cli.coach.llm.context_size import (
    ContextTooSmall,
    PromptSize,
    Reserve,
    fit_prompt,
    reserve_question,
    reserve_review,
)
from interview_cli.coach.llm.endpoint_session import EndpointCache, EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.json_display import JsonDisplay
from interview_cli.coach.llm.prompt_sender import (
    PromptSender,
    build_body,
    create_post_sender,
    create_sender,
    note_shortening,
)
from interview_cli.coach.llm.prompting import (
    build_question_messages,
    build_review_messages,
)
from interview_cli.coach.llm.question_check import FAULTS, QuestionCheck
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.question_request import request_question
from interview_cli.coach.llm.request_forms import adapt_body
from interview_cli.model_settings import ModelSettings
from interview_cli.models import PlanSlot

NAME = "openai"
_CHARS_PER_TOKEN = 4
"""About as many as in English."""


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
        self._introduce(listener)
        check = QuestionCheck(facts, slot)
        display = QuestionDisplay(listener, check)
        create_stand_in = self._create_stand_in if check.is_english else None
        with self._open_session(display) as session:
            sender = create_sender(
                facts, self._settings, session, _reserve_question(facts), display
            )
            try:
                question, fault = request_question(
                    facts, slot, self._settings, sender, check, display
                )
            except RequestFailed as failure:
                if create_stand_in is None or not failure.is_degenerate:
                    raise
                self._warn_of_review(facts, sender, display)
                display.strike_out("broke off")
                return _ask_stand_in(create_stand_in(), facts, slot, failure.message, listener)
            self._warn_of_review(facts, sender, display)
        if fault is None:
            return QuestionReply(question, coach=NAME, model=self._settings.name)
        display.strike_out(FAULTS[fault])
        if create_stand_in is None:
            raise failures.explain_refused_question(session.endpoint, FAULTS[fault])
        reason = f"the one of the model {self._settings.name} {FAULTS[fault]}."
        return _ask_stand_in(create_stand_in(), facts, slot, reason, listener)

    def _warn_of_review(
        self, facts: Facts, sender: PromptSender, listener: ProgressListener
    ) -> None:
        """Say, at the first question or when the context becomes known, if it has no room for the
        review of all answers."""
        if facts.exchanges and not sender.has_learnt:
            return
        unasked = facts.max_questions - len(facts.exchanges)
        reserve = reserve_review(facts.max_questions, unasked)
        needed_tokens = sender.find_missing(partial(build_review_messages, facts), reserve)
        if needed_tokens:
            listener.notice(failures.describe_small_for_review(self._settings.name, needed_tokens))

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        # Imported here, as in `job_post`: a turn of an interview needs neither.
        from interview_cli.coach.llm.review_request import ReviewRequest

        self._introduce(listener)
        reserve = reserve_review(len(facts.exchanges))
        with self._open_session(JsonDisplay(listener, "the review")) as session:
            sender = create_sender(facts, self._settings, session, reserve, listener)
            return ReviewRequest(facts, self._settings, session, sender).fetch(listener, NAME)

    def estimate_review(self, facts: Facts) -> int:
        messages = build_review_messages(facts, PromptSize(self._settings.document_chars))
        return sum(len(message["content"]) for message in messages) // _CHARS_PER_TOKEN

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        from interview_cli.coach.llm.post_request import PostRequest
        from interview_cli.job_posts.joining import join_acts
        from interview_cli.job_posts.reading import read_acts

        self._announce("what you say", listener)
        with self._open_session(JsonDisplay(listener, "the reply")) as session:
            sender = create_post_sender(facts, self._settings, session, listener)
            read, question = PostRequest(facts, session, sender).fetch()
        acts = join_acts(read_acts(facts.turn), read, facts.turn.message)
        return PostReply(acts, question, NAME, self._settings.name)

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> Request:
        self._introduce(listener)
        settings, traits = self._settings, self._endpoint_cache.recall(self._settings.endpoint)
        build = partial(build_question_messages, facts, slot)
        size = PromptSize(settings.document_chars)
        with suppress(ContextTooSmall):  # the server is asked again
            size = fit_prompt(build, size.document_chars, _reserve_question(facts), traits)
        note_shortening(facts, settings, listener, size, traits.context_tokens)
        body = build_body(settings, "question", build(size))
        return Request(settings.url, adapt_body(body, traits))

    def prepare(self) -> None:
        self._clients.prepare()

    def _introduce(self, listener: ProgressListener) -> None:
        self._announce("your CV, the job description and your answers", listener)

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


def _reserve_question(facts: Facts) -> Reserve:
    return reserve_question(len(facts.exchanges), facts.max_questions)


def _ask_stand_in(
    coach: Coach, facts: Facts, slot: PlanSlot, reason: str, listener: ProgressListener
) -> QuestionReply:
    """Return the question of the coach that stands in for the model, and say why it does."""
    number = len(facts.exchanges) + 1
    listener.notice(f"question {number} is from the offline coach, because {reason}")
    return coach.question(facts, slot, ProgressListener())
