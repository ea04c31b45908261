"""Locks of sessions: who waits, who is refused, and which files stay."""

from pathlib import Path

import pytest

from interview_cli.errors import SessionBusy, StorageFailed
from interview_cli.store.files.locks import Locks

FIRST, SECOND = "01a20000-0000-7000-8000-000000000001", "01a20000-0000-7000-8000-000000000002"


@pytest.fixture
def locks(tmp_path: Path) -> Locks:
    return Locks(tmp_path / "locks")


def test_a_lock_is_held_once(locks: Locks) -> None:
    with (
        locks.hold(FIRST, 0),
        pytest.raises(SessionBusy, match="another process holds session 00000001"),
        locks.hold(FIRST, 0.01),
    ):
        pass


def test_another_session_has_another_lock(locks: Locks) -> None:
    with locks.hold(FIRST, 0), locks.hold(SECOND, 0):
        assert locks.list_ids() == {FIRST, SECOND}


def test_a_lock_is_free_after_an_error(locks: Locks) -> None:
    with pytest.raises(KeyError), locks.hold(FIRST, 0):
        raise KeyError
    with locks.hold(FIRST, 0):
        pass


def test_a_released_lock_leaves_its_file_and_a_removed_one_does_not(locks: Locks) -> None:
    with locks.hold(FIRST, 0):
        pass
    assert locks.list_ids() == {FIRST}
    with locks.hold(FIRST, 0):
        locks.remove(FIRST)
    assert locks.list_ids() == set()
    locks.remove(FIRST)  # as after a removal that was interrupted


def test_only_locks_of_sessions_are_listed(locks: Locks, tmp_path: Path) -> None:
    assert locks.list_ids() == set()
    (tmp_path / "locks").mkdir()
    for name in (f"{FIRST}.lock", f"{SECOND}.json", "gc.lock"):
        (tmp_path / "locks" / name).touch()
    assert locks.list_ids() == {FIRST}


def test_only_the_user_can_read_a_lock(locks: Locks, tmp_path: Path) -> None:
    with locks.hold(FIRST, 0):
        (path,) = (tmp_path / "locks").iterdir()
        assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_a_failure_of_the_disk(
    locks: Locks, tmp_path: Path
) -> None:
    (tmp_path / "locks").write_text("")
    with pytest.raises(StorageFailed), locks.hold(FIRST, 0):
        pass
