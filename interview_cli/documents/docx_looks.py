"""Which letters of a DOCX a reader cannot see: their styles, and the colours behind them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from interview_cli.documents.account import Reason
from interview_cli.documents.ooxml import W, is_on, read_value
from interview_cli.documents.visibility import (
    HALF_POINTS_A_POINT,
    is_same_color,
    is_too_small,
)

PAPER = "FFFFFF"
UNKNOWN = ""
"""A background that may have any colour: a picture, a shape, a theme."""
_MAX_PARENTS = 20


@dataclass(frozen=True)
class Look:
    """How the letters of a run or a style look; None where it does not say."""

    is_marked_hidden: bool | None = None
    is_tiny: bool | None = None
    color: str | None = None
    ground: str | None = None
    """The colour behind the letters."""

    def over(self, base: "Look") -> "Look":
        """Return this look with what it does not say taken from another."""
        return Look(
            base.is_marked_hidden if self.is_marked_hidden is None else self.is_marked_hidden,
            base.is_tiny if self.is_tiny is None else self.is_tiny,
            self.color or base.color,
            base.ground if self.ground is None else self.ground,
        )


def parse_look(properties: Element | None) -> Look:
    """Return the look that the properties of a run (w:rPr) name."""
    if properties is None:
        return Look()
    half_points = read_value(properties, "sz")
    is_tiny = None
    if half_points.isdigit():
        is_tiny = is_too_small(int(half_points) / HALF_POINTS_A_POINT)
    highlight = read_value(properties, "highlight")
    ground = parse_shading(properties.find(f"{W}shd"))
    return Look(
        is_on(properties, "vanish"),
        is_tiny,
        read_value(properties, "color") or None,
        highlight if highlight not in ("", "none") else ground,
    )


def parse_shading(shading: Element | None) -> str | None:
    """Return the colour of a shading (w:shd); None if it is transparent."""
    if shading is None:
        return None
    if shading.get(f"{W}themeFill") is not None:
        return shading.get(f"{W}fill") or UNKNOWN
    fill = shading.get(f"{W}color" if shading.get(f"{W}val") == "solid" else f"{W}fill", "auto")
    return None if fill.lower() == "auto" else fill


@dataclass(frozen=True)
class Style:
    """A named style."""

    name: str
    look: Look


class Styles:
    """The styles of a document, each with what it takes from the style it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            self._elements[style.get(f"{W}styleId", "")] = style
        self._found: dict[str, Style] = {}

    def find(self, style_id: str) -> Style:
        """Return a style by its id; one without a look if there is no such style."""
        if style_id not in self._found:
            self._found[style_id] = self._build(style_id)
        return self._found[style_id]

    def _build(self, style_id: str) -> Style:
        element = self._elements.get(style_id)
        if element is None:
            return Style(style_id, Look())
        look, base, seen = _parse_style(element), read_value(element, "basedOn"), {style_id}
        while base in self._elements and base not in seen and len(seen) < _MAX_PARENTS:
            seen.add(base)
            look = look.over(_parse_style(self._elements[base]))
            base = read_value(self._elements[base], "basedOn")
        return Style(read_value(element, "name"), look)


def _parse_style(style: Element) -> Look:
    grounds = {parse_shading(shading) for shading in style.iter(f"{W}shd")} - {None}
    # The shadings of a table style belong to certain rows; which ones is not worked out.
    ground = grounds.pop() if len(grounds) == 1 else UNKNOWN if grounds else None
    return replace(parse_look(style.find(f"{W}rPr")), ground=ground)


class Ground:
    """The colour behind the place that is being read."""

    def __init__(self, page: str = PAPER) -> None:
        self.color = page

    @contextmanager
    def on(self, color: str | None) -> Iterator[None]:
        """Put a colour behind what is read within; None leaves it as it is."""
        before = self.color
        self.color = before if color is None else color
        yield
        self.color = before


def find_reason(look: Look, ground: str) -> Reason | None:
    """Return why letters cannot be seen on a background; None if they can."""
    if look.is_marked_hidden:
        return Reason.MARKED_HIDDEN
    if look.is_tiny:
        return Reason.TINY
    behind = ground if look.ground is None else look.ground
    if look.color and behind != UNKNOWN and is_same_color(look.color, behind):
        return Reason.WHITE
    return None
