"""Parse an answer into situation, task, action and result (STAR), and find what is concrete.

The order of the sentences does not matter: a result that comes first is still a result.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from interview_cli.answers.pleas import is_plea
from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.english.words import find_measures, word_list


class StarElements(NamedTuple):
    """The sentences that hold each element, in the order of the answer.

    The elements come from `substantive` only, so that padding does not change them.
    """

    sentences: tuple[str, ...]
    """All distinct sentences."""
    substantive: tuple[Sentence, ...]
    """The sentences that are neither empty nor thin."""
    empty: tuple[str, ...]
    """Habits, opinions, cliches, praise of oneself."""
    situation: tuple[str, ...]
    """Sentences that say when or where it began."""
    task: tuple[str, ...]
    """Sentences that say what had to be done."""
    action: tuple[str, ...]
    """Sentences that say what the speaker did."""
    result: tuple[str, ...]
    """Sentences that say what came of it."""
    hoped: tuple[str, ...]
    """Sentences that say what would come of it, without an act of the speaker."""
    measured: tuple[str, ...]
    """Results with an amount."""
    baseline: tuple[str, ...]
    """Measured results that also say what it was before."""
    witnessed: tuple[str, ...]
    """Sentences that say what somebody else saw or did about it."""
    decisions: tuple[str, ...]
    """Sentences that say what the speaker decided."""
    reasons: tuple[str, ...]
    """Sentences that give a reason."""
    learned: tuple[str, ...]
    """Sentences that say what was learnt or handed on."""
    concrete: tuple[str, ...]
    """Sentences with a name or an amount."""
    names: frozenset[str]
    """All names."""
    amounts: tuple[str, ...]
    """All amounts, without years and labels."""
    empty_share: float
    """Share of the words in empty sentences, 0 to 1, among those in empty and substantive ones."""

    @property
    def word_count(self) -> int:
        """The number of words in `substantive`."""
        return _count_words(self.substantive)


@lru_cache(maxsize=1_000)  # a follow-up, a review and the map read the same answers
def parse_star(
    answer: str, *, is_story: bool = False, work_words: frozenset[str] = frozenset()
) -> StarElements:
    """Parse an answer; a repeated sentence counts once, and a plea to the grader not at all.

    `is_story` says that a case was asked for, so that it may be told in the present; `work_words`
    are buzzwords that name the work itself in this job.
    """
    parsed = parse_sentences(answer, is_story=is_story, work_words=work_words)
    sentences = [sentence for sentence in parsed if not is_plea(sentence.text)]
    substantive = [
        sentence for sentence in sentences if not (sentence.is_empty or sentence.is_thin)
    ]
    empty = [sentence for sentence in sentences if sentence.is_empty]
    results = [sentence for sentence in substantive if _is_result(sentence)]
    measured = [sentence for sentence in results if find_measures(sentence.text)]
    empty_words, substantive_words = _count_words(empty), _count_words(substantive)

    def select(has_element: Callable[[Sentence], object]) -> tuple[str, ...]:
        return _texts_of(filter(has_element, substantive))

    return StarElements(
        sentences=_texts_of(sentences),
        substantive=tuple(substantive),
        empty=_texts_of(empty),
        situation=select(lambda sentence: sentence.has_time or sentence.has_phrase("setting")),
        task=select(lambda sentence: word_list("task") & set(sentence.words)),
        action=select(lambda sentence: sentence.acts),
        result=_texts_of(results),
        hoped=select(lambda sentence: sentence.is_hypothetical and not sentence.acts),
        measured=_texts_of(measured),
        baseline=_texts_of(filter(_has_baseline, measured)),
        witnessed=select(lambda sentence: sentence.is_past and sentence.has_phrase("witnessed")),
        decisions=select(lambda sentence: sentence.acts & word_list("decision")),
        reasons=select(lambda sentence: sentence.has_phrase("reason")),
        learned=select(lambda sentence: sentence.has_phrase("learned")),
        concrete=select(lambda sentence: sentence.numbers or sentence.names),
        names=frozenset().union(*(sentence.names for sentence in substantive)),
        amounts=tuple(
            amount for sentence in substantive for amount in find_measures(sentence.text)
        ),
        empty_share=empty_words / max(1, empty_words + substantive_words),
    )


def _texts_of(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(sentence.text for sentence in sentences)


def _count_words(sentences: Iterable[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _is_result(sentence: Sentence) -> bool:
    if sentence.is_hypothetical and not sentence.is_past:
        return False
    return sentence.has_phrase("outcome") or bool(word_list("outcome") & set(sentence.words))


def _has_baseline(measured: Sentence) -> bool:
    return measured.has_phrase("baseline") or len(measured.numbers) > 1
