"""Keep parsed rule files and compiled patterns for the next run, beside Python's own bytecode.

Parsing and compiling the rules that a turn uses takes a fifth of its time. What was read is kept
(`kept_files.py`) for one version of Python, and ignored if the rules have changed.

`re` has no public way to keep a compiled pattern: a pickle of one compiles again. So this module
calls what `re` itself calls, checks that the outcome equals what `re.compile` returns, and keeps
nothing otherwise.
"""

import marshal
import re
import zlib
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import MAGIC_NUMBER, source_hash
from threading import Lock
from typing import Any, cast

from interview_cli.kept_files import KeptFile

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
        self._file = KeptFile(package, f"{file}.rules", _HEAD)
        self._kept = self._read()
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
        if self._file.can_write and (taken_apart := _take_apart(pattern, source, flags)):
            self._read_dropped()
            self._kept["patterns"][name] = taken_apart
            self._write()
        return pattern

    def _read_dropped(self) -> None:
        """Read again what `_restore` dropped, before the first write."""
        if not self._has_written:
            self._has_written = True
            stored = self._read()
            if stored.get("text_hash") == self._kept.get("text_hash"):
                self._kept["patterns"] = stored.get("patterns", {}) | self._kept["patterns"]

    def _read(self) -> dict[str, Any]:
        with suppress(EOFError, ValueError, TypeError):
            return cast("dict[str, Any]", marshal.loads(self._file.read()))
        return {}

    def _write(self) -> None:
        if self._file.can_write:
            self._file.write(marshal.dumps(self._kept))


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
