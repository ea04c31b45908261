"""Find the command that starts this program from anywhere, without help of the environment."""

import os
import shutil
import sys


def find_program() -> list[str]:
    """Return the full path of the running `interview`, with arguments where Python starts it.

    Another installation that PATH may name is never meant.
    """
    typed = sys.argv[0]
    started = shutil.which(typed) if os.path.basename(typed) == "interview" else None
    beside = os.path.join(os.path.dirname(sys.executable), "interview")
    installed = started or shutil.which(beside)
    if installed:
        # Links are not resolved: they stay when an upgrade replaces what they point to.
        return [os.path.abspath(installed)]
    return [os.path.abspath(sys.executable), "-m", "interview_cli"]
