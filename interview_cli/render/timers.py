"""Schedules that run `interview gc` every hour: a line for cron, units for systemd."""

import re
import shlex
from collections.abc import Sequence

from interview_cli.errors import InvalidInput
from interview_cli.render.commands import spell_timer_start
from interview_cli.text import remove_controls

_UNITS = "~/.config/systemd/user"
_SERVICE = "interview-gc.service"
_TIMER = "interview-gc.timer"
_END = "END_OF_UNIT"


def format_cron_line(command: Sequence[str]) -> str:
    """Return a line for `crontab -e`, where % must be escaped.

    The first word of `command` is a full path, because cron's PATH is minimal. Raises InvalidInput
    for control characters, and for a backslash, which the programs named cron read differently.
    """
    _require_printable(command)
    if any("\\" in word for word in command):
        raise _explain_unusable("backslashes")
    return f"17 * * * * {shlex.join(command)}".replace("%", r"\%")


def format_systemd_script(command: Sequence[str]) -> str:
    """Return a script for sh that writes a user service and its timer, and starts the timer.

    Raises InvalidInput for control characters.
    """
    _require_printable(command)
    start = " ".join(_quote_for_systemd(word) for word in command)
    return f"""\
# Sets up the timer when piped into sh.
set -e
mkdir -p {_UNITS}

cat >{_UNITS}/{_SERVICE} <<'{_END}'
[Unit]
Description=Delete expired sessions (interview)

[Service]
Type=oneshot
ExecStart={start}
{_END}

cat >{_UNITS}/{_TIMER} <<'{_END}'
[Unit]
Description=Delete expired sessions (interview), hourly

[Timer]
OnCalendar=hourly
Persistent=true
RandomizedDelaySec=5min

[Install]
WantedBy=timers.target
{_END}

{spell_timer_start(_TIMER)}"""


def _require_printable(command: Sequence[str]) -> None:
    for word in command:
        if remove_controls(word) != word or "\n" in word or "\t" in word:
            raise _explain_unusable("control characters")


def _explain_unusable(what: str) -> InvalidInput:
    return InvalidInput(
        f"the path of the program or of the home has {what}, which a timer cannot hold.",
        "rename the folder, or link to it: ln -s",
    )


def _quote_for_systemd(word: str) -> str:
    """Quote a word as in systemd.service(5): C-style escapes, and % and $ doubled."""
    if re.fullmatch(r"[\w./:=@-]+", word, re.ASCII):
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("%", "%%").replace("$", "$$") + '"'
