"""Read summaries from session files."""

import re
from pathlib import Path

from interview_cli.store import disk
from interview_cli.store.document.session_json import parse_file, parse_first_members
from interview_cli.store.document.summaries import parse_common_fields, parse_summary
from interview_cli.store.summary import COMMON_STORED_FIELDS, CommonFields, Summary

_FRONT_BYTES = 1_024
_FRONT_KEYS = {"schema_version", *COMMON_STORED_FIELDS}
_POST_FRONT_KEYS = _FRONT_KEYS - {"job_title"}
"""The title of a job post is further back; listings find a post by its name."""
_KIND_BYTES = 160
_KIND = re.compile(
    rb'\{\s*"schema_version": \d+,\s*"kind": "(interview|job_post)",\s*"session_id": "([^"]+)",'
)
"""How a file begins that this program wrote."""


def read_common_fields(path: Path | str) -> CommonFields:
    """Read the common fields of a session, if possible from the first bytes of its file alone.

    Then the rest of the file is not checked. Raises FileNotFoundError, SessionDamaged or
    StorageFailed.
    """
    front = parse_first_members(disk.read_file(path, _FRONT_BYTES))
    needed = _POST_FRONT_KEYS if front.get("kind") == "job_post" else _FRONT_KEYS
    data = front if needed <= front.keys() else parse_file(path, disk.read_file(path))
    return parse_common_fields(path, data)


def read_kind(path: Path) -> str:
    """Read the kind of a session, if possible without parsing: a list of one kind reads every file.

    Raises as `read_common_fields` does.
    """
    match = _KIND.match(disk.read_file(path, _KIND_BYTES))
    if match and match[2].decode("utf-8", "replace") == path.stem:
        return match[1].decode("ascii")
    return read_common_fields(path).kind


def read_summary(path: Path) -> Summary:
    """Read a whole session file. Raises FileNotFoundError, SessionDamaged or StorageFailed."""
    return parse_summary(path, parse_file(path, disk.read_file(path)))
