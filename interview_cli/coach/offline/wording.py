"""How an answer is worded: like that of somebody who tells what was done, or who talks about it.

Each of some 1,200 stems has a weight: by how much readers rated answers higher or lower that hold
it. People who were there say "night", "two", "before", "she", "stop"; others say "always",
"important", "depends". `python -m benchmarks.fit` fits the weights (`wording.toml`). Only stems
that people in many lines of work use have one, so a weight is not about a trade.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import sqrt
from typing import cast

from interview_cli.english.rules import load_toml
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import stem_word, tokenize, word_list

NUMBER = "@number"
_APOSTROPHE = re.compile("['’]")
_FURTHER_WORDS = 40
"""Added to the length, so that one word of a very short answer does not decide."""


def list_stems(text: str, names: Collection[str]) -> list[str]:
    """Return the stems of a text in order, each verb by its plain form.

    All numbers are the same, all dates, and all people: it must not matter that it was a woman, or
    eleven of them. Names are left out, and so are articles and prepositions, since whether those
    are there depends on the speaker's English.
    """
    verbs, alike = load_verbs(), _load_alike()
    stems = []
    for word in tokenize(text):
        lowered = word.lower()
        start = _APOSTROPHE.split(lowered)[0]  # "she'd"
        if word in names or lowered in word_list("articles_and_prepositions"):
            continue
        if start in alike:
            stems.append(alike[start])
        elif lowered[0].isdigit():
            stems.append(NUMBER)
        else:
            stems.append(stem_word(verbs[lowered].plain if lowered in verbs else lowered))
    return stems


@cache
def _load_alike() -> dict[str, str]:
    """Return what stands for each of the words that count alike."""
    lists = {"calendar": "@date", "people": "@person", "amounts": NUMBER}
    return {word: stand_in for name, stand_in in lists.items() for word in word_list(name)}


def measure_length(stems: Sequence[str]) -> float:
    """Return what the sum of weights is divided by, since a long answer has more of any words."""
    return sqrt(len(stems) + _FURTHER_WORDS)


def measure_wording(stems: Sequence[str], weights: Mapping[str, float]) -> float:
    """Return by about how many points of a rating the words of an answer speak for it.

    Each stem counts once; above 0 they speak for it, below against it.
    """
    found = (weights[stem] for stem in sorted(set(stems)) if stem in weights)
    return sum(found) / measure_length(stems)


def load_wording() -> Mapping[str, float]:
    """Return the weight of each stem, in points times the root of a length in words."""
    return cast("dict[str, float]", load_toml("interview_cli.coach.offline", "wording.toml"))
