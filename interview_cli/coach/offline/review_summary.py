"""Sum up a review: where to begin, what is strong and weak, and what was not rated."""

from collections.abc import Sequence

from interview_cli.answers.criteria import WEIGHTS, find_asked, weigh_ratings
from interview_cli.answers.sentences import count_hesitations
from interview_cli.coach.offline.ratings import RatedAnswer
from interview_cli.coach.offline.review_points import EARNED
from interview_cli.text import join_list


def summarise(
    rated: Sequence[RatedAnswer],
    answered: Sequence[RatedAnswer],
    foreign: Sequence[RatedAnswer],
) -> str:
    """Return the summary of a review. `answered` are the answers that could be rated, and `foreign`
    those in a language that the rules do not read."""
    made = (
        "This review was made by rules on this machine, not by a person or a language model. They "
        "see whether an answer is concrete, complete and your own, not whether it is true or wise."
    )
    if not answered:
        return f"None of the {len(rated)} answers could be rated as an answer. {made}"
    means = {
        name: sum(answer.criteria[name].rating for answer in answered) / len(answered)
        for name in WEIGHTS
    }
    best = max(means, key=lambda name: means[name])
    worst = min(means, key=lambda name: means[name])
    unsure = sum(count_hesitations(answer.exchange.answer) for answer in answered)
    if unsure:
        made += f" Hesitation words ({unsure} here) count for nothing."
    missing = _describe_unrated(rated, answered, foreign)
    balance = (
        f"Your answers are strongest in {best} and have most to gain in {worst}."
        if means[best] > means[worst]
        else f"Your answers have the same mean in all five criteria: {means[best]:.1f} of 5."
    )
    return " ".join(filter(None, [_suggest_beginning(answered), balance, missing, made]))


def _suggest_beginning(answered: Sequence[RatedAnswer]) -> str:
    """Return the advice to begin with: what helps the weakest answer; empty if none is weak."""
    weakest = min(answered, key=lambda answer: weigh_ratings(answer.ratings))
    asked = find_asked(weakest.exchange.question.kind)
    worst = min(asked, key=lambda name: weakest.criteria[name].rating)
    if weakest.criteria[worst].rating >= EARNED:
        return ""
    step = weakest.find_weakness(worst)[1]
    return f"Begin with answer {weakest.exchange.number}, the weakest: {step}"


def _describe_unrated(
    rated: Sequence[RatedAnswer], answered: Sequence[RatedAnswer], foreign: Sequence[RatedAnswer]
) -> str:
    """Say how many answers were skipped, are none, or are in another language."""
    skipped = sum(answer.exchange.skipped for answer in rated)
    none = len(rated) - len(answered) - len(foreign) - skipped
    parts = [
        f"{count} of {len(rated)} {what}"
        for count, what in (
            (skipped, "was skipped" if skipped == 1 else "were skipped"),
            (none, "is no answer" if none == 1 else "are no answers"),
            (len(foreign), "could not be rated, because this coach reads only English"),
        )
        if count
    ]
    return f"{join_list(parts)}." if parts else ""
