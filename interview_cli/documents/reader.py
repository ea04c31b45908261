"""A CV or job description, from a file, a stream or an option, → checked text."""

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from interview_cli.documents import plain
from interview_cli.documents.apart import MODULES, extract_apart
from interview_cli.documents.extract import cleaned
from interview_cli.documents.sections import sections
from interview_cli.errors import UnreadableDocument
from interview_cli.settings import (
    MAX_DOCUMENT_BYTES,
    MAX_DOCUMENT_CHARS,
    MIN_DOCUMENT_CHARS,
)
from interview_cli.text import clean

_KINDS = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".md": "Markdown",
    ".txt": "text",
    ".html": "HTML",
    ".htm": "HTML",
    ".json": "JSON Resume",
}
# The first bytes of formats that are read, and of some that are often mistaken for them.
_MAGIC = {
    b"PK\x03\x04": "archive",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "old",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"\x1f\x8b": "packed",
}


_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>|<!--.{0,400}?-->|\s)*<(?:!doctype\s+html|html)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Document:
    """A document's text as it is stored, and where it came from.

    `hidden` are words in it that nobody would see, `notices` what the user should know.
    """

    kind: str
    text: str
    source: str
    hidden: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings that were recognised, at most twelve."""
        return sections(self.text)


def read_file(path: Path, *, keep_hidden: bool = False) -> Document:
    """The text of a file, by the kind that its ending names. Raises UnreadableDocument."""
    kind = _KINDS.get(path.suffix.lower())
    try:
        if kind is None and path.is_file():
            raise UnreadableDocument(
                f"{path.name}: cannot read files of this kind.",
                f"give one that ends in {', '.join(_KINDS)}",
            )
        content = _content(path)
    except FileNotFoundError as error:
        raise UnreadableDocument(f"{path}: no such file.", "check the path") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableDocument(
            f"{path.name} cannot be opened.", "check its permissions"
        ) from error
    return from_bytes(content, kind, path.name, keep_hidden=keep_hidden)


def _content(path: Path) -> bytes:
    # Without O_NONBLOCK opening a FIFO waits for a writer.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableDocument(f"{path.name} is no file.", "give the document itself")
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_DOCUMENT_BYTES + 1)  # no more, however the file grows


def from_bytes(
    content: bytes, kind: str | None, source: str, *, keep_hidden: bool = False
) -> Document:
    """The text of a document already read; its kind is told from the content where it is None.

    Raises UnreadableDocument.
    """
    if len(content) > MAX_DOCUMENT_BYTES:
        raise _too_large(source)
    kind = kind or _kind_of(content)
    _refuse_belied(content, kind, source)
    if kind in MODULES:
        found = extract_apart(kind, content, source, keep_hidden)
    else:
        found = plain.read(content, source)
    document = from_text(cleaned(found.text), source, kind)
    hidden = tuple(cleaned(clean(words)) for words in found.hidden)
    return replace(document, hidden=hidden, notices=found.notices)


def _kind_of(content: bytes) -> str:
    start = content[:1024].lstrip()
    if b"%PDF-" in content[:1024]:
        return "PDF"
    if start.startswith(b"PK\x03\x04"):
        # The names of an archive's members stand in it as they are.
        return "Word" if b"word/" in content else "OpenDocument"
    if start.startswith(b"{\\rtf"):
        return "RTF"
    if _PAGE.match(start):
        return "HTML"
    is_resume = start.startswith(b"{") and re.search(rb'"(?:basics|work|education)"\s*:', content)
    return "JSON Resume" if is_resume else "text"


def _refuse_belied(content: bytes, kind: str, source: str) -> None:
    """Raises UnreadableDocument where the content is of another kind than the ending says."""
    magic = next((name for start, name in _MAGIC.items() if content.startswith(start)), "")
    holds_pdf = b"%PDF-" in content[:1024]
    if magic == "old":
        raise UnreadableDocument(
            f"{source} is in Word's old format, or protected by a password.",
            "save it as DOCX or PDF, without a password",
        )
    fits = {
        "PDF": holds_pdf,
        "Word": magic == "archive",
        "OpenDocument": magic == "archive",
        "RTF": magic == "RTF",
        "HTML": not magic and not holds_pdf and b"<" in content,
    }.get(kind, not magic and not holds_pdf)
    if not fits:
        raise UnreadableDocument(
            f"{source} does not hold what its ending says.",
            "save it anew as PDF, DOCX or text, and give it that ending",
        )


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
            "give the whole document",
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
