"""Tell the verbs that duties begin with from nouns: "cook lunch", "cooking lunch", not "cook"."""

import re
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import stem_word
from interview_cli.job_posts.word_lists import load_words

_FILE = "entries.toml"
_DETERMINERS = (
    *("the", "a", "our", "all", "new", "their"),
    *("up", "out", "on", "for", "with", "to", "of", "and"),
)
OBJECT_STARTS = ("the", "a", "an", "our", "their", "all", "new")
_GERUND_ENDING, _MIN_GERUND_CHARS = "ing", 6


def begins_with_verb(text: str) -> bool:
    """Return whether a text begins with a word that is the verb of a duty and no noun."""
    words = re.findall(r"[\w-]+", text.lower())
    return bool(words) and is_verb(words[0]) and words[0] not in load_words(_FILE, "noun_verbs")


def begins_with_gerund(text: str) -> bool:
    """Return whether a text begins with a gerund, of a known verb or not: "thatching roofs"."""
    words = re.findall(r"[\w-]+", text.lower())
    return bool(words) and is_gerund(words[0]) and words[0] not in load_words(_FILE, "participles")


def find_verb_form(word: str) -> str:
    """Return the form that a word has as the verb of a duty: gerund, third, verb; "" if none."""
    if is_gerund(word):
        return "gerund"
    if is_verb(word):
        return "third" if word.endswith("s") and not word.endswith("ss") else "verb"
    return ""


def find_base_verb(word: str) -> str:
    """Return the base form of a verb that duties begin with: "serves", "serving" → "serve".

    Empty if the word is none, or is the base form.
    """
    lowered = word.lower()
    irregular: dict[str, str] = load_toml("interview_cli.job_posts", _FILE)["third_person"]
    if lowered in irregular:
        return irregular[lowered]
    if lowered in load_words(_FILE, "duty_verbs") or not is_verb(lowered):
        return ""
    stem = stem_word(lowered)
    bases = sorted(verb for verb in load_words(_FILE, "duty_verbs") if stem_word(verb) == stem)
    return bases[0] if (bases and word.islower()) or (bases and word.istitle()) else ""


def begins_duty(entry: str) -> bool:
    """Return whether the first words of a text are a verb as duties have it: "serve guests"."""
    words = [word for word in re.findall(r"[\w-]+", entry.lower()) if word not in ("to", "also")]
    if not words or not (is_verb(words[0]) or _is_gerund_with_object(words)):
        return False
    if words[0] == "own":
        return len(words) > 1 and words[1] in _DETERMINERS
    if words[0] in load_words(_FILE, "noun_verbs"):
        return _has_object(words)
    if is_gerund(words[0]):
        return len(words) > 1 and words[1] not in ("skills", "experience", "ability")
    return True


def _is_gerund_with_object(words: list[str]) -> bool:
    """Return whether an unknown word in "-ing" has an object: "thatching the roofs"."""
    return is_gerund(words[0]) and len(words) > 2 and words[1] in OBJECT_STARTS


def _has_object(words: list[str]) -> bool:
    """Return whether what follows a verb that may be a noun is an object, not another noun."""
    if len(words) < 2 or (words[-1].endswith("ing") and len(words) == 2):
        return False
    return words[1] in _DETERMINERS or words[-1].endswith("s") or len(words) > 3


def is_verb(word: str) -> bool:
    """Return whether a word is a form of a verb that duties begin with."""
    lowered = word.lower().strip(".,")
    verbs = load_words(_FILE, "duty_verbs")
    if lowered in verbs:
        return True
    is_form = is_gerund(lowered) or (lowered.endswith("s") and len(lowered) > 2)
    return is_form and stem_word(lowered) in _stem_verbs()


def is_gerund(word: str) -> bool:
    """Return whether a word in small letters has the form of a gerund: "thatching"."""
    has_form = word.endswith(_GERUND_ENDING) and len(word) >= _MIN_GERUND_CHARS
    return has_form and word not in load_words(_FILE, "no_gerunds")


@cache
def _stem_verbs() -> frozenset[str]:
    return frozenset(map(stem_word, load_words(_FILE, "duty_verbs")))
