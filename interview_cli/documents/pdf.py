"""Read PDF with pdfminer.six, and separate the text that a person would not see."""

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

from interview_cli.documents.cleanup import join_broken_words
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.layout import Line, join_in_reading_order
from interview_cli.documents.visibility import (
    MIN_BACKDROP_STROKE_PT,
    is_too_small,
    is_too_transparent,
    is_white,
    is_white_ink,
)
from interview_cli.errors import UnreadableDocument
from interview_cli.next_step import Action, NextStep
from interview_cli.settings import MAX_DOCUMENT_CHARS, MAX_DOCUMENT_PAGES

_INVISIBLE_MODE = 3
_OUTLINE_MODES = (1, 2, 5, 6)
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_MAX_UNKNOWN = 0.3
"""A text with a larger share of unknown glyphs cannot be used."""
_MIN_LETTERS_A_PAGE = 30
"""Pages with fewer letters than this, on average, are scans."""


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return the text of all pages in reading order. Raises UnreadableDocument."""
    # Its warnings quote the content of the file.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    resources = PDFResourceManager()
    device = _Device(resources, keep_hidden)
    interpreter = _Interpreter(resources, device)
    pages: list[str] = []
    try:
        # One page more than allowed: a document of a million pages must not be read to its end.
        for page in PDFPage.get_pages(io.BytesIO(content), maxpages=MAX_DOCUMENT_PAGES + 1):
            if len(pages) == MAX_DOCUMENT_PAGES:
                raise UnreadableDocument(
                    f"{source} has more than {MAX_DOCUMENT_PAGES} pages.",
                    "upload only the pages of the CV",
                )
            interpreter.process_page(page)
            pages.append(join_in_reading_order(list(_find_lines(device.get_result()))))
            if sum(map(len, pages)) > 2 * MAX_DOCUMENT_CHARS:
                break
    except PDFPasswordIncorrect as error:
        raise UnreadableDocument(
            f"{source} is protected by a password.", "save a copy without the password"
        ) from error
    if not pages:
        raise UnreadableDocument(f"{source} is damaged: it has no pages.", "export it again")
    # Some programs give the bullet this number, without a table that tells its character.
    text = "\n\n".join(filter(None, pages)).replace("(cid:127)", "•")
    _refuse_scan(text, len(pages), source)
    return Extraction(join_broken_words(_UNKNOWN_GLYPH.sub("", text)), tuple(device.hidden_runs))


def _refuse_scan(text: str, pages: int, source: str) -> None:
    letters = sum(c.isalnum() for c in _UNKNOWN_GLYPH.sub("", text))
    unknown = len(_UNKNOWN_GLYPH.findall(text))
    if unknown > _MAX_UNKNOWN * (letters + unknown):
        raise UnreadableDocument(
            f"{source} does not say which letters its glyphs are.",
            NextStep(Action.RUN_OCR),
        )
    if letters < _MIN_LETTERS_A_PAGE * pages:
        raise UnreadableDocument(
            f"{source} has {letters} characters of text on {pages} "
            f"page{'s' if pages > 1 else ''}; it seems to be a scan.",
            "run OCR on it first, for example: ocrmypdf cv.pdf cv-with-text.pdf",
        )


class _Interpreter(PDFPageInterpreter):
    """Tracks the opacity of fills, which pdfminer ignores."""

    device: "_Device"

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        self._alphas: list[float] = []

    def do_q(self) -> None:
        self._alphas.append(self.device.alpha)
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802 # the name of the operator
        if self._alphas:
            self.device.alpha = self._alphas.pop()
        super().do_Q()

    def do_gs(self, name: Any) -> None:
        states = resolve1(self.resources.get("ExtGState")) or {}
        state = resolve1(states.get(literal_name(name))) or {}
        alpha = resolve1(state.get("ca"))
        if isinstance(alpha, (int, float)):
            self.device.alpha = float(alpha)

    def do_Do(self, xobjid: Any) -> None:  # noqa: N802 # the name of the operator
        alpha = self.device.alpha
        super().do_Do(xobjid)
        self.device.alpha = alpha  # the settings of a form end with it

    def do_sh(self, name: Any) -> None:
        # Only its clip says how far a shading reaches, so it may be behind any white letter.
        self.device.is_shaded = True


class _Device(PDFPageAggregator):
    """Removes hidden letters from a page before its lines are made."""

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

    @property
    def hidden_runs(self) -> list[str]:
        """The runs of hidden words, in the order of the pages."""
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
        if self._mode == _INVISIBLE_MODE or is_too_transparent(self.alpha):
            self._unseen.add(id(self.cur_item._objs[-1]))
        if self._mode in _OUTLINE_MODES:
            self._outlined.add(id(self.cur_item._objs[-1]))
        return float(advance)

    def end_page(self, page: PDFPage) -> None:
        painted = list(filter(None, map(_find_backdrop, _iterate_parts(self.cur_item))))
        self._remove_hidden(self.cur_item, painted)
        super().end_page(page)

    def _remove_hidden(self, container: Any, painted: list[Any]) -> None:
        """Remove hidden letters from a container, and note each run of them as one text."""
        kept: list[Any] = []
        seen: set[tuple[str, int, int]] = set()
        before: LTChar | None = None  # the letter before this one, if it is hidden too
        for part in container._objs:
            if isinstance(part, LTFigure):
                self._remove_hidden(part, painted)
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
            self._note_hidden(part, before)
            before = part
            if self._keep_hidden:
                kept.append(part)
        container._objs = kept

    def _note_hidden(self, char: LTChar, before: LTChar | None) -> None:
        if before is None or abs(char.y0 - before.y0) > max(char.height, 0.5):
            self._hidden.append("")
        elif char.x0 - before.x1 > char.width / 3:
            self._hidden[-1] += " "
        self._hidden[-1] += char.get_text()

    def _is_hidden(self, char: LTChar, painted: list[Any]) -> bool:
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        if id(char) in self._unseen or (char.size > 0 and is_too_small(char.size)):
            return True
        left, bottom, right, top = self._visible
        if not (left <= x <= right and bottom <= y <= top):
            return True
        state = char.graphicstate
        is_outlined = id(char) in self._outlined and not _is_white_color(state.scolor)
        if (
            self.is_shaded
            or is_outlined
            or not _has_known_channels(char.ncs)
            or not _is_white_color(state.ncolor)
        ):
            return False
        under = [
            is_dark for (x0, y0, x1, y1), is_dark in painted if x0 <= x <= x1 and y0 <= y <= y1
        ]
        return not (under and under[-1])


def _find_backdrop(part: Any) -> tuple[tuple[float, float, float, float], bool] | None:
    """Return the box of a painted part, and whether white letters can be read on it."""
    if isinstance(part, LTImage):
        return part.bbox, True
    if not isinstance(part, LTCurve):
        return None
    if part.fill:
        return part.bbox, not _is_white_color(part.non_stroking_color)
    if part.stroke and part.linewidth >= MIN_BACKDROP_STROKE_PT:
        half = part.linewidth / 2
        box = (part.x0 - half, part.y0 - half, part.x1 + half, part.y1 + half)
        return box, not _is_white_color(part.stroking_color)
    return None


def _has_known_channels(space: Any) -> bool:
    """Whether the numbers of a colour space are light or ink; 1 is full ink in a spot colour."""
    return getattr(space, "name", "") not in ("Separation", "DeviceN", "Indexed", "Lab", "Pattern")


def _is_white_color(color: Any) -> bool:
    """Whether a gray, RGB or CMYK colour is white; patterns and spot colours are not."""
    parts = color if isinstance(color, (tuple, list)) else (color,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    return is_white_ink(tuple(parts)) if len(parts) == 4 else is_white(tuple(parts))


def _iterate_parts(container: LTContainer[Any]) -> Iterator[Any]:
    for part in container:
        yield part
        if isinstance(part, LTFigure):
            yield from _iterate_parts(part)


def _find_lines(page: LTPage) -> Iterator[Line]:
    """Yield the lines of a page, also of the forms drawn on it."""
    return _find_lines_in(page, page.y1)


def _find_lines_in(container: Any, top: float) -> Iterator[Line]:
    for part in container:
        if isinstance(part, LTTextLineHorizontal):
            text = part.get_text()
            if text.strip():
                yield Line(part.x0, part.x1, top - part.y1, top - part.y0, text)
        elif isinstance(part, LTContainer):
            yield from _find_lines_in(part, top)
