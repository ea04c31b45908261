"""The format of an exported file, and the bytes of each format."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.post_models import JobData, JobPost
from interview_cli.render.export import choose_format, render_interview, render_job_post
from tests.cases import each
from tests.render.interviews import sample

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
EXTRA = {".jsonld": "jsonld"}


@each(
    ("requested", "output", "file_format"),
    [
        (None, None, "pdf"),
        (None, "report", "pdf"),
        (None, "report.MD", "md"),
        (None, "report.markdown", "md"),
        (None, "a.md.htm", "html"),
        (None, "post.jsonld", "jsonld"),
        (None, ".md", "pdf"),  # the name of a hidden file has no suffix
        ("md", "report.html", "md"),
        ("md", "report.docx", "md"),
        ("json", None, "json"),
    ],
)
def test_the_format_of_a_file(requested: str | None, output: str | None, file_format: str) -> None:
    assert choose_format(requested, Path(output) if output else None, EXTRA) == file_format


@pytest.mark.parametrize("output", ["report.docx", "report.md.bak", "post.jsonld"])
def test_an_unknown_suffix_is_refused(output: str) -> None:
    with pytest.raises(UsageError, match="a report cannot be exported as"):
        choose_format(None, Path(output), {})


POST = JobPost(
    session_id="01930001-0000-7000-8000-000000000001",
    created_at=NOW,
    last_updated=NOW,
    company_name="Acme",
    job_data=JobData(title="Cook \u009b31m"),
)


@pytest.mark.parametrize(
    ("file_format", "begin"),
    [("md", b"# "), ("html", b"<!DOCTYPE html>"), ("json", b"{"), ("pdf", b"%PDF")],
)
def test_the_bytes_of_an_interview(file_format: str, begin: bytes) -> None:
    assert render_interview(sample(), file_format).lower().startswith(begin.lower())


@pytest.mark.parametrize("file_format", ["md", "html", "json", "jsonld"])
def test_a_job_post_holds_its_title_and_nothing_that_a_terminal_obeys(file_format: str) -> None:
    content = render_job_post(POST, file_format).decode("utf-8")
    assert "Cook" in content
    assert "\x9b" not in content


def test_as_json_it_is_the_session() -> None:
    interview = sample()
    assert Interview.model_validate_json(render_interview(interview, "json")) == interview
    assert json.loads(render_job_post(POST, "jsonld"))["@type"] == "JobPosting"
