"""Read a secret: without echo from a terminal, else the whole of stdin."""

import sys
import termios

from interview_cli.console.switches import NO_INPUT, is_given
from interview_cli.errors import Interrupted, UsageError

_MAX_CHARS = 20_000
_PIPE = "pipe the key into this command"


def read_secret(prompt: str) -> str:
    """Return the secret that is typed or piped.

    Raises UsageError where the terminal would show it and for an empty pipe, and Interrupted on
    Ctrl-C or Ctrl-D.
    """
    if not sys.stdin:
        raise UsageError("there is no input to read a key from.", _PIPE)
    if sys.stdin.isatty() and is_given(NO_INPUT):
        raise UsageError("--no-input forbids to ask for the key.", _PIPE)
    try:
        typed = _read_hidden(prompt) if sys.stdin.isatty() else sys.stdin.read(_MAX_CHARS)
    except termios.error as error:
        raise UsageError("this terminal would show the key.", _PIPE) from error
    except UnicodeDecodeError as error:
        raise UsageError("the key is not text.", _PIPE) from error
    except KeyboardInterrupt as error:
        raise Interrupted("nothing was stored.") from error
    if typed:
        return typed
    if sys.stdin.isatty():
        raise Interrupted("nothing was stored.")
    raise UsageError("the pipe holds no key; nothing was stored.", _PIPE)


def _read_hidden(prompt: str) -> str:
    """Read a line; the terminal echoes as before when this ends. Raises termios.error."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    hidden = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    try:
        # What was typed before is discarded, because the terminal has shown it.
        termios.tcsetattr(terminal, termios.TCSAFLUSH, hidden)
        sys.stderr.write(f"{prompt} ")
        sys.stderr.flush()
        return sys.stdin.readline()
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        sys.stderr.write("\n")
