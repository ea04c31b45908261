"""Choose the next question of a plan, or a follow-up on the last answer.

It stands apart from `plan`: only the first turn of an interview pays for the rules that plan it.
"""

from interview_cli.english.words import is_english
from interview_cli.models import Interview, PlanSlot

GIVES_WAY = ("behaviour", "situation")
"""Kinds of slots that may become a follow-up. A requirement of the job is never dropped for one."""


def choose_next_slot(interview: Interview) -> PlanSlot:
    """Return the slot of the next question: the planned one, or a follow-up worth more.

    A slot in the second half becomes a follow-up when the last answer told a story that lacks an
    element (the follow-up's topic, see `find_missing_element`). This never happens after a
    non-answer or another follow-up, at most once for every four questions, and only in English, the
    language that the rule reads.
    """
    number = len(interview.questions) + 1
    slot = interview.plan[number - 1]
    if slot in interview.practise:
        return slot
    if slot.kind == "follow_up":  # planned by hand: there is no answer to follow yet
        slot = PlanSlot(kind="behaviour", topic=slot.topic)
    asked = interview.questions
    follow_ups = sum(question.kind == "follow_up" for question in asked)
    late = number * 2 > interview.max_questions
    if slot.kind not in GIVES_WAY or not late or (follow_ups + 1) * 4 > interview.max_questions:
        return slot
    if not asked or not is_english(interview.language):
        return slot
    # Imported here: in most turns no follow-up may be asked.
    from interview_cli.answers.missing import find_missing_element

    missing = find_missing_element(asked[-1], interview.answers[-1], interview.level)
    return PlanSlot(kind="follow_up", topic=missing) if missing else slot
