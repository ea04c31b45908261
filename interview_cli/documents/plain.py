"""Text and Markdown: the encoding told, or refused."""

import codecs

from interview_cli.documents.extract import Extract
from interview_cli.errors import UnreadableDocument

_CONTROLS = frozenset(range(32)) - set(b"\t\n\r\f\x0b\x1b")


def read(content: bytes, source: str) -> Extract:
    """UTF-8, UTF-16 with its mark, else Windows-1252 with a notice. Raises UnreadableDocument."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with_mark = content.decode("utf-16", errors="replace")
        return Extract(with_mark)
    if any(byte in _CONTROLS for byte in content):
        raise UnreadableDocument(f"{source} is no text.", "save it as PDF, DOCX or plain text")
    try:
        return Extract(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{source} is text in no known encoding.", "save it as UTF-8 and upload it again"
        ) from error
    told = f"{source} is not UTF-8; it was read as Windows-1252. Check the stored text."
    return Extract(text, notices=(told,))
