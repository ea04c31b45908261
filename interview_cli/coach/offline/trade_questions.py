"""Choose questions on the work itself: on the ad's duties, and from the trade."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.duty_phrasing import Duty, phrase_duty
from interview_cli.english.words import content_stems, stem_word, word_list
from interview_cli.requirements.extract import find_duties, find_requirements
from interview_cli.trades.topics import TradePart, write_topic
from interview_cli.trades.trades import STAGES, Stage, Trade, TradeText

_KEPT = 6
"""How many questions or situations one is chosen from."""


def find_trade_questions(facts: Facts, trade: Trade, part: TradePart) -> list[str]:
    """Return questions on the work for the level of the interview, those nearest to the ad.

    Every second question on methods is about a duty that the ad names. What was asked is left out
    while there is something else.
    """
    asked = {exchange.question.content for exchange in facts.exchanges}
    stage = STAGES[facts.level]
    if part == "methods" and _is_turn_of_duties(facts, trade):
        about_duties = [text for text in _ask_about_duties(facts, stage) if text not in asked]
        if about_duties:
            return about_duties
    stems = _find_job_stems(facts)
    texts = trade.situations if part == "situations" else trade.questions[stage]
    fitting = [text for text in texts if text.is_for(facts.level) and _fits(text, stems)]
    ranked = _rank_by_rarity(fitting, stems)
    return [text for text in ranked if text not in asked][:_KEPT] or ranked


def _is_turn_of_duties(facts: Facts, trade: Trade) -> bool:
    topic = write_topic(trade.name, "methods")
    return sum(exchange.question.topic == topic for exchange in facts.exchanges) % 2 == 0


def _ask_about_duties(facts: Facts, stage: Stage) -> list[str]:
    duties = [duty for text in find_duties(facts.job_text) if (duty := phrase_duty(text))]
    shuffled = Random(f"{facts.seed} duties").sample(duties, len(duties))
    return [_word_duty(duty, stage, facts.seed) for duty in shuffled[:_KEPT]]


def _word_duty(duty: Duty, stage: Stage, seed: str) -> str:
    wordings = load_bank()["duty"][stage][duty.form]
    wording = Random(f"{seed} {duty.text}").choice(wordings)
    return str(wording.format(duty=duty.text))


def _find_job_stems(facts: Facts) -> frozenset[str]:
    """Return the stems of the title and of what the ad asks for, not of what it praises.

    Of an ad in which nothing can be told apart, all stems.
    """
    requirements = (requirement.text for requirement in find_requirements(facts.job_text))
    asked = "\n".join([*find_duties(facts.job_text), *requirements]) or facts.job_text
    # "You report to the manager" makes nobody one; the title does.
    ranks = {stem_word(word) for word in word_list("ranks")}
    return (content_stems(asked) - ranks) | content_stems(facts.job_title)


def _fits(text: TradeText, stems: frozenset[str]) -> bool:
    return not text.needs or any(content_stems(need) <= stems for need in text.needs)


def _rank_by_rarity(texts: Sequence[TradeText], stems: frozenset[str]) -> list[str]:
    """Return the texts that share most with the ad first; a rare word counts more."""
    counts = Counter(stem for text in texts for stem in content_stems(text.text))

    def rate(text: TradeText) -> float:
        own = content_stems(text.text)
        shared = sum(1 / counts[stem] for stem in own & stems)
        return shared / len(own) ** 0.5 if own else 0.0

    return [text.text for text in sorted(texts, key=lambda text: -rate(text))]
