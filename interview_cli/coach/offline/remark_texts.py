"""The words for what the review says of an answer (`remark_words.toml`)."""

from collections.abc import Mapping
from typing import Any

from interview_cli.english.rules import load_toml


def word_advice(code: str, kind: str, count: int, *, is_told: bool = False) -> str:
    """Return an advice; `count` is how often it was given before, so that its words vary.

    `is_told` words it for an answer that has something of it.
    """
    wordings: list[str] = _find_words("advice", code, "advice", "told" if is_told else kind)
    return wordings[count % len(wordings)]


def word_concretely(name: str, words: str, count: int) -> str:
    """Return an advice that names words of the answer or of the ad."""
    wordings: list[str] = load_words()["concrete"][name]
    return wordings[count % len(wordings)].format(words)


def word_lack(code: str, kind: str, *, is_told: bool = False) -> str:
    """Return what is missing or too much, worded to follow a colon."""
    lack: str = _find_words("advice", code, "lack", "told" if is_told else kind)
    return lack


def word_weakness(code: str) -> str:
    weakness: str = load_words()["advice"][code]["weakness"]
    return weakness


def find_gain(code: str, *, is_told: bool = False) -> str:
    """Return the name of what several answers with an advice gain by alike; empty if nothing is."""
    words = load_words()["advice"].get(code, {})
    return str(words.get("gain_told" if is_told else "gain", words.get("gain", "")))


def word_gain(name: str) -> str:
    """Return what several answers gain by alike, worded to follow a colon."""
    gain: str = load_words()["gain"][name]
    return gain


def is_excess(code: str) -> bool:
    """Return whether the advice is to leave something out."""
    return bool(load_words()["advice"][code].get("is_excess"))


def word_praise(code: str, kind: str, count: int = 0) -> str:
    """Return a praise, worded to follow "You"; `count` is how often it was given before."""
    wordings: list[str] = _find_words("praise", code, "praise", kind)
    return wordings[count % len(wordings)]


def load_sound_words() -> Mapping[str, str]:
    """Return by criterion what a high rating means, as a sentence on an answer."""
    sound: Mapping[str, str] = load_words()["sound"]
    return sound


def _find_words(table: str, code: str, name: str, kind: str) -> Any:
    words = load_words()[table][code]
    return words.get(f"{name}_{kind}", words[name])


def load_words() -> Mapping[str, Any]:
    """Return all tables of `remark_words.toml`."""
    return load_toml("interview_cli.coach.offline", "remark_words.toml")
