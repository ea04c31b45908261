"""Read server-sent events, in every form that the standard allows (WHATWG HTML, section 9.2)."""

import codecs
import re
from collections.abc import Iterable, Iterator

_LINE_END = re.compile(r"\r\n|\n|\r")
# A CR at the end may be the first half of CR LF.
_SURE_LINE_END = re.compile(r"\r\n|\n|\r(?!\Z)")
_FIRST_FIELDS = (b":", b"data", b"event", b"id", b"retry")
HEAD_BYTES = 8
"""As much of the beginning of a body shows whether it is an event stream."""


def is_event_stream(head: bytes) -> bool:
    """Return whether a body with this beginning is an event stream, whatever its type says."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(_FIRST_FIELDS)


def read_events(parts: Iterable[bytes]) -> Iterator[str]:
    """Yield the data of each event that has any; an event that is cut off at the end counts too."""
    data: list[str] = []
    for line in _read_lines(parts):
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif not line and data:
            yield "\n".join(data)
            data = []
    if data:
        yield "\n".join(data)


def _read_lines(parts: Iterable[bytes]) -> Iterator[str]:
    decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    rest = ""
    for part in parts:
        *lines, rest = _SURE_LINE_END.split(rest + decode(part))
        yield from lines
    yield from _LINE_END.split(rest)
