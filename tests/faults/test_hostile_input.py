"""Hostile ids, endless input, control characters, and the places and modes of files."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_cli.limits import MAX_ANSWER_BYTES
from tests.conftest import CV, EXAMPLES, JOB, STORY, Line, mark_slow
from tests.faults.machine import Machine
from tests.time_limits import scaled

IDS = (
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "sessions/../../x",
    "%2e%2e%2f",
    "..\\..\\x",
    "~/x",
    "*",
    "????????",
    "[0-9]*",
    "{a,b}",
    "01a2*",
    "$(id)",
    "`id`",
    "x;y",
    "a|b",
    " ",
    "",
    ".",
    "...",
    "con",
    "x\ny",
    "\x1b[2J",
    "x" * 10_000,
    "x" * 255 + ".json",
    "-",
    "-n5x",
    "--",
    "--help-me",
    "ａｂｃｄ",
    "\u202eabcd",
    "0" * 36,
    "00000000-0000-0000-0000-00000000000\n",
    "01a20000-0000-7000-8000-000000000000/../x",
    "01A20000-0000-7000-8000-000000000000",
)
COMMANDS = ("show", "status", "ask", "feedback", "keep", "export")


def everything(folder: Path) -> dict[str, object]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("typed", IDS)
def test_an_id_is_never_a_path(any_line: Line, tmp_path: Path, typed: str) -> None:
    any_line.new()
    before = everything(tmp_path)
    for command in COMMANDS:
        done = any_line(command, "--", typed, exit_code=3)
        assert len(done.stderr.splitlines()) == 2
        assert len(done.stderr) < 1_000
    any_line("rm", "--yes", "--", typed, exit_code=3)
    any_line("new", "--from", typed, exit_code=2 if not typed else 3)
    assert everything(tmp_path) == before


def test_ids_counted(figure: Callable[[str], None]) -> None:
    figure(f"7. {len(IDS)} hostile ids, {len(COMMANDS) + 2} commands: exit 3, no file touched")


def test_a_home_with_a_nul_in_its_name(machine: Machine, tmp_path: Path) -> None:
    """Only config.toml can contain it: an option or a variable cannot hold a NUL."""
    config = tmp_path / "interview-cli" / "config.toml"
    config.parent.mkdir()
    config.write_text('home = "a\\u0000b"\n')
    done = machine.run(None, "status", limits={"env": {"XDG_CONFIG_HOME": str(tmp_path)}})
    assert done.exit_code == 2
    assert "home" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["answer"],
        ["answer", "--number", "1"],
        ["answer", "--lines"],
        ["answer", "-0"],
        ["answer", "--file", "-"],
        ["redo", "--number", "1"],
        ["job-post", "say", "--post", "latest"],
        ["upload", "--cv", "-"],
    ],
)
@pytest.mark.parametrize("source", mark_slow(["/dev/zero", "lines"], but=["/dev/zero"]))
def test_input_that_never_ends(
    line: Line, home: Path, figure: Callable[[str], None], words: list[str], source: str
) -> None:
    """The input is read up to a limit and refused; reading to its end would never return."""
    if "job-post" in words:
        line("job-post", "new", "--company", "Acme", "A nurse in Leeds.")
    else:
        session = line.started()
        if "redo" in words:
            line("answer", session, "--text", STORY)
    before = everything(home / "sessions")
    producing = subprocess.Popen(
        ["cat", "/dev/zero"] if source == "/dev/zero" else ["yes", ""], stdout=subprocess.PIPE
    )
    done = subprocess.run(
        [sys.executable, "-m", "interview_cli", *words],
        stdin=producing.stdout,
        env=os.environ | {"INTERVIEW_HOME": str(home), "PYTHONPATH": str(EXAMPLES.parent)},
        capture_output=True,
        timeout=scaled(60),
        check=False,
    )
    producing.kill()
    producing.wait()
    assert producing.stdout
    producing.stdout.close()
    assert done.returncode == 2, done
    assert b"error: " in done.stderr
    assert everything(home / "sessions") == before
    figure(f"7. {' '.join(words)} < {source}: refused after at most {MAX_ANSWER_BYTES:,} bytes")


@pytest.mark.parametrize("words", [["answer", "--file"], ["upload", "--cv"], ["upload", "--job"]])
def test_a_file_that_never_ends(machine: Machine, line: Line, home: Path, words: list[str]) -> None:
    session = line.started()
    limits = {"memory_bytes": 700_000_000}
    done = machine.run(home, words[0], session, *words[1:], "/dev/zero", limits=limits)
    assert done.exit_code == 2, done


@pytest.mark.parametrize("kind", ["FIFO", "folder", "link", "device"])
def test_a_cache_that_is_not_a_file(machine: Machine, line: Line, home: Path, kind: str) -> None:
    """Users may delete the time of the last collection, or put something else there."""
    line.new()
    path = home / "locks" / "collected_at"
    path.unlink()
    make = {"FIFO": os.mkfifo, "folder": Path.mkdir}.get(kind)
    make(path) if make else path.symlink_to("/dev/zero" if kind == "device" else "nowhere")
    assert machine.run(home, "gc").exit_code == 0
    assert machine.run(home, "new", "--title", "T", "--company", "C").exit_code == 0


@pytest.mark.parametrize("length", [50_000, 1_000_000])
def test_a_name_without_end_is_listed_at_once(any_line: Line, length: int) -> None:
    any_line.edit(any_line.new(), name="x" * length)
    assert "xxx…" in any_line("status").stdout


HOMES = ("a\nb", "a\tb", "a\x1b[31mb", "a\udcffb")


@pytest.mark.parametrize("name", HOMES)
@pytest.mark.parametrize("timer", ["--print-cron", "--print-systemd"])
def test_no_timer_for_a_home_that_it_cannot_name(tmp_path: Path, name: str, timer: str) -> None:
    """In a truncated name, gc would delete files of another folder."""
    refused = Line(tmp_path / name)("gc", timer, exit_code=2)
    assert refused.stdout == ""
    assert "control characters" in refused.stderr


CONFIGS = {
    "deep": "model_options=" + "[" * 100_000,
    "deep tables": "model_options=" + "{a=" * 3_000,
    "many digits": "lock_timeout=" + "9" * 5_000,
    "beyond a float": "lock_timeout=" + "9" * 400,
    "long": "ttl = '24h' # " + "x" * 200_000 + "\nauto_gc = 3",
}


@pytest.mark.parametrize("kind", [*CONFIGS, "FIFO", "device"])
def test_settings_that_cannot_be_read(machine: Machine, tmp_path: Path, kind: str) -> None:
    config = tmp_path / "interview-cli" / "config.toml"
    config.parent.mkdir()
    if kind in CONFIGS:
        config.write_text(CONFIGS[kind])
    elif kind == "FIFO":
        os.mkfifo(config)
    else:
        config.symlink_to("/dev/zero")
    limits = {"env": {"XDG_CONFIG_HOME": str(tmp_path)}, "memory_bytes": 700_000_000}
    done = machine.run(tmp_path / "home", "status", limits=limits)
    assert done.exit_code == (0 if kind in ("FIFO", "long") else 2), done
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("given", "exit_code"),
    [
        (b"caf\xe9", 2),
        (b"\xff\xfe\x00I", 2),
        (b"\xed\xa0\x80", 2),
        (b"\0\0\0", 2),
        (b"\x1b\x1b", 2),
        (b"\xe2\x80\x8b", 2),
        (b"I \0mended\x1b[31m it\x1b]0;x\x07.", 0),
    ],
)
def test_bytes_on_stdin(any_line: Line, given: bytes, exit_code: int) -> None:
    session = any_line.started()
    any_line("answer", session, stdin=given, exit_code=exit_code)
    if not exit_code:
        assert any_line.stored(session)["messages"][1]["content"] == "I mended[31m it]0;x."


@pytest.mark.parametrize("character", ["\0", "\x1b[31m", "\x07", "\r", "\x9b1m", "\u202e", "\x7f"])
def test_control_characters_in_names(any_line: Line, tmp_path: Path, character: str) -> None:
    session = any_line.new(title=f"Nur{character}se", company=f"{character}Acme")
    stored = any_line.stored(session)
    assert character not in stored["job_title"] + stored["company_name"] + stored["name"]
    if character != "\0":
        path = tmp_path / f"my{character}cv.txt"
        path.write_text(CV)
        any_line("upload", session, "--cv", path)
        assert character not in any_line.stored(session)["cv_source"]
        any_line("export", session, "-o", tmp_path / f"r{character}.md")


WHOLE = (
    ["upload", "{session}", "--cv", "{cv}", "--job-text", JOB],
    ["answer", "{session}", "--text", STORY],
    ["ask", "{session}"],
    ["answer", "{session}", "--text", STORY],
    ["redo", "{session}", "--number", "1", "--text", f"{STORY} Twice."],
    ["feedback", "{session}"],
    ["export", "{session}"],
    ["export", "{session}", "--format", "md", "-o", "named.md"],
    ["export", "{session}", "--format", "html", "-o", "named.html", "--force"],
    ["export", "{session}", "--format", "json"],
    ["keep", "{session}"],
    ["job-post", "new", "--company", "Acme", "We need a nurse in Leeds."],
    ["job-post", "say", "Full time.", "--post", "latest"],
    ["job-post", "export", "latest", "-o", "post.html"],
    ["gc"],
    ["new", "--title", "T", "--company", "C", "--from", "{session}"],
)


def test_modes_under_umask_0(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Callable[[str], None]
) -> None:
    """Each command creates files for the user only, in the home or at the given path."""
    home, work, cv = tmp_path / "home", tmp_path / "work", tmp_path / "cv.txt"
    work.mkdir()
    cv.write_text(CV)
    limits = {"umask": 0, "folder": str(work), "env": {"HOME": str(tmp_path / "user")}}
    new = ["new", "--title", "Nurse", "--company", "Acme", "--questions", "2"]
    session = machine.run(home, *new, limits=limits).stdout.strip()
    written: set[str] = set()
    for words in WHOLE:
        named = [word.format(session=session, cv=cv) for word in words]
        done = machine.run(home, *named, limits=limits, trace=True)
        assert done.exit_code in (0, 4), (words, done)
        written |= {call.target for call in done.calls if call.creates and call.returned >= 0}
    outside = [
        path
        for path in written
        if not path.startswith((str(home), str(work), "/dev/", ".", "acme-"))
        and path not in ("named.md", "named.html", "post.html", str(tmp_path))
    ]
    assert outside == []
    assert not (tmp_path / "user").exists()
    created = [home, *home.rglob("*"), *work.iterdir()]
    for path in created:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert len(list(work.iterdir())) == 5
    figure(f"7. umask 000: {len(created)} files and folders, all 0600 and 0700, none elsewhere")


def test_a_home_behind_a_link(line: Line, tmp_path: Path, figure: Callable[[str], None]) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (tmp_path / "linked").symlink_to(real)
    linked = Line(tmp_path / "linked")
    session = linked.finished(questions=1)
    linked("keep", session)
    linked("gc")
    assert (real / "sessions" / f"{session}.json").is_file()
    for folder in ("sessions", "locks"):
        (real / folder).rename(tmp_path / folder)
        (real / folder).symlink_to(tmp_path / folder)
    linked("show", session)
    linked("rm", session, "--yes")
    figure("7. a home, and folders in it, behind links: all commands work")
