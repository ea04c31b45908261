"""Choose the next question of a plan, or a follow-up on the last answer.

It stands apart from `plan`: only the first turn of an interview pays for the rules that plan it.
"""

from interview_cli.english.words import is_english
from interview_cli.models import Interview, PlanSlot
from interview_cli.trades.topics import is_of_trade, write_topic

GIVES_WAY = ("behaviour", "situation")
"""Kinds of slots that may be left out for a follow-up. What the ad asks for never is."""
_METHODS = write_topic("", "methods")
_QUESTIONS_PER_FOLLOW_UP = 4


def choose_next_slot(interview: Interview) -> PlanSlot:
    """Return the slot of the next question: the planned one, or a follow-up worth more.

    A follow-up is asked when the last answer lacks an element (the follow-up's topic, see
    `find_missing_element`). A slot of the plan is left out for it (see `_find_spare`), and the
    others are asked one question later. This never happens after a non-answer or another
    follow-up, and only in English, the language that the rule reads. Once for every four questions
    is enough, but who speaks of a group alone is always asked for the own part.
    """
    asked = interview.questions
    slots = _find_open_slots(interview)
    if slots[0] in interview.practise:
        return slots[0]
    if asked and is_english(interview.language) and _find_spare(slots, interview) is not None:
        # Imported here: in most turns no follow-up may be asked.
        from interview_cli.answers.missing import find_missing_element

        missing = find_missing_element(asked[-1], interview.answers[-1], interview.level)
        follow_ups = sum(question.kind == "follow_up" for question in asked)
        has_room = (follow_ups + 1) * _QUESTIONS_PER_FOLLOW_UP <= interview.max_questions
        if missing and (has_room or missing == "own_part"):
            return PlanSlot(kind="follow_up", topic=missing)
    if slots[0].kind == "follow_up":  # planned by hand: there is no answer to follow yet
        return PlanSlot(kind="behaviour", topic=slots[0].topic)
    return slots[0]


def _find_open_slots(interview: Interview) -> list[PlanSlot]:
    """Return the slots of the plan that are still to be asked."""
    slots = list(interview.plan)
    for question in interview.questions:
        spare = _find_spare(slots, interview) if question.kind == "follow_up" else None
        slots.pop(spare or 0)
    return slots


def _find_spare(slots: list[PlanSlot], interview: Interview) -> int | None:
    """Return the place of the slot that gives way to a follow-up; None if none may.

    What is to be practised never does. The last general question does first; of those on the
    trade the best come first, and its situations give way last.
    """
    may_go = [
        place
        for place, slot in enumerate(slots)
        if slot.kind in GIVES_WAY and slot not in interview.practise
    ]
    on_trade = [place for place in may_go if is_of_trade(slots[place].topic)]
    general = [place for place in may_go if place not in on_trade]
    methods = [place for place in on_trade if slots[place].topic.endswith(_METHODS)]
    return next((places[-1] for places in (general, methods, on_trade) if places), None)
