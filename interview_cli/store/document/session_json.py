"""Parse session files: strictly as a whole, or leniently from their first bytes."""

import json
from collections.abc import Iterator
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Any

from interview_cli.store import disk

_NEXT_MEMBER = ',\n  "'
_MAX_DEPTH = 100
"""Most levels of nesting. A session has seven; JSON readers give up at about two hundred."""


def parse_file(path: Path | str, content: bytes) -> dict[str, Any]:
    """Parse the content of a session file of any version. Raises SessionDamaged.

    Refuses what JSON readers accept but would lose: repeated names, NaN and infinite numbers,
    halves of surrogate pairs.
    """
    try:
        text = content.decode("utf-8")
        data = json.loads(
            text,
            object_pairs_hook=_refuse_repeated_names,
            parse_constant=_refuse_constant,
            parse_float=_parse_finite,
        )
        _refuse_deep_nesting(data, _MAX_DEPTH)
        if "\\ud" in text.lower():  # an escape that may be half of a surrogate pair
            json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise disk.damaged_file(path, "it is not complete JSON") from error
    if not isinstance(data, dict):
        raise disk.damaged_file(path, "it is not a JSON object")
    return data


def parse_first_members(front: bytes) -> dict[str, Any]:
    """Parse the members of a JSON object from its first bytes, at most up to the first incomplete
    one."""
    text = front.decode("utf-8", errors="ignore")
    # In a file that this program wrote each member begins a line. No string holds a line break, and
    # nothing but whole members can be closed here, so this is right or fails.
    end = text.rfind(_NEXT_MEMBER)
    with suppress(ValueError, RecursionError):
        members = json.loads(f"{text[:end]}}}") if end > 0 else None
        if isinstance(members, dict):
            return members
    return dict(_iterate_members(text))


def _iterate_members(text: str) -> Iterator[tuple[str, Any]]:
    decode = json.JSONDecoder().raw_decode
    position = text.find("{") + 1
    while position:
        try:
            key, position = decode(text, _skip_space(text, position))
            colon = _skip_space(text, position)
            value, position = decode(text, _skip_space(text, colon + 1))
            comma = _skip_space(text, position)
        except (ValueError, RecursionError):
            return
        # Only a comma or a brace proves that a number ends here and was not cut.
        if not isinstance(key, str) or text[comma : comma + 1] not in (",", "}"):
            return
        yield key, value
        position = comma + 1 if text[comma] == "," else 0


def _skip_space(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", "\n", "\r", "\t"):
        position += 1
    return position


def _refuse_deep_nesting(data: Any, levels: int) -> None:
    if isinstance(data, dict | list):
        if not levels:
            raise ValueError("nested too deep")
        for part in data.values() if isinstance(data, dict) else data:
            _refuse_deep_nesting(part, levels - 1)


def _refuse_repeated_names(members: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(members)
    if len(data) < len(members):
        raise ValueError("a repeated name")
    return data


def _refuse_constant(word: str) -> None:
    raise ValueError(f"{word} is not a number")


def _parse_finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError("a number out of range")
    return number
