"""Clean up the text that readers extract."""

import re
import unicodedata
from collections.abc import Iterable

from interview_cli.english.bullets import SYMBOL_FONT_BULLETS

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SYMBOL_BULLETS = dict.fromkeys(map(ord, SYMBOL_FONT_BULLETS), "•")
_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The private use areas, once the bullets of symbol fonts are replaced."""
_HYPHENS = re.compile("[\u2010\u2011]")
"""Hyphens of typesetters, which readers and searches take for the common one."""
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_BROKEN_WORD = re.compile(r"(?<!\w)(\w+)[-\u2010]\n[ \t]*(\w+)")
_HYPHENATED = frozenset(
    re.findall(
        r"\w+",
        "well self non co full part long short high low hands cross user data time end front back"
        " real open cost team customer multi semi all decision problem world best state day two",
    )
)
"""Words that keep their hyphen where a line ends after it."""
_LAYOUT_COLUMNS = 2
"""Tables of two columns serve page layout as often as tabular data."""


def normalize_glyphs(text: str) -> str:
    """Return text with letters for ligatures, common hyphens, and no icons and zero widths."""
    text = _LIGATURE.sub(lambda ligature: unicodedata.normalize("NFKC", ligature[0]), text)
    text = _ICONS.sub("", text.translate(_SYMBOL_BULLETS))
    text = re.sub("\u00ad[ \t]*\n[ \t]*", "", text).replace("\u00ad", "")
    text = _HYPHENS.sub("-", text)
    return _INVISIBLE.sub("", text).replace("\u00a0", " ")


def join_cells(cells: Iterable[str]) -> str:
    """Return a row of a table: one line if its cells are short, otherwise one cell after another.

    In a line of three or more cells an empty cell keeps its place, because the column of a mark
    tells whether a criterion is essential.
    """
    row = list(cells)
    filled = [cell for cell in row if cell]
    if any("\n" in cell for cell in filled):
        return "\n\n".join(filled)
    keeps_places = len(row) > _LAYOUT_COLUMNS and len(filled) > 1
    return " | ".join(row if keeps_places else filled).rstrip(" |")


def join_broken_words(text: str) -> str:
    """Return text with the words that were hyphenated at the end of a line made whole."""
    return _BROKEN_WORD.sub(_join_word, text)


def _join_word(match: re.Match[str]) -> str:
    first, second = match[1], match[2]
    if not second[0].islower() or not first[-1].isalpha():
        return f"{first}-{second}" if first[-1].isalpha() and second[0].isalpha() else match[0]
    return f"{first}-{second}" if first.lower() in _HYPHENATED else f"{first}{second}"
