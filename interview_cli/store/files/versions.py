"""Session files of every version that was ever written, as ones of this version.

What a later version changes in the form of the files gets its step here, from the version before.
A file is upgraded when it is read, and written in the new form when it is next changed.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from interview_cli.errors import SessionDamaged
from interview_cli.settings import SCHEMA_VERSION
from interview_cli.store.files import disk

_ROLES = {"User": "user", "AI": "assistant"}


def upgraded(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """A file's data in the form of this version: the very same object where it has that already.

    Raises SessionDamaged for a newer version, and for one that was never written.
    """
    version = data.get("schema_version", _version_without_a_word(data))
    if type(version) is int and version > SCHEMA_VERSION:
        raise SessionDamaged(
            f"{path} was written by a newer version of interview.",
            "upgrade interview; the file was left as it is",
        )
    if type(version) is not int or version not in (*_STEPS, SCHEMA_VERSION):
        raise disk.damaged(path, "its schema_version is none that was ever written")
    try:
        for step in range(version, SCHEMA_VERSION):
            data = _STEPS[step](data)
    except (KeyError, TypeError, ValueError) as error:
        raise disk.damaged(path, f"it does not hold what version {version} held") from error
    return data


def _version_without_a_word(data: dict[str, Any]) -> int:
    """A file written by hand is of this version; only version 0 never said its kind."""
    return 0 if "kind" not in data and "conversation_history" in data else SCHEMA_VERSION


def _from_0(old: dict[str, Any]) -> dict[str, Any]:
    """Version 0 were job posts alone: the conversation a list of lines, `User: …` and `AI: …`.

    When each was said it did not keep: they get the time of the last change. A line that names
    nobody goes on with the one before. Raises KeyError, TypeError or ValueError.
    """
    messages: list[dict[str, str]] = []
    times = {name: _with_zone(old[name]) for name in ("created_at", "last_updated")}
    if type(old["conversation_history"]) is not list:
        raise TypeError("a conversation that is no list")
    for line in old["conversation_history"]:
        speaker, colon, said = str.partition(line, ": ")
        role = _ROLES.get(speaker) if colon else None
        before = messages[-1] if messages else None
        if before and role is None:
            before["content"] += f"\n{line}"
        elif before and role == before["role"] == "assistant":  # one reply, in two lines
            before["content"] += f"\n{said}"
        elif role is None:
            raise ValueError("a conversation that nobody began")
        else:
            messages.append({"role": role, "content": said, "timestamp": times["last_updated"]})
    rest = {name: old[name] for name in old if name != "conversation_history"} | times
    return rest | {"schema_version": 1, "kind": "job_post", "messages": messages}


def _with_zone(time: str) -> str:
    """Version 0 asked for no zone; all times were UTC. Raises TypeError or ValueError."""
    return time if datetime.fromisoformat(time).tzinfo else f"{time}+00:00"


_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_0}
"""From each older version to the next."""
