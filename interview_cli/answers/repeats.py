"""Find answers that repeat an earlier answer of the same interview."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from interview_cli.answers.clauses import load_no_deeds
from interview_cli.answers.sentences import parse_sentences
from interview_cli.english.words import content_stems, find_measures, stem_word, tokenize

_RUN_WORDS = 4
"""Words in a row that count as said before."""
_REPEATED_SHARE = 0.6
"""The share of an answer in such runs from which it repeats another. Of 504 pairs of answers in the
benchmark's interviews the highest has 0.03."""
_OLD_SENTENCE_SHARE = 0.5
_MIN_WORDS = 8
"""A shorter answer is not called a repeat."""
_MIN_NEW_WORDS = 20
"""With fewer new words, an answer is the same answer."""
_SAME_CASE_SHARE = 0.42
"""Two answers tell the same case if they share so much of the shorter one's words with meaning. Of
336 pairs of answers in the benchmark's interviews the highest has 0.35; cases told again in other
words have 0.5 and more."""
_MIN_CASE_STEMS = 10
_SAME_SHORT_SHARE = 0.8
"""The share of the longer one's words where one has fewer words with meaning: a few occur in many
answers of a trade."""


class Repeat(NamedTuple):
    """An answer that mostly repeats the answer to an earlier question."""

    number: int
    """The number of the earlier question, from 1."""
    new_text: str
    """The sentences that are new, each on its line; empty if they are too few to be an answer."""

    @property
    def reason(self) -> str:
        """Why no criterion is rated high, worded to follow "it is"."""
        return f"the same answer as to question {self.number}"


def find_repeat(answer: str, earlier: Sequence[str]) -> Repeat | None:
    """Return which of the earlier answers, in order from question 1, an answer repeats most.

    None if it repeats less than 60 % of one. "As I said, …" is not a repeat, nor is a case that is
    told again in other words (see `find_same_case`).
    """
    return _find_repeat(answer, tuple(earlier))


@lru_cache(maxsize=100)  # the review and the check of its ratings ask for the same
def _find_repeat(answer: str, earlier: tuple[str, ...]) -> Repeat | None:
    words = _split_words(answer)
    if len(words) < _MIN_WORDS:
        return None
    shares = [_measure_repeated_share(words, _find_runs(other)) for other in earlier]
    if max(shares, default=0.0) < _REPEATED_SHARE:
        return None
    number = shares.index(max(shares)) + 1
    return Repeat(number, _find_new_text(answer, earlier[number - 1]))


def find_same_case(answer: str, earlier: Sequence[str]) -> int | None:
    """Return the number of the first earlier answer that tells the same case, else None.

    Answers that only name the same places and systems share no case: what was done, or a figure,
    is in both.
    """
    stems, facts = content_stems(answer), _find_facts(answer)
    for number, other in enumerate(earlier, start=1):
        known = content_stems(other)
        is_long = min(len(stems), len(known)) >= _MIN_CASE_STEMS
        if is_long and is_same_case(stems, known) and facts & _find_facts(other):
            return number
    return None


@lru_cache(maxsize=100)  # an answer is held against each that comes later
def _find_facts(answer: str) -> frozenset[str]:
    """Return the amounts of an answer and the stems of what the speaker did."""
    acts = frozenset().union(*(sentence.acts for sentence in parse_sentences(answer)))
    return frozenset(map(stem_word, acts - load_no_deeds())).union(find_measures(answer))


def is_same_case(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two answers with these stems tell the same case."""
    fewer, more = sorted((len(stems), len(others)))
    if fewer < _MIN_CASE_STEMS:
        return len(stems & others) >= _SAME_SHORT_SHARE * more
    return len(stems & others) >= _SAME_CASE_SHARE * fewer


def _find_new_text(answer: str, earlier: str) -> str:
    known = _find_runs(earlier)
    new = [
        sentence.text
        for sentence in parse_sentences(answer)
        if _measure_repeated_share(_split_words(sentence.text), known) < _OLD_SENTENCE_SHARE
    ]
    word_count = sum(len(_split_words(sentence)) for sentence in new)
    return "\n".join(new) if word_count >= _MIN_NEW_WORDS else ""


def _split_words(text: str) -> list[str]:
    return [word.lower() for word in tokenize(text)]


@lru_cache(maxsize=100)  # an answer is held against each that comes later
def _find_runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _split_words(text)
    return frozenset(
        tuple(words[start : start + _RUN_WORDS]) for start in range(len(words) - _RUN_WORDS + 1)
    )


def _measure_repeated_share(words: Sequence[str], known: frozenset[tuple[str, ...]]) -> float:
    """Return the share of words, 0 to 1, that stand in runs of another text."""
    repeated: set[int] = set()
    for start in range(len(words) - _RUN_WORDS + 1):
        if tuple(words[start : start + _RUN_WORDS]) in known:
            repeated.update(range(start, start + _RUN_WORDS))
    return len(repeated) / max(1, len(words))
