"""Read PDF with PyMuPDF, and separate the text that a person would not see.

PyMuPDF gives every letter with its place, colour and mode, in a hundredth of the time of
pdfminer.six. Its own lines are not used: they keep the copies of fake bold, and follow the order of
drawing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.cleanup import join_broken_words
from interview_cli.documents.layout import Line, join_in_reading_order
from interview_cli.documents.pdf_forms import add_entries
from interview_cli.documents.pdf_glyphs import Glyph, PageGlyphs, read_glyphs
from interview_cli.documents.pdf_lines import make_lines
from interview_cli.documents.pdf_tables import split_tables
from interview_cli.documents.running_heads import remove_running_heads
from interview_cli.english.rules import load_rules
from interview_cli.errors import UnreadableDocument
from interview_cli.limits import MAX_DOCUMENT_CHARS, MAX_DOCUMENT_PAGES
from interview_cli.next_step import Action, NextStep
from interview_cli.pdf_library import pymupdf

_UNKNOWN_GLYPH = "\ufffd"
_MAX_UNKNOWN = 0.3
"""A text with a larger share of unknown glyphs cannot be used."""
_WORD = re.compile(rf"[\w{_UNKNOWN_GLYPH}]+")
_MIXED_SCRIPTS = re.compile("[\u0590-\u06ff][\u00c0-\u024f]|[\u00c0-\u024f][\u0590-\u06ff]")
"""A Hebrew or Arabic letter beside a Latin one with an accent; plain names may stand beside."""
_MAX_SHOWN_WORDS = 3
_MAX_SHELL_CHARS = 1_000
"""A page that only asks for Adobe Reader has no more text than this."""
_MIN_LETTERS_A_PAGE = 30
"""Pages with fewer letters than this, on average, are scans."""


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return the text of all pages in reading order. Raises UnreadableDocument."""
    # Its warnings quote the content of the file, and go to stdout.
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    with _open(content, source) as document:
        is_xfa = _has_xfa(document)
        pages, ocr_pages, letters = [], [], 0
        for number, page in enumerate(document, start=1):
            lines, is_ocr = _read_page(page, account)
            pages.append(lines)
            letters += sum(len(line.text) for line in lines)
            if is_ocr:
                ocr_pages.append(number)
            if letters > 2 * MAX_DOCUMENT_CHARS:
                break
        _show_hidden_layers(document, pages, account)
    pages = remove_running_heads(pages, account)
    text = "\n\n".join(filter(None, map(join_in_reading_order, pages)))
    _refuse_shell(text, source, is_xfa=is_xfa)
    _refuse_scan(text, len(pages), source, account)
    if ocr_pages:
        account.notices.append(_describe_ocr(source, ocr_pages))
    account.notices += describe_odd_letters(source, text)
    return join_broken_words(text.replace(_UNKNOWN_GLYPH, ""))


def _open(content: bytes, source: str) -> Any:
    try:
        document = pymupdf.open(stream=content, filetype="pdf")
    except (RuntimeError, ValueError) as error:  # its own errors derive from them
        raise UnreadableDocument(
            f"{source} is damaged: it cannot be read as PDF.", "save or export it again"
        ) from error
    if document.needs_pass:
        raise UnreadableDocument(
            f"{source} is protected by a password.", "save a copy without the password"
        )
    if not document.page_count:
        raise UnreadableDocument(f"{source} is damaged: it has no pages.", "export it again")
    if document.page_count > MAX_DOCUMENT_PAGES:
        raise UnreadableDocument(
            f"{source} has more than {MAX_DOCUMENT_PAGES} pages.", "upload only the pages of the CV"
        )
    return document


def _read_page(page: Any, account: Account) -> tuple[list[Line], bool]:
    """Return the lines of a page, and whether they are an OCR layer."""
    found = read_glyphs(page)
    for name in found.icon_names:
        account.leave_out(Reason.ICON_NAME, name)
    rows, rest = split_tables(page, list(_leave_out_hidden(found, account)))
    lines = rows + make_lines(rest)
    account.hold("".join(glyph.text for glyph in found.glyphs) + "".join(found.icon_names))
    return add_entries(page, lines, account), found.is_ocr


