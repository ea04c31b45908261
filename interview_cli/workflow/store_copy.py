"""Copy whole sessions from one store to another, and read each back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from interview_cli.errors import InterviewError, NotFound, StorageFailed
from interview_cli.store.drafts import Stores

Outcome = Literal["copied", "exists", "failed"]


@dataclass(frozen=True)
class CopiedSession:
    """What became of one session."""

    session_id: str
    outcome: Outcome
    reason: str = ""
    """Why a session was not copied."""


def copy_sessions(source: Stores, target: Stores) -> Iterator[CopiedSession]:
    """Copy every session with its drafts, oldest first, and say what became of each.

    Documents are copied byte for byte, as of the moment of copying, and compared after they are
    read back. A session that the target has is left as it is there, so a copy that was stopped
    can be run again. Raises StorageFailed if the source cannot be listed.
    """
    for session_id in source.sessions.list_ids():
        try:
            yield _copy_one(session_id, source, target)
        except NotFound:
            continue  # Another process removed it meanwhile.
        except InterviewError as error:
            yield CopiedSession(session_id, "failed", error.message)


def _copy_one(session_id: str, source: Stores, target: Stores) -> CopiedSession:
    document = source.sessions.read_document(session_id)
    if not target.sessions.add_document(session_id, document):
        is_same = target.sessions.read_document(session_id) == document
        if is_same:  # a copy that was stopped before the drafts goes on
            _copy_drafts(session_id, source, target)
        return CopiedSession(session_id, "exists", "" if is_same else "with other content")
    if target.sessions.read_document(session_id) != document:
        raise StorageFailed("what was read back differs from what was written.")
    _copy_drafts(session_id, source, target)
    return CopiedSession(session_id, "copied")


def _copy_drafts(session_id: str, source: Stores, target: Stores) -> None:
    known = target.drafts.list_parts(session_id)
    for part in source.drafts.list_parts(session_id):
        if part not in known:
            target.drafts.save(session_id, part, source.drafts.load(session_id, part))
