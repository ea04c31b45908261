"""Keep what takes long to make for the next run, as Python keeps modules: in `__pycache__`.

Such a file may be deleted at any time. It is ignored if it is damaged, and not written if the
folder cannot be written or if `PYTHONDONTWRITEBYTECODE` is set.
"""

import os
import sys
from contextlib import suppress
from functools import cached_property
from importlib.util import cache_from_source, find_spec, source_hash

_HASH_BYTES = 8


class KeptFile:
    """A file beside the bytecode of a package, for one version of Python."""

    def __init__(self, package: str, name: str, head: bytes) -> None:
        """`head` says of what the content was made: a file with another one is ignored."""
        self._path = _build_path(package, name)
        self._head = head

    def read(self) -> bytes:
        """Return what an earlier run wrote; nothing if there is no such file."""
        with suppress(OSError):
            with open(self._path, "rb") as file:
                head, kept_hash = file.read(len(self._head)), file.read(_HASH_BYTES)
                content = file.read()
            if head == self._head and kept_hash == source_hash(content):
                return content
        return b""

    @cached_property
    def can_write(self) -> bool:
        if not self._path or sys.dont_write_bytecode:
            return False
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            return os.access(os.path.dirname(self._path), os.W_OK)
        return False

    def write(self, content: bytes) -> None:
        """Replace what is kept, if that can be written."""
        if not self.can_write:
            return
        temporary = f"{self._path}.{os.getpid()}"
        with suppress(OSError):
            # Another process may read it meanwhile. It need not survive a power cut.
            with open(temporary, "wb") as file:
                file.write(self._head + source_hash(content) + content)
            os.replace(temporary, self._path)
            return
        with suppress(OSError):
            os.unlink(temporary)


def _build_path(package: str, name: str) -> str:
    """Return where Python would keep the bytecode of such a file; empty if it keeps none."""
    spec = find_spec(package)
    stem, _, suffix = name.rpartition(".")
    with suppress(NotImplementedError):
        if spec and spec.submodule_search_locations:
            folder = next(iter(spec.submodule_search_locations))
            return cache_from_source(f"{folder}/{stem}.py").removesuffix("pyc") + suffix
    return ""
