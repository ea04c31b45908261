"""The letters of a PDF page with their places, and which of them a person does not see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from interview_cli.documents.account import Reason
from interview_cli.documents.symbol_fonts import is_picture_font, translate_symbol
from interview_cli.documents.visibility import (
    MIN_BACKDROP_STROKE_PT,
    is_too_small,
    is_too_transparent,
    is_white,
)

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page."""

_INVISIBLE_TYPE = 3
_MAX_SHIFT = 0.75
"""The second copy of a letter is moved by less than this share of its width."""
_MAX_DROP = 0.3
"""And by less than this share of its size up or down."""
_MAX_SHIFT_PT = 4.0
_MIN_COPIED = 0.15
"""Two runs that share less of a line, in sizes of their letters, only touch."""
_BAND_PT = 8.0
_MIN_PICTURE_SHARE = 0.5
"""The pictures of a scanned page cover at least this share of it."""
_MIN_OCR_SHARE = 4
"""On a scanned page, invisible letters are this many times as many as the visible ones."""
_ICON_FONTS = (
    "awesome", "materialicons", "materialsymbols", "icomoon", "ionicons", "academicons",
    "simpleicons", "typicons", "linearicons", "bootstrap-icons",
)  # fmt: skip
"""Fonts whose letters, if they have any, are the names of pictures."""
_MAX_LETTERS_A_GLYPH = 3
"""A ligature has at most three letters (ffi); a glyph that stands for more is an icon."""


class Glyph(NamedTuple):
    """One drawn letter. Its box is in the frame in which its text runs from left to right."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    turn: int
    """The direction of its text: 0, 90, 180 or 270 degrees clockwise."""
    reason: Reason | None = None
    """Why a person does not see it."""

    @property
    def top(self) -> float:
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.25 * self.size


@dataclass
class PageGlyphs:
    """The letters of a page, each once."""

    glyphs: Sequence[Glyph] = ()
    icon_names: list[str] = field(default_factory=list)
    is_ocr: bool = False
    """Whether the text is an invisible layer over a picture of the page."""


def read_glyphs(page: Any) -> PageGlyphs:
    """Return the letters of a page of PyMuPDF in the order in which they are drawn."""
    backdrop = _Backdrop(page)
    found = PageGlyphs()
    glyphs: list[Glyph] = []
    for span in page.get_texttrace():
        glyphs += _read_span(span, backdrop, found.icon_names)
    found.is_ocr = _is_ocr_layer(glyphs, backdrop)
    if found.is_ocr:
        glyphs = [
            glyph._replace(reason=None) if glyph.reason is Reason.INVISIBLE else glyph
            for glyph in glyphs
        ]
    found.glyphs = _remove_copies(glyphs)
    return found


def _read_span(
    span: dict[str, Any], backdrop: "_Backdrop", icon_names: list[str]
) -> Iterator[Glyph]:
    turn = _find_turn(*span["dir"])
    size = float(span["size"])
    reason = _find_reason_of_span(span, size)
    is_white_span = bool(span["color"]) and is_white(tuple(span["color"]))
    font = span["font"] if is_picture_font(span["font"]) else ""
    is_icon_font = any(name in span["font"].lower() for name in _ICON_FONTS)
    is_plain = reason is not None or (not is_white_span and backdrop.holds(span["bbox"]))
    for letters, origin, box in _join_letters(span["chars"]):
        if is_icon_font or (len(letters) > _MAX_LETTERS_A_GLYPH and letters.isascii()):
            icon_names.append(letters)
            continue
        (left, baseline), right = origin, box[2]
        if turn:
            left, baseline = turn_point(left, baseline, turn)
            ends = turn_point(box[0], box[1], turn), turn_point(box[2], box[3], turn)
            right = max(ends[0][0], ends[1][0])
        why = reason if is_plain else _find_reason(box, backdrop, is_white_span, span["seqno"])
        text = translate_symbol(ord(letters[0]), font) if font else _spell(letters)
        yield Glyph(text, left, max(left, right), baseline, size, turn, why)


def _spell(letters: str) -> str:
    if letters.isascii() and letters != "\x7f":
        return letters
    # What is drawn as a hyphen is one, also if the font calls it a soft hyphen.
    return letters.replace("\u00ad", "-").replace("\x7f", "•")


def _join_letters(chars: Sequence[Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the letters of each glyph with its origin and box; a ligature has several letters."""
    letters, origin, box = "", None, None
    for code, glyph_id, start, rect in chars:
        if glyph_id < 0 and letters:
            letters += chr(code)
            continue
        if letters:
            yield letters, origin, box
        letters, origin, box = chr(code), start, rect
    if letters:
        yield letters, origin, box


