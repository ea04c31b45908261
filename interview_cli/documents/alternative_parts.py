"""Read a file of another format inside a document: web page, web archive, RTF, DOCX or text."""

import email
import email.policy
from collections.abc import Iterator

from interview_cli.documents.account import Account
from interview_cli.documents.formats import find_format, recognize_format

_MAX_DEPTH = 4
"""Files within files within files are the work of an attacker."""


def read_alternative_part(content: bytes, source: str, account: Account, depth: int = 1) -> str:
    """Return the text of a file in the format that its content shows."""
    if depth > _MAX_DEPTH:
        return ""
    if pages := list(_find_pages(content)):
        return "\n\n".join(
            read_alternative_part(page, source, account, depth + 1) for page in pages
        )
    kind = recognize_format(content)
    if kind == "text" and b"<" in content and b">" in content:
        kind = "HTML"
    return _read(kind, content, source, account)


def _read(kind: str, content: bytes, source: str, account: Account) -> str:
    # Imported here: the readers of other formats import this module.
    from importlib import import_module

    reader = import_module(f"interview_cli.documents.{find_format(kind).reader}")
    text: str = reader.extract_text(content, source, account)
    return text


def _find_pages(content: bytes) -> Iterator[bytes]:
    """Yield the pages or texts of a web archive (MHTML); nothing for any other file."""
    if b"content-type:" not in content[:2048].lower():
        return
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    pages = [part for part in parts if part.get_content_subtype() == "html"] or parts
    for part in pages:
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        charset = part.get_content_charset()
        # The header of a part goes before what its page says about its encoding.
        yield payload.decode(charset, errors="replace").encode("utf-8-sig") if charset else payload
