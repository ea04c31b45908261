"""Find answers whose best part the speaker told only when the interviewer asked again."""

from collections.abc import Sequence

from interview_cli.coach.offline.rated_answer import RatedAnswer

_LEAST_GAIN, _GOOD = 100, 350
"""Of a score, 0 to 500: how much better the second answer is, and how good at least."""


def find_told_later(rated: Sequence[RatedAnswer]) -> dict[int, int]:
    """Return, by number of an answer, the number of the follow-up that has what it lacks."""
    by_number = {answer.exchange.number: answer for answer in rated}
    return {
        number: number + 1
        for number, answer in by_number.items()
        if (after := by_number.get(number + 1))
        and after.exchange.question.kind == "follow_up"
        and after.score >= max(_GOOD, answer.score + _LEAST_GAIN)
    }
