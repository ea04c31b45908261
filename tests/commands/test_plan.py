"""`interview plan`."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from freezegun import freeze_time

from tests.conftest import Line

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def on_a_fixed_day():
    with freeze_time("2026-11-22 12:00:00"):
        yield


def test_it_is_stored_and_shown_again(line: Line) -> None:
    session = line.finished()
    shown = line("plan", session, "--date", "2026-12-10").stdout
    assert "Sun 2026-11-22" in shown
    assert "(due)" in shown
    assert "Thu 2026-12-10: the interview" in shown
    stored = line.stored(session)
    assert stored["interview_date"] == "2026-12-10"
    assert len(stored["practice_plan"]) == 9
    assert line("plan", session).stdout == shown
    document = line("plan", "--json").json
    days = [date.fromisoformat(sitting["date"]) for sitting in document["practice_plan"]]
    assert days[0] == TODAY
    assert days[-1] == date(2026, 12, 9)
    assert document["due"] == document["practice_plan"][0]
    assert line("status", session, "--json").json["interview_date"] == "2026-12-10"
    assert "real interview" in line("status", session).stdout


def test_fewer_days_fewer_sittings(line: Line) -> None:
    session = line.finished()
    for days, count in ((0, 1), (1, 1), (3, 3), (30, 9)):
        day = TODAY + timedelta(days=days)
        document = line("plan", session, "--date", str(day), "--json").json
        assert len(document["practice_plan"]) == count


@pytest.mark.parametrize("day", ["2026-11-21", "soon", "2026-02-30"])
def test_a_bad_day_changes_nothing(line: Line, day: str) -> None:
    session = line.finished()
    before = line.path(session).read_bytes()
    assert line("plan", session, "--date", day, "--json", exit_code=2).json["code"] == "invalid"
    assert line.path(session).read_bytes() == before


def test_without_a_day_it_asks_for_one(line: Line) -> None:
    session = line.finished()
    assert f"interview plan {session[-8:]} --date" in line("plan", session, exit_code=2).stderr


def test_a_calendar_file(line: Line, tmp_path: Path) -> None:
    session = line.finished()
    file = tmp_path / "plan.ics"
    assert line("plan", session, "--date", "2026-12-10", "--ics", file).stdout == f"{file}\n"
    content = file.read_bytes()
    lines = content.split(b"\r\n")
    assert all(len(one) <= 75 for one in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    text = content.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    days = re.findall(r"DTSTART;VALUE=DATE:(\d{8})", text)
    assert len(days) == 10
    assert days[-1] == "20261210"
    assert len(set(re.findall("UID:(.*)", text))) == 10
    assert "SUMMARY:Interview: Electrician\\, Acme" in text
    before = line.path(session).read_bytes()
    words = ("plan", session, "--date", "2026-12-24", "--ics", file)
    assert "already exists" in line(*words, exit_code=2).stderr
    assert line.path(session).read_bytes() == before


def test_a_copy_asks_about_what_is_due(line: Line) -> None:
    session = line.finished()
    due = line("plan", session, "--date", "2026-12-10", "--json").json["due"]
    copy = line("new", "--from", session, "--questions", "4").stdout.strip()
    line("ask", copy)
    assert due["topic"] in [slot["topic"] for slot in line.stored(copy)["plan"]]


def test_other_sessions_are_not_planned(line: Line) -> None:
    line("plan", "--date", "2026-12-10", exit_code=3)
    post = line("job-post", "new", "--company", "Acme", "a cook").stdout.strip()
    line("plan", post, "--date", "2026-12-10", exit_code=3)
