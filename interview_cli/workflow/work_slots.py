"""Choose what a plan asks about the work: the post's own questions, or the duties of the ad."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from interview_cli.coach.offline.trade_questions import count_likely
from interview_cli.english.words import content_stems
from interview_cli.models import Interview, PlanSlot
from interview_cli.requirements.asked_stems import find_asked_stems
from interview_cli.requirements.duties import find_duty_phrases, is_same_work
from interview_cli.trades.posts import find_supported_posts
from interview_cli.trades.recognition import recognise_trade, recognise_trade_of_text
from interview_cli.trades.topics import TradePart, write_topic
from interview_cli.trades.trades import STAGES, Trade, load_daily_work, load_trade
from interview_cli.workflow.interview import collect_facts

_MAX_METHODS = 4
_MAX_SITUATIONS = 3
"""Every trade has so many questions and situations that fit all its jobs."""
_MIN_METHODS = 4
_MIN_SITUATIONS = 2
"""A post with fewer questions of its trade that are likely to be good is asked about the duties of
its ad."""
_MAX_BROAD_METHODS = 2
_MAX_BROAD_SITUATIONS = 1
_MAX_ON_THE_JOB = 3
"""So many are about the job as such, with those on its duties, if its trade is not known."""
_DUTIES_OF_EIGHT = 3
_EIGHT = 8
_ENOUGH_DUTIES = 2
_CLEAR_STEMS = 3
"""A duty with so many words with meaning, or more, is as clear as any."""


@dataclass(frozen=True)
class WorkSlots:
    """Slots on the work, the best first."""

    methods: list[PlanSlot] = field(default_factory=list)
    situations: list[PlanSlot] = field(default_factory=list)
    broad_methods: list[PlanSlot] = field(default_factory=list)
    """Of the trade, or of any work: not written for the post."""
    broad_situations: list[PlanSlot] = field(default_factory=list)
    any_methods: list[PlanSlot] = field(default_factory=list)
    """Of any work; they could be asked of anybody."""
    any_situations: list[PlanSlot] = field(default_factory=list)


def find_work_slots(interview: Interview, asked: Sequence[str], chance: Random) -> WorkSlots:
    """Return the slots on the work of one interview.

    Readers found 93 of 100 questions good that were written for the post, all 29 on a duty or a
    requirement of the ad, and half of those for a whole trade or for any work
    (`benchmarks/questions`). So the duties of the ad come where the post has no questions of its
    own. `asked` holds the topics of the requirements, which no duty repeats.
    """
    title, job_text = interview.job_title, interview.job_description_text or ""
    names = (recognise_trade(title, job_text), recognise_trade_of_text(title, job_text))
    trades = [trade for name in names if name and (trade := load_trade(name))]
    known = (trade for trade in trades if find_supported_posts(trade, title, job_text))
    trade = next(known, None)
    if trade is None:
        return _find_slots_of_no_post(interview, asked, chance)
    facts = collect_facts(interview.model_copy())  # which give a session its fence
    has_methods = count_likely(facts, trade, "methods") >= _MIN_METHODS
    has_situations = count_likely(facts, trade, "situations") >= _MIN_SITUATIONS
    method, situation = _create_slot(trade, "methods"), _create_slot(trade, "situations")
    if has_methods and has_situations:
        return WorkSlots([method] * _MAX_METHODS, [situation] * _MAX_SITUATIONS)
    duties = _choose_duties(interview, asked, chance)
    case = [] if has_situations else _take_case(duties)
    return WorkSlots(
        [method] * _MAX_METHODS if has_methods else _ask_how(duties),
        [situation] * _MAX_SITUATIONS if has_situations else case,
        [] if has_methods else [method] * _MAX_BROAD_METHODS,
        [] if has_situations else [situation] * _MAX_BROAD_SITUATIONS,
    )


def _find_slots_of_no_post(interview: Interview, asked: Sequence[str], chance: Random) -> WorkSlots:
    """Return slots for a post without questions of its own.

    The trade of which its ad speaks has questions that fit all its jobs. Without one, the ad's
    duties come, and daily work by where it is done; without a setting, the job as such.
    """
    duties = _choose_duties(interview, asked, chance)
    job = interview.job_title, interview.job_description_text or ""
    # Without enough duties, a trade that is less than sure is better than the work of any job.
    name = recognise_trade_of_text(*job, is_sure=len(duties) >= _ENOUGH_DUTIES)
    if trade := load_trade(name) if name else None:
        method, situation = _create_slot(trade, "methods"), _create_slot(trade, "situations")
        methods = [*_ask_how(duties[:1]), method, method, method][:_MAX_ON_THE_JOB]
        return WorkSlots(methods, [situation], _ask_how(duties[1:]))
    daily = load_daily_work()
    method, situation = _create_slot(daily, "methods"), _create_slot(daily, "situations")
    if _has_settings(interview, daily):
        return WorkSlots(_ask_how(duties), [situation], [method] * _MAX_BROAD_METHODS)
    case = _take_case(duties)
    return WorkSlots(
        _ask_how(duties),
        case,
        any_methods=[method] * max(1, _MAX_ON_THE_JOB - len(duties)),
        any_situations=[situation],
    )


def _has_settings(interview: Interview, daily: Trade) -> bool:
    if STAGES[interview.level or "mid"] == "leading":
        return False
    title = interview.job_title
    stems = find_asked_stems(title, interview.job_description_text or "")
    return bool(daily.find_settings(title, stems))


def _create_slot(trade: Trade, part: TradePart) -> PlanSlot:
    return PlanSlot(kind="situation", topic=write_topic(trade.name, part))


def _choose_duties(interview: Interview, asked: Sequence[str], chance: Random) -> list[str]:
    """Return duties for three of eight questions at most, those that say most first."""
    phrases = find_duty_phrases(interview.job_description_text or "")
    fresh = [
        phrase for phrase in phrases if not any(is_same_work(phrase, topic) for topic in asked)
    ]

    def rate_clarity(phrase: str) -> int:
        return min(len(content_stems(phrase)), _CLEAR_STEMS)

    mixed = sorted(chance.sample(fresh, len(fresh)), key=rate_clarity, reverse=True)
    return mixed[: max(1, interview.max_questions * _DUTIES_OF_EIGHT // _EIGHT)]


def _take_case(duties: list[str]) -> list[PlanSlot]:
    """Return a slot that asks for a case of the clearest of several duties, and remove it."""
    return [PlanSlot(kind="requirement", topic=duties.pop(0))] if len(duties) > 1 else []


def _ask_how(duties: Sequence[str]) -> list[PlanSlot]:
    return [PlanSlot(kind="situation", topic=duty) for duty in duties]
