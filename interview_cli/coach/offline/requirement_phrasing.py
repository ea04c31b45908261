"""Reword requirements of an ad so that they fit into a question."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokenize, word_list
from interview_cli.english.years import remove_years
from interview_cli.requirements.extract import Requirement
from interview_cli.text import replace_words

_MAX_REQUIREMENT_WORDS = 16
_WORD = re.compile(r"\w+")
_TITLE_END = re.compile(r"\s*(?:,|\(|\s[–—-]\s).*$")
_YOUR_TO_THEIR = {"your": "their"}
_CAPITALISED = re.compile(r"^[A-Z][a-z]*(?:-[a-z]+)?\b")


def shorten_title(title: str) -> str:
    """Return a job title without what follows a comma, a dash or a bracket."""
    return _TITLE_END.sub("", title) or title


def reword_requirement(requirement: Requirement) -> str:
    """Return a requirement so that it follows "the job asks for"."""
    text = _shorten_requirement(requirement)
    if you := _match("you", text):
        return f"people who {replace_words(text[you.end() :], _YOUR_TO_THEIR)}"
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
    return load_rules("interview_cli.coach.offline", "requirement_phrasing.toml")[group].pattern


def _match(group: str, text: str) -> re.Match[str] | None:
    return _load_pattern(group).match(text)


def _has_first_word(list_name: str, text: str) -> bool:
    first = _WORD.match(text)
    return first is not None and first[0].lower() in word_list(list_name)


def _has_ability(text: str) -> bool:
    first, space, _ = text.partition(" ")
    return bool(space) and first.lower() in word_list("abilities")


def _lower_first(text: str) -> str:
    """Lower a first letter that is a capital only because the line begins there."""
    first = _CAPITALISED.match(text)
    return text[0].lower() + text[1:] if first and _is_common(first[0].lower()) else text


def _is_common(word: str) -> bool:
    known = word_list("stop") | word_list("generic") | word_list("line_starts")
    return word in known or word.endswith(tuple(word_list("endings")))
