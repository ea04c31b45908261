"""Look up lines of a file by their key without keeping the file in memory."""

import os
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

_BLOCK_BYTES = 4096


def open_lines(path: Path) -> tuple[int, bytes]:
    """Open a file of sorted lines. Return it, which stays open, and its content."""
    file = os.open(path, os.O_RDONLY)
    return file, os.pread(file, os.fstat(file).st_size, 0)


class SortedLines:
    """Lines of a key, a tab and a value, of which only the blocks that are looked up are read.

    A turn looks up a few hundred of 30,000 lines. Parsing all would take it 15 ms and 8 MB, and
    keeping them as they are 1 MB.
    """

    def __init__(self, file: int, content: bytes, begin: int, end: int) -> None:
        """`content` is that of the open file; from `begin` to `end` it is sorted lines, each of a
        key, a tab and a value. No key holds what sorts before a tab."""
        self._file = file
        self._starts = list(_split_blocks(content, begin, end))
        self._first_keys = [content[start : content.index(b"\t", start)] for start in self._starts]
        self._starts.append(end)

    def find(self, key: str) -> str | None:
        """Return the value of a key; None if it has none."""
        wanted = key.encode(errors="surrogatepass")
        place = bisect_right(self._first_keys, wanted) - 1
        block = self._read_block(place) if place >= 0 else b""
        _, found, rest = block.partition(b"\n%b\t" % wanted)
        return rest[: rest.index(b"\n")].decode() if found else None

    def list_keys(self) -> Iterator[str]:
        """Yield all keys in their order."""
        for place in range(len(self._first_keys)):
            lines = self._read_block(place).decode().split("\n")
            yield from (line.partition("\t")[0] for line in lines if line)

    def _read_block(self, place: int) -> bytes:
        """Return some lines, each between line feeds."""
        start = self._starts[place] - 1
        return os.pread(self._file, self._starts[place + 1] - start, start)


def _split_blocks(content: bytes, begin: int, end: int) -> Iterator[int]:
    """Yield where each block of lines begins."""
    while begin < end:
        yield begin
        begin = content.find(b"\n", begin + _BLOCK_BYTES, end) + 1 or end
