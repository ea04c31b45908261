"""Make examples/cv.pdf from examples/cv.md; run it in the project's environment."""

import tempfile
from pathlib import Path

from markdown_pdf import MarkdownPdf, Section

CSS = """
body { font-family: serif; font-size: 11pt; line-height: 1.45; }
h1 { font-size: 24pt; margin-bottom: 2pt; }
h2 { font-size: 14pt; color: #1f4e5f; border-bottom: 1pt solid #1f4e5f; margin-top: 16pt; }
h3 { font-size: 11.5pt; margin-bottom: 0; margin-top: 12pt; }
li { margin-bottom: 3pt; }
"""

here = Path(__file__).parent
pdf = MarkdownPdf(toc_level=0, optimize=True)
pdf.meta.update(title="Curriculum vitae", author="Maya Lindqvist")
with tempfile.TemporaryDirectory() as empty:
    text = (here / "cv.md").read_text(encoding="utf-8")
    pdf.add_section(Section(text, root=empty, borders=(54, 54, -54, -54)), user_css=CSS)
pdf.save(here / "cv.pdf")
