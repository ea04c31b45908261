"""Decode a page as a browser does: the labels and encodings of the WHATWG Encoding Standard."""

import re

import webencodings

from interview_cli.documents.account import Account

_NAMED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:+-]+)", re.I
)
_NAME_BYTES = 4096
"""A page names its encoding in these first bytes; the standard asks for 1024."""
_MAX_BROKEN = 0.01
"""With a larger share of broken letters, a page is not in the encoding that it names."""
_REPLACEMENT = "\ufffd"


def decode_page(content: bytes, source: str, account: Account) -> str:
    """Decode by byte order mark, by the encoding that the page names, as UTF-8, or by guessing.

    Letters that cannot be decoded are replaced, and the user is told.
    """
    for encoding in (_find_mark(content), _find_named(content), "utf-8"):
        if encoding is None:
            continue
        text, name = _decode(content, encoding)
        broken = text.count(_REPLACEMENT) - content.count(_REPLACEMENT.encode())
        if broken <= max(1, len(text) * _MAX_BROKEN) and (encoding != "utf-8" or broken <= 1):
            if broken > 0:
                account.notices.append(
                    f"{broken} letter{'s' if broken != 1 else ''} of {source} could not be read as "
                    f"{name}. Check the stored text."
                )
            return text
    account.notices.append(
        f"{source} is not in the encoding that it names, or names none; it was read as "
        "Windows-1252. Check the stored text."
    )
    return content.decode("cp1252", errors="replace")


def _find_mark(content: bytes) -> str | None:
    marks = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16le", b"\xfe\xff": "utf-16be"}
    return next((name for mark, name in marks.items() if content.startswith(mark)), None)


def _find_named(content: bytes) -> str | None:
    named = _NAMED.search(content[:_NAME_BYTES])
    label = named[1].decode("ascii", errors="replace") if named else ""
    encoding = webencodings.lookup(label)
    if encoding is None:
        return None
    # A page whose name can be read byte by byte is not in UTF-16; browsers take UTF-8.
    return "utf-8" if encoding.name.startswith("utf-16") else str(encoding.name)


def _decode(content: bytes, encoding: str) -> tuple[str, str]:
    # The standard reads its GBK with the larger table of GB 18030.
    table = webencodings.lookup("gb18030" if encoding == "gbk" else encoding)
    text, _ = webencodings.decode(content, table, errors="replace")
    return text, encoding
