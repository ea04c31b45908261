"""Read what the user gives in an option, a file or on stdin, within bounds."""

import io
import select
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from interview_cli.errors import InvalidInput, UsageError, explain_path
from interview_cli.limits import MAX_ANSWER_BYTES, MAX_DOCUMENT_BYTES
from interview_cli.next_step import Hint
from interview_cli.text import clean_input
from interview_cli.workflow.answers import SKIP_HINT, AnswerInput, clean_answer

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
        return clean_answer(_read_answer_file(file), hint=empty_hint)
    hint = 'give it as in --text "I led …", --file answer.txt, or piped; to leave it out: --skip'
    content = read_stdin(MAX_ANSWER_BYTES, "the answer", hint)
    return clean_answer(_decoded(content, "the answer"), hint=empty_hint)


def read_text_file(path: Path, what: str) -> str:
    """Read a UTF-8 text file, or stdin for `-`. Raises InvalidInput, UsageError without a pipe."""
    return _decoded(_read_bytes(path, MAX_ANSWER_BYTES, what), what)


def read_transcript(path: Path) -> str:
    """Return the text of a transcript from a file, in any format of documents, or from stdin.

    Raises InvalidInput, UsageError without a pipe.
    """
    # Imported here: most answers are text.
    from interview_cli.documents.formats import SANDBOXED, SUFFIXES
    from interview_cli.documents.reader import read_file

    kind = SUFFIXES.get(path.suffix.lower())
    if kind in SANDBOXED and kind != "JSON Resume":
        return read_file(path).text
    what = "the transcript"
    return _decoded(_read_bytes(path, MAX_DOCUMENT_BYTES, what), what)


def _read_bytes(path: Path, limit: int, what: str) -> bytes:
    if str(path) == "-":
        return read_stdin(limit, what, "pipe it, or name a file")
    return read_stream(path, limit, path.name)


def read_message(text: str | None) -> str:
    """Read a message, given or piped (none, or `-`).

    Raises UsageError for neither, InvalidInput for non-text.
    """
    if text not in (None, "-"):
        return text
    content = read_stdin(MAX_ANSWER_BYTES, "the message", 'give it as in say "…", or pipe it')
    return _decoded(content, "the message")


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


def read_stdin(limit: int, what: str, hint: str) -> bytes:
    """Return all of stdin. Raises UsageError on a terminal, InvalidInput beyond the limit."""
    content = _piped_stdin(f"{what} is not given.", hint).read(limit + 1)
    if len(content) > limit:
        raise _too_long(what)
    return content


def read_stream(path: Path, limit: int, what: str) -> bytes:
    """Return all that a path gives, at most `limit` bytes. Raises InvalidInput."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InvalidInput(f"{path} does not exist.", explain_path(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InvalidInput(f"{path} cannot be read.", explain_path(path)) from error
    if len(content) > limit:
        raise _too_long(what)
    return content


def _read_answer_file(path: Path) -> str:
    """Return the text of an answer: UTF-8, or a document that its first bytes tell."""
    content = read_stream(path, MAX_DOCUMENT_BYTES, path.name)
    # Imported here: most answers are text.
    from interview_cli.documents.formats import recognize_signature

    kind = recognize_signature(content)
    if kind is not None:
        from interview_cli.console.document_inputs import report_extraction
        from interview_cli.documents.reader import extract_content

        extraction = extract_content(content, kind, path.name)
        report_extraction(extraction, "the answer", keep_hidden=False)
        return extraction.text
    if len(content) > MAX_ANSWER_BYTES:
        raise _too_long(path.name)
    return _decoded(content, "the answer")


def _too_long(what: str) -> InvalidInput:
    return InvalidInput(f"{what} is too long.", "shorten it and run the same command again")


def _decoded(content: bytes, what: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{what} is not UTF-8 text.", "convert it to UTF-8 first") from error
