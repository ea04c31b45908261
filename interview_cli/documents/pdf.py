"""PDF → text, with pdfminer.six, which keeps columns apart."""

import io
import logging
import re
import unicodedata

from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from interview_cli.errors import UnreadableDocument
from interview_cli.settings import MAX_DOCUMENT_PAGES

# fi, fl and their like, which some fonts draw as one glyph: "ﬁle" is no word to search for.
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def text_of_pdf(content: bytes, source: str) -> str:
    """The text of all pages, in reading order. Raises UnreadableDocument."""
    # Its warnings quote what is in the file.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        # One more than the most, for a document of a million pages must not be counted to the end.
        pages = sum(
            1 for _ in PDFPage.get_pages(io.BytesIO(content), maxpages=MAX_DOCUMENT_PAGES + 1)
        )
        if pages <= MAX_DOCUMENT_PAGES:
            return _LIGATURE.sub(_letters, extract_text(io.BytesIO(content)))
    except PDFPasswordIncorrect as error:
        raise UnreadableDocument(
            f"{source} is protected by a password.", "save a copy without the password"
        ) from error
    # pdfminer raises whatever its parser trips over: KeyError, TypeError, struct.error, …
    except Exception as error:
        raise UnreadableDocument(
            f"{source} is damaged: it cannot be read as PDF.", "export it to PDF once more"
        ) from error
    raise UnreadableDocument(
        f"{source} has more than {MAX_DOCUMENT_PAGES} pages.", "give the CV alone"
    )
