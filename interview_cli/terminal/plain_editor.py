"""The editor of screen readers and of terminals that cannot move their cursor: plain lines."""

import os
import select
import signal
import sys
from collections.abc import Callable

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.utils import get_cwidth

from interview_cli.terminal.background_save import BackgroundSaver
from interview_cli.terminal.boxes import Box, EditorResult, Ending
from interview_cli.terminal.external_editor import EditorFailed, edit_externally
from interview_cli.text import is_blank, remove_controls

_HELP = (
    "Enter: new line. Ctrl-D: send. Backspace, Ctrl-W, Ctrl-U: erase. "
    "Ctrl-X Ctrl-E: editor. Ctrl-C twice: leave."
)
_ESCAPE_WAIT_S = 0.3
"""Time after Escape in which Enter still belongs to it."""


class PlainEditor:
    """A text typed line by line. Only the end of a line can be erased; nothing is drawn again."""

    def __init__(
        self,
        box: Box,
        change: Callable[[str], None],
        on_ready: Callable[[], None],
        saver: BackgroundSaver,
    ) -> None:
        self._box = box
        self._change = change
        self._on_ready = on_ready
        self._saver = saver
        self._text = box.draft
        self._input: Input = create_input()
        self._before: Keys | str = ""
        """The key before the present one."""
        self._is_pausing = False

    def run(self) -> EditorResult:
        """Read keys until the user leaves. Raises EOFError when the terminal is closed."""
        with self._input.raw_mode():
            self._write("\n".join([_HELP, *self._box.describe_commands(), *self._notices(), ""]))
            self._write(f"> {self._show(self._text)}")
            self._on_ready()
            while not isinstance(ending := self._read_until_action(), EditorResult):
                with self._input.cooked_mode():  # Another program takes the terminal meanwhile.
                    notice = ending()
                # Written when keys are read again: a Ctrl-D in cooked mode would be lost.
                if notice:
                    self._write(f"\n{notice}")
                self._write(f"\n> {self._show(self._text)}")
        self._write("\n")
        return ending

    def _notices(self) -> list[str]:
        return [self._box.notice] if self._box.notice else []

    def _read_until_action(self) -> "EditorResult | Callable[[], str]":
        while True:
            keys = self._read_keys()
            while keys:
                press = keys.pop(0)
                result = self._answer_pause(press) if self._is_pausing else self._obey(press)
                self._before = press.key
                if result is not None:
                    store_typeahead(self._input, keys)  # for whatever reads the terminal next
                    return result

    def _read_keys(self) -> list[KeyPress]:
        if ahead := get_typeahead(self._input):
            return ahead
        ready, _, _ = select.select([self._input.fileno()], [], [], _ESCAPE_WAIT_S)
        if not ready:
            return self._input.flush_keys()
        keys = self._input.read_keys()
        if self._input.closed:
            raise EOFError
        return keys

    def _obey(self, press: KeyPress) -> "EditorResult | Callable[[], str] | None":
        if press.key == Keys.ControlC:
            return self._interrupt()
        if press.key == Keys.ControlD or (press.key == Keys.ControlM and self._is_after_escape()):
            return self._send()
        if press.key == Keys.ControlE and self._before == Keys.ControlX:
            return self._edit_externally
        if press.key == Keys.ControlZ:
            return _suspend
        if press.key in (Keys.ControlM, Keys.ControlJ):
            return self._start_line()
        self._erase_or_insert(press)
        return None

    def _is_after_escape(self) -> bool:
        return self._before == Keys.Escape

    def _erase_or_insert(self, press: KeyPress) -> None:
        line = self._text.rpartition("\n")[2]
        if press.key in (Keys.ControlH, Keys.Backspace):
            self._erase(1)
        elif press.key == Keys.ControlW:
            before, space, _ = line.rstrip().rpartition(" ")
            self._erase(len(line) - len(before + space))
        elif press.key == Keys.ControlU:
            self._erase(len(line))
        elif press.key == Keys.BracketedPaste:
            self._insert(press.data)
        elif press.key == Keys.ControlI:
            self._insert("    ")
        elif len(press.key) == 1 and not self._is_after_escape():
            self._insert(press.data)

    def _insert(self, typed: str) -> None:
        typed = typed.replace("\r\n", "\n").replace("\r", "\n")
        # A signal may come between any two of these lines: what is shown must be kept.
        self._text += typed
        self._change(self._text)
        self._write(self._show(typed))

    def _erase(self, count: int) -> None:
        """Erase the last characters of the line; at its beginning, go back to the one before."""
        line = self._text.rpartition("\n")[2]
        if not line and self._text:
            self._text = self._text[:-1]
            self._change(self._text)
            self._write(f"\n{self._show(self._text.rpartition(chr(10))[2])}")
        elif line and count:
            self._text = self._text[:-count]
            self._change(self._text)
            width = get_cwidth(line[-count:])
            self._write("\b" * width + " " * width + "\b" * width)

    def _start_line(self) -> EditorResult | None:
        if found := self._box.find_last_command(self._text):
            return found
        if "\n" not in self._text and (unknown := self._box.explain_unknown_command(self._text)):
            self._say(unknown)
            return None
        self._insert("\n")
        return None

    def _send(self) -> EditorResult | None:
        if is_blank(self._text):
            self._is_pausing = True
            self._write("\nNothing is typed. Pause here? y or Enter: pause, n: stay. ")
            return None
        if refusal := self._box.explain_refusal(self._text):
            self._say(refusal)
            return None
        if status := self._box.status(self._text):
            self._write(f"\n{status}")
        return self._box.send(self._text)

    def _answer_pause(self, press: KeyPress) -> EditorResult | None:
        self._is_pausing = False
        if press.key in ("y", "Y", Keys.ControlM, Keys.ControlD):
            return EditorResult(Ending.PAUSED)
        self._write("\n> ")
        if press.key not in ("n", "N"):
            self._erase_or_insert(press)
        return None

    def _interrupt(self) -> EditorResult | None:
        if self._before == Keys.ControlC:
            return EditorResult(Ending.LEFT, self._text)
        kept = "" if is_blank(self._text) else "your draft is kept; "
        self._say(f"{kept}press Ctrl-C again to leave")
        return None

    def _edit_externally(self) -> str:
        """Let the user's editor change the text; return a sentence on what went wrong, or ""."""
        try:
            edited = edit_externally(self._text, self._change)
        except EditorFailed as error:
            return str(error)
        self._text = edited.text
        self._change(self._text)
        return edited.notice

    def _say(self, sentence: str) -> None:
        """Print a sentence on a line of its own, then the line that is being typed."""
        if failure := self._saver.failure:
            sentence = f"{sentence}\nthe draft is not saved: {failure}"
        line = self._text.rpartition("\n")[2]
        self._write(f"\n{sentence}\n> {self._show(line)}")

    def _show(self, text: str) -> str:
        return remove_controls(text)

    def _write(self, text: str) -> None:
        sys.stderr.buffer.write(text.encode(sys.stderr.encoding or "utf-8", "replace"))
        sys.stderr.buffer.flush()


def _suspend() -> str:
    os.kill(0, signal.SIGTSTP)
    return ""
