"""What makes a machine run `interview gc` every hour: a line for cron, units for systemd."""

import shlex
from pathlib import Path


def cron_line(program: list[str], home: Path) -> str:
    """A line for `crontab -e`. Cron has a bare PATH, and takes % for the end of a line."""
    return f"17 * * * * {_command(program, home)}".replace("%", r"\%")


def systemd_units(program: list[str], home: Path) -> str:
    """A user service and its timer, with the commands that install them as comments."""
    # systemd expands % and $ in what it is to run.
    command = _command(program, home).replace("%", "%%").replace("$", "$$")
    return f"""\
# ~/.config/systemd/user/interview-gc.service
[Unit]
Description=Delete expired interview sessions

[Service]
Type=oneshot
ExecStart={command}

# ~/.config/systemd/user/interview-gc.timer
[Unit]
Description=Delete expired interview sessions every hour

[Timer]
OnCalendar=hourly
Persistent=true
RandomizedDelaySec=5min

[Install]
WantedBy=timers.target

# then: systemctl --user enable --now interview-gc.timer"""


def _command(program: list[str], home: Path) -> str:
    return shlex.join([*program, "gc", "--quiet", "--home", str(home.absolute())])
