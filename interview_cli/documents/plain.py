"""Read text and Markdown, whose encoding must be guessed."""

import codecs

from interview_cli.documents.account import Account
from interview_cli.errors import UnreadableDocument

_CONTROLS = frozenset(range(32)) - set(b"\t\n\r\f\x0b\x1b")


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Decode UTF-8, UTF-16 with a byte order mark, or else Windows-1252 with a notice.

    Raises UnreadableDocument.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if any(byte in _CONTROLS for byte in content):
        raise UnreadableDocument(
            f"{source} is not a text file.", "save it as PDF, DOCX or plain text"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{source} is in an unknown text encoding.", "save it as UTF-8 and upload it again"
        ) from error
    account.notices.append(
        f"{source} is not UTF-8; it was read as Windows-1252. Check the stored text."
    )
    return text
