"""What the glyphs of a PDF stand for, so that its text can be found, copied and read aloud.

MuPDF writes only what a font's own table of characters tells: a ligature (ffi), a Hindi conjunct, a
Thai mark in another place or an emoji beyond 16 bits comes out of the PDF as another letter. While
it draws, it knows the characters of each glyph; they are read here, and written into the PDF as the
fonts' ToUnicode maps (ISO 32000-1, 9.10.3).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf


@dataclass
class Drawn:
    """What was drawn: every character, and by the name of a font what its glyphs stand for."""

    characters: Counter[str] = field(default_factory=Counter)
    glyphs: dict[str, dict[int, str]] = field(default_factory=dict)
    _shared: dict[str, dict[int, str]] = field(default_factory=dict)
    _lacking: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, font: str, glyphs: list[int], characters: str) -> None:
        """Glyphs that show these characters together. What a glyph shows alone is believed first:
        of two for one vowel neither tells its part for sure."""
        if len(glyphs) == len(characters) == 1:
            self._keep(self.glyphs, font, glyphs[0], characters)
            return
        parts = unicodedata.normalize("NFKD", characters)
        shares = [*parts] if len(parts) == len(glyphs) else [characters]
        for glyph, share in zip(glyphs, shares, strict=False):
            self._keep(self._shared, font, glyph, share)

    def texts(self, font: str) -> dict[int, str]:
        """Glyph to characters, of a font that was used."""
        lacking = self._lacking.get(font, set())
        # The sign for what a font lacks says something only where it stands for one character.
        box = dict.fromkeys([0], *lacking) if len(lacking) == 1 else {}
        return box | self._shared.get(font, {}) | self.glyphs.get(font, {})

    def _keep(self, known: dict[str, dict[int, str]], font: str, glyph: int, text: str) -> None:
        if not glyph:
            self._lacking.setdefault(font, set()).add(text)
        elif text and text != "\u200b":  # which has the glyph of the space
            known.setdefault(font, {}).setdefault(glyph, text)


_CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
"""What stands for "(" in a text that runs from the right is the glyph of ")"."""
_MOST_IN_A_BLOCK = 100
"""The format allows no more entries in one block."""


def read_into(drawn: Drawn, story: pymupdf.Story) -> None:
    """Draws what was placed of a story on nothing, only to see it."""
    mupdf.fz_draw_story(story.this, _Reader(drawn), mupdf.FzMatrix())


class _Reader(mupdf.FzDevice2):  # type: ignore[misc] # it ships no types
    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self._drawn = drawn
        self.use_virtual_fill_text()

    def fill_text(self, _context: Any, text: Any, *_others: Any) -> None:
        span = text.head
        while span:
            font = mupdf.ll_fz_font_name(span.font)
            runs_left = span.bidi_level % 2 == 1
            for glyphs, characters in _clusters(mupdf.FzTextSpan(span), span.len):
                self._drawn.characters.update(characters)
                if runs_left:
                    characters = _MIRRORED.get(characters, characters)
                self._drawn.learn(font, glyphs, characters)
            span = span.next


def _clusters(span: Any, length: int) -> Iterator[tuple[list[int], str]]:
    """The glyphs that show a few characters together: an item without a character goes on with the
    glyphs of those before it, one without a glyph with their characters."""
    glyphs: list[int] = []
    characters = ""
    for index in range(length):
        item = span.items(index)
        if item.gid >= 0 and item.ucs >= 0:
            yield glyphs, characters
            glyphs, characters = [item.gid], chr(item.ucs)
        elif item.gid >= 0:
            glyphs.append(item.gid)
        elif item.ucs >= 0:
            characters += chr(item.ucs)
    yield glyphs, characters


def set_texts(document: pymupdf.Document, drawn: Drawn) -> None:
    """Replaces the ToUnicode maps of the fonts by what was learnt of them."""
    for xref in range(1, document.xref_length()):
        if document.xref_get_key(xref, "Subtype")[1] != "/Type0":
            continue
        name = document.xref_get_key(xref, "BaseFont")[1].removeprefix("/")
        # A subset's name has six letters before it; a blank in a name is written as its number.
        known = drawn.texts(name.split("+")[-1].replace("#20", " "))
        kind, table = document.xref_get_key(xref, "ToUnicode")
        if known and kind == "xref":
            document.update_stream(int(table.split()[0]), _cmap(known))


def _cmap(known: dict[int, str]) -> bytes:
    entries = [
        f"<{glyph:04X}> <{characters.encode('utf-16-be').hex()}>\n"
        for glyph, characters in sorted(known.items())
    ]
    blocks = ""
    for start in range(0, len(entries), _MOST_IN_A_BLOCK):
        block = entries[start : start + _MOST_IN_A_BLOCK]
        blocks += f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
    return _CMAP.format(blocks=blocks).encode("ascii")
