"""Schedules for cron and systemd, with paths that must be quoted."""

import re

import pytest

from interview_cli.errors import InvalidInput
from interview_cli.render.commands import spell_collection
from interview_cli.render.timers import format_cron_line, format_systemd_script
from tests.cases import each

PROGRAM = ["/usr/bin/interview"]


def collect(home: str) -> list[str]:
    return [*PROGRAM, *spell_collection(home)]


@pytest.mark.parametrize(
    ("home", "written"),
    [("/home/jo", "/home/jo"), ("/a b", "'/a b'"), ("/a%b", r"/a\%b"), ("/$a", "'/$a'")],
)
def test_a_line_for_cron(home: str, written: str) -> None:
    assert format_cron_line(collect(home)) == (
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
    found = re.search(r"^ExecStart=(.*)$", format_systemd_script(collect(home)), re.MULTILINE)
    assert found
    assert found[1] == f"/usr/bin/interview gc --quiet --home {written}"


def test_a_line_for_cron_has_no_backslash_of_its_own() -> None:
    with pytest.raises(InvalidInput):
        format_cron_line(collect("/a\\b"))


@each("home", ["/a\nb", "/a\tb", "/a\x1bb", "/a\rb", "/a\u202eb"])
@each("format_timer", [format_cron_line, format_systemd_script])
def test_a_path_that_no_timer_can_hold(format_timer, home: str) -> None:
    with pytest.raises(InvalidInput):
        format_timer(collect(home))
