"""Say when a session expires, and what the user can do about it."""

from datetime import datetime

from interview_cli.console.output import print_hint
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.store.expiry import find_expiry
from interview_cli.store.summary import Summary


def hint_at_expiry(summary: Summary, now: datetime) -> None:
    """Print on a terminal when the session expires, how to keep it, and how to change the TTL."""
    moment = find_expiry(summary, now)
    if moment is not None:
        keep = spell_command(NextStep(Action.KEEP, summary.session_id))
        print_hint(f"expires {moment:%Y-%m-%d %H:%M} UTC, {summary.ttl} after its last change")
        print_hint(f"to keep it: {keep}")
        print_hint("to change the default: interview config set ttl 7d")
