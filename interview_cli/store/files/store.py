"""FileStore: one JSON file a session, replaced atomically and durably, one lock each."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from interview_cli.errors import (
    InterviewError,
    NotFound,
    SessionBusy,
    SessionDamaged,
    SessionMissing,
    StorageFailed,
)
from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import Collection, Listing, Skipped
from interview_cli.store.expiry import expired
from interview_cli.store.files import disk
from interview_cli.store.files.heads import Head, parse, read_head
from interview_cli.store.files.locks import Locks
from interview_cli.store.files.summaries import Summary, read_summary, summarized
from interview_cli.store.files.versions import upgraded
from interview_cli.store.ids import is_id, latest, only, other_kind, resolve

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.models import Session

S = TypeVar("S", bound="Session")
_MAX_NOTE_BYTES = 100


@dataclass
class FileLease(Generic[S]):
    """A session whose lock this process holds."""

    path: Path
    session: S

    def save(self) -> None:
        content = self.session.to_json()
        type(self.session).model_validate_json(content)  # never write what would not load
        if len(content) > disk.MAX_FILE_BYTES:
            raise StorageFailed(
                f"{self.path}: the session is too large to be kept.",
                NextStep(Action.LEAVE_DAMAGED, self.session.session_id),
            )
        disk.replace(self.path, content)


class FileStore:
    """Sessions in `home/sessions/<id>.json`, locks in `home/locks/<id>.lock`."""

    def __init__(self, home: Path, lock_timeout_s: float) -> None:
        self._sessions = home / "sessions"
        self._locks = Locks(home / "locks")
        self._collected_at = home / "locks" / "collected_at"
        self._lock_timeout_s = lock_timeout_s

    def create(self, session: "Session") -> None:
        with disk.refusals(self._sessions):
            disk.make_folder(self._sessions)
        # Held, so that gc does not take the file that is being written for litter.
        with self._locks.hold(session.session_id, self._lock_timeout_s):
            FileLease(self._path(session.session_id), session).save()

    def load(self, session_id: str, kind: type[S]) -> S:
        path = self._path(session_id)
        with _missing_is_not_found():
            return _parse(path, disk.read(path), kind)

    def head(self, session_id: str) -> Summary:
        with _missing_is_not_found():
            return read_summary(self._path(session_id))

    def heads(self, limit: int | None = None) -> Listing:
        ids = self._ids()
        found: list[Summary] = []
        damaged: list[str] = []
        for session_id in ids if limit is None else ids[:limit]:
            path = self._path(session_id)
            try:
                found.append(read_summary(path))
            except FileNotFoundError:
                continue  # removed by another process since the folder was read
            except InterviewError:
                damaged.append(path.name)
        found.sort(key=lambda head: (head.created_at, head.session_id), reverse=True)
        return Listing(found, total=len(ids), damaged=damaged)

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        return resolve(typed, self._ids(), lambda: self._readable_heads(now, kind), now)

    def latest(self, now: datetime, kind: str | None = None) -> str:
        return only(latest(self._readable_heads(now, kind), now), "latest")

    @contextlib.contextmanager
    def turn(self, session_id: str, kind: type[S]) -> Iterator[FileLease[S]]:
        with self._lock(session_id, self._lock_timeout_s):
            yield FileLease(self._path(session_id), self.load(session_id, kind))

    def remove(self, session_id: str) -> None:
        with self._lock(session_id, self._lock_timeout_s):
            self._load_any(session_id)
            self._unlink(session_id)

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        done = Collection(dry_run)
        if at_most_every and self._collected_within(at_most_every, now):
            return done
        for session_id in self._ids():
            name = self._path(session_id).name
            try:
                gone = self._collect_one(session_id, now, ttl, finished, dry_run)
            except NotFound:
                continue  # removed by another process meanwhile
            except SessionBusy:
                done.skipped.append(Skipped(name, "in use"))
            except SessionDamaged:
                done.skipped.append(Skipped(name, "damaged"))
            except StorageFailed as error:
                done.skipped.append(Skipped(name, error.message, refused=True))
            else:
                done.removed += [session_id] if gone else []
                done.kept += not gone
            done.checked += 1
        if not dry_run:
            self._remove_litter()
            self._note_collection(now)
        return done

    def _collect_one(
        self, session_id: str, now: datetime, ttl: str | None, finished: bool, dry_run: bool
    ) -> bool:
        """Whether the session has expired; then it is gone, unless this is a dry run."""
        with _missing_is_not_found():
            head = read_head(self._path(session_id))
        if not expired(head, now, ttl=ttl, finished=finished):
            return False
        with self._lock(session_id, timeout_s=0):
            # What was read without the lock may be of yesterday: decide again, on all of it.
            if not expired(self._load_any(session_id), now, ttl=ttl, finished=finished):
                return False
            if not dry_run:
                self._unlink(session_id)
        return True

    def _load_any(self, session_id: str) -> "Session":
        """What is to be deleted is read in full first: no stranger's file is a session."""
        from interview_cli.models import Session

        return self.load(session_id, Session)

    def _path(self, session_id: str) -> Path:
        if not is_id(session_id):
            raise SessionMissing
        return self._sessions / f"{session_id}.json"

    def _ids(self) -> list[str]:
        """Newest first; what is not named like a session is not ours."""
        with disk.refusals(self._sessions):
            try:
                names = [path.name for path in self._sessions.iterdir()]
            except FileNotFoundError:
                if self._sessions.is_symlink():  # to a disk that is not there just now
                    raise
                return []
        stems = (name.removesuffix(".json") for name in names if name.endswith(".json"))
        return sorted(filter(is_id, stems), reverse=True)

    def _readable_heads(self, now: datetime, kind: str | None) -> list[Head]:
        heads: list[Head] = []
        for session_id in self._ids():
            path = self._path(session_id)
            with contextlib.suppress(FileNotFoundError, InterviewError):
                head = read_head(path)
                if kind not in (None, head.kind):
                    continue
                # Whether a file written by hand is finished only the whole of it tells.
                heads.append(read_summary(path) if expired(head, now) else head)
        return heads

    @contextlib.contextmanager
    def _lock(self, session_id: str, timeout_s: float) -> Iterator[None]:
        """The lock of a session that exists: a mistyped id must not leave a lock file behind."""
        path = self._path(session_id)
        with _missing_is_not_found(), disk.refusals(path, missing_is_one=False):
            path.lstat()
        with self._locks.hold(session_id, timeout_s):
            yield

    def _unlink(self, session_id: str) -> None:
        """Removes a session whose lock is held, and then its lock, as the holder's last act."""
        path = self._path(session_id)
        with disk.refusals(path):
            path.unlink()
            disk.sync_folder(self._sessions)
        self._locks.forget(session_id)

    def _remove_litter(self) -> None:
        """Removes what killed processes left, where the lock shows that nobody is at work."""
        # What cannot be removed now can be the next time.
        with contextlib.suppress(StorageFailed), disk.refusals(self._sessions):
            left = {path: _owner_of(path) for path in self._sessions.glob(".*.tmp")}
            for owner in {*left.values(), *self._locks.ids() - set(self._ids())} - {""}:
                with (
                    contextlib.suppress(SessionBusy, StorageFailed),
                    self._locks.hold(owner, timeout_s=0),
                    disk.refusals(self._sessions),
                ):
                    for path in (path for path in left if left[path] == owner):
                        path.unlink(missing_ok=True)
                    if not self._path(owner).exists():
                        self._locks.forget(owner)

    def _collected_within(self, span: timedelta, now: datetime) -> bool:
        try:
            noted = disk.read(self._collected_at, _MAX_NOTE_BYTES).decode("utf-8")
            return abs(now - datetime.fromisoformat(noted.strip())) < span
        except (OSError, ValueError, TypeError, StorageFailed):
            return False  # never yet, or not to be told: collecting once more hurts nobody

    def _note_collection(self, now: datetime) -> None:
        with contextlib.suppress(OSError):  # a folder that is read-only, or not there yet
            disk.jot(self._collected_at, now.isoformat())


