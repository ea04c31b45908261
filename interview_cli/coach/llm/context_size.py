"""Fit a request into a model's context, and notice when a server dropped a part of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.model_settings import MIN_DOCUMENT_BUDGET_CHARS
from interview_cli.store.endpoint_cache import EndpointTraits

Messages = list[dict[str, str]]

_ASCII_CHARS_PER_TOKEN = 3.5
_OTHER_CHARS_PER_TOKEN = 1.2
"""A careful estimate: tokens of other scripts hold less."""
_MAX_CHARS_PER_TOKEN = 6.25
"""No usual text has more characters to a token, white space aside."""
_SAFE_SHARE = 0.95
_STEP_CHARS = 500
"""Budgets are multiples of this, so that one turn begins like the one before."""
_ANSWER_CHARS = (4_000, 2_000, 1_000, 500, 250)
"""Lengths to which answers are shortened, the longest first."""
_STEP_TOKENS = 1_024
_TOKENS_PER_EXCHANGE = 200
_QUESTION_TOKENS = 300
_POST_TOKENS = 800
_REVIEW_TOKENS = 400
_REVIEW_TOKENS_PER_ANSWER = 300


@dataclass(frozen=True)
class PromptSize:
    """How much room a prompt may take."""

    document_chars: int
    """The most characters of CV and job description together, or of an earlier conversation about
    a job post."""
    is_short: bool = False
    """Whether the text of the system is the short one."""
    answer_chars: int | None = None
    """The most characters of each answer; None for whole answers."""


@dataclass(frozen=True)
class Reserve:
    """The tokens that a context must have beside the request."""

    reply: int
    conversation: int
    """For the rest of the interview, so that later requests need not be cut shorter."""


def reserve_question(exchanges: int, max_questions: int) -> Reserve:
    """Return what the next question needs after this many exchanges."""
    return Reserve(_QUESTION_TOKENS, _TOKENS_PER_EXCHANGE * (max_questions - exchanges - 1))


def reserve_review(answers: int, unasked: int = 0) -> Reserve:
    """Return what a review of this many answers needs, some of which are yet to be given."""
    reply = _REVIEW_TOKENS + _REVIEW_TOKENS_PER_ANSWER * answers
    return Reserve(reply + _TOKENS_PER_EXCHANGE * unasked, 0)


def reserve_post_reply() -> Reserve:
    """Return what a turn of a job post needs."""
    return Reserve(_POST_TOKENS, 0)


class ContextTooSmall(Exception):
    """No request fits; `needed_tokens` is a context in which one does."""

    def __init__(self, needed_tokens: int) -> None:
        super().__init__("context too small")
        self.needed_tokens = needed_tokens


def fit_prompt(
    build: Callable[[PromptSize], Messages],
    document_chars: int,
    reserve: Reserve,
    traits: EndpointTraits,
) -> PromptSize:
    """Return the size of a prompt that fits into the context, as far as that is known.

    Takes the short text of the system first, then less of the documents, then less of each answer.
    Raises ContextTooSmall.
    """
    full = PromptSize(document_chars)
    if traits.context_tokens is None:
        return full
    scale = _find_scale(build(full), traits)
    room = int(traits.context_tokens * _SAFE_SHARE) - reserve.reply
    if _count_tokens(build(full), traits) <= room:
        return full
    conversation = min(reserve.conversation, traits.context_tokens // 4)
    for answer_chars in (None, *_ANSWER_CHARS):
        bare = PromptSize(0, is_short=True, answer_chars=answer_chars)
        tokens = _count_tokens(build(bare), traits) + conversation
        chars = int((room - tokens) * scale)
        chars -= chars % _STEP_CHARS
        if chars >= MIN_DOCUMENT_BUDGET_CHARS:
            return replace(bare, document_chars=min(chars, document_chars))
    needed = (tokens + MIN_DOCUMENT_BUDGET_CHARS / scale + reserve.reply) / _SAFE_SHARE
    raise ContextTooSmall(int(needed // _STEP_TOKENS + 1) * _STEP_TOKENS)


def learn_context(
    traits: EndpointTraits, failure: RequestFailed, messages: Messages
) -> EndpointTraits:
    """Return the traits with what a server said when it refused these messages as too long.

    They are the same ones if it named no size.
    """
    if failure.context_tokens is None:
        return traits
    # They have more tokens than fit, even if the server does not say how many.
    tokens = failure.request_tokens or int(failure.context_tokens / _SAFE_SHARE) + 1
    counted = _count_chars(messages) / tokens
    scale = counted if failure.request_tokens else min(counted, _find_scale(messages, traits))
    return replace(traits, context_tokens=failure.context_tokens, chars_per_token=round(scale, 3))


def is_truncated(messages: Messages, prompt_tokens: int) -> bool:
    """Return whether a server read so few tokens that a part of the messages must be missing.

    `prompt_tokens` is 0 if it does not say how many it read.
    """
    chars = sum(len(" ".join(message["content"].split())) for message in messages)
    return 0 < prompt_tokens < chars / _MAX_CHARS_PER_TOKEN


def _count_tokens(messages: Messages, traits: EndpointTraits) -> int:
    return int(_count_chars(messages) / _find_scale(messages, traits)) + 1


def _count_chars(messages: Messages) -> int:
    return sum(len(message["content"]) for message in messages)


def _find_scale(messages: Messages, traits: EndpointTraits) -> float:
    """Return how many characters make a token: as the server counted, else by an estimate."""
    if traits.chars_per_token is not None:
        return traits.chars_per_token
    chars = _count_chars(messages)
    others = sum(not c.isascii() for message in messages for c in message["content"])
    tokens = (chars - others) / _ASCII_CHARS_PER_TOKEN + others / _OTHER_CHARS_PER_TOKEN
    return chars / tokens if tokens else _ASCII_CHARS_PER_TOKEN
