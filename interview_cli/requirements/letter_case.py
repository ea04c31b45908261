"""Write words of an ad as they stand within a sentence: capitals and names."""

import re
from functools import cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import tokenize, word_list
from interview_cli.text import replace_words

_FILE = ("interview_cli.requirements", "phrasing.toml")
_RULES = Rules(*_FILE)
_MIN_PLURAL_CHARS = 5
_MIN_SHOUTED_CHARS = 5
_MIN_SHOUTED_WORDS = 2
_CAPITALISED = re.compile(r"^(?:A|[A-Z][a-z]+(?:[-'][a-z]+)*)$")


def calm(text: str) -> str:
    """Return a text in capitals in lower case; short words in it may be abbreviations."""
    words = [word for word in text.split() if len(word) >= _MIN_SHOUTED_CHARS]
    if len(words) < _MIN_SHOUTED_WORDS or not all(map(str.isupper, words)):
        return text
    return " ".join(
        word.lower()
        if len(word) >= _MIN_SHOUTED_CHARS
        or word.lower() in word_list("stop")
        or _RULES.match("valid", word.lower())
        else word
        for word in text.split()
    )


def lower_all(text: str) -> str:
    """Lower a text in Title Case whose words are common; else only its first letter."""
    words = text.split()
    capitals = [word for word in words[1:] if _CAPITALISED.match(word) and len(word) > 1]
    if capitals and all(_is_common(word) for word in capitals) and _is_common(words[0]):
        return " ".join(word.lower() if word in (words[0], *capitals) else word for word in words)
    return lower_first(text)


def lower_first(text: str) -> str:
    """Lower a first letter that is a capital only because the line begins there."""
    if _RULES.match("proper", text):
        return text
    first, space, rest = text.partition(" ")
    bare = first.strip(",")
    if not _CAPITALISED.match(bare) or bare.partition("'")[0] in load_names():
        return text
    second, _, after = rest.partition(" ")
    third = after.partition(" ")[0]
    is_numbered = second[:1].isdigit()
    if _CAPITALISED.match(second) and _CAPITALISED.match(third):  # "Food Safety Supervisor card"
        return text
    if not second and bare.endswith("s"):  # "Staircases"
        return f"{text[0].lower()}{text[1:]}"
    if is_numbered or (not _is_common(bare) and (not second or second[:1].isupper())):
        return text
    return f"{first[0].lower()}{first[1:]}{space}{rest}"


def _is_common(word: str) -> bool:
    lowered = word.lower().strip(",")
    lowered = lowered.removesuffix("s") if len(lowered) > _MIN_PLURAL_CHARS else lowered
    known = (
        word_list("stop") | word_list("generic") | word_list("line_starts") | word_list("traits")
    )
    is_known = lowered in known or lowered.endswith(tuple(word_list("endings")))
    return word.strip(",") not in load_names() and (
        is_known or _RULES.match("common", lowered) is not None
    )


def spell_names(text: str) -> str:
    """Return a text with well-known products in their own spelling."""
    return replace_words(text, _load_spellings())


def has_only_names(text: str) -> bool:
    """Return whether a text holds names alone, of tools or products: "Python and Go"."""
    words = [word for word in tokenize(text) if word.lower() not in ("and", "or")]
    return bool(words) and all(_is_name(word) for word in words)


def _is_name(word: str) -> bool:
    return word in load_names() or any(char.isupper() or char.isdigit() for char in word[1:])


def has_only_languages(text: str) -> bool:
    """Return whether a text holds names of spoken languages alone."""
    words = [word for word in tokenize(text) if word.lower() not in ("and", "or")]
    return bool(words) and set(words) <= set(load_toml(*_FILE)["languages"].split())


@cache
def load_names() -> frozenset[str]:
    """Return the known names of products and languages, in their spelling."""
    data = load_toml(*_FILE)
    return frozenset(f"{data['names']} {data['languages']} {data['spellings']}".split())


@cache
def _load_spellings() -> dict[str, str]:
    return {name.lower(): name for name in load_toml(*_FILE)["spellings"].split()}
