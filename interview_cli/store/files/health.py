"""Check a home of session files: the folder, its permissions, the disk, the clock and the locks."""

import errno
import fcntl
import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from interview_cli.errors import InterviewError, NotFound, StorageFailed
from interview_cli.next_step import Action, Hint, NextStep
from interview_cli.store import disk
from interview_cli.store.files.locks import Locks
from interview_cli.store.health import Finding
from interview_cli.store.ids import short_id
from interview_cli.store.summary import Summary

_FOLDERS = ("sessions", "locks", "drafts")
_LITTLE_SPACE_BYTES = 100_000_000
"""Room for a dozen of the largest sessions and their reports."""
_FREE_SPACE = "free some space, or choose a home elsewhere"
_STORAGE = 6
_MAX_SKEW = timedelta(minutes=5)
_MAX_NAMED = 2


def check_folder(home: Path) -> Finding:
    """Check that sessions can be written and locked. Nothing stays on the disk."""
    folder = next(path for path in _list_candidates(home) if os.path.exists(path))
    if not folder.is_dir():
        message = f"{folder} is not a folder."
        return Finding("home", "error", message, NextStep(Action.CHOOSE_HOME), _STORAGE)
    try:
        # A file without a name: it is gone as soon as it is closed.
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        reason = (error.strerror or "the disk refuses").lower()
        message = f"{folder}: nothing can be written and locked there: {reason}."
        return Finding("home", "error", message, _mend_folder(folder, error), _STORAGE)
    is_new = "" if home.exists() else " (not there yet; the first session creates it)"
    return Finding("home", "ok", f"{home} can be written{is_new}")


def check_sessions(ids: Sequence[str], load: Callable[[str], object]) -> Iterator[Finding]:
    """Read every session in full with `load`, because a listing checks less."""
    damaged = 0
    for session_id in ids:
        try:
            load(session_id)
        except NotFound:
            continue  # Another process removed it meanwhile.
        except InterviewError as error:
            damaged += 1
            yield Finding.of_error("sessions", error)
    if not damaged:
        count = "1 session" if len(ids) == 1 else f"{len(ids)} sessions"
        yield Finding("sessions", "ok", f"{count}, none of them damaged")


def _mend_folder(folder: Path, error: OSError) -> Hint:
    """Say how to make a folder usable: another one would not hold the sessions stored here."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FREE_SPACE
    if error.errno == errno.EACCES and folder.stat().st_uid == os.geteuid():
        return f"chmod u+rwx {shlex.quote(str(folder))}"
    return NextStep(Action.CHOOSE_HOME)


def _list_candidates(home: Path) -> list[Path]:
    home = home.absolute()
    return [home / "sessions", home, *home.parents]


def check_permissions(home: Path) -> Finding:
    """Check that nobody but the user may read what is stored."""
    folders = [home / name for name in _FOLDERS if (home / name).is_dir()]
    files = [path for folder in folders for path in folder.iterdir()]
    if not folders:
        return Finding("permissions", "ok", "nothing is stored yet")
    # In a folder that others may not enter, the modes of files do not matter.
    closed = {folder for folder in folders if not _is_open(folder)}
    exposed = [path for path in [*folders, *files] if path.parent not in closed and _is_open(path)]
    if _is_open(home) and exposed:
        names = " ".join(shlex.quote(str(folder)) for folder in folders)
        message = f"other users of this machine may read {_name_some(exposed)}."
        return Finding("permissions", "warning", message, f"chmod -R go= {names}")
    return Finding("permissions", "ok", "only you can read what is stored")


def _is_open(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.lstat().st_mode) & 0o077) and not path.is_symlink()
    except OSError:
        return False


def _name_some(paths: Sequence[Path]) -> str:
    """Name the first paths, and count the others."""
    more = f" and {len(paths) - _MAX_NAMED} more" if len(paths) > _MAX_NAMED else ""
    return ", ".join(str(path) for path in paths[:_MAX_NAMED]) + more


def check_space(home: Path) -> Finding:
    """Check that some sessions and reports still fit on the disk."""
    folder = next(path for path in _list_candidates(home) if os.path.exists(path))
    free = shutil.disk_usage(folder).free
    size = f"{free / 1e6:,.0f} MB are free" if free < 1e10 else f"{free / 1e9:,.0f} GB are free"
    if free < _LITTLE_SPACE_BYTES:
        message = f"the disk of {folder} is nearly full: {size}."
        return Finding("disk", "warning", message, _FREE_SPACE)
    return Finding("disk", "ok", size)


def check_clock(summaries: Sequence[Summary], now: datetime) -> Finding:
    """Check that no session, and not the program itself, comes from the future."""
    installed = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    changed = max((summary.last_updated for summary in summaries), default=now)
    shown = f"{now:%Y-%m-%d %H:%M} UTC"
    if max(installed, changed) <= now + _MAX_SKEW:
        return Finding("clock", "ok", shown)
    what = "a session was changed" if changed > now + _MAX_SKEW else "the program was installed"
    message = f"the clock says {shown}, but {what} later than that."
    hint = "set the clock: expiry counts from the last change"
    return Finding("clock", "warning", message, hint)


def check_locks(home: Path, locks: Locks) -> Iterator[Finding]:
    """Check that every lock can be taken, and say which sessions are in use."""
    ids = sorted(locks.list_ids())
    held = []
    for session_id in ids:
        path = home / "locks" / f"{session_id}.lock"
        try:
            with disk.os_errors_as_storage_failed(path, is_missing_allowed=True):
                if locks.is_held(session_id):
                    held.append(short_id(session_id))
        except FileNotFoundError:
            continue  # its holder removed it meanwhile
        except StorageFailed as error:
            yield Finding("locks", "error", error.message, f"remove {path}", _STORAGE)
    if held:
        hint = "wait for the other command, or end it"
        yield Finding("locks", "warning", f"in use by another process: {', '.join(held)}.", hint)
    else:
        files = "1 lock file" if len(ids) == 1 else f"{len(ids)} lock files"
        yield Finding("locks", "ok", f"no session is in use ({files})")
