"""Edit a text in the editor that the user set up, as git does."""

import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_cli.settings import find_editor_command
from interview_cli.text import remove_controls

_FALLBACKS = ("editor", "nano", "vi")


class EditorFailed(Exception):
    """The editor did not run, or gave no text; the sentence says why."""


def edit_externally(text: str) -> str:
    """Return the text as the user left it in $VISUAL, else $EDITOR, else a common editor.

    Blocks until the editor ends. Raises EditorFailed; the text is then as it was.
    """
    command = _find_editor()
    try:
        # A folder of its own: editors write copies and swap files beside the file.
        with tempfile.TemporaryDirectory(prefix="interview-") as folder:
            path = Path(folder) / "text.txt"
            path.write_text(text + "\n" if text else "", "utf-8", errors="replace")
            path.chmod(0o600)
            with _keyboard_signals_left_to_child():
                exit_code = subprocess.call([*command, str(path)])
            if exit_code != 0:
                raise EditorFailed(f"{command[0]} ended with {exit_code}: the text is as before")
            return remove_controls(path.read_text("utf-8")).removesuffix("\n")
    except UnicodeDecodeError as error:
        raise EditorFailed("the editor left no UTF-8 text: the text is as before") from error
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise EditorFailed(f"{command[0]} cannot be used: {reason}") from error


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
