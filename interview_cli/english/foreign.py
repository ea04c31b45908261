"""Notice text in another language than English."""

from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import tokenize, word_list

_MIN_WORDS = 6
_MIN_FOUND = 3
"""So many function words of one language, and more than of English, show that language."""
_LATIN_SHARE = 0.5


def is_foreign(text: str) -> bool:
    """Return whether a text is in another language than English; False if it is too short to tell.

    English words that are no function words, such as names of tools, do not make a text English.
    """
    letters = [char for char in text if char.isalpha()]
    latin = sum(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in letters)
    if len(letters) >= _MIN_WORDS and latin < _LATIN_SHARE * len(letters):
        return True
    english, found = _count_function_words(text)
    return found >= _MIN_FOUND and found > english


def reads_as_english(text: str) -> bool:
    """Return whether a text is clearly English; False if it is too short to tell."""
    english, found = _count_function_words(text)
    return english >= _MIN_FOUND and english > 2 * found


def _count_function_words(text: str) -> tuple[int, int]:
    """Count the function words of English, and of the other language that has most of them.

    Both are 0 for a text that is too short to tell.
    """
    words = [token.lower() for token in tokenize(text)]
    if len(words) < _MIN_WORDS:
        return 0, 0
    english = sum(word in word_list("stop") for word in words)
    return english, max(sum(word in own for word in words) for own in _load_function_words())


@cache
def _load_function_words() -> tuple[frozenset[str], ...]:
    """Return the function words of each language that are no English words."""
    languages = load_toml("interview_cli.english", "languages.toml")["function_words"]
    return tuple(frozenset(words.split()) - word_list("stop") for words in languages.values())
