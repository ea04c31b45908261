"""Tell whether a question asks again what was asked before, also in other words."""

from collections.abc import Callable, Sequence
from functools import cache

from interview_cli.coach.base import Exchange
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.vocabulary import QuestionKind

_FILE = ("interview_cli.coach.llm", "question_repeats.toml")
_KINDS_ON_THE_SAME = frozenset(("opener", "follow_up", "closing", "motivation"))
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
_SAME_SUBJECT = 0.75
MEANING = "= "
"""Begins the name of a group of words of one meaning."""
_MIN_SUBJECT = 3
"""So many words of subject, of which so many are the same, show the same question."""


def is_repeated(
    question: str,
    kind: QuestionKind,
    exchanges: Sequence[Exchange],
    find_subject: Callable[[str], frozenset[str]] | None = None,
) -> bool:
    """Return whether a question of this kind repeats one of the earlier ones.

    `find_subject` returns the words that a question is about; the default knows English.

    A follow-up is about what was asked and answered before, and an opener about work that others
    ask about as well, so only the same words repeat them.
    """
    find_words = find_subject or find_question_words
    earlier = [exchange.question for exchange in exchanges]
    return any(
        _has_same_words(question, asked.content)
        or (
            (kind == asked.kind or _KINDS_ON_THE_SAME.isdisjoint((kind, asked.kind)))
            and kind != "follow_up"
            and _has_same_subject(find_words(question), find_words(asked.content))
        )
        for asked in earlier
    )


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
    is_enough = len(shared) >= _MIN_SUBJECT or (new == asked and _has_meaning_group(shared))
    return is_enough and len(shared) >= _SAME_SUBJECT * len(new | asked)


def _has_meaning_group(subject: frozenset[str]) -> bool:
    return any(word.startswith(MEANING) for word in subject)


def find_question_words(question: str) -> frozenset[str]:
    """Return the stems of what a question is about; words of one meaning have one stem."""
    meanings, asking = _load_meanings(), _load_asking()
    words = content_stems(question) | {stem_word(w) for w in tokenize(question) if w in _KEPT}
    return frozenset(meanings.get(stem, stem) for stem in words if stem not in asking)


_KEPT = ("us", "here", "want", "best", "first")
"""Function words that are the subject of some questions: "Why do you want to work for us?"."""


@cache
def _load_meanings() -> dict[str, str]:
    """Return a name of the group for each stem of a word that has others of its meaning."""
    lines = str(load_toml(*_FILE)["same_meaning"]).strip().splitlines()
    return {
        stem_word(word): f"{MEANING}{line.split()[0]}" for line in lines for word in line.split()
    }


@cache
def _load_asking() -> frozenset[str]:
    return frozenset(map(stem_word, load_toml(*_FILE)["asking"].split()))
