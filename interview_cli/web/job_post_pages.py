"""The pages of job posts: the list, and the conversation with the post growing beside it."""

from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from interview_cli.job_posts.advert import build_ad, name_missing
from interview_cli.job_posts.quality import find_weaknesses
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.post_models import EmployerMessage, JobPost
from interview_cli.render.export import PostFormat, render_job_post
from interview_cli.render.table import describe_expiry
from interview_cli.store.expiry import is_expired
from interview_cli.store.summary import summarize
from interview_cli.web.downloads import answer_file
from interview_cli.web.forms import (
    CoachName,
    ForkedRun,
    OptionalText,
    PageNumber,
    RunningTurns,
    Switch,
    Text,
    choose_coach,
    require_id,
)
from interview_cli.web.job_posts_api import open_post, start_message
from interview_cli.web.pages import ROWS, Id, lead_to, show
from interview_cli.web.rendering import describe_rows
from interview_cli.web.streams import answer_turn
from interview_cli.workflow.job_post import clean_message

router = APIRouter(include_in_schema=False)
_KIND = "job_post"


@router.get("/job-posts")
def show_posts(request: Request, run: ForkedRun, page: PageNumber = 1) -> Response:
    """List the job posts, with a form for a new one."""
    listing = run.store.summaries(ROWS, (page - 1) * ROWS, kind=_KIND)
    return show(
        request,
        "job_posts.html",
        rows=describe_rows(listing.summaries, run.now(), hides_scores=True),
        damaged=[],
        total=listing.total,
        page=page,
        pages=max(1, -(-listing.total // ROWS)),
    )


@router.post("/job-post/create")
async def create(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    company_name: Text = "",
    company_id: OptionalText = None,
    message: Text = "",
    coach: CoachName = "",
) -> Response:
    """Open a job post; a message is the first turn."""
    cleaned = clean_message(message) if message.strip() else None
    post = await to_thread.run_sync(open_post, run, company_name, company_id or None)
    path = f"/job-post/{post.session_id}"
    if cleaned is None:
        return lead_to(path)
    turn = start_message(run, turns, post.session_id, cleaned, choose_coach(run, coach))
    return await answer_turn(request, turn, path)


@router.get("/job-post/{id}")
def show_post(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Show the conversation, and the post as it is so far."""
    post = run.store.load(require_id(session_id), JobPost)
    number = find_message_number(post)
    unanswered = _find_unanswered(post)
    return show(
        request,
        "job_post.html",
        post=post,
        id=session_id,
        ad=build_ad(post.job_data, post.company_name),
        missing=name_missing(post.job_data, post.skipped),
        weaknesses=find_weaknesses(post) if post.job_data.title else [],
        number=number,
        draft=unanswered or run.drafts.load(session_id, number),
        is_unanswered=bool(unanswered),
        expiry=describe_expiry(summarize(post), run.now()),
        is_expired=is_expired(post, run.now()),
        has_model=run.has_model_coach,
        shared_by=run.store.shared_by(session_id),
        max_chars=MAX_ANSWER_CHARS,
    )


def find_message_number(post: JobPost) -> int:
    """Return the number of the next message, or of the last one if it got no reply."""
    return len(post.employer_messages) + (not _find_unanswered(post))


def _find_unanswered(post: JobPost) -> str:
    """Return the last message if the coach failed on it, else an empty text."""
    last = post.messages[-1] if post.messages else None
    return last.content if isinstance(last, EmployerMessage) else ""


@router.post("/job-post/{id}/say")
async def say(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    message: Text = "",
    number: Text = "",
    coach: CoachName = "",
) -> Response:
    """Take one turn."""
    cleaned, path = clean_message(message), f"/job-post/{session_id}"
    post = await to_thread.run_sync(run.store.load, require_id(session_id), JobPost)
    if _is_said(post, number, cleaned):
        return lead_to(path)
    marker = choose_coach(run, coach)
    turn = start_message(run, turns, session_id, cleaned, marker)
    return await answer_turn(request, turn, path)


def _is_said(post: JobPost, number: str, message: str) -> bool:
    """Whether a form was sent twice: its message has this number, and has its reply."""
    messages = post.employer_messages
    is_past = number.isdecimal() and 1 <= int(number[:6]) < find_message_number(post)
    return is_past and messages[int(number) - 1].content == message


@router.post("/job-post/{id}/draft")
def save_draft(
    run: ForkedRun, session_id: Id, number: Text = "", message: Text = "", quiet: Switch = False
) -> Response:
    """Keep what is typed, for the page and the terminal."""
    post = run.store.load(require_id(session_id), JobPost)
    is_next = number == str(find_message_number(post))
    if is_next and len(message) <= MAX_ANSWER_CHARS and message.strip() != _find_unanswered(post):
        run.drafts.save(session_id, number, message.replace("\r\n", "\n"))
    return Response(status_code=204) if quiet else lead_to(f"/job-post/{session_id}")


@router.get("/job-post/{id}/export")
def export(
    run: ForkedRun,
    session_id: Id,
    file_format: Annotated[PostFormat, Query(alias="format")] = "pdf",
) -> Response:
    """Return the post as a file."""
    post = run.store.load(require_id(session_id), JobPost)
    content = render_job_post(post, file_format, run.settings.paper)
    return answer_file(content, post.name, file_format)
