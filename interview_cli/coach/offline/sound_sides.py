"""Say what is good about an answer of which nothing else is said."""

from collections.abc import Mapping

from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_rules import find_figures, load_remark_pattern
from interview_cli.coach.offline.remark_texts import load_sound_words
from interview_cli.coach.offline.review_points import EARNED
from interview_cli.coach.offline.told_steps import tells_steps
from interview_cli.requirements.asked_criteria import find_asked

_FEW_FIGURES = 2


def describe_best_side(answer: RatedAnswer, given: Mapping[str, int]) -> str:
    """Say what a criterion that is rated high means, the words given least first; empty if none
    is rated high.

    What anybody can see in the answer says more than what the criterion means.
    """
    asked = find_asked(answer.exchange.question)
    shown = _list_shown(answer)
    words = {
        name: text
        for name, text in load_sound_words().items()
        if name.partition("_")[0] in asked
        and answer.criteria[name.partition("_")[0]].rating >= EARNED
        and shown.get(name, True)
    }
    # At equal counts the first is taken: of what is seen in the answer, before what it means.
    ordered = sorted(words, key=lambda name: name not in shown)
    return min((words[name] for name in ordered), key=lambda text: given.get(text, 0), default="")


def _list_shown(answer: RatedAnswer) -> Mapping[str, bool]:
    """Return by name of a remark whether the answer has what it says."""
    reading = answer.reading
    return {
        "specificity_figures": len(find_figures(reading.whole_text)) >= _FEW_FIGURES,
        "structure_steps": tells_steps(reading),
        "ownership_reasons": load_remark_pattern("shows_reason").search(reading.whole_text)
        is not None,
    }
