"""Tell whether a question asks again what was asked before, also in other words."""

from collections.abc import Callable, Sequence

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.question_words import MEANING, find_question_words, load_plain
from interview_cli.coach.llm.text_comparison import compare_texts
from interview_cli.english.words import tokenize, word_list
from interview_cli.vocabulary import QuestionKind

_KINDS_ON_THE_SAME = frozenset(("opener", "follow_up", "closing", "motivation"))
_KINDS_OF_REASONS = frozenset(("opener", "motivation"))
"""Either may ask why somebody wants the job."""
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
_SAME_SUBJECT = 0.6
_SAME_SUBJECT_BESIDE = 0.75
"""For two questions that each have a word of their own, such as what the work was with."""
_MIN_SUBJECT = 3
"""So many words of subject, of which so many are the same, show the same question."""


def is_repeated(
    question: str,
    kind: QuestionKind,
    exchanges: Sequence[Exchange],
    find_subject: Callable[[str], frozenset[str]] | None = None,
) -> bool:
    """Return whether a question of this kind repeats one of the earlier ones.

    `find_subject` returns the words that a question in another language than English is about; of
    English ones, a fit tells it.

    A follow-up is about what was asked and answered before, and an opener about work that others
    ask about as well, so only the same words repeat them. An opener and a question of motivation
    may both ask why somebody wants the job.
    """
    earlier = [exchange.question for exchange in exchanges]
    return any(
        _has_same_words(question, asked.content)
        or (
            _are_comparable(kind, asked.kind)
            and _asks_the_same(question, asked.content, find_subject)
        )
        for asked in earlier
    )


def _asks_the_same(
    question: str, earlier: str, find_subject: Callable[[str], frozenset[str]] | None
) -> bool:
    if find_subject:
        return _has_same_subject(find_subject(question), find_subject(earlier))
    own, shared = _split_words(question, earlier)
    if shared and not own:
        return True
    return load_fit("repeat").refuses(compare_texts(question, earlier))


def _split_words(question: str, earlier: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words and figures that only one of two questions is about, and those of both."""
    words, others = (
        (find_question_words(text) - load_plain()) | set(filter(str.isdecimal, tokenize(text)))
        for text in (question, earlier)
    )
    return words ^ others, words & others


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


def _has_same_subject(new: frozenset[str], asked: frozenset[str]) -> bool:
    """Return whether nearly all words of two subjects have the same meaning."""
    shared = new & asked
    groups = sum(word.startswith(MEANING) for word in shared)
    is_enough = len(shared) >= _MIN_SUBJECT or groups > 1 or (new == asked and groups > 0)
    differ = bool(new - asked and asked - new)
    needed = _SAME_SUBJECT_BESIDE if differ else _SAME_SUBJECT
    return is_enough and len(shared) >= needed * len(new | asked)
