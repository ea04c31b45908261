"""Where the pages of a PDF end: MuPDF fills each to its last line, a reader wants breaks that make
sense, and neither may lose a word."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from html import unescape
from typing import Any

import pymupdf

from interview_cli.render.glyphs import Drawn, read_into

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; in points, of which 72 are an inch, from the top left of a page."""

_ROOM_BELOW = {1: 0, 2: 44, 3: 44, 4: 22}
"""By the level of a heading: where less than this is left below it, it begins the next page."""


@dataclass(frozen=True)
class Layout:
    """An HTML text as it runs over pages; it can reach the fonts, and no other file."""

    html: str
    css: str
    fonts: pymupdf.Archive
    page: Box

    def story(self) -> pymupdf.Story:
        """The text, to be placed from its beginning."""
        return pymupdf.Story(html=self.html, user_css=self.css, archive=self.fonts)

    def frames(self) -> tuple[list[Box], Drawn]:
        """The part of each page to fill so that every letter is drawn, and what is drawn.

        Where a page ends exactly where a block begins, MuPDF skips what comes next (1.28); then the
        same pages are tried a little shorter. Raises RuntimeError where none of them will do.
        """
        text = unescape(unescape(re.sub("<[^>]*>", "", self.html)))
        expected = Counter(char for char in text if _is_seen(char))
        for shorter in (0, 0.37, 0.73, 1.31, 2.17):
            frames, drawn = self._placed(shorter, at_most=20 + len(text) // 100)
            if not expected - drawn.characters:
                return frames, drawn
        raise RuntimeError("the pages do not hold the whole report")

    def _placed(self, shorter: float, at_most: int) -> tuple[list[Box], Drawn]:
        """Stops where a line is wider than the page, or there is no end of pages."""
        left, top, right, bottom = self.page
        page = (left, top, right, bottom - shorter)
        story = self.story()
        frames: list[Box] = []
        drawn = Drawn()
        more, width = True, 0.0
        while more and width <= right + 1 and len(frames) < at_most:
            frame = page
            more, (_left, _top, width, _bottom) = story.place(frame)
            if more:
                frame = (left, top, right, _end(story, page))
                story.place(frame)
            frames.append(frame)
            read_into(drawn, story)
        return frames, drawn


def _is_seen(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


def _end(story: pymupdf.Story, page: Box) -> float:
    """How far down to fill a page on which the story was placed, and did not end: up to a heading
    with nothing below it, or to blocks that belong together and fit on the next page."""
    _left, top, _right, bottom = page
    headings: list[tuple[float, float, int]] = []
    cut: dict[str, float] = {}

    def see(element: Any) -> None:
        _, begins, _, ends = element.rect
        opens, closes = element.open_close & 1, element.open_close & 2
        if opens and element.heading:
            headings.append((begins, ends, _ROOM_BELOW[element.heading]))
        elif opens and element.id:
            cut[element.id] = begins
        if closes and element.id and ends <= bottom:
            cut.pop(element.id, None)

    story.element_positions(see)
    # What begins the page could only be moved to the next one for ever.
    end = min((begins for begins in cut.values() if begins > top + 1), default=bottom)
    for begins, ends, room in reversed(headings):
        if begins > top + 1 and end - ends < room:
            end = min(end, begins)
    # Not where a block begins, for what MuPDF does there.
    return end if end == bottom else end - 0.5
