"""Request a question, and once more, with other sampling, if the reply must be refused."""

from contextlib import suppress
from functools import partial

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.context_size import Messages, PromptSize
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.prompt_sender import Build, PromptSender
from interview_cli.coach.llm.prompting import build_question_messages, build_question_retry
from interview_cli.coach.llm.question_check import FAULTS, QuestionCheck
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.reply_bounds import ReplyBounds, bound_question
from interview_cli.model_settings import ModelSettings
from interview_cli.models import PlanSlot

_USUAL_TEMPERATURE = 1
"""The only temperature that every server takes."""
_OTHER_TEMPERATURE = 0.5


def request_question(
    facts: Facts,
    slot: PlanSlot,
    settings: ModelSettings,
    sender: PromptSender,
    check: QuestionCheck,
    display: QuestionDisplay,
) -> tuple[str, str | None]:
    """Return the model's question and its fault, if it still has one. Raises RequestFailed.

    A failure that is degenerate is raised only after a second request.
    """
    build = partial(build_question_messages, facts, slot)
    bounds = bound_question(lambda text: check.find_fault(check.clean(text)) is None)
    try:
        question = check.clean(sender.send(build, "question", bounds))
    except RequestFailed as failure:
        if not (failure.is_degenerate and sender.requests_left):
            raise
        question = check.clean(_replace_degenerate(failure, sender, build, bounds, settings))
        return question, check.find_fault(question)
    fault = check.find_fault(question)
    if fault and sender.requests_left:
        display.strike_out(FAULTS[fault])
        again = partial(_build_again, build, facts, fault)
        with suppress(RequestFailed):  # the question is refused, whatever the server says
            question = check.clean(_send_again(sender, again, bounds, settings))
            fault = check.find_fault(question)
    return question, fault


def _build_again(build: Build, facts: Facts, fault: str, size: PromptSize) -> Messages:
    return build_question_retry(facts, build(size), fault)


def _replace_degenerate(
    first: RequestFailed,
    sender: PromptSender,
    build: Build,
    bounds: ReplyBounds,
    settings: ModelSettings,
) -> str:
    try:
        return _send_again(sender, build, bounds, settings)
    except RequestFailed as failure:  # the first reply is degenerate, whatever the server says
        raise (failure if failure.is_degenerate else first) from None


def _send_again(
    sender: PromptSender, build: Build, bounds: ReplyBounds, settings: ModelSettings
) -> str:
    """Send a prompt with other sampling, or without if the server may refuse that unnamed."""
    try:
        return sender.send(build, "question", bounds, sample_otherwise(settings))
    except RequestFailed as failure:
        if failure.is_transient or not (failure.rejects_format and sender.requests_left):
            raise
        return sender.send(build, "question", bounds)


def sample_otherwise(settings: ModelSettings) -> dict[str, float]:
    """Return options with which a model does not write the same again."""
    options = settings.find_options("question")
    usual = options.get("temperature") == _USUAL_TEMPERATURE
    changed: dict[str, float] = {"temperature": _OTHER_TEMPERATURE if usual else _USUAL_TEMPERATURE}
    seed = options.get("seed")
    return changed | ({"seed": seed + 1} if isinstance(seed, int) else {})
