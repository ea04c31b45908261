"""A text → HTML that MuPDF shows as it is, with words that can be broken."""

import re
import unicodedata
from html import escape
from itertools import pairwise

# MuPDF breaks no word; Thai has no spaces. Chinese and Japanese break anywhere without help.
_LONG_RUN = re.compile(r"[^\s\u200b\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{30,}")
_PIECE_CHARS = 10
_JOINING = ("Mn", "Mc", "Me", "Cf", "Sk")
_AFTER_ITS_CONSONANT = "\u0e33\u0eb3"
"""The vowel am of Thai and Lao."""
_BEFORE_ITS_CONSONANT = "เแโใไເແໂໃໄ"
_VIRAMA = 9
"""The combining class of a sign that joins the letters on both sides of it."""


def shown(text: str) -> str:
    """HTML that shows the text: MuPDF decodes it twice, so that it is encoded twice. Zero-width
    spaces let long words break, which the layout would cut off where the line ends."""
    breakable = _LONG_RUN.sub(lambda run: _broken(run[0]), text)
    return escape(escape(breakable, quote=False), quote=False)


def _broken(run: str) -> str:
    pieces = run[0]
    length = 1
    for before, char in pairwise(run):
        may_break = length >= _PIECE_CHARS and not _joined(before, char)
        if may_break or length >= 2 * _PIECE_CHARS:
            pieces += "\u200b"
            length = 0
        pieces += char
        length += 1
    return pieces


def _joined(before: str, char: str) -> bool:
    """Whether a line must not break between the two: marks, signs on emoji, and the vowels that
    Thai and Lao write on another side than the one they are spoken on."""
    return (
        unicodedata.category(char) in _JOINING
        or char in _AFTER_ITS_CONSONANT
        or before in _BEFORE_ITS_CONSONANT
        or unicodedata.category(before) == "Cf"
        or unicodedata.combining(before) == _VIRAMA
    )
