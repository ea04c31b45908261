"""What an interview states: the names and numbers that a review may repeat."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.rules import PACKAGE
from interview_cli.coach.llm.stated_facts import (
    StatedFacts,
    find_values,
    parse_number,
    split_name,
)
from interview_cli.english.rules import load_toml
from interview_cli.english.words import find_names, find_numbers, tokenize

_REFERENCE = re.compile(r"[A-Z]\d{1,2}")
"""Names an answer or a question (Q2)."""
_MAX_LABEL_WORDS = 5
_TITLE_SHARE = 0.6
_FREE_NUMBER = 12
"""Plain numbers up to this one count things ("two of 3 steps") and state no fact."""
_MOST_TO_COMBINE = 12
"""Of more numbers than these, sums and ratios would reach any value."""
_YEARS = range(1900, 2100)
_TOLERANCE = 0.02
"""Relative: people round what they compute."""


class KnownFacts:
    """The names and numbers of the documents, the questions and the answers."""

    def __init__(self, facts: Facts) -> None:
        self._answers = {exchange.number: exchange.answer for exchange in facts.exchanges}
        asked = [
            text
            for exchange in facts.exchanges
            for text in (exchange.question.content, exchange.question.topic)
        ]
        documents = (facts.job_title, facts.company_name, facts.cv_text, facts.job_text)
        self._stated = StatedFacts(*documents, *asked, *self._answers.values())
        self.text = self._stated.text

    def find_unknown_name(self, sentence: str, part: str | None = None) -> str | None:
        """Return a name in an English sentence that stands nowhere, if there is one.

        `part` is what the sentence takes for given, if only that is to be looked at.

        In a title, or in the label before a colon, capitals show no name.
        """
        stated = _remove_label(sentence)
        names = set() if _is_title(stated) else find_names(f"… {part}" if part else stated)
        return next(
            (name for name in names if not self._knows_name(name, is_given=part is not None)), None
        )

    def find_unknown_number(self, sentence: str, answer: int | None) -> str | None:
        """Return a figure that neither stands anywhere nor follows from two others of the answer.

        `answer` is the number of the answer that the sentence is about; None means any.
        """
        figures = (found for found in find_numbers(sentence) if any(map(str.isdecimal, found)))
        return next((figure for figure in figures if not self._knows_number(figure, answer)), None)

    def _knows_number(self, figure: str, answer: int | None) -> bool:
        if figure.isdecimal() and int(figure) <= _FREE_NUMBER:
            return True
        value = parse_number(figure)
        return value is None or value in self._stated.numbers or self._follows(value, answer)

    def _knows_name(self, name: str, *, is_given: bool) -> bool:
        if _REFERENCE.fullmatch(name):
            return True
        general = _load_names("general_names")
        if not is_given:
            general |= _load_names("languages")
        return all(
            part.islower()
            or part.isdecimal()
            or part.casefold() in general
            or self._stated.holds_word(part)
            for part in split_name(name)
        )

    def _follows(self, value: float, answer: int | None) -> bool:
        """Return whether two numbers of the answer, or of any one answer, lead to this one."""
        if value in _YEARS:
            return False
        texts = self._answers.values() if answer is None else [self._answers.get(answer, "")]
        return any(
            abs(value - result) <= _TOLERANCE * value
            for text in texts
            for result in _combine(find_values(text))
        )


def _remove_label(sentence: str) -> str:
    label, colon, rest = sentence.partition(": ")
    return rest if colon and len(tokenize(label)) <= _MAX_LABEL_WORDS else sentence


def _is_title(sentence: str) -> bool:
    """Return whether most words after the first begin with a capital."""
    words = [word for word in tokenize(sentence)[1:] if word.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 1 and capitals >= _TITLE_SHARE * len(words)


def _combine(values: Sequence[float]) -> Iterator[float]:
    # Something may fall to none, which is no figure.
    distinct = [value for value in dict.fromkeys((*values, 0)) if value not in _YEARS]
    if len(distinct) > _MOST_TO_COMBINE:
        return
    for first, second in permutations(distinct, 2):
        yield first + second
        yield first - second
        yield first * second
        if second:
            yield first / second
            yield 100 * (second - first) / second
            yield 100 * (first - second) / second


@cache
def _load_names(kind: str) -> frozenset[str]:
    return frozenset(load_toml(PACKAGE, "review_words.toml")[kind].split())
