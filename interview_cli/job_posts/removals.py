"""Read what an employer takes out of a post: entries, parts of them, sentences and values.

The rules are in `corrections.toml`.
"""

import re
from collections.abc import Iterator

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.english.words import split_sentences, tokenize
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import QUOTES, strip_marks
from interview_cli.job_posts.entry_parts import cut_part, cut_time
from interview_cli.job_posts.grounding import TERMS, parse_term
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.splitting import split_names
from interview_cli.job_posts.stored_entries import (
    find_last_mentioned,
    find_leading,
    find_mentioned,
    find_stored,
    find_touched,
    read_number,
    stem_all,
)
from interview_cli.job_posts.word_lists import pick_group
from interview_cli.vocabulary import PostField

_FILE = ("interview_cli.job_posts", "corrections.toml")

TEXT_FIELDS: tuple[PostField, ...] = ("title", "department", "location")
_TIMES: tuple[PostField, ...] = ("work_hours", "shifts")
_MIN_REMARK_WORDS = 3
"""What follows an entry to take out and is not in the post is a remark from this many words on."""


def read_removal(text: str, turn: Turn) -> tuple[list[Act], str] | None:
    """Read a sentence or clause that takes something out, as acts and the words behind it.

    None if it takes nothing out.
    """
    if _rules()["swap"].pattern.match(text):
        return None
    if named := _rules()["named_removal"].pattern.match(text):
        words = pick_group(named, "what") or ""
        acts = _remove_stored(words, turn) or _remove_mentioned(named[0], words, turn)
        if acts := acts or _remove_touched(words, turn):
            return acts, text[named.end() :]
        if not any(map(find_field, strip_marks(words).split())):
            return [Act("beside", words=strip_marks(named[0]))], ""  # the post does not have it
    ended = _rules()["named_at_end"].pattern.fullmatch(text)
    if ended and (
        acts := _remove_stored(ended["what"], turn) or _remove_touched(ended["what"], turn)
    ):
        return acts, ""
    for rule in _rules()["gone"].rules:
        gone = rule.pattern.fullmatch(text)
        words = (pick_group(gone, "what") or "") if gone else ""
        if gone and (acts := _remove_stored(words, turn)):
            behind = text[_end_of(gone, "what") :]
            return acts, behind.partition(",")[2]
    for group in ("take_off", "removal"):
        if match := _rules()[group].pattern.match(text):
            return list(remove_each(match["what"], turn)), text[match.end("what") :]
    return None


def _end_of(match: re.Match[str], name: str) -> int:
    """Return where a numbered group of a match ends."""
    return max(match.end(key) for key in match.groupdict() if key.rstrip("0123456789") == name)


def remove_mentioned(text: str, before: str, turn: Turn) -> tuple[list[Act], str] | None:
    """Read an order to take out what was named just before it: "A degree? Take it out."."""
    order = _rules()["remove_it"].pattern.match(text)
    acts = (
        [remove_entry(*found, order[0]) for found in find_last_mentioned(before, turn)]
        if order
        else []
    )
    return (acts, text[order.end() :]) if order and acts else None


def _remove_stored(words: str, turn: Turn) -> list[Act]:
    """Return acts that take out the entries that words name, if the post has any."""
    for names in ([words], split_names(words)):
        stored = [(found, name) for name in names for found in find_stored(name, turn) if found[1]]
        if len({name for _found, name in stored}) == len(names):
            return [remove_entry(field, entry, name) for (field, entry), name in stored]
    return []


def _remove_touched(words: str, turn: Turn) -> list[Act]:
    """Return the act that takes out the only entry that shares a word with a remark on it."""
    return [remove_entry(field, entry, words) for field, entry in find_touched(words, turn)]


def _remove_mentioned(text: str, words: str, turn: Turn) -> list[Act]:
    return [remove_entry(field, entry, words) for field, entry in find_mentioned(text, turn)]


def remove_entry(field: PostField, entry: str, words: str) -> Act:
    """Return the act that takes out an entry, or of several things in it the one that is named."""
    shared = " ".join(word for word in tokenize(words) if stem_all(word) & stem_all(entry))
    if rest := cut_part(words, entry) or cut_part(shared, entry):
        return Act("replace", field, rest, strip_marks(words), corrects=True, old=entry)
    return Act("remove", field, entry, strip_marks(words), corrects=True)


def remove_each(words: str, turn: Turn) -> Iterator[Act]:
    """Take out each thing that words name; what the post does not have is denied."""
    while behind := _rules()["cue_behind"].pattern.search(words):
        words = words[: behind.start()]
    words = words.strip(QUOTES)  # "remove 'a few years' please"
    if sentences := find_sentences(words, turn):
        for sentence in sentences:
            yield Act("remove", "description", sentence, strip_marks(words), corrects=True)
        return
    whole = find_stored(words, turn)
    names = [words] if whole else split_names(words)
    has_removed = False
    for name in names:
        stored = find_stored(name, turn) or find_leading(name, turn)
        for field, entry in stored:
            yield (
                remove_entry(field, entry, name)
                if entry
                else Act("remove", field, "", strip_marks(name), corrects=True)
            )
        if not stored:
            is_remark = has_removed and len(name.split()) >= _MIN_REMARK_WORDS
            yield from _clear_values(name, turn) or [_leave(name, is_remark=is_remark)]
        has_removed = has_removed or bool(stored)


def _leave(name: str, *, is_remark: bool) -> Act:
    words = strip_marks(name)
    return Act("beside", words=words) if is_remark else Act("deny", value=words, words=words)


def find_sentences(words: str, turn: Turn) -> list[str]:
    """Find the sentences of the description that words name: "the sentence about the team"."""
    match = _rules()["sentence"].pattern.fullmatch(words)
    sentences = split_sentences(turn.data.description)
    if match is None or not sentences:
        return []
    if about := match["about"]:
        stems = stem_all(about)
        return [sentence for sentence in sentences if stems and stems <= stem_all(sentence)]
    number = read_number(match["ordinal"]) if match["ordinal"] else 0
    if not number:
        return sentences if len(sentences) == 1 else []
    return [sentences[number - 1 if number > 0 else number]] if number <= len(sentences) else []


def _clear_values(name: str, turn: Turn) -> list[Act]:
    cleared = _clear_terms(name, turn)
    for field in TEXT_FIELDS:
        value = str(getattr(turn.data, field))
        if value and value.casefold() == strip_marks(name).casefold() and field != "title":
            cleared.append(Act("remove", field, "", strip_marks(name), corrects=True))
    for field in _TIMES:
        value = str(getattr(turn.data, field))
        if rest := cut_time(name, value):
            words = strip_marks(name)
            cleared.append(Act("replace", field, rest, words, corrects=True, old=value))
    return cleared


def _clear_terms(words: str, turn: Turn) -> list[Act]:
    """Return acts that clear the fixed terms that the words name and the post has."""
    return [
        Act("remove", field, "", strip_marks(words), corrects=True)
        for field in TERMS
        if (term := parse_term(field, words)) and term == getattr(turn.data, field)
    ]


def _rules() -> RuleFile:
    return load_rules(*_FILE)
