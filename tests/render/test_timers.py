"""Schedules for cron and systemd, with paths that must be quoted."""

import re
import shlex
from pathlib import Path

import pytest

from interview_cli.errors import InvalidInput
from interview_cli.render.timers import format_cron_line, format_systemd_units

PROGRAM = ["/usr/bin/interview"]


@pytest.mark.parametrize(
    ("home", "written"),
    [("/home/jo", "/home/jo"), ("/a b", "'/a b'"), ("/a%b", r"/a\%b"), ("/$a", "'/$a'")],
)
def test_a_line_for_cron(home: str, written: str) -> None:
    assert format_cron_line(PROGRAM, Path(home)) == (
        f"17 * * * * /usr/bin/interview gc --quiet --home {written}"
    )


@pytest.mark.parametrize(
    ("home", "written"),
    [
        ("/home/jo@work", "/home/jo@work"),
        ("/a b", '"/a b"'),
        ("/a%b$c", '"/a%%b$$c"'),
        ('/a"b\\c', '"/a\\"b\\\\c"'),
        ("/é", '"/é"'),
    ],
)
def test_a_unit_of_systemd(home: str, written: str) -> None:
    found = re.search(r"^ExecStart=(.*)$", format_systemd_units(PROGRAM, Path(home)), re.MULTILINE)
    assert found
    assert found[1] == f"/usr/bin/interview gc --quiet --home {written}"


def test_a_program_of_several_words_and_a_relative_home() -> None:
    line = format_cron_line(["/usr/bin/my python", "-m", "interview_cli"], Path("here"))
    assert shlex.split(line)[5:] == [
        "/usr/bin/my python",
        "-m",
        "interview_cli",
        "gc",
        "--quiet",
        "--home",
        str(Path("here").absolute()),
    ]


@pytest.mark.parametrize("home", ["/a\nb", "/a\tb", "/a\x1bb", "/a\rb", "/a\u202eb"])
@pytest.mark.parametrize("format_timer", [format_cron_line, format_systemd_units])
def test_a_path_that_no_timer_can_hold(format_timer, home: str) -> None:
    with pytest.raises(InvalidInput):
        format_timer(PROGRAM, Path(home))
