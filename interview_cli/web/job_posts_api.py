"""REST endpoints of job posts."""

from contextlib import suppress
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Path

from interview_cli.context import Run
from interview_cli.errors import NotFound, UsageError
from interview_cli.post_models import JobPost
from interview_cli.render.job_post import build_post_details_payload, build_post_payload
from interview_cli.web.documents import (
    DeletedPostDocument,
    PostDetailsDocument,
    PostDocument,
    describe,
)
from interview_cli.web.forms import (
    CoachName,
    ForkedRun,
    OptionalText,
    RunningTurns,
    Text,
    choose_coach,
    collect_in_passing,
    require_id,
)
from interview_cli.web.turns import Turn, Turns
from interview_cli.workflow import job_post, sessions
from interview_cli.workflow.session_turn import require_not_expired

router = APIRouter(tags=["job posts"])
Id = Annotated[str, Path(alias="session_id", description="The whole id of a job post.")]
Reply = dict[str, Any]


@router.post("/create-job-post", responses=describe(PostDocument))
async def create_job_post(
    run: ForkedRun,
    turns: RunningTurns,
    message: Text = "",
    company_id: OptionalText = None,
    company_name: OptionalText = None,
    session_id: OptionalText = None,
    coach: CoachName = "",
) -> Reply:
    """Open a job post, or go on with the one of `session_id`; a message is the first turn."""
    cleaned = job_post.clean_message(message) if message.strip() else None
    post = await to_thread.run_sync(_find_or_open, run, session_id, company_name, company_id)
    if cleaned is None:
        return build_post_payload(post)
    marker = choose_coach(run, coach)
    return build_post_payload(
        await start_message(run, turns, post.session_id, cleaned, marker).wait()
    )


def _find_or_open(
    run: Run, session_id: str | None, company_name: str | None, company_id: str | None
) -> JobPost:
    found = find_live_post(run, session_id) if session_id else None
    return found or open_post(run, company_name, company_id)


def find_live_post(run: Run, session_id: str) -> JobPost | None:
    """Return a job post that can go on, or None."""
    with suppress(NotFound):
        post = run.store.load(require_id(session_id), JobPost)
        require_not_expired(post, run.now())
        return post
    return None


def open_post(run: Run, company_name: str | None, company_id: str | None) -> JobPost:
    """Create a job post. Raises UsageError without a company, InvalidInput."""
    if company_name is None:
        raise UsageError("company_name is missing.", "give the name of the company")
    outline = job_post.NewPost(company_name, company_id, run.settings.ttl)
    post = job_post.open_post(run.store, outline, run.now())
    collect_in_passing(run)
    return post


def start_message(run: Run, turns: Turns, session_id: str, message: str, marker: str) -> Turn:
    """Begin a turn of a job post; its result is the post."""
    return turns.start(
        session_id,
        f"say {marker} {message}",
        lambda listener: job_post.say(run.store, run.coach, session_id, message, run.now, listener),
    )


@router.post("/job-post-chat", responses=describe(PostDocument))
async def say(
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Text = "",
    message: Text = "",
    coach: CoachName = "",
) -> Reply:
    """Take one turn, as `job-post say` does."""
    cleaned = job_post.clean_message(message)
    marker = choose_coach(run, coach)
    turn = start_message(run, turns, require_id(session_id), cleaned, marker)
    return build_post_payload(await turn.wait())


@router.get("/job-post-session/{session_id}", responses=describe(PostDetailsDocument))
def show_job_post(run: ForkedRun, session_id: Id) -> Reply:
    """Return a job post with its conversation, as `job-post show` does."""
    return build_post_details_payload(run.store.load(require_id(session_id), JobPost))


@router.delete("/job-post-session/{session_id}", responses=describe(DeletedPostDocument))
def delete_job_post(run: ForkedRun, session_id: Id) -> Reply:
    """Delete a job post with all its data, as `job-post rm` does."""
    run.store.load(require_id(session_id), JobPost)
    sessions.remove_session(run.store, run.drafts, session_id)
    return {"status": "success", "session_id": session_id}
