"""Let the user type a text of many lines on a terminal."""

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from interview_cli.environment import can_move_cursor
from interview_cli.terminal.background_save import BackgroundSaver
from interview_cli.terminal.boxes import Box, EditorResult, Ending, join_drafts
from interview_cli.terminal.type_ahead import (
    read_single_keys,
    repair_encoding,
    take_type_ahead,
)

if TYPE_CHECKING:  # One of the two is imported, when a box is shown.
    from interview_cli.terminal.inline_editor import InlineEditor
    from interview_cli.terminal.plain_editor import PlainEditor


_AHEAD_NOTICE = "what you typed before is in the box; nothing of it was sent"


def edit_text(
    box: Box,
    *,
    on_change: Callable[[str], None],
    on_ready: Callable[[], None] = lambda: None,
    plain: bool = False,
) -> EditorResult:
    """Show the box, drawn on stderr, until the user leaves it.

    `on_change` saves the text as a draft. It is called from a thread soon after each change, and
    has saved the latest text by the time this returns or raises; the draft of a text that is sent
    is left to the caller. `on_ready` is called once, when the box is on the screen. What was typed
    before the box appeared becomes part of its draft. `plain` shows plain lines and never draws
    over them, as terminals without cursor movement always do.

    Raises SystemExit with 129 if the terminal is closed. An exception that a signal handler raises
    passes through, except KeyboardInterrupt, which ends the box as Ctrl-C twice does.
    """
    with read_single_keys():
        editor = _choose_editor(plain)
        ahead = take_type_ahead()
        notice = _AHEAD_NOTICE if ahead.strip() else ""
        box = replace(box, draft=join_drafts(box.draft, ahead), notice=notice)
        return _run_editor(editor, box, on_change, on_ready)


def _choose_editor(plain: bool) -> "type[InlineEditor | PlainEditor]":
    if plain or not can_move_cursor():
        from interview_cli.terminal.plain_editor import PlainEditor

        return PlainEditor
    from interview_cli.terminal.inline_editor import InlineEditor

    return InlineEditor


def _run_editor(
    editor: "type[InlineEditor | PlainEditor]",
    box: Box,
    on_change: Callable[[str], None],
    on_ready: Callable[[], None],
) -> EditorResult:
    saver = BackgroundSaver(on_change)
    text = box.draft
    is_sent = False

    def change(new_text: str) -> None:
        nonlocal text
        text = repair_encoding(new_text)
        saver.change(text)

    if text:
        change(text)
    try:
        result = editor(box, change, on_ready, saver).run()
        if result.ending is Ending.COMMAND:
            change(result.text)
        is_sent = result.ending is Ending.SENT
        return replace(result, text=repair_encoding(result.text))
    except KeyboardInterrupt:
        return EditorResult(Ending.INTERRUPTED, text)
    except (EOFError, OSError):  # the terminal is gone
        sys.exit(128 + signal.SIGHUP)
    finally:
        if text and not is_sent:  # Another window may have removed or replaced the draft.
            saver.change(text)
        saver.close()
