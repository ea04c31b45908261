"""Take a requirement that names several things apart, and find which of them a text names.

"Phlebotomy, EKGs and injections" asks for three things. A line that names two of them shows the
requirement in part, whatever share of all its words it has.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import tokenize, word_list
from interview_cli.requirements.proof import cut_behind_thing, to_lemma
from interview_cli.requirements.shared_words import (
    has_telling_words,
    share_words,
    split_choices,
)

_FILE = ("interview_cli.requirements", "parts.toml")
_RULES = Rules(*_FILE)
_MIN_CHARS = 6
"""A shorter plain word is too common to name a thing by itself."""
_BEGINNING_CHARS = 4
_MIN_INITIALS = 3
_MAX_WORDS_ALONE = 3
"""Of a longer thing one word is not enough: "something that is not pasta"."""
_WORD = r"(?:[A-Z][a-z]\w+|\w*[A-Z]\w*[A-Z]\w*)"
_NAME = re.compile(rf"(?<![.:!?•] )(?<!/)\b{_WORD}(?: {_WORD})*\b(?![/-])")
"""Words with capitals: "Compass", "NOC", "Power BI"."""
_TEXTS_KEPT = 1_000


@lru_cache(maxsize=_TEXTS_KEPT)
def list_parts(text: str) -> tuple[str, ...]:
    """Return the things that a requirement names, in its words, and the names inside them."""
    pieces = list_pieces(_RULES.remove("own_tool", text))
    parts = list(map(_cut_verb, pieces))
    named = [name for piece in pieces for name in _find_names(piece)]
    things = (part for part in [*parts, *named] if part and not is_place_code(part))
    is_time = _RULES.pattern("no_thing").match
    return tuple(dict.fromkeys(thing for thing in things if not is_time(thing)))


def list_own_tools(text: str) -> tuple[str, ...]:
    """Return the names of what an employer uses, in a remark: "a POS (we use Square)".

    Somebody who worked with another one has what is asked for.
    """
    remarks = (found[0] for found in _RULES.pattern("own_tool").finditer(text))
    return tuple(name for remark in remarks for name in _find_names(remark.strip(" ()")))


def is_place_code(word: str) -> bool:
    """Return whether a word is the short name of a state or a country: "MO", "NZ"."""
    return word in _place_codes()


def list_pieces(text: str) -> tuple[str, ...]:
    """Return what a requirement names with what is to be done: "Win new clients"."""
    own = _RULES.remove("for_others", text)
    pieces = (part.strip(" .:–-") for part in _RULES.pattern("joint").split(own))
    is_span = _RULES.pattern("span").match
    return tuple(piece for piece in pieces if piece and not is_span(piece))


def _find_names(piece: str) -> list[str]:
    """Return the names in a piece of a requirement, without a word that may only begin it."""
    names = _NAME.findall(_cut_verb(piece))
    first = piece.split(" ", maxsplit=1)[0]
    cut = (name.removeprefix(first).strip() if first.istitle() else name for name in names)
    return [_RULES.remove("article", name) for name in cut if name]  # "Excel" of "MS Excel"


def list_names(text: str) -> tuple[str, ...]:
    """Return the names in a requirement, such as those of tools: "Compass", "Little Wandle"."""
    parts = list_parts(text)
    named = (part for part in parts if _is_name(part, parts[0]) or _is_long_name(part, parts[0]))
    return tuple(dict.fromkeys([*named, *list_own_tools(text)]))


def names_other_place(topic: str, line: str) -> bool:
    """Return whether a topic and a line name states or countries in short, and none in common:
    "UK accounts", "US retail account"."""
    wanted = set(filter(is_place_code, tokenize(topic)))
    told = set(filter(is_place_code, tokenize(line))) if wanted else set()
    return bool(told) and wanted.isdisjoint(told)


def _is_long_name(part: str, first: str) -> bool:
    """Return whether a part is a name of several words, and no post or team: "Shift Manager"."""
    words = part.split()
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words) and part != first
    is_post = any(_RULES.pattern("person").search(word.lower()) for word in words)
    return is_name and not is_post and not all(map(is_common_word, words))


def _cut_verb(part: str) -> str:
    """Return a part without what is to be done, and its article: "unpaid bills", "autoclave"."""
    first, _, rest = part.partition(" ")
    verb = load_verbs().get(first.lower())
    is_act = bool(rest) and verb is not None and verb.form == "plain"
    return _RULES.remove("article", rest if is_act else part)


def find_named_parts(parts: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the parts that a text names: all words of a thing, or its name.

    A name inside a part that is named whole is not returned too.
    """
    lowered = text.casefold()
    named = [
        part
        for part in parts
        if (
            _begins_in(part, lowered)
            and (_names(part, text) if _is_name(part, parts[0]) else _is_named(part, text))
        )
        or _has_initials(part, text)
    ]
    return tuple(
        part
        for part in named
        if not any(part != other and part.casefold() in other.casefold() for other in named)
    )


