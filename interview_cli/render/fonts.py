"""The fonts of a PDF: FiraGO, regular and bold, of pymupdf-fonts.

They have Latin with Vietnamese, Greek, Cyrillic, Arabic, Hebrew, Devanagari and Thai; MuPDF takes
missing glyphs from its own fonts. A report has no italics. To unpack a style takes 17 ms, so it is
kept from one run to the next.
"""

import os
from contextlib import suppress

import pymupdf_fonts

from interview_cli.kept_files import KeptFile
from interview_cli.pdf_library import pymupdf

REGULAR = "figo"
_FONTS = (REGULAR, "figbo")
_FACE = "\n@font-face {{font-family: report; src: url({}); {}}}\n"
_BOLD = "font-weight: bold;"


def add_fonts(archive: pymupdf.Archive) -> str:
    """Add the fonts to what an HTML text can refer to, and return the rules of style for them."""
    for code in _FONTS:
        archive.add(load_font(code), code)
    bold = [_BOLD if pymupdf.fitz_fontdescriptors[code]["bold"] else "" for code in _FONTS]
    return "".join(map(_FACE.format, _FONTS, bold))


def load_font(code: str) -> bytes:
    """Return a font by its code in pymupdf-fonts, unpacked. Raises KeyError."""
    load = pymupdf.fitz_fontdescriptors[code]["loader"]
    kept = KeptFile("interview_cli.render", f"{code}.font", _describe_package())
    content = kept.read()
    if not content:
        content = bytes(load())
        kept.write(content)
    return content


def _describe_package() -> bytes:
    """Return what tells one installation of the fonts from another."""
    with suppress(OSError):
        found = os.stat(pymupdf_fonts.__file__)
        return f"{found.st_mtime_ns} {found.st_size}\n".encode()
    return b"\n"
