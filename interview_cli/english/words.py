"""English text → sentences, words, stems; and the word lists that assessment goes by."""

import re
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from interview_cli.english.rules import load_toml

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+")
# Keeps C++, C#, .NET, Node.js, CI/CD, 3.5 and it's whole.
_WORD = re.compile(r"\.?[^\W_](?:[\w+#]|[.,/'’&-](?=\w))*[+#%]*")
_NUMBER = re.compile(r"(?<![\w.])[€$£]?\d(?:[\d.,]*\d)?(?:k|m|bn|x|%)?(?!\w)", re.IGNORECASE)
_LABELLED = re.compile(
    r"\b(?:Year|Level|Stage|Grade|Phase|Class|Room|Ward|Unit|Part|Section|Article|Version|ISO|IEC|EN"
    r"|DIN|BS|WCAG|RFC)\s+\d[\d.]*\b|\b1[01]0\s?(?:%|percent|per cent)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


# Programming languages whose names are letters or common words; as written, not as spoken.
_SHORT_NAMES = ("C", "Go", "R")


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `words.toml`, by its name. Raises KeyError."""
    return frozenset(load_toml("interview_cli.english", "words.toml")[name].split())


def any_of(phrases: str) -> re.Pattern[str]:
    """What matches any of the expressions, one a line, that each begin where a word does."""
    return re.compile(r"\b(?:" + "|".join(filter(None, phrases.split("\n"))) + ")", re.IGNORECASE)


def is_english(language: str) -> bool:
    """Whether a language, as the user named it (en, en-GB, English), is the one the rules read."""
    return re.split(r"[-_ ]", language.strip().lower())[0] in ("en", "english")


def sentences(text: str) -> list[str]:
    """Sentences, and lines that end without a full stop, in order."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def tokens(text: str) -> list[str]:
    """Words as written, with the symbols that belong to names of tools."""
    return _WORD.findall(text)


def measures(text: str) -> list[str]:
    """Numbers that are no year and no label (Year 4, ISO 9001): neither measures anything."""
    counted = numbers(_LABELLED.sub("", text))
    return [number for number in counted if not _YEAR.fullmatch(number)]


def numbers(text: str) -> list[str]:
    """Amounts in figures, and those written as words (three, half, doubled), in no strict order."""
    spelled = [word for word in tokens(text) if word.lower() in words("amounts")]
    return _NUMBER.findall(text) + spelled


@cache
def stem(word: str) -> str:
    """The stem of one word (Porter's second English stemmer); symbols and figures stay."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    return str(_stemmer().stemWord(lowered)) if lowered.isalpha() else lowered


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=10_000)  # each line of a CV is held against each requirement of an ad
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning: no function words, no phrases of every job ad."""
    return frozenset(
        stem(word)
        for word in tokens(text)
        if word in _SHORT_NAMES
        or (len(word) > 1 and word.lower() not in words("stop") and not word.isdigit())
    )


def named_things(text: str) -> set[str]:
    """Names of systems, people, places, employers: capitalised or spelled with a symbol or figure.

    The first word of a sentence counts only when its spelling cannot be due to its place.
    """
    found = set()
    for sentence in sentences(text):
        spoken = tokens(sentence)
        if sentence.isupper() and len(spoken) > 3:
            continue  # shouted: its capitals name nothing
        for place, word in enumerate(spoken):
            # Kafka's is Kafka; O'Brien is O'Brien.
            bare = re.split(r"(?<=..)['’]", word)[0]
            odd = any(c.isupper() for c in bare[1:]) or re.search(r"[+#]|\.\w|\w/\w", bare)
            capital = place > 0 and bare[:1].isupper()
            if (odd or capital) and bare.lower() not in words("stop") and len(bare) > 1:
                found.add(bare)
    return found
