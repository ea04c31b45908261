"""Show long output through the user's pager."""

import signal
import subprocess
from contextlib import suppress

from interview_cli.environment import Pager


def show_in_pager(pager: Pager, content: bytes) -> bool:
    """Wait until the user leaves the pager. Return False if it cannot be started."""
    try:
        process = subprocess.Popen(pager.words, stdin=subprocess.PIPE, env=pager.environment)
    except OSError:
        return False
    # Ctrl-C is for the pager, which stays; ignored only now, because a child inherits it.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(BrokenPipeError):  # The user may leave before everything is read.
            process.communicate(content)
    except BaseException:
        process.terminate()
        raise
    finally:
        signal.signal(signal.SIGINT, handler)
    return True
