"""Text → HTML that MuPDF shows literally, with words that can be broken.

MuPDF breaks a line at spaces and between Chinese or Japanese letters. It cuts off a longer run that
is wider than a line, so zero-width spaces are put into it: as few as possible, since they stay in
copied text.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from html import escape
from itertools import pairwise

# A no-break space joins the words on both sides into one run.
_RUN = r"(?:[^\s]|[\u00a0\u2007\u202f\u3000])"
# Compiled when it is used, for 2 ms: most reports have no run that is too long.
_IDEOGRAPHS = r"[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
# Thai, Lao, Burmese and Khmer have no spaces between words.
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
_UNSPACED_PIECE_CHARS = 10
_JOINING = ("Mn", "Mc", "Me", "Cf", "Sk")
_VOWELS_AFTER = "\u0e33\u0eb3"
"""The vowel am of Thai and Lao, written after its consonant."""
_VOWELS_BEFORE = "เแโใไເແໂໃໄ"
_GOOD_ENDS = "/?&=-_.,;:@"
_VIRAMA = 9
"""Combining class of signs that join the letters on both sides."""


def encode_text(text: str, longest: int, anywhere: bool = False) -> str:
    """Return HTML that shows the text, escaped twice because MuPDF unescapes it twice.

    Runs of more than `longest` characters can be broken; Chinese, Japanese and Korean ones only if
    `anywhere` is set.
    """
    # macOS decomposes Korean into parts that the fonts do not have.
    text = unicodedata.normalize("NFC", text)
    breakable = re.sub(
        rf"{_RUN}{{{longest},}}", lambda run: _split_run(run[0], longest, anywhere), text
    )
    return escape(escape(breakable, quote=False), quote=False)


ENCODERS: tuple[Callable[[str], str], ...] = (
    partial(encode_text, longest=50),
    partial(encode_text, longest=20, anywhere=True),
    partial(encode_text, longest=4, anywhere=True),
    partial(encode_text, longest=1, anywhere=True),
)
"""From the one that breaks least to the one that fits the widest letters."""


def _split_run(run: str, longest: int, anywhere: bool) -> str:
    pieces = run[0]
    length = 1
    for before, char in pairwise(run):
        limit = _UNSPACED_PIECE_CHARS if re.match(_UNSPACED, char) else longest
        is_full = length >= min(limit, longest)
        # Break a little early at a good place of a web address.
        is_near = length >= longest * 0.6 and before in _GOOD_ENDS
        if not anywhere and re.match(_IDEOGRAPHS, char):
            length = 0
        elif (is_full or is_near) and (not _is_joined(before, char) or length >= 2 * longest):
            pieces += "\u200b"
            length = 0
        pieces += char
        length += 1
    return pieces


def _is_joined(before: str, char: str) -> bool:
    """Return whether a line must not break between the two characters.

    This holds for marks, modifiers of emoji, and Thai and Lao vowels beside their consonant.
    """
    return (
        unicodedata.category(char) in _JOINING
        or char in _VOWELS_AFTER
        or before in _VOWELS_BEFORE
        or unicodedata.category(before) == "Cf"
        or unicodedata.combining(before) == _VIRAMA
    )
