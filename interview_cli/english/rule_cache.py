"""Keep parsed rule files and compiled patterns for the next run, beside Python's own bytecode.

Parsing and compiling the rules that a turn uses takes a fifth of its time. What was read is kept as
Python keeps modules: in `__pycache__`, for one version of Python. Such a file may be deleted at any
time. It is ignored if it is damaged or if the rules have changed, and not written if the folder
cannot be written or if `PYTHONDONTWRITEBYTECODE` is set.

`re` has no public way to keep a compiled pattern: a pickle of one compiles again. So this module
calls what `re` itself calls, checks that the outcome equals what `re.compile` returns, and keeps
nothing otherwise.
"""

import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache, cached_property
from importlib.util import MAGIC_NUMBER, cache_from_source, find_spec, source_hash
from threading import Lock
from typing import Any, cast

try:
    # Not public, so typeshed leaves them out.
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # another implementation of Python
    _sre = None


_FORMAT = b"2"
"""Changes whenever a later version of this module could not use what was kept."""
_HEAD = MAGIC_NUMBER + _FORMAT
_OPENING = Lock()
"""Two threads that need the same file at once would both read it."""


class RuleCache:
    """What one rule file holds. Any of its methods works without a file, only slower."""

    def __init__(self, package: str, file: str) -> None:
        self._path = _build_path(package, file)
        self._kept = _read(self._path)
        self._compiled: dict[tuple[str, str, re.RegexFlag], re.Pattern[str]] = {}
        self._has_written = False

    def parse(self, text: str) -> dict[str, Any]:
        """Return the TOML document `text`, the present content of the file, without the examples
        of rules."""
        text_hash = _hash(text)
        if self._kept.get("text_hash") != text_hash:
            # Imported here: a run that finds all rules here needs no parser.
            import tomllib

            data = tomllib.loads(text)
            _drop_examples(data)
            self._kept = {"text_hash": text_hash, "data": data, "patterns": {}}
            self._compiled = {}
            self._write()
        return cast("dict[str, Any]", self._kept["data"])

    def compile(self, name: str, source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        """Return what `re.compile(source, flags)` does. One pattern is kept for each name."""
        key = name, source, flags
        if key not in self._compiled:
            self._compiled[key] = self._restore(*key) or self._compile(*key)
        return self._compiled[key]

    def _restore(self, name: str, source: str, flags: re.RegexFlag) -> re.Pattern[str] | None:
        patterns = self._kept.setdefault("patterns", {})
        # Dropped, because a run that compiles nothing does not write.
        taken_apart = patterns.get(name) if self._has_written else patterns.pop(name, None)
        return _restore(taken_apart, source, flags) if taken_apart else None

    def _compile(self, name: str, source: str, flags: re.RegexFlag) -> re.Pattern[str]:
        pattern = re.compile(source, flags)
        if self._can_write and (taken_apart := _take_apart(pattern, source, flags)):
            self._read_dropped()
            self._kept["patterns"][name] = taken_apart
            self._write()
        return pattern

    def _read_dropped(self) -> None:
        """Read again what `_restore` dropped, before the first write."""
        if not self._has_written:
            self._has_written = True
            stored = _read(self._path)
            if stored.get("text_hash") == self._kept.get("text_hash"):
                self._kept["patterns"] = stored.get("patterns", {}) | self._kept["patterns"]

    @cached_property
    def _can_write(self) -> bool:
        if not self._path or sys.dont_write_bytecode:
            return False
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            return os.access(os.path.dirname(self._path), os.W_OK)
        return False

    def _write(self) -> None:
        if not self._can_write:
            return
        content = marshal.dumps(self._kept)
        temporary = f"{self._path}.{os.getpid()}"
        with suppress(OSError):
            # Another process may read it meanwhile. It need not survive a power cut.
            with open(temporary, "wb") as file:
                file.write(_HEAD + source_hash(content) + content)
            os.replace(temporary, self._path)
            return
        with suppress(OSError):
            os.unlink(temporary)


def open_cache(package: str, file: str) -> RuleCache:
    """Return the cache of a rule file."""
    with _OPENING:
        return _open_once(package, file)


@cache
def _open_once(package: str, file: str) -> RuleCache:
    return RuleCache(package, file)


def _drop_examples(data: dict[str, Any]) -> None:
    entries = (entry for part in data.values() if isinstance(part, list) for entry in part)
    for entry in entries:
        if isinstance(entry, dict) and "pattern" in entry:
            entry.pop("matches", None)
            entry.pop("ignores", None)


def _build_path(package: str, file: str) -> str:
    """Return where Python would keep the bytecode of such a file; empty if it keeps none."""
    spec = find_spec(package)
    with suppress(NotImplementedError):
        if spec and spec.submodule_search_locations:
            folder = next(iter(spec.submodule_search_locations))
            return cache_from_source(f"{folder}/{file}.py").removesuffix(".pyc") + ".rules"
    return ""


def _read(path: str) -> dict[str, Any]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        with open(path, "rb") as file:
            head, kept_hash, content = file.read(len(_HEAD)), file.read(8), file.read()
        if head == _HEAD and kept_hash == source_hash(content):
            return cast("dict[str, Any]", marshal.loads(content))
    return {}


def _take_apart(pattern: re.Pattern[str], source: str, flags: re.RegexFlag) -> bytes | None:
    """Return what `re` makes of a pattern before it builds the object; None if that fails."""
    with suppress(Exception):  # what other versions of Python do instead
        tree = _parser.parse(source, flags)
        state = tree.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        codes = array("I", (int(code) for code in _compiler._code(tree, flags)))
        parts = (
            int(flags) | int(state.flags),
            # A seventh of its size, and unpacked as soon as a list of numbers is read.
            zlib.compress(codes.tobytes()),
            state.groups - 1,
            state.groupdict,
            tuple(names),
        )
        taken_apart = marshal.dumps((int(flags), _hash(source), parts))
        restored = _restore(taken_apart, source, flags)
        if restored == pattern and restored.groupindex == pattern.groupindex:
            return taken_apart
    return None


def _restore(taken_apart: bytes, source: str, flags: re.RegexFlag) -> re.Pattern[str] | None:
    """Return a pattern that was taken apart; None if it is of another source."""
    kept_flags, kept_hash, parts = marshal.loads(taken_apart)
    if not _sre or (kept_flags, kept_hash) != (int(flags), _hash(source)):
        return None
    all_flags, packed, *groups = parts
    codes = array("I", zlib.decompress(packed))
    return cast("re.Pattern[str]", _sre.compile(source, all_flags, codes.tolist(), *groups))


def _hash(text: str) -> bytes:
    return source_hash(text.encode())
