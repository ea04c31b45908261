"""Find what an answer lacks, so that a follow-up can ask for it."""

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.star import parse_star
from interview_cli.models import Answer, Question
from interview_cli.vocabulary import Level

_STORY_KINDS = ("opener", "requirement", "behaviour")


def find_missing_element(
    question: Question, answer: Answer, level: Level | None = None
) -> str | None:
    """Return the first element that a story lacks; None if it is complete or was not asked for.

    The order is `action`, `result`, `number`, `situation`; then `reason`, at levels that are asked
    for their own decisions.
    """
    if question.kind not in _STORY_KINDS or answer.skipped:
        return None
    if explain_non_answer(answer.content, question.content, ()):
        return None
    elements = parse_star(answer.content)
    owes_reasons = level in ("senior", "lead", "executive")
    return elements.missing or ("reason" if owes_reasons and not elements.reasons else None)
