"""Report to the user while a coach works."""

from interview_cli.coach.base import ProgressListener
from interview_cli.console.output import is_stderr_terminal, print_note
from interview_cli.context import Run


class NoticePrinter(ProgressListener):
    """Print each notice as a line on stderr."""

    def notice(self, text: str) -> None:
        print_note(f"note: {text}")


def choose_listener(run: Run) -> ProgressListener:
    """Show progress live on a terminal; elsewhere print notices only."""
    notes = NoticePrinter()
    if run.json or not is_stderr_terminal():
        return notes
    from interview_cli.terminal.live import LiveProgress

    return LiveProgress(notes.notice)
