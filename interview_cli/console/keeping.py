"""Offer to keep a session that would expire."""

from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.store.expiry import find_expiry
from interview_cli.workflow.sessions import keep_session


def offer_to_keep(run: Run, session_id: str) -> None:
    """Say when a session expires, if it does, and keep it if the user wants that."""
    summary, now = run.store.summary(session_id), run.now()
    if find_expiry(summary, now):
        print_note("")
        hint_at_expiry(summary, now)
        if ask_choice(run, "Enter: keep it, n: let it expire.", ("", "n"), on_end="n") == "":
            keep_session(run.store, session_id, now)
            print_note("kept: it does not expire")
