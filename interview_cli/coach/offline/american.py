"""Say questions as people say them in North America; their own words are British."""

import re
from functools import cache, lru_cache
from typing import Literal

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import tokenize
from interview_cli.text import begin_with_capital, replace_words

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
    groups = ("north_american", "american") if country == "us" else ("north_american",)
    rules = load_rules(*_FILE)["north_american"]
    if rules.pattern.search(text):
        used = {word.lower() for word in tokenize(ad)}
        for rule, entry in zip(rules.rules, words["north_american"], strict=True):
            if entry.get("unless") not in used:
                text = rule.pattern.sub(entry["say"], text)
    for group in groups:
        text = _compile_phrases(group).sub(_say_phrase, text)
    own = (words[f"{group}_words"] for group in groups)
    return replace_words(text, {word: said for each in own for word, said in each.items()})


@cache
def _compile_phrases(group: str) -> re.Pattern[str]:
    """Return a pattern for the phrases of a group, of which the longest counts."""
    phrases = sorted(load_toml(*_FILE)[f"{group}_phrases"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _say_phrase(found: re.Match[str]) -> str:
    said = _load_phrases()[found[0].lower()]
    return begin_with_capital(said) if found[0][0].isupper() else said


@cache
def _load_phrases() -> dict[str, str]:
    tables = load_toml(*_FILE)
    both = {**tables["north_american_phrases"], **tables["american_phrases"]}
    return {phrase.lower(): said for phrase, said in both.items()}
