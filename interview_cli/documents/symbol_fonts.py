"""The characters of Symbol, Wingdings and Zapf Dingbats, whose bytes stand for pictures.

Symbol: the encoding that Adobe publishes with the font. Wingdings: the characters that people use
in a CV; any other picture is a bullet.
"""

import re

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
"""From 0x20."""
_SYMBOL_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
"""From 0xA0."""
_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x29: "☎", 0x2A: "✉", 0x2B: "✉", 0xA8: "☐", 0x6F: "☐", 0xA1: "○",
    0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL_FIELD = re.compile(r'\s*SYMBOL\s+(\w+)(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE)
"""The field of Word and RTF that shows one character of a font."""
_DINGBATS = {
    0x25: "☎", 0x28: "✆", 0x29: "✈", 0x2A: "☛", 0x2D: "✍", 0x33: "✓", 0x34: "✔", 0x35: "✕",
    0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "❏", 0x75: "◆",
    0x76: "❖", 0xD4: "➔",
}  # fmt: skip
_PRIVATE_USE = range(0xF000, 0xF100)
"""Where programs put the bytes of such a font."""


_PICTURE_FONTS = ("wingdings", "webdings", "zapfdingbats", "dingbats")


def is_symbol_font(font: str) -> bool:
    """Whether letters in a font of this name are read by `translate_symbol`."""
    return font.strip().lower().startswith(("symbol", *_PICTURE_FONTS))


def is_picture_font(font: str) -> bool:
    """Whether the letters of a font are pictures; in a PDF its name may have a prefix."""
    return font.rpartition("+")[2].strip().lower().startswith(_PICTURE_FONTS)


def translate_symbol(code: int, font: str) -> str:
    """Return the character of a symbol font at this code, from 0 to 255 or in the private area."""
    code = code - 0xF000 if code in _PRIVATE_USE else code
    if code > 0xFF:
        return chr(code)
    if font.strip().lower().startswith("symbol"):
        first, table = (0xA0, _SYMBOL_HIGH) if code >= 0xA0 else (0x20, _SYMBOL)
        place = code - first
        return table[place] if 0 <= place < len(table) else ""
    if not is_symbol_font(font) and code >= 0x20:
        return bytes([code]).decode("cp1252", errors="replace")
    pictures = _DINGBATS if "dingbats" in font.lower() else _WINGDINGS
    return pictures.get(code, "•")


def read_symbol_field(instruction: str) -> str:
    """Return the character of a SYMBOL field; empty for any other field."""
    field = _SYMBOL_FIELD.match(instruction)
    if field is None:
        return ""
    digits = field[1].lower()
    try:
        code = int(digits, 16 if digits.startswith("0x") else 10)
    except ValueError:
        return ""
    return translate_symbol(code, field[2] or "")
