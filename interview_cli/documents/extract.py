"""What a reader hands back, and the clean-up that the text of every format needs."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_LIGATURE = re.compile("[\ufb00-\ufb06]")
# Bullets of the Symbol and Wingdings fonts; all else in the private use area is an icon.
_SYMBOL_BULLETS = dict.fromkeys(map(ord, "\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076\uf02d"), "•")
_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_BROKEN_WORD = re.compile(r"(?<!\w)(\w+)-\n[ \t]*(\w+)")
# What stands before a hyphen that is there at any width of the page.
_KEEPS_HYPHEN = frozenset(
    re.findall(
        r"\w+",
        "well self non co full part long short high low hands cross user data time end front back"
        " real open cost team customer multi semi all decision problem world best state day two",
    )
)


@dataclass(frozen=True)
class Extract:
    """The text of a document, the words in it that nobody would see, and what to tell the user."""

    text: str
    hidden: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def cleaned(text: str) -> str:
    """Letters for ligatures, bullets for their glyphs in old fonts, no icons, no soft hyphens."""
    text = _LIGATURE.sub(lambda ligature: unicodedata.normalize("NFKC", ligature[0]), text)
    text = _ICONS.sub("", text.translate(_SYMBOL_BULLETS))
    text = re.sub("\u00ad[ \t]*\n[ \t]*", "", text).replace("\u00ad", "")
    return _INVISIBLE.sub("", text).replace("\u00a0", " ")


_LAYOUT_CELLS = 2
"""Tables of two columns lay out a page as often as they tabulate."""


def table_row(cells: Iterable[str]) -> str:
    """A row of a table: a line where its cells are short, else cell after cell.

    In a line of three cells or more an empty one keeps its place: which column is marked says
    whether a criterion is essential.
    """
    row = list(cells)
    filled = [cell for cell in row if cell]
    if any("\n" in cell for cell in filled):
        return "\n\n".join(filled)
    keeps_places = len(row) > _LAYOUT_CELLS and len(filled) > 1
    return " | ".join(row if keeps_places else filled).rstrip(" |")


def unbroken(text: str) -> str:
    """Words that were hyphenated at the end of a line, whole again."""
    return _BROKEN_WORD.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    first, second = match[1], match[2]
    if not second[0].islower() or not first[-1].isalpha():
        return f"{first}-{second}" if first[-1].isalpha() and second[0].isalpha() else match[0]
    keeps = first.lower() in _KEEPS_HYPHEN
    return f"{first}-{second}" if keeps else f"{first}{second}"
