"""Read the title of a job in a line of a CV."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, stem_word
from interview_cli.requirements.cv_role_names import say_title, say_words
from interview_cli.requirements.cv_sections import remove_period
from interview_cli.trades.short_titles import is_place, is_short_title, write_out_words

_FILE = ("interview_cli.requirements", "cv_roles.toml")
_PIECE_END = re.compile(r"\s[–—-]+\s|[–—|•·◆:;,\t]|\s{2,}|\.\s|\s?→\s?|\s>\s")
_CHOICE = re.compile(r"\s?/\s?")
BRACKETS = re.compile(r"\s*\(([^()]*)\)?")
_MAX_WORDS, _MAX_HEAD_WORDS = 5, 7
_MAX_SHORT_FIELD = 3
"""A field of so many letters is an abbreviation: HR, MIS."""


def find_title(line: str) -> str | None:
    """Return the title of a job in a line: "Acme — Software Engineer II" → "software engineer"."""
    text = load_role_pattern("short").sub(lambda short: short[0][:-1], BRACKETS.sub("", line))
    whole = load_role_pattern("no_longer").sub("", write_out_words(remove_period(text)))
    if title := _read_post_in_field(whole):
        return title
    pieces = [piece.strip(" .*–—-") for piece in _PIECE_END.split(whole)]
    if title := next(filter(None, map(_read_post_before_field, _join_pairs(pieces))), None):
        return title
    # "Call handler, later dispatcher" is a dispatcher by now.
    later = [piece for piece in pieces[1:] if load_role_pattern("later_job").match(piece)]
    if title := next(filter(None, map(read_title, reversed(later))), None):
        return title
    for place, title in enumerate(map(read_title, pieces)):
        if title and not (place and is_place(title)):  # "Easton, PA"
            return _add_field(title, pieces[place + 1 : place + 2])
    return next(filter(None, map(_read_first_word, pieces)), None)


def _read_first_word(piece: str) -> str | None:
    """Return a title with its class or vehicle behind it: "driver C+E tanker" → "driver"."""
    classed = load_role_pattern("classed").match(piece)
    return check_title(classed["title"]) if classed else None


def _add_field(title: str, behind: Sequence[str]) -> str:
    """Return a vague title with the field behind it: "General Manager – Procurement"."""
    if not (behind and _is_field(behind[0]) and _is_vague(title.split())):
        return title
    return f"{title} in {say_words(behind[0], is_shouted=behind[0].isupper())}"


def _read_post_in_field(line: str) -> str | None:
    """Return a vague post with its field: "Designation: Manager - HR & IR" → "manager in HR …"."""
    found = load_role_pattern("post_in_field").match(line)
    if found is None or not _is_vague(found["post"].split()):
        return None
    field = found["field"].replace("&", "and").replace("/", "and")
    return f"{say_title(found['post'])} in {say_words(field, is_shouted=False)}"


def _join_pairs(pieces: Sequence[str]) -> Iterator[str]:
    """Yield each piece, and before it the piece with the one behind it."""
    for piece, behind in pairwise([*pieces, ""]):
        yield f"{piece} {behind}"
        yield piece


def _read_post_before_field(text: str) -> str | None:
    """Return a vague post behind its field: "Officer – Dispatch" → "dispatch officer"."""
    found = load_role_pattern("post_before_field").match(text)
    if found is None or not _is_field(found["field"]):
        return None
    is_shouted = text.isupper() and len(found["field"]) > _MAX_SHORT_FIELD
    field, post = say_words(found["field"], is_shouted=is_shouted), say_title(found["post"])
    if field.endswith("s"):  # an "accounts executive" would be in sales
        return f"{post} in {field}"
    rank, _, post = post.rpartition(" ")
    return f"{rank} {field} {post}".strip()


def _is_field(words: str) -> bool:
    return words.lower().replace(" ", "-") in load_title_words("fields")


def read_title(piece: str) -> str | None:
    """Return the title that a piece of a line is, without rank and label; None if it is none."""
    text = remove_matches("rank", remove_matches("later_job", remove_matches("label", piece)))
    if text.lower().startswith("head of "):
        return say_title(text) if len(text.split()) <= _MAX_HEAD_WORDS else None
    if found := load_role_pattern("post_of_field").match(" ".join(_remove_region(text.split()))):
        field = found["field"].replace("&", "and")
        return f"{say_title(found['post'])} of {say_words(field, is_shouted=False)}"
    parts = _CHOICE.split(text)
    # "Cover and data administrator" is one title, "Cook and head of house" begins with one.
    titles = [check_title(part) or check_title(remove_matches("rest", part)) for part in parts]
    match titles:
        case [str() as first, str() as second]:  # "Picker / FLT driver"
            return f"{first} and {second}"
    return next(filter(None, titles), None)


def check_title(text: str) -> str | None:
    """Return a text as a title is said, None if it is none or says too little."""
    words = _remove_region(_remove_field(text.split()))
    if not 0 < len(words) <= _MAX_WORDS or load_role_pattern("no_role").search(text):
        return None
    # "You've worked as a manager" or "an apprentice" says too little; "a deputy manager" is enough.
    is_role = words[-1].lower() in load_role_words() | load_title_words("also_roles")
    is_role = is_role or is_short_title(words[-1])
    is_half = len(words) == 1 and (_is_vague(words) or words[0].lower() in load_title_words("half"))
    return say_title(" ".join(words)) if is_role and not is_half else None


def _is_vague(words: Sequence[str]) -> bool:
    vague = load_title_words("vague") | load_title_words("ranks")
    return {word.lower() for word in words} <= vague


def _remove_field(words: list[str]) -> list[str]:
    """Return a title without the field behind it: "Senior lecturer Supply Chain Management"."""
    is_whole = words[-1:] != [] and words[-1].lower() in load_role_words()  # "Senior Sous Chef"
    if words and words[0].lower() in load_title_words("ranks") and not is_whole:
        for place, word in enumerate(words[1:], start=1):
            if word.lower() in load_role_words() and all(
                after[0].isupper() for after in words[place + 1 :]
            ):
                return words[: place + 1]
    return words


def _remove_region(words: list[str]) -> list[str]:
    """Return a title without the region behind it: "Marketing Director Benelux"."""
    while len(words) > 1 and words[-1].lower() in load_title_words("regions"):
        words = words[:-1]
    return words


def find_kind_stems(title: str) -> frozenset[str]:
    """Return the stems of a title that tell the kind of work: not "senior", not "assistant"."""
    return content_stems(title) - {
        stem_word(word)
        for name in ("vague", "ranks", "times", "scopes")
        for word in load_title_words(name)
    }


def load_role_words() -> frozenset[str]:
    """Return the words that end the title of a job: "nurse", "manager"."""
    return load_title_words("roles")


def remove_matches(group: str, text: str) -> str:
    """Return a text without what a group of `cv_roles.toml` matches. Raises KeyError."""
    return load_role_pattern(group).sub("", text).strip()


def load_role_pattern(group: str) -> re.Pattern[str]:
    """Return what the rules of a group of `cv_roles.toml` match. Raises KeyError."""
    return load_rules(*_FILE)[group].pattern


@cache
def load_title_words(name: str) -> frozenset[str]:
    """Return a list of words in titles. Raises KeyError."""
    return frozenset(load_toml(*_FILE)["words"][name].split())
