"""REST endpoints over several sessions and around the real interview."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query
from fastapi.responses import Response

from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.render.blocks import Report
from interview_cli.render.calendar import render_calendar
from interview_cli.render.comparison import build_comparison_report
from interview_cli.render.comparison_payload import build_comparison_payload
from interview_cli.render.debrief import build_debrief_payload
from interview_cli.render.export import render_report
from interview_cli.render.practice_plan import build_plan_payload
from interview_cli.render.stories import build_story_payload, build_story_report
from interview_cli.setting_values import Paper
from interview_cli.vocabulary import Outcome
from interview_cli.web.documents import describe
from interview_cli.web.downloads import answer_file
from interview_cli.web.forms import (
    CoachName,
    Documents,
    ForkedRun,
    RunningTurns,
    choose_coach,
    require_id,
)
from interview_cli.web.interview_turns import start_feedback
from interview_cli.web.interviews_api import Id
from interview_cli.web.transcript_form import TranscriptForm
from interview_cli.workflow.compare import load_comparison
from interview_cli.workflow.debrief import (
    DebriefInput,
    parse_asked,
    parse_went,
    store_debrief,
)
from interview_cli.workflow.practice_plan import (
    choose_due,
    parse_interview_date,
    require_plan,
    store_plan,
)
from interview_cli.workflow.stories import load_stories

router = APIRouter(prefix="/api", tags=["progress"])
Reply = dict[str, Any]
Sessions = Annotated[
    list[str] | None, Query(alias="session", description="Whole ids; all if none is given.")
]
ReportPaper = Annotated[Paper | None, Query()]
ReportFormat = Annotated[Literal["pdf", "html", "md"], Query(alias="format")]
GivenQuestions = Annotated[
    str | None, Form(description="What was asked, one question a line; absent: as it was.")
]
GivenText = Annotated[str | None, Form(description="How it went; absent: as it was.")]
GivenOutcome = Annotated[
    Outcome | Literal[""], Form(description="How it ended; absent or empty: as it was.")
]


def require_ids(sessions: list[str] | None) -> list[str]:
    """Return whole session ids. Raises SessionMissing."""
    return [require_id(session) for session in sessions or []]


@router.get("/compare", responses=describe(dict))
def compare(run: ForkedRun, sessions: Sessions = None) -> Reply:
    """Set sessions side by side, as `compare` does."""
    comparison, damaged = load_comparison(run.store, require_ids(sessions))
    return build_comparison_payload(comparison) | {"damaged": damaged}


@router.get("/compare/export", response_class=Response)
def export_comparison(
    run: ForkedRun,
    sessions: Sessions = None,
    file_format: ReportFormat = "pdf",
    paper: ReportPaper = None,
) -> Response:
    """Return the comparison as a file, as `compare --export` writes it."""
    comparison, _ = load_comparison(run.store, require_ids(sessions))
    return _answer_report(run, build_comparison_report(comparison), file_format, paper)


@router.get("/stories", responses=describe(dict))
def list_stories(run: ForkedRun, sessions: Sessions = None) -> Reply:
    """Collect the answers that told a case, as `stories` does."""
    bank, damaged = load_stories(run.store, require_ids(sessions))
    return build_story_payload(bank) | {"damaged": damaged}


@router.get("/stories/export", response_class=Response)
def export_stories(
    run: ForkedRun,
    sessions: Sessions = None,
    file_format: ReportFormat = "pdf",
    paper: ReportPaper = None,
) -> Response:
    """Return the stories as a file, as `stories --export` writes it."""
    bank, _ = load_stories(run.store, require_ids(sessions))
    return _answer_report(run, build_story_report(bank), file_format, paper)


def _answer_report(run: Run, report: Report, file_format: str, paper: Paper | None) -> Response:
    content = render_report(report, file_format, paper or run.settings.paper)
    return answer_file(content, report.kind, file_format)


@router.get("/interviews/{id}/plan", responses=describe(dict))
def show_plan(run: ForkedRun, session_id: Id) -> Reply:
    """Return the practice plan, as `plan` prints it."""
    interview = require_plan(run.store.load(require_id(session_id), Interview))
    due = choose_due(interview, run.store.summaries().summaries, run.today())
    return build_plan_payload(interview, due)


@router.put("/interviews/{id}/plan", responses=describe(dict))
def plan(
    run: ForkedRun,
    session_id: Id,
    date: Annotated[str, Form(description="The day of the interview, as in 2026-12-10.")],
) -> Reply:
    """Plan the practice until the day of the interview, as `plan --date` does."""
    today, summaries = run.today(), run.store.summaries().summaries
    day = parse_interview_date(date, today)
    interview = store_plan(run.store, require_id(session_id), day, today, run.now())
    return build_plan_payload(interview, choose_due(interview, summaries, today))


@router.get("/interviews/{id}/plan/calendar", response_class=Response)
def export_calendar(run: ForkedRun, session_id: Id) -> Response:
    """Return the practice plan for a calendar, as `plan --ics` writes it."""
    interview = require_plan(run.store.load(require_id(session_id), Interview))
    return answer_file(render_calendar(interview), interview.name, "ics")


@router.get("/interviews/{id}/debrief", responses=describe(dict))
def show_debrief(run: ForkedRun, session_id: Id) -> Reply:
    """Return what was noted of the real interview, as `debrief` prints it."""
    return build_debrief_payload(run.store.load(require_id(session_id), Interview))


@router.put("/interviews/{id}/debrief", responses=describe(dict))
def note_debrief(
    run: ForkedRun,
    session_id: Id,
    questions: GivenQuestions = None,
    went: GivenText = None,
    outcome: GivenOutcome = "",
) -> Reply:
    """Note the real interview, as `debrief --replace` does."""
    given = read_debrief(questions, went, outcome)
    interview = store_debrief(run.store, require_id(session_id), given, run.now())
    return build_debrief_payload(interview)


def read_debrief(
    questions: str | None, went: str | None, outcome: Outcome | Literal[""]
) -> DebriefInput:
    """Return what a form notes, in place of what it showed. Raises InvalidInput."""
    return DebriefInput(
        questions=parse_asked(questions) if questions and questions.strip() else None,
        went=None if went is None else parse_went(went),
        outcome=outcome or None,
        replaces=True,
    )


@router.post("/import", responses=describe(dict))
async def import_transcript(
    run: ForkedRun,
    turns: RunningTurns,
    form: TranscriptForm,
    documents: Documents,
    coach: CoachName = "",
) -> Reply:
    """Review an interview that was held elsewhere, as `import` does."""
    marker = choose_coach(run, coach)
    interview, held = await form.store(run, documents)
    turn = start_feedback(run, turns, interview.session_id, marker)
    _, given = await turn.wait()
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "questions": len(held.exchanges),
        "left_out": list(held.left_out),
        "feedback": given.model_dump(mode="json"),
    }
