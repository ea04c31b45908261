"""Find requirements that a job ad must not state, and what to say instead (`fairness.toml`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import load_rules, load_toml

_FILE = ("interview_cli.job_posts", "fairness.toml")
GROUNDS = ("age", "sex", "origin", "religion", "family", "looks", "health")
"""The grounds on which a requirement discriminates, each with its group of rules."""


@dataclass(frozen=True)
class UnfairDemand:
    """Words that ask for what a job ad must not ask for."""

    ground: str
    """One of GROUNDS."""
    words: str


def find_unfair_demands(text: str) -> Iterator[UnfairDemand]:
    """Find the words of a text that must not stand in a job ad, in their order by ground."""
    for ground in GROUNDS:
        for match in load_rules(*_FILE)[ground].pattern.finditer(text):
            # A rule that needs words around the demand names the demand itself.
            named = next(filter(None, match.groups()), match[0])
            yield UnfairDemand(ground, named.strip(" ,"))


def find_bare_demand(clause: str) -> UnfairDemand | None:
    """Return the demand that a clause consists of, "single"; None if it states anything else."""
    found = load_rules(*_FILE)["whole_clause"].pattern.fullmatch(clause.strip(" .,!"))
    return UnfairDemand(found.lastgroup or "", clause) if found else None


def mend_joints(text: str) -> str:
    """Return a text without an "and" that lost what it joined when a demand was taken out."""
    return load_rules(*_FILE)["lost_joint"].pattern.sub(" ", text)


def describe_ground(ground: str) -> str:
    """Return a ground in words."""
    return str(_load()["about"].get(ground, ground))


def suggest_instead(ground: str) -> str:
    """Return what a lawful ad says instead."""
    return str(_load()["instead"][ground])


def suggest_title(words: str) -> str:
    """Return a title for everybody in place of one for one sex; empty if the words are no title."""
    return str(_load()["titles"].get(words.lower(), ""))


@cache
def _load() -> dict[str, dict[str, str]]:
    return load_toml(*_FILE)
