"""Feedback → the arithmetic behind its scores, for people."""

from collections.abc import Sequence

from interview_cli.answers.criteria import WEIGHTS, meaning
from interview_cli.models import AnswerReview, Feedback
from interview_cli.vocabulary import QuestionKind


def arithmetic(feedback: Feedback, kinds: Sequence[QuestionKind]) -> str:
    """Each rating with its anchor and reason, each score with its sum, and their mean.

    `kinds` are those of the questions, in order.
    """
    scores = [answer.score for answer in feedback.answers]
    parts = [_answer(answer, kind) for answer, kind in zip(feedback.answers, kinds, strict=True)]
    total = " + ".join(map(str, scores))
    parts.append(
        f"Interview score: ({total}) / {len(scores)} = {sum(scores) / len(scores):.2f}, "
        f"rounded half up: {feedback.interview_score}"
    )
    return "\n\n".join(parts)


def _answer(answer: AnswerReview, kind: QuestionKind) -> str:
    lines = [f"Answer {answer.number}"]
    if answer.capped:
        lines.append(f"  ratings lowered: {answer.capped}")
    for name in WEIGHTS:
        rating = getattr(answer.ratings, name)
        reason = answer.reasons.get(name)
        because = f" ({reason})" if reason else ""
        # Lowered ratings do not say what their anchors say.
        says = "" if answer.capped else f": {meaning(name, rating, kind)}"
        lines.append(f"  {name:<11} {rating}{says}{because}")
    terms = " + ".join(
        f"{weight / 100:.2f}×{getattr(answer.ratings, name)}" for name, weight in WEIGHTS.items()
    )
    lines.append(f"  score: 20 × ({terms}) = {answer.score}")
    return "\n".join(lines)
