"""The editor of a terminal that can move its cursor: drawn in place, below what was printed."""

import sys
import textwrap
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension

from interview_cli.terminal.background_save import BackgroundSaver
from interview_cli.terminal.boxes import Box, EditorResult, Ending
from interview_cli.terminal.external_editor import EditorFailed, edit_externally
from interview_cli.terminal.quiet_output import QuietOutput
from interview_cli.terminal.word_wrap import WordWrap
from interview_cli.text import is_blank

_KEYS = ("Enter new line", "Ctrl-D send", "Ctrl-X Ctrl-E editor", "Ctrl-C leave")
_SHORT_KEYS = ("Ctrl-D send", "Ctrl-C leave")
_NARROW_COLUMNS = 60
_TAB = "    "
_FIRST_PREFIX, _PREFIX = "> ", "  "


class InlineEditor:
    """One text box with a line of keys below it. Neither the screen nor the mouse is taken over."""

    def __init__(
        self,
        box: Box,
        change: Callable[[str], None],
        on_ready: Callable[[], None],
        saver: BackgroundSaver,
    ) -> None:
        self._box = box
        self._change = change
        self._on_ready: Callable[[], None] | None = on_ready
        self._saver = saver
        self._message = box.notice
        self._is_leaving = False
        """Whether the last key was Ctrl-C."""
        self._is_pausing = False
        """Whether the user was asked if to pause."""
        self._buffer = Buffer(
            document=Document(box.draft, len(box.draft)),
            history=InMemoryHistory(list(box.history)),
            multiline=True,
            on_text_changed=self._note_change,
            on_cursor_position_changed=self._clear_message,
        )
        self._app: Application[EditorResult] = Application(
            layout=self._build_layout(),
            key_bindings=self._bind_keys(),
            input=create_input(),
            output=QuietOutput.from_pty(sys.stderr),
            refresh_interval=1.0,
            after_render=self._report_ready,
        )

    def run(self) -> EditorResult:
        """Show the box until the user leaves it. Raises EOFError or OSError without a terminal."""
        return self._app.run(
            pre_run=self._catch_exceptions, handle_sigint=False, set_exception_handler=False
        )

    def _catch_exceptions(self) -> None:
        """End the editor by any exception, instead of printing it over the screen."""

        def end(_: AbstractEventLoop, context: dict[str, Any]) -> None:
            if self._app.is_running and not self._app.is_done:
                self._app.exit(exception=context.get("exception") or RuntimeError())

        get_running_loop().set_exception_handler(end)

    def _report_ready(self, _: Application[EditorResult]) -> None:
        if self._on_ready:
            self._on_ready()
            self._on_ready = None

    def _build_layout(self) -> Layout:
        box = Window(
            BufferControl(self._buffer, input_processors=[WordWrap(len(_FIRST_PREFIX))]),
            wrap_lines=True,
            get_line_prefix=lambda number, wraps: _PREFIX if number or wraps else _FIRST_PREFIX,
        )
        footer = Window(
            FormattedTextControl(self._build_footer),
            height=lambda: Dimension.exact(len(self._wrap_footer())),
        )
        return Layout(HSplit([box, ConditionalContainer(footer, ~is_done)]))

    def _build_footer(self) -> StyleAndTextTuples:
        lines = self._wrap_footer()
        return [("reverse", "\n".join(lines))]

    def _wrap_footer(self) -> list[str]:
        columns = self._app.output.get_size().columns
        failure = self._saver.failure
        messages = (f"the draft is not saved: {failure}" if failure else "", self._message)
        lines = [
            line for message in messages for line in textwrap.wrap(message, max(columns - 1, 10))
        ]
        parts = [
            self._box.status(self._buffer.text),
            " ".join(f"/{name}" for name in self._box.commands),
            *(_KEYS if columns >= _NARROW_COLUMNS else _SHORT_KEYS),
        ]
        lines += _join_parts([part for part in parts if part], max(columns - 1, 10))
        return lines[: max(self._app.output.get_size().rows - 2, 1)]

    def _note_change(self, _: Buffer) -> None:
        self._clear_message(self._buffer)
        # What the up key shows from the history is not what the user typed.
        if self._buffer.text not in self._box.history:
            self._change(self._buffer.text)

    def _clear_message(self, _: Buffer) -> None:
        self._message, self._is_leaving, self._is_pausing = "", False, False

    def _bind_keys(self) -> KeyBindings:
        keys = KeyBindings()
        is_pausing = Condition(lambda: self._is_pausing)
        keys.add("c-d", eager=True)(self._send)
        keys.add("escape", "enter")(self._send)
        keys.add("enter")(self._start_line)
        keys.add("c-c")(self._interrupt)
        keys.add("c-x", "c-e")(self._open_editor)
        keys.add("c-z")(lambda event: event.app.suspend_to_background())
        keys.add("tab")(lambda event: event.current_buffer.insert_text(_TAB))
        # By default these throw the text away, or turn it into a comment and send it.
        for sequence in (["c-o"], ["escape", "#"]):
            keys.add(*sequence)(lambda event: None)
        for key in ("y", "Y", "enter", "c-d"):
            keys.add(key, filter=is_pausing, eager=True)(self._pause)
        for key in ("n", "N", "escape"):
            keys.add(key, filter=is_pausing, eager=True)(self._stay)
        return keys

    def _send(self, event: KeyPressEvent) -> None:
        text = self._buffer.text
        if is_blank(text):
            self._clear_message(self._buffer)
            self._is_pausing = True
            self._message = "nothing is typed: pause here? y or Enter: pause, n: stay"
        elif refusal := self._box.explain_refusal(text):
            self._clear_message(self._buffer)
            self._message = refusal
        else:
            event.app.exit(result=self._box.send(text))

    def _start_line(self, event: KeyPressEvent) -> None:
        document = self._buffer.document
        is_first_line = document.cursor_position_row == 0 and document.is_cursor_at_the_end_of_line
        found = self._box.find_command(self._buffer.text) if is_first_line else None
        if document.is_cursor_at_the_end:
            found = found or self._box.find_last_command(self._buffer.text)
        if found:
            event.app.exit(result=found)
        elif is_first_line and (unknown := self._box.explain_unknown_command(self._buffer.text)):
            self._clear_message(self._buffer)
            self._message = unknown
        else:
            self._buffer.insert_text("\n")

    def _pause(self, event: KeyPressEvent) -> None:
        event.app.exit(result=EditorResult(Ending.PAUSED))

    def _stay(self, event: KeyPressEvent) -> None:
        self._clear_message(self._buffer)

    def _interrupt(self, event: KeyPressEvent) -> None:
        if self._is_leaving:
            event.app.exit(result=EditorResult(Ending.LEFT, self._buffer.text))
            return
        self._clear_message(self._buffer)
        self._is_leaving = True
        kept = "" if is_blank(self._buffer.text) else "your draft is kept; "
        self._message = f"{kept}press Ctrl-C again to leave"

    def _open_editor(self, event: KeyPressEvent) -> None:
        def edit() -> None:
            try:
                edited = edit_externally(self._buffer.text, self._change)
            except EditorFailed as error:
                self._message = str(error)
                return
            self._buffer.document = Document(edited.text, len(edited.text))
            self._message = edited.notice

        run_in_terminal(edit)


def _join_parts(parts: list[str], columns: int) -> list[str]:
    """Join the parts into lines, broken between parts unless a part alone is too long."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} | {part}" if lines else part
        if lines and len(joined) <= columns:
            lines[-1] = joined
        else:
            lines += textwrap.wrap(part, columns)
    return lines
