"""A CV or job description, from a file, a stream or an option, → checked text."""

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview_cli.errors import UnreadableDocument
from interview_cli.settings import (
    MAX_DOCUMENT_BYTES,
    MAX_DOCUMENT_CHARS,
    MIN_DOCUMENT_CHARS,
)
from interview_cli.text import clean


@dataclass(frozen=True)
class Document:
    """A document's text as it is stored, and where it came from."""

    kind: str
    text: str
    source: str

    @property
    def word_count(self) -> int:
        return len(self.text.split())


def read_file(path: Path) -> Document:
    """The text of a `.md`, `.txt` or `.pdf` file. Raises UnreadableDocument."""
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableDocument(
            f"{path.name}: cannot read files of this kind.",
            f"give one that ends in {', '.join(_KINDS)}",
        )
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument(f"{path.name} is no file.", "give the document itself")
        if status.st_size > MAX_DOCUMENT_BYTES:
            raise _too_large(path.name)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(f"{path}: no such file.", "check the path") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableDocument(
            f"{path.name} cannot be opened.", "check its permissions"
        ) from error
    return from_bytes(content, kind, path.name)


def from_bytes(content: bytes, kind: str | None, source: str) -> Document:
    """The text of a document already read; its kind is told from the content where it is None.

    Raises UnreadableDocument.
    """
    if len(content) > MAX_DOCUMENT_BYTES:
        raise _too_large(source)
    is_pdf = b"%PDF-" in content[:1024]
    kind = kind or ("PDF" if is_pdf else "text")
    if is_pdf != (kind == "PDF"):
        raise UnreadableDocument(
            f"{source} does not hold what its ending says.", "save it anew as PDF, Markdown or text"
        )
    return from_text(_READERS[kind](content, source), source, kind)


def from_text(text: str, source: str, kind: str = "text") -> Document:
    """A document from text: cleaned, blank lines folded, its length checked.

    Raises UnreadableDocument under 50 or over 200,000 characters.
    """
    lines = [line.rstrip() for line in clean(text.replace("\f", "\n\n")).splitlines()]
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    size = len(tidy.strip())
    if size < MIN_DOCUMENT_CHARS:
        raise UnreadableDocument(
            f"{source} holds {size} characters of text; {MIN_DOCUMENT_CHARS} are the least.",
            "a scanned PDF needs OCR first, as in: ocrmypdf cv.pdf cv-with-text.pdf"
            if kind == "PDF"
            else "give the whole document",
        )
    if size > MAX_DOCUMENT_CHARS:
        raise UnreadableDocument(
            f"{source} holds {size:,} characters of text; {MAX_DOCUMENT_CHARS:,} are the most.",
            "leave out what is not CV or job description",
        )
    return Document(kind, tidy.strip(), clean(source))


def _too_large(source: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{source} is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB.",
        "save it without its pictures",
    )


def _read_text(content: bytes, source: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{source} is not UTF-8 text.", "save it as UTF-8 and upload it again"
        ) from error


def _read_pdf(content: bytes, source: str) -> str:
    # Imported here: a tenth of a second that only PDF files need.
    from interview_cli.documents.pdf import text_of_pdf

    return text_of_pdf(content, source)


_KINDS = {".pdf": "PDF", ".md": "Markdown", ".txt": "text"}
_READERS: dict[str, Callable[[bytes, str], str]] = {
    "PDF": _read_pdf,
    "Markdown": _read_text,
    "text": _read_text,
}
