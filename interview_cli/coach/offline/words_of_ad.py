"""Say questions in the words of an ad: those of its country, and its own words for people."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.american import say_american
from interview_cli.english.rules import load_toml
from interview_cli.english.words import tokenize
from interview_cli.text import replace_words

_DIALECT = ("interview_cli.coach.offline", "dialect.toml")


def say_as_in_ad(text: str, facts: Facts) -> str:
    """Return a text of a trade in the words of the ad: "pupils" for "students", say."""
    text = say_american(text, facts.job_text, facts.cv_text)
    return replace_words(text, _find_words_of_ad(facts.job_text))


def _find_words_of_ad(job_text: str) -> dict[str, str]:
    """Return words for those of the questions that they replace: the ad's "pupil"."""
    ad = {word.lower() for word in tokenize(job_text)}
    found: dict[str, str] = {}
    for entry in load_toml(*_DIALECT)["words"]:
        own = next((words for words in entry["own"] if words[-1] in ad), None)
        if own and entry["general"][-1] not in ad:
            found |= zip(entry["general"], own, strict=True)
    return found
