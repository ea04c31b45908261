"""`interview gc` and the expiry of sessions."""

import subprocess
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


def test_the_line_for_cron_runs(line: Line, tmp_path: Path) -> None:
    session = create_at_start(line, "--ttl", "1m")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    printed = line("gc", "--print-cron").stdout.strip()
    assert printed.startswith("17 * * * * /")
    assert line.path(session).exists()
    # Run it like cron: in a shell without environment, after unescaping %.
    command = printed.removeprefix("17 * * * * ").replace(r"\%", "%")
    done = subprocess.run(["sh", "-c", command], env={}, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not line.path(session).exists()


def test_the_timer_for_systemd_names_program_and_home(line: Line) -> None:
    printed = line("gc", "--print-systemd").stdout
    assert f"gc --quiet --home {line.home}" in printed
    assert "OnCalendar=hourly" in printed


def test_the_timer_quotes_as_systemd_reads(tmp_path: Path) -> None:
    other = Line(tmp_path / 'it\'s 100% "mine" $HOME')
    printed = other("gc", "--print-systemd").stdout
    assert 'it\'s 100%% \\"mine\\" $$HOME"' in printed
