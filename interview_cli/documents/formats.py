"""The document formats that can be read, one row each.

A new format is a row in FORMATS and a module of this package with a function
`extract_text(content: bytes, source: str, keep_hidden: bool) -> Extraction`. The module may raise
any exception; everything except UnreadableDocument is reported as a damaged file.
"""

import re
from dataclasses import dataclass

_HEAD_BYTES = 1024
"""A format is recognised in this many first bytes; PDF readers accept junk before the header."""
_ZIP = re.compile(rb"PK\x03\x04")
_JSON_RESUME_KEYS = (b"basics", b"work", b"education")


@dataclass(frozen=True)
class Format:
    """One format of documents."""

    name: str
    """Its name in messages, listings and JSON."""
    suffixes: tuple[str, ...]
    """Lower-case endings of file names, with their dot."""
    reader: str
    """The module of this package that reads it."""
    head: re.Pattern[bytes] | None = None
    """Matches the first bytes of a stream, without leading white space; None for plain text."""
    content: re.Pattern[bytes] | None = None
    """Must also occur somewhere in a stream; None if `head` is enough."""
    has_signature: bool = True
    """Whether each file of this format starts with `head`; otherwise it starts like a text."""
    is_sandboxed: bool = True
    """Whether it needs a parser, which then runs in a separate process."""


FORMATS = (
    Format("PDF", (".pdf",), "pdf", re.compile(rb".*?%PDF-", re.DOTALL)),
    # An archive contains the names of its members in plain text.
    Format(
        "Word",
        (".docx", ".docm", ".dotx", ".dotm"),
        "docx",
        _ZIP,
        re.compile(rb"word[/\\]|\[Content_Types\]\.xml", re.IGNORECASE),
    ),
    Format("OpenDocument", (".odt", ".ott"), "odt", _ZIP),
    Format("RTF", (".rtf",), "rtf", re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")),
    Format(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "plain",
        has_signature=False,
        is_sandboxed=False,
    ),
    Format("text", (".txt", ".text"), "plain", has_signature=False, is_sandboxed=False),
    Format(
        "HTML",
        (".html", ".htm", ".xhtml"),
        "html",
        re.compile(
            rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>|<!--.{0,400}?-->|\s)*<(?:!doctype\s+html|html)",
            re.IGNORECASE | re.DOTALL,
        ),
        has_signature=False,
    ),
    Format(
        "JSON Resume",
        (".json",),
        "json_resume",
        re.compile(rb"\{"),
        re.compile(rb'"(?:%s)"\s*:' % b"|".join(_JSON_RESUME_KEYS)),
        has_signature=False,
    ),
)
SUFFIXES = {suffix: row.name for row in FORMATS for suffix in row.suffixes}
"""The name of the format by the ending of a file."""
MAIN_SUFFIXES = tuple(row.suffixes[0] for row in FORMATS)
"""One suffix of each format, for help texts."""
SANDBOXED = tuple(row.name for row in FORMATS if row.is_sandboxed)
"""The names of the formats that are read in a separate process."""

_TEXT = "text"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_UNREAD = (_OLD_OFFICE, b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
"""First bytes of files that are often mistaken for documents: old Word, PNG, JPEG and gzip."""
_BY_NAME = {row.name: row for row in FORMATS}


def find_format(name: str) -> Format:
    """Return the format of that name. Raises KeyError."""
    return _BY_NAME[name]


def recognize_format(content: bytes) -> str:
    """Return the name of the format that the content is in; "text" if nothing else fits."""
    head = content[:_HEAD_BYTES].lstrip()
    return next(
        (
            row.name
            for row in FORMATS
            if row.head
            and row.head.match(head)
            and (row.content is None or row.content.search(content))
        ),
        _TEXT,
    )


def recognize_signature(content: bytes) -> str | None:
    """Return the name of the format whose signature the content starts with; None for a text."""
    kind = recognize_format(content)
    return kind if find_format(kind).has_signature else None


def is_old_office(content: bytes) -> bool:
    """Whether content is in the format of Word 97, which also wraps encrypted DOCX files."""
    return content.startswith(_OLD_OFFICE)


def can_be(content: bytes, name: str) -> bool:
    """Whether the first bytes of content allow this format."""
    row = find_format(name)
    if row.has_signature:
        return _has_head(content, row)
    return not content.startswith(_UNREAD) and not any(
        _has_head(content, other) for other in FORMATS if other.has_signature
    )


def _has_head(content: bytes, row: Format) -> bool:
    return row.head is not None and row.head.match(content[:_HEAD_BYTES]) is not None
