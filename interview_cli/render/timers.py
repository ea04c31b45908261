"""What makes a machine run `interview gc` every hour: a line for cron, units for systemd."""

import re
import shlex
from pathlib import Path

from interview_cli.errors import InvalidInput
from interview_cli.render.commands import spell_collection, spell_timer_start
from interview_cli.text import remove_controls

_TIMER = "interview-gc.timer"


def cron_line(program: list[str], home: Path) -> str:
    """A line for `crontab -e`. Cron has a bare PATH, and takes % for the end of a line."""
    return f"17 * * * * {shlex.join(_words(program, home))}".replace("%", r"\%")


def systemd_units(program: list[str], home: Path) -> str:
    """A user service and its timer, with the commands that install them as comments."""
    command = " ".join(_systemd_quoted(word) for word in _words(program, home))
    return f"""\
# ~/.config/systemd/user/interview-gc.service
[Unit]
Description=Delete expired sessions (interview)

[Service]
Type=oneshot
ExecStart={command}

# ~/.config/systemd/user/{_TIMER}
[Unit]
Description=Delete expired sessions (interview), hourly

[Timer]
OnCalendar=hourly
Persistent=true
RandomizedDelaySec=5min

[Install]
WantedBy=timers.target

# then: {spell_timer_start(_TIMER)}"""


def _words(program: list[str], home: Path) -> list[str]:
    """The command's words. Raises InvalidInput for a home that no line of text can name."""
    folder = str(home.absolute())
    if remove_controls(folder) != folder or "\n" in folder or "\t" in folder:
        raise InvalidInput(
            f"{home} has characters in its name that no timer can be given.",
            "give it another name, or a link with one: ln -s",
        )
    return [*program, *spell_collection(folder)]


def _systemd_quoted(word: str) -> str:
    """A word as systemd.service(5) reads it: C-style escapes, and % and $ doubled."""
    if re.fullmatch(r"[\w./:=@-]+", word, re.ASCII):
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("%", "%%").replace("$", "$$") + '"'
