"""Find the words of a requirement that a text has, where it does not have enough to state it.

Words side by side ("incident reports"), or a noun that few other texts have ("keyholder"), tell a
reader what a text has to do with a requirement. One word of any work does not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.parts import (
    asks_for_ability,
    is_common_word,
    is_place_code,
    is_weak_word,
    list_pieces,
)
from interview_cli.requirements.shared_words import (
    has_telling_words,
    load_empty_words,
)

_MIN_CHARS = 5
"""A shorter noun is too common to show something by itself, if it is no name."""
_MIN_RUN = 2
_MIN_FORM = 4
_FAMILY_CHARS = 9
"""Words that share so many letters at their beginning are of one family: "radiography"."""
_MAX_GAP = 2
"""The words that may stand between two words of a requirement in a text."""
_CODE = re.compile(r"\w+[A-Z]\w*")
_TEXTS_KEPT = 2_000


class NearWords(NamedTuple):
    """The words of a requirement that a text has, in the words of the ad."""

    runs: tuple[str, ...] = ()
    """Several side by side."""
    nouns: tuple[str, ...] = ()
    """Single ones that name what is asked for."""

    @property
    def all(self) -> tuple[str, ...]:
        return self.runs + self.nouns


class _Word(NamedTuple):
    text: str
    form: str
    """Its letters, small, without the ending of several."""
    has_meaning: bool
    narrows_next: bool
    """Whether a word with meaning follows at once: "stock" in "stock control"."""


class _Text(NamedTuple):
    words: tuple[_Word, ...]
    places: Mapping[str, Sequence[int]]
    """Where words stand by their beginnings: two words without a common one are not alike."""


def find_near_words(parts: Sequence[str], text: str) -> NearWords:
    """Return which words of the parts of a requirement a text has."""
    told = _read_text(text)
    families = told.places.keys()
    near = [part for part in parts if not families.isdisjoint(_read_text(part).places)]
    if not near:
        return NearWords()
    runs = [run for part in near for run in _find_runs(part, told)]
    nouns = [noun for part in near for noun in _find_nouns(_read_words(part), told)]
    taken = {word.casefold() for run in runs for word in run.split()}
    single = [noun for noun in nouns if noun.casefold() not in taken]
    return NearWords(drop_inner(runs), drop_inner(single))


def list_told_words(part: str, text: str) -> list[str]:
    """Return the words with meaning of a part that a text has, be they common ones."""
    told = _list_forms(text)
    return [word.text for word in _read_words(part) if word.has_meaning and word.form in told]


def find_missing_forms(topic: str, text: str) -> list[str]:
    """Return the words with meaning of a topic that a text does not have as they are."""
    told = _list_forms(text)
    return [word.text for word in _read_words(topic) if word.has_meaning and word.form not in told]


def has_codes_of(part: str, text: str) -> bool:
    """Return whether a text has one of the codes in a part, if there is any: "BS" of "BS 8888"."""
    codes = [word for word in _read_words(part) if len(word.text) > 1 and word.text.isupper()]
    told = _list_forms(text)
    return not codes or any(code.form in told for code in codes)


def has_form_of(topic: str, text: str) -> bool:
    """Return whether a text has a longer word of a topic as it is, be it a common one."""
    told = _list_forms(text.replace("/", ", "))
    empty = load_empty_words()
    words = [word for word in _read_words(topic.replace("/", ", ")) if content_stems(word.text)]
    return any(
        (len(word.form) >= _MIN_FORM or word.text.isupper())
        and word.text.lower() not in empty
        and word.form in told
        for word in words
    )


def names_one_thing(text: str) -> bool:
    """Return whether a requirement asks for a thing, such as a tool or a paper, by its name.

    What somebody can do, and how long they did it, goes by many words.
    """
    return not asks_for_ability(text) and any(map(_is_thing, list_pieces(text)))


def _is_thing(part: str) -> bool:
    """Return whether words are a noun or a name, or several of which one is not of any work."""
    told = _read_text(part)
    full = [word for word in told.words if word.has_meaning]
    return any(_find_nouns(told.words, told)) or (len(full) > 1 and any(map(_is_telling, full)))


def drop_inner(phrases: Sequence[str]) -> tuple[str, ...]:
    """Return phrases without those that stand inside another: "Payroll", "weekly payroll"."""
    once = {phrase.casefold(): phrase for phrase in reversed(phrases)}
    kept = [
        phrase
        for phrase in dict.fromkeys(phrases)
        if once[phrase.casefold()] == phrase
        and not any(phrase.casefold() in other.split() for other in once if " " in other)
    ]
    return tuple(kept)


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_words(text: str) -> tuple[_Word, ...]:
    words = tokenize(text)
    if not words:
        return ()
    empty = load_empty_words()
    has_meaning = [bool(content_stems(word)) and word.lower() not in empty for word in words]
    joined = [f"{word} {after}" in text for word, after in pairwise([*words, ""])]
    return tuple(
        _Word(word, _form(word), is_full, is_joined and is_next_full)
        for word, is_full, is_joined, is_next_full in zip(
            words, has_meaning, joined, [*has_meaning[1:], False], strict=True
        )
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_text(text: str) -> _Text:
    words = _read_words(text)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.form[:_FAMILY_CHARS], []).append(place)
    return _Text(words, places)


def _list_forms(text: str) -> frozenset[str]:
    return frozenset(word.form for word in _read_words(text))


def _form(word: str) -> str:
    """Return a word in small letters without the ending of several, a past act in its plain form.

    A capital S is no ending: "BS" is no "B".
    """
    lowered = word.casefold()
    verb = load_verbs().get(lowered)
    if verb and verb.form == "past":
        return verb.plain
    if not word.endswith("s") or word.endswith("ss"):
        return lowered
    return f"{lowered[:-3]}y" if lowered.endswith("ies") else lowered[:-1]


def _find_runs(part: str, told: _Text) -> Iterator[str]:
    """Yield the words of a part that stand near each other in a text too, as the ad has them."""
    run: list[_Word] = []
    full = [word for word in _read_words(part) if word.has_meaning]
    for word, after in pairwise([*full, None]):
        if word and after and _stand_together(word, after, told):
            run = [*(run or [word]), after]
        elif run:
            is_act = run[0].text.lower() in load_verbs()
            if is_act and run[-1].narrows_next:
                run = run[1:-1]  # "Prepare test" of "Prepare test reports"
            if len(run) < _MIN_RUN:
                run = []
                continue
            start = part.index(run[0].text)
            yield part[start : part.index(run[-1].text, start) + len(run[-1].text)]
            run = []


def _stand_together(word: _Word, after: _Word, told: _Text) -> bool:
    """Return whether a text has two words near each other; plain ones just as the ad has them."""
    gaps = [
        other - place
        for place in _find_places(word, told)
        for other in _find_places(after, told)
        if 0 < abs(other - place) <= _MAX_GAP + 1
    ]
    if not gaps:
        return False
    is_telling = has_telling_words(f"{word.text} {after.text}")
    return is_telling or 1 in gaps


def _find_places(word: _Word, told: _Text) -> list[int]:
    """Return where words like one stand in a text."""
    places = told.places.get(word.form[:_FAMILY_CHARS], ())
    return [place for place in places if _is_alike(word, told.words[place])]


def _find_nouns(part: Sequence[_Word], told: _Text) -> Iterator[str]:
    """Yield the nouns and names of a part that name what a text tells.

    A word that only narrows the next one shows nothing, unless both texts begin with it.
    """
    for place, word in enumerate(part):
        alike = [told.words[other] for other in _find_places(word, told)]
        if not alike:
            continue
        is_tool = _is_written_as_name(word, part, told.words)
        is_name = is_tool or _CODE.fullmatch(word.text) is not None
        is_noun = len(word.text) >= _MIN_CHARS and not _may_be_act(word, is_last=word is part[-1])
        if is_place_code(word.text) or not (is_noun or is_name):
            continue
        if not (is_tool or _is_telling(word)):
            continue
        begins = place == 0 and word.narrows_next and alike[0] is told.words[0]
        is_head = is_name or not word.narrows_next
        if begins or (is_head and any(is_name or not each.narrows_next for each in alike)):
            yield word.text


def _is_telling(word: _Word) -> bool:
    return word.has_meaning and not is_common_word(word.text)


def _is_written_as_name(word: _Word, part: Sequence[_Word], told: Sequence[_Word]) -> bool:
    """Return whether a verb, or a part of one word, has a capital inside a text: "Excel"."""
    is_inside = word.text.lower() in load_verbs() and word is not part[0]
    is_name = word.text.istitle() and any(word.text == each.text for each in told[1:])
    return is_name and not is_weak_word(word.text) and (is_inside or len(part) == 1)


def _may_be_act(word: _Word, *, is_last: bool) -> bool:
    """Return whether a word may say what is done; "good typing" and the like name a skill."""
    lowered = word.text.lower()
    return lowered in load_verbs() and not (is_last and lowered.endswith("ing"))


def _is_alike(word: _Word, other: _Word) -> bool:
    if word.form == other.form:
        return True
    is_long = len(word.form) >= _FAMILY_CHARS and word.text.islower()
    return is_long and word.form[:_FAMILY_CHARS] == other.form[:_FAMILY_CHARS]
