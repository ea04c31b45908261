"""PromptSender: send the prompts of a turn, each fitted into the context of the model."""

from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.coach.base import Facts, ProgressListener
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.context_size import (
    ContextTooSmall,
    Messages,
    PromptSize,
    Reserve,
    fit_prompt,
    learn_context,
)
from interview_cli.coach.llm.endpoint_session import EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.prompting import shorten_facts
from interview_cli.coach.llm.reply_bounds import ReplyBounds
from interview_cli.coach.llm.request_forms import NO_SAMPLING, Body
from interview_cli.model_settings import ModelSettings, Task

Build = Callable[[PromptSize], Messages]
"""Builds the messages of a prompt in a given size."""


class PromptSender:
    """Sends the prompts of one turn on the same facts."""

    def __init__(
        self,
        settings: ModelSettings,
        session: EndpointSession,
        facts: Facts,
        reserve: Reserve,
        listener: ProgressListener,
    ) -> None:
        """The listener is told what of the documents is left out."""
        self._settings = settings
        self._session = session
        self._facts = facts
        self._reserve = reserve
        self._listener = listener
        self._has_learnt = False

    @property
    def requests_left(self) -> int:
        """How many requests the turn may still send."""
        return self._session.requests_left

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
                self._has_learnt = True
                self._session.learn(
                    context_tokens=learnt.context_tokens, chars_per_token=learnt.chars_per_token
                )

    def _fit(self, build: Build) -> Messages:
        traits, settings = self._session.traits, self._settings
        try:
            size = fit_prompt(build, settings.document_chars, self._reserve, traits)
        except ContextTooSmall as error:
            if self._has_learnt:
                raise failures.explain_small_context(
                    self._session.endpoint, traits.context_tokens or 0, error.needed_tokens
                ) from error
            # What an earlier run was told may have changed: ask again.
            self._session.learn(context_tokens=None, chars_per_token=None)
            size = PromptSize(settings.document_chars)
        note_shortening(self._facts, size, settings, traits.context_tokens, self._listener)
        return build(size)


def build_body(settings: ModelSettings, task: Task, messages: Messages) -> Body:
    """Build a request with the options of the user."""
    return {"model": settings.name, "messages": messages, **settings.find_options(task)}


def note_shortening(
    facts: Facts,
    size: PromptSize,
    settings: ModelSettings,
    context_tokens: int | None,
    listener: ProgressListener,
) -> None:
    """Say how much of each document is left out, and why."""
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
