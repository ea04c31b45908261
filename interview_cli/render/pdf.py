"""A report → PDF; the only importer of markdown_pdf."""

import io
from contextlib import suppress
from datetime import UTC

import pymupdf
from markdown_pdf import MarkdownPdf, Section

from interview_cli import __version__
from interview_cli.errors import InvalidInput
from interview_cli.next_step import Action, NextStep
from interview_cli.render.blocks import Report
from interview_cli.render.glyphs import Drawn, set_texts
from interview_cli.render.html import body_of, style
from interview_cli.render.pages import Layout, TextLost
from interview_cli.render.wrapping import WAYS
from interview_cli.settings import Paper

# Points, of which 72 are an inch.
_SIDE, _TOP, _BOTTOM = 62, 54, 72
_FOOT = 40
_FOOT_SIZE = 8
_GREY = (0.36, 0.42, 0.45)
_FONTS = "fig"
"""FiraGO, as pymupdf-fonts names it: Latin with Vietnamese, Greek, Cyrillic, Arabic, Hebrew,
Devanagari and Thai in four styles. What it lacks, MuPDF takes from its own fonts."""


def pdf_of(report: Report, paper: Paper = "a4") -> bytes:
    """The pages, with bookmarks, page numbers, title, author and language.

    Raises InvalidInput rather than leave out a word.
    """
    for shown in WAYS:
        pdf = _Pages(report)
        with suppress(TextLost):
            # Markdown lets HTML through up to an empty line, and a body has none.
            pdf.add_section(Section(body_of(report, shown), paper_size=paper), style("pdf"))
            written = io.BytesIO()
            pdf.save(written)  # type: ignore[arg-type] # whatever MuPDF can write to
            return written.getvalue()
    raise InvalidInput(
        "a word of this report cannot be laid out on a page.", NextStep(Action.EXPORT_HTML)
    )


class _Pages(MarkdownPdf):
    """Pages that break where a reader wants them to, with numbers at their feet."""

    def __init__(self, report: Report) -> None:
        super().__init__(toc_level=3, mode="commonmark", optimize=True)
        self._report = report
        self._drawn = Drawn()
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
        """As inherited, but for the fonts and for the places where pages break."""
        html: str = self.m_d.render(section.text)
        fonts = pymupdf.Archive()
        css = pymupdf.css_for_pymupdf_font(_FONTS, archive=fonts, name="report")
        page = (_SIDE, _TOP, section.rect.width - _SIDE, section.rect.height - _BOTTOM)
        layout = Layout(html, css + (user_css or ""), fonts, page)
        frames, self._drawn = layout.frames()
        story = layout.story()
        for frame in frames:
            self.page_num += 1
            device = self.writer.begin_page(section.rect)
            story.place(frame)
            story.element_positions(self._recorder, {"toc": section.toc, "pdfile": self})
            story.draw(device)
            self.writer.end_page()
        return html

    def _make_doc(self) -> pymupdf.Document:
        self.toc = [(level, title.replace("\u200b", ""), *at) for level, title, *at in self.toc]
        document: pymupdf.Document = super()._make_doc()
        font = pymupdf.Font("figo")
        for char in f"{self._report.kind} of 0123456789":
            self._drawn.learn(font.name, [font.has_glyph(ord(char))], char)
        for number in range(len(document)):
            of = f"{number + 1} of {len(document)}"
            _foot(document[number], font, self._report.kind, of)
        document.subset_fonts()
        set_texts(document, self._drawn)
        catalog = document.pdf_catalog()
        document.xref_set_key(catalog, "Lang", pymupdf.get_pdf_str(self._report.language))
        document.xref_set_key(catalog, "ViewerPreferences", "<</DisplayDocTitle true>>")
        return document


def _foot(page: pymupdf.Page, font: pymupdf.Font, left: str, right: str) -> None:
    page.wrap_contents()  # MuPDF leaves the page upside down behind it
    line = pymupdf.TextWriter(page.rect)
    height = page.rect.height - _FOOT
    line.append((_SIDE, height), left, font, _FOOT_SIZE)
    from_right = page.rect.width - _SIDE - font.text_length(right, _FOOT_SIZE)
    line.append((from_right, height), right, font, _FOOT_SIZE)
    line.write_text(page, color=_GREY)
