"""Choose questions and situations of a trade that fit the ad."""

from collections.abc import Sequence

from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems
from interview_cli.trades.topics import TradePart
from interview_cli.trades.trades import STAGES, Trade

_KEPT_SHARE = 0.5
"""Of the sentences that share words with the ad, the share that is used."""
_MIN_KEPT = 4
_MIN_TASK_STEMS = 2
"""One word that a task shares with the ad may be chance."""


def find_trade_questions(facts: Facts, trade: Trade, part: TradePart) -> list[str]:
    """Return the questions of a trade for the level of the interview, those nearest to the ad."""
    if part == "situations":
        return _keep_nearest(_find_situations(facts, trade), facts)
    questions = trade.questions[STAGES[facts.level]]
    return _keep_nearest([*questions, *_ask_for_tasks(facts, trade)], facts)


def _find_situations(facts: Facts, trade: Trade) -> list[str]:
    """Return the situations that people of a level can be in: an executive has no manager."""
    return [
        situation.text
        for situation in trade.situations
        if not (facts.level == "executive" and situation.has_manager)
    ]


def _ask_for_tasks(facts: Facts, trade: Trade) -> list[str]:
    """Return questions on the tasks of the trade that the ad mentions."""
    stems = _find_job_stems(facts)
    tasks = [task for task in trade.tasks if len(content_stems(task) & stems) >= _MIN_TASK_STEMS]
    stage = STAGES[facts.level]
    wordings = load_toml("interview_cli.coach.offline", "bank.toml")["task"][stage]
    return [
        wordings[number % len(wordings)].format(task=task) for number, task in enumerate(tasks)
    ]


def _keep_nearest(sentences: Sequence[str], facts: Facts) -> list[str]:
    """Return the sentences that share most words with the ad; at least four, or all."""
    stems = _find_job_stems(facts)
    ranked = sorted(sentences, key=lambda sentence: -_measure_overlap(sentence, stems))
    near = [sentence for sentence in ranked if _measure_overlap(sentence, stems)]
    return ranked[: max(_MIN_KEPT, round(len(near) * _KEPT_SHARE))]


def _measure_overlap(sentence: str, stems: set[str]) -> float:
    own = content_stems(sentence)
    return len(own & stems) / len(own) ** 0.5 if own else 0.0


def _find_job_stems(facts: Facts) -> set[str]:
    return content_stems(facts.job_text) | content_stems(facts.job_title)
