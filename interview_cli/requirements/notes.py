"""Tell whole phrases from notes, which leave out articles: "handled strike"."""

from collections.abc import Iterator, Sequence
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.requirements.cv_titles import load_role_words

_CURRENCIES = "£€$~"


def is_said_whole(words: Sequence[str]) -> bool:
    """Return whether each noun in what follows a verb has its article, or needs none.

    A phrase that goes on with a clause is not counted as whole.
    """
    if (
        not words
        or words[-1].lower() in _load_words("joints")
        or set(words) & _load_words("clauses")
    ):
        return False
    if words[0].lower() in ("and", "or"):
        return False
    groups = [(group, joint) for group, joint in _split_groups(words) if group]
    return all(
        _is_whole(group, is_before_of=joint == "of") or _is_shared_adjective(group, joint)
        for group, joint in groups
    )


def _split_groups(words: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    """Yield the words between joints, each group with the joint behind it."""
    group: list[str] = []
    for word in words:
        if word.lower() in _load_words("joints"):
            yield group, word.lower()
            group = []
        else:
            group.append(word.strip(","))
    yield group, ""


def _is_shared_adjective(group: Sequence[str], joint: str) -> bool:
    """Return whether words end with an adjective of the noun after "and": "domestic and …"."""
    return joint in ("and", "or") and group[-1].lower().endswith(
        tuple(_load_words("adjective_endings"))
    )


def _is_whole(group: Sequence[str], *, is_before_of: bool) -> bool:
    """Return whether a noun with the words before it stands as in speech.

    What is not counted needs an article before "of": "code", but "the code of two juniors".
    """
    if len(group) > 1 and group[-1][0] in _CURRENCIES:  # "duplicate credit $14,300": a note
        group = group[:-1]
    first, last = group[0].lower(), group[-1].lower()
    if first in _load_words("determiners") or any(
        word.lstrip(_CURRENCIES)[:1].isdigit() for word in group
    ):
        return True
    if last in load_role_words():
        return False  # "for Assigned Certifier"
    if any(char.isupper() for char in group[-1]):
        return True
    is_plural = last.endswith("s") and not last.endswith(("ss", "ous"))
    is_mass = last.endswith(("ing", "tion", "ness")) or last in _load_words("mass")
    if last in _load_words("counted"):
        return False
    return is_plural or (is_mass and not is_before_of) or last in _load_words("alone")


@cache
def _load_words(name: str) -> frozenset[str]:
    lists = load_toml("interview_cli.requirements", "notes.toml")["words"]
    return frozenset(lists[name].split())
