"""Find what is weak in answers by their words and form alone, so that anybody can check it."""

from collections.abc import Callable
from typing import NamedTuple

from interview_cli.coach.offline.question_aims import find_giveaway
from interview_cli.coach.offline.remark_choice import Remarks
from interview_cli.coach.offline.remark_rules import find_figures
from interview_cli.coach.offline.told_cases import asks_for, tells_own_case
from interview_cli.coach.offline.told_gaps import find_nearest, find_own_gaps, tells_all_of_gap

_WANT_CASE = ("situation", "requirement", "behaviour")
"""Kinds of questions whose answers a case of one's own makes better."""
_MIN_NEAREST = 2
_CLAIMS = "claims"
_SURE = {
    _CLAIMS: ("case", "general"),
    "conditions": ("ask",),
    "points_back": ("case", "question", "step"),
    "suits_me": ("job", "wish"),
}
"""What the words of an answer give away, whatever else it holds, with the codes of advice that mend
it."""


class ShownWeakness(NamedTuple):
    """What is weak in an answer."""

    text: str
    """Worded for several answers, without a full stop."""
    codes: tuple[str, ...]
    """The codes of advice (`remark_words.toml`) that mend it; none if another answer has it."""


def list_shown_weaknesses(remarks: Remarks) -> list[ShownWeakness]:
    """Return what is weak in an answer, the gravest first."""
    if remarks.later:
        return [ShownWeakness("You tell what counts only when you are asked again", ())]
    found = [weakness for weakness, is_shown in _SHOWN.items() if is_shown(remarks)]
    giveaway = find_giveaway(remarks.answer.reading)
    if giveaway and giveaway.name in _SURE and not remarks.is_fine:
        is_proved = giveaway.name == _CLAIMS and not remarks.is_low
        shown = ShownWeakness(giveaway.weakness, _SURE[giveaway.name])
        found += [] if is_proved else [shown]
    return found


def stays_general(remarks: Remarks) -> bool:
    """Return whether a low answer on the work tells no case, no figure and no gap."""
    reading = remarks.answer.reading
    return (
        remarks.is_low
        and reading.question.kind in _WANT_CASE
        and not (tells_own_case(reading) or find_figures(reading.whole_text))
        and not find_own_gaps(reading)
    )


def _dwells_on_gap(remarks: Remarks) -> bool:
    """Return whether it says what is missing, and hardly what comes nearest."""
    reading = remarks.answer.reading
    return (
        remarks.is_low
        and bool(find_own_gaps(reading))
        and len(find_nearest(reading)) < _MIN_NEAREST
        and not (tells_all_of_gap(reading) or remarks.answer.tells_standing)
        and not asks_for("asks_for_least", reading)
    )


_SHOWN: dict[ShownWeakness, Callable[[Remarks], bool]] = {
    ShownWeakness(
        "You say what you lack, and little of what comes nearest", ("gap",)
    ): _dwells_on_gap,
    ShownWeakness(
        "You stay general: no case of your own, and no figure", ("case", "figure", "general")
    ): stays_general,
}
"""Whether each is shown."""
