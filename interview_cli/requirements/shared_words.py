"""Count the words that name a requirement and stand in a text too.

The map of an interview says what follows from them, so they are counted strictly: words of any
work ("customers", "data", "team") show nothing, and another version of a tool is another tool.
"""

import re
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import content_stems, tokenize, word_list
from interview_cli.requirements.cv_evidence import load_generic_stems
from interview_cli.requirements.proof import (
    find_topic_heads,
    find_topic_names,
    stem_names,
    to_lemma,
)
from interview_cli.requirements.synonyms import find_synonyms
from interview_cli.requirements.written_names import find_other_products

_FILE = ("interview_cli.requirements", "shared_words.toml")
_RULES = Rules(*_FILE)
_MIN_PREFIX = 5
"""Letters that two words of one family share at least: "butchery" and "butchered"."""
_MIN_BEGINNING = 4
_MARK = re.compile(r"[A-Za-z]?(?:/?\d+)*%?")
"""A mark, a number or a single letter: "at grade C/4"."""
_SHORT = ("R", "C", "Go")
"""Languages with names that are letters or common words."""
_SLASH = re.compile(r"(?<=[a-z]{3})/(?=[a-z]{3})")
_JOINT = re.compile(r"[/–-]")
_MAX_REST = 3
"""A name and at most twice as many other words make what a text with that name is about."""
_MIN_PARTLY = 2
_TEXTS_KEPT = 4_000
_TOPICS_KEPT = 200


class SharedWords(NamedTuple):
    """How many of the words that name a requirement a text has."""

    wanted: int
    """The words that name it."""
    shared: int
    """Those that the text has, or has a synonym of."""
    telling: int
    """The words among those that name it which few other texts have."""
    told: int
    """Those of them that the text has, or has a synonym of."""
    exact: int
    """Those of them that the text has itself."""
    has_head: bool
    """Whether the text has the noun that names the thing itself, and that noun is telling."""
    has_names: bool
    """Whether the text has half of the names in it, and they say what it is: SAP, NEWS2."""
    has_all_names: bool
    """Whether it has all of these."""

    @property
    def is_whole(self) -> bool:
        """Whether the text has all telling words itself, and most of the others."""
        return 0 < self.telling == self.exact and self.shared * 3 >= self.wanted * 2

    @property
    def is_most(self) -> bool:
        """Whether the text has half of the words, two of them telling, or two thirds of them; all
        if only one is telling."""
        if self.telling == 1:
            return self.exact == 1 and self.shared == self.wanted
        is_half = self.told >= _MIN_PARTLY and self.shared * 2 >= self.wanted
        return self.exact > 0 and (is_half or self.shared * 3 >= self.wanted * 2)

    @property
    def names_it(self) -> bool:
        """Whether a reader sees at once that the text is about it."""
        return self.is_most or self.has_names

    @property
    def names_thing(self) -> bool:
        """Whether the text has the thing itself and a third of the words."""
        return self.has_head and self.shared * 3 >= self.wanted


_NOTHING = SharedWords(0, 0, 0, 0, 0, has_head=False, has_names=False, has_all_names=False)


@lru_cache(maxsize=_TEXTS_KEPT)
def share_words(topic: str, text: str) -> SharedWords:
    """Return what a text shares with a topic; of what "or" joins, with the best part."""
    parts = [_share_part(part, text) for part in split_choices(topic)]
    return max(parts, key=lambda part: (part.is_whole, part.is_most, part.exact), default=_NOTHING)


@lru_cache(maxsize=_TEXTS_KEPT)
def cut_roles(text: str) -> str:
    """Return a text without what somebody worked as: "as a healthcare assistant"."""
    return _RULES.pattern("as_role").sub(" ", text)


@lru_cache(maxsize=_TOPICS_KEPT)
def split_choices(topic: str) -> tuple[str, ...]:
    """Return what "or" or a slash joins in a topic, without what only stands in for the rest."""
    parts = [part for part in _RULES.pattern("choice").split(topic) if _list_lemmas(part)]
    named = tuple(part for part in parts if not _RULES.pattern("stand_in").match(part))
    return named or (topic,)


def has_word_of(topic: str, text: str) -> bool:
    """Return whether any word with meaning of a topic stands in a text, in any form.

    It is asked before something is called absent, so a word that only begins alike is one.
    """
    words = _list_lemmas(topic)
    words |= {part for word in words for part in _JOINT.split(word) if len(part) >= _MIN_BEGINNING}
    told = _stem_text(text)
    return any(word in told or _list_alike(word, told, _MIN_BEGINNING) for word in words)


