"""Every exit code, with its line on stderr and its document on stdout."""

import errno
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from interview_cli.cli import COMMANDS, OTHER_NAMES
from interview_cli.context import Run
from tests.conftest import STORY, Line
from tests.fakes import FailingCoach


def check(result, exit_code: int, code: str) -> None:
    """Check for one line `error: …`, at most one `hint: …`, and the same in the document."""
    document = result.json_lines[-1]
    assert set(document) == {"status", "code", "error", "hint"}
    assert (document["status"], document["code"]) == ("error", code)
    lines = [row for row in result.stderr.splitlines() if not row.startswith("session ")]
    assert lines[0] == f"error: {document['error']}"
    assert lines[1:] == ([f"hint: {document['hint']}"] if document["hint"] else [])
    assert result.exit_code == exit_code


def test_2_usage(line: Line) -> None:
    check(line("upload", "--json", exit_code=2), 2, "usage")


def test_2_invalid(line: Line) -> None:
    check(line("new", "--title", "", "--company", "C", "--json", exit_code=2), 2, "invalid")


def test_2_what_the_parser_refuses_stays_its_own(line: Line) -> None:
    result = line("status", "--nonsense", "--json", exit_code=2)
    assert "No such option" in result.stderr
    assert result.stdout == ""


def test_a_mistyped_command_is_recognised(line: Line) -> None:
    assert "Did you mean 'status'" in line("stauts", exit_code=2).stderr


@pytest.mark.parametrize(("theirs", "ours"), [("list", "status"), ("delete", "rm")])
def test_what_other_tools_call_a_command_leads_to_it(line: Line, theirs: str, ours: str) -> None:
    assert f"Did you mean '{ours}'" in line(theirs, "latest", exit_code=2).stderr


def test_no_command_is_hidden_by_the_name_that_another_tool_uses() -> None:
    assert not set(OTHER_NAMES) & set(COMMANDS)
    assert set(OTHER_NAMES.values()) <= {*COMMANDS, "--help"}


def test_3_not_found(line: Line) -> None:
    check(line("show", "nowhere", "--json", exit_code=3), 3, "not_found")


def test_4_conflict(line: Line) -> None:
    check(line("ask", line.new(), "--json", exit_code=4), 4, "conflict")


def test_5_llm(line: Line) -> None:
    run = Run()
    run.coach = FailingCoach()
    session = line.at_stage("documents_uploaded")
    check(line("ask", session, "--json", run=run, exit_code=5), 5, "llm")


def test_6_storage(line: Line) -> None:
    session = line.new()
    line.path(session).write_text("{}")
    check(line("show", session, "--json", exit_code=6), 6, "storage")


def test_6_a_home_that_is_a_file(line: Line) -> None:
    line.home.write_text("I am no folder")
    check(line("new", "--title", "T", "--company", "C", "--json", exit_code=6), 6, "storage")
    check(line("status", "--json", exit_code=6), 6, "storage")


def test_6_an_output_that_cannot_be_written(
    line: Line, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from interview_cli.console import output
    from interview_cli.errors import StorageFailed

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full()))
    with pytest.raises(StorageFailed, match="no space left"):
        output.print_result("something")


def test_7_busy(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "0")
    session = line.started()
    with FileLock(line.home / "locks" / f"{session}.lock"):
        busy = line("answer", session, "--text", STORY, "--json", exit_code=7)
        check(busy, 7, "busy")
        assert session[-8:] in busy.stderr
        line("show", session)
        line("status", session)
    line("answer", session, "--text", STORY)


def test_1_a_defect_says_where_and_never_what(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Run):
        def now(self) -> datetime:
            raise ZeroDivisionError("my CV and my key")

    result = line("status", "--json", run=Broken(), exit_code=1)
    check(result, 1, "internal")
    assert "ZeroDivisionError in test_exit_codes.py" in result.stderr
    assert "my CV" not in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("INTERVIEW_TTL", "tomorrow"),
        ("INTERVIEW_LOCK_TIMEOUT", "long"),
        ("INTERVIEW_LOCK_TIMEOUT", "-1"),
        ("INTERVIEW_LOCK_TIMEOUT", "nan"),
        ("INTERVIEW_COACH", "wizard"),
        ("INTERVIEW_AUTO_GC", "perhaps"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    line: Line, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    result = line("status", "--json", exit_code=2)
    check(result, 2, "invalid")
    assert variable in result.stderr


class TestConfigFile:
    """config.toml, which options and environment variables override."""

    @pytest.fixture
    def config(self, tmp_path: Path) -> Path:
        path = tmp_path / "user" / "config" / "interview-cli" / "config.toml"
        path.parent.mkdir(parents=True)
        return path

    def test_is_read(self, line: Line, config: Path) -> None:
        config.write_text('ttl = "7d"\nauto_gc = false\nlock_timeout = 2.5\ncoach = "offline"\n')
        assert line.stored(line.new())["ttl"] == "7d"

    def test_gives_way(self, line: Line, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        config.write_text('ttl = "7d"\n')
        monkeypatch.setenv("INTERVIEW_TTL", "90m")
        assert line.stored(line.new())["ttl"] == "90m"
        assert line.stored(line.new("--ttl", "never"))["ttl"] == "never"

    @pytest.mark.parametrize(
        "text", ["ttl = ", "tll = '7d'\n", "ttl = 7\n", "lock_timeout = 'x'\n", "\xff"]
    )
    def test_is_refused_when_wrong(self, line: Line, config: Path, text: str) -> None:
        config.write_bytes(text.encode("latin-1"))
        result = line("status", exit_code=2)
        assert "config.toml" in result.stderr

    def test_home(self, tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from interview_cli.settings import Settings

        config.write_text(f"home = '{tmp_path}/one'\n")
        assert Settings.load().home == tmp_path / "one"
        monkeypatch.setenv("INTERVIEW_HOME", f"{tmp_path}/two")
        assert Settings.load().home == tmp_path / "two"
        assert Settings.load({"home": f"{tmp_path}/three"}).home == tmp_path / "three"


def test_options_stand_before_or_after_the_subcommand(line: Line, tmp_path: Path) -> None:
    session = line.new()
    other = tmp_path / "other"
    assert line("--json", "status").json["total"] == 1
    assert line("status", "--json", "--home", other).json["total"] == 0
    assert line("status", session, "--json", "--coach", "offline").json["session_id"] == session


def test_now_is_the_present_in_utc() -> None:
    assert Run().now().tzinfo is UTC
