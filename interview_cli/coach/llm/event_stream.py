"""Read server-sent events, in every form that the standard allows (WHATWG HTML, section 9.2)."""

import codecs
import json
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
    """Yield the data of each event that has any; an event that is cut off at the end counts too.

    Some servers leave out the empty line between events: whole JSON on one line is an event.
    """
    data: list[str] = []
    for line in _read_lines(parts):
        name, _, value = line.partition(":")
        if name == "data":
            if data and _is_json("\n".join(data)):
                yield "\n".join(data)
                data = []
            data.append(value.removeprefix(" "))
        elif not line and data:
            yield "\n".join(data)
            data = []
    if data:
        yield "\n".join(data)


def split_json_lines(body: bytes) -> list[str]:
    """Return the lines of a body of JSON documents, one a line; none if it is not of that form."""
    lines = [line for line in _LINE_END.split(body.decode("utf-8-sig", "replace")) if line.strip()]
    return lines if len(lines) > 1 and all(map(_is_json, lines)) else []


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(parts: Iterable[bytes]) -> Iterator[str]:
    decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    rest = ""
    for part in parts:
        *lines, rest = _SURE_LINE_END.split(rest + decode(part))
        yield from lines
    yield from _LINE_END.split(rest)
