"""Read a CV or job description from a file, a stream or an option as checked text."""

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from interview_cli.documents.cleanup import normalize_glyphs
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.formats import (
    MAIN_SUFFIXES,
    SUFFIXES,
    can_be,
    find_format,
    is_old_office,
    recognize_format,
)
from interview_cli.documents.sandbox import extract, extract_in_sandbox
from interview_cli.documents.sections import find_headings
from interview_cli.errors import UnreadableDocument, explain_path
from interview_cli.limits import MAX_DOCUMENT_BYTES, MAX_DOCUMENT_CHARS, MIN_DOCUMENT_CHARS
from interview_cli.next_step import Action, NextStep
from interview_cli.text import remove_controls


@dataclass(frozen=True)
class Document:
    """The text of a document as it is stored, and where it came from."""

    kind: str
    """The name of its format."""
    text: str
    source: str
    """The name of the file, or of another source, as messages show it."""
    hidden: tuple[str, ...] = ()
    """Runs of words that a person would not see."""
    notices: tuple[str, ...] = ()
    """Sentences that tell the user how the document was read."""

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings that were recognised, at most twelve."""
        return find_headings(self.text)


def read_file(path: Path, *, keep_hidden: bool = False, is_cv: bool = False) -> Document:
    """Read a file in the format that its suffix names, or its content if it has no suffix.

    Raises UnreadableDocument.
    """
    try:
        kind = find_kind(path.name) if path.is_file() else None
        content = _load_file(path)
    except FileNotFoundError as error:
        raise UnreadableDocument(f"{path} does not exist.", explain_path(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableDocument(
            f"{path.name} cannot be opened.", "check its permissions"
        ) from error
    return read_content(content, kind, path.name, keep_hidden=keep_hidden, is_cv=is_cv)


def find_kind(file_name: str) -> str | None:
    """Return the format that the suffix of a file names; None without a suffix.

    Raises UnreadableDocument for other suffixes.
    """
    suffix = Path(file_name).suffix.lower()
    kind = SUFFIXES.get(suffix)
    if kind is None and suffix:
        raise UnreadableDocument(
            f"{file_name} is not in a format that can be read.",
            f"save it as one of {', '.join(MAIN_SUFFIXES)}",
        )
    return kind


def _load_file(path: Path) -> bytes:
    # Without O_NONBLOCK opening a FIFO waits for a writer.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableDocument(
            f"{path.name} is not a regular file.", "give the path of the document itself"
        )
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_DOCUMENT_BYTES + 1)  # bounded, even if the file keeps growing


def read_content(
    content: bytes,
    kind: str | None,
    source: str,
    *,
    keep_hidden: bool = False,
    is_cv: bool = False,
) -> Document:
    """Read a document from its content.

    `kind` is the name of its format; if None, the format is recognised from the content. Raises
    UnreadableDocument.
    """
    kind = kind or recognize_format(content)
    extraction = extract_content(content, kind, source, keep_hidden=keep_hidden, is_cv=is_cv)
    document = create_document(extraction.text, source, kind, extraction.left_out)
    return replace(document, hidden=extraction.hidden, notices=extraction.notices)


def extract_content(
    content: bytes, kind: str, source: str, *, keep_hidden: bool = False, is_cv: bool = False
) -> Extraction:
    """Return the text of content in a format, of any length. Raises UnreadableDocument."""
    if len(content) > MAX_DOCUMENT_BYTES:
        raise UnreadableDocument(
            f"{source} is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB.",
            "save it without its pictures",
        )
    _refuse_wrong_suffix(content, kind, source)
    read = extract_in_sandbox if find_format(kind).is_sandboxed else extract
    extraction = read(kind, content, source, keep_hidden, is_cv)
    hidden = tuple(normalize_glyphs(remove_controls(words)) for words in extraction.hidden)
    return replace(extraction, text=normalize_glyphs(extraction.text), hidden=hidden)


def _refuse_wrong_suffix(content: bytes, kind: str, source: str) -> None:
    """Raise UnreadableDocument if the content cannot be in this format."""
    if is_old_office(content):
        raise UnreadableDocument(
            f"{source} is in the old format of Word (.doc), or protected by a password.",
            "save it as DOCX or PDF, without a password",
        )
    if not can_be(content, kind):
        raise UnreadableDocument(
            f"{source} is not in the format that its suffix names.",
            "save it again as PDF, DOCX or text, and keep the suffix of that format",
        )


def create_document(text: str, source: str, kind: str = "text", left_out: str = "") -> Document:
    """Return a document made of text, with control characters and extra blank lines removed.

    `left_out` says what was left out, for a refusal.
    Raises UnreadableDocument for less than 50 or more than 200,000 characters.
    """
    lines = [line.rstrip() for line in remove_controls(text.replace("\f", "\n\n")).splitlines()]
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    size = len(tidy.strip())
    if size < MIN_DOCUMENT_CHARS:
        raise _too_short_error(source, size, left_out)
    if size > MAX_DOCUMENT_CHARS:
        raise UnreadableDocument(
            f"{source} has {size:,} characters of text; at most {MAX_DOCUMENT_CHARS:,} are read.",
            "remove what does not belong to the CV or the job description",
        )
    return Document(kind, tidy.strip(), remove_controls(source))


def _too_short_error(source: str, size: int, left_out: str) -> UnreadableDocument:
    has = f"{source} has {size} characters of text"
    needed = f"at least {MIN_DOCUMENT_CHARS} are needed"
    if left_out:
        return UnreadableDocument(
            f"{has} besides {left_out}; {needed}.", NextStep(Action.KEEP_HIDDEN)
        )
    return UnreadableDocument(f"{has}; {needed}.", "give the whole document")
