"""Locks of sessions, beside filelock, which is another implementation of the same ones."""

import errno
import fcntl
from pathlib import Path
from threading import Thread

import filelock
import pytest

from interview_cli.errors import SessionBusy, StorageFailed
from interview_cli.store.files.locks import Locks
from tests.time_limits import scaled

ID = "01a20000-0000-7000-8000-000000000000"


@pytest.fixture
def locks(tmp_path: Path) -> Locks:
    return Locks(tmp_path)


@pytest.fixture
def other(tmp_path: Path) -> filelock.FileLock:
    return filelock.FileLock(tmp_path / f"{ID}.lock", timeout=0)


def test_nobody_else_gets_a_lock_that_is_held(locks: Locks, other: filelock.FileLock) -> None:
    with locks.hold(ID, 0):
        with pytest.raises(filelock.Timeout):
            other.acquire()
        with pytest.raises(SessionBusy), locks.hold(ID, 0):
            pass
        assert locks.is_held(ID)
    other.acquire()
    with pytest.raises(SessionBusy), locks.hold(ID, 0):
        pass
    other.release()


def test_an_error_gives_the_lock_back(locks: Locks) -> None:
    with pytest.raises(ZeroDivisionError), locks.hold(ID, 0):
        raise ZeroDivisionError
    assert not locks.is_held(ID)


def test_who_waited_for_a_lock_that_is_removed_holds_the_new_one(locks: Locks) -> None:
    held: list[bool] = []

    def wait() -> None:
        with locks.hold(ID, scaled(20)):
            held.append(locks.is_held(ID))

    with locks.hold(ID, 0):
        waiter = Thread(target=wait)
        waiter.start()
        locks.remove(ID)
    waiter.join()
    assert held == [True]
    assert locks.list_ids() == {ID}


def test_a_file_that_is_removed_while_it_is_locked_is_not_the_lock(
    locks: Locks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = fcntl.flock, 0

    def remove_first(descriptor: int, how: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            (tmp_path / f"{ID}.lock").unlink()
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", remove_first)
    with locks.hold(ID, scaled(20)):
        assert calls == 2
        assert (tmp_path / f"{ID}.lock").exists()


def test_a_link_is_no_lock(locks: Locks, tmp_path: Path) -> None:
    target = tmp_path / "other"
    (tmp_path / f"{ID}.lock").symlink_to(target)
    with pytest.raises(StorageFailed), locks.hold(ID, 0):
        pass
    assert not target.exists()


def test_without_such_locks_there_are_no_others(
    locks: Locks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, "not implemented")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(StorageFailed), locks.hold(ID, 0):
        pass
