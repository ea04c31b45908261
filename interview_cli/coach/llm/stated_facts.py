"""Read the names and numbers of texts, and tell whether texts hold those of another."""

import re
from functools import cache, cached_property
from itertools import pairwise

from interview_cli.coach.llm.rules import PACKAGE
from interview_cli.english.foreign import ENGLISH
from interview_cli.english.rules import load_toml
from interview_cli.english.words import find_numbers, stem_word, tokenize

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_JOINTS = re.compile(r"[/&’'.-]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9}
_SHORT_PREFIX = 4


class StatedFacts:
    """The names and numbers of some texts."""

    def __init__(self, *texts: str, language: str = ENGLISH) -> None:
        """`language` is the code of one whose number words are read beside the English ones."""
        self.text = "\n".join(texts)
        self._language = language

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The values of all numbers, in figures or in words."""
        languages = {ENGLISH, self._language}
        found = (find_values(self.text, language) for language in languages)
        return frozenset(value for values in found for value in values)

    @cached_property
    def _words(self) -> frozenset[str]:
        tokens = tokenize(self.text.casefold())
        parts = (part for token in tokens for part in split_name(token))
        run_on = (first + second for first, second in pairwise(tokens))  # "node js" is nodejs
        return frozenset((*tokens, *parts, *map(_strip_signs, (*tokens, *run_on))))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem_word, self._words))

    @cached_property
    def _prefixes(self) -> dict[str, set[str]]:
        """The words by their first letters."""
        words: dict[str, set[str]] = {}
        for word in self._words:
            words.setdefault(word[:_SHORT_PREFIX], set()).add(word)
        return words

    def holds_word(self, word: str) -> bool:
        """Return whether the texts hold a word in any spelling, or a longer or shorter form of it
        (Postgres, nodejs)."""
        plain = word.casefold()
        is_held = plain in self._words or _strip_signs(plain) in self._words
        if len(plain) == 1 or is_held or stem_word(plain) in self._stems:
            return True
        same_start = self._prefixes.get(plain[:_SHORT_PREFIX], ())
        return len(plain) >= _SHORT_PREFIX and any(
            known.startswith(plain) or (len(known) >= _SHORT_PREFIX and plain.startswith(known))
            for known in same_start
        )

    def holds_similar_word(self, word: str) -> bool:
        """Return whether the texts hold a word that begins like this one: other languages inflect
        names (Leedsie) or spell them in their own way (Londres)."""
        plain = word.casefold()
        return self.holds_word(word) or any(
            len(plain) <= _SHORT_PREFIX or _shares_half(plain, known)
            for known in self._prefixes.get(plain[:_SHORT_PREFIX], ())
        )

    def counts_years(self, number: float, *, last: int = 0) -> bool:
        """Return whether the years of the texts, or those until `last`, may add up to a number."""
        years = [int(year) for year in _YEAR.findall(self.text)]
        return bool(years) and number <= max(*years, last) - min(years) + 1


def parse_number(figure: str, language: str = ENGLISH) -> float | None:
    """Return the value of a figure or a number word (3,000, 40k, 12 %, nine); None if unknown."""
    word = figure.casefold()
    named = _load_number_words(language)
    if word in named:
        return named[word]
    digits = _FIGURE.search(word)
    if digits is None:
        return None
    plain = digits[0]
    if _THOUSANDS.fullmatch(plain):
        plain = re.sub(r"[.,]", "", plain)
    try:
        value = float(plain.replace(",", "."))
    except ValueError:  # a date or a version
        return None
    return value * _SCALES.get(word[digits.end() :], 1)


def find_values(text: str, language: str = ENGLISH) -> list[float]:
    """Return the values of all numbers of a text, in figures or in the words of a language."""
    words = find_numbers(text) if language == ENGLISH else find_number_words(text, language)
    numbers = [*words, *_FIGURE.findall(text)]
    found = (parse_number(number, language) for number in numbers)
    return [value for value in found if value is not None]


def find_number_words(text: str, language: str) -> list[str]:
    """Return the number words of a language in a text."""
    named = _load_number_words(language)
    parts = (part for token in tokenize(text) for part in {token, *split_name(token)})
    return [part for part in parts if part.casefold() in named]


def split_name(name: str) -> list[str]:
    """Split a name at the signs that join its words (CI/CD, Brook-Field)."""
    return [part for part in _JOINTS.split(name) if part]


def _shares_half(word: str, other: str) -> bool:
    """Return whether the longer of two words begins like the other for half of its length."""
    half = (max(len(word), len(other)) + 1) // 2
    return len(other) >= half and word.startswith(other[:half])


def _strip_signs(word: str) -> str:
    return "".join(char for char in word if char.isalnum() or char in "+#")


def _load_number_words(language: str) -> dict[str, int]:
    words: dict[str, int] = _load_all_number_words().get(language, {})
    return words


@cache
def _load_all_number_words() -> dict[str, dict[str, int]]:
    return load_toml(PACKAGE, "number_words.toml")
