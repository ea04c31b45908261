"""Tell a yes to the post that is shown from all other messages.

The rules are in `confirmations.toml`.
"""

import re

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.word_lists import load_words

_FILE = "confirmations.toml"
_MAX_WORDS = 24
_WORD = re.compile(r"[\w'’]+|[^\s\w.,!;:…\"()-]")
_CRY = re.compile(r"([^\W\d_]{3,})[,!.…]\s+(?=\S)")
_DASHES = re.compile(r"\s*[–—]\s*|\s-+\s")


def is_confirmation(message: str) -> bool:
    """Return whether the whole message says yes; "the post should be ready by May" does not.

    A yes that says a change, a doubt or a condition besides is none: "fine, but part time". Reads
    English, and the word for yes in some other languages.
    """
    is_question = "?" in message or _rules()["question"].pattern.match(message)
    if is_question or len(message.split()) > _MAX_WORDS:
        return False
    text = _DASHES.sub(", ", " ".join(message.lower().replace("’", "'").split()))
    text = " ".join(map(_add_apostrophe, text.split()))
    text = " ".join(_rules()["around"].pattern.sub(" ", text).split())
    rest, count = _rules()["approval"].pattern.subn(" ", text)
    words = [word for word in split_words(rest) if not _is_pictogram(word)]
    yes = load_words(_FILE, "yes_words")
    return all(word in yes or word in load_words(_FILE, "filler_words") for word in words) and (
        bool(count) or any(word in yes for word in words)
    )


def is_confirmation_after_cry(message: str) -> bool:
    """Return whether a cry that no list has stands before a yes: "Sharp, put it up".

    A word that names a value is no cry: "senior, that's fine" changes the post. Neither is a doubt.
    """
    message = message.strip()
    cry = _CRY.match(message)
    if not cry or cry[1].lower() in load_words(_FILE, "no_cries"):
        return False
    return is_confirmation(message[cry.end() :])


def is_about_publishing(text: str) -> bool:
    """Return whether a text orders to publish the post, on a condition or not, or forbids it."""
    return bool(_rules()["publishing"].pattern.match(text))


def split_words(message: str) -> list[str]:
    """Return the words and signs of a message without its punctuation."""
    return _WORD.findall(message)


def _add_apostrophe(word: str) -> str:
    return f"{word[:-1]}'s" if word in load_words(_FILE, "bare_forms") else word


def _is_pictogram(word: str) -> bool:
    """Return whether a sign only adorns a message; a thumb down does not."""
    refusals = load_words(_FILE, "refusing_signs")
    return len(word) == 1 and not word.isalnum() and word not in refusals


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