def _find_turn(cosine: float, sine: float) -> int:
    if abs(cosine) >= abs(sine):
        return 0 if cosine >= 0 else 180
    return 90 if sine > 0 else 270


def turn_point(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a point of the page in the frame of text that runs in this direction."""
    return {0: (x, y), 90: (y, -x), 180: (-x, -y), 270: (-y, x)}[turn]


def turn_back(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return the point of the page of a point in the frame of that direction."""
    return {0: (x, y), 90: (-y, x), 180: (-x, -y), 270: (y, -x)}[turn]


def _find_reason_of_span(span: dict[str, Any], size: float) -> Reason | None:
    if span["type"] == _INVISIBLE_TYPE:
        return Reason.INVISIBLE
    if is_too_transparent(span["opacity"]):
        return Reason.TRANSPARENT
    return Reason.TINY if size > 0 and is_too_small(size) else None


def _find_reason(
    box: Box, backdrop: "_Backdrop", is_white_letter: bool, order: int
) -> Reason | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if not backdrop.holds((x, y, x, y)):
        return Reason.OFF_PAGE
    if is_white_letter and not backdrop.is_dark(x, y, order):
        return Reason.WHITE
    return None


class _Backdrop:
    """What is painted on a page, found only if some letter asks for it."""

    def __init__(self, page: Any) -> None:
        self._page = page
        sides = page.rect.width, page.rect.height
        # Letters have the coordinates of the page before it is turned.
        self.width, self.height = sides if page.rotation % 180 == 0 else sides[::-1]

    def holds(self, box: Box) -> bool:
        """Whether a box lies on the page."""
        left, top, right, bottom = box
        return bool(left >= 0 and top >= 0 and right <= self.width and bottom <= self.height)

    def is_dark(self, x: float, y: float, order: int) -> bool:
        """Whether white letters at this point, drawn at this place in the order, can be read."""
        under = [
            is_dark
            for number, (left, top, right, bottom), is_dark in self._painted
            if number < order and left <= x <= right and top <= y <= bottom
        ]
        return bool(under) and under[-1]

    @cached_property
    def pictures(self) -> list[Box]:
        return [tuple(picture["bbox"]) for picture in self._page.get_image_info()]

    @cached_property
    def _painted(self) -> list[tuple[int, Box, bool]]:
        """What lies behind letters, in the order of painting: number, box, whether it is dark."""
        log = self._page.get_bboxlog()
        painted = [
            (number, tuple(box), True)
            for number, (kind, box) in enumerate(log)
            if kind in ("fill-image", "fill-shade", "fill-imgmask")
        ]
        for drawing in self._page.get_drawings():
            painted += _find_backdrop(drawing)
        return sorted(painted)


def _find_backdrop(drawing: dict[str, Any]) -> Iterator[tuple[int, Box, bool]]:
    fill, line = drawing.get("fill"), drawing.get("color")
    box: Box = tuple(drawing["rect"])
    if fill is not None:
        if not is_too_transparent(_as_opacity(drawing.get("fill_opacity"))):
            yield drawing["seqno"], box, not is_white(tuple(fill))
    elif line is not None and (drawing.get("width") or 0) >= MIN_BACKDROP_STROKE_PT:
        half = drawing["width"] / 2
        wide = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        yield drawing["seqno"], wide, not is_white(tuple(line))


def _as_opacity(value: float | None) -> float:
    return 1.0 if value is None else value


def _is_ocr_layer(glyphs: Sequence[Glyph], backdrop: _Backdrop) -> bool:
    """Whether invisible letters are the text of a picture that fills the page.

    They must lie on pictures, and be nearly all letters of the page: an invisible sentence on a
    page with visible text is hidden.
    """
    invisible = [glyph for glyph in glyphs if glyph.reason is Reason.INVISIBLE]
    seen = sum(glyph.reason is None and glyph.text.isalnum() for glyph in glyphs)
    if not invisible or seen * _MIN_OCR_SHARE > len(invisible):
        return False
    area = sum(
        max(0.0, right - left) * max(0.0, bottom - top)
        for left, top, right, bottom in backdrop.pictures
    )
    return bool(area >= _MIN_PICTURE_SHARE * backdrop.width * backdrop.height)


def _remove_copies(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the letters without the copies that are drawn over them for bold or a shadow.

    Of a visible and a hidden copy the visible one stays, of two visible ones the first.
    """
    if not _has_overlaps(glyphs):  # most pages
        return glyphs
    copies: set[int] = set()
    # Two copies of slightly different height share a band of one of the two sets.
    for offset in (0.0, _BAND_PT / 2):
        order = sorted(
            (glyph.text, glyph.turn, int((glyph.baseline + offset) // _BAND_PT), glyph.left, number)
            for number, glyph in enumerate(glyphs)
        )
        copies.update(_find_copies(glyphs, order))
    return [glyph for number, glyph in enumerate(glyphs) if number not in copies]


def _has_overlaps(glyphs: Sequence[Glyph]) -> bool:
    """Whether letters are drawn over others: any two runs of a line that share a place."""
    runs = sorted(_measure_runs(glyphs))
    for place, (turn, baseline, left, right, size) in enumerate(runs):
        for step in range(place + 1, len(runs)):
            other_turn, other_baseline, other_left, other_right, _ = runs[step]
            if other_turn != turn or other_baseline - baseline > _MAX_DROP * size:
                break
            if min(right, other_right) - max(left, other_left) > _MIN_COPIED * size:
                return True
    return False


def _measure_runs(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, float, float, float, float]]:
    """Yield direction, baseline, left, right and size of the letters that follow each other."""
    run: tuple[int, float, float, float, float] | None = None
    start = next_left = 0.0
    for _, left, right, baseline, size, turn, _ in glyphs:
        if run is not None and turn == run[0] and baseline == run[1] and left >= next_left:
            run = (turn, baseline, start, right, size)
        else:
            if run is not None:
                yield run
            start = left
            run = (turn, baseline, left, right, size)
        next_left = left + _MAX_SHIFT * (right - left)
    if run is not None:
        yield run


def _find_copies(
    glyphs: Sequence[Glyph], order: Sequence[tuple[str, int, int, float, int]]
) -> Iterator[int]:
    """Yield the numbers of copies; the same letters of a line follow each other in the order."""
    for place, (text, turn, band, left, number) in enumerate(order):
        glyph = glyphs[number]
        reach = left + min(max(_MAX_SHIFT * (glyph.right - left), 0.1), _MAX_SHIFT_PT)
        for step in range(place + 1, len(order)):
            other_text, other_turn, other_band, other_left, other = order[step]
            is_same = other_text == text and other_turn == turn and other_band == band
            if other_left > reach or not is_same:
                break
            if abs(glyphs[other].baseline - glyph.baseline) < _MAX_DROP * glyph.size:
                yield _choose_copy(glyphs, number, other)


def _choose_copy(glyphs: Sequence[Glyph], one: int, other: int) -> int:
    """Return which of two copies goes: a hidden one, else the one that is drawn later."""
    return max((glyphs[number].reason is not None, number) for number in (one, other))[1]
