"""Read what employers say is not wanted, not used or not offered: one reading for all places.

The rules are in `denials.toml`.
"""

from interview_cli.english.rules import Rules
from interview_cli.job_posts.word_lists import pick_group

_RULES = Rules("interview_cli.job_posts", "denials.toml")


def find_denied(clause: str) -> list[str] | None:
    """Return what a clause denies: "no French", "neither SAP nor Sage"; None if it denies nothing.

    The list holds one empty text for "we don't need it".
    """
    what = _find_what("denied", clause)
    if what is None:
        what = _find_what("bare", clause)
    return None if what is None else _RULES.pattern("joint").split(what)


def find_denied_entry(entry: str) -> str | None:
    """Return what an entry of a list denies in a whole statement: "we don't use Java".

    None without one: "no criminal record" is a requirement.
    """
    return _find_what("denied", entry.strip(" ."))


def denies_last(clause: str) -> bool:
    """Return whether a clause denies that what was said before is a must: "it isn't required"."""
    return bool(_RULES.pattern("pronoun").match(clause))


def _find_what(group: str, text: str) -> str | None:
    """Return what a rule of a group denies, which may be empty; None if none matches."""
    match = _RULES.pattern(group).match(text)
    return (pick_group(match, "what") or "") if match else None
