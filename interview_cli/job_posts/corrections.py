"""Read corrections: what to remove, to replace, to rename, to move and to add.

The rules are in `corrections.toml`.
"""

import re

from interview_cli.english.rules import Rules
from interview_cli.job_posts import denials
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.removals import remove_each
from interview_cli.job_posts.splitting import split_names
from interview_cli.job_posts.stored_entries import (
    find_last_mentioned,
    find_leading,
    find_stored,
    stem_all,
)
from interview_cli.job_posts.word_lists import pick_group
from interview_cli.vocabulary import POST_LISTS, PostField

_RULES = Rules("interview_cli.job_posts", "corrections.toml")
_NUMBER = re.compile(r"\d[\d.,]*")
_SHARE = 0.34
"""The part of an entry's words that a denial has to name."""


def strip_cues(text: str) -> tuple[str, bool]:
    """Return a text without the words that introduce it, and whether they announce a correction."""
    corrects = False
    while True:
        if cue := _RULES.pattern("cue").match(text):
            corrects = True
        elif not (cue := _RULES.pattern("opener").match(text)):
            break
        text = text[cue.end() :]
    while behind := _RULES.pattern("cue_behind").search(text):
        corrects = corrects or behind[0].strip(" ,.!").lower() in _CORRECTING_BEHIND
        text = text[: behind.start()]
    return text, corrects


_CORRECTING_BEHIND = ("instead", "actually", "rather", "after all", "sorry")


def split_orders(sentence: str) -> list[str]:
    """Split a sentence where one order to change the post ends and another begins."""
    return _RULES.pattern("next_order").split(sentence)


def read_denial(clause: str, turn: Turn) -> list[Act] | None:
    """Read a clause that says what is not wanted; None if it does not.

    What stands in the post is removed. What does not is kept out, and said.
    """
    if denials.denies_last(clause):
        return [Act("rank", nice_to_have=True, words=strip_marks(clause))]
    denied = denials.find_denied(clause)
    if denied is None:
        return None
    removed = [act for name in denied for act in remove_each(name, turn)]
    acts = [act for act in removed if _removes_something(act, turn) and _is_denied(act)]
    what = " nor ".join(denied)
    return acts or [Act("deny", value=strip_marks(what), words=strip_marks(clause))]


def _is_denied(act: Act) -> bool:
    """Return whether a denial means what it names: no whole list, and no word of a long entry."""
    if act.field not in POST_LISTS or act.kind == "replace":
        return True
    return bool(act.value) and _SHARE * len(stem_all(str(act.value))) <= len(stem_all(act.words))


def _removes_something(act: Act, turn: Turn) -> bool:
    """Return whether an act removes an entry, or a field that has a value."""
    is_set = act.field is not None and (
        turn.data.has_pay if act.field == "salary" else bool(getattr(turn.data, act.field))
    )
    return act.kind in ("remove", "replace") and is_set


def find_swap(text: str) -> tuple[str, str] | None:
    """Return what a sentence replaces, and what replaces it."""
    for group in ("swap", "rather"):
        if match := _RULES.pattern(group).search(text):
            return pick_group(match, "old") or "", pick_group(match, "new") or ""
    return None


def find_new_title(text: str) -> str | None:
    """Return the title that a sentence gives to the job: "call it Cook"."""
    match = _RULES.pattern("rename").match(text)
    return strip_marks(pick_group(match, "new") or "") if match else None


def find_loose_title(text: str) -> str:
    """Return what a sentence would rather put, which may be a title; empty if it wishes nothing."""
    match = _RULES.pattern("loose_title").match(text)
    return strip_marks(match["new"]) if match else ""


def find_said_name(text: str) -> str:
    """Return what a sentence says that people in the job are called; empty if it does not."""
    match = _RULES.pattern("said_name").match(text.strip(" .!"))
    return strip_marks(pick_group(match, "name") or "") if match else ""


def drop_slips(text: str) -> str:
    """Return a text without what its speaker takes back at once: "senior no not senior, mid"."""
    for group in ("self_correction", "self_choice"):
        text = _RULES.pattern(group).sub(" ", text)
    return text


def join_contrast(text: str) -> str:
    """Return a text with a comma before the value that replaces a denied one: "not 190. 200"."""
    is_denial = text.lower().lstrip().startswith("not ")
    return _RULES.pattern("contrast_stop").sub(", ", text) if is_denial else text


def split_thoughts(text: str) -> str:
    """Return a text with a full stop where its speaker begins anew: "ten. no wait eleven"."""
    return _RULES.pattern("second_thought").sub(". ", text)


