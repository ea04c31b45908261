"""PDF → text, by pdfminer.six; what a reader would not see is kept apart."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTChar,
    LTContainer,
    LTCurve,
    LTFigure,
    LTImage,
    LTPage,
    LTTextLineHorizontal,
)
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_matrix_rect

from interview_cli.documents.extract import Extract, unbroken
from interview_cli.documents.layout import Line, in_reading_order
from interview_cli.errors import UnreadableDocument
from interview_cli.next_step import Action, NextStep
from interview_cli.settings import MAX_DOCUMENT_CHARS, MAX_DOCUMENT_PAGES

_MIN_SIZE = 2.0
"""Text smaller than this, in points, is not there to be read."""
_INVISIBLE_MODE = 3
_OUTLINE_MODES = (1, 2, 5, 6)
_THICK_LINE = 6.0
"""A stroke as wide as this, in points, is a ground for letters."""
_MIN_ALPHA = 0.1
_WHITE = 0.93
_NO_LETTER = re.compile(r"\(cid:\d+\)")
_MAX_UNREADABLE = 0.3
_LETTERS_A_PAGE = 30
"""A page with fewer letters than this, on the average, is a picture."""


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """The text of all pages in reading order. Raises UnreadableDocument."""
    # Its warnings quote what is in the file.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    resources = PDFResourceManager()
    device = _Device(resources, keep_hidden)
    interpreter = _Interpreter(resources, device)
    pages: list[str] = []
    try:
        # One more than the most, for a document of a million pages must not be counted to the end.
        for page in PDFPage.get_pages(io.BytesIO(content), maxpages=MAX_DOCUMENT_PAGES + 1):
            if len(pages) == MAX_DOCUMENT_PAGES:
                raise UnreadableDocument(
                    f"{source} has more than {MAX_DOCUMENT_PAGES} pages.", "give the CV alone"
                )
            interpreter.process_page(page)
            pages.append(in_reading_order(list(_lines(device.get_result()))))
            if sum(map(len, pages)) > 2 * MAX_DOCUMENT_CHARS:
                break
    except PDFPasswordIncorrect as error:
        raise UnreadableDocument(
            f"{source} is protected by a password.", "save a copy without the password"
        ) from error
    if not pages:
        raise UnreadableDocument(f"{source} is damaged: it has no pages.", "export it once more")
    # Some programs number the bullet so, and say nowhere what it is.
    text = "\n\n".join(filter(None, pages)).replace("(cid:127)", "•")
    _refuse_pictures(text, len(pages), source)
    return Extract(unbroken(_NO_LETTER.sub("", text)), tuple(device.hidden_words()))


def _refuse_pictures(text: str, pages: int, source: str) -> None:
    letters = sum(c.isalnum() for c in _NO_LETTER.sub("", text))
    unknown = len(_NO_LETTER.findall(text))
    if unknown > _MAX_UNREADABLE * (letters + unknown):
        raise UnreadableDocument(
            f"{source} does not say which letters its glyphs stand for.",
            NextStep(Action.RUN_OCR),
        )
    if letters < _LETTERS_A_PAGE * pages:
        raise UnreadableDocument(
            f"{source} holds {letters} characters of text on {pages} "
            f"page{'s' if pages > 1 else ''}: it seems to be scanned.",
            "make its text readable first, as in: ocrmypdf cv.pdf cv-with-text.pdf",
        )


class _Interpreter(PDFPageInterpreter):
    """Follows the opacity of what is filled, which pdfminer passes over."""

    device: "_Device"

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        self._alphas: list[float] = []

    def do_q(self) -> None:
        self._alphas.append(self.device.alpha)
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802 # the operator's name
        if self._alphas:
            self.device.alpha = self._alphas.pop()
        super().do_Q()

    def do_gs(self, name: Any) -> None:
        states = resolve1(self.resources.get("ExtGState")) or {}
        state = resolve1(states.get(literal_name(name))) or {}
        alpha = resolve1(state.get("ca"))
        if isinstance(alpha, (int, float)):
            self.device.alpha = float(alpha)

    def do_Do(self, xobjid: Any) -> None:  # noqa: N802 # the operator's name
        alpha = self.device.alpha
        super().do_Do(xobjid)
        self.device.alpha = alpha  # what a form sets ends with it

    def do_sh(self, name: Any) -> None:
        # Where a shading ends only its clip knows: any white letter may stand on it.
        self.device.is_shaded = True


class _Device(PDFPageAggregator):
    """Takes what nobody would see from a page before its lines are made."""

    def __init__(self, resources: PDFResourceManager, keep_hidden: bool) -> None:
        super().__init__(resources, laparams=LAParams(all_texts=True))
        self.alpha = 1.0
        self.is_shaded = False
        self._mode = 0
        self._keep_hidden = keep_hidden
        self._unseen: set[int] = set()
        self._outlined: set[int] = set()
        self._visible: tuple[float, float, float, float] = (0, 0, 0, 0)
        self._hidden: list[str] = []

    def hidden_words(self) -> list[str]:
        """The runs of hidden text, in the order of the pages."""
        return [" ".join(run.split()) for run in self._hidden if run.strip()]

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.alpha = 1.0
        self.is_shaded = False
        self._unseen = set()
        self._outlined = set()
        self._visible = apply_matrix_rect(ctm, page.cropbox)
        super().begin_page(page, ctm)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        advance = super().render_char(*args, **kwargs)
        if self._mode == _INVISIBLE_MODE or self.alpha < _MIN_ALPHA:
            self._unseen.add(id(self.cur_item._objs[-1]))
        if self._mode in _OUTLINE_MODES:
            self._outlined.add(id(self.cur_item._objs[-1]))
        return float(advance)

    def end_page(self, page: PDFPage) -> None:
        painted = list(filter(None, map(_backdrop, _parts(self.cur_item))))
        self._take_hidden(self.cur_item, painted)
        super().end_page(page)

    def _take_hidden(self, container: Any, painted: list[Any]) -> None:
        """Removes hidden letters from a container, each run of them as one text."""
        kept: list[Any] = []
        seen: set[tuple[str, int, int]] = set()
        before: LTChar | None = None  # the letter before this one, if it was hidden too
        for part in container._objs:
            if isinstance(part, LTFigure):
                self._take_hidden(part, painted)
            if not (isinstance(part, LTChar) and self._is_hidden(part, painted)):
                if isinstance(part, LTChar):
                    before = None
                    # Bold is often made by drawing a letter twice.
                    letter = (part.get_text(), round(part.x0), round(part.y0))
                    if letter in seen:
                        continue
                    seen.add(letter)
                kept.append(part)
                continue
            self._hide(part, before)
            before = part
            if self._keep_hidden:
                kept.append(part)
        container._objs = kept

    def _hide(self, char: LTChar, before: LTChar | None) -> None:
        if before is None or abs(char.y0 - before.y0) > max(char.height, 0.5):
            self._hidden.append("")
        elif char.x0 - before.x1 > char.width / 3:
            self._hidden[-1] += " "
        self._hidden[-1] += char.get_text()

    def _is_hidden(self, char: LTChar, painted: list[Any]) -> bool:
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        if id(char) in self._unseen or 0 < char.size < _MIN_SIZE:
            return True
        left, bottom, right, top = self._visible
        if not (left <= x <= right and bottom <= y <= top):
            return True
        state = char.graphicstate
        is_outlined = id(char) in self._outlined and not _is_white(state.scolor)
        if self.is_shaded or is_outlined or not _is_plain(char.ncs) or not _is_white(state.ncolor):
            return False
        under = [
            is_dark for (x0, y0, x1, y1), is_dark in painted if x0 <= x <= x1 and y0 <= y <= y1
        ]
        return not (under and under[-1])


def _backdrop(part: Any) -> tuple[tuple[float, float, float, float], bool] | None:
    """The box of what is painted, and whether white letters can be read on it."""
    if isinstance(part, LTImage):
        return part.bbox, True
    if not isinstance(part, LTCurve):
        return None
    if part.fill:
        return part.bbox, not _is_white(part.non_stroking_color)
    if part.stroke and part.linewidth >= _THICK_LINE:
        half = part.linewidth / 2
        box = (part.x0 - half, part.y0 - half, part.x1 + half, part.y1 + half)
        return box, not _is_white(part.stroking_color)
    return None


def _is_plain(space: Any) -> bool:
    """Whether 1 means light in a colour space; in a spot colour it means full ink."""
    return getattr(space, "name", "") not in ("Separation", "DeviceN", "Indexed", "Lab", "Pattern")


def _is_white(color: Any) -> bool:
    """A gray, RGB or CMYK colour that white paper swallows; patterns and spots are none."""
    parts = color if isinstance(color, (tuple, list)) else (color,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - _WHITE for part in parts)
    return all(part >= _WHITE for part in parts)


def _parts(container: LTContainer[Any]) -> Iterator[Any]:
    for part in container:
        yield part
        if isinstance(part, LTFigure):
            yield from _parts(part)


def _lines(page: LTPage) -> Iterator[Line]:
    """The lines of a page, also of the forms drawn on it."""
    return _lines_in(page, page.y1)


def _lines_in(container: Any, top: float) -> Iterator[Line]:
    for part in container:
        if isinstance(part, LTTextLineHorizontal):
            text = part.get_text()
            if text.strip():
                yield Line(part.x0, part.x1, top - part.y1, top - part.y0, text)
        elif isinstance(part, LTContainer):
            yield from _lines_in(part, top)
