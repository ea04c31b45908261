"""Tell whether an English question is about another line of work than the job's own."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.job_trade import MANY_TRADES, JobTrade
from interview_cli.coach.llm.question_trade_features import TradeFeatures
from interview_cli.coach.llm.question_words import find_meanings
from interview_cli.coach.llm.rules import has_match
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.trades.text_evidence import list_trades_with, rate_text_by_trade
from interview_cli.vocabulary import QuestionKind

KINDS_OF_ANY_TRADE: tuple[QuestionKind, ...] = ("opener", "follow_up", "closing", "motivation")
"""Kinds of questions about the person or an answer rather than the trade."""
_KINDS_OF_ANY_WORK = ("behaviour", "motivation")
"""Kinds of questions in which words of another trade may be by the way."""
_OTHER_TRADE = 0.45
_OTHER_TRADE_BY_THE_WAY = 0.7
_OWN_TRADE = 0.08
_PLAINLY_OWN = 1.0
_NEAR_SHARE = 0.2
_PLAINLY_OTHER = 1.0
_NEAR_SHARE_IF_PLAIN = 0.4
_KNOWN_SHARE = 0.34
"""A question is about another trade if its words speak so clearly of that, and hardly of the job's
own; if the documents speak of it so much less; and if so few of its words stand in them."""
_SOMEWHAT_OTHER = 0.2
_UNHEARD_OF = 0.05
_NEAR_TRADE = 0.2
_FEW_TRADES = 9
"""Less is enough if the documents do not speak of that trade at all, and if the words of the
question are known: one of few trades, and none of the job's own."""
_MIN_STRANGE = 2
_STRANGE_SHARE = 0.6
_MANY_STRANGE = 3
_STRANGE_SHARE_OF_MANY = 0.45
_STRANGE_SHARE_BY_THE_WAY = 0.65
"""Or if so many of its words, and such a share of them, belong neither to the job nor to work in
general. That tells trades of which little is known, and jobs of no known trade."""
_GENERAL_LISTS = (
    "stop",
    "generic",
    "vague",
    "asking",
    "commonplace",
    "act",
    "decision",
    "task",
    "outcome",
    "buzz",
    "praise",
    "amounts",
)


class OwnTrade:
    """The line of work of one interview."""

    def __init__(self, job_title: str, job_text: str, documents: str) -> None:
        """`documents` are all texts that may speak of the work: ad, CV, answers."""
        self.job = JobTrade(job_title, job_text, documents)

    def is_other(self, question: str, kind: QuestionKind) -> bool:
        """Return whether a question of this kind is about another line of work."""
        if kind in KINDS_OF_ANY_TRADE:
            return False
        if self._is_plainly_own(question):
            return False
        if self.features.has_many_words:
            return load_fit("trade").refuses(self.features.find_features(question))
        is_by_the_way = kind in _KINDS_OF_ANY_WORK or has_match(
            "question_grounding", "case", question
        )
        return self._is_strange(question, is_by_the_way=is_by_the_way) or self._is_clearly_other(
            question, is_by_the_way=is_by_the_way
        )

    @cached_property
    def features(self) -> TradeFeatures:
        """Measures what a fit weighs."""
        return TradeFeatures(self.job)

    def _is_plainly_own(self, question: str) -> bool:
        """Return whether a question speaks of the own trade, of no other as much, and in words
        of the documents."""
        own = self.job.name
        stems = content_stems(question)
        if own is None or len(stems & self.job.stems) <= _KNOWN_SHARE * len(stems):
            return False
        points = rate_text_by_trade(question)
        return points[own] >= _PLAINLY_OWN and points[own] == max(points.values())

    def _is_strange(self, question: str, *, is_by_the_way: bool) -> bool:
        words = _list_full_words(question)
        strange = [word for word in words if word.islower() and self._is_strange_word(word)]
        if len(strange) < _MIN_STRANGE or _is_mostly_jargon(strange) or self._is_near(question):
            return False
        if is_by_the_way:
            return len(strange) >= _STRANGE_SHARE_BY_THE_WAY * len(words)
        share = _STRANGE_SHARE_OF_MANY if len(strange) >= _MANY_STRANGE else _STRANGE_SHARE
        return len(strange) >= share * len(words)

    def _is_near(self, question: str) -> bool:
        """Return whether the documents speak of the trade of which a question speaks most."""
        points = rate_text_by_trade(question)
        other = _find_most(points)
        return points[other] >= _SOMEWHAT_OTHER and self.job.known_trades[other] >= _NEAR_TRADE

    def _is_strange_word(self, word: str) -> bool:
        is_general = stem_word(word) in _load_general() or find_meanings(word)
        if is_general or stem_word(word) in self.job.stems:
            return False
        trades = list_trades_with(word)
        return self.job.name not in trades and len(trades) < MANY_TRADES

    def _is_clearly_other(self, question: str, *, is_by_the_way: bool) -> bool:
        own = self.job.name
        stems = content_stems(question)
        if own is None or len(stems & self.job.stems) > _KNOWN_SHARE * len(stems):
            return False
        points = rate_text_by_trade(question)
        other = _find_most(points)
        needed = _OTHER_TRADE_BY_THE_WAY if is_by_the_way else _OTHER_TRADE
        is_clear = points[own] <= _OWN_TRADE and points[other] >= needed
        is_plain = points[other] >= _PLAINLY_OTHER
        near = _NEAR_SHARE_IF_PLAIN if is_plain else _NEAR_SHARE
        known = self.job.known_trades[other]
        words = _list_full_words(question)
        new = [word for word in words if stem_word(word) not in self.job.stems]
        if is_clear and known <= near * points[other]:
            return is_plain or not _is_mostly_jargon(list(filter(self._is_strange_word, new)))
        is_somewhat = points[own] <= _OWN_TRADE and points[other] >= _SOMEWHAT_OTHER
        is_unheard_of = known <= _UNHEARD_OF and not is_by_the_way
        return is_somewhat and is_unheard_of and self._is_in_words_of_few_others(new)

    def _is_in_words_of_few_others(self, words: Sequence[str]) -> bool:
        """Return whether all words are known, one is of a few trades, and none of those of the
        job."""
        trades = list(map(list_trades_with, words))
        is_own = any(self.job.name in known for known in trades if len(known) < MANY_TRADES)
        return all(trades) and not is_own and min(map(len, trades), default=0) <= _FEW_TRADES


def _list_full_words(question: str) -> list[str]:
    """Return the words with meaning of a question, in its order."""
    return [word for word in tokenize(question) if content_stems(word)]


def _find_most(points: Mapping[str, float]) -> str:
    """Return the trade of which a text speaks most."""
    return max(points, key=points.__getitem__)


def _is_mostly_jargon(words: Sequence[str]) -> bool:
    """Return whether hardly one word stands in a list, and others in none: the job may have them
    as its jargon."""
    listed = sum(bool(list_trades_with(word)) for word in words)
    return listed < min(_MIN_STRANGE, len(words)) and 2 * listed <= len(words)


@cache
def _load_general() -> frozenset[str]:
    """Return the stems of words of any work."""
    return frozenset(stem_word(word) for name in _GENERAL_LISTS for word in word_list(name))
