"""Show the wait for a model on a terminal: a spinner, then its words as they arrive."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from interview_cli.coach.base import ProgressListener
from interview_cli.text import remove_controls

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text


class LiveProgress(ProgressListener):
    """Draw on stderr and erase it again: the reply itself is printed after it is saved."""

    shows_text = True

    def __init__(self, print_line: Callable[[str], None], *, uses_color: bool) -> None:
        self._print_line = print_line
        self._uses_color = uses_color
        self._live: Live | None = None
        self._shown = ""

    def notice(self, text: str) -> None:
        self.done()
        self._print_line(text)

    def waiting(self, whom: str) -> None:
        # Imported here: only a wait on a terminal needs them.
        from rich.spinner import Spinner
        from rich.text import Text

        self._draw(Spinner("dots", Text(f"waiting for {remove_controls(whom)}; Ctrl-C stops")))

    def text(self, so_far: str) -> None:
        from rich.text import Text

        self._shown = remove_controls(so_far)
        self._draw(Text(self._shown))

    def done(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None

    def strike_out(self, fault: str) -> None:
        self.done()
        self._create_console().out(self._shown, style="strike")
        self._print_line(f"struck out: this question {fault}.")

    def _create_console(self) -> "Console":
        from rich.console import Console

        return Console(stderr=True, no_color=not self._uses_color, highlight=False)

    def _draw(self, content: "Spinner | Text") -> None:
        from rich.live import Live

        if self._live is not None:
            self._live.update(content)
            return
        # Rich must not redirect sys.stdout: results are printed there meanwhile.
        self._live = Live(
            content,
            console=self._create_console(),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._live.start()
