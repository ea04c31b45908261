"""Read whole sessions from their documents."""

import json
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from interview_cli.errors import StorageFailed
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.store import disk
from interview_cli.store.document.session_json import parse_file
from interview_cli.store.document.summaries import parse_summary
from interview_cli.store.document.versions import upgrade
from interview_cli.store.ids import explain_wrong_kind
from interview_cli.stored import Session

S = TypeVar("S", bound=Session)


def format_session(session: Session, name: str) -> bytes:
    """Return the document of a session; `name` names it in a message.

    Raises StorageFailed if it is too large.
    """
    content = session.to_json()
    # Never write a session that could not be loaded.
    type(session).model_validate_json(content)
    if len(content) > disk.MAX_FILE_BYTES:
        raise StorageFailed(
            f"{name}: the session is too large to be saved.",
            NextStep(Action.LEAVE_DAMAGED, session.session_id),
        )
    return content


def parse_session(path: Path, content: bytes, kind: type[S]) -> S:
    """Return the session of a document. Raises SessionDamaged, naming `path`, or NotFound for a
    session of another kind."""
    stored = parse_file(path, content)
    data = upgrade(path, stored)
    model = _find_model(data.get("kind"))
    try:
        # Strict models read times from JSON text, not from parsed strings.
        session = model.model_validate_json(content if data is stored else json.dumps(data))
    except ValidationError as error:
        raise disk.damaged_file(path, _describe_places(error)) from None
    parse_summary(path, stored)  # A session that listings call damaged must not load.
    if not isinstance(session, kind):
        raise explain_wrong_kind(session.session_id, session.kind)
    return session


def _find_model(kind: object) -> type[Session]:
    if kind == "job_post":
        # Imported here: an interview must not pay for the models of job posts.
        from interview_cli.post_models import JobPost

        return JobPost
    return Interview


def _describe_places(error: ValidationError) -> str:
    """Name the fields that are wrong, never their content."""
    places = {".".join(str(part) for part in detail["loc"]) for detail in error.errors()}
    named = ", ".join(sorted(place for place in places if place)[:3])
    return f"some fields are not those of a session ({named or 'the file as a whole'})"
