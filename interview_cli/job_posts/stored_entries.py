"""Find the entries of a post that words name: "the second duty", "the car".

The rules are in `corrections.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import stem_word, tokenize, word_list
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import split_sentences, strip_marks
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.pay_numbers import find_amounts
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_words, pick_group
from interview_cli.vocabulary import POST_LISTS, PostField

_FILE = ("interview_cli.job_posts", "corrections.toml")
_RULES = Rules(*_FILE)
_MIN_PART_CHARS = 3
_ORDINAL_LISTS: dict[str, PostField] = {
    "skill": "skills",
    "duty": "responsibilities",
    "responsibility": "responsibilities",
    "task": "responsibilities",
    "requirement": "requirements",
    "benefit": "benefits",
    "perk": "benefits",
}
_SINGULAR = {"duties": "duty", "responsibilities": "responsibility"}


def find_stored(words: str, turn: Turn) -> list[tuple[PostField, str]]:
    """Find the entries of lists that the words name, else a field, with an empty entry."""
    if ordinal := _RULES.pattern("ordinal_entry").fullmatch(words.strip()):
        return _find_by_ordinal(ordinal, turn)
    name = plain_name(words)
    field = find_field(name)
    is_thing = field in POST_LISTS and not name.endswith("s")  # "the degree", "the licence"
    entries = _find_by_words(name, turn) if field is None or is_thing else []
    return entries or ([(field, "")] if field else [])


def plain_name(words: str) -> str:
    """Return the name of an entry without the words around it: "the bit about notes" → "notes"."""
    name = strip_marks(words)
    while (shorter := _RULES.remove("entry_filler", name)) and shorter != name:
        name = shorter
    return name


def find_leading(words: str, turn: Turn) -> list[tuple[PostField, str]]:
    """Find the entries that stand before a reason: "the pizza they stopped it"."""
    for reason in _RULES.pattern("reason").finditer(words):
        stored = find_stored(words[: reason.start()], turn)
        if found := [known for known in stored if known[1]]:
            return found
    return []


def find_mentioned(text: str, turn: Turn) -> list[tuple[PostField, str]]:
    """Find the entries of lists all of whose words a text has: "the lease bike is for later"."""
    stems = _stem_words(text)
    return [
        (field, entry)
        for field in POST_LISTS
        for entry in getattr(turn.data, field)
        if (known := _stem_words(entry)) and known <= stems
    ]


def find_last_mentioned(text: str, turn: Turn) -> list[tuple[PostField, str]]:
    """Find the entries that "it" means behind a text: those of the last sentence that has any.

    A sentence may name a part of an entry, if it is the only one: "does a degree put people off?".
    """
    sentences = reversed(list(split_sentences(text)))
    found = (find_mentioned(part, turn) or find_touched(part, turn) for part in sentences)
    return next(filter(None, found), [])


def find_touched(text: str, turn: Turn) -> list[tuple[PostField, str]]:
    """Find the only entry that shares a word with a text, which names no field."""
    stems = _stem_words(text) | {stem for stem in _stem_plain(text) if len(stem) > _MIN_PART_CHARS}
    touched = [
        (field, entry)
        for field in POST_LISTS
        for entry in getattr(turn.data, field)
        if stems & _stem_plain(entry)
    ]
    fields = set(map(find_field, tokenize(text))) - {None, touched[0][0] if touched else None}
    return touched if len(touched) == 1 and not fields else []


def renumber(act: Act, turn: Turn) -> Act:
    """Return an added entry as a replacement if the post before had it with another number."""
    if act.kind != "add" or act.field not in POST_LISTS or not act.field:
        return act
    old = _find_renumbered(str(act.value), getattr(turn.data, act.field))
    return replace(act, kind="replace", old=old, corrects=True) if old else act


def _find_renumbered(entry: str, entries: Sequence[str]) -> str:
    """Return the entry that a new one says again with another number; empty without one."""
    words, numbers = _split_numbers(entry)
    for known in entries:
        known_words, known_numbers = _split_numbers(known)
        if numbers and known_numbers and numbers != known_numbers and words == known_words:
            return known
    return ""


def _split_numbers(text: str) -> tuple[frozenset[str], list[str]]:
    """Return the stems of a text, and its numbers, in figures or in words."""
    numbers = [word.lower() for word in tokenize(text) if word.isdigit() or find_amounts(word)]
    return _stem_words(text) - frozenset(map(stem_word, numbers)), numbers


def _find_by_words(name: str, turn: Turn) -> list[tuple[PostField, str]]:
    names = {name.casefold(), *(skill.casefold() for skill, _written in find_skills(name))}
    stems = _stem_words(name) or _stem_plain(name)
    matches = [
        (field, entry)
        for field in POST_LISTS
        for entry in getattr(turn.data, field)
        if entry.casefold() in names or _is_part(name, stems, entry)
    ]
    same = [(field, entry) for field, entry in matches if entry.casefold() == name.casefold()]
    exact = [(field, entry) for field, entry in matches if entry.casefold() in names]
    return same or exact or matches


def _is_part(name: str, stems: frozenset[str], entry: str) -> bool:
    known = _stem_words(entry) | _stem_plain(entry)
    return len(name) >= _MIN_PART_CHARS and bool(stems) and stems <= known


def _stem_plain(text: str) -> frozenset[str]:
    """Return the stems of all words that name something, also of those that say little."""
    return stem_all(text) - frozenset(map(stem_word, load_words("reading.toml", "pronouns")))


def _stem_words(text: str) -> frozenset[str]:
    words = (word for word in tokenize(text) if word.lower() not in word_list("stop"))
    return frozenset(stem_word(part) for word in words for part in re.split(r"[-/]", word) if part)


def stem_all(text: str) -> frozenset[str]:
    """Return the stems of all words that are not small: also of "team", which says little."""
    words = {word.lower() for word in tokenize(text) if len(word) >= _MIN_PART_CHARS}
    return frozenset(map(stem_word, words - {"the", "our", "and"}))


def _find_by_ordinal(ordinal: re.Match[str], turn: Turn) -> list[tuple[PostField, str]]:
    """Return the entries with these numbers; none if one of the numbers is beyond the list."""
    name = (pick_group(ordinal, "list") or "").lower()
    field = _ORDINAL_LISTS.get(
        _SINGULAR.get(name, name.removesuffix("s")), turn.asked or turn.recent
    )
    entries = getattr(turn.data, field) if field in POST_LISTS else []
    if not field or not entries:
        return []
    if ordinal["edge"]:
        count = read_number(ordinal["count"])
        found = entries[:count] if ordinal["edge"].lower() == "first" else entries[-count:]
        return [(field, entry) for entry in found]
    words = re.findall(r"\w+", (pick_group(ordinal, "ordinals") or "").lower())
    numbers = [read_number(word) for word in words if word not in ("and", "the")]
    if max(numbers) > len(entries):
        return []
    return [(field, entries[number - 1 if number > 0 else number]) for number in numbers]


def read_number(word: str) -> int:
    ordinals: dict[str, int] = load_toml(*_FILE)["ordinals"]
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else ordinals[word.lower()]
