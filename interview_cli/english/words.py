"""Split English text into sentences and words; find stems, numbers and names; load word lists."""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from interview_cli.english.rules import load_rules, load_toml

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+")
# Keeps C++, C#, .NET, Node.js, CI/CD, 3.5 and it's whole.
_WORD = re.compile(r"\.?[^\W_](?:[\w+#]|[.,/'’&-](?=\w))*[+#%]*")
_NUMBER = re.compile(r"(?<![\w.])[€$£]?\d(?:[\d.,]*\d)?(?:k|m|bn|x|%)?(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Kafka's → Kafka, but O'Brien stays whole.
_POSSESSIVE = re.compile(r"(?<=..)['’]")
_SYMBOL_INSIDE = re.compile(r"[+#]|\.\w|\w/\w")
_SHORT_NAMES = ("C", "Go", "R")
"""Programming languages with names that are letters or common words, in their own spelling."""
_MIN_SHOUTED_WORDS = 4
_TITLE_END = re.compile(r"\s[-–—|]\s|[,(]")
_TIGHT_SLASH = re.compile(r"\w/\w")
_MIN_TITLE = 3
"""In letters."""


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a word list of `words.toml`. Raises KeyError."""
    return frozenset(load_toml("interview_cli.english", "words.toml")[name].split())


def is_english(language: str) -> bool:
    """Return whether a language that the user named (en, en-GB, English) is English."""
    return re.split(r"[-_ ]", language.strip().lower())[0] in ("en", "english")


def split_sentences(text: str) -> list[str]:
    """Split text into sentences; a line break ends a sentence too."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def tokenize(text: str) -> list[str]:
    """Split text into words in their own spelling, with symbols that belong to names (C++)."""
    return _WORD.findall(text)


def find_measures(text: str) -> list[str]:
    """Find numbers that measure something: not years, labels (Year 4) or standards (ISO 9001)."""
    labels = load_rules("interview_cli.english", "numbers.toml")["label"].pattern
    return [number for number in find_numbers(labels.sub("", text)) if not _YEAR.fullmatch(number)]


def find_numbers(text: str) -> list[str]:
    """Find numbers in figures, then those in words (three, half, doubled)."""
    in_words = [token for token in tokenize(text) if token.lower() in word_list("amounts")]
    return _NUMBER.findall(text) + in_words


_STEMMING = Lock()
"""A stemmer keeps the word that it works on, so threads take turns."""


@lru_cache(maxsize=100_000)
def stem_word(word: str) -> str:
    """Return the stem of a word (Snowball's English stemmer, "Porter2"), in lower case.

    A word with symbols or figures is its own stem.
    """
    return stem_once(word)


def stem_once(word: str) -> str:
    """Return the stem of a word of a list, which is stemmed once: keeping it would take memory."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    if not lowered.isalpha():
        return lowered
    with _STEMMING:
        return str(_load_stemmer().stemWord(lowered))


@cache
def _load_stemmer() -> Any:
    # Imported here: most commands find no stem.
    import Stemmer

    # Its own cache holds five objects for each word, which `stem_word` keeps already.
    return Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=10_000)  # each line of a CV is compared with each requirement of an ad
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of meaningful words, without function words and words of every job ad."""
    stop = word_list("stop")
    return frozenset(
        stem_word(token)
        for token in tokenize(text)
        if token in _SHORT_NAMES
        or not (len(token) == 1 or token.lower() in stop or token.isdigit())
    )


def find_title_head(title: str) -> str:
    """Return what stands in a job's title before a dash, a bar, a comma or a bracket."""
    return _TITLE_END.split(title)[0]


def split_served(title: str) -> list[str]:
    """Split a job's title in lower case before whom it serves: "PA to the CEO"; it is the first."""
    return title.lower().split(" to ")


def split_slashes(title: str) -> list[str]:
    """Return the titles that a slash joins: "Scrub/Scout Nurse" is "Scrub Nurse", "Scout Nurse".

    Short words are no titles: "(m/f)".
    """
    first, slash, rest = (part.strip() for part in title.partition("/"))
    if not slash or min(len(first), len(rest)) < _MIN_TITLE:
        return [title]
    is_tight = _TIGHT_SLASH.search(title) is not None
    noun = f" {rest.split()[-1]}" if is_tight and " " in rest else ""
    return [f"{first}{noun}", *split_slashes(rest)]


def find_names(text: str) -> set[str]:
    """Find names of systems, people, places and employers by capitals, symbols and figures.

    The first word of a sentence counts only if its spelling alone shows that it is a name.
    """
    return {name for sentence in split_sentences(text) for name in _find_sentence_names(sentence)}


def _find_sentence_names(sentence: str) -> set[str]:
    in_order = tokenize(sentence)
    if sentence.isupper() and len(in_order) >= _MIN_SHOUTED_WORDS:
        return set()  # capitals show nothing in a sentence of capitals
    bare = [_POSSESSIVE.split(token)[0] for token in in_order]
    return {
        word
        for place, word in enumerate(bare)
        if _is_spelled_as_name(word, is_first=place == 0)
        and word.lower() not in word_list("stop")
        and len(word) > 1
    }


def _is_spelled_as_name(word: str, *, is_first: bool) -> bool:
    has_capital = any(char.isupper() for char in (word[1:] if is_first else word))
    return has_capital or _SYMBOL_INSIDE.search(word) is not None
