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
MIN_OFF_PAGE_SHIFT = 100
"""Letters moved this far up or to the left of their place are off the page, in any CSS unit."""
MIN_BACKDROP_STROKE_PT = 6.0
"""White letters can be read on a line that is at least this wide, in points."""

HALF_POINTS_A_POINT = 2
"""Word and RTF give the size of letters in half points."""
_POINTS_A_UNIT = {"": 0.75, "px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0}
"""CSS: 96 pixels and 72 points make an inch; an em is about 12 points; no unit means pixels."""
_WHITE_NAME = "white"


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
    digits = color.strip().lower().removeprefix("#")
    if digits == _WHITE_NAME:
        return True
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    try:
        channels = bytes.fromhex(digits)
    except ValueError:
        return False
    return len(channels) == 3 and is_white(tuple(channel / 255 for channel in channels))


def convert_to_points(number: float, unit: str) -> float | None:
    """Return a CSS length in points; None for a unit that depends on the text around it."""
    factor = _POINTS_A_UNIT.get(unit)
    return None if factor is None else number * factor
