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
_ENOUGH_ON_THE_JOB = 5
"""So many questions on the work of the job are kept if others can give way."""


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

    What is to be practised never does. The last general question does first. A question on the
    trade does if enough of them are planned, or if the rest of the plan has none on the CV as such
    or on motives. Of a trade's questions the best come first, and its situations last.
    """
    places = [place for place, slot in enumerate(slots) if slot not in interview.practise]
    may_go = [place for place in places if slots[place].kind in GIVES_WAY]
    on_trade = [place for place in may_go if is_of_trade(slots[place].topic)]
    if general := [place for place in may_go if place not in on_trade]:
        return general[-1]
    if not on_trade:
        return None
    if sum(_is_on_the_job(slot, interview) for slot in interview.plan) <= _ENOUGH_ON_THE_JOB:
        on_cv = [place for place in places if _is_on_cv(slots[place], interview)]
        motives = [place for place in places if slots[place].kind == "motivation"]
        if soft := on_cv or motives:
            return soft[-1]
    methods = [place for place in on_trade if slots[place].topic.endswith(_METHODS)]
    return (methods or on_trade)[-1]


def _is_on_the_job(slot: PlanSlot, interview: Interview) -> bool:
    """Return whether a slot asks about the trade's work, or what the ad asks for."""
    is_asked = slot.kind in ("requirement", "gap") and not _is_on_cv(slot, interview)
    return is_asked or is_of_trade(slot.topic)


def _is_on_cv(slot: PlanSlot, interview: Interview) -> bool:
    """Return whether a slot asks about the CV as such, and about nothing that the ad names."""
    return slot.kind == "requirement" and slot.topic == interview.job_title
