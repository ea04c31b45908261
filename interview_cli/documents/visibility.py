"""When text counts as hidden: the thresholds that all readers of documents share.

Text that a person cannot see, but that a program reads, can carry instructions to a program that
evaluates a CV. Readers leave such text out and report its words.
"""

MIN_FONT_SIZE_PT = 2.0
"""Smaller letters are hidden: the smallest print that people set on purpose has about 4 points."""
MIN_OPACITY = 0.1
"""More transparent letters are hidden, on a scale of 0 to 1."""
MIN_WHITE_LIGHT = 0.93
"""A colour is white if each of its red, green and blue is at least this, on a scale of 0 to 1.

On white paper such a colour has a contrast of less than 1.2 to 1; WCAG asks for 4.5 to 1.
"""
MIN_CONTRAST = 1.2
"""Letters with less contrast to their background than this, to 1, cannot be seen."""
MIN_OFF_PAGE_SHIFT = 100
"""Letters moved this far up or to the left of their place are off the page, in any CSS unit."""
MIN_BACKDROP_STROKE_PT = 6.0
"""White letters can be read on a line that is at least this wide, in points."""

HALF_POINTS_A_POINT = 2
"""Word and RTF give the size of letters in half points."""
_POINTS_A_UNIT = {"": 0.75, "px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0}
"""CSS: 96 pixels and 72 points make an inch; an em is about 12 points; no unit means pixels."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_COLOR_NAMES = {
    "white": "ffffff", "black": "000000", "yellow": "ffff00", "green": "00ff00", "cyan": "00ffff",
    "magenta": "ff00ff", "blue": "0000ff", "red": "ff0000", "darkblue": "000080",
    "darkcyan": "008080", "darkgreen": "008000", "darkmagenta": "800080", "darkred": "800000",
    "darkyellow": "808000", "darkgray": "808080", "lightgray": "c0c0c0",
}  # fmt: skip
"""The names of highlights in Word, and of web pages where they agree."""


def is_too_small(size_pt: float) -> bool:
    """Whether letters of this size, in points, are too small to be seen."""
    return size_pt < MIN_FONT_SIZE_PT


def is_too_transparent(opacity: float) -> bool:
    """Whether letters of this opacity, from 0 to 1, are too faint to be seen."""
    return opacity < MIN_OPACITY


def is_white(channels: tuple[float, ...]) -> bool:
    """Whether a gray or RGB colour, each channel from 0 to 1, cannot be seen on white paper."""
    return all(channel >= MIN_WHITE_LIGHT for channel in channels)


def is_white_ink(inks: tuple[float, ...]) -> bool:
    """Whether a CMYK colour, each ink from 0 to 1, cannot be seen on white paper."""
    return is_white(tuple(1 - ink for ink in inks))


def is_white_hex(color: str) -> bool:
    """Whether a colour as office programs and web pages write it is white: FFFFFF, #fff, white."""
    channels = parse_hex(color)
    return channels is not None and is_white(channels)


def parse_hex(color: str) -> tuple[float, ...] | None:
    """Return red, green and blue, from 0 to 1, of FFFFFF, #fff or white; None for other words."""
    digits = color.strip().lower().removeprefix("#")
    digits = _COLOR_NAMES.get(digits, digits)
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    try:
        channels = bytes.fromhex(digits)
    except ValueError:
        return None
    return tuple(channel / 255 for channel in channels) if len(channels) == 3 else None


def is_same_color(color: str, ground: str) -> bool:
    """Whether letters of a colour cannot be told from their background, both written as in hex.

    The contrast is that of WCAG 2.2, from 1 to 21. Words that name no colour are told apart.
    """
    letters, paper = parse_hex(color), parse_hex(ground)
    if letters is None or paper is None:
        return False
    light, dark = sorted((_find_luminance(letters), _find_luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < MIN_CONTRAST


def _find_luminance(channels: tuple[float, ...]) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return sum(weight * light for weight, light in zip(_WEIGHTS, linear, strict=True))


def convert_to_points(number: float, unit: str) -> float | None:
    """Return a CSS length in points; None for a unit that depends on the text around it."""
    factor = _POINTS_A_UNIT.get(unit)
    return None if factor is None else number * factor
