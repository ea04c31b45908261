"""Read and replace single files so that no crash and no planted file can do harm."""

import contextlib
import errno
import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from interview_cli.errors import InvalidInput, SessionDamaged, StorageFailed, explain_path
from interview_cli.next_step import Action, NextStep

MAX_FILE_BYTES = 64_000_000
"""Larger files count as damaged. A session of full documents and twenty full answers has 8 MB."""

UNCHANGED = "that file was left as it was; check the folder's permissions and free space"
NOT_DURABLE = "the change is visible but may not survive a power cut; check the disk"

_NOT_REGULAR = {errno.ELOOP: "it is a link", errno.ENXIO: "it is not a regular file"}
_LINKS_UNSUPPORTED = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS)
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


@contextlib.contextmanager
def os_errors_as_storage_failed(
    path: Path | str, hint: str = UNCHANGED, *, is_missing_allowed: bool = False
) -> Iterator[None]:
    """Turn every OSError into StorageFailed, naming the file.

    With `is_missing_allowed` FileNotFoundError passes as it is.
    """
    try:
        yield
    except OSError as error:
        if isinstance(error, FileNotFoundError) and is_missing_allowed:
            raise
        reason = (error.strerror or "the disk refuses").lower()
        raise StorageFailed(f"{path}: {reason}.", hint) from error


def require_folder(path: Path) -> None:
    """Create a folder as `create_folder` does. Raises StorageFailed, naming the folder."""
    try:
        create_folder(path)
    except OSError as error:
        reason = (error.strerror or "the disk refuses").lower()
        is_missing = isinstance(error, FileNotFoundError)
        raise StorageFailed(
            f"the folder {path} cannot be created: {reason}.",
            explain_path(path) if is_missing else NextStep(Action.CHOOSE_HOME),
        ) from error


def create_folder(path: Path) -> None:
    """Create a folder and its missing parents, durably, with mode 0700. Raises OSError."""
    if not path.is_dir():
        create_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def read_file(path: Path | str, size: int = MAX_FILE_BYTES + 1) -> bytes:
    """Read at most `size` bytes of a regular file. Links are not followed.

    Raises FileNotFoundError, SessionDamaged for anything but a regular file of at most
    MAX_FILE_BYTES, and StorageFailed if the system refuses.
    """
    # Without O_NONBLOCK, opening a FIFO waits for a writer.
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in _NOT_REGULAR:
            raise damaged_file(path, _NOT_REGULAR[error.errno]) from error
        with os_errors_as_storage_failed(path):
            raise
    with os_errors_as_storage_failed(path):
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE_BYTES:
                raise damaged_file(path, "it is not a regular file, or too large for a session")
            return _read_bytes(descriptor, min(size, status.st_size))
        finally:
            os.close(descriptor)


def _read_bytes(descriptor: int, size: int) -> bytes:
    """Read so many bytes, or all there are.

    A file object would take twice as many system calls. Each lets other threads run, and in a
    server a list of sessions makes thousands.
    """
    parts = []
    while size and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def damaged_file(path: Path | str, reason: str) -> SessionDamaged:
    """Return the error for a file that is named like a session but is not one."""
    name = shlex.quote(str(path))
    return SessionDamaged(
        f"{path} is damaged: {reason}.",
        f"the file was left as it was; to move it out of the way: mv {name} {name}.damaged",
    )


def replace_file(path: Path, content: bytes) -> None:
    """Replace a file atomically and durably: on return, the content survives a power cut.

    The sequence is that of SQLite and git: write a new file in the same folder, sync it, rename
    it to `path`, sync the folder. A failed sync is not tried again, because Linux may have
    dropped the pages and report success the second time; the old file stays. Raises
    StorageFailed.
    """
    with os_errors_as_storage_failed(path), write_temporary(path, content) as temporary:
        temporary.replace(path)
    sync_folder(path.parent)


def write_best_effort(path: Path, word: str) -> None:
    """Write a word that may be lost. Raises OSError.

    The file is written in place, so that a crash leaves no second file. A reader of half a word
    must treat it as unknown.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
    # Without O_NONBLOCK, opening a FIFO waits for a reader.
    with os.fdopen(os.open(path, flags | os.O_NONBLOCK, 0o600), "w") as file:
        file.write(f"{word}\n")


def write_report(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file that the user named, as a whole or not at all. Links are followed.

    Raises InvalidInput if the name cannot be used or is taken, and StorageFailed.
    """
    target = require_usable(path, overwrite=overwrite)
    if overwrite:
        replace_file(target, content)
    else:
        create_file(target, content)


def require_usable(path: Path, *, overwrite: bool) -> Path:
    """Return the file that a name means. Raises InvalidInput if it cannot be used or is taken."""
    try:
        target = path.resolve()
        is_taken = target.exists()
        is_usable = target.parent.is_dir() and (target.is_file() or not is_taken)
    except (OSError, ValueError, RuntimeError) as error:  # too long, a NUL, a circle of links
        is_missing = isinstance(error, FileNotFoundError)
        raise InvalidInput(
            f"{path} is not a usable file name.",
            explain_path(path) if is_missing else NextStep(Action.CHOOSE_FILE),
        ) from error
    if not is_usable:
        raise InvalidInput(
            f"{path} is not a file in a folder that exists.", NextStep(Action.CHOOSE_FILE)
        )
    if is_taken and not overwrite:
        raise _taken_name(path)
    return target


def create_file(path: Path, content: bytes) -> None:
    """Write a new file atomically and durably.

    Raises InvalidInput if the name is taken, even if that happens meanwhile, and StorageFailed.
    """
    with os_errors_as_storage_failed(path), write_temporary(path, content) as temporary:
        try:
            _rename_without_overwriting(temporary, path)
        except FileExistsError as error:
            raise _taken_name(path) from error
    sync_folder(path.parent)


def _rename_without_overwriting(temporary: Path, path: Path) -> None:
    """Rename a file. Raises FileExistsError if the new name is taken."""
    try:
        os.link(temporary, path)
        temporary.unlink()
    except OSError as error:
        if error.errno not in _LINKS_UNSUPPORTED:
            raise
        # FAT has no links: take the name first, then replace the empty file.
        os.close(os.open(path, _NEW_FILE, 0o600))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _taken_name(path: Path) -> InvalidInput:
    return InvalidInput(f"{path} already exists.", NextStep(Action.OVERWRITE))


@contextlib.contextmanager
def write_temporary(path: Path, content: bytes) -> Iterator[Path]:
    """Write and sync a new file in the folder of `path`, for the block to rename.

    Removes the file if anything fails. Raises OSError.
    """
    temporary = path.with_name(f".{path.stem[:60]}.{os.urandom(4).hex()}.tmp")
    try:
        # Opened inside the block: a signal may arrive as soon as the file exists.
        with os.fdopen(os.open(temporary, _NEW_FILE | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    except FileExistsError:
        raise  # The file belongs to another process.
    except BaseException:
        # `gc` removes what cannot be removed here; report the first failure.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename or a removal in the folder durable. Raises StorageFailed."""
    with os_errors_as_storage_failed(folder, NOT_DURABLE):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # Some file systems cannot sync folders.
                raise
        finally:
            with contextlib.suppress(OSError):  # Nothing was written to it.
                os.close(descriptor)
