"""Tell which field of a post a heading, a label or a name is about (`headings.toml`)."""

from functools import cache
from typing import get_args

from interview_cli.english.headings import find_ad_part
from interview_cli.english.rules import load_toml
from interview_cli.job_posts.word_lists import split_phrases
from interview_cli.vocabulary import PostField

_FILE = ("interview_cli.job_posts", "headings.toml")
_PARTS: dict[str, PostField] = {
    "nice": "requirements",
    "wanted": "requirements",
    "duties": "responsibilities",
    "offer": "benefits",
    "other": "description",
}


def find_field(name: str) -> PostField | None:
    """Return the field that a whole name, label or heading is about; None if it is not known."""
    lowered = " ".join(name.lower().replace("’", "'").split())
    for article in ("the ", "our ", "your ", "its "):
        lowered = lowered.removeprefix(article) if lowered not in _load_names() else lowered
    return _load_names().get(lowered)


def find_section_field(heading: str) -> PostField | None:
    """Return the field below a heading of a pasted ad, by the words in it."""
    if is_nice_heading(heading):
        return "requirements"
    part = find_ad_part(heading)
    return find_field(heading) or (_PARTS[part] if part else None)


def is_nice_heading(heading: str) -> bool:
    """Return whether what stands below a heading is nice to have."""
    lowered = heading.lower().replace("’", "'").strip(" :")
    return lowered in split_phrases(load_toml(*_FILE)["nice"]["headings"])


def is_nice_part(heading: str) -> bool:
    """Return whether the words in a heading say that what stands below it is nice to have."""
    return is_nice_heading(heading) or find_ad_part(heading) == "nice"


def is_call(line: str) -> bool:
    """Return whether a line only calls for applicants: "Urgently required"."""
    return line.strip(" :!*#").lower() in split_phrases(load_toml(*_FILE)["call"]["words"])


def is_plain_word(line: str) -> bool:
    """Return whether a line that is a heading's words is more likely plain text."""
    return line.strip().lower() in split_phrases(load_toml(*_FILE)["plain"]["words"])


@cache
def _load_names() -> dict[str, PostField]:
    headings = load_toml(*_FILE)["headings"]
    return {
        name: field
        for field in get_args(PostField)
        for name in split_phrases(headings.get(field, ""))
    }
