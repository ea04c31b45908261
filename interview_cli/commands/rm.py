"""`interview rm`: delete sessions."""

from typing import Annotated

import typer

from interview_cli.console.options import SessionsArgument, declare_command, find_run
from interview_cli.console.output import confirm, print_hint, print_json, print_note
from interview_cli.context import Run
from interview_cli.render.payload import build_status_payload
from interview_cli.store.ids import explain_wrong_kind, short_id
from interview_cli.workflow.sessions import remove_session


@declare_command
def rm(
    ctx: typer.Context,
    sessions: SessionsArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
) -> None:
    """Delete sessions with all their data."""
    remove_sessions(find_run(ctx), sessions, None, is_sure=yes)


def remove_sessions(run: Run, sessions: list[str], kind: str | None, *, is_sure: bool) -> None:
    """Delete sessions of `kind`, or of any; ask on a terminal unless `is_sure`."""
    now = run.now()
    ids = list(dict.fromkeys(run.store.find(name, now, kind) for name in sessions))
    heads = [run.store.summary(session_id) for session_id in ids]
    for head in heads:
        if kind not in (None, head.kind):
            raise explain_wrong_kind(head.session_id, head.kind)
    names = ", ".join(f"{head.name} ({short_id(head.session_id)})" for head in heads)
    if not is_sure and not confirm(
        f"Delete {names} with CV, answers and feedback?",
        refusal="rm asks before it deletes",
        hint="add --yes to delete without asking",
    ):
        heads = []
    documents = [build_status_payload(head, now) for head in heads]
    for head in heads:
        remove_session(run.store, run.drafts, head.session_id)
        # Reported one by one, because the next may fail, and also for one: `latest` names none.
        print_note(f"deleted {head.name} ({short_id(head.session_id)})")
    if run.json:
        print_json(documents[0] if len(documents) == 1 else {"status": "ok", "sessions": documents})
    if not heads:
        print_hint("nothing was deleted")
