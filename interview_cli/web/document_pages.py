"""The page of an interview's documents with its form, and the map of what the job asks for."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from interview_cli.context import Run
from interview_cli.documents.sections import find_headings
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.models import Interview
from interview_cli.render.report import build_map_report
from interview_cli.store.summary import PostSummary
from interview_cli.web.failures import describe_failure, find_status
from interview_cli.web.forms import Documents, ForkedRun, require_id
from interview_cli.web.interview_pages import REASONS, Reason, describe_session, load
from interview_cli.web.pages import Id, lead_to, show
from interview_cli.workflow.stage import find_missing_documents

router = APIRouter(prefix="/session/{id}", include_in_schema=False)
_MOST_POSTS = 20


@router.get("/upload")
def show_documents(
    request: Request, run: ForkedRun, session_id: Id, reason: Reason = ""
) -> Response:
    """Show what was read of the documents, and take others."""
    message = REASONS[reason]
    return _show_documents(request, run, load(run, session_id), message=message)


def _show_documents(
    request: Request, run: Run, interview: Interview, status: int = 200, **context: Any
) -> Response:
    shown = {"message": "", "failure": None, "findings": (), "pasted": {}} | context
    return show(
        request,
        "upload.html",
        status,
        missing=find_missing_documents(interview),
        find_headings=find_headings,
        posts=_list_posts(run),
        **describe_session(run, interview, **shown),
    )


def _list_posts(run: Run) -> list[PostSummary]:
    """Return the latest job posts, which can serve as the job description."""
    latest = run.store.summaries(_MOST_POSTS, kind="job_post").summaries
    return [summary for summary in latest if isinstance(summary, PostSummary)]


@router.post("/upload")
def upload(request: Request, run: ForkedRun, session_id: Id, documents: Documents) -> Response:
    """Store the documents and show what was read."""
    try:
        given = documents.read()
        interview, _ = given.store(run, require_id(session_id))
    except (InvalidInput, UsageError) as error:
        failure = describe_failure(request, error)
        status = find_status(error)
        shown = {"failure": failure, "pasted": documents.pasted}
        return _show_documents(request, run, load(run, session_id), status, **shown)
    if not given.findings:
        return lead_to(f"/session/{session_id}/upload")
    return _show_documents(request, run, interview, findings=given.findings)


@router.get("/map")
def show_map(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Show what the job asks for, and where the CV and the answers show it."""
    interview = load(run, session_id)
    report = build_map_report(interview)
    return show(request, "map.html", report=report, **describe_session(run, interview))
