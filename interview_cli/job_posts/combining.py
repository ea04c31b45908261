"""Combine the acts of one message: what repeats, completes or settles what was said before it."""

from collections.abc import Iterable
from dataclasses import replace

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.pay import Pay


def combine_acts(acts: list[Act]) -> list[Act]:
    """Return acts that set each field of one value at most once and add each entry once."""
    return _drop_repeated(_drop_declined(acts))


def _drop_declined(acts: list[Act]) -> list[Act]:
    """Leave out what a decline says of its field besides: "Level? We have no levels."."""
    declined = {act.field for act in acts if act.kind == "decline"}
    return [
        act
        for act in acts
        if not declined
        or (
            not (act.kind == "ask" and act.value == "meaning")
            and not (act.kind in ("unclear", "set") and act.field in declined)
        )
    ]


def _complete_later(first: Act | None, act: Act) -> Act:
    """Return a currency or a unit with the amounts that were said before it: "28, in euros"."""
    if first is None or not isinstance(act.value, Pay) or not isinstance(first.value, Pay):
        return act
    if act.value.minimum is not None or act.value.maximum is not None:
        return act
    earlier, later = first.value, act.value
    currency, money = (later.currency, later.money) if later.money or later.currency else ("", "")
    pay = replace(
        earlier,
        currency=currency or earlier.currency,
        money=money if currency or money else earlier.money,
        unit=later.unit or earlier.unit,
    )
    return replace(act, value=pay, words=first.words)


def _drop_repeated(acts: Iterable[Act]) -> list[Act]:
    """Keep the first act on each single field, or the last that corrects; each entry once."""
    kept: dict[tuple[object, ...], Act] = {}
    for number, act in enumerate(acts):
        key: tuple[object, ...]
        if act.kind == "set" and act.field != "description":
            key = ("set", act.field)
            act = _complete_later(kept.get(key), act)
            if key in kept and not act.corrects:
                continue
        elif act.kind == "add":
            key = ("add", act.field, str(act.value).casefold())
        else:
            key = (number,)
        kept[key] = act
    return list(kept.values())
