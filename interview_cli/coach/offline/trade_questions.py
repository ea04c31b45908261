"""Choose questions and situations of a trade that fit the ad."""

from collections.abc import Sequence
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems
from interview_cli.trades.topics import TradePart
from interview_cli.trades.trades import STAGES, Trade, TradeText

_KEPT = 5
"""How many questions or situations one is chosen from."""
_KEPT_TASKS = 2
_TASK_SHARE = 0.5
_MIN_TASK_STEMS = 2
"""The ad mentions a task if it holds so many of its words; one may be chance."""


def find_trade_questions(facts: Facts, trade: Trade, part: TradePart) -> list[str]:
    """Return the questions of a trade for the level of the interview, those nearest to the ad.

    Those that were asked are left out while there are others.
    """
    stems = content_stems(facts.job_text) | content_stems(facts.job_title)
    asked = {exchange.question.content for exchange in facts.exchanges}
    is_executive = facts.level == "executive"
    texts = trade.situations if part == "situations" else trade.questions[STAGES[facts.level]]
    fitting = [text for text in texts if not (text.has_manager and is_executive)]
    ranked = _rank_by_ad(fitting, stems)
    kept = [text for text in ranked if text not in asked][:_KEPT]
    if part == "methods":
        tasks = _ask_for_tasks(facts, trade, stems)
        kept += [text for text in tasks if text not in asked][:_KEPT_TASKS]
    return kept or ranked


def _rank_by_ad(texts: Sequence[TradeText], stems: frozenset[str]) -> list[str]:
    """Return the texts that fit the ad, those that share most words with it first."""
    fitting = [text for text in texts if _fits(text, stems)]
    fitting.sort(key=lambda text: (not text.needs, -_measure_overlap(text.text, stems)))
    return [text.text for text in fitting]


def _fits(text: TradeText, stems: frozenset[str]) -> bool:
    return not text.needs or any(content_stems(need) <= stems for need in text.needs)


def _measure_overlap(sentence: str, stems: frozenset[str]) -> float:
    own = content_stems(sentence)
    return len(own & stems) / len(own) ** 0.5 if own else 0.0


def _ask_for_tasks(facts: Facts, trade: Trade, stems: frozenset[str]) -> list[str]:
    """Return questions on the tasks of the trade that the ad mentions most clearly."""
    tasks = [task.text for task in trade.tasks if _fits(task, stems) and _mentions(task, stems)]
    tasks.sort(key=lambda task: -_measure_overlap(task, stems))
    wordings = load_toml("interview_cli.coach.offline", "bank.toml")["task"][STAGES[facts.level]]
    shuffled = Random(facts.seed).sample(wordings, len(wordings))
    return [wording.format(task=task) for wording, task in zip(shuffled, tasks, strict=False)]


def _mentions(task: TradeText, stems: frozenset[str]) -> bool:
    own = content_stems(task.text)
    shared = len(own & stems)
    return shared >= _MIN_TASK_STEMS and shared >= _TASK_SHARE * len(own)
