"""Choose the article of what an ad or a CV names."""

from interview_cli.english.rules import Rules
from interview_cli.english.words import word_list

_RULES = Rules("interview_cli.requirements", "phrasing.toml")
_VOWEL_LETTERS = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an NVQ, an HGV licence."""


def add_article(text: str) -> str:
    """Return a phrase with its article, if it names one thing and has none: "an NVQ"."""
    first = text.partition(" ")[0]
    # "full driving licence and use of a car", "degree in art, design or a related field"
    alone = _RULES.pattern("more").split(text)[0]
    is_countable = _RULES.match("countable", text) or _RULES.match("countable", alone)
    if first.lower() in word_list("determiners") or not is_countable:
        return text
    return f"{choose_article(first)} {text}"


def choose_article(word: str) -> str:
    """Return "a" or "an", as the word is said: an NVQ, a ULEZ permit."""
    if word.isupper() and len(word) > 1:
        return (
            "an" if word[0] in _VOWEL_LETTERS and not _RULES.is_found("said_as_word", word) else "a"
        )
    return "an" if word[0].lower() in "aeio" or _RULES.is_found("vowel", word) else "a"
