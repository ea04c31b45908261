"""Find the job title in an employer's message.

Reads English. The rules are in `titles.toml`.
"""

import re

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_words

_FILE = "titles.toml"
_TOKEN = re.compile(r"\.?[^\W_](?:[\w+#]|[./'’&-](?=\w))*[+#]*|[^\w\s]")
_MAX_MODIFIERS = 5


def find_title(text: str) -> tuple[str, str] | None:
    """Find the first title that a text names, with the words that name it.

    The title of somebody else ("she reports to the director") does not count. Neither does a
    word such as "lead" or "expert" alone: "make it lead" names a level.
    """
    for match in _TOKEN.finditer(text):
        if _is_occupation(match[0]):
            found = _expand_title(text, match)
            if found and found[0].lower() not in load_words(_FILE, "never_alone"):
                return found
    return None


def format_title(text: str) -> str:
    """Return words as a title is written; the names of tools keep their own spelling."""
    skills = {written.lower(): skill for skill, written in find_skills(text)}
    parts = []
    for position, word in enumerate(text.split()):
        lowered = word.lower()
        is_lower_case = position > 0 and lowered in load_words(_FILE, "lower_case")
        if lowered in skills:
            parts.append(skills[lowered])
        elif is_lower_case or any(char.isupper() for char in word):
            parts.append(word)
        else:
            parts.append(word[:1].upper() + word[1:])
    return " ".join(parts)


def _expand_title(text: str, noun: re.Match[str]) -> tuple[str, str] | None:
    """Return the title around its noun; None for the title of somebody else."""
    noun = _find_last_noun(text, noun)
    modifiers = _find_modifiers(text, noun)
    start = (modifiers[0] if modifiers else noun).start()
    if _rules()["someone_else"].pattern.search(text[:start].rsplit("\n", 1)[-1]):
        return None
    field, subject, end = _read_after(text, noun)
    level_word = _rules()["level_word"].pattern
    kept = [token[0] for token in modifiers if not level_word.match(token[0])]
    title = " ".join([*field, *kept, _to_singular(noun[0]), *subject])
    return format_title(title), text[start:end]


def _find_last_noun(text: str, noun: re.Match[str]) -> re.Match[str]:
    """Return the last of several occupations in a row: "Sales Manager Assistant"."""
    while re.match(r" [A-Za-z]", text[noun.end() :]):
        following = _TOKEN.search(text, noun.end())
        if following is None or not _is_occupation(following[0]):
            break
        noun = following
    return noun


def _find_modifiers(text: str, noun: re.Match[str]) -> list[re.Match[str]]:
    before = list(_TOKEN.finditer(text[: noun.start()]))
    modifiers: list[re.Match[str]] = []
    while before and len(modifiers) < _MAX_MODIFIERS and _can_modify(before[-1][0].lower()):
        modifiers.insert(0, before.pop())
    return modifiers


def _can_modify(word: str) -> bool:
    """Whether a word before the noun may belong to the title."""
    is_word = word[0].isalnum() or word.startswith(".")
    is_named = not word.isdigit() and word not in load_words(_FILE, "never_in_title")
    return word == "&" or (is_word and is_named)


def _read_after(text: str, noun: re.Match[str]) -> tuple[list[str], list[str], int]:
    """Read what follows the noun: words that belong before it, its subject, and where both end."""
    rest = text[noun.end() :]
    if field := _rules()["field_of_work"].pattern.search(rest):
        return format_title(field["field"]).split(), [], noun.end() + field.end()
    subject = _rules()["subject"].pattern.search(rest)
    if subject and _to_singular(noun[0].lower()) in load_words(_FILE, "takes_subject"):
        return [], subject[0].split(), noun.end() + subject.end()
    return [], [], noun.end()


def _is_occupation(word: str) -> bool:
    return _to_singular(word.lower()) in load_words(_FILE, "occupations")


def _to_singular(word: str) -> str:
    lowered = word.lower()
    occupations = load_words(_FILE, "occupations")
    if lowered.endswith("ies") and f"{lowered[:-3]}y" in occupations:
        return f"{word[:-3]}y"
    if lowered.endswith("s") and lowered[:-1] in occupations:
        return word[:-1]
    if lowered.endswith("men"):
        return f"{word[:-2]}an"
    return word


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
