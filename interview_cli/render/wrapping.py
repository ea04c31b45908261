"""A text → HTML that MuPDF shows as it is, with words that can be broken.

MuPDF breaks a line at spaces, and between Chinese or Japanese letters where their rules allow it. A
run without such places that is wider than a line is cut off at the margin, so that zero-width
spaces are put into it; as few as will do, since whoever copies the text gets them, too.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from html import escape
from itertools import pairwise

# A space that breaks no line joins the words on both sides of it into one run.
_RUN = r"(?:[^\s]|[\u00a0\u2007\u202f\u3000])"
_IDEOGRAPHS = re.compile(r"[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Thai, Lao, Burmese and Khmer put no spaces between words.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNSPACED_PIECE_CHARS = 10
_JOINING = ("Mn", "Mc", "Me", "Cf", "Sk")
_AFTER_ITS_CONSONANT = "\u0e33\u0eb3"
"""The vowel am of Thai and Lao."""
_BEFORE_ITS_CONSONANT = "เแโใไເແໂໃໄ"
_GOOD_ENDS = "/?&=-_.,;:@"
_VIRAMA = 9
"""The combining class of a sign that joins the letters on both sides of it."""


def shown(text: str, longest: int, anywhere: bool = False) -> str:
    """HTML that shows the text: MuPDF decodes it twice, so that it is encoded twice.

    Runs of more than `longest` characters can be broken; only where it is to be `anywhere`, also
    those of Chinese, Japanese and Korean.
    """
    # Korean from a Mac comes in parts that the fonts have no signs for.
    text = unicodedata.normalize("NFC", text)
    breakable = re.sub(
        rf"{_RUN}{{{longest},}}", lambda run: _broken(run[0], longest, anywhere), text
    )
    return escape(escape(breakable, quote=False), quote=False)


WAYS: tuple[Callable[[str], str], ...] = (
    partial(shown, longest=50),
    partial(shown, longest=20, anywhere=True),
    partial(shown, longest=4, anywhere=True),
    partial(shown, longest=1, anywhere=True),
)
"""From the one that leaves a text alone most to the one that fits the widest letters."""


def _broken(run: str, longest: int, anywhere: bool) -> str:
    pieces = run[0]
    length = 1
    for before, char in pairwise(run):
        most = _UNSPACED_PIECE_CHARS if _UNSPACED.match(char) else longest
        is_full = length >= min(most, longest)
        # A little early where a web address has a good place, however it reads on.
        is_near = length >= longest * 0.6 and before in _GOOD_ENDS
        if not anywhere and _IDEOGRAPHS.match(char):
            length = 0
        elif (is_full or is_near) and (not _joined(before, char) or length >= 2 * longest):
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
