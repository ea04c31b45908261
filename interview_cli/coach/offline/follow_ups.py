"""Ask for what the last answer lacks."""

from typing import Any

from interview_cli.answers.star import parse_star
from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_toml

_MAX_FOLLOWED_CHARS = 90


def find_follow_ups(facts: Facts, missing: str) -> tuple[list[str], dict[str, str]]:
    """Return follow-ups on what the last answer lacks, with a short quote from it if there is one.

    `missing` is a table of `follow_ups.toml`. Returns wordings and the values of their fields.
    """
    entry = _load_follow_ups().get(missing) or _load_follow_ups()["result"]
    elements = parse_star(facts.exchanges[-1].answer)
    story = elements.action or elements.result or elements.sentences
    quotes = [sentence.rstrip(".!? ") for sentence in story]
    short = [quote for quote in quotes if len(quote) <= _MAX_FOLLOWED_CHARS]
    if not short:
        return list(entry["without"]), {}
    return list(entry["with_quote"]), {"quote": short[-1]}


def _load_follow_ups() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "follow_ups.toml")
