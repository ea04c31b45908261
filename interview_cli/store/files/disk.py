"""Reading and replacing one file so that neither a crash nor a stranger's file can hurt."""

import contextlib
import errno
import os
import secrets
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from interview_cli.errors import InvalidInput, SessionDamaged, StorageFailed
from interview_cli.next_step import Action, NextStep

MAX_FILE_BYTES = 64_000_000
"""A session of two full documents and twenty full answers takes some 8 MB."""


_NO_FILE = {errno.ELOOP: "it is a link", errno.ENXIO: "it is no regular file"}

UNCHANGED = "that file was left as it was; check the folder's permissions and free space"
NOT_DURABLE = "the change is visible but may not survive a power cut; check the disk"


@contextlib.contextmanager
def refusals(path: Path, hint: str = UNCHANGED, *, missing_is_one: bool = True) -> Iterator[None]:
    """Turns what the operating system refuses into StorageFailed, naming the file."""
    try:
        yield
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not missing_is_one:
            raise
        reason = (error.strerror or "the disk refuses").lower()
        raise StorageFailed(f"{path}: {reason}.", hint) from error


def make_folder(path: Path) -> None:
    """The folder and its parents, private to the user where they are new, and durable."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def read(path: Path, size: int = MAX_FILE_BYTES + 1) -> bytes:
    """At most `size` bytes of a regular file, never following a link.

    Raises FileNotFoundError, SessionDamaged for anything but a regular file of sane size, and
    StorageFailed when the system refuses.
    """
    # Without O_NONBLOCK opening a FIFO waits for a writer.
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in _NO_FILE:
            raise damaged(path, _NO_FILE[error.errno]) from error
        with refusals(path):
            raise
    with refusals(path):
        # By number, not yet as a file: Python makes no file of a folder.
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE_BYTES:
            os.close(descriptor)
            raise damaged(path, "it is no regular file, or too large for a session")
        with os.fdopen(descriptor, "rb") as file:
            return file.read(size)


def damaged(path: Path, why: str) -> SessionDamaged:
    """The error for a file that is named like a session and is none."""
    name = shlex.quote(str(path))
    return SessionDamaged(
        f"{path} is damaged: {why}.",
        f"the file was left as it is; to take it out of the way: mv {name} {name}.damaged",
    )


def replace(path: Path, content: bytes) -> None:
    """Replaces the file whole and durably: when this returns, the content survives a power cut.

    The sequence is that of SQLite and git: a new file beside it, written, synced, renamed over it,
    and the folder synced. A sync that fails is not tried again (after one, Linux may have dropped
    the pages and report success): the old file stays. Raises StorageFailed.
    """
    with refusals(path), temporary_beside(path, content) as temporary:
        temporary.replace(path)
    sync_folder(path.parent)


def jot(path: Path, word: str) -> None:
    """Notes a word that may be lost. Raises OSError.

    In place, for such a file has nothing beside it to be left over; half of a word is unknown to
    its reader, and as good as none.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
    # Not waiting for the reader of what is no file but a FIFO.
    with os.fdopen(os.open(path, flags | os.O_NONBLOCK, 0o600), "w") as file:
        file.write(f"{word}\n")


def write_report(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Writes a file that the user named, whole or not at all; a link is followed.

    Raises InvalidInput where it must not or cannot be written, and StorageFailed.
    """
    try:
        target = path.resolve()
        is_taken = target.exists()
        if not target.parent.is_dir() or (is_taken and not target.is_file()):
            raise InvalidInput(
                f"{path} is no file in a folder that exists.", NextStep(Action.CHOOSE_FILE)
            )
    except (OSError, ValueError, RuntimeError) as error:  # too long, a NUL, links in a circle
        raise InvalidInput(
            f"{path} is no name for a file.", NextStep(Action.CHOOSE_FILE)
        ) from error
    if is_taken and not overwrite:
        raise _exists_already(path)
    if overwrite:
        replace(target, content)
    else:
        create(target, content)


def create(path: Path, content: bytes) -> None:
    """As `replace`, but for a name that nothing has yet, even if it is taken meanwhile.

    Raises InvalidInput where there is one, and StorageFailed.
    """
    with refusals(path), temporary_beside(path, content) as temporary:
        try:
            _name(temporary, path)
        except FileExistsError as error:
            raise _exists_already(path) from error
    sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    """Gives the file its name unless the name is taken."""
    try:
        os.link(temporary, path)
        temporary.unlink()
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        # FAT, as on many a stick, has no links: hold the name first, then put the file there.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _exists_already(path: Path) -> InvalidInput:
    return InvalidInput(f"{path} exists already.", NextStep(Action.OVERWRITE))


@contextlib.contextmanager
def temporary_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A synced file beside `path` with this content, for the block to rename; removed where
    anything fails."""
    temporary = path.with_name(f".{path.stem[:60]}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        # Opened in here: a signal may come the moment the file is there.
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    except FileExistsError:
        raise  # another's file of this very name is not ours to remove
    except BaseException:
        # What cannot be removed gc will; the first failure is the one to tell of.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Makes a rename or a removal in the folder durable. Raises StorageFailed."""
    with refusals(folder, NOT_DURABLE):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some file systems sync no folders
                raise
        finally:
            with contextlib.suppress(OSError):  # nothing was written to it that could be lost
                os.close(descriptor)