def has_most_telling_words(topic: str, text: str) -> bool:
    """Return whether most of the words of a topic that few other texts have stand in a text."""
    words = _list_lemmas(topic) - _load_plain_words()
    return sum(_is_in(word, _stem_text(text)) for word in words) * 2 > len(words)


def has_telling_words(topic: str) -> bool:
    """Return whether a topic has a word that few other texts have."""
    return bool(_list_lemmas(topic) - _load_plain_words())


@cache
def load_empty_words() -> frozenset[str]:
    """Return the words that say nothing of what is wanted, as they are written."""
    return frozenset(load_toml(*_FILE)["words"]["empty"].split())


def is_other_version(topic: str, text: str) -> bool:
    """Return whether a text names a tool of a topic only in another version: Sage 50, Sage 200."""
    wanted = _find_versions(topic)
    told = _find_versions(text) if wanted else {}
    return any(
        name in told and not numbers & told[name] and not _is_named_alone(name, text)
        for name, numbers in wanted.items()
    )


def _share_part(topic: str, text: str) -> SharedWords:
    if is_other_version(topic, text):
        return _NOTHING
    words, names, telling, written, alike_words = _read_topic(topic)
    told = _stem_text(text)
    exact = {word for word in words - names if _is_in(word, told)}
    if names:
        exact |= _find_named(written, text)
    alike = _find_meant(topic, text, exact) - names
    shared = exact | (words & alike) | {word for word, group in alike_words if group & told}
    if not shared and names.isdisjoint(stem_names(text)):  # as in most pairs
        return _NOTHING._replace(wanted=len(words), telling=len(telling))
    # "SBAR" alone says which tool is meant; a capital may only begin the name of a law.
    others = set(map(to_lemma, find_other_products(topic, text)))
    exact, shared = exact - others, shared - others
    is_named = (
        bool(names - others)
        and _has_names(names - others, text)
        and (len(shared) * _MAX_REST >= len(words) or _has_code(topic, names))
    )
    return SharedWords(
        wanted=len(words),
        shared=len(shared),
        telling=len(telling),
        told=len(telling & shared),
        exact=len(telling & exact),
        has_head=bool(find_topic_heads(topic) & telling & exact),
        has_names=is_named,
        has_all_names=is_named and names <= stem_names(text),
    )


class _Topic(NamedTuple):
    """The lemmas of a topic, which is compared with each line and each answer."""

    words: frozenset[str]
    names: frozenset[str]
    telling: frozenset[str]
    written: tuple[str, ...]
    """The names as they are written."""
    alike: tuple[tuple[str, frozenset[str]], ...]
    """The words that others can stand for, with these."""


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_topic(topic: str) -> _Topic:
    words = _list_lemmas(topic)
    first = _RULES.pattern("first_name").match(topic)
    named = frozenset() if has_capitals_only(topic) else find_topic_names(topic)
    short = {to_lemma(word) for word in tokenize(topic) if word in _SHORT}
    names = ((named | ({to_lemma(first[0])} if first else set())) & words) - _load_plain_words()
    telling = words - _load_plain_words() or words - _load_words("common")
    names |= short & words
    written = [word for word in tokenize(_SLASH.sub(" ", topic)) if to_lemma(word) in names]
    alike = [(word, _load_alike()[word]) for word in words if word in _load_alike()]
    return _Topic(words, names, telling, tuple(written), tuple(alike))


