"""Where the pages of a PDF end: MuPDF fills each to its last line, a reader wants breaks that make
sense, and neither may lose a word."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pymupdf

from interview_cli.render.glyphs import Drawn, read_into

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; in points, of which 72 are an inch, from the top left of a page."""

_ROOM_BELOW = {1: 0, 2: 44, 3: 44, 4: 30}
"""By the level of a heading: where less than this is left below it, it begins the next page."""
_ROOM_BELOW_A_QUESTION = 54
_LEAST_ON_THE_LAST_PAGE = 36
_MOVED_TO_THE_LAST_PAGE = 30
"""Two lines, which keep the last one company."""
_ENDLESS = 10_000_000


class TextLost(Exception):
    """No way to lay out a text showed all of it."""


@dataclass(frozen=True)
class _Group:
    """Blocks that belong together, or a heading: where they begin and end, and how much room is to
    be left below them (0: none)."""

    top: float
    bottom: float
    room: float


@dataclass
class Layout:
    """An HTML text as it runs over pages; it can reach the fonts, and no other file."""

    html: str
    css: str
    fonts: pymupdf.Archive
    page: Box
    _heights: dict[str, float] = field(default_factory=dict)

    def story(self) -> pymupdf.Story:
        """The text, to be placed from its beginning."""
        return pymupdf.Story(html=self.html, user_css=self.css, archive=self.fonts)

    def frames(self) -> tuple[list[Box], Drawn]:
        """The part of each page to fill so that every letter is drawn, and what is drawn.

        Where a page ends exactly where a block begins, MuPDF skips what comes next (1.28); then the
        same pages are tried a little shorter. Raises TextLost where none of them will do.
        """
        text = unescape(unescape(re.sub("<[^>]*>", "", self.html)))
        expected = Counter(char for char in text if _is_seen(char))
        most = 20 + len(text) // 100 + self.html.count("<") // 5
        self._heights = self._measured()
        for shorter in (0, 0.37, 0.73, 1.31, 2.17):
            frames, drawn, last = self._placed(most, shorter)
            if len(frames) > 1 and last < _LEAST_ON_THE_LAST_PAGE:
                better, seen, _last = self._placed(most, shorter, ends_early=len(frames) - 2)
                if not expected - seen.characters:
                    return better, seen
            if not expected - drawn.characters:
                return frames, drawn
        raise TextLost

    def _measured(self) -> dict[str, float]:
        """How high each group of blocks is; a page tells only of the part that is on it."""
        left, top, right, _bottom = self.page
        story = self.story()
        story.place((left, top, right, _ENDLESS))
        heights: dict[str, float] = {}

        def see(element: Any) -> None:
            if element.id and element.open_close & 1:
                heights[element.id] = element.rect[3] - element.rect[1]

        story.element_positions(see)
        return heights

    def _placed(
        self, at_most: int, shorter: float, ends_early: int = -1
    ) -> tuple[list[Box], Drawn, float]:
        """The frames, what is drawn in them, and how high the last one is filled. Stops where a
        line is wider than the page, or there is no end of pages."""
        left, top, right, bottom = self.page
        story = self.story()
        frames: list[Box] = []
        drawn = Drawn()
        more, width, height = True, 0.0, 0.0
        while more and width <= right + 1 and len(frames) < at_most:
            less = _MOVED_TO_THE_LAST_PAGE if len(frames) == ends_early else 0
            page = frame = (left, top, right, bottom - shorter - less)
            more, (_left, _top, width, height) = story.place(frame)
            if more:
                frame = (left, top, right, self._end(story, page))
                story.place(frame)
            frames.append(frame)
            # What is wider than the page is cut off, as good as not drawn.
            if width <= right + 1:
                read_into(drawn, story)
        return frames, drawn, height - top

    def _end(self, story: pymupdf.Story, page: Box) -> float:
        """How far down to fill a page on which the story was placed, and did not end: up to a
        heading with nothing below it, or to blocks that belong together and fit on the next
        page."""
        _left, top, _right, bottom = page
        groups: list[_Group] = []

        def see(element: Any) -> None:
            _, begins, _, ends = element.rect
            if not element.open_close & 1:
                return
            if element.heading:
                groups.append(_Group(begins, ends, _ROOM_BELOW[element.heading]))
            elif element.id:
                room = _ROOM_BELOW_A_QUESTION if element.id.startswith("question") else 0
                groups.append(_Group(begins, begins + self._heights[element.id], room))

        story.element_positions(see)
        end = bottom
        # What begins the page could only be moved to the next one for ever.
        for group in reversed([one for one in groups if one.top > top + 1]):
            if group.bottom > end or end - group.bottom < group.room:
                end = min(end, group.top)
        # Not where a block begins, for what MuPDF does there.
        return end if end == bottom else end - 0.5


def _is_seen(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"
