"""Reword lines of a CV so that they fit into a question."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.requirements.cv_evidence import is_achievement
from interview_cli.text import replace_words, shorten

_MAX_QUOTE_CHARS = 160
_MAX_ACHIEVEMENT_CHARS = 120
_MIN_ACHIEVEMENT_CHARS = 30
_ACHIEVEMENT_END = re.compile(
    r";|(?<!\b[A-Z])(?<!\bDr)(?<!\bvs)(?<!\bMr)(?<!\bSt)\.\s|\s[–—]\s| - "
)
_I = re.compile(r"\bI(?P<tail>['’](?:m|ve|d|ll))?\b")
_I_TO_YOU = {None: "you", "m": "you are", "ve": "you have", "d": "you had", "ll": "you will"}
"""By the letters after the apostrophe, as in "I'm"."""
_MY_TO_YOUR = {"my": "your", "mine": "yours", "me": "you", "myself": "yourself"}


def reword_achievement(line: str) -> str | None:
    """Return a line of a CV so that it follows "you"; None if it is not about a deed in the past.

    "Installed fire alarms in my school" → "installed fire alarms in your school".
    """
    if not is_achievement(line) or line.isupper():
        return None
    text = re.sub(r"^I\s+", "", " ".join(line.split())).rstrip(".;, ")
    text = _cut_clauses(_ACHIEVEMENT_END.split(text)[0])
    return _turn_to_you(text[0].lower() + text[1:])


def _cut_clauses(text: str) -> str:
    """Cut a long text at the end of a clause, so that the rest is still a sentence."""
    if len(text) <= _MAX_ACHIEVEMENT_CHARS:
        return text
    ends = [
        end.start() for end in _load_pattern("clause_end").finditer(text[:_MAX_ACHIEVEMENT_CHARS])
    ]
    return text[: ends[-1]] if ends and ends[-1] > _MIN_ACHIEVEMENT_CHARS else _shorten(text)


def _turn_to_you(text: str) -> str:
    """Turn a text in the first person into one that addresses the same person as "you"."""
    you = _I.sub(lambda match: _I_TO_YOU[match["tail"][1:] if match["tail"] else None], text)
    return replace_words(you, _MY_TO_YOUR)


def quote_work(line: str) -> str | None:
    """Return a line of a CV to quote; None for a certificate or licence, which has no story."""
    return None if _load_pattern("paper").search(line) else quote_line(line)


def quote_line(line: str) -> str:
    """Return a line of a CV, ready for quotation marks; the cells of a table are joined."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    return _shorten(", ".join(cells))


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.coach.offline", "cv_phrasing.toml")[group].pattern


def _shorten(line: str) -> str:
    return shorten(" ".join(line.split()).rstrip(".;, "), _MAX_QUOTE_CHARS)
