"""Explain the scores of a feedback to people: anchors, reasons and arithmetic."""

from collections.abc import Sequence

from interview_cli.answers.criteria import WEIGHTS, describe_rating
from interview_cli.models import AnswerReview, Feedback
from interview_cli.vocabulary import QuestionKind

_NAME_WIDTH = 11
_REASON_INDENT = " " * (_NAME_WIDTH + 3)


def explain_scores(feedback: Feedback, kinds: Sequence[QuestionKind]) -> str:
    """Return each rating with its anchor and reason, each score with its sum, and their mean.

    `kinds` are those of the questions, in order.
    """
    parts = [
        _explain_answer(answer, kind) for answer, kind in zip(feedback.answers, kinds, strict=True)
    ]
    if feedback.spread is not None:
        points = ", ".join(f"{name} {feedback.spread.get(name, 0):.1f}" for name in WEIGHTS)
        parts.append(f"Medians of {feedback.samples} reviews; spread in points: {points}")
    scores = [answer.score for answer in feedback.answers if answer.score is not None]
    if scores:
        total = " + ".join(map(str, scores))
        parts.append(
            f"Interview score: ({total}) / {len(scores)} = {sum(scores) / len(scores):.2f}, "
            f"rounded half up: {feedback.interview_score}"
        )
    else:
        parts.append("Interview score: none, because no answer could be rated")
    return "\n\n".join(parts)


def _explain_answer(answer: AnswerReview, kind: QuestionKind) -> str:
    ratings = dict(answer.ratings)
    lines = [f"Answer {answer.number}"]
    if answer.capped:
        lines.append(f"  ratings lowered: {answer.capped}")
    if answer.score is None:
        return "\n".join([f"Answer {answer.number}", f"  not rated: {answer.comment}"])
    for name in WEIGHTS:
        rating = ratings[name]
        if rating is None:
            lines.append(f"  {name:<{_NAME_WIDTH}} not asked for; the other weights share its own")
            continue
        # The anchor of a lowered rating does not describe the answer.
        anchor = "" if answer.capped else f": {describe_rating(name, rating, kind)}"
        lines.append(f"  {name:<{_NAME_WIDTH}} {rating}{anchor}")
        if reason := answer.reasons.get(name):
            lines.append(_REASON_INDENT + reason)
    rated = {name: weight for name, weight in WEIGHTS.items() if ratings[name] is not None}
    terms = " + ".join(f"{weight / 100:.2f}×{ratings[name]}" for name, weight in rated.items())
    share = sum(rated.values()) / 100
    shared = "" if share == 1 else f" / {share:.2f}, rounded half up"
    lines.append(f"  score: 20 × ({terms}){shared} = {answer.score}")
    return "\n".join(lines)
