"""Session → the bytes of an exported file."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.render.blocks import Report
from interview_cli.render.html import render_page
from interview_cli.render.markdown import escape_line, render_markdown
from interview_cli.render.report import build_report
from interview_cli.setting_values import Paper
from interview_cli.stored import Session
from interview_cli.text import escape_json

if TYPE_CHECKING:  # An interview must not pay for the models of job posts.
    from interview_cli.post_models import JobPost

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
Format = Literal["pdf", "md", "html", "json"]
PostFormat = Literal["pdf", "md", "html", "json", "jsonld"]
_FORMATS = {
    ".pdf": "pdf",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
"""Formats by the suffix of the output file."""


def choose_format(
    requested: str | None, output: Path | None, extra: Mapping[str, str], what: str = "report"
) -> str:
    """Return the requested format, else the one of the output's suffix, else PDF.

    `extra` maps further suffixes to formats; `what` names the exported thing. Raises UsageError
    for an unknown suffix if no format is requested.
    """
    formats = _FORMATS | dict(extra)
    named = formats.get(output.suffix.lower()) if output else None
    if requested is None and named is None and output is not None and output.suffix:
        raise UsageError(
            f"a {what} cannot be exported as {output.suffix}.",
            f"choose one of {', '.join(formats)}",
        )
    return requested or named or "pdf"


def render_interview(interview: Interview, file_format: str, paper: Paper = "a4") -> bytes:
    """Return the report, or the transcript if there is no feedback; as JSON the session file."""
    if file_format == "json":
        return _encode_session(interview)
    return render_report(build_report(interview), file_format, paper)


def render_job_post(post: "JobPost", file_format: str, paper: Paper = "a4") -> bytes:
    """Return the job post; as JSON the session file, as `jsonld` a JobPosting of schema.org.

    The page of a post holds its JobPosting, too, where search engines look for it.
    """
    # Imported here: an interview must not pay for the rules of job posts.
    from interview_cli.render.job_post import build_post_report
    from interview_cli.render.job_posting import embed_job_posting, format_job_posting

    if file_format == "jsonld":
        return escape_json(format_job_posting(post)).encode("utf-8")
    if file_format == "json":
        return _encode_session(post)
    report = build_post_report(post)
    if file_format == "html":
        return render_page(report, embed_job_posting(post)).encode("utf-8")
    content = render_report(report, file_format, paper)
    contact = post.job_data.application_contact
    if file_format == "md" and _ADDRESS.fullmatch(contact):  # it is meant to be a link
        escaped = escape_line(contact).encode("utf-8")
        return content.replace(escaped, contact.encode("utf-8"))
    return content


def _encode_session(session: Session) -> bytes:
    return escape_json(session.to_json().decode("utf-8")).encode("utf-8")


def render_report(report: Report, file_format: str, paper: Paper = "a4") -> bytes:
    """Return a report as `pdf`, `html` or `md`."""
    if file_format == "pdf":
        # Imported here: it takes half a second, and only a PDF needs it.
        from interview_cli.render.pdf import render_pdf

        return render_pdf(report, paper)
    text = render_page(report) if file_format == "html" else render_markdown(report)
    return text.encode("utf-8")
