"""Find the figures of a sentence, each with the noun phrase that says what was counted.

A number without one is left out: "two other" or "from 9 to 2" says nothing on its own. So is a
count of a few others or examples, and a time, which measure nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import find_measures

_NUMBER = r"[€$£]?\d(?:[\d.,]*\d)?(?:k|m|bn)?"
_AMOUNT = re.compile(rf"({_NUMBER})(?:[-–]{_NUMBER})?(%|°[CF]?)?", re.IGNORECASE)
_WITH_UNIT = re.compile(r"\d(?:[\d.,]*\d)?([a-z]+)", re.IGNORECASE)
_COMPOUND = re.compile(r"(\d[\d.,]*|[a-z]+)(?:-[a-z]+)+", re.IGNORECASE)
_SIGNS = ("%", "€", "$", "£", "°", "°C", "°F")
_RANGES = (("to",), ("or",), ("–",), ("out", "of"), ("of",), ("of", "the"))
"""Words between the two numbers of one figure."""
_PLURAL = re.compile(r"[^\W\d_][\w-]*(?<!s)(?<!u)(?<!i)s")
_POSSESSIVE = re.compile(r"\w+(?:'s|s')")
_TRAILING, _LEADING = '.,;:!?)]}"”', "([{\"“'‘"
_MOST_WORDS = 5
"""Between a number and its noun, both included but the number."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("interview_cli.workflow", "figures.toml")[name].split())


@dataclass(frozen=True)
class _Word:
    text: str
    """Without the punctuation around it."""
    start: int
    """The place of the first character in the sentence, as `end` is that after the last."""
    end: int
    is_last: bool
    """Whether punctuation after it ends the phrase."""

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    def is_in(self, name: str) -> bool:
        return self.lower in _words(name)

    @property
    def is_plural(self) -> bool:
        is_form = _PLURAL.fullmatch(self.lower) is not None
        return self.is_in("units") or (is_form and not self.is_in("singular_in_s"))

    @property
    def ends_phrase(self) -> bool:
        """Whether it belongs to no noun phrase."""
        verb = load_verbs().get(self.lower)
        is_told = verb is not None and verb.is_irregular and verb.form == "past"
        return is_told or (self.is_in("ends") and not self.is_in("units"))


@dataclass(frozen=True)
class _Amount:
    end: int
    """The place after its last word."""
    is_complete: bool = False
    """Whether it has its unit: "£3,000", "15%"."""
    is_share: bool = False


def find_figures(sentence: str) -> list[str]:
    """Return the figures of a sentence in their order, each in the words of the sentence."""
    words = _split(sentence)
    reader = _Reader(words, frozenset(find_measures(sentence)))
    figures: list[str] = []
    place = free = 0
    while place < len(words):
        amount = reader.read_amount(place)
        if amount is None:
            place += 1
            continue
        start, end = reader.read_figure(place, amount, free) or (0, 0)
        if end and not reader.is_incidental(start, end):
            figures.append(sentence[words[start].start : words[end - 1].end])
        place = free = max(end, amount.end)
    return figures


def _is_tens_and_ones(word: str) -> bool:
    """Whether a word is a number such as "twenty-five"."""
    tens, _, ones = word.partition("-")
    numbers = _words("number_words")
    return tens in numbers and tens[-2:] == "ty" and (ones in numbers or ones == "one")


def _split(sentence: str) -> list[_Word]:
    words = []
    for found in re.finditer(r"\S+", sentence):
        bare = found[0].rstrip(_TRAILING)
        core = bare.lstrip(_LEADING)
        start = found.start() + len(bare) - len(core)
        if core:
            words.append(_Word(core, start, start + len(core), bare != found[0]))
    return words


def _has_capital(word: str) -> bool:
    return any(map(str.isupper, word))


def _is_unit(letters: str) -> bool:
    """Whether letters after a number are a unit: "40g", but not "5G"."""
    is_name = len(letters) == 1 and letters.isupper() and letters != "L"
    return letters.lower() in _words("units") and not is_name


