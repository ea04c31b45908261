"""An interview → the bytes of a file, in the format that is asked for."""

from pathlib import Path
from typing import Literal

from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.render.html import page_of
from interview_cli.render.markdown import markdown_of
from interview_cli.render.report import report_of
from interview_cli.settings import Paper
from interview_cli.text import escape_json

Format = Literal["pdf", "md", "html", "json"]
_ENDINGS: dict[str, Format] = {
    ".pdf": "pdf",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}


def format_of(wanted: Format | None, output: Path | None) -> Format:
    """The format named, else that of the file's ending, else PDF.

    Raises UsageError for an ending that names another format, or none that there is.
    """
    ending = _ENDINGS.get(output.suffix.lower()) if output else None
    if wanted is None and ending is None and output is not None and output.suffix:
        raise UsageError(
            f"{output.suffix} is no format of a report.", f"choose one of {', '.join(_ENDINGS)}"
        )
    return wanted or ending or "pdf"


def rendered(interview: Interview, form: Format, paper: Paper = "a4") -> bytes:
    """The report; a transcript before there is feedback. JSON is the session file itself."""
    if form == "json":
        return escape_json(interview.to_json().decode("utf-8")).encode("utf-8")
    report = report_of(interview)
    if form == "pdf":
        # Imported here: half a second that only a PDF needs.
        from interview_cli.render.pdf import pdf_of

        return pdf_of(report, paper)
    written = page_of(report) if form == "html" else markdown_of(report)
    return written.encode("utf-8")
