"""Say questions as people say them in North America; their own words are British."""

from functools import lru_cache
from typing import Literal

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import tokenize
from interview_cli.text import replace_words

_FILE = ("interview_cli.coach.offline", "american.toml")
_TEXTS_KEPT = 4
Country = Literal["us", "canada"]


# Each question of an interview is for the same ad.
@lru_cache(maxsize=_TEXTS_KEPT)
def find_country(ad: str, cv: str = "") -> Country | None:
    """Return the North American country of a job by its ad and the CV; None for other places.

    A CV counts only where the ad names no currency of another place.
    """
    rules = load_rules(*_FILE)
    if rules["is_canadian"].pattern.search(ad):
        return "canada"
    if rules["is_american"].pattern.search(ad):
        return "us"
    if rules["is_elsewhere"].pattern.search(ad):
        return None
    if rules["names_state"].pattern.search(ad):
        return "us"
    is_from_there = rules["names_state"].pattern.search(cv) is not None
    return "us" if is_from_there and "$" in ad else None


def say_american(text: str, ad: str, cv: str = "") -> str:
    """Return a text in the words of the ad's country, if that is in North America."""
    country = find_country(ad, cv)
    if country is None:
        return text
    words = load_toml(*_FILE)
    used = {word.lower() for word in tokenize(ad)}
    rules = load_rules(*_FILE)["north_american"].rules
    for rule, entry in zip(rules, words["north_american"], strict=True):
        if entry.get("unless") not in used:
            text = rule.pattern.sub(entry["say"], text)
    own = words["american_words"] if country == "us" else {}
    return replace_words(text, words["north_american_words"] | own)
