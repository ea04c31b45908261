"""What the glyphs of a PDF stand for, so that its text can be found, copied and read aloud.

MuPDF writes only what a font's own table of characters tells: a ligature (ffi), a Hindi conjunct, a
Thai mark in another place or an emoji beyond 16 bits comes out of the PDF as another letter. While
it draws, it knows the characters of each glyph; they are read here, and written into the PDF as the
fonts' ToUnicode maps (ISO 32000-1, 9.10.3).
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf


@dataclass
class Drawn:
    """What was drawn: every character, and by the name of a font what its glyphs stand for."""

    characters: Counter[str] = field(default_factory=Counter)
    glyphs: dict[str, dict[int, str]] = field(default_factory=dict)


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
            known = self._drawn.glyphs.setdefault(mupdf.ll_fz_font_name(span.font), {})
            self._read(mupdf.FzTextSpan(span), span.len, known)
            span = span.next

    def _read(self, span: Any, length: int, known: dict[int, str]) -> None:
        """Takes in the glyphs of one font; a glyph of several characters has items without a glyph
        for all but the first."""
        glyph, characters = -1, ""
        for index in range(length):
            item = span.items(index)
            if item.gid >= 0:
                known.setdefault(glyph, characters)
                glyph, characters = item.gid, ""
            if item.ucs >= 0:
                characters += chr(item.ucs)
            self._drawn.characters[chr(max(item.ucs, 0))] += 1
        known.setdefault(glyph, characters)


def set_texts(document: pymupdf.Document, drawn: Drawn) -> None:
    """Replaces the ToUnicode maps of the fonts by what was read of them."""
    for xref in range(1, document.xref_length()):
        if document.xref_get_key(xref, "Subtype")[1] != "/Type0":
            continue
        name = document.xref_get_key(xref, "BaseFont")[1].removeprefix("/")
        # A subset's name has six letters before it; a blank in a name is written as its number.
        known = drawn.glyphs.get(name.split("+")[-1].replace("#20", " "))
        kind, table = document.xref_get_key(xref, "ToUnicode")
        if known and kind == "xref":
            document.update_stream(int(table.split()[0]), _cmap(known))


def _cmap(known: dict[int, str]) -> bytes:
    entries = [
        f"<{glyph:04X}> <{characters.encode('utf-16-be').hex()}>\n"
        for glyph, characters in sorted(known.items())
        if glyph >= 0 and characters
    ]
    blocks = ""
    for start in range(0, len(entries), _MOST_IN_A_BLOCK):
        block = entries[start : start + _MOST_IN_A_BLOCK]
        blocks += f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
    return _CMAP.format(blocks=blocks).encode("ascii")
