"""Read orders to the agent about the post: hide, clear, put back, rename everywhere, and the rest.

The rules are in `orders.toml`, and those for what it cannot do in `impossible.toml`. Such an order
is an act of its own, so that its words never become part of the post.
"""

import re
from collections.abc import Iterator

from interview_cli.english.rules import Rules, load_rules, load_toml
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.word_lists import pick_group, split_phrases
from interview_cli.vocabulary import POST_LISTS, PostField

_FILE = ("interview_cli.job_posts", "orders.toml")
_RULES = Rules(*_FILE)
IMPOSSIBLE = ("language", "delivery", "layout", "wording")
"""What orders ask for that the agent cannot do, each with its group of rules."""
_REQUIRED: tuple[PostField, ...] = (
    "title",
    "experience_level",
    "skills",
    "location",
    "responsibilities",
)
"""Fields that a post needs: to hide one means to leave it open on purpose."""


def read_order(text: str, turn: Turn) -> list[Act] | None:
    """Read a sentence or clause that tells the agent what to do with the post; None if none."""
    if everywhere := _RULES.pattern("everywhere").match(text):
        return list(_replace_everywhere(everywhere, turn))
    words = strip_marks(text)
    for group in ("hide", "clear"):
        match = _RULES.pattern(group).match(text)
        field = find_named_field(pick_group(match, "what") or "") if match else None
        if field:
            is_declined = group == "hide" and field in _REQUIRED
            return [Act("decline" if is_declined else "remove", field, words=words, corrects=True)]
    if restore := _RULES.pattern("restore").match(text):
        what = strip_marks(pick_group(restore, "what") or "")
        # In an answer to the question for duties, "put the tools back" is one.
        field = turn.asked if turn.asked in POST_LISTS else None
        return [Act("restore", field, what, words)]
    if kind := _find_impossible(text):
        return [Act("cannot", value=kind, words=words)]
    return None


def _find_impossible(text: str) -> str:
    """Return what an order asks for that the agent cannot do: a group of rules; empty if none."""
    rules = load_rules("interview_cli.job_posts", "impossible.toml")
    return next((kind for kind in IMPOSSIBLE if rules[kind].pattern.match(text)), "")


def find_named_field(name: str) -> PostField | None:
    """Return the field that an order names: "the pay", "what we pay"."""
    plain = strip_marks(name).lower()
    called: dict[PostField, str] = load_toml(*_FILE)["called"]
    for field, names in called.items():
        if plain in split_phrases(names) or plain.removeprefix("the ") in split_phrases(names):
            return field
    return find_field(plain)


def _replace_everywhere(match: re.Match[str], turn: Turn) -> Iterator[Act]:
    """Replace a word in the title and in the entries of all lists.

    The description holds the employer's own sentences, and stays as it is.
    """
    old, new = strip_marks(pick_group(match, "old") or ""), pick_group(match, "new") or ""
    word = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    acts: list[Act] = []
    if word.search(turn.data.title):
        acts.append(Act("set", "title", _replace(word, new, turn.data.title), new, corrects=True))
    for field in POST_LISTS:
        for entry in getattr(turn.data, field):
            if word.search(entry):
                acts.append(Act("remove", field, entry, old, corrects=True))
                acts.append(Act("add", field, _replace(word, new, entry), new, corrects=True))
    yield from acts
    if not acts or word.search(turn.data.description):
        yield Act("cannot", words=strip_marks(match[0]))


def _replace(word: re.Pattern[str], new: str, text: str) -> str:
    def spell(found: re.Match[str]) -> str:
        is_capital = found[0][:1].isupper() and new == new.lower()
        return new[:1].upper() + new[1:] if is_capital else new

    return word.sub(spell, text)
