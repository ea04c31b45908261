"""Drafts: what a person is still typing."""

import os
from pathlib import Path

import pytest

from interview_cli.errors import StorageFailed
from interview_cli.store.drafts import FileDrafts
from tests.conftest import STORY, Line

SESSION = "0193a000-0000-7000-8000-000000000001"
OTHER = "0193a000-0000-7000-8000-000000000002"


def list_files(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "drafts").iterdir())


def test_a_draft_is_read_as_it_was_saved(tmp_path: Path) -> None:
    text = "In 2023 …\n\n\ttwo lines, é 漢 🙂\n"
    FileDrafts(tmp_path).save(SESSION, 3, text)
    assert FileDrafts(tmp_path).load(SESSION, 3) == text
    assert FileDrafts(tmp_path).load(SESSION, 4) == ""
    assert FileDrafts(tmp_path).load(OTHER, 3) == ""


def test_others_cannot_read_it(tmp_path: Path) -> None:
    FileDrafts(tmp_path).save(SESSION, 3, "text")
    (file,) = (tmp_path / "drafts").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.name == f"{SESSION}.3.txt"


def test_an_empty_draft_is_removed(tmp_path: Path) -> None:
    drafts = FileDrafts(tmp_path)
    drafts.save(SESSION, 3, "text")
    drafts.save(SESSION, 3, "")
    assert list_files(tmp_path) == []
    drafts.remove(SESSION, 3)


def test_the_drafts_of_one_session_are_removed_together(tmp_path: Path) -> None:
    drafts = FileDrafts(tmp_path)
    for part in (1, 12, "cv"):
        drafts.save(SESSION, part, "text")
    drafts.save(OTHER, 1, "text")
    drafts.remove_session(SESSION)
    assert list_files(tmp_path) == [f"{OTHER}.1.txt"]


def test_a_disk_that_refuses_is_reported(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    drafts = FileDrafts(tmp_path)
    with pytest.raises(StorageFailed):
        drafts.save(SESSION, 1, "text")
    assert drafts.load(SESSION, 1) == ""
    drafts.remove(SESSION, 1)
    drafts.remove_session(SESSION)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    drafts = FileDrafts(tmp_path)
    drafts.save(SESSION, 1, "text")
    other = tmp_path / "other"
    other.write_text("secret")
    (file,) = (tmp_path / "drafts").iterdir()
    file.unlink()
    file.symlink_to(other)
    assert drafts.load(SESSION, 1) == ""
    drafts.save(SESSION, 1, "new")
    assert (other.read_text(), drafts.load(SESSION, 1)) == ("secret", "new")


@pytest.mark.parametrize(("session", "part"), [("../x", 1), (SESSION, "../x"), (SESSION, -1)])
def test_a_name_that_is_no_name_is_refused(tmp_path: Path, session: str, part: int | str) -> None:
    with pytest.raises(ValueError, match="draft"):
        FileDrafts(tmp_path).save(session, part, "text")


def test_the_draft_goes_when_the_answer_is_saved(line: Line) -> None:
    session = line.started()
    drafts = FileDrafts(line.home)
    for number in (1, 2):
        drafts.save(session, number, "begun")
    line("answer", session, "--text", STORY)
    assert (drafts.load(session, 1), drafts.load(session, 2)) == ("", "begun")
    line("answer", session, "--lines", stdin=f"{STORY}\nOne answer.\n")
    assert drafts.load(session, 2) == ""


def test_the_draft_goes_when_the_answer_is_given_again(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", STORY)
    FileDrafts(line.home).save(session, 1, "begun")
    line("redo", session, "--number", "1", "--text", "Better.")
    assert FileDrafts(line.home).load(session, 1) == ""


def test_a_refused_answer_leaves_the_draft(line: Line) -> None:
    session = line.started()
    FileDrafts(line.home).save(session, 1, "begun")
    line("answer", session, "--text", " ", exit_code=2)
    line("answer", session, "--number", "2", "--text", STORY, exit_code=4)
    assert FileDrafts(line.home).load(session, 1) == "begun"


def test_drafts_go_with_the_session(line: Line) -> None:
    session = line.started()
    FileDrafts(line.home).save(session, 1, "begun")
    line("rm", session, "--yes")
    assert list_files(line.home) == []


def test_gc_removes_the_drafts_of_sessions_that_are_gone(line: Line) -> None:
    kept, gone, damaged = line.started(), line.started(), line.started()
    for session in (kept, gone, damaged):
        FileDrafts(line.home).save(session, 1, "begun")
    line.path(gone).unlink()
    line.path(damaged).write_text("{")
    for name, age_s in (("old", 7200), ("new", 60)):
        path = line.home / "drafts" / f".{kept}.1.{name}.tmp"
        path.write_text("")
        stamp = path.stat().st_mtime - age_s
        os.utime(path, (stamp, stamp))
    line("gc", "--dry-run")
    assert len(list_files(line.home)) == 5
    line("gc")
    assert list_files(line.home) == sorted(
        [f".{kept}.1.new.tmp", f"{kept}.1.txt", f"{damaged}.1.txt"]
    )


def test_gc_removes_the_drafts_of_a_session_that_it_deletes(line: Line) -> None:
    session = line.started("--ttl", "1m")
    FileDrafts(line.home).save(session, 1, "begun")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    assert session in line("gc").stdout
    assert list_files(line.home) == []
