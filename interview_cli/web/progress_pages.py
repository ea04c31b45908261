"""Pages over several sessions and around the real interview, and their forms."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from interview_cli.context import Run
from interview_cli.errors import Conflict, InvalidInput, SessionMissing, UsageError
from interview_cli.models import Interview
from interview_cli.render.blocks import Report
from interview_cli.render.comparison import build_comparison_report
from interview_cli.render.debrief import OUTCOMES, build_debrief_report
from interview_cli.render.practice_plan import build_plan_report
from interview_cli.render.stories import build_story_report
from interview_cli.web.failures import describe_failure, find_status
from interview_cli.web.forms import Documents, ForkedRun, Text
from interview_cli.web.interview_pages import describe_session, load
from interview_cli.web.pages import Id, lead_to, show
from interview_cli.web.progress_api import (
    GivenOutcome,
    GivenQuestions,
    GivenText,
    Sessions,
    read_debrief,
    require_ids,
)
from interview_cli.web.transcript_form import TranscriptForm
from interview_cli.workflow.compare import Comparison, load_comparison
from interview_cli.workflow.debrief import store_debrief
from interview_cli.workflow.practice_plan import choose_due, parse_interview_date, store_plan
from interview_cli.workflow.results import SessionResult
from interview_cli.workflow.stories import StoryBank, load_stories

router = APIRouter(include_in_schema=False)
Found = TypeVar("Found")


@router.get("/compare")
def show_comparison(request: Request, run: ForkedRun, sessions: Sessions = None) -> Response:
    """Show sessions side by side, with a chart."""
    load_found = partial(load_comparison, run.store)
    return _show_report(request, "compare", sessions, load_found, build_comparison_report, _rated)


def _rated(comparison: Comparison) -> Sequence[SessionResult]:
    return comparison.results


@router.get("/stories")
def show_stories(request: Request, run: ForkedRun, sessions: Sessions = None) -> Response:
    """Show the answers that told a case."""
    load_found = partial(load_stories, run.store)
    return _show_report(request, "stories", sessions, load_found, build_story_report, _told)


def _told(bank: StoryBank) -> Sequence[Interview]:
    return bank.interviews


def _show_report(
    request: Request,
    area: str,
    sessions: list[str] | None,
    load_found: Callable[[list[str]], tuple[Found, list[str]]],
    build_report: Callable[[Found], Report],
    list_sessions: Callable[[Found], Sequence[SessionResult] | Sequence[Interview]],
) -> Response:
    """Show a report over sessions, or what is missing for one where none was named.

    Where none was named, some of those in it can be chosen.
    """
    chosen = require_ids(sessions)
    context: dict[str, Any] = {"report": None, "damaged": [], "failure": None}
    context |= {"choices": (), "is_chosen": bool(chosen)}
    try:
        found, context["damaged"] = load_found(chosen)
        context["report"] = build_report(found)
        context["choices"] = () if chosen else list_sessions(found)
    except (Conflict, SessionMissing) as error:
        if chosen:
            raise
        context["failure"] = describe_failure(request, error)
    query = urlencode([("session", session) for session in chosen])
    context["query"] = f"&{query}" if query else ""
    return show(request, "overview.html", area=area, name=area.capitalize(), **context)


@router.get("/session/{id}/plan")
def show_plan(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Show the practice plan, with a form for the day of the interview."""
    return _show_plan(request, run, load(run, session_id))


def _show_plan(
    request: Request, run: Run, interview: Interview, status: int = 200, failure: Any = None
) -> Response:
    due = choose_due(interview, run.store.summaries().summaries, run.today())
    report = build_plan_report(interview, due) if interview.practice_plan else None
    context = {"report": report, "due": due, "today": run.today(), "failure": failure}
    return show(request, "plan.html", status, **describe_session(run, interview, **context))


@router.post("/session/{id}/plan")
def plan(request: Request, run: ForkedRun, session_id: Id, date: Text = "") -> Response:
    """Plan the practice until the day of the interview."""
    try:
        day = parse_interview_date(date, run.today())
    except InvalidInput as error:
        failure = describe_failure(request, error)
        return _show_plan(request, run, load(run, session_id), find_status(error), failure)
    store_plan(run.store, session_id, day, run.today(), run.now())
    return lead_to(f"/session/{session_id}/plan")


@router.get("/session/{id}/debrief")
def show_debrief(request: Request, run: ForkedRun, session_id: Id) -> Response:
    """Show what was noted of the real interview, with a form to note it."""
    return _show_debrief(request, run, load(run, session_id))


def _show_debrief(
    request: Request, run: Run, interview: Interview, status: int = 200, failure: Any = None
) -> Response:
    report = build_debrief_report(interview) if interview.debrief else None
    context = {"report": report, "outcomes": OUTCOMES, "failure": failure}
    return show(request, "debrief.html", status, **describe_session(run, interview, **context))


@router.post("/session/{id}/debrief")
def note_debrief(
    request: Request,
    run: ForkedRun,
    session_id: Id,
    questions: GivenQuestions = None,
    went: GivenText = None,
    outcome: GivenOutcome = "",
) -> Response:
    """Note the real interview."""
    try:
        given = read_debrief(questions, went, outcome)
    except InvalidInput as error:
        failure = describe_failure(request, error)
        return _show_debrief(request, run, load(run, session_id), find_status(error), failure)
    store_debrief(run.store, load(run, session_id).session_id, given, run.now())
    return lead_to(f"/session/{session_id}/debrief")


@router.get("/import")
def show_import(request: Request) -> Response:
    """Show the form of an interview that was held elsewhere."""
    return show(request, "import.html", failure=None, text="", form=None)


@router.post("/import")
async def import_transcript(
    request: Request,
    run: ForkedRun,
    form: TranscriptForm,
    documents: Documents,
) -> Response:
    """Store the interview, and lead to its feedback."""
    try:
        interview, _ = await form.store(run, documents)
    except (InvalidInput, UsageError) as error:
        failure = describe_failure(request, error)
        status = find_status(error)
        text = await form.find_text()
        return show(request, "import.html", status, failure=failure, text=text, form=form)
    return lead_to(f"/session/{interview.session_id}/feedback")
