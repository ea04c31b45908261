"""`interview gc` and the expiry of sessions."""

import shlex
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from freezegun import freeze_time

from tests.conftest import STAGES, Line

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def create_at_start(line: Line, *options: str, stage: str = "created") -> str:
    """Create a session whose last change was at START."""
    with freeze_time(START):
        return line.new(*options) if stage == "created" else line.at_stage(stage)


@pytest.mark.parametrize(
    ("ttl", "span"),
    [("24h", timedelta(hours=24)), ("90m", timedelta(minutes=90)), ("7d", timedelta(days=7))],
)
def test_expiry_just_before_and_after_the_ttl(line: Line, ttl: str, span: timedelta) -> None:
    session = create_at_start(line, "--ttl", ttl)
    with freeze_time(START + span):
        assert line("gc", "--json").json["removed"] == []
        assert line("status", session, "--json").json["expired"] is False
    with freeze_time(START + span + timedelta(microseconds=1)):
        assert line("status", session, "--json").json["expired"] is True
        assert line("gc", "--json").json["removed"] == [session]
    assert not line.path(session).exists()


def test_never(line: Line) -> None:
    session = create_at_start(line, "--ttl", "never")
    with freeze_time(START + timedelta(days=36_500)):
        assert line("gc").stdout == ""
        assert line("status", session, "--json").json["expires_at"] is None


