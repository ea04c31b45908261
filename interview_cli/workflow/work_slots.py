"""Choose what a plan asks about the work: the trade's questions, a duty, or the job as such."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.frame_estimates import is_likely_good
from interview_cli.coach.offline.trade_questions import count_likely
from interview_cli.english.words import content_stems
from interview_cli.models import Interview, PlanSlot
from interview_cli.requirements.duties import find_duty_phrases, is_same_work, is_told_whole
from interview_cli.trades.recognition import recognise_trade, recognise_trade_of_text
from interview_cli.trades.topics import TradePart, write_topic
from interview_cli.trades.trades import Trade, load_daily_work, load_trade
from interview_cli.workflow.interview import collect_facts

_MAX_METHODS = 4
_MAX_SITUATIONS = 3
_ENOUGH_METHODS = 4
"""With fewer on the post that are likely to be good, duties of the ad and the job as such come."""
_MAX_BROAD = 2
_MAX_DUTIES = 2
_MAX_ON_THE_JOB = 2
_CLEAR_STEMS = 3
"""A duty with so many words with meaning, or more, is as clear as any."""


@dataclass(frozen=True)
class WorkSlots:
    """Slots on the work, the best first."""

    methods: list[PlanSlot] = field(default_factory=list)
    situations: list[PlanSlot] = field(default_factory=list)
    broad_methods: list[PlanSlot] = field(default_factory=list)
    """Of the trade, or of any work, and less likely to be good."""
    broad_situations: list[PlanSlot] = field(default_factory=list)


def find_work_slots(interview: Interview, asked: Sequence[str], chance: Random) -> WorkSlots:
    """Return the slots on the work of one interview.

    The trade's own questions come as far as readers are likely to call them good; then the duties
    of the ad that are said in a few words, in turn with the job as such. `asked` holds the topics
    of the requirements, which no duty repeats.
    """
    duties = _choose_duties(interview, asked, chance)
    job = _create_slot(load_daily_work(), "methods")
    trade = _find_trade(interview)
    if trade is None:
        return WorkSlots(_take_turns(duties, job), [job], [job] * _MAX_BROAD)
    facts = collect_facts(interview.model_copy())  # which give a session its fence
    methods = _repeat_likely(facts, trade, "methods", _MAX_METHODS)
    situations = _repeat_likely(facts, trade, "situations", _MAX_SITUATIONS)
    return WorkSlots(
        methods if len(methods) >= _ENOUGH_METHODS else [*methods, *_take_turns(duties, job)],
        situations or [job],
        [] if methods else [_create_slot(trade, "methods")] * _MAX_BROAD,
        [] if situations else [_create_slot(trade, "situations")],
    )


def _repeat_likely(facts: Facts, trade: Trade, part: TradePart, most: int) -> list[PlanSlot]:
    """Return slots for so many questions of a trade as are likely to be good."""
    return [_create_slot(trade, part)] * min(count_likely(facts, trade, part), most)


def _find_trade(interview: Interview) -> Trade | None:
    """Return the trade of a job: that whose post it is, else the one of which its ad speaks."""
    job = interview.job_title, interview.job_description_text or ""
    names = recognise_trade(*job), recognise_trade_of_text(*job)
    trades = [load_trade(name) if name else None for name in names]
    known = (trade for trade in trades if trade and find_claimed_posts(trade, *job))
    return next(known, trades[-1])


def _take_turns(duties: Sequence[PlanSlot], job: PlanSlot) -> list[PlanSlot]:
    """Return the duties in turn with questions on the job as such."""
    turns = zip_longest(duties, [job] * _MAX_ON_THE_JOB)
    return [slot for turn in turns for slot in turn if slot]


def _create_slot(trade: Trade, part: TradePart) -> PlanSlot:
    return PlanSlot(kind="situation", topic=write_topic(trade.name, part))


def _choose_duties(interview: Interview, asked: Sequence[str], chance: Random) -> list[PlanSlot]:
    """Return slots on duties that are likely to make good questions, those that say most first."""
    job_text = interview.job_description_text or ""
    fresh = [
        phrase
        for phrase in find_duty_phrases(job_text)
        if is_likely_good({"duty": phrase})
        and is_told_whole(phrase, job_text)
        and not any(is_same_work(phrase, topic) for topic in asked)
    ]

    def rate_clarity(phrase: str) -> int:
        return min(len(content_stems(phrase)), _CLEAR_STEMS)

    mixed = sorted(chance.sample(fresh, len(fresh)), key=rate_clarity, reverse=True)
    return [PlanSlot(kind="requirement", topic=duty) for duty in mixed[:_MAX_DUTIES]]
