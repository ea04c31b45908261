"""Choose questions and situations of a trade that fit the ad."""

from collections.abc import Sequence
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems
from interview_cli.trades.topics import TradePart
from interview_cli.trades.trades import STAGES, Trade, TradeText

_KEPT_SHARE = 0.6
"""Of the sentences that share words with the ad, the share that is used."""
_MIN_KEPT = 4
_TASK_SHARE = 0.5
_MIN_TASK_STEMS = 2
"""The ad mentions a task if it holds so many of its words; one may be chance."""
_MAX_TASKS = 2


def find_trade_questions(facts: Facts, trade: Trade, part: TradePart) -> list[str]:
    """Return the questions of a trade for the level of the interview, those nearest to the ad."""
    stems = content_stems(facts.job_text) | content_stems(facts.job_title)
    if part == "situations":
        situations = [
            situation
            for situation in trade.situations
            if not (situation.has_manager and facts.level == "executive")
        ]
        return _keep_nearest(situations, stems)
    questions = _keep_nearest(trade.questions[STAGES[facts.level]], stems)
    return [*questions, *_ask_for_tasks(facts, trade, stems)]


def _keep_nearest(texts: Sequence[TradeText], stems: frozenset[str]) -> list[str]:
    """Return the texts that fit the ad and share most words with it; at least four, or all."""
    fitting = [text for text in texts if _fits(text, stems)]
    fitting.sort(key=lambda text: (not text.needs, -_measure_overlap(text.text, stems)))
    near = sum(bool(_measure_overlap(text.text, stems)) for text in fitting)
    return [text.text for text in fitting[: max(_MIN_KEPT, round(near * _KEPT_SHARE))]]


def _fits(text: TradeText, stems: frozenset[str]) -> bool:
    return not text.needs or any(content_stems(need) & stems for need in text.needs)


def _measure_overlap(sentence: str, stems: frozenset[str]) -> float:
    own = content_stems(sentence)
    return len(own & stems) / len(own) ** 0.5 if own else 0.0


def _ask_for_tasks(facts: Facts, trade: Trade, stems: frozenset[str]) -> list[str]:
    """Return questions on the tasks of the trade that the ad mentions most clearly."""
    tasks = [task.text for task in trade.tasks if _fits(task, stems) and _mentions(task, stems)]
    tasks.sort(key=lambda task: -_measure_overlap(task, stems))
    wordings = load_toml("interview_cli.coach.offline", "bank.toml")["task"][STAGES[facts.level]]
    shuffled = Random(facts.seed).sample(wordings, len(wordings))
    return [
        wording.format(task=task)
        for wording, task in zip(shuffled, tasks[:_MAX_TASKS], strict=False)
    ]


def _mentions(task: TradeText, stems: frozenset[str]) -> bool:
    own = content_stems(task.text)
    shared = len(own & stems)
    return shared >= _MIN_TASK_STEMS and shared >= _TASK_SHARE * len(own)
