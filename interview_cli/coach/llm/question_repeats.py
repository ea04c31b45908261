"""Tell whether a question asks again what was asked before, also in other words."""

from collections.abc import Callable, Sequence

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.question_words import (
    find_question_words,
    load_plain,
    load_telling_meanings,
)
from interview_cli.coach.llm.text_comparison import compare_texts
from interview_cli.english.words import tokenize, word_list
from interview_cli.vocabulary import QuestionKind

_KINDS_ON_THE_SAME = frozenset(("opener", "follow_up", "closing", "motivation"))
_KINDS_OF_REASONS = frozenset(("opener", "motivation"))
"""Either may ask why somebody wants the job."""
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
_LESS_NEEDED = 2.0
_MOST_OWN = 3
"""So much lower may the log odds be if both questions name the same point, such as a mistake, and
each names so few other things."""


def is_repeated(
    question: str,
    kind: QuestionKind,
    exchanges: Sequence[Exchange],
    asks_same: Callable[[str, str], bool] | None,
) -> bool:
    """Return whether a question of this kind repeats one of the earlier ones.

    `asks_same` tells whether two questions ask the same in other words; without it, in a language
    whose words are not known, only the same words repeat one.

    A follow-up is about what was asked and answered before, and an opener about work that others
    ask about as well, so only the same words repeat them. An opener and a question of motivation
    may both ask why somebody wants the job.
    """
    earlier = [exchange.question for exchange in exchanges]
    return any(
        _has_same_words(question, asked.content)
        or (
            asks_same is not None
            and _are_comparable(kind, asked.kind)
            and asks_same(question, asked.content)
        )
        for asked in earlier
    )


def asks_the_same(question: str, earlier: str) -> bool:
    """Return whether an English question asks the same as an earlier one, in any words."""
    words, others = _find_subject(question), _find_subject(earlier)
    shared = words & others
    if shared and words == others:
        return True
    fit = load_fit("repeat")
    is_on_one_point = not load_telling_meanings().isdisjoint(shared) and (
        max(len(words), len(others)) - len(shared) <= _MOST_OWN
    )
    bound = fit.bound - (_LESS_NEEDED if is_on_one_point else 0.0)
    return fit.rate(compare_texts(question, earlier)) > bound


def _find_subject(question: str) -> frozenset[str]:
    """Return the words and figures that a question is about."""
    figures = filter(str.isdecimal, tokenize(question))
    return (find_question_words(question) - load_plain()).union(figures)


def _are_comparable(kind: QuestionKind, asked: QuestionKind) -> bool:
    if kind == "follow_up":
        return False
    pair = frozenset((kind, asked))
    return len(pair) == 1 or pair == _KINDS_OF_REASONS or _KINDS_ON_THE_SAME.isdisjoint(pair)


def _has_same_words(question: str, earlier: str) -> bool:
    """Return whether a question has nearly all meaningful words of an earlier one."""
    new, asked = _find_meaning(question), _find_meaning(earlier)
    has_all = len(asked) >= _MIN_MEANING_WORDS and len(new & asked) >= _SAME_WORDS * len(asked)
    return has_all or len(new & asked) >= _SAME_WORDS * len(new | asked)


def _find_meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokenize(question)}
    return (spoken - word_list("stop")) or spoken