def test_the_ttl_of_the_environment_is_kept_in_the_session(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_TTL", "90m")
    session = create_at_start(line)
    monkeypatch.delenv("INTERVIEW_TTL")
    assert line.stored(session)["ttl"] == "90m"
    with freeze_time(START + timedelta(hours=2)):
        assert line("gc", "--json").json["removed"] == [session]


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_finished_stays(line: Line, stage: str) -> None:
    session = create_at_start(line, stage=stage)
    finished = stage in ("completed", "feedback_generated")
    with freeze_time(START + timedelta(days=2)):
        assert line("gc", "--json").json["removed"] == ([] if finished else [session])
        assert line("gc", "--finished", "--json").json["removed"] == ([session] if finished else [])


def test_what_is_kept_stays_even_when_finished(line: Line) -> None:
    session = create_at_start(line, stage="feedback_generated")
    with freeze_time(START):
        line("keep", session)
    with freeze_time(START + timedelta(days=365)):
        assert line("gc", "--finished", "--ttl", "1m", "--json").json["removed"] == []


def test_any_change_starts_the_time_anew(line: Line) -> None:
    session = create_at_start(line, stage="in_progress")
    with freeze_time(START + timedelta(hours=23)):
        line("answer", session, "--text", "I fitted a panel.")
    with freeze_time(START + timedelta(hours=46)):
        assert line("gc").stdout == ""
        assert line("ask", session).stdout != ""


def test_another_ttl_on_request(line: Line) -> None:
    session = create_at_start(line)
    with freeze_time(START + timedelta(hours=2)):
        assert line("gc", "--ttl", "3h").stdout == ""
        assert line("gc", "--ttl", "1h").stdout == f"deleted {session}\n"
    line("gc", "--ttl", "soon", exit_code=2)


def test_dry_run_deletes_nothing(line: Line) -> None:
    session = create_at_start(line)
    with freeze_time(START + timedelta(days=2)):
        assert line("gc", "--dry-run").stdout == f"would delete {session}\n"
        document = line("gc", "--dry-run", "--json").json
    assert document == {
        "status": "ok",
        "dry_run": True,
        "checked": 1,
        "removed": [session],
        "kept": 0,
        "skipped": [],
    }
    assert line.path(session).exists()


@pytest.mark.parametrize("words", [["gc"], ["gc", "--quiet"], ["gc", "--dry-run"]])
def test_silent_when_there_is_nothing_to_do(line: Line, words: list[str]) -> None:
    result = line(*words)
    assert (result.stdout, result.stderr) == ("", "")
    line.new()
    result = line(*words)
    assert (result.stdout, result.stderr) == ("", "")


def test_quiet(line: Line) -> None:
    create_at_start(line)
    with freeze_time(START + timedelta(days=2)):
        assert line("gc", "-q").stdout == ""
    assert line("status", "--json").json["total"] == 0


@pytest.mark.parametrize("moment", ["2999-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"])
def test_a_time_in_the_future_counts_as_now(line: Line, moment: str) -> None:
    session = line.new()
    line.edit(session, last_updated=moment)
    assert line("gc", "--json").json["removed"] == []
    document = line("status", session, "--json").json
    left = datetime.fromisoformat(document["expires_at"]) - datetime.now(UTC)
    assert timedelta(hours=23) < left <= timedelta(hours=24)


def test_strangers_and_damaged_files_are_left_alone(line: Line, tmp_path: Path) -> None:
    expired, damaged, other = (create_at_start(line) for _ in range(3))
    folder = line.home / "sessions"
    line.path(damaged).write_bytes(b'{"half a ')
    line.edit(other, session_id=expired)  # a copy under another name
    linked = "01a20000-0000-7000-8000-000000000000"
    (tmp_path / "outside.json").write_bytes(line.path(expired).read_bytes())
    (folder / f"{linked}.json").symlink_to(tmp_path / "outside.json")
    strangers = ["README.md", "notes.json", f"{expired}.json.bak", ".hidden.tmp", "x.tmp"]
    for name in strangers:
        (folder / name).write_text("precious")
    folder.joinpath("01a20000-0000-7000-8000-000000000001.json").mkdir()
    with freeze_time(START + timedelta(days=2)):
        document = line("gc", "--json").json
    assert document["removed"] == [expired]
    assert {skipped["file"] for skipped in document["skipped"]} == {
        f"{damaged}.json",
        f"{other}.json",
        f"{linked}.json",
        "01a20000-0000-7000-8000-000000000001.json",
    }
    left = sorted(path.name for path in folder.iterdir())
    assert left == sorted([*strangers, *(skipped["file"] for skipped in document["skipped"])])
    assert (tmp_path / "outside.json").exists()


def test_a_session_in_use_is_skipped(line: Line) -> None:
    session = create_at_start(line)
    with (
        FileLock(line.home / "locks" / f"{session}.lock"),
        freeze_time(START + timedelta(days=2)),
    ):
        document = line("gc", "--json").json
    assert document["skipped"] == [{"file": f"{session}.json", "reason": "in use"}]
    assert line.path(session).exists()


def test_litter_of_a_killed_writer_is_removed(line: Line) -> None:
    session = line.new()
    gone = "01a20000-0000-7000-8000-000000000000"
    folder = line.home / "sessions"
    for owner in (session, gone):
        (folder / f".{owner}.deadbeef.tmp").write_text("half")
    line("gc", "--dry-run")
    assert len(list(folder.glob(".*.tmp"))) == 2
    with FileLock(line.home / "locks" / f"{session}.lock"):
        line("gc")
        assert [path.name for path in folder.glob(".*.tmp")] == [f".{session}.deadbeef.tmp"]
    line("gc")
    assert list(folder.glob(".*.tmp")) == []
    assert not (line.home / "locks" / f"{gone}.lock").exists()


@pytest.mark.parametrize("command", ["status", "show", "export", "keep", "rm"])
def test_what_an_expired_session_still_allows(line: Line, command: str) -> None:
    session = create_at_start(line, stage="in_progress")
    with freeze_time(START + timedelta(days=2)):
        line(command, session, *(["--yes"] if command == "rm" else []))


@pytest.mark.parametrize(
    "words",
    [
        ["ask"],
        ["answer", "--text", "a"],
        ["answer", "--lines"],
        ["redo", "--number", "1", "--text", "a"],
        ["feedback"],
        ["upload", "--job-text", "x" * 60],
    ],
)
def test_what_it_does_not_allow(line: Line, words: list[str]) -> None:
    session = create_at_start(line, stage="in_progress")
    before = line.path(session).read_bytes()
    with freeze_time(START + timedelta(days=2)):
        result = line(words[0], session, *words[1:], "--json", stdin="a", exit_code=3)
    assert result.json["code"] == "not_found"
    assert result.json["hint"] == f"to bring it back: interview keep {session[-8:]}"
    assert line.path(session).read_bytes() == before


def run_line_for_cron(line: Line, *options: str) -> None:
    """Run the printed line as cron does: without this environment, after unescaping %."""
    printed = line("gc", "--print-cron", *options).stdout.strip()
    assert printed.startswith("17 * * * * ")
    command = printed.removeprefix("17 * * * * ").replace(r"\%", "%")
    check_silent(["env", "-i", "/bin/sh", "-c", command])


def check_silent(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, check=False, cwd="/")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["plain", 'it\'s 100% "mine" $HOME', "año 新"])
def test_the_line_for_cron_runs(tmp_path: Path, name: str) -> None:
    line = Line(tmp_path / name)
    session = create_at_start(line, "--ttl", "1m")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    line("gc", "--print-cron")
    assert line.path(session).exists()
    run_line_for_cron(line)
    assert not line.path(session).exists()


