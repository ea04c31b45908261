"""Reword requirements of an ad and lines of a CV so that they fit into a question."""

import re
from collections.abc import Mapping

from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokenize, word_list
from interview_cli.english.years import remove_years
from interview_cli.requirements.cv_evidence import is_achievement
from interview_cli.requirements.extract import Requirement
from interview_cli.text import shorten

_MAX_REQUIREMENT_WORDS = 16
_MAX_QUOTE_CHARS = 160
_MAX_ACHIEVEMENT_CHARS = 120
_MIN_ACHIEVEMENT_CHARS = 30
_WORD = re.compile(r"\w+")
_ACHIEVEMENT_END = re.compile(
    r";|(?<!\b[A-Z])(?<!\bDr)(?<!\bvs)(?<!\bMr)(?<!\bSt)\.\s|\s[–—]\s| - "
)
_TITLE_END = re.compile(r"\s*(?:,|\(|\s[–—-]\s).*$")
_I = re.compile(r"\bI(?P<tail>['’](?:m|ve|d|ll))?\b")
_I_TO_YOU = {None: "you", "m": "you are", "ve": "you have", "d": "you had", "ll": "you will"}
"""By the letters after the apostrophe, as in "I'm"."""
_MY_TO_YOUR = {"my": "your", "mine": "yours", "me": "you", "myself": "yourself"}
_YOUR_TO_THEIR = {"your": "their"}
_CAPITALISED = re.compile(r"^[A-Z][a-z]*(?:-[a-z]+)?\b")


def shorten_title(title: str) -> str:
    """Return a job title without what follows a comma, a dash or a bracket."""
    return _TITLE_END.sub("", title) or title


def reword_requirement(requirement: Requirement) -> str:
    """Return a requirement so that it follows "the job asks for"."""
    text = _shorten_requirement(requirement)
    if you := _match("you", text):
        return f"people who {_swap_words(text[you.end() :], _YOUR_TO_THEIR)}"
    bare = _strip_years(_strip_must(_lower_first(text)))
    ability = _match("ability", bare)
    if ability or _has_ability(bare):
        return f"somebody who can {bare[ability.end() :] if ability else bare}"
    if _match("trait", bare) or _has_first_word("traits", bare):
        return f"somebody who is {bare}"
    if _has_first_word("manners", bare):
        return f"somebody who {bare[0].lower()}{bare[1:]}"
    if _match("countable", bare) and not _has_first_word("determiners", bare):
        return f"{'an' if bare[0].lower() in 'aeiou' else 'a'} {bare[0].lower()}{bare[1:]}"
    return bare


def _shorten_requirement(requirement: Requirement) -> str:
    """Return the text of a requirement without brackets and details, or its topic if it is long."""
    text = requirement.text.split(" (")[0].strip(" .;:,")
    if len(tokenize(text)) > _MAX_REQUIREMENT_WORDS:
        end = _load_pattern("detail").search(text)
        text = text[: end.start()] if end and len(text[: end.start()].split()) > 1 else ""
    return text if 0 < len(tokenize(text)) <= _MAX_REQUIREMENT_WORDS else requirement.topic


def _strip_must(text: str) -> str:
    return _load_pattern("must").sub("", text)


def _strip_years(text: str) -> str:
    rest = remove_years(text)
    if rest == text or not _WORD.match(rest):
        return text
    return rest if "experience" in rest else f"experience of {rest}"


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.coach.offline", "phrasing.toml")[group].pattern


def _match(group: str, text: str) -> re.Match[str] | None:
    return _load_pattern(group).match(text)


def _has_first_word(list_name: str, text: str) -> bool:
    first = _WORD.match(text)
    return first is not None and first[0].lower() in word_list(list_name)


def _has_ability(text: str) -> bool:
    first, space, _ = text.partition(" ")
    return bool(space) and first.lower() in word_list("abilities")


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
    return _swap_words(you, _MY_TO_YOUR)


def _swap_words(text: str, others: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: others.get(match[0].lower(), match[0]), text)


def quote_work(line: str) -> str | None:
    """Return a line of a CV to quote; None for a certificate or licence, which has no story."""
    return None if _load_pattern("paper").search(line) else quote_line(line)


def quote_line(line: str) -> str:
    """Return a line of a CV, ready for quotation marks; the cells of a table are joined."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    return _shorten(", ".join(cells))


def _lower_first(text: str) -> str:
    """Lower a first letter that is a capital only because the line begins there."""
    first = _CAPITALISED.match(text)
    return text[0].lower() + text[1:] if first and _is_common(first[0].lower()) else text


def _is_common(word: str) -> bool:
    known = word_list("stop") | word_list("generic") | word_list("line_starts")
    return word in known or word.endswith(tuple(word_list("endings")))


def _shorten(line: str) -> str:
    return shorten(" ".join(line.split()).rstrip(".;, "), _MAX_QUOTE_CHARS)
