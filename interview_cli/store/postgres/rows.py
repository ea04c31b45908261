"""What a row of a session holds: its document, and the head that listings read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from psycopg.types.json import Jsonb

from interview_cli.errors import InterviewError, SessionDamaged
from interview_cli.store.base import Listing
from interview_cli.store.expiry import find_expiry
from interview_cli.store.ids import short_id
from interview_cli.store.postgres.heads import build_head, parse_head
from interview_cli.store.summary import Summary, summarize

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.stored import Session

S = TypeVar("S", bound="Session")


def build_row(session: "Session") -> dict[str, Any]:
    """Return the id, head, document and time of expiry of a row. Raises StorageFailed."""
    # Imported here: a listing must not pay for pydantic.
    from interview_cli.store.document.sessions import format_session

    content = format_session(session, short_id(session.session_id))
    summary = summarize(session)
    return {
        "id": session.session_id,
        "head": Jsonb(build_head(summary)),
        "doc": content.decode("utf-8"),
        "expires_at": find_expiry(summary, summary.last_updated),
        "clock": datetime.now(UTC),
    }


def parse_row(session_id: str, document: bytes, kind: type[S]) -> S:
    """Return the session in a document. Raises SessionDamaged, or NotFound for another kind."""
    # Imported here: a listing must not pay for pydantic.
    from interview_cli.store.document.sessions import parse_session

    return parse_session(Path(session_id), document, kind)


def parse_any_kind(session_id: str, document: bytes) -> "Session":
    """Return the session in a document, of whichever kind. Raises SessionDamaged."""
    from interview_cli.stored import Session

    return parse_row(session_id, document, Session)


def parse_summary(session_id: str, head: str, shared_by: str | None = None) -> Summary:
    """Return the summary in the head of a row, which is JSON. Raises SessionDamaged."""
    try:
        return parse_head(head, shared_by)
    except (KeyError, TypeError, ValueError) as error:
        raise SessionDamaged(f"session {short_id(session_id)} is damaged: its head.") from error


def build_listing(rows: list[tuple[Any, ...]], total: int) -> Listing:
    """Return the listing of rows with an id, a head and, if it is shared, an owner."""
    found: list[Summary] = []
    damaged: list[str] = []
    for session_id, head, *owner in rows:
        try:
            found.append(parse_summary(str(session_id), head, *owner))
        except InterviewError:
            damaged.append(str(session_id))
    return Listing(found, total=total, damaged=damaged)
