"""Measure how far an English question is about another line of work than the job's own.

A fit weighs how many of its words, by their rarity, stand in the documents and answers, how many
belong to other trades than the job's, and how much question and documents speak of each trade.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interview_cli.coach.llm.job_trade import MANY_TRADES, JobTrade
from interview_cli.coach.llm.rules import has_match
from interview_cli.english.words import content_stems, split_sentences, stem_word, tokenize
from interview_cli.trades.index import load_index
from interview_cli.trades.text_evidence import list_trades_with, rate_text_by_trade

MIN_DOCUMENT_STEMS = 80
"""Shorter documents share too few words with any question."""
_RARITY_OF_UNKNOWN = 0.8
_MOST_TELLING = 4
"""So many of the rarest new words count each for itself."""


class _Word(NamedTuple):
    """A word of a question."""

    rarity: float
    """0 if all trades use it, 1 if only one does."""
    is_known: bool
    """Whether the documents or answers have it."""
    is_own: bool
    """Whether it is one of the job's own trade."""
    is_foreign: bool
    """Whether it is one of a few other trades alone."""


class TradeFeatures:
    """Compares questions with the words of one interview."""

    def __init__(self, job: JobTrade) -> None:
        self._job = job

    @property
    def has_many_words(self) -> bool:
        """Return whether the documents are long enough to share words with a good question."""
        return len(self._job.stems) >= MIN_DOCUMENT_STEMS

    def find_features(self, question: str) -> dict[str, float]:
        """Return what tells whether a question is about this line of work."""
        sentences = split_sentences(question)
        asking = [sentence for sentence in sentences if "?" in sentence] or sentences[-1:]
        features = _measure_words(self._read(question), "words")
        features |= _measure_words(self._read(asking[-1]) if asking else [], "asking words")
        features |= self._compare_trades(question)
        features["length of documents"] = math.log1p(len(self._job.stems))
        features["has context"] = float(len(sentences) > 1)
        features["asks for a case"] = float(has_match("question_grounding", "case", question))
        return features

    def _read(self, text: str) -> list[_Word]:
        words = [word for word in tokenize(text) if content_stems(word) and not word[0].isdigit()]
        return [self._read_stem(stem) for stem in dict.fromkeys(map(stem_word, words))]

    def _read_stem(self, stem: str) -> _Word:
        trades = list_trades_with(stem)
        all_trades = len(load_index()["trades"])
        rarity = 1 - math.log(len(trades)) / math.log(all_trades) if trades else _RARITY_OF_UNKNOWN
        is_own = self._job.name in trades
        is_foreign = bool(self._job.name and trades) and not is_own and len(trades) < MANY_TRADES
        return _Word(rarity, stem in self._job.stems, is_own, is_foreign)

    def _compare_trades(self, question: str) -> dict[str, float]:
        points, known = rate_text_by_trade(question), self._job.known_trades
        other = max(points, key=lambda trade: points[trade])
        own = points[self._job.name] if self._job.name else 0.0
        product = math.hypot(*points.values()) * math.hypot(*known.values())
        together = sum(points[trade] * known[trade] for trade in points)
        return {
            "no known trade": float(self._job.name is None),
            "own trade": own,
            "best trade": points[other],
            "best above own": points[other] - own,
            "best in documents": known[other],
            "likeness": together / product if product else 0.0,
        }


def _measure_words(words: Sequence[_Word], name: str) -> dict[str, float]:
    total = sum(word.rarity for word in words) + 0.5
    new = [word for word in words if not word.is_known]
    sums: Mapping[str, float] = {
        "known": sum(word.rarity for word in words if word.is_known),
        "new": sum(word.rarity for word in new),
        "foreign": sum(word.rarity for word in new if word.is_foreign),
        "own": sum(word.rarity for word in new if word.is_own),
    }
    telling = sorted((word.rarity for word in new), reverse=True)[:_MOST_TELLING]
    features = {f"{name}: {key}": value for key, value in sums.items()}
    features |= {f"{name}: share {key}": value / total for key, value in sums.items()}
    features |= {f"{name}: new {place}": value for place, value in enumerate(telling, 1)}
    return features | {f"{name}: count": len(words) / 10}
