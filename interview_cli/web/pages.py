"""Pages that belong to no stage: the list, a new session, keeping, deleting, the endpoints."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from interview_cli.context import Run
from interview_cli.errors import NotFound
from interview_cli.limits import DEFAULT_QUESTIONS, MAX_QUESTIONS
from interview_cli.models import Interview
from interview_cli.render.html import read_stylesheet
from interview_cli.store.accounts import derive_cookie
from interview_cli.store.base import Listing
from interview_cli.store.ids import is_id, require_own
from interview_cli.store.summary import PostSummary
from interview_cli.web.failures import Refused
from interview_cli.web.forms import (
    Documents,
    ForkedRun,
    NewInterviewForm,
    PageNumber,
    Switch,
    Text,
    require_id,
)
from interview_cli.web.rendering import describe_rows
from interview_cli.web.security import COOKIE, START_PATH, Access, find_user, find_visitor
from interview_cli.workflow.sessions import keep_session, remove_session
from interview_cli.workflow.sharing import list_readers, share_session, stop_sharing
from interview_cli.workflow.stage import derive_stage

router = APIRouter(include_in_schema=False)
ROWS = 50
"""Sessions on one page of a list."""
Id = Annotated[str, Path(alias="id")]
_STAGE_PAGES = {
    "created": "upload",
    "documents_uploaded": "interview",
    "in_progress": "interview",
    "completed": "feedback",
    "feedback_generated": "feedback",
}
"""The page of each stage."""


def show(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """Return a page."""
    response: Response = request.app.state.templates.TemplateResponse(
        request, template, context, status
    )
    return response


def lead_to(path: str) -> Response:
    """Return an answer that makes the browser get another page."""
    return RedirectResponse(path, 303)


@router.get("/")
def show_sessions(
    request: Request,
    run: ForkedRun,
    page: PageNumber = 1,
    source: Annotated[str, Query(alias="from")] = "",
) -> Response:
    """List all sessions, with a form for a new interview."""
    listing = run.store.summaries(ROWS, (page - 1) * ROWS)
    # Only a user of a database can have any, and asking costs time.
    shared = run.store.shared(ROWS) if find_user(request) and page == 1 else Listing([], 0, [])
    describe = partial(describe_rows, now=run.now(), hides_scores=run.settings.is_calm)
    return show(
        request,
        "sessions.html",
        rows=describe(listing.summaries),
        shared=describe(shared.summaries),
        shared_total=shared.total,
        damaged=listing.damaged + shared.damaged,
        total=listing.total,
        page=page,
        pages=max(1, -(-listing.total // ROWS)),
        source=_load_source(run, source),
        default_questions=DEFAULT_QUESTIONS,
        max_questions=MAX_QUESTIONS,
        default_ttl=run.settings.ttl,
    )


@router.get("/shared")
def show_shared(request: Request, run: ForkedRun, page: PageNumber = 1) -> Response:
    """List the sessions that other users share with this one."""
    listing = run.store.shared(ROWS, (page - 1) * ROWS)
    return show(
        request,
        "shared.html",
        rows=describe_rows(listing.summaries, run.now(), hides_scores=run.settings.is_calm),
        damaged=listing.damaged,
        total=listing.total,
        page=page,
        pages=max(1, -(-listing.total // ROWS)),
    )


def _load_source(run: Run, session_id: str) -> Interview | None:
    """Return the interview whose documents are to be used again, if there is one."""
    if not is_id(session_id):
        return None
    try:
        source = run.store.load(session_id, Interview)
    except NotFound:
        return None
    require_own(run.store, session_id)
    return source


@router.post("/session/create")
def create_session(run: ForkedRun, form: NewInterviewForm, documents: Documents) -> Response:
    """Create an interview, and lead to its documents."""
    interview = form.open(run, documents.read())
    return lead_to(f"/session/{interview.session_id}/upload")


@router.get("/session/{id}")
def show_session(run: ForkedRun, session_id: Id) -> Response:
    """Lead to the page of the stage that a session is at."""
    return lead_to(find_page(run, session_id))


def find_page(run: Run, session_id: str) -> str:
    """Return the page of the stage that a session is at. Raises NotFound."""
    summary = run.store.summary(require_id(session_id))
    if isinstance(summary, PostSummary):
        return f"/job-post/{session_id}"
    return f"/session/{session_id}/{_STAGE_PAGES[derive_stage(summary)]}"


@router.post("/session/{id}/keep")
def keep(run: ForkedRun, session_id: Id, undo: Switch = False, back: Text = "") -> Response:
    """Exempt a session from expiry, or undo that."""
    keep_session(run.store, require_id(session_id), run.now(), undo=undo)
    return lead_to("/" if back == "list" else find_page(run, session_id))


@router.get("/session/{id}/delete")
def ask_to_delete(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Ask before a session is deleted."""
    summary = run.store.summary(require_id(session_id))
    require_own(run.store, session_id)
    (row,) = describe_rows([summary], run.now(), hides_scores=True)
    return show(request, "delete.html", row=row)


