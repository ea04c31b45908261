"""Read one line from the user: a choice, a name or the path of a file."""

import sys

from interview_cli.environment import can_move_cursor


def read_prompt(prompt: str, *, completes_paths: bool = False, plain: bool = False) -> str | None:
    """Return what is typed up to Enter, or None for Ctrl-D. Raises KeyboardInterrupt.

    The prompt is drawn on stderr. A pasted text of many lines counts as one line. `plain` never
    draws over what it has written, and completes nothing.
    """
    if plain or not can_move_cursor():
        return _read_plain_line(prompt)
    # Imported here: plain lines need none of it.
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import PathCompleter
    from prompt_toolkit.input import create_input

    from interview_cli.terminal.quiet_output import QuietOutput

    session: PromptSession[str] = PromptSession(
        input=create_input(),
        output=QuietOutput.from_pty(sys.stderr),
        completer=PathCompleter(expanduser=True) if completes_paths else None,
        complete_while_typing=False,
    )
    try:
        return session.prompt(prompt, handle_sigint=False)
    except EOFError:
        return None


def _read_plain_line(prompt: str) -> str | None:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None