@pytest.mark.slow
def test_the_line_for_cron_keeps_the_options(line: Line) -> None:
    finished = create_at_start(line, stage="feedback_generated")
    run_line_for_cron(line)
    assert line.path(finished).exists()
    with freeze_time(START + timedelta(minutes=30)):
        printed = line("gc", "--finished", "--ttl", "2m", "--print-cron").stdout
    assert f"gc --quiet --ttl 2m --finished --home {line.home}" in printed
    run_line_for_cron(line, "--finished", "--ttl", "2m")
    assert not line.path(finished).exists()


def test_the_line_for_cron_names_the_program_that_printed_it(line: Line) -> None:
    program = Path(sys.executable).with_name("interview")
    command = [program, "--home", line.home, "gc", "--print-cron"]
    # The first folder of PATH is relative, and an older version stands in it.
    other = Path("bin/interview")
    other.parent.mkdir()
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    done = subprocess.run(command, capture_output=True, check=True, env={"PATH": "bin:/bin"})
    assert shlex.split(done.stdout.decode())[5] == str(program)


@pytest.mark.parametrize("others", [["--json"], ["--dry-run"], ["--print-systemd"]])
def test_what_a_line_for_cron_cannot_be_combined_with(line: Line, others: list[str]) -> None:
    assert line("gc", "--print-cron", *others, exit_code=2).stderr.startswith("error: ")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["plain", 'it\'s 100% "mine" $HOME `x`\\'])
def test_the_script_for_systemd_sets_up_a_timer(tmp_path: Path, name: str) -> None:
    line = Line(tmp_path / name)
    session = create_at_start(line, "--ttl", "1m")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    user, log = tmp_path / "user", tmp_path / "log"
    user.mkdir()
    # Stands for systemctl, which needs a running systemd.
    control = tmp_path / "bin" / "systemctl"
    control.parent.mkdir()
    control.write_text(f'#!/bin/sh\necho "$@" >>{log}\n')
    control.chmod(0o755)
    path = f"PATH={control.parent}:/usr/bin:/bin"
    check_silent(
        ["env", "-i", path, f"HOME={user}", "sh", "-c", line("gc", "--print-systemd").stdout]
    )
    assert log.read_text() == "--user daemon-reload\n--user enable --now interview-gc.timer\n"
    units = user / ".config" / "systemd" / "user"
    assert "OnCalendar=hourly" in (units / "interview-gc.timer").read_text()
    service = (units / "interview-gc.service").read_text()
    start = next(row for row in service.splitlines() if row.startswith("ExecStart="))
    words = shlex.split(start.removeprefix("ExecStart="))
    check_silent(["env", "-i", *(word.replace("%%", "%").replace("$$", "$") for word in words)])
    assert not line.path(session).exists()
