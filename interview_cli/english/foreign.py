"""Tell in which language a text is: by its function words, else by its script."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache

from interview_cli.english.locales import find_language_tag
from interview_cli.english.rules import load_toml
from interview_cli.english.words import tokenize, word_list

ENGLISH = "en"
_FILE = ("interview_cli.english", "languages.toml")
_MIN_WORDS = 6
_MIN_FOUND = 3
"""So many function words of one language, and more than of English, show that language."""
_MIN_SMALL = 2
_LATIN_SHARE = 0.5
_MIN_POINTS = 1.5
_MARGIN = 1.3
"""A language is told if it earns so many points, and so many times those of the next one."""
_MIN_RUN = 2
"""A single letter of another script may be a sign: a coefficient α."""
_ENGLISH_SHARE = 0.45
"""So many function words of English show it, whatever the other language may be. In Danish texts up
to a third of the words look like them."""
_OWN_SCRIPT_SHARE = 0.2
"""So much of a text is in its own script, if that is not Latin: the rest may name tools."""


def is_foreign(text: str) -> bool:
    """Return whether a text is in another language than English; False if it is too short to tell.

    English words that are no function words, such as names of tools, do not make a text English.
    """
    if not text.isascii() and _has_few_latin_letters(text):
        return True
    english, found = _count_function_words(text)
    return found >= _MIN_FOUND and found > english


def _has_few_latin_letters(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    latin = sum(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in letters)
    return len(letters) >= _MIN_WORDS and latin < _LATIN_SHARE * len(letters)


def reads_as_english(text: str) -> bool:
    """Return whether a text is clearly English; False if it is too short to tell."""
    english, found = _count_function_words(text)
    return english >= _MIN_FOUND and english > 2 * found


def _count_function_words(text: str) -> tuple[int, int]:
    """Count the function words of English, and of the other language that has most of them.

    Both are 0 for a text that is too short to tell. Abbreviations and the particles of names are
    no words of another language.
    """
    tokens = tokenize(text)
    if len(tokens) < _MIN_WORDS:
        return 0, 0
    english = sum(token.lower() in word_list("stop") for token in tokens)
    other = [
        token for token in _remove_names(tokens) if token.lower() in _load_all_function_words()
    ]
    # "Die casting", "En suite", "Les Mills": in a text most of such words begin with no capital.
    if not (_is_shouted(tokens) or sum(map(str.islower, other)) >= _MIN_SMALL):
        return english, 0
    return english, max(
        sum(token.lower() in own for token in other) for own in _load_function_words()
    )


def _is_shouted(tokens: Sequence[str]) -> bool:
    return all(map(str.isupper, tokens))


def _remove_names(tokens: Sequence[str]) -> list[str]:
    """Return tokens without those in capitals among others, and without particles of names.

    "E" in a column, "DES" and "de" in "Jean de la Tour" say nothing about the language.
    """
    if _is_shouted(tokens):
        return list(tokens)
    particles = load_toml(*_FILE)["name_particles"].split()
    kept = []
    is_behind_name = False
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        is_particle = token.lower() in particles
        is_before_name = following[:1].isupper() or following in particles
        is_of_name = is_particle and is_before_name and (is_behind_name or token[0].isupper())
        if not (is_of_name or token.isupper()):
            kept.append(token)
        is_behind_name = is_of_name or token[0].isupper()
    return kept


def parse_language(name: str) -> str | None:
    """Return the code of a language that the user named (de, de-AT, German, Deutsch), or None."""
    tag = find_language_tag(name.strip()) or name.strip()
    code = re.split(r"[-_]", tag)[0].lower()
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else None


def find_language(text: str) -> str | None:
    """Return the code of the language that a text's words show most clearly; None if none does.

    It knows English, and the languages that have `question_words` in `languages.toml`.
    """
    points = _rate_languages(text)
    second, first = sorted(points, key=lambda language: points[language])[-2:]
    is_clear = points[first] >= _MIN_POINTS and points[first] >= _MARGIN * points[second]
    return first if is_clear else None


def is_in_other_language(text: str, languages: Collection[str], data: str = "") -> bool:
    """Return whether a text is in none of these languages, which are given by their codes.

    Without a language nothing is told. A language without known words is told by its script alone,
    and from English by its words.
    A word in another script is allowed if it stands in `data` too and most words are not like it.
    """
    if not languages:
        return False
    scripts = {script for language in languages for script in _find_scripts(language)}
    if _is_in_other_script(text, scripts, data):
        return True
    if not set(languages) <= _load_words_by_language().keys():
        return _is_mostly_english(text)
    points = _rate_languages(text)
    own = max(points[language] for language in languages)
    other = max(points[name] for name in points if name not in languages)
    return other >= _MIN_POINTS and other >= _MARGIN * own


def _is_mostly_english(text: str) -> bool:
    words = [token.lower() for token in tokenize(text)]
    english = sum(word in word_list("stop") for word in words)
    return len(words) >= _MIN_WORDS and english >= _ENGLISH_SHARE * len(words)


def _is_in_other_script(text: str, scripts: set[str], data: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    if _is_spoken_in_other_script(words, scripts):
        return True
    words = [word for word in words if word not in data]
    if scripts == {"LATIN"}:
        return any(
            sum(_name_script(char) not in scripts for char in word) >= _MIN_RUN for word in words
        )
    letters = "".join(words)
    own = sum(_name_script(char) in scripts for char in letters)
    return own < _OWN_SCRIPT_SHARE * len(letters)


def _is_spoken_in_other_script(words: Sequence[str], scripts: set[str]) -> bool:
    """Return whether most words that are no names have no letter of these scripts.

    Names begin with a capital, except in scripts without capitals, so one word more may be a name.
    Those of tools may be in small letters, so Latin words must show a language.
    """
    spoken = [word for word in words if len(word) >= _MIN_RUN and not word[0].isupper()]
    other = [word for word in spoken if not any(_name_script(char) in scripts for char in word)]
    if 2 * len(other) <= len(spoken) + 1:
        return False
    are_latin = all(_name_script(word[0]) == "LATIN" for word in other)
    return not are_latin or find_language(" ".join(words)) is not None


@cache
def _name_script(char: str) -> str:
    # Marks of pronunciation and wide letters count as the letters around them.
    name = unicodedata.name(char, "LATIN").removeprefix("FULLWIDTH ")
    script = name.split()[0]
    return "LATIN" if script in ("MODIFIER", "FEMININE", "MASCULINE", "MICRO", "OHM") else script


def _find_scripts(language: str) -> list[str]:
    return str(load_toml(*_FILE)["scripts"].get(language, "LATIN")).split()


def _rate_languages(text: str) -> dict[str, float]:
    """Return points by language: a word that several languages have earns each a part of one."""
    points: dict[str, float] = dict.fromkeys(_load_words_by_language(), 0.0)
    for word in split_words(text.lower()):
        languages = [name for name, words in _load_words_by_language().items() if word in words]
        for language in languages:
            points[language] += 1 / len(languages)
    return points


def split_words(text: str) -> list[str]:
    """Split text into words, whole and at hyphens and apostrophes (avez-vous, avez, vous)."""
    tokens = tokenize(text)
    parts = (part for token in tokens for part in re.split(r"['’-]", token) if part != token)
    return [*tokens, *parts]


def load_language_words(language: str) -> frozenset[str]:
    """Return the words by which a language is told, which have hardly a meaning of their own.

    `language` is a code. Languages without known words have none.
    """
    return _load_words_by_language().get(language, frozenset())


@cache
def _load_words_by_language() -> dict[str, frozenset[str]]:
    data = load_toml(*_FILE)
    words = {
        code: frozenset((data["function_words"][code] + more).split())
        for code, more in data["question_words"].items()
    }
    return words | {ENGLISH: word_list("stop")}


@cache
def _load_function_words() -> tuple[frozenset[str], ...]:
    """Return the function words of each language that are no English words."""
    languages = load_toml(*_FILE)["function_words"]
    return tuple(frozenset(words.split()) - word_list("stop") for words in languages.values())


@cache
def _load_all_function_words() -> frozenset[str]:
    return frozenset().union(*_load_function_words())
