"""Split lists into entries: at line ends, commas and "and", and dictated ones before each verb."""

import re
from itertools import pairwise

from interview_cli.english.rules import load_rules
from interview_cli.job_posts.clauses import split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.duty_verbs import (
    OBJECT_STARTS,
    begins_duty,
    begins_with_gerund,
    is_gerund,
    is_verb,
)
from interview_cli.job_posts.entries import names_activity
from interview_cli.job_posts.word_lists import load_phrases, load_words

_FILE = "entries.toml"
_MAX_PART_WORDS = 7


def split_list(text: str, *, are_duties: bool = False) -> list[str]:
    """Return the entries of a list.

    Several lines, or parts between semicolons, are one entry each. A single line is split at its
    commas, and at "and" before the last entry.
    """
    lines = [line for part in split_sentences(text) if (line := strip_marks(part))]
    if len(lines) != 1:
        return lines
    parts = [part for clause in split_clauses(lines[0]) if (part := strip_marks(clause))]
    if not parts:
        return []
    *first, last = parts
    entries = [*first, *split_joined(_remove_conjunction(last), are_duties=are_duties)]
    return [entry for part in entries if (entry := strip_marks(_remove_conjunction(part)))]


def split_names(text: str) -> list[str]:
    """Return the entries of a list of short names, which is split at every "and" as well."""
    sentences = split_sentences(text) if "\n" not in text.strip() else [text]
    entries = (entry for sentence in sentences for entry in split_list(sentence))
    parts = [part for entry in entries for part in split_joined(entry)]
    return [name for part in parts if (name := strip_marks(part))]


def split_joined(entry: str, *, are_duties: bool = False) -> list[str]:
    """Split an entry at "and", unless the pair is one thing or "and" joins two verbs.

    Of duties, only what is a duty of its own is split off: "test the app and the site" is one.
    """
    parts: list[str] = []
    start = 0
    for joint in load_rules("interview_cli.job_posts", _FILE)["joined"].pattern.finditer(entry):
        before, after = entry[start : joint.start()], entry[joint.end() :]
        if _is_pair(entry, joint) or not before.strip() or not after.strip():
            continue
        if is_verb(before.split()[-1]) and is_verb(after.split()[0]) and not begins_duty(after):
            continue
        if before.count("(") > before.count(")"):
            continue
        if are_duties and len(before.split()) == 1 and start == 0 and is_verb(before.strip()):
            continue  # "washing and ironing the sheets" share their object
        if are_duties and not (begins_duty(after) or names_activity(after)):
            continue
        if len(before.split()) > _MAX_PART_WORDS and not begins_duty(after):
            continue
        parts.append(before)
        start = joint.end()
    return [*parts, entry[start:]]


def split_duties(text: str) -> list[str]:
    """Split dictated duties, which have no punctuation, before each verb that follows a noun."""
    if begins_with_gerund(text):
        return split_gerunds(text)
    words = text.lower().split()
    return _cut(text, [place for place in range(1, len(words)) if _begins_verb(words, place)])


def split_gerunds(text: str) -> list[str]:
    """Split a text that begins with a gerund before each that has an object.

    "Mowing lawns trimming hedges" are two duties. Without a plural or a pronoun before one of them,
    or an article behind it, they may be names: "doing spring cleaning".
    """
    words = text.lower().split()
    if not words or not is_gerund(words[0]):
        return [text]
    places = range(2, len(words) - 1)
    joined = [place for place in places if _joins_gerund(words, place)]
    bare = [place for place in places if _begins_gerund(words, place)]
    is_sure = any(
        _ends_object(words[place - 1]) or words[place + 1] in OBJECT_STARTS for place in bare
    )
    return _cut(text, sorted([*joined, *bare]) if is_sure else joined)


def _begins_verb(words: list[str], place: int) -> bool:
    verbs, word = load_words(_FILE, "duty_verbs"), words[place]
    before, follows = words[place - 1], (words[place + 1 :] or [""])[0]
    if before == "and":
        return False
    if word == "and":
        return follows in verbs
    is_plain = word in verbs and word not in load_words(_FILE, "noun_verbs")
    is_object = follows in ("the", "a", "our", "after", "all", "up") or follows.endswith("s")
    return is_plain and is_object and before not in load_words(_FILE, "filler") - {"up"}


def _joins_gerund(words: list[str], place: int) -> bool:
    """Return whether "and" joins a gerund with an object."""
    return words[place] == "and" and is_gerund(words[place + 1]) and len(words) > place + 2


def _begins_gerund(words: list[str], place: int) -> bool:
    """Return whether a word is a gerund with an object, and part of no name or phrase."""
    word, before, follows = words[place], words[place - 1], words[place + 1]
    is_inside = before in load_words(_FILE, "before_gerund") or is_gerund(before)
    has_object = follows not in load_words(_FILE, "behind_gerund")
    is_duty = is_gerund(word) and word not in load_words(_FILE, "participles")
    return is_duty and has_object and not is_inside


def _ends_object(word: str) -> bool:
    """Return whether a word surely ends the object of a verb: "lawns", "them"."""
    return word.endswith("s") or word in load_words(_FILE, "object_ends")


def _cut(text: str, starts: list[int]) -> list[str]:
    """Return the parts of a text that begin at these words, without "and" before them."""
    words = text.split()
    parts = (" ".join(words[start:end]) for start, end in pairwise([0, *starts, len(words)]))
    return [entry for part in parts if (entry := strip_marks(_remove_conjunction(part)))]


def _remove_conjunction(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest if first.lower() in ("and", "or", "plus", "also") else text


def _is_pair(entry: str, joint: re.Match[str]) -> bool:
    before, after = entry[: joint.start()].split(), entry[joint.end() :].split()
    if not before or not after:
        return False
    pair = f"{before[-1]} and {after[0]}".lower().strip(".,")
    return pair in load_phrases(_FILE, "pairs")
