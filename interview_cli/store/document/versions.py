"""Upgrade session files of older versions to the present version.

A version that changes the form of the files adds a step here, from the version before. A file is
upgraded whenever it is read, and written in the new form when the session is next changed.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from interview_cli.errors import SessionDamaged
from interview_cli.limits import SCHEMA_VERSION
from interview_cli.store import disk

_ROLES = {"User": "user", "AI": "assistant"}


def upgrade(path: Path | str, data: dict[str, Any]) -> dict[str, Any]:
    """Return a file's data in the present form; the same object if it has that form already.

    Raises SessionDamaged for a newer version, and for a version that never existed.
    """
    version = data.get("schema_version", _guess_version(data))
    if type(version) is int and version > SCHEMA_VERSION:
        raise SessionDamaged(
            f"{path} was written by a newer version of interview.",
            "upgrade interview; the file was left as it was",
        )
    if type(version) is not int or version not in (*_STEPS, SCHEMA_VERSION):
        raise disk.damaged_file(path, "its schema_version does not exist")
    try:
        for step in range(version, SCHEMA_VERSION):
            data = _STEPS[step](data)
    except (KeyError, TypeError, ValueError) as error:
        raise disk.damaged_file(path, f"it lacks a field of version {version}") from error
    return data


def _guess_version(data: dict[str, Any]) -> int:
    """Files written by hand have the present version; only version 0 never stored its kind."""
    return 0 if "kind" not in data and "conversation_history" in data else SCHEMA_VERSION


def _upgrade_from_0(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a job post of version 0, whose conversation is a list of lines.

    A line begins with `User: ` or `AI: `; a line that does not continues the one before. Version
    0 stored no time with a line, so each message gets the time of the last change. Raises
    KeyError, TypeError or ValueError.
    """
    messages: list[dict[str, str]] = []
    times = {name: _add_utc(old[name]) for name in ("created_at", "last_updated")}
    if type(old["conversation_history"]) is not list:
        raise TypeError("the conversation is not a list")
    for line in old["conversation_history"]:
        speaker, colon, words = str.partition(line, ": ")
        role = _ROLES.get(speaker) if colon else None
        before = messages[-1] if messages else None
        if before and role is None:
            before["content"] += f"\n{line}"
        elif before and role == before["role"] == "assistant":  # one reply, in two lines
            before["content"] += f"\n{words}"
        elif role is None:
            raise ValueError("the first line names no speaker")
        else:
            messages.append({"role": role, "content": words, "timestamp": times["last_updated"]})
    rest = {name: old[name] for name in old if name != "conversation_history"} | times
    return rest | {"schema_version": 1, "kind": "job_post", "messages": messages}


def _add_utc(time: str) -> str:
    """Add the zone that version 0 left out: all its times are UTC. Raises TypeError, ValueError."""
    return time if datetime.fromisoformat(time).tzinfo else f"{time}+00:00"


def _upgrade_from_1(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a file of version 1: version 2 only added fields that may be missing."""
    return old | {"schema_version": 2}


def _upgrade_from_2(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a file of version 2: version 3 only allows ratings and scores that are null."""
    return old | {"schema_version": 3}


def _upgrade_from_3(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a file of version 3: version 4 only added fields that may be missing."""
    return old | {"schema_version": 4}


def _upgrade_from_4(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a file of version 4: version 5 only added fields that may be missing."""
    return old | {"schema_version": 5}


def _upgrade_from_5(old: dict[str, Any]) -> dict[str, Any]:
    """Upgrade a file of version 5: version 6 only added fields that may be missing."""
    return old | {"schema_version": 6}


_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: _upgrade_from_0,
    1: _upgrade_from_1,
    2: _upgrade_from_2,
    3: _upgrade_from_3,
    4: _upgrade_from_4,
    5: _upgrade_from_5,
}
"""From each older version to the next."""
