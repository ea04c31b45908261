"""Put what only this job has in the place of what any job may be asked."""

from collections.abc import Sequence
from random import Random

from interview_cli.coach.offline.duty_estimates import find_core_duties
from interview_cli.coach.offline.leadership import settle_level
from interview_cli.coach.offline.questions import compose_question, fits_any_job
from interview_cli.models import Answer, Interview, PlanSlot, Question
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.same_work import is_same_work
from interview_cli.workflow.interview import collect_facts

_MOST = 2
_LEAST_FOR_KNOWN = 0.87
"""Questions on the job as such are good more often than those on the CV as a whole."""
_NO_WORK = ("motivation", "closing")
"""They name the company, whose name may have a word of the work: "Slaney Linen Services"."""


def ask_of_this_work(
    plan: list[PlanSlot], interview: Interview, spare: Sequence[PlanSlot] = ()
) -> list[PlanSlot]:
    """Return a plan in which questions on this work stand for those that fit any job.

    These are first the `spare` ones of the trade, then duties of the ad. What fits any job is found
    by drawing the interview as the offline coach would ask it.
    """
    draft = interview.model_copy(update={"plan": plan, "messages": []})
    facts = settle_level(collect_facts(draft))
    duties = [] if len(spare) >= _MOST else find_core_duties(facts)
    # To draw an interview takes longer than to plan it.
    if not (duties or spare) or not any(fits_any_job(facts, slot) for slot in plan):
        return plan
    free = _draw(draft)
    changed = list(plan)
    for place, slot in zip(free, spare, strict=False):
        changed[place] = slot
    return _ask_core_duties(changed, draft, duties, free[len(spare) :])


def _ask_core_duties(
    plan: list[PlanSlot],
    draft: Interview,
    duties: Sequence[tuple[str, float]],
    free: Sequence[int],
) -> list[PlanSlot]:
    """Return a plan with duties at free places. A slot keeps its kind.

    No duty is asked about that another question touches.
    """
    asked = enumerate(draft.questions)
    kept = [one.content for place, one in asked if place not in free and one.kind not in _NO_WORK]
    kept += [slot.topic for slot in plan if slot.kind == "gap"]
    # Another interview for the job may ask about another one of those that are as likely.
    mixed = Random(f"duties {draft.session_id}").sample(duties, len(duties))
    new = [
        (duty, share)
        for duty, share in sorted(mixed, key=lambda each: -round(each[1], 1))
        if not any(is_same_work(duty, other) for other in kept)
    ]
    changed = list(plan)
    for place, (duty, share) in zip(free[:_MOST], new, strict=False):
        if plan[place].kind == "requirement" or share >= _LEAST_FOR_KNOWN:
            changed[place] = PlanSlot(kind=plan[place].kind, topic=duty)
    return changed


def _find_kept(draft: Interview) -> int | None:
    """Return the place of the question on the CV that stays beside the first question.

    Two questions build on a CV that tells of work.
    """
    if not find_work(draft.cv_text or ""):
        return None
    on_cv = PlanSlot(kind="requirement", topic=draft.job_title)
    return draft.plan.index(on_cv) if on_cv in draft.plan else None


def _draw(draft: Interview) -> list[int]:
    """Ask the questions of a draft without answers; return the places of those that fit any job.

    Those on the CV as a whole come first: the others ask about the job as such.
    """
    free: list[int] = []
    now = draft.created_at
    kept = _find_kept(draft)
    for place, slot in enumerate(draft.plan):
        facts = collect_facts(draft)
        if place != kept and fits_any_job(settle_level(facts), slot):
            free.append(place)
        question = compose_question(facts, slot)
        draft.messages += [
            Question(content=question, timestamp=now, kind=slot.kind, topic=slot.topic),
            Answer(content="", skipped=True, timestamp=now),
        ]
    return sorted(free, key=lambda place: draft.plan[place].kind != "requirement")
