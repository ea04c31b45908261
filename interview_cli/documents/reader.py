"""Read a CV or job description from a file, a stream or an option as checked text."""

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from interview_cli.documents.cleanup import normalize_glyphs
from interview_cli.documents.formats import (
    SUFFIXES,
    can_be,
    find_format,
    is_old_office,
    recognize_format,
)
from interview_cli.documents.sandbox import extract, extract_in_sandbox
from interview_cli.documents.sections import find_headings
from interview_cli.errors import UnreadableDocument
from interview_cli.settings import (
    MAX_DOCUMENT_BYTES,
    MAX_DOCUMENT_CHARS,
    MIN_DOCUMENT_CHARS,
)
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


def read_file(path: Path, *, keep_hidden: bool = False) -> Document:
    """Read a file in the format that its suffix names. Raises UnreadableDocument."""
    try:
        kind = find_kind(path.name) if path.is_file() else None
        content = _load_file(path)
    except FileNotFoundError as error:
        raise UnreadableDocument(f"{path} does not exist.", "check the path") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableDocument(
            f"{path.name} cannot be opened.", "check its permissions"
        ) from error
    return read_content(content, kind, path.name, keep_hidden=keep_hidden)


def find_kind(file_name: str) -> str:
    """Return the format that the suffix of a file names. Raises UnreadableDocument."""
    kind = SUFFIXES.get(Path(file_name).suffix.lower())
    if kind is None:
        raise UnreadableDocument(
            f"{file_name} is not in a format that can be read.",
            f"use a file that ends in {', '.join(SUFFIXES)}",
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
    content: bytes, kind: str | None, source: str, *, keep_hidden: bool = False
) -> Document:
    """Read a document from its content.

    `kind` is the name of its format; if None, the format is recognised from the content. Raises
    UnreadableDocument.
    """
    if len(content) > MAX_DOCUMENT_BYTES:
        raise UnreadableDocument(
            f"{source} is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB.",
            "save it without its pictures",
        )
    kind = kind or recognize_format(content)
    _refuse_wrong_suffix(content, kind, source)
    read = extract_in_sandbox if find_format(kind).is_sandboxed else extract
    extraction = read(kind, content, source, keep_hidden)
    document = create_document(normalize_glyphs(extraction.text), source, kind)
    hidden = tuple(normalize_glyphs(remove_controls(words)) for words in extraction.hidden)
    return replace(document, hidden=hidden, notices=extraction.notices)


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


def create_document(text: str, source: str, kind: str = "text") -> Document:
    """Return a document made of text, with control characters and extra blank lines removed.

    Raises UnreadableDocument for less than 50 or more than 200,000 characters.
    """
    lines = [line.rstrip() for line in remove_controls(text.replace("\f", "\n\n")).splitlines()]
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    size = len(tidy.strip())
    if size < MIN_DOCUMENT_CHARS:
        raise UnreadableDocument(
            f"{source} has {size} characters of text; at least {MIN_DOCUMENT_CHARS} are needed.",
            "give the whole document",
        )
    if size > MAX_DOCUMENT_CHARS:
        raise UnreadableDocument(
            f"{source} has {size:,} characters of text; at most {MAX_DOCUMENT_CHARS:,} are read.",
            "remove what does not belong to the CV or the job description",
        )
    return Document(kind, tidy.strip(), remove_controls(source))