def split_dictated(text: str) -> str:
    """Return a text that was dictated with a full stop where a new statement begins."""
    return _RULES.pattern("dictated").sub(". ", text)


def is_retraction(clause: str) -> bool:
    """Return whether a clause only takes back what stands before it: "no"."""
    return bool(_RULES.pattern("retracted").fullmatch(clause))


def read_new_number(text: str, turn: Turn) -> list[Act] | None:
    """Read an entry that is named with its new number: "make the leave 26 days"."""
    match = _RULES.pattern("new_number").fullmatch(text)
    stored = find_stored(pick_group(match, "what") or "", turn) if match else []
    if match is None or len(stored) != 1 or len(_NUMBER.findall(stored[0][1])) != 1:
        return None
    (field, entry), number = stored[0], _NUMBER.search(pick_group(match, "new") or "")
    value = _NUMBER.sub(number[0] if number else "", entry)
    return [Act("replace", field, value, strip_marks(text), corrects=True, old=entry)]


def find_named_value(text: str) -> tuple[PostField | None, str] | None:
    """Return the field that a sentence names and its new value; None as field: the present one."""
    match = _RULES.pattern("named_value").match(text)
    if match is None:
        make = _RULES.pattern("make").match(text)
        return (None, pick_group(make, "what") or "") if make else None
    name = pick_group(match, "field")
    return (find_field(name) if name else None), pick_group(match, "what") or ""


def read_rank(text: str, before: str, turn: Turn) -> tuple[list[Act], str] | None:
    """Read a sentence that moves an entry to another list, or makes it a must or optional.

    Return the acts and the words behind it. "Move it" means what was named `before`.
    """
    if match := _RULES.pattern("rank_it").match(text):
        what, stored = match[0], find_last_mentioned(before, turn)
    elif match := _RULES.pattern("rank").match(text):
        what = pick_group(match, "what") or ""
        named = [found for name in split_names(what) for found in find_stored(name, turn)]
        stored = [found for found in named if found[1]] or find_leading(what, turn)
    else:
        return None
    target = _choose_target((pick_group(match, "list") or "").lower())
    if not stored or target is None:
        return None
    acts: list[Act] = []
    for field, entry in stored:
        acts.append(Act("remove", field, entry, strip_marks(what), corrects=True))
        list_field, is_nice = target
        plain = re.sub(r"\s*\([^)]*\)$", "", entry)
        acts.append(Act("add", list_field, plain, strip_marks(what), True, is_nice))
    return acts, text[match.end() :]


def find_declared(text: str) -> tuple[PostField, str, bool] | None:
    """Return the list that a sentence names for an entry, the entry, and whether it is optional.

    "Write reports is a duty", "add a skill: welding", "another benefit is parking".
    """
    match = _RULES.pattern("declared").match(text)
    if match is None:
        return None
    words, target = pick_group(match, "what") or "", _choose_target(pick_group(match, "list") or "")
    return (target[0], words, target[1]) if target and strip_marks(words) else None


def find_only(text: str) -> str:
    """Return what a sentence says is all that there is: "only Bath"; empty if it says none."""
    match = _RULES.pattern("only").match(text)
    return match["what"] if match else ""


def keep_only(words: str, turn: Turn) -> list[Act] | None:
    """Remove all other entries of a list; None if the words name no stored entry of one list."""
    kept = [found for name in split_names(words) for found in find_stored(name, turn)]
    fields = {field for field, entry in kept if entry}
    if len(fields) != 1 or not all(entry for _field, entry in kept):
        return None
    (field,) = fields
    return [
        Act("remove", field, entry, strip_marks(words), corrects=True)
        for entry in getattr(turn.data, field)
        if (field, entry) not in kept
    ]


def find_addition(text: str) -> tuple[str, PostField | None] | None:
    """Return what a sentence adds, and the list that it names."""
    match = _RULES.pattern("addition").match(text)
    if match is None:
        return None
    return match["what"], find_field(match["list"]) if match["list"] else None


def names_wrong_entry(text: str) -> bool:
    """Return whether a text only says that something is wrong, and not what is right."""
    wrong = _RULES.pattern("wrong_entry").search(text)
    return wrong is not None and not re.match(r"\s*[,;:.–-]+\s*\w", text[wrong.end() :])


def _choose_target(name: str) -> tuple[PostField, bool] | None:
    if name.startswith(("nice", "optional", "a plus", "desir", "prefer", "not ess")):
        return "requirements", True
    if name.startswith(("must", "requir", "essen", "mand")):
        return "requirements", False
    field = find_field(name)
    return (field, False) if field in POST_LISTS else None
