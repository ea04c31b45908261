"""Schedules that run `interview gc` every hour: a line for cron, units for systemd."""

import re
import shlex
from pathlib import Path

from interview_cli.errors import InvalidInput
from interview_cli.render.commands import spell_collection, spell_timer_start
from interview_cli.text import remove_controls

_TIMER = "interview-gc.timer"


def format_cron_line(program: list[str], home: Path) -> str:
    """Return a line for `crontab -e`, where % must be escaped.

    `program` is a full path with its arguments, because cron's PATH is minimal. Raises InvalidInput
    for a home with control characters in its path.
    """
    return f"17 * * * * {shlex.join(_build_command(program, home))}".replace("%", r"\%")


def format_systemd_units(program: list[str], home: Path) -> str:
    """Return a user service and its timer, with the steps to install them as comments.

    Raises InvalidInput for a home with control characters in its path.
    """
    command = " ".join(_quote_for_systemd(word) for word in _build_command(program, home))
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


def _build_command(program: list[str], home: Path) -> list[str]:
    folder = str(home.absolute())
    if remove_controls(folder) != folder or "\n" in folder or "\t" in folder:
        raise InvalidInput(
            f"{home} has control characters in its path, which a timer cannot hold.",
            "rename the folder, or link to it: ln -s",
        )
    return [*program, *spell_collection(folder)]


def _quote_for_systemd(word: str) -> str:
    """Quote a word as in systemd.service(5): C-style escapes, and % and $ doubled."""
    if re.fullmatch(r"[\w./:=@-]+", word, re.ASCII):
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("%", "%%").replace("$", "$$") + '"'
