"""Read what the user gives in an option, a file or on stdin, within bounds."""

import io
import select
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from interview_cli.console.output import print_note
from interview_cli.documents.formats import SANDBOXED, SUFFIXES
from interview_cli.documents.reader import Document, create_document, read_content, read_file
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.next_step import Hint
from interview_cli.settings import MAX_ANSWER_BYTES, MAX_DOCUMENT_BYTES
from interview_cli.text import clean_input
from interview_cli.workflow.answers import SKIP_HINT, AnswerInput, clean_answer
from interview_cli.workflow.documents import DOCUMENT_NAMES, DocumentKind, inspect_document

_CHUNK_BYTES = 65_536


def read_answer(
    text: str | None, file: Path | None, skip: bool, empty_hint: Hint = SKIP_HINT
) -> AnswerInput:
    """Read one answer from the option that is given, else from piped stdin.

    Raises UsageError for no source or several, InvalidInput for an unusable answer.
    """
    if sum((text is not None, file is not None, skip)) > 1:
        raise UsageError("--text, --file and --skip cannot be combined.", "give one of them")
    if skip:
        return AnswerInput("", skipped=True)
    if text is not None:
        return clean_answer(text, hint=empty_hint)
    if file is not None and str(file) != "-":
        return clean_answer(_decoded(_file_bytes(file), "the answer"), hint=empty_hint)
    hint = 'give it as in --text "I led …", --file answer.txt, or piped; to leave it out: --skip'
    content = _stdin_bytes(MAX_ANSWER_BYTES, "the answer", hint)
    return clean_answer(_decoded(content, "the answer"), hint=empty_hint)


def read_text_file(path: Path, what: str) -> str:
    """Read a UTF-8 text file, or stdin for `-`. Raises InvalidInput, UsageError without a pipe."""
    if str(path) != "-":
        return _decoded(_file_bytes(path), what)
    return _decoded(_stdin_bytes(MAX_ANSWER_BYTES, what, "pipe it, or name a file"), what)


def read_transcript(path: Path) -> str:
    """Return the text of a transcript from a file, in any format of documents, or from stdin.

    Raises InvalidInput, UsageError without a pipe.
    """
    kind = SUFFIXES.get(path.suffix.lower())
    if kind in SANDBOXED and kind != "JSON Resume":
        return read_file(path).text
    what = "the transcript"
    if str(path) != "-":
        return _decoded(_file_bytes(path, MAX_DOCUMENT_BYTES), what)
    return _decoded(_stdin_bytes(MAX_DOCUMENT_BYTES, what, "pipe it, or name a file"), what)


def read_message(text: str | None) -> str:
    """Read a message, given or piped. Raises UsageError for neither, InvalidInput for non-text."""
    if text is not None:
        return text
    content = _stdin_bytes(MAX_ANSWER_BYTES, "the message", 'give it as in say "…", or pipe it')
    return _decoded(content, "the message")


def read_document(
    path: Path | None,
    kind: DocumentKind,
    keep_hidden: bool = False,
    edit: Callable[[], str] | None = None,
) -> Document | None:
    """Read a document from a file, or from stdin for `-`. Raises UnreadableDocument.

    `edit` lets the user type what `-` stands for, instead of reading stdin.
    """
    if path is None:
        return None
    what = DOCUMENT_NAMES[kind]
    if str(path) == "-" and edit:
        content = clean_input(edit(), what).encode("utf-8")
        document = read_content(content, None, "pasted text", keep_hidden=keep_hidden)
    elif str(path) == "-":
        content = _stdin_bytes(MAX_DOCUMENT_BYTES, what, "pipe it, or name a file instead of -")
        document = read_content(content, None, "stdin", keep_hidden=keep_hidden)
    else:
        document = read_file(path, keep_hidden=keep_hidden)
    return _report_findings(document, kind, keep_hidden)


def parse_document(text: str, option: str, kind: DocumentKind) -> Document:
    """Parse a document given in an option. Raises UnreadableDocument."""
    return _report_findings(create_document(clean_input(text, option), option), kind)


def _report_findings(document: Document, kind: DocumentKind, keep_hidden: bool = False) -> Document:
    """Print what is odd about a document, and return it."""
    effect = "it is kept, as you asked" if keep_hidden else "it is left out; --keep-hidden keeps it"
    for finding in inspect_document(document, kind, effect):
        print_note(f"{'warning' if finding.is_warning else 'note'}: {finding.message}")
    return document


class AnswerRecords:
    """The answers piped to stdin, each as soon as its separator (or the end) is read.

    Blank lines are skipped; a blank NUL-separated record is an error. Raises UsageError without a
    pipe; iterating raises InvalidInput for an unusable answer.
    """

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._stream = _piped_stdin("no answers are given.", "pipe them, one per line")
        self._read = b""

    def __iter__(self) -> Iterator[AnswerInput]:
        blank_bytes = 0
        for number, record in enumerate(self._split(), start=1):
            text = _decoded(record, f"answer {number}")
            if clean_input(text, f"answer {number}") or self._separator != b"\n":
                blank_bytes = 0
                yield clean_answer(text, f"answer {number}")
            elif (blank_bytes := blank_bytes + len(record) + 1) > MAX_ANSWER_BYTES:
                raise InvalidInput(
                    "too many blank lines and no answer.", "pipe the answers, one per line"
                )

    def has_more(self) -> bool:
        """Whether another answer has arrived. Neither waits for one nor reads without bound."""
        for _ in range(MAX_ANSWER_BYTES // _CHUNK_BYTES):
            if self._read.strip():
                return True
            if not self._can_read_at_once():
                return False
            self._read = self._stream.read1(_CHUNK_BYTES)
            if not self._read:
                return False
        return False

    def _split(self) -> Iterator[bytes]:
        while True:
            record, separator, rest = self._read.partition(self._separator)
            if separator:
                self._read = rest
                yield record
                continue
            if len(self._read) > MAX_ANSWER_BYTES:
                raise _too_long("an answer")
            # At most one system call: what has arrived is used before the next read can block.
            chunk = self._stream.read1(_CHUNK_BYTES)
            if not chunk:
                break
            self._read += chunk
        record, self._read = self._read, b""
        if record.strip():
            yield record

    def _can_read_at_once(self) -> bool:
        try:
            return bool(select.select([self._stream], [], [], 0)[0])
        except (OSError, ValueError):  # the stream has no file, as under a test runner
            return True


def _piped_stdin(nothing: str, hint: str) -> io.BufferedReader:
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(nothing, hint)
    return cast(io.BufferedReader, sys.stdin.buffer)


def _stdin_bytes(limit: int, what: str, hint: str) -> bytes:
    content = _piped_stdin(f"{what} is not given.", hint).read(limit + 1)
    if len(content) > limit:
        raise _too_long(what)
    return content


def _file_bytes(path: Path, limit: int = MAX_ANSWER_BYTES) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InvalidInput(f"{path} cannot be read.", "check the path") from error
    if len(content) > limit:
        raise _too_long(path.name)
    return content


def _too_long(what: str) -> InvalidInput:
    return InvalidInput(f"{what} is too long.", "shorten it and run the same command again")


def _decoded(content: bytes, what: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{what} is not UTF-8 text.", "convert it to UTF-8 first") from error
