"""FileStore: the safe write, its modes, and faults of the disk."""

import errno
import json
import os
import stat
import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from pydantic import ValidationError

from interview_cli.errors import SessionBusy, SessionDamaged, StorageFailed
from interview_cli.limits import COLLECT_INTERVAL
from interview_cli.models import Interview
from interview_cli.store import disk
from interview_cli.store.files.store import FileStore
from tests.store.test_contract import START, interview, post


@pytest.fixture
def store(home: Path) -> FileStore:
    return FileStore(home, lock_timeout_s=0)


def sessions(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "sessions").iterdir())


def test_only_the_user_can_read(store: FileStore, home: Path) -> None:
    umask = os.umask(0)
    try:
        session = interview()
        store.create(session)
        with store.turn(session.session_id, Interview) as lease:
            lease.save()
    finally:
        os.umask(umask)
    for path in [home, *home.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_written_synced_renamed_and_the_folder_synced(
    store: FileStore, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = interview()
    store.create(session)
    order: list[str] = []

    def spy(module: object, name: str) -> None:
        real = getattr(module, name)

        def called(*args: object, **options: object) -> object:
            kind = name
            if name == "fsync":
                mode = os.fstat(args[0]).st_mode  # type: ignore[arg-type]
                kind = "fsync folder" if stat.S_ISDIR(mode) else "fsync file"
            order.append(kind)
            return real(*args, **options)

        monkeypatch.setattr(module, name, called)

    spy(os, "fsync")
    spy(Path, "replace")
    with store.turn(session.session_id, Interview) as lease:
        lease.save()
    assert order == ["fsync file", "replace", "fsync folder"]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_a_disk_that_refuses_leaves_the_old_bytes(
    store: FileStore, home: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    session = interview()
    store.create(session)
    before = (home / "sessions" / f"{session.session_id}.json").read_bytes()

    def refuse(*args: object, **options: object) -> None:
        raise OSError(code, os.strerror(code))

    with store.turn(session.session_id, Interview) as lease:
        lease.session.cv_text = "new"
        with monkeypatch.context() as patched:
            if call == "replace":
                patched.setattr(Path, "replace", refuse)
            else:
                patched.setattr(os, call, refuse)
            with pytest.raises(StorageFailed) as caught:
                lease.save()
    assert os.strerror(code).lower() in caught.value.message
    assert sessions(home) == [f"{session.session_id}.json"]
    assert (home / "sessions" / f"{session.session_id}.json").read_bytes() == before


def test_a_sync_that_fails_is_not_tried_again(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = interview()
    store.create(session)
    tried: list[int] = []

    def refuse(descriptor: int) -> None:
        tried.append(descriptor)
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with store.turn(session.session_id, Interview) as lease, pytest.raises(StorageFailed):
        lease.save()
    assert len(tried) == 1


def test_a_folder_that_cannot_be_synced_is_no_success(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = interview()
    store.create(session)
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    with store.turn(session.session_id, Interview) as lease, pytest.raises(StorageFailed) as caught:
        lease.save()
    assert caught.value.hint is not None
    assert "power cut" in caught.value.hint


def test_what_is_too_large_to_be_read_is_never_written(
    store: FileStore, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = interview()
    store.create(session)
    before = (home / "sessions" / f"{session.session_id}.json").read_bytes()
    monkeypatch.setattr(disk, "MAX_FILE_BYTES", len(before) + 10)
    with store.turn(session.session_id, Interview) as lease:
        lease.session.notices.append("x" * 20)
        with pytest.raises(StorageFailed, match="too large"):
            lease.save()
    assert (home / "sessions" / f"{session.session_id}.json").read_bytes() == before


def test_what_would_not_load_is_never_written(store: FileStore, home: Path) -> None:
    session = interview()
    store.create(session)
    before = (home / "sessions" / f"{session.session_id}.json").read_bytes()
    with store.turn(session.session_id, Interview) as lease:
        lease.session.max_questions = 21
        with pytest.raises(ValidationError):
            lease.save()
    assert (home / "sessions" / f"{session.session_id}.json").read_bytes() == before


def test_a_missing_session_leaves_no_lock(store: FileStore, home: Path) -> None:
    store.create(interview())
    locks = sorted((home / "locks").iterdir())
    with pytest.raises(Exception, match="not found"):
        store.remove("01a20000-0000-7000-8000-000000000000")
    assert sorted((home / "locks").iterdir()) == locks


def test_waits_for_a_busy_session_no_longer_than_told(home: Path) -> None:
    store = FileStore(home, lock_timeout_s=0.1)
    session = interview()
    store.create(session)
    with (
        FileLock(home / "locks" / f"{session.session_id}.lock"),
        pytest.raises(SessionBusy) as caught,
        store.turn(session.session_id, Interview),
    ):
        pass
    assert session.session_id[-8:] in caught.value.message


def test_threads_exclude_each_other(home: Path) -> None:
    store = FileStore(home, lock_timeout_s=20)
    session = interview(cv_text="")
    store.create(session)

    def append() -> None:
        for _ in range(5):
            with store.turn(session.session_id, Interview) as lease:
                lease.session.notices.append("one")
                lease.save()

    threads = [threading.Thread(target=append) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.load(session.session_id, Interview).notices) == 20


def test_a_file_under_another_name_is_damaged(store: FileStore, home: Path) -> None:
    session = interview()
    store.create(session)
    stranger = "01a20000-0000-7000-8000-000000000000"
    path = home / "sessions" / f"{session.session_id}.json"
    path.with_name(f"{stranger}.json").write_bytes(path.read_bytes())
    for call in (partial(store.load, kind=Interview), store.summary):
        with pytest.raises(SessionDamaged, match="its name is not its session_id"):
            call(stranger)


@pytest.mark.parametrize("kind", ["link", "folder", "fifo", "dangling"])
def test_only_a_regular_file_is_a_session(store: FileStore, home: Path, kind: str) -> None:
    session = interview()
    store.create(session)
    path = home / "sessions" / f"{session.session_id}.json"
    moved = home / "moved.json"
    path.rename(moved)
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to(moved if kind == "link" else home / "nowhere")
    for call in (partial(store.load, kind=Interview), store.summary, store.remove):
        with pytest.raises(SessionDamaged):
            call(session.session_id)
    assert store.summaries().damaged == [path.name]


def test_validation_errors_name_places_never_contents(store: FileStore, home: Path) -> None:
    session = interview()
    store.create(session)
    path = home / "sessions" / f"{session.session_id}.json"
    data = json.loads(path.read_bytes()) | {"cv_text": ["my secret life"], "max_questions": "8"}
    path.write_text(json.dumps(data))
    with pytest.raises(SessionDamaged) as caught:
        store.load(session.session_id, Interview)
    assert "cv_text, max_questions" in caught.value.message
    assert "secret" not in f"{caught.value.message} {caught.value.hint}"


def test_collecting_survives_a_marker_that_is_no_time(store: FileStore, home: Path) -> None:
    store.create(interview(START))
    (home / "locks" / "collected_at").write_text("soon")
    assert store.collect(datetime.now(UTC), at_most_every=COLLECT_INTERVAL).checked == 1


def test_gc_decides_again_under_the_lock(home: Path) -> None:
    """A session that somebody took up between the first look and the lock stays."""
    session = interview()

    class Overtaken(FileStore):
        def _hold_lock(self, session_id: str, timeout_s: float):
            path = home / "sessions" / f"{session_id}.json"
            path.write_text(path.read_text().replace('"keep": false', '"keep": true'))
            return super()._hold_lock(session_id, timeout_s)

    store = Overtaken(home, lock_timeout_s=0)
    store.create(session)
    done = store.collect(START + timedelta(days=2))
    assert (done.removed, done.kept) == ([], 1)
    assert store.load(session.session_id, Interview).keep


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes of what was synced, in order."""
    inodes: list[int] = []
    real = os.fsync

    def spy(descriptor: int) -> None:
        inodes.append(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", spy)
    return inodes


def test_a_removal_is_durable(store: FileStore, home: Path, synced: list[int]) -> None:
    session = interview()
    store.create(session)
    synced.clear()
    store.remove(session.session_id)
    assert synced == [(home / "sessions").stat().st_ino]


def test_the_folders_of_the_first_session_are_durable(
    store: FileStore, home: Path, synced: list[int]
) -> None:
    store.create(interview())
    for folder in (home.parent, home, home / "sessions"):
        assert folder.stat().st_ino in synced


def test_what_cannot_be_deleted_is_told(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = interview(), interview()
    store.create(first)
    store.create(second)
    real = Path.unlink

    def refuse_one(path: Path, **options: bool) -> None:
        if path.stem == first.session_id and path.suffix == ".json":
            raise PermissionError(errno.EACCES, "Permission denied")
        real(path, **options)

    monkeypatch.setattr(Path, "unlink", refuse_one)
    done = store.collect(START + timedelta(days=2))
    assert done.removed == [second.session_id]
    (left,) = done.skipped
    assert (left.session, left.is_refused) == (f"{first.session_id}.json", True)
    assert "permission denied" in left.reason


def test_a_clock_that_was_ahead_makes_no_session_the_latest(store: FileStore) -> None:
    ahead, newer = interview(START), interview(START)
    ahead.last_updated = START + timedelta(days=999)
    # Both count as of now; then the id decides, and this one sorts last.
    newer.session_id = "ffffffff-ffff-7fff-8fff-ffffffffffff"
    store.create(ahead)
    store.create(newer)
    assert store.latest(START) == newer.session_id


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_time_that_utc_has_not_is_damage(store: FileStore, home: Path, moment: str) -> None:
    session = interview()
    store.create(session)
    path = home / "sessions" / f"{session.session_id}.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"last_updated": moment}))
    for call in (partial(store.load, kind=Interview), store.summary, store.remove):
        with pytest.raises(SessionDamaged):
            call(session.session_id)


def test_the_kind_is_read_without_parsing_and_in_any_form(store: FileStore, home: Path) -> None:
    written, compact, foreign, cut = (
        post(START + timedelta(seconds=number)) for number in range(4)
    )
    for session in (written, compact, foreign, cut):
        store.create(session)
    folder = home / "sessions"
    path = folder / f"{compact.session_id}.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))), "utf-8")
    path = folder / f"{foreign.session_id}.json"
    path.write_bytes((folder / f"{written.session_id}.json").read_bytes())
    (folder / f"{cut.session_id}.json").write_bytes(b'{"kind": "job_post"')
    listing = FileStore(home, lock_timeout_s=0).summaries(kind="job_post")
    found = [summary.session_id for summary in listing.summaries]
    assert (found, listing.total) == ([compact.session_id, written.session_id], 2)
    assert FileStore(home, lock_timeout_s=0).summaries(kind="interview").total == 0
