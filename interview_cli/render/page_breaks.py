"""Choose where the pages of a PDF end.

MuPDF fills each page to its last line. Here pages end between blocks that belong together, and a
layout that loses text is refused.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import Any, NamedTuple

from interview_cli.pdf_library import pymupdf
from interview_cli.render.glyph_text import DrawnText, record_drawing

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points (72 to an inch), from the top left of a page."""

_MIN_ROOM_BELOW = {1: 0, 2: 44, 3: 44, 4: 30}
"""By level: a heading with less room below it, in points, moves to the next page."""
_MIN_ROOM_BELOW_QUESTION = 54
_MOST_EMPTY = 0.34
"""The share of a page that may stay empty so that a group is not split. A question with its answer
and ratings is often longer: then its parts are kept whole, and the page ends between them."""
_MIN_LAST_PAGE = 36
"""If the last page is filled less than this, the page before it ends earlier."""
_MOVED_TO_LAST_PAGE = 30
"""Two lines."""
_ENDLESS = 10_000_000
_SHORTER_PAGES = (0, 0.37, 0.73, 1.31, 2.17)
"""Points to shorten all pages by, one attempt after the other."""


class TextLost(Exception):
    """No layout shows the whole text."""


class _Group(NamedTuple):
    """A heading, or blocks that belong together."""

    top: float
    bottom: float
    min_room: float
    """Room to leave below, in points."""
    is_heading: bool = False


@dataclass
class Layout:
    """An HTML text on pages of one size."""

    html: str
    css: str
    fonts: pymupdf.Archive
    """The only files that the text can refer to."""
    page: Box
    """The part of each page inside its margins."""
    _heights: dict[str, float] = field(default_factory=dict)
    """Heights of whole groups by their id; a page reports only the part on it."""

    def start_story(self) -> pymupdf.Story:
        """Return the text, to be placed from its beginning."""
        return pymupdf.Story(html=self.html, user_css=self.css, archive=self.fonts)

    def fit_frames(self) -> tuple[list[Box], DrawnText]:
        """Return the part of each page to fill, and the text that is then drawn.

        If a page ends exactly where a block begins, MuPDF 1.28 skips the text after it; slightly
        shorter pages avoid this. Raises TextLost if no attempt draws every letter.
        """
        # The letters of a picture are drawn with it; they are no text of the page.
        text = unescape(unescape(re.sub("<svg.*?</svg>|<[^>]*>", "", self.html)))
        letters = Counter(text)
        expected = Counter({char: letters[char] for char in letters if _is_visible(char)})
        max_pages = 20 + len(text) // 100 + self.html.count("<") // 5
        self._heights = self._measure_groups()
        for shorter in _SHORTER_PAGES:
            frames, drawn, last = self._place(max_pages, shorter)
            if len(frames) > 1 and last < _MIN_LAST_PAGE:
                early = len(frames) - 2
                better, better_drawn, _last = self._place(max_pages, shorter, early_page=early)
                if not expected - better_drawn.characters:
                    return better, better_drawn
            if not expected - drawn.characters:
                return frames, drawn
        raise TextLost

    def _measure_groups(self) -> dict[str, float]:
        left, top, right, _bottom = self.page
        story = self.start_story()
        story.place((left, top, right, _ENDLESS))
        heights: dict[str, float] = {}

        def add_height(element: Any) -> None:
            if element.id and element.open_close & 1:
                heights[element.id] = element.rect[3] - element.rect[1]

        story.element_positions(add_height)
        return heights

    def _place(
        self, max_pages: int, shorter: float, early_page: int = -1
    ) -> tuple[list[Box], DrawnText, float]:
        """Return the frames, the text drawn in them, and the filled height of the last one.

        The page with the index `early_page` ends two lines early. Stops at a line wider than the
        page.
        """
        left, top, right, bottom = self.page
        story = self.start_story()
        frames: list[Box] = []
        drawn = DrawnText()
        more, width, height = True, 0.0, 0.0
        while more and width <= right + 1 and len(frames) < max_pages:
            moved = _MOVED_TO_LAST_PAGE if len(frames) == early_page else 0
            page = frame = (left, top, right, bottom - shorter - moved)
            more, (_left, _top, width, height) = story.place(frame)
            if more:
                frame = (left, top, right, self._choose_end(story, page))
                story.place(frame)
            frames.append(frame)
            # A line wider than the page would be cut off: do not count it as drawn.
            if width <= right + 1:
                record_drawing(story, drawn)
        return frames, drawn, height - top

    def _choose_end(self, story: pymupdf.Story, page: Box) -> float:
        """Return the bottom of a page on which the story was placed and does not end.

        The page ends before a heading without text below it, and before a group that does not fit.
        A group that is longer than a page ends none, and one that would leave more than a third of
        a page empty is split between the groups in it.
        """
        _left, top, _right, bottom = page
        groups: list[_Group] = []

        def add_group(element: Any) -> None:
            _, group_top, _, group_bottom = element.rect
            if not element.open_close & 1:
                return
            if element.heading:
                room = _MIN_ROOM_BELOW[element.heading]
                groups.append(_Group(group_top, group_bottom, room, is_heading=True))
            elif element.id and self._heights[element.id] <= bottom - top:
                room = _MIN_ROOM_BELOW_QUESTION if element.id.startswith("question") else 0
                groups.append(_Group(group_top, group_top + self._heights[element.id], room))

        story.element_positions(add_group)
        end = bottom
        # A group at the top of the page stays: moving it would never end.
        largest_gap = (bottom - top) * _MOST_EMPTY
        for group in reversed([group for group in groups if group.top > top + 1]):
            # A heading follows its text to the next page, however much that leaves empty.
            if bottom - group.top > largest_gap and not (group.is_heading and end < bottom):
                continue
            if group.bottom > end or end - group.bottom < group.min_room:
                end = min(end, group.top)
        # End just above the block: see fit_frames.
        return end if end == bottom else end - 0.5


def _is_visible(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"
