"""FileStore: keep each session in its own JSON file."""

import contextlib
import heapq
import os
from collections.abc import Callable, Iterator
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
from interview_cli.store import disk
from interview_cli.store.base import Collection, Listing, Skipped, Store
from interview_cli.store.expiry import CollectionRule, is_expired
from interview_cli.store.files.known import KnownSessions
from interview_cli.store.files.leftovers import remove_leftovers
from interview_cli.store.files.locks import Locks
from interview_cli.store.files.names import keep_session_files, parse_id
from interview_cli.store.files.summaries import read_common_fields, read_summary
from interview_cli.store.ids import find_latest, is_id, resolve_id, select_kind
from interview_cli.store.summary import CommonFields, Summary, summarize

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.store.health import Finding
    from interview_cli.stored import Session

S = TypeVar("S", bound="Session")
_MAX_TIME_BYTES = 100


@dataclass
class FileLease(Generic[S]):
    """A session whose lock this process holds."""

    path: Path
    session: S

    def save(self) -> None:
        # Imported here: a listing must not pay for pydantic.
        from interview_cli.store.document.sessions import format_session

        disk.replace_file(self.path, format_session(self.session, str(self.path)))


class FileStore(Store):
    """Sessions in `home/sessions/<id>.json`, locks in `home/locks/<id>.lock`.

    Messages name a session by its file name.
    """

    def __init__(self, home: Path, lock_timeout_s: float) -> None:
        self._home = home
        self._sessions = home / "sessions"
        self._locks = Locks(home / "locks")
        self._collected_at = home / "locks" / "collected_at"
        self._lock_timeout_s = lock_timeout_s
        self._known = KnownSessions(self._sessions)

    def create(self, session: "Session") -> None:
        disk.require_folder(self._sessions)
        # The lock keeps `gc` from removing the temporary file while it is written.
        with self._locks.hold(session.session_id, self._lock_timeout_s):
            FileLease(self._build_path(session.session_id), session).save()

    def load(self, session_id: str, kind: type[S]) -> S:
        path = self._build_path(session_id)
        with _missing_file_as_session_missing():
            content = disk.read_file(path)
        # Imported here: a listing must not pay for pydantic.
        from interview_cli.store.document.sessions import parse_session

        return parse_session(path, content, kind)

    def summary(self, session_id: str) -> Summary:
        with _missing_file_as_session_missing():
            return read_summary(self._build_path(session_id))

    def summaries(
        self, limit: int | None = None, offset: int = 0, kind: str | None = None
    ) -> Listing:
        names = self._list_names()
        if kind is not None:
            names = [name for name in names if self._known.find_kind(name) == kind]
        # Names sort as their ids do. Sorting all takes five times as long as finding the newest.
        newest = heapq.nlargest(len(names) if limit is None else offset + limit, names)
        found: list[Summary] = []
        damaged: list[str] = []
        for name in newest[offset:]:
            path = self._sessions / name
            try:
                found.append(self._known.read_summary(path))
            except FileNotFoundError:
                continue  # Another process removed it meanwhile.
            except InterviewError:
                damaged.append(path.name)
        found.sort(key=lambda summary: (summary.created_at, summary.session_id), reverse=True)
        return Listing(found, total=len(names), damaged=damaged)

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        return resolve_id(typed, self._list_ids(), lambda: self._list_readable(now), now, kind)

    def latest(self, now: datetime, kind: str | None = None) -> str:
        return find_latest(select_kind(self._list_readable(now), kind), now)

    @contextlib.contextmanager
    def turn(self, session_id: str, kind: type[S]) -> Iterator[FileLease[S]]:
        with self._hold_lock(session_id, self._lock_timeout_s):
            yield FileLease(self._build_path(session_id), self.load(session_id, kind))

    def remove(self, session_id: str) -> None:
        with self._hold_lock(session_id, self._lock_timeout_s):
            self._load_any_kind(session_id)
            self._delete(session_id)

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        spares: Callable[[Summary], bool] | None = None,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        collection = Collection(dry_run)
        if at_most_every and self._has_collected_within(at_most_every, now):
            return collection
        rule = CollectionRule(now, ttl, finished, spares)
        for session_id in self._list_ids():
            name = f"{session_id}.json"  # a path for each would take a tenth of the collection
            try:
                is_gone = self._collect_one(session_id, rule, dry_run)
            except NotFound:
                continue  # Another process removed it meanwhile.
            except SessionBusy:
                collection.skipped.append(Skipped(name, "in use"))
            except SessionDamaged:
                collection.skipped.append(Skipped(name, "damaged"))
            except StorageFailed as error:
                collection.skipped.append(Skipped(name, error.message, is_refused=True))
            else:
                collection.removed += [session_id] if is_gone else []
                collection.kept += not is_gone
            collection.checked += 1
        if not dry_run:
            remove_leftovers(self._sessions, self._locks, set(self._list_ids()))
            self._remember_collection(now)
        return collection

    def list_ids(self) -> list[str]:
        return self._list_ids()[::-1]

    def read_document(self, session_id: str) -> bytes:
        with _missing_file_as_session_missing():
            return disk.read_file(self._build_path(session_id))

    def add_document(self, session_id: str, document: bytes) -> bool:
        # Imported here: a listing must not pay for pydantic.
        from interview_cli.store.document.sessions import parse_session
        from interview_cli.stored import Session

        path = self._build_path(session_id)
        parse_session(path, document, Session)
        disk.require_folder(self._sessions)
        with self._locks.hold(session_id, self._lock_timeout_s):
            if os.path.lexists(path):
                return False
            disk.replace_file(path, document)
        return True

    def check(self, now: datetime) -> "list[Finding]":
        # Imported here: only `doctor` needs it.
        from interview_cli.store.files import health
        from interview_cli.store.health import Finding

        folder = health.check_folder(self._home)
        if folder.outcome == "error":
            return [folder]
        try:
            listing = self.summaries()
            return [
                folder,
                health.check_permissions(self._home),
                health.check_space(self._home),
                *health.check_sessions(self._list_ids(), self._load_any_kind),
                *health.check_locks(self._home, self._locks),
                health.check_clock(listing.summaries, now),
            ]
        except OSError as error:
            failure = StorageFailed(f"{self._home}: {(error.strerror or 'refused').lower()}.")
            return [folder, Finding.of_error("home", failure)]

    def _collect_one(self, session_id: str, rule: CollectionRule, dry_run: bool) -> bool:
        """Delete the session if the rule allows it (not in a dry run); return whether it does."""
        try:
            # The first bytes of the file are enough for a session that has not expired.
            if not rule.has_expired(read_common_fields(f"{self._sessions}/{session_id}.json")):
                return False
            if not rule.allows(read_summary(self._build_path(session_id))):
                return False
        except FileNotFoundError as error:
            raise SessionMissing from error
        with self._hold_lock(session_id, timeout_s=0):
            # Another process may have changed the session before the lock was taken: decide
            # again, on the whole session.
            session = self._load_any_kind(session_id)
            if not rule.allows(summarize(session)):
                return False
            if not dry_run:
                self._delete(session_id)
        return True

    def _load_any_kind(self, session_id: str) -> "Session":
        """Load a session in full before it is deleted, so that no other file is deleted."""
        from interview_cli.stored import Session

        return self.load(session_id, Session)

    def _build_path(self, session_id: str) -> Path:
        if not is_id(session_id):
            raise SessionMissing
        return self._sessions / f"{session_id}.json"

    def _list_ids(self) -> list[str]:
        """Return the ids of all files that are named like a session, newest first."""
        return sorted(map(parse_id, self._list_names()), reverse=True)

    def _list_names(self) -> list[str]:
        """Return the names of all files that are named like a session, in any order."""
        with disk.os_errors_as_storage_failed(self._sessions):
            try:
                names = os.listdir(self._sessions)
            except FileNotFoundError:
                if self._sessions.is_symlink():  # to a disk that is not mounted
                    raise
                return []
        return keep_session_files(names)

    def _list_readable(self, now: datetime) -> list[CommonFields]:
        """Return the sessions that can be read."""
        sessions: list[CommonFields] = []
        for session_id in self._list_ids():
            path = self._build_path(session_id)
            with contextlib.suppress(FileNotFoundError, InterviewError):
                common = read_common_fields(path)
                # A file written by hand may be finished without saying so in these fields.
                sessions.append(read_summary(path) if is_expired(common, now) else common)
        return sessions

    @contextlib.contextmanager
    def _hold_lock(self, session_id: str, timeout_s: float) -> Iterator[None]:
        """Hold the lock of a session that exists: a mistyped id must not leave a lock file."""
        path = self._build_path(session_id)
        with (
            _missing_file_as_session_missing(),
            disk.os_errors_as_storage_failed(path, is_missing_allowed=True),
        ):
            path.lstat()
        with self._locks.hold(session_id, timeout_s):
            yield

    def _delete(self, session_id: str) -> None:
        """Delete a session whose lock is held, then its lock file."""
        path = self._build_path(session_id)
        with disk.os_errors_as_storage_failed(path):
            path.unlink()
            disk.sync_folder(self._sessions)
        self._locks.remove(session_id)

    def _has_collected_within(self, span: timedelta, now: datetime) -> bool:
        try:
            stored = disk.read_file(self._collected_at, _MAX_TIME_BYTES).decode("utf-8")
            return abs(now - datetime.fromisoformat(stored.strip())) < span
        except (OSError, ValueError, TypeError, StorageFailed):
            return False  # Unknown: collect again; it is harmless.

    def _remember_collection(self, now: datetime) -> None:
        with contextlib.suppress(OSError):  # The folder may be read-only or missing.
            disk.write_best_effort(self._collected_at, now.isoformat())


@contextlib.contextmanager
def _missing_file_as_session_missing() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SessionMissing from error
