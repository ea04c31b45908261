"""Write an answer with the faults of people who learnt English late: the facts stay the same.

The fit uses such copies, so that no weight follows the language instead of what is told.
"""

import random
import re
from collections.abc import Callable

from interview_cli.english.verbs import load_verbs

_ARTICLE = re.compile(r"\b(?:the|a|an) (?=[a-z])")
_WORD = re.compile(r"\b[a-z]+\b")
_LONG_WORD = re.compile(r"\b[a-z]{7,}\b")
_PLURAL = re.compile(r"(?<=\b(?:two|ten|all|few) )([a-z]{3,})s\b|(?<=\b\d )([a-z]{3,})s\b")
_AGREEMENT = {
    "was": "were", "were": "was", "is": "are", "are": "is", "has": "have", "have": "has",
    "doesn't": "don't", "does": "do",
}  # fmt: skip
_AGREEING = re.compile(r"\b(?:was|were|is|are|has|have|doesn't|does)\b")
_PREPOSITIONS = {"at": "in", "in": "on", "on": "at", "for": "since", "of": "from"}
_PREPOSITION = re.compile(r"\b(?:at|in|on|for|of)\b")
_SUBJECT = re.compile(r"(?<=[.!?] )I (?=[a-z]+ed\b)|(?<=, )I (?=[a-z]+ed\b)")

Change = Callable[[str, random.Random], str]


def _replace_some(
    pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], share: float
) -> Change:
    """Return a change that replaces about a share of what a pattern finds."""

    def change(text: str, chance: random.Random) -> str:
        return pattern.sub(
            lambda found: replace(found) if chance.random() < share else found[0], text
        )

    return change


def _to_plain(found: re.Match[str]) -> str:
    """Return a verb in the past in its plain form: "moved" becomes "move"."""
    verb = load_verbs().get(found[0])
    return verb.plain if verb and verb.form == "past" else found[0]


def _misspell(text: str, chance: random.Random) -> str:
    """Swap or leave out letters inside about one long word in eight."""

    def spoil(found: re.Match[str]) -> str:
        word = found[0]
        if chance.random() > 0.12:
            return word
        place = chance.randrange(2, len(word) - 3)
        if chance.random() < 0.5:
            return word[:place] + word[place + 1 :]
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return _LONG_WORD.sub(spoil, text)


CHANGES: dict[str, Change] = {
    "articles": _replace_some(_ARTICLE, lambda found: "", 0.7),
    "tense": _replace_some(_WORD, _to_plain, 0.6),
    "agreement": _replace_some(_AGREEING, lambda found: _AGREEMENT[found[0]], 0.5),
    "prepositions": _replace_some(_PREPOSITION, lambda found: _PREPOSITIONS[found[0]], 0.4),
    "plurals": _replace_some(_PLURAL, lambda found: found[1] or found[2], 0.8),
    "subjects": _replace_some(_SUBJECT, lambda found: "", 0.5),
    "spelling": _misspell,
}
"""By kind of fault, what makes it."""


def spoil(text: str, kinds: tuple[str, ...] = tuple(CHANGES)) -> str:
    """Return a text with faults of these kinds; the same text always gets the same ones."""
    chance = random.Random(text)
    for kind in kinds:
        text = CHANGES[kind](text, chance)
    return text
