"""Single files: never half written, never the wrong file."""

import errno
import os
from pathlib import Path

import pytest

from interview_cli.errors import InvalidInput, SessionDamaged, StorageFailed
from interview_cli.store import disk


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("precious")
    with pytest.raises(InvalidInput, match="already exists"):
        disk.create_file(path, b"new")
    assert path.read_text() == "precious"
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".tmp"] == []


def test_a_report_on_a_file_system_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "report.md"
    disk.create_file(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(InvalidInput):
        disk.create_file(path, b"newer")
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["report.md"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_report_goes_through_a_link(tmp_path: Path, overwrite: bool) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    link.symlink_to(target)
    disk.write_report(link, b"new", overwrite=overwrite)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_report_replaces_a_file_only_if_told(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    with pytest.raises(InvalidInput, match="already exists"):
        disk.write_report(path, b"new", overwrite=False)
    assert path.read_bytes() == b"old"
    disk.write_report(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "missing/report.md", "x" * 300, "a\0b", "loop"])
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_report_needs_a_usable_name(tmp_path: Path, name: str, overwrite: bool) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(InvalidInput):
        disk.write_report(tmp_path / name, b"new", overwrite=overwrite)


def test_the_first_failure_is_raised_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageFailed, match="no space left"):
        disk.replace_file(tmp_path / "a.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MAX_FILE_BYTES", 10)
    path = tmp_path / "a.json"
    path.write_bytes(b"x" * 11)
    with pytest.raises(SessionDamaged, match="too large"):
        disk.read_file(path)


def test_a_folder_that_cannot_be_created(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match=r"the folder .*/file/sessions cannot be created"):
        disk.require_folder(tmp_path / "file" / "sessions")
