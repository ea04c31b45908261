"""Address the writer of a note as "you", and add the words that notes leave out: "the", "by"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from interview_cli.coach.offline.cv_phrasing_rules import load_pattern, load_words
from interview_cli.requirements.articles import choose_article
from interview_cli.text import replace_words

_MAX_NOUN_PHRASE_WORDS = 4

_PERCENT = re.compile(r"\d[\d.,]*%,?")
_ROMAN = re.compile(r"\bII\b")
_I_TO_YOU = {
    None: "you",
    "'m": "you are",
    "'ve": "you have",
    "'d": "you had",
    "'ll": "you will",
    " am": "you are",
    " was": "you were",
}
"""By what follows "I", as in "I'm"."""
_MY_TO_YOUR = {
    "my": "your",
    "mine": "yours",
    "me": "you",
    "myself": "yourself",
    "our": "your",
}


def turn_to_you(text: str) -> str:
    """Turn a text in the first person into one that addresses the same person as "you"."""
    # "Taught classes I and II" has no "I".
    you = text if _ROMAN.search(text) else load_pattern("first_person").sub(_say_you, text)
    return " ".join(_add_small_words(replace_words(you, _MY_TO_YOUR).split()))


def _say_you(match: re.Match[str]) -> str:
    return _I_TO_YOU[(match["tail"] or "").replace("’", "'") or None]


def _add_small_words(words: list[str]) -> Iterator[str]:
    """Yield words with those that notes leave out: "your" own shop, raised sales "by" 5%."""
    is_change = words[0] in load_words("changes")
    for before, word in pairwise(["", *words]):
        is_owned = before in load_words("owners") or before.endswith(("'s", "’s", "s'", "s’"))
        is_linked = before in load_words("prepositions") | load_words("linked")
        if word == "own" and before and not is_owned:
            yield "your"
        if is_change and _PERCENT.fullmatch(word) and not is_linked:
            yield "by"
        yield word


def add_articles(text: str) -> str:
    """Add "the" before names and nouns that need it: "for the Department for Education"."""
    named = load_pattern("needs_the").sub(lambda match: f"{match[0]}the ", text)
    words = named.split()
    for place in reversed(range(len(words) - 1)):
        word, after = words[place].lower(), words[place + 1]
        is_open = word in load_words("prepositions") or (word == "to" and after[0].isupper())
        is_open = is_open or place == 0
        if is_open and _lacks_article(words[place + 1 :], is_object=place == 0):
            words.insert(place + 1, _choose_article(words, place))
    return " ".join(words)


def _choose_article(words: list[str], place: int) -> str:
    """Return the article behind a verb or a preposition; what somebody made has "a"."""
    is_new = place == 0 and words[0].lower() in load_words("makes")
    return choose_article(words[place + 1]) if is_new else "the"


def _lacks_article(words: list[str], *, is_object: bool) -> bool:
    """Return whether words begin with a noun phrase that needs an article and has none."""
    if words[0].lower() in load_words("determiners") or words[0][:1].isdigit():
        return False
    if is_object and words[0] in load_words("particles"):
        return False  # "set up a club"
    for place, word in enumerate(words[:_MAX_NOUN_PHRASE_WORDS]):
        after = words[place + 1] if place + 1 < len(words) else ""
        is_end = not after or after in load_words("prepositions") | load_words("relatives")
        is_head = word in load_words("count_nouns")  # "portal using", but "Thursday running club"
        is_end = is_end or (is_head and after.endswith("ing")) or (is_object and after == "and")
        if "'" in word or "’" in word or word in load_words("prepositions"):
            return False
        if is_end or word.endswith(","):
            is_known = word.rstrip(",") in load_words("count_nouns")
            is_alone = place == 0 and not is_object
            return is_known and (not is_alone or word in load_words("people"))
    return False
