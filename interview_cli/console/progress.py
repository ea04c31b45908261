"""Report to the user while a coach works."""

from interview_cli.coach.base import ProgressListener
from interview_cli.console.output import is_stderr_terminal, print_note
from interview_cli.console.switches import QUIET, is_given
from interview_cli.context import Run


class NoticePrinter(ProgressListener):
    """Print each notice as a line on stderr."""

    def notice(self, text: str) -> None:
        print_note(f"note: {text}")


class PlainProgress(NoticePrinter):
    """Print a line when a wait begins, and redraw nothing."""

    def __init__(self) -> None:
        self._shown = ""

    def waiting(self, whom: str) -> None:
        if whom != self._shown:
            print_note(f"waiting for {whom}; Ctrl-C stops")
        self._shown = whom

    def done(self) -> None:
        self._shown = ""


def choose_listener(run: Run) -> ProgressListener:
    """Show progress live on a terminal; elsewhere print notices only."""
    notes = NoticePrinter()
    if run.json or is_given(QUIET) or not is_stderr_terminal():
        return notes
    if run.settings.is_plain:
        return PlainProgress()
    from interview_cli.terminal.live import LiveProgress

    return LiveProgress(notes.notice, uses_color=run.settings.uses_color)
