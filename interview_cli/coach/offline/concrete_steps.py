"""Name words of the answer or of the ad in an advice: ten people are told ten things."""

from collections.abc import Callable, Mapping

from interview_cli.coach.offline.own_words import (
    AdTasks,
    find_general_part,
    find_strong_part,
    find_uncounted_task,
)
from interview_cli.coach.offline.remark_choice import NOTHING, Remarks
from interview_cli.coach.offline.remark_texts import word_concretely
from interview_cli.coach.offline.review_steps import KEEP_IT, Named, Step

_BY_AIM: Mapping[str, Named] = {"work": "figure", "ad": "ad_line"}
_GENERAL = "general"


def make_concrete(step: Step, remarks: Remarks, given: Mapping[str, int], tasks: AdTasks) -> Step:
    """Return an advice with words of the answer or of the ad, if these make it concrete."""
    named = _find_named(step)
    if named is None:
        return step
    find: Mapping[Named, Callable[[], str]] = {
        "keep": lambda: find_strong_part(remarks),
        "general": lambda: find_general_part(remarks),
        "figure": lambda: find_uncounted_task(remarks),
        "task": lambda: tasks.find_told_in(remarks.answer.exchange.number) or tasks.known_task,
        "ad_line": lambda: tasks.known,
        "tie": lambda: tasks.known,
    }
    words = find[named]()
    if not words:
        return step
    return step._replace(text=word_concretely(named, words, given.get(named, 0)), names=named)


def _find_named(step: Step) -> Named | None:
    """Return which words would make an advice concrete; None if none would."""
    if step.aim and step.text == step.aim.advice:
        return _BY_AIM.get(step.aim.name)
    if step.code == _GENERAL:
        return "general"
    is_kept = step.code == NOTHING or step.text in KEEP_IT
    return step.names or ("keep" if is_kept else None)
