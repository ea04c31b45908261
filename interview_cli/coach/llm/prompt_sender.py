"""PromptSender: send the prompts of a turn, each fitted into the context of the model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from interview_cli.coach.base import Facts, PostFacts, ProgressListener
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.context_size import (
    ContextTooSmall,
    Messages,
    PromptSize,
    Reserve,
    fit_prompt,
    learn_context,
    reserve_post_reply,
)
from interview_cli.coach.llm.endpoint_session import EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.prompting import MAX_CONVERSATION_CHARS, shorten_facts
from interview_cli.coach.llm.reply_bounds import ReplyBounds
from interview_cli.coach.llm.request_forms import NO_SAMPLING, Body
from interview_cli.model_settings import ModelSettings, Task

Build = Callable[[PromptSize], Messages]
"""Builds the messages of a prompt in a given size."""


@dataclass(frozen=True)
class Fitting:
    """How the prompts of a turn are fitted into the context of a model."""

    subject: str
    """What the turn is part of: "interview" or "job post"."""
    most_chars: int
    """The most characters of documents or of an earlier conversation in a prompt."""
    reserve: Reserve
    note: Callable[[PromptSize, int | None], None]
    """Tells the user what is left out at a size, given the context in tokens, if it is known."""


class PromptSender:
    """Sends the prompts of one turn."""

    def __init__(self, settings: ModelSettings, session: EndpointSession, fitting: Fitting) -> None:
        self._settings = settings
        self._session = session
        self._fitting = fitting
        self.has_learnt = False
        """Whether the server has named the size of its context in this turn."""

    @property
    def requests_left(self) -> int:
        """How many requests the turn may still send."""
        return self._session.requests_left

    def find_missing(self, build: Build, reserve: Reserve) -> int | None:
        """Return a context in which a later prompt fits, if it does not fit into the known one."""
        try:
            fit_prompt(build, self._fitting.most_chars, reserve, self._session.traits)
        except ContextTooSmall as error:
            return error.needed_tokens
        return None

    def send(
        self,
        build: Build,
        task: Task,
        bounds: ReplyBounds,
        sampling: Mapping[str, float] = NO_SAMPLING,
        **fields: Any,
    ) -> str:
        """Return the reply to a prompt; `fields` go into the request.

        `sampling` goes into it too, over the options of the user, if the server takes it.

        If the server says that the prompt is too long and what it takes, a shorter one is sent.
        Raises RequestFailed.
        """
        while True:
            messages = self._fit(build)
            try:
                body = build_body(self._settings, task, messages) | fields
                return self._session.send(body, bounds, sampling)
            except RequestFailed as failure:
                learnt = learn_context(self._session.traits, failure, messages)
                if learnt == self._session.traits or not self._session.requests_left:
                    raise
                self.has_learnt = True
                self._session.learn(
                    context_tokens=learnt.context_tokens, chars_per_token=learnt.chars_per_token
                )

    def _fit(self, build: Build) -> Messages:
        traits, fitting = self._session.traits, self._fitting
        try:
            size = fit_prompt(build, fitting.most_chars, fitting.reserve, traits)
        except ContextTooSmall as error:
            if self.has_learnt:
                raise failures.explain_small_context(
                    self._session.endpoint,
                    traits.context_tokens or 0,
                    error.needed_tokens,
                    fitting.subject,
                ) from error
            # What an earlier run was told may have changed: ask again.
            self._session.learn(context_tokens=None, chars_per_token=None)
            size = PromptSize(fitting.most_chars)
        fitting.note(size, traits.context_tokens)
        return build(size)


def create_sender(
    facts: Facts,
    settings: ModelSettings,
    session: EndpointSession,
    reserve: Reserve,
    listener: ProgressListener,
) -> PromptSender:
    """Return a sender for a turn of an interview. The listener is told what is left out."""
    note = partial(note_shortening, facts, settings, listener)
    fitting = Fitting("interview", settings.document_chars, reserve, note)
    return PromptSender(settings, session, fitting)


def create_post_sender(
    facts: PostFacts, settings: ModelSettings, session: EndpointSession, listener: ProgressListener
) -> PromptSender:
    """Return a sender for a turn of a job post. The listener is told what is left out."""
    note = partial(_note_cut_conversation, facts, listener)
    fitting = Fitting("job post", MAX_CONVERSATION_CHARS, reserve_post_reply(), note)
    return PromptSender(settings, session, fitting)


def build_body(settings: ModelSettings, task: Task, messages: Messages) -> Body:
    """Build a request with the options of the user."""
    return {"model": settings.name, "messages": messages, **settings.find_options(task)}


def note_shortening(
    facts: Facts,
    settings: ModelSettings,
    listener: ProgressListener,
    size: PromptSize,
    context_tokens: int | None,
) -> None:
    """Say how much of each document and of the answers is left out, and why."""
    reason = (
        f"the context of {settings.name} has {context_tokens:,} tokens"
        if context_tokens and size.document_chars < settings.document_chars
        else f"INTERVIEW_DOCUMENT_CHARS is {settings.document_chars}"
    )
    documents = zip(
        ("CV", "job description"), shorten_facts(facts, size.document_chars), strict=True
    )
    for name, document in documents:
        if document.left_out_chars:
            listener.notice(
                f"the {name} is shortened for the model: {document.left_out_lines} of "
                f"{document.lines} lines are left out, those that have least to do with the job "
                f"({reason})."
            )
    if size.answer_chars and _has_longer_answer(facts, size.answer_chars):
        listener.notice(
            "long answers are shortened for the model, their beginning and end are kept "
            f"({reason}); what you wrote stays as it is."
        )


def _note_cut_conversation(
    facts: PostFacts, listener: ProgressListener, size: PromptSize, context_tokens: int | None
) -> None:
    """Say that the beginning of a long conversation about a job post is left out."""
    said = sum(len(message) for _, message in facts.conversation)
    if context_tokens and size.is_short and said > size.document_chars:
        listener.notice(
            "the beginning of the conversation is left out for the model (its context has "
            f"{context_tokens:,} tokens); the fields of the post are sent whole."
        )


def _has_longer_answer(facts: Facts, max_chars: int) -> bool:
    return any(len(exchange.answer) > max_chars for exchange in facts.exchanges)