class _Reader:
    """Reads amounts and noun phrases from the words of a sentence."""

    def __init__(self, words: list[_Word], measures: frozenset[str]) -> None:
        self._words = words
        self._measures = measures

    def read_figure(self, place: int, amount: _Amount, free: int) -> tuple[int, int] | None:
        """Return where the figure of an amount begins and ends; None for one without a noun.

        The words before the place `free` belong to other figures.
        """
        if amount.is_complete:
            return place, self._end_complete(amount)
        end = self._end_phrase(amount)
        if end is not None:
            return place, end
        noun = place - 2
        is_counted = noun >= free and self._lower(place - 1) == "of" and not amount.is_share
        if not is_counted or self._is_broken(place - 1) or self._is_broken(place):
            return None
        return None if self._words[noun].ends_phrase else (noun, amount.end)  # "a team of six"

    def is_incidental(self, start: int, end: int) -> bool:
        """Whether a few things are counted in passing, or a time is told: "two years ago"."""
        if self._lower(end) == "ago":
            return True
        first = self._words[start]
        is_few = first.is_in("few") and not self._words[end - 2].is_in("rate_words")
        return is_few and any(word.is_in("incidental") for word in self._words[start + 1 : end - 1])

    def read_amount(self, place: int) -> _Amount | None:
        """Return the amount that begins at a place: a number, or the two numbers of a range."""
        first = self._read_number(place)
        if first is None or first.is_complete or self._is_broken(first.end):
            return first
        ranges = [*_RANGES, ("and",)] if self._lower(place - 1) == "between" else _RANGES
        for between in ranges:
            after = first.end + len(between)
            if tuple(map(self._lower, range(first.end, after))) == between:
                second = self._read_number(after)
                first = second or first
        return first

    def _read_number(self, place: int) -> _Amount | None:
        if place >= len(self._words) or not self._is_number(place):
            return None
        word = self._words[place]
        unit = _WITH_UNIT.fullmatch(word.text)
        is_complete = word.text[0] in _SIGNS or word.text.rstrip("CF")[-1:] in _SIGNS
        is_complete |= unit is not None and _is_unit(unit[1]) and unit[1].lower() != "m"
        is_share = word.is_in("shares")
        end = place + 1
        while not self._is_broken(end):
            if self._lower(end) in _SIGNS or self._words[end].text in _SIGNS:
                return _Amount(end + 1, is_complete=True)
            if tuple(map(self._lower, (end, end + 1))) == ("per", "cent"):
                return _Amount(end + 2, is_complete=True)
            if self._lower(end) == "percent":
                return _Amount(end + 1, is_complete=True)
            if tuple(map(self._lower, range(end, end + 3))) == ("and", "a", "half"):
                end += 3
            elif self._words[end].is_in("number_ends"):
                end += 1
            elif self._words[end].is_in("shares") and not is_share:
                end, is_share = end + 1, True
            else:
                break
        return _Amount(end, is_complete, is_share)

    def _is_number(self, place: int) -> bool:
        word = self._words[place]
        if self._tells_time(place) or self._is_part_of_name(place):
            return False
        if word.is_in("number_words") or _is_tens_and_ones(word.lower):
            return True
        if word.lower == "one":
            next_words = tuple(map(self._lower, range(place + 1, place + 4)))
            return next_words == ("and", "a", "half") or next_words[0] in _words("number_ends")
        if word.lower in ("twice", "thrice"):
            return self._end_rate(place + 1) is not None
        if compound := _COMPOUND.fullmatch(word.lower):
            return compound[1][0].isdigit() or compound[1] in _words("number_words")
        if self._names(place):
            return False
        if unit := _WITH_UNIT.fullmatch(word.text):
            return _is_unit(unit[1]) or unit[1].lower() in ("k", "bn")
        amount = _AMOUNT.fullmatch(word.text)
        return amount is not None and bool({amount[1], word.text} & self._measures)

    def _names(self, place: int) -> bool:
        """Whether a number belongs to a name before it: "Team 4", "Windows 10", "week 12"."""
        before = self._words[place - 1] if place > 0 else None
        if before is None or before.is_last:
            return False
        # "each day 10 orders" counts; "by day 10" does not.
        is_label = before.is_in("labels") and self._lower(place - 2) not in _words("no_label_after")
        return is_label or (place > 1 and _has_capital(before.text))

    def _is_part_of_name(self, place: int) -> bool:
        """Whether a number word belongs to a name: "the Fantastic Four", "Seven Sisters School"."""
        word = self._words[place]
        if not word.text[0].isupper() or word.is_last or place + 1 == len(self._words):
            return False
        following = self._words[place + 1]
        return place > 0 or (following.is_plural and following.text[0].isupper())

    def _tells_time(self, place: int) -> bool:
        """Whether a number, or a quarter, belongs to a time of day: "at quarter to 8"."""
        around = (self._lower(place), self._lower(place + 1))
        is_part = around[0] in ("quarter", "half") and around[1] in ("to", "past")
        before = (self._lower(place - 2), self._lower(place - 1))
        is_part |= before[0] in ("quarter", "half") and before[1] in ("to", "past")
        return is_part or around[1] in ("o'clock", "am", "pm", "a.m", "p.m")

    def _end_complete(self, amount: _Amount) -> int:
        """Return the end of an amount that has its unit, with what it is a part of, if told."""
        if self._is_broken(amount.end):
            return amount.end
        is_part = self._lower(amount.end) == "of" or self._words[amount.end].is_in("comparatives")
        end = self._end_phrase(amount) if is_part else self._end_rate(amount.end)
        return end or amount.end

    def _end_phrase(self, amount: _Amount) -> int | None:
        """Return the end of the noun phrase after an amount."""
        place = amount.end
        if self._is_broken(place):
            return None
        if rate := self._end_rate(place):
            return rate
        if self._lower(place) == "or" and self._lower(place + 1) in ("so", "more"):
            place += 2
        if self._lower(place) == "of":
            return self._end_nouns(place + 1, needs_plural=False)
        if amount.is_share and self._lower(place) in ("a", "an"):
            is_unit = self._lower(place + 1) in _words("rate_units")
            return place + 2 if is_unit else None
        if amount.is_share and self._lower(place) in _words("determiners"):
            return self._end_nouns(place, needs_plural=False)
        is_compound = _COMPOUND.fullmatch(self._lower(place - 1)) is not None
        return self._end_nouns(place, needs_plural=not is_compound)

    def _end_nouns(self, place: int, *, needs_plural: bool) -> int | None:
        """Return the end of the nouns that begin at a place.

        They end with a plural or a unit, or without one, unless it is needed, before a word of no
        noun phrase or before punctuation.
        """
        if not needs_plural and self._lower(place) in _words("determiners"):
            place += 1
        for end in range(place, min(place + _MOST_WORDS, len(self._words))):
            word = self._words[end]
            if self._ends_before(end) or (end > place and self._is_number(end)):
                return self._trim(end) if end > place and not needs_plural else None
            is_name = end + 1 < len(self._words) and self._is_numbered_name(end)
            if word.is_plural and not is_name and not _POSSESSIVE.fullmatch(word.lower):
                return self._extend(end)
            if word.is_last or end + 1 == len(self._words):
                return None if needs_plural else self._trim(end + 1)
        return None

    def _is_numbered_name(self, place: int) -> bool:
        """Whether a name has a number after it: "Windows 10"."""
        following = self._words[place + 1].text
        return _has_capital(self._words[place].text) and following[0].isdigit()

    def _trim(self, end: int) -> int:
        """Return the end of a phrase without an adverb behind it: "of the traffic first"."""
        return end - 1 if self._words[end - 1].is_in("adverbs") else end

    def _ends_before(self, place: int) -> bool:
        is_first_modifier = self._words[place].is_in("comparatives")
        return self._words[place].ends_phrase and not is_first_modifier

    def _extend(self, place: int) -> int:
        """Return the end of a phrase whose plural is at a place, with what belongs to it."""
        end = place + 1
        is_unit = self._words[place].is_in("units")
        while not self._is_broken(end) and self._words[end].is_plural and not is_unit:
            is_unit = self._words[end].is_in("units")
            end += 1
        if rate := self._end_rate(end):
            return rate
        if not self._is_broken(end) and self._lower(end) == "of":
            return self._end_nouns(end + 1, needs_plural=False) or end
        return end

    def _end_rate(self, place: int) -> int | None:
        """Return the end of a rate, such as "a month"."""
        if self._is_broken(place) or not self._words[place].is_in("rate_words"):
            return None
        is_rate = self._lower(place + 1) in _words("rate_units")
        return place + 2 if is_rate else None

    def _is_broken(self, place: int) -> bool:
        """Whether the phrase before a place ends there."""
        return place >= len(self._words) or (place > 0 and self._words[place - 1].is_last)

    def _lower(self, place: int) -> str:
        """Return the word at a place in lower case, or an empty text beyond the sentence."""
        return self._words[place].lower if 0 <= place < len(self._words) else ""
