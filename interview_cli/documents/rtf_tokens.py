"""Split RTF into its tokens, as the specification (1.9.1) defines them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<group>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|[\r\n\x00]+"
    rb"|(?P<text>[^{}\\\r\n\x00]+)",
    re.DOTALL,
)
_BINARY = b"bin"


class Token(NamedTuple):
    """One token: a brace, a control word, or bytes of text."""

    kind: str
    """`group`, `word`, `text` (raw or escaped bytes) or `symbol`."""
    value: bytes
    number: int | None = None
    """The number of a control word."""
    is_escaped: bool = False
    r"""Whether bytes of text were written as \'xx."""


def split_tokens(content: bytes) -> Iterator[Token]:
    r"""Yield the tokens; the bytes after \bin, a picture, are skipped."""
    place = 0
    while match := _TOKEN.match(content, place):
        place = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            if match["word"] == _BINARY:
                place += max(0, number or 0)
            else:
                yield Token("word", match["word"], number)
        elif kind == "hex":
            yield Token("text", bytes.fromhex(match["hex"].decode()), is_escaped=True)
        elif kind == "symbol" and match["symbol"] in (b"\\", b"{", b"}"):
            yield Token("text", match["symbol"])
        elif kind is not None:
            yield Token(kind, match[0] if kind != "symbol" else match["symbol"])
