"""Which elements of a page a browser does not show, as far as their own attributes tell."""

import re
from collections.abc import Iterator
from typing import Any

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.html_text import read_text
from interview_cli.documents.visibility import (
    MIN_OFF_PAGE_SHIFT,
    convert_to_points,
    is_too_small,
    is_too_transparent,
    is_white_hex,
)

_LENGTH = re.compile(r"(-?\d*\.?\d+)([a-z]*)")
_WHITE_RGB = re.compile(r"rgb\(255,\s*255,\s*255\)")


def remove_hidden(root: Any, account: Account) -> None:
    """Remove what a browser does not show, and note the words of each outermost element."""
    opened = set(_find_opened(root))
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag == "body" or not element.attrib:
            continue
        if not _is_within(element, root):  # the words of a removed parent include its words
            continue
        reason = _find_reason(element)
        if reason is Reason.MARKED_HIDDEN and element.get("id") in opened:
            continue
        if reason is not None and account.leave_out(reason, read_text(element)):
            element.drop_tree()


def _find_opened(root: Any) -> Iterator[str]:
    """Yield the ids of the parts that a button or a link on the page opens."""
    for element in root.iter("button", "a", "summary"):
        yield from (element.get("aria-controls") or "").split()


def _is_within(element: Any, root: Any) -> bool:
    return element is root or any(parent is root for parent in element.iterancestors())


def _find_reason(element: Any) -> Reason | None:
    style = _parse_style(element)
    if "hidden" in element.attrib or _is_switched_off(style):
        return Reason.MARKED_HIDDEN
    if _is_transparent(style):
        return Reason.TRANSPARENT
    if _is_tiny(style.get("font-size", "")):
        return Reason.TINY
    if _is_off_page(style):
        return Reason.OFF_PAGE
    is_white = _is_white(style.get("color", "")) or _is_white(element.get("color") or "")
    return Reason.WHITE if is_white and not _has_backdrop(element) else None


def _parse_style(element: Any) -> dict[str, str]:
    """Return the declarations of a style attribute in lower case."""
    declarations = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in declarations}


def _is_switched_off(style: dict[str, str]) -> bool:
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith("hidden")
        or re.match(r"rect\(\s*0", style.get("clip", "")) is not None
    )


def _is_transparent(style: dict[str, str]) -> bool:
    opacity, _ = _parse_length(style.get("opacity", ""))
    is_faint = opacity is not None and is_too_transparent(opacity)
    return is_faint or style.get("color", "").startswith("transparent")


def _is_tiny(font_size: str) -> bool:
    size, unit = _parse_length(font_size)
    points = None if size is None else convert_to_points(size, unit)
    return points is not None and is_too_small(points)


def _is_off_page(style: dict[str, str]) -> bool:
    shifts = (_parse_length(style.get(name, ""))[0] for name in ("left", "top", "text-indent"))
    return any(shift is not None and shift <= -MIN_OFF_PAGE_SHIFT for shift in shifts)


def _parse_length(value: str) -> tuple[float | None, str]:
    """Return the number of a CSS value and its unit, if it begins with a number."""
    length = _LENGTH.match(value)
    return (float(length[1]), length[2]) if length else (None, "")


def _is_white(color: str) -> bool:
    color = color.removesuffix("!important").strip()
    return is_white_hex(color) or _WHITE_RGB.match(color) is not None


def _has_backdrop(element: Any) -> bool:
    """Return whether text may have a coloured background; a class may set one in a style sheet."""
    for box in (element, *element.iterancestors()):
        style = _parse_style(box)
        fill = style.get("background", style.get("background-color", ""))
        if fill and _is_white(fill):
            return False
        has_fill = any(name.startswith("background") for name in style)
        if has_fill or box.get("class") or box.get("bgcolor"):
            return True
    return False