@router.post("/session/{id}/delete")
def delete(run: ForkedRun, session_id: Id) -> Response:
    """Delete a session with all its data."""
    is_post = isinstance(run.store.summary(require_id(session_id)), PostSummary)
    remove_session(run.store, run.drafts, session_id)
    return lead_to("/job-posts" if is_post else "/")


@router.get("/session/{id}/share")
def show_readers(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Show who may read a session, with a form for another user."""
    summary = run.store.summary(require_id(session_id))
    readers = list_readers(run.store, run.open_shares(), session_id)
    (row,) = describe_rows([summary], run.now(), hides_scores=True)
    return show(request, "share.html", row=row, readers=readers)


@router.post("/session/{id}/share")
def share(run: ForkedRun, session_id: Id, name: Text = "", stop: Switch = False) -> Response:
    """Let another user read a session, or end that."""
    run.store.summary(require_id(session_id))
    if stop:
        stop_sharing(run.store, run.open_shares(), session_id, name)
    else:
        share_session(run.store, run.open_shares(), session_id, run.owner, name)
    return lead_to(f"/session/{session_id}/share")


@router.get("/docs")
def show_endpoints(request: Request) -> Response:
    """List the REST endpoints, from the OpenAPI document."""
    return show(request, "docs.html", operations=_list_operations(request.app.openapi()))


def _list_operations(schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    schemas = schema["components"]["schemas"]
    return [
        {
            "method": method.upper(),
            "path": path,
            "group": operation["tags"][0],
            "summary": operation["description"],
            "fields": [*operation.get("parameters", []), *_list_fields(operation, schemas)],
        }
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def _list_fields(operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of an operation's form in the way of its other parameters."""
    content = operation.get("requestBody", {}).get("content", {})
    for kind, body in content.items():
        name = (
            body["schema"].get("$ref", "").rpartition("/")[2]
            or (body["schema"].get("allOf", [{}])[0].get("$ref", "").rpartition("/")[2])
        )
        place = "file or field" if kind.startswith("multipart") else "field"
        fields = schemas.get(name, {}).get("properties", {})
        return [
            {
                "name": field,
                "in": place,
                "description": described.get("description", ""),
            }
            for field, described in fields.items()
        ]
    return []


@cache
def _read_report_style() -> str:
    return read_stylesheet("page")


@router.get("/static/page.css")
async def show_style() -> Response:
    """Return the style sheet of reports, which the pages share."""
    return Response(_read_report_style(), media_type="text/css")


@router.get(START_PATH)
def start(request: Request, token: str = "") -> Response:
    """Let a browser in that has the token; its address is left at once."""
    access = _find_access(request)
    if not token and access.needs_token:
        return show(request, "token.html", message=access.need)
    if (other := _find_other_user(request, token)) is not None:
        message = (
            f"this browser is signed in as {other}; to sign in as another user, type the token."
        )
        return show(request, "token.html", message=message)
    return _let_in(request, token)


def _find_other_user(request: Request, token: str) -> str | None:
    """Return the user who is signed in, if the token is another's.

    Else a link that somebody sends would let a user type their CV into the session of another.
    """
    access = _find_access(request)
    present = find_visitor(request.headers, access) if access.users else None
    if present is None or access.admit_token(token) in (None, present):
        return None
    return present.user


@router.post(START_PATH)
def give_token(request: Request, token: Text = "") -> Response:
    """Let a browser in whose user has typed the token."""
    return _let_in(request, token)


def _find_access(request: Request) -> Access:
    access: Access = request.app.state.access
    return access


def _let_in(request: Request, token: str) -> Response:
    access = _find_access(request)
    response = lead_to("/")
    if not access.needs_token:
        return response
    if access.admit_token(token) is None:
        whose = "a user" if access.users else "this server"
        raise Refused(401, f"this is not the token of {whose}.")
    is_secure = request.url.scheme == "https"
    cookie = derive_cookie(token)
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=is_secure)
    return response


@router.post("/sign-out")
def sign_out() -> Response:
    """Let the browser forget its token."""
    response = lead_to(START_PATH)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response
