"""Find the town that stands before its region or country: "Flacq, Mauritius"."""

from interview_cli.english.rules import load_rules
from interview_cli.english.words import word_list as common_words
from interview_cli.job_posts.word_lists import load_words

_FILE = "places.toml"


def find_town_start(text: str, start: int) -> int:
    """Return where the town before a land begins, which begins at `start`; `start` without one."""
    rules = load_rules("interview_cli.job_posts", _FILE)
    town = rules["town_before"].pattern.search(text[:start])
    town = town or rules["small_town_before"].pattern.fullmatch(text[:start])
    town = town or rules["town_beside"].pattern.search(text[:start])
    return start if town is None or _is_talk(town["town"]) else town.start("town")


def _is_talk(words: str) -> bool:
    known = load_words(_FILE, "talk") | common_words("stop") | load_words(_FILE, "never_a_place")
    return not known.isdisjoint(words.lower().split())
