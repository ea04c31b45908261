"""Report → PDF; the only importer of markdown_pdf."""

import io
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from threading import Lock
from typing import Any

from interview_cli.left_out import leave_out
from interview_cli.pdf_library import pymupdf

# markdown-pdf imports HTTP clients for diagrams, a sixth of an export, and a parser of Markdown, a
# twentieth. A report has no diagrams, and is HTML when it gets there.
with leave_out("requests", "plantuml", "markdown_it"):
    from markdown_pdf import MarkdownPdf, Section

from interview_cli import __version__
from interview_cli.errors import InvalidInput
from interview_cli.next_step import Action, NextStep
from interview_cli.render.blocks import Report
from interview_cli.render.fonts import REGULAR, add_fonts, load_font
from interview_cli.render.glyph_text import DrawnText, write_unicode_maps
from interview_cli.render.html import read_stylesheet, render_body
from interview_cli.render.page_breaks import Layout, TextLost
from interview_cli.render.wrapping import ENCODERS
from interview_cli.setting_values import Paper

# Margins and sizes in points (72 to an inch).
_SIDE, _TOP, _BOTTOM = 62, 54, 72
_FOOT = 40
_FOOT_SIZE = 8
_GREY = (0.36, 0.42, 0.45)
_BOOKMARK_LEVEL = 3


_LAYING_OUT = Lock()
"""PyMuPDF supports one thread only (https://pymupdf.readthedocs.io, "Multiprocessing")."""


def render_pdf(report: Report, paper: Paper = "a4") -> bytes:
    """Return a PDF with bookmarks, page numbers, title, author and language.

    Raises InvalidInput if some text cannot be shown in full.
    """
    with _LAYING_OUT:
        return _lay_out(report, paper)


def _lay_out(report: Report, paper: Paper) -> bytes:
    for encode in ENCODERS:
        pdf = _ReportPdf(report)
        with suppress(TextLost):
            pdf.add_section(
                Section(render_body(report, encode), paper_size=paper), read_stylesheet("pdf")
            )
            content = io.BytesIO()
            pdf.save(content)
            return content.getvalue()
    raise InvalidInput(
        "a word of this report is too wide for a page.", NextStep(Action.EXPORT_HTML)
    )


class _ReportPdf(MarkdownPdf):
    """Lay out one section with PyMuPDF, on pages that end between blocks and carry a footer.

    markdown-pdf itself fills each page to its last line, and has no footer and no fonts.
    """

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._pages = io.BytesIO()
        self._drawn = DrawnText()
        self._bookmarks: list[tuple[int, str, int, float]] = []
        moment = f"D:{report.moment.astimezone(UTC):%Y%m%d%H%M%S}Z"
        self.meta = {
            "title": report.name,
            "author": report.author,
            "subject": report.kind,
            "creator": f"interview {__version__}",
            "producer": f"markdown-pdf, MuPDF {pymupdf.mupdf_version}",
            "creationDate": moment,
            "modDate": moment,
        }

    def add_section(self, section: Section, user_css: str | None = None) -> str:
        """Lay out a section of HTML without empty lines, which Markdown would not change."""
        fonts = pymupdf.Archive()
        css = f"{user_css or ''}{add_fonts(fonts)}"
        page = (_SIDE, _TOP, section.rect.width - _SIDE, section.rect.height - _BOTTOM)
        layout = Layout(section.text, css, fonts, page)
        frames, self._drawn = layout.fit_frames()
        story = layout.start_story()
        writer = pymupdf.DocumentWriter(self._pages)
        for number, frame in enumerate(frames, start=1):
            device = writer.begin_page(section.rect)
            story.place(frame)
            # PyMuPDF counts `self` as an argument and would refuse the bare method.
            story.element_positions(lambda el: self._add_bookmark(el), {"page_number": number})
            story.draw(device)
            writer.end_page()
        writer.close()
        html: str = section.text
        return html

    def _add_bookmark(self, element: Any) -> None:
        begins = element.open_close & 1
        if begins and 0 < element.heading <= _BOOKMARK_LEVEL:
            title = element.text.replace("\u200b", "")
            self._bookmarks.append((element.heading, title, element.page_number, element.rect[1]))

    def save(self, file_name: str | Path | io.BytesIO) -> None:
        """Write the PDF to a path or a binary stream."""
        document = pymupdf.open("pdf", self._pages.getvalue())
        document.set_metadata(self.meta)
        document.set_toc(self._bookmarks)
        self._add_footers(document)
        document.subset_fonts()
        write_unicode_maps(document, self._drawn)
        catalog = document.pdf_catalog()
        document.xref_set_key(catalog, "Lang", pymupdf.get_pdf_str(self._report.language))
        document.xref_set_key(catalog, "ViewerPreferences", "<</DisplayDocTitle true>>")
        document.ez_save(file_name)
        document.close()

    def _add_footers(self, document: pymupdf.Document) -> None:
        font = pymupdf.Font(fontbuffer=load_font(REGULAR))
        for char in f"{self._report.kind} of 0123456789":
            self._drawn.add(font.name, [font.has_glyph(ord(char))], char)
        for index in range(len(document)):
            position = f"{index + 1} of {len(document)}"
            _draw_footer(document[index], font, self._report.kind, position)


def _draw_footer(page: pymupdf.Page, font: pymupdf.Font, left: str, right: str) -> None:
    page.wrap_contents()  # MuPDF leaves the page's coordinates upside down.
    line = pymupdf.TextWriter(page.rect)
    height = page.rect.height - _FOOT
    line.append((_SIDE, height), left, font, _FOOT_SIZE)
    from_right = page.rect.width - _SIDE - font.text_length(right, _FOOT_SIZE)
    line.append((from_right, height), right, font, _FOOT_SIZE)
    line.write_text(page, color=_GREY)