def names_some_of_remark(text: str, line: str) -> bool:
    """Return whether a line names some, and not all, of several things in brackets that are asked
    for together: "Excel (VLOOKUP, pivot tables)"."""
    remark = _RULES.pattern("listed_remark").search(text)
    things = list_pieces(remark["things"]) if remark else ()
    named = [thing for thing in things if share_words(thing, line).is_whole]
    return 0 < len(named) < len(things)


def names_some_of_tools(text: str, line: str, cv: str) -> bool:
    """Return whether a line names some of several things that are asked for together, and no line
    of its CV the name of another: "Civil 3D, AutoCAD, MS Project"."""
    if "(" in text or len(split_choices(text)) > 1:
        return False
    missing = [name for name in list_names(text) if not share_words(name, cv).shared]
    return bool(missing) and any(
        share_words(part, line).is_whole for part in list_parts(text) if part not in missing
    )


def _begins_in(part: str, lowered: str) -> bool:
    """Return whether any word of a part begins like one in a text: few do, so the rest is quick."""
    return any(beginning in lowered for beginning in _list_beginnings(part))


def _has_initials(part: str, text: str) -> bool:
    """Return whether a text has the letters of a name: "MCA" of "the Mental Capacity Act"."""
    initials = "".join(word[0] for word in part.split() if word[0].isupper())
    is_name = len(initials) >= _MIN_INITIALS and part.removeprefix("the ").istitle()
    return is_name and initials in tokenize(text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _list_beginnings(part: str) -> tuple[str, ...]:
    words = [word.casefold() for word in tokenize(part)]
    return tuple(word[:_BEGINNING_CHARS].removesuffix("s") for word in words if len(word) > 1)


def choose_naming_text(
    parts: Sequence[str], texts: Iterable[str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return the first of the texts that name most parts, with these; None if none does."""
    named = [(text, find_named_parts(parts, text)) for text in texts]
    best = max(named, key=lambda entry: len(entry[1]), default=None)
    return best if best and best[1] else None


def _is_named(part: str, text: str) -> bool:
    thing = _find_thing(part)
    shared = share_words(thing, text)
    if _RULES.pattern("person").search(thing):
        return False
    return shared.is_whole and (shared.exact > 1 or _tells_alone(thing, text))


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_thing(part: str) -> str:
    return _RULES.remove("how_often", cut_behind_thing(part))


def _is_name(part: str, first: str) -> bool:
    """Return whether a part is a name; only the first may have a capital because it begins."""
    is_written_so = any(map(str.isupper, part[1:])) or (part.istitle() and part != first)
    return " " not in part and is_written_so and not is_common_word(part)


def _names(name: str, text: str) -> bool:
    """Return whether a text has a name as it is written, but for its plural and its case.

    A capital S is no plural: "BS 8888" is not the B of a grade.
    """
    wanted = name.removesuffix("s").casefold()
    return any(word.removesuffix("s").casefold() == wanted for word in tokenize(text))


def _tells_alone(thing: str, text: str) -> bool:
    """Return whether a text has a word of a thing that cannot mean many others: "diesel"."""
    if len(thing.split()) > _MAX_WORDS_ALONE:
        return False
    said = {part for word in tokenize(text) for part in {word, *word.split("-")}}
    told = {part.casefold().removesuffix("s") for part in said}
    words = tokenize(thing)
    return any(word.casefold().removesuffix("s") in told and _is_clear(word) for word in words)


def quotes_ad(sentence: str) -> bool:
    """Return whether a sentence only repeats what the ad says: "You wrote …"."""
    return _RULES.is_found("quotes_ad", sentence)


def asks_for_ability(text: str) -> bool:
    """Return whether a requirement asks what somebody can do or is, or did for how long."""
    return _RULES.matches("no_one_thing", text)


def _is_clear(word: str) -> bool:
    is_name = word[:1].isupper() and any(map(str.isupper, word[1:]))
    is_act = {word.lower(), word.lower().removesuffix("s")} & load_verbs().keys()
    is_plain = not is_name and (len(word) < _MIN_CHARS or bool(is_act))
    return not (is_plain or is_common_word(word))


def is_common_word(word: str) -> bool:
    """Return whether a word stands in the ads and CVs of any work, so that it names no thing."""
    lowered = word.lower()
    is_listed = is_weak_word(word) or to_lemma(word) in _weak_lemmas()
    return is_listed or lowered in word_list("stop") or not has_telling_words(word)


def is_weak_word(word: str) -> bool:
    """Return whether a word is listed as one that names no thing, in this form."""
    return word.lower() in _weak()


@cache
def _weak() -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"]["weak"].split())


@cache
def _place_codes() -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"]["places"].split())


@cache
def _weak_lemmas() -> frozenset[str]:
    return frozenset(map(to_lemma, _weak()))