def _owner_of(path: Path) -> str:
    """The session whose writer made this temporary file, `.<id>.<random>.tmp`; else ""."""
    owner = path.name[1:].partition(".")[0]
    is_ours = path.name.startswith(".") and path.suffix == ".tmp" and is_id(owner)
    return owner if is_ours else ""


@contextlib.contextmanager
def _missing_is_not_found() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SessionMissing from error


def _parse(path: Path, content: bytes, kind: type[S]) -> S:
    import json

    from pydantic import ValidationError

    from interview_cli.models import Interview, JobPost, Session

    kinds: dict[str, type[Session]] = {"interview": Interview, "job_post": JobPost}
    as_found = parse(path, content)
    data = upgraded(path, as_found)
    stored = kinds.get(str(data.get("kind")), Interview)
    try:
        # From the text: JSON's times are no Python times to a strict model.
        text = content if data is as_found else json.dumps(data)
        session = stored.model_validate_json(text)
    except ValidationError as error:
        # The places that failed, never what stands there.
        places = {".".join(str(part) for part in one["loc"]) for one in error.errors()}
        where = ", ".join(sorted(place for place in places if place)[:3]) or "the whole"
        raise disk.damaged(path, f"it does not hold what a session holds ({where})") from None
    summarized(path, as_found)  # what a listing calls damaged no command may take for healthy
    if not isinstance(session, kind):
        raise other_kind(session.session_id, session.kind)
    return session
