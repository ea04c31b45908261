"""Take out of the post what a message most likely takes away, by the entries that it mentions.

The rules read orders. What is told without one, or in words that no rule knows ("the van is for
leaders only"), is found by the weights of `removal_fit.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import split_clauses, strip_marks
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.message_words import Word, split_words
from interview_cli.job_posts.reading_rules import find_successor
from interview_cli.job_posts.removal_fit import Mention, find_removed
from interview_cli.job_posts.removals import remove_entry
from interview_cli.job_posts.sections import split_sections
from interview_cli.vocabulary import POST_LISTS

_WHOLE = ("confirm", "undo", "restart", "restore", "show", "cannot")
"""Acts on the post as a whole, beside which nothing leaves it."""
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def take_out_mentioned(turn: Turn, acts: list[Act]) -> list[Act]:
    """Return the acts of a message, with those that take out what it most likely takes away."""
    if any(act.kind in _WHOLE for act in acts):
        return acts
    if any(section.field in POST_LISTS for section in split_sections(turn.message)):
        return acts  # "duties: …" says a list again
    words = split_words(turn.message)
    for mention in find_removed(words, turn):
        named = [words[place].text.lower() for place in mention.shared]
        if not is_settled(mention, acts) and not _is_of_other(named, acts, turn):
            acts = take_out(mention, acts, words, turn)
    return acts


def is_settled(mention: Mention, acts: Sequence[Act]) -> bool:
    """Return whether the acts of a message change an entry already, or name its new number."""
    return any(
        act.field == mention.field
        and act.kind in ("remove", "replace", "rank")
        and mention.entry in (act.value, act.old)
        for act in acts
    )


def _is_of_other(named: Sequence[str], acts: Sequence[Act], turn: Turn) -> bool:
    """Return whether words belong to a question, name what goes already, or the title."""
    texts = [act.words for act in acts if act.kind in ("ask", "remove")]
    texts += [turn.data.title for act in acts if act.field == "title"]
    return any(set(named) <= set(text.lower().strip("?").split()) for text in texts)


def take_out(mention: Mention, acts: list[Act], words: Sequence[Word], turn: Turn) -> list[Act]:
    """Return acts with what an entry becomes, and without what they read in the same words."""
    named = [words[place] for place in mention.shared]
    sentence = [word for word in words if word.sentence == named[0].sentence]
    text = turn.message[sentence[0].start : sentence[-1].end]
    quote = " ".join(turn.message[named[0].start : named[-1].end].split())
    kept = [act for act in acts if not _repeats(act, mention, text, named)]
    if value := _renumber(mention, sentence, kept):
        change = Act("replace", mention.field, value, quote, corrects=True, old=mention.entry)
        return [*kept, change]
    name = " ".join(word.text for word in named)
    change = replace(remove_entry(mention.field, mention.entry, name), words=quote)
    return [*kept, change, *_read_successors(text, mention, kept)]


def _repeats(act: Act, mention: Mention, text: str, named: Sequence[Word]) -> bool:
    """Return whether an act reads the words that name an entry as another, or denies them."""
    is_moved = act.kind == "add" and act.corrects
    if (
        is_moved
        or act.kind not in ("add", "deny", "beside")
        or act.words.lower() not in text.lower()
    ):
        return False
    said = {word.text.lower() for word in split_words(act.words)}
    return any(word.text.lower() in said for word in named)


def _renumber(mention: Mention, sentence: Sequence[Word], acts: Sequence[Act]) -> str:
    """Return an entry with the one other number that its sentence says; empty without one."""
    known = _FIGURE.findall(mention.entry)
    taken = " ".join(act.words for act in acts if act.kind == "set")
    numbers = [
        number
        for word in sentence
        for number in _FIGURE.findall(word.text)
        if number not in known and number not in taken
    ]
    if len(known) != 1 or len(set(numbers)) != 1:
        return ""
    return mention.entry.replace(known[0], numbers[0])


def _read_successors(text: str, mention: Mention, acts: Sequence[Act]) -> list[Act]:
    """Return the entries that take the place of one: "it's Sage now"."""
    known = {act.words.lower() for act in acts if act.kind in ("add", "set")}
    found = (find_successor(strip_marks(clause)) for clause in split_clauses(text))
    return [
        act
        for successor in found
        if successor and successor.lower() not in known
        for act in add_entries(mention.field, successor)
    ]
