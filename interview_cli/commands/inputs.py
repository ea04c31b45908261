"""What a user hands over, in an option, a file or on stdin, read with bounds."""

import select
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from interview_cli.documents.reader import Document, from_bytes, read_file
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.settings import MAX_ANSWER_BYTES, MAX_DOCUMENT_BYTES
from interview_cli.workflow.answers import Said, said

_CHUNK_BYTES = 65_536


def answer_from(text: str | None, file: Path | None, skip: bool) -> Said:
    """One answer, from the option that is given, else from piped stdin.

    Raises UsageError for more than one source or none, InvalidInput for an unusable answer.
    """
    if sum((text is not None, file is not None, skip)) > 1:
        raise UsageError("--text, --file and --skip do not go together.", "give one of them")
    if skip:
        return Said("", skipped=True)
    if text is not None:
        return said(text)
    if file is not None and str(file) != "-":
        return said(_decoded(_file_bytes(file), "the answer"))
    return said(_decoded(_stdin_bytes(MAX_ANSWER_BYTES, "the answer"), "the answer"))


def document_from(path: Path | None, what: str) -> Document | None:
    """A document, from the file that is named; `-` is stdin. Raises UnreadableDocument."""
    if path is None:
        return None
    if str(path) != "-":
        return read_file(path)
    return from_bytes(_stdin_bytes(MAX_DOCUMENT_BYTES, what), None, "stdin")


def records(separator: bytes) -> Iterator[Said]:
    """The answers piped to stdin, each as soon as its separator (or the end) is read.

    Blank lines are passed over; a blank NUL-separated record is not. Raises InvalidInput.
    """
    stream = _piped_stdin()
    for place, record in enumerate(_split(stream, separator), start=1):
        text = _decoded(record, f"answer {place}")
        if separator == b"\n" and not text.strip():
            continue
        yield said(text)


def more_is_waiting() -> bool:
    """Whether something is left to read on stdin, without waiting for it."""
    stream = sys.stdin.buffer
    try:
        if not select.select([stream], [], [], 0)[0]:
            return False
    except (OSError, ValueError):  # no file behind it, as under a test runner: reading cannot wait
        pass
    return bool(stream.read(1).strip() or stream.read(_CHUNK_BYTES).strip())


def _split(stream: BinaryIO, separator: bytes) -> Iterator[bytes]:
    """Records of a stream, read no further than the separator that ends the present one."""
    record = bytearray()
    while True:
        part = stream.readline(_CHUNK_BYTES) if separator == b"\n" else stream.read(1)
        record += part
        if len(record) > MAX_ANSWER_BYTES:
            raise _too_long("an answer")
        if part.endswith(separator):
            yield bytes(record.removesuffix(separator))
            record.clear()
        if not part:
            break
    if record.strip():
        yield bytes(record)


def _piped_stdin() -> BinaryIO:
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "no answer was given.",
            'give it as in --text "I led …", --file answer.txt, or piped; to leave it out: --skip',
        )
    return sys.stdin.buffer


def _stdin_bytes(limit: int, what: str) -> bytes:
    content = _piped_stdin().read(limit + 1)
    if len(content) > limit:
        raise _too_long(what)
    return content


def _file_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_ANSWER_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InvalidInput(f"{path} cannot be read.", "check the path") from error
    if len(content) > MAX_ANSWER_BYTES:
        raise _too_long(path.name)
    return content


def _too_long(what: str) -> InvalidInput:
    return InvalidInput(f"{what} is too long.", "shorten it and run the same command again")


def _decoded(content: bytes, what: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{what} is not UTF-8 text.", "convert it to UTF-8 first") from error
