"""Markdown → PDF; the only importer of markdown_pdf."""

import io
import re
import tempfile

from markdown_pdf import MarkdownPdf, Section

# A character of data, escaped or not, never one of our own marks.
_CHARACTER = r"(?:\\\S|[^\s\\*_|`])"
_LONG_RUN = re.compile(_CHARACTER + "{30,}")
_ENTITY = re.compile(r"\\&(?=[\\#\w]+;)")
_PIECE = re.compile(_CHARACTER + "{1,10}")
_CSS = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.4; }
h1 { font-size: 18pt; }
h2 { font-size: 13pt; margin-top: 14pt; }
table { border-collapse: collapse; }
th, td { border: 0.5pt solid #999999; padding: 3pt 8pt; }
"""


def pdf_of(markdown: str, title: str) -> bytes:
    """An A4 document. The Markdown must come from `render.markdown`, where all data is escaped:
    raw HTML is shown as text, and nothing is fetched or read from the disk."""
    pdf = MarkdownPdf(toc_level=0, mode="js-default", optimize=True)
    pdf.meta["title"] = title
    with tempfile.TemporaryDirectory() as nothing_to_embed:
        pdf.add_section(Section(_breakable(markdown), root=nothing_to_embed), user_css=_CSS)
    written = io.BytesIO()
    pdf.save_bytes(written)
    return written.getvalue()


def _breakable(markdown: str) -> str:
    """Zero-width spaces in long words, which the layout would cut off where the line ends, and in
    entities, which it would decode once more than Markdown does."""
    markdown = _ENTITY.sub("\\\\&\u200b", markdown)
    return _LONG_RUN.sub(lambda run: "\u200b".join(_PIECE.findall(run[0])), markdown)
