"""Choose what a plan asks about the work: the trade's questions, or the job as such."""

from dataclasses import dataclass, field

from interview_cli.coach.offline.job_trade import find_job_trade
from interview_cli.coach.offline.trade_questions import count_likely
from interview_cli.models import Interview, PlanSlot
from interview_cli.trades.topics import TradePart, write_topic
from interview_cli.trades.trades import DAILY_WORK, Trade, load_daily_work
from interview_cli.workflow.interview import collect_facts

_MAX_METHODS = 4
_MAX_SITUATIONS = 3
_ENOUGH_METHODS = 4
"""With fewer on the post that are likely to be good, questions on the job as such come."""
_MAX_BROAD = 2
_CHOICE: dict[TradePart, int] = {"methods": 8, "situations": 5}
"""With so many likely good ones to choose from, two interviews share few; more are spare."""
_MAX_ON_THE_JOB = 2


@dataclass(frozen=True)
class WorkSlots:
    """Slots on the work, the best first."""

    methods: list[PlanSlot] = field(default_factory=list)
    situations: list[PlanSlot] = field(default_factory=list)
    broad_methods: list[PlanSlot] = field(default_factory=list)
    """Of the trade, or of any work, and less likely to be good."""
    broad_situations: list[PlanSlot] = field(default_factory=list)
    spare: list[PlanSlot] = field(default_factory=list)
    """Of the trade, and more than a plan needs: they stand for what fits any job."""


def find_work_slots(interview: Interview) -> WorkSlots:
    """Return the slots on the work of one interview.

    The trade's own questions come as far as readers are likely to call them good; then the job as
    such, and past work.
    """
    job = _create_slot(load_daily_work(), "methods")
    past_work = PlanSlot(kind="behaviour", topic=write_topic(DAILY_WORK, "situations"))
    trade = find_job_trade(interview.job_title, interview.job_description_text or "")
    if trade is None or interview.round == "recruiter":  # who may not know the trade
        return WorkSlots([job] * _MAX_ON_THE_JOB, [past_work], [job] * _MAX_BROAD)
    facts = collect_facts(interview.model_copy())  # which give a session its fence
    likely = {
        part: [_create_slot(trade, part)] * count_likely(facts, trade, part) for part in _CHOICE
    }
    methods = likely["methods"][:_MAX_METHODS]
    situations = likely["situations"][:_MAX_SITUATIONS]
    return WorkSlots(
        methods if len(methods) >= _ENOUGH_METHODS else [*methods, *[job] * _MAX_ON_THE_JOB],
        situations or methods[_ENOUGH_METHODS - 1 :] or [past_work],
        [] if methods else [_create_slot(trade, "methods")] * _MAX_BROAD,
        [] if situations else [_create_slot(trade, "situations")],
        [slot for part, slots in likely.items() for slot in slots[_CHOICE[part] :]],
    )


def _create_slot(trade: Trade, part: TradePart) -> PlanSlot:
    return PlanSlot(kind="situation", topic=write_topic(trade.name, part))
