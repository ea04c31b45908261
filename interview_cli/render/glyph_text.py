"""The characters behind the glyphs of a PDF, so that its text can be found, copied and read aloud.

MuPDF takes them from a font's own character table. Ligatures (ffi), Hindi conjuncts, shifted Thai
marks and emoji beyond 16 bits then come out of the PDF as other letters. While drawing, MuPDF knows
the characters of each glyph. This module records them and writes them into the PDF as the fonts'
ToUnicode maps (ISO 32000-1, 9.10.3).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from interview_cli.pdf_library import pymupdf


@dataclass
class DrawnText:
    """The characters drawn so far, and what each glyph of each font stands for."""

    characters: Counter[str] = field(default_factory=Counter)
    _single: dict[str, dict[int, str]] = field(default_factory=dict)
    """By font: glyphs that showed one character alone."""
    _shared: dict[str, dict[int, str]] = field(default_factory=dict)
    """By font: glyphs that were only seen in a group, with their likely share of its characters."""
    _missing: dict[str, set[str]] = field(default_factory=dict)
    """By font: characters without a glyph, shown as a box (glyph 0)."""

    def count(self, characters: str, times: int) -> None:
        """Count characters that were drawn together so many times."""
        for character in characters:
            self.characters[character] += times

    def add(self, font: str, glyphs: Sequence[int], characters: str) -> None:
        """Record that these glyphs show these characters together."""
        if len(glyphs) == len(characters) == 1:
            self._record(self._single, font, glyphs[0], characters)
            return
        parts = unicodedata.normalize("NFKD", characters)
        shares = [*parts] if len(parts) == len(glyphs) else [characters]
        for glyph, share in zip(glyphs, shares, strict=False):
            self._record(self._shared, font, glyph, share)

    def map_glyphs(self, font: str) -> dict[int, str]:
        """Return the characters of each glyph of a font.

        A character that a glyph showed alone comes before a share, which is a guess.
        """
        missing = self._missing.get(font, set())
        # The box can be mapped only if it stands for a single character.
        box = dict.fromkeys([0], *missing) if len(missing) == 1 else {}
        return box | self._shared.get(font, {}) | self._single.get(font, {})

    def _record(self, known: dict[str, dict[int, str]], font: str, glyph: int, text: str) -> None:
        if not glyph:
            self._missing.setdefault(font, set()).add(text)
        elif text and text != "\u200b":  # It has the glyph of the space.
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
"""In a right-to-left text, "(" is shown by the glyph of ")"."""
_MAX_BLOCK_ENTRIES = 100
"""Limit of the format."""


def record_drawing(story: pymupdf.Story, drawn: DrawnText) -> None:
    """Draw the placed part of a story on a device that only records its text."""
    pymupdf.mupdf.fz_draw_story(story.this, _RecordingDevice(drawn), pymupdf.mupdf.FzMatrix())


class _RecordingDevice(pymupdf.mupdf.FzDevice2):  # type: ignore[misc] # it ships no types
    def __init__(self, drawn: DrawnText) -> None:
        super().__init__()
        self._drawn = drawn
        self.use_virtual_fill_text()

    def fill_text(self, _context: Any, text: Any, *_others: Any) -> None:
        span = text.head
        while span:
            font = pymupdf.mupdf.ll_fz_font_name(span.font)
            is_right_to_left = span.bidi_level % 2 == 1
            clusters = _split_clusters(pymupdf.mupdf.FzTextSpan(span), span.len)
            # Most letters of a span stand in it more than once.
            for (glyphs, characters), count in Counter(clusters).items():
                self._drawn.count(characters, count)
                if is_right_to_left:
                    characters = _MIRRORED.get(characters, characters)
                self._drawn.add(font, glyphs, characters)
            span = span.next


def _split_clusters(span: Any, length: int) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield glyphs with the characters that they show together.

    An item without a character adds a glyph to the cluster before it; an item without a glyph adds
    a character.
    """
    glyphs: tuple[int, ...] = ()
    characters = ""
    for index in range(length):
        item = span.items(index)
        glyph, character = item.gid, item.ucs
        if glyph >= 0 and character >= 0:
            yield glyphs, characters
            glyphs, characters = (glyph,), chr(character)
        elif glyph >= 0:
            glyphs += (glyph,)
        elif character >= 0:
            characters += chr(character)
    yield glyphs, characters


def write_unicode_maps(document: pymupdf.Document, drawn: DrawnText) -> None:
    """Replace the ToUnicode maps of the document's fonts by what was drawn."""
    for xref in range(1, document.xref_length()):
        if document.xref_get_key(xref, "Subtype")[1] != "/Type0":
            continue
        name = document.xref_get_key(xref, "BaseFont")[1].removeprefix("/")
        # A subset's name has a prefix of six letters; a space in a name is written as #20.
        known = drawn.map_glyphs(name.split("+")[-1].replace("#20", " "))
        kind, table = document.xref_get_key(xref, "ToUnicode")
        if known and kind == "xref":
            document.update_stream(int(table.split()[0]), _format_cmap(known))


def _format_cmap(known: dict[int, str]) -> bytes:
    entries = [
        f"<{glyph:04X}> <{characters.encode('utf-16-be').hex()}>\n"
        for glyph, characters in sorted(known.items())
    ]
    blocks = ""
    for start in range(0, len(entries), _MAX_BLOCK_ENTRIES):
        block = entries[start : start + _MAX_BLOCK_ENTRIES]
        blocks += f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
    return _CMAP.format(blocks=blocks).encode("ascii")
