"""`interview store`."""

from pathlib import Path

from tests.conftest import Line


def test_a_folder_that_does_not_exist_is_no_source(line: Line, tmp_path: Path) -> None:
    words = ("--from", tmp_path / "missing", "--to", tmp_path / "copy")
    refused = line("store", "copy", *words, exit_code=2)
    assert "missing is not a folder" in refused.stderr
    assert not any((tmp_path / name).exists() for name in ("missing", "copy"))


def test_sessions_are_copied_from_folder_to_folder(line: Line, tmp_path: Path) -> None:
    session = line.new()
    copied = line("store", "copy", "--from", line.home, "--to", tmp_path / "copy")
    assert copied.stdout == "copied 1 session\n"
    there = tmp_path / "copy" / "sessions" / line.path(session).name
    assert there.read_bytes() == line.path(session).read_bytes()
