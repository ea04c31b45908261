"""Recognise a plea: a sentence that tries to influence the rating of an answer."""

from functools import lru_cache

from interview_cli.english.rules import load_rules


@lru_cache(maxsize=10_000)  # every part of an answer is asked about, alone and as a whole
def is_plea(sentence: str) -> bool:
    """Return whether a sentence asks for a rating, or tells the grader how to rate."""
    rules = load_rules("interview_cli.answers", "pleas.toml")
    return any(rules[group].pattern.search(sentence) for group in ("plea", "demand"))
