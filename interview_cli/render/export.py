"""A session → the bytes of a file, in the format that is asked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from interview_cli.errors import UsageError
from interview_cli.models import Interview, JobPost, Session
from interview_cli.render.blocks import Report
from interview_cli.render.html import page_of
from interview_cli.render.job_post import post_report, posting_text
from interview_cli.render.markdown import markdown_of
from interview_cli.render.report import report_of
from interview_cli.settings import Paper
from interview_cli.text import escape_json

Format = Literal["pdf", "md", "html", "json"]
PostFormat = Literal["pdf", "md", "html", "json", "jsonld"]
_ENDINGS = {
    ".pdf": "pdf",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}


def format_of(wanted: str | None, output: Path | None, also: Mapping[str, str]) -> str:
    """The format named, whatever the file's ending, else that of the ending, else PDF. `also` are
    endings beside the usual ones.

    Raises UsageError for an ending that names no format, where none is named.
    """
    endings = _ENDINGS | dict(also)
    ending = endings.get(output.suffix.lower()) if output else None
    if wanted is None and ending is None and output is not None and output.suffix:
        raise UsageError(
            f"{output.suffix} is no format of a report.", f"choose one of {', '.join(endings)}"
        )
    return wanted or ending or "pdf"


def rendered(interview: Interview, form: str, paper: Paper = "a4") -> bytes:
    """The report; a transcript before there is feedback. JSON is the session file itself."""
    return _stored(interview) if form == "json" else _written(report_of(interview), form, paper)


def post_rendered(post: JobPost, form: str, paper: Paper = "a4") -> bytes:
    """The post. JSON is the session file itself, jsonld a JobPosting of schema.org."""
    if form == "jsonld":
        return escape_json(posting_text(post)).encode("utf-8")
    return _stored(post) if form == "json" else _written(post_report(post), form, paper)


def _stored(session: Session) -> bytes:
    return escape_json(session.to_json().decode("utf-8")).encode("utf-8")


def _written(report: Report, form: str, paper: Paper) -> bytes:
    if form == "pdf":
        # Imported here: half a second that only a PDF needs.
        from interview_cli.render.pdf import pdf_of

        return pdf_of(report, paper)
    return (page_of(report) if form == "html" else markdown_of(report)).encode("utf-8")
