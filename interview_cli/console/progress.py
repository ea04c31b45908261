"""Report to the user while a coach works."""

from interview_cli.coach.base import Watch
from interview_cli.console.output import note, stderr_is_terminal
from interview_cli.context import Run


class Notes(Watch):
    """Print each notice as a line on stderr."""

    def notice(self, text: str) -> None:
        note(f"note: {text}")


def watch(run: Run) -> Watch:
    """Show progress live on a terminal; elsewhere print notices only."""
    notes = Notes()
    if run.json or not stderr_is_terminal():
        return notes
    from interview_cli.terminal.live import LiveWatch

    return LiveWatch(notes.notice)
