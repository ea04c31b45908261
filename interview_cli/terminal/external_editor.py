"""Edit a text in the editor that the user set up, as git does."""

import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from interview_cli.environment import find_editor_command
from interview_cli.terminal.type_ahead import repair_encoding
from interview_cli.text import remove_controls

_FALLBACKS = ("editor", "nano", "vi")


class EditorFailed(Exception):
    """The editor did not run, or gave no text; the sentence says why."""


@dataclass(frozen=True)
class EditedText:
    """What the user left in the editor."""

    text: str
    notice: str = ""
    """A sentence on how the editor ended, if it failed."""


def edit_externally(text: str, keep: Callable[[str], None]) -> EditedText:
    """Return the text as the user left it in $VISUAL, else $EDITOR, else a common editor.

    Blocks until the editor ends. If an exception ends the wait, such as that of a signal handler,
    `keep` is called with what was saved in the editor, and the exception passes through. Raises
    EditorFailed; the text is then as it was.
    """
    command = _find_editor()
    try:
        # A folder of its own: editors write copies and swap files beside the file.
        with tempfile.TemporaryDirectory(prefix="interview-") as folder:
            path = Path(folder) / "text.txt"
            content = repair_encoding(text)
            path.write_text(content + "\n" if content else "", "utf-8", errors="replace")
            path.chmod(0o600)
            before = _read_text(path)
            with _keep_if_interrupted(path, before, keep), _keyboard_signals_left_to_child():
                exit_code = subprocess.call([*command, str(path)])
            edited = _read_text(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise EditorFailed(f"{command[0]} cannot be used: {reason}") from error
    if exit_code == 0:
        return EditedText(edited)
    if not edited.strip() or edited == before:
        raise EditorFailed(f"{command[0]} ended with {exit_code}: the text is as before")
    return EditedText(edited, f"{command[0]} ended with {exit_code}: the text is as saved there")


def _read_text(path: Path) -> str:
    content = repair_encoding(path.read_text("utf-8", "surrogateescape"))
    return remove_controls(content).removesuffix("\n")


@contextmanager
def _keep_if_interrupted(path: Path, before: str, keep: Callable[[str], None]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            left = _read_text(path)
            if left.strip() and left != before:
                keep(left)
        raise


def _find_editor() -> list[str]:
    named = find_editor_command()
    if named:
        try:
            words = shlex.split(named)
        except ValueError as error:
            raise EditorFailed("VISUAL or EDITOR is not a command") from error
        if words:
            return words
    for name in _FALLBACKS:
        if shutil.which(name):
            return [name]
    raise EditorFailed("no editor found: set VISUAL or EDITOR")


@contextmanager
def _keyboard_signals_left_to_child() -> Iterator[None]:
    """Leave Ctrl-C to the editor. A handler, unlike SIG_IGN, is not inherited by it."""
    keyboard = (signal.SIGINT, signal.SIGQUIT)
    before = {number: signal.signal(number, lambda *_: None) for number in keyboard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