def _find_named(names: Sequence[str], text: str) -> Set[str]:
    """Return the lemmas of names that a text has as they are: a dental nurse is no Dentally."""
    said, told = _list_said(text)
    return {
        to_lemma(word)
        for word in names
        # "Go" is what is written so: "let's go" names no language.
        if (word in said if word in _SHORT else word.lower().removesuffix("s") in told)
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _list_said(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a text as they are written, and small without the s of a plural."""
    said = frozenset(word for part in (text, _JOINT.sub(" ", text)) for word in tokenize(part))
    return said, frozenset(word.lower().removesuffix("s") for word in said)


def has_capitals_only(topic: str) -> bool:
    """Return whether each word of a topic begins with a capital and has no other: "Month End".

    Then a capital does not tell a name.
    """
    words = [word for word in tokenize(topic) if content_stems(word)]
    return len(words) > 1 and all(map(str.istitle, words))


def _find_meant(topic: str, text: str, exact: Set[str]) -> Set[str]:
    """Return the stems of a topic of which a text has synonyms.

    A word of the text that only begins like one of the topic counts once: "teaching" is not both
    "teachers" and "training".
    """
    meant, said = find_synonyms(topic), find_synonyms(text)
    if meant.keys().isdisjoint(said.keys()):
        return frozenset()
    begun = {
        stem
        for stems in said.values()
        for stem in stems - exact
        if any(_begin_alike(word, stem, _MIN_PREFIX) for word in exact)
    }
    groups = (group for group in meant.keys() & said.keys() if not said[group] <= begun)
    return {stem for group in groups for stem in meant[group]}


def _has_names(names: frozenset[str], text: str) -> bool:
    return bool(names) and len(names & stem_names(text)) * 2 >= len(names)


def _has_code(topic: str, names: frozenset[str]) -> bool:
    """Return whether one of the names is written with a capital inside: "NEWS2", "iTrent"."""
    codes = (word for word in tokenize(topic) if any(map(str.isupper, word[1:])))
    return any(to_lemma(word) in names for word in codes)


def _is_in(word: str, told: frozenset[str]) -> bool:
    if not told.isdisjoint((word, f"{word}s")):
        return True
    return word.isalpha() and any(map(str.isalpha, _list_alike(word, told, _MIN_PREFIX)))


def _list_alike(word: str, told: frozenset[str], least: int) -> list[str]:
    """Return the words that begin like a word, with so many letters at least."""
    may_be_alike = _group_by_beginning(told, least).get(word[:least], ())
    return [other for other in may_be_alike if _begin_alike(word, other, least)]


@lru_cache(maxsize=_TEXTS_KEPT)
def _group_by_beginning(told: frozenset[str], least: int) -> dict[str, list[str]]:
    """Return the words that may be of one family, by the letters which they share then."""
    groups: dict[str, list[str]] = {}
    for word in told:
        groups.setdefault(word[:least], []).append(word)
    return groups


def _begin_alike(word: str, other: str, least: int) -> bool:
    is_long = len(word) >= least and len(other) >= least
    return is_long and (other.startswith(word) or word.startswith(other))


@lru_cache(maxsize=_TEXTS_KEPT)
def _list_lemmas(topic: str) -> frozenset[str]:
    """Return the lemmas of the words with meaning; the number of a version is not counted."""
    named = _RULES.pattern("version").sub(lambda found: found["name"], topic)
    words = [
        word
        for word in tokenize(_SLASH.sub(" ", named))
        if word in _SHORT or (content_stems(word) and not _MARK.fullmatch(word))
    ]
    lemmas = frozenset(map(to_lemma, words or tokenize(named)))
    return lemmas - _load_words("empty") or lemmas


@lru_cache(maxsize=_TEXTS_KEPT)
def _stem_text(text: str) -> frozenset[str]:
    words = [part for word in tokenize(text) for part in (word, *_JOINT.split(word)) if part]
    return frozenset(map(to_lemma, words))


@cache
def _load_alike() -> dict[str, frozenset[str]]:
    lines = load_toml(*_FILE)["words"]["alike"].strip().splitlines()
    groups = [frozenset(map(to_lemma, line.split())) for line in lines]
    return {word: group for group in groups for word in group}


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_versions(text: str) -> dict[str, frozenset[str]]:
    """Return the numbers that follow each name: {"sage": {"200"}}."""
    versions: dict[str, frozenset[str]] = {}
    for found in _RULES.pattern("version").finditer(text):
        name = to_lemma(found["name"])
        versions[name] = versions.get(name, frozenset()) | {found["number"].rstrip(".")}
    return versions


def _is_named_alone(name: str, text: str) -> bool:
    """Return whether a name stands in a text without a number behind it, too."""
    rest = _RULES.pattern("version").sub(" ", text)
    return name in _stem_text(rest)


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(map(to_lemma, load_toml(*_FILE)["words"][name].split()))


@cache
def _load_plain_words() -> frozenset[str]:
    """Return the lemmas of the words that stand in any ad and in any talk."""
    everyday = word_list("commonplace") | word_list("calendar")
    return (
        _load_words("common")
        | _load_words("everyday")
        | frozenset(map(to_lemma, everyday))
        | load_generic_stems()
    )
