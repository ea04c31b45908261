"""Join what rules and a model read in the same message."""

from collections.abc import Iterable
from dataclasses import replace

from interview_cli.english.foreign import is_foreign
from interview_cli.job_posts.acts import Act
from interview_cli.vocabulary import POST_LISTS

_ABOUT_CONVERSATION = (
    "confirm",
    "doubt",
    "refuse",
    "undo",
    "restart",
    "show",
    "ask",
    "greet",
    "thank",
)
_KEEPS_OUT = ("deny", "remove", "unlawful", "cannot", "restore", "unclear")


def join_acts(rules: Iterable[Act], model: Iterable[Act], message: str) -> tuple[Act, ...]:
    """Return the acts of both readers. If the model found none, they are those of the rules.

    Rules win where both read the same field, except in messages that are not English. What the
    rules keep out of a post, a model does not bring in. Words that the rules could not use and the
    model could are used.
    """
    known, others = list(rules), list(model)
    if not others or any(act.kind in _ABOUT_CONVERSATION for act in known):
        return tuple(known)
    added = [act for act in others if not _is_kept_out(act, known)]
    if is_foreign(message):
        known = [act for act in known if not _has_rival(act, added)]
    added = [act for act in added if not _has_rival(act, known)]
    used = [act for act in added if act.kind in ("set", "add")]
    known = [act for act in known if act.kind != "beside" or not _is_used(act, used)]
    return (*known, *(_adapt(act) for act in added))


def _is_kept_out(act: Act, known: list[Act]) -> bool:
    if act.kind == "remove":
        return any(other.kind in ("set", "add") and other.field == act.field for other in known)
    if act.kind not in ("set", "add"):
        return False
    return any(
        other.kind in _KEEPS_OUT
        and (_overlaps(act.words, other.words) or _overlaps(str(act.value), str(other.value)))
        for other in known
    ) or any(other.kind == "replace" and _overlaps(str(act.value), other.old) for other in known)


def _has_rival(act: Act, others: list[Act]) -> bool:
    """Return whether other acts read the same field or the same entry."""
    if act.kind == "set":
        return any(
            other.kind in ("set", "replace") and other.field == act.field for other in others
        )
    if act.kind == "add":
        return any(
            other.kind in ("add", "replace") and _overlaps(act.words, other.words)
            for other in others
        )
    return any(
        (other.kind, other.field, str(other.value).casefold())
        == (act.kind, act.field, str(act.value).casefold())
        for other in others
    )


def _is_used(beside: Act, used: list[Act]) -> bool:
    return any(_overlaps(beside.words, act.words) for act in used)


def _overlaps(one: str, other: str) -> bool:
    first, second = one.casefold().strip(" ."), other.casefold().strip(" .")
    return bool(first and second) and (first in second or second in first)


def _adapt(act: Act) -> Act:
    """Return an act of a model in the form that the rules use."""
    is_entry = act.field in POST_LISTS
    return replace(act, kind="add") if act.kind == "set" and is_entry else act