def _leave_out_hidden(found: PageGlyphs, account: Account) -> Iterator[Glyph]:
    """Yield the letters of a page that are returned, and note each run of hidden ones as one."""
    for reason, run in groupby(found.glyphs, key=lambda glyph: glyph.reason):
        glyphs = list(run)
        if reason is None:
            yield from glyphs
            continue
        words = " ".join(line.text for line in make_lines(glyphs))
        if not account.leave_out(reason, words):
            yield from glyphs


def _show_hidden_layers(document: Any, pages: list[list[Line]], account: Account) -> None:
    """Note the text of the layers that are switched off."""
    if all(layer.get("on", True) for layer in document.get_ocgs().values()):
        return
    for number, (lines, page) in enumerate(zip(pages, _switch_on_layers(document), strict=False)):
        shown = {line.text for line in lines}
        more = [line for line in make_lines(read_glyphs(page).glyphs) if line.text not in shown]
        words = "\n".join(line.text for line in more)
        account.hold(words)
        if words and not account.leave_out(Reason.MARKED_HIDDEN, words):
            pages[number] = lines + more


def _switch_on_layers(document: Any) -> Any:
    """Return a copy of a document with all of its layers."""
    catalog = document.pdf_catalog()
    for key, value in (("OFF", "[]"), ("BaseState", "/ON")):
        document.xref_set_key(catalog, f"OCProperties/D/{key}", value)
    return pymupdf.open(stream=document.tobytes(), filetype="pdf")


def _has_xfa(document: Any) -> bool:
    """Return whether a document holds a form that is drawn by Adobe Reader alone."""
    return bool(document.xref_get_key(document.pdf_catalog(), "AcroForm/XFA")[0] != "null")


def _refuse_shell(text: str, source: str, *, is_xfa: bool) -> None:
    """Raise UnreadableDocument for a page that only asks for Adobe Reader (an XFA form).

    It may ask in any language, and is short; a form whose values are in the PDF too is longer.
    """
    rules = load_rules("interview_cli.documents", "rules.toml")
    name = "xfa_shell" if is_xfa and len(text) <= _MAX_SHELL_CHARS else "form_shell"
    if rules[name].pattern.search(" ".join(text.split())):
        raise UnreadableDocument(
            f"{source} is a form that only Adobe Reader can show (XFA); the page holds no more "
            "than a message that asks to wait.",
            "open it in Adobe Reader, print it to a new PDF, and upload that",
        )


def _refuse_scan(text: str, pages: int, source: str, account: Account) -> None:
    letters = sum(map(str.isalnum, text))
    unknown = text.count(_UNKNOWN_GLYPH)
    if unknown > _MAX_UNKNOWN * (letters + unknown):
        raise UnreadableDocument(
            f"{source} does not say which letters its glyphs are.",
            NextStep(Action.RUN_OCR),
        )
    # A text that is left out as hidden is no scan: it is read again without the doubtful rules.
    if letters < _MIN_LETTERS_A_PAGE * pages and not account.find_suspects(text):
        besides = f" besides {account.describe()}" if account.describe() else ""
        raise UnreadableDocument(
            f"{source} has {letters} characters of text on {pages} "
            f"page{'s' if pages > 1 else ''}{besides}; it seems to be a scan.",
            "run OCR on it first, for example: ocrmypdf cv.pdf cv-with-text.pdf",
        )


def _describe_ocr(source: str, pages: Iterable[int]) -> str:
    numbers = [str(page) for page in pages]
    which = f"page{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
    return f"{which} of {source}: a scan; its text was recognised by a program. Check the text."


def describe_odd_letters(source: str, text: str) -> Iterator[str]:
    """Yield a note on the words whose letters the file does not tell, or tells wrongly."""
    words = _WORD.findall(text)
    # An unknown glyph that stands alone is a bullet or an icon.
    unknown = [word for word in words if _UNKNOWN_GLYPH in word and word.strip(_UNKNOWN_GLYPH)]
    if unknown:
        yield (
            f"{source}: {_show(unknown)}: a letter is missing, because the file does not say which "
            "letter the glyph is. Check the text, or upload a DOCX or text file."
        )
    mixed = [word for word in words if _MIXED_SCRIPTS.search(word)]
    if mixed:
        yield (
            f"{source}: {_show(mixed)}: the file seems to name wrong letters. Check the text, or "
            "upload a DOCX or text file."
        )


def _show(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_MAX_SHOWN_WORDS])
    more = len(words) - _MAX_SHOWN_WORDS
    return f"{shown} and {more} more" if more > 0 else shown
