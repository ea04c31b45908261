"""REST endpoints of interviews: what the commands do, with the documents that they print."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Query
from fastapi.responses import Response

from interview_cli.context import Run
from interview_cli.limits import MAX_QUESTIONS, MAX_SAMPLES
from interview_cli.models import Interview
from interview_cli.render.export import Format, render_interview
from interview_cli.render.payload import (
    build_listing_payload,
    build_map_payload,
    build_request_payload,
    build_status_payload,
    build_turn_payload,
    build_upload_payload,
)
from interview_cli.setting_values import Paper
from interview_cli.store.ids import explain_wrong_kind
from interview_cli.store.summary import InterviewSummary, summarize
from interview_cli.web.documents import (
    FeedbackDocument,
    ListingDocument,
    SessionDocument,
    SharesDocument,
    StatusDocument,
    StudyDocument,
    TurnDocument,
    UploadDocument,
    describe,
)
from interview_cli.web.downloads import answer_file
from interview_cli.web.forms import (
    CoachName,
    Documents,
    ForkedRun,
    NewInterviewForm,
    OptionalNumber,
    RunningTurns,
    Switch,
    Text,
    choose_coach,
    require_id,
)
from interview_cli.web.interview_turns import (
    read_answer,
    start_answer,
    start_feedback,
    start_question,
    start_study,
)
from interview_cli.workflow import answers, sessions
from interview_cli.workflow.interview import preview_request
from interview_cli.workflow.sharing import list_readers, share_session, stop_sharing

router = APIRouter(prefix="/api/interviews", tags=["interviews"])
Id = Annotated[str, Path(alias="id", description="The whole id of an interview.")]
AnswerNumber = Annotated[int, Path(ge=1, le=MAX_QUESTIONS)]
Reply = dict[str, Any]
_MOST_LISTED = 1000


def load_summary(run: Run, session_id: str) -> InterviewSummary:
    """Return the summary of an interview. Raises NotFound."""
    summary = run.store.summary(require_id(session_id))
    if not isinstance(summary, InterviewSummary):
        raise explain_wrong_kind(summary.session_id, summary.kind)
    return summary


def _describe(run: Run, interview: Interview) -> Reply:
    return build_status_payload(summarize(interview), run.now())


@router.get("", responses=describe(ListingDocument))
def list_interviews(
    run: ForkedRun,
    limit: Annotated[int, Query(ge=1, le=_MOST_LISTED)] = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Reply:
    """List sessions, the newest first, as `status` does; and those that others share."""
    return build_listing_payload(
        run.store.summaries(limit, offset), run.now(), run.store.shared(limit, offset)
    )


@router.post("", responses=describe(StatusDocument))
def create_interview(run: ForkedRun, form: NewInterviewForm, documents: Documents) -> Reply:
    """Open an interview, as `new` does."""
    return _describe(run, form.open(run, documents.read()))


@router.get("/{id}", responses=describe(StatusDocument))
def show_status(run: ForkedRun, session_id: Id) -> Reply:
    """Say where an interview stands, as `status` does."""
    return build_status_payload(load_summary(run, session_id), run.now())


@router.delete("/{id}", responses=describe(StatusDocument))
def delete_interview(run: ForkedRun, session_id: Id) -> Reply:
    """Delete an interview with all its data, as `rm` does."""
    payload = build_status_payload(load_summary(run, session_id), run.now())
    sessions.remove_session(run.store, run.drafts, session_id)
    return payload


@router.get("/{id}/session", responses=describe(SessionDocument))
def show_session(run: ForkedRun, session_id: Id) -> Reply:
    """Return everything that is stored, as `show` does."""
    interview = run.store.load(require_id(session_id), Interview)
    return {"status": "ok", "session": interview.model_dump(mode="json", by_alias=True)}


@router.get("/{id}/map", responses=describe(dict))
def show_map(run: ForkedRun, session_id: Id) -> Reply:
    """Return the requirements and where they are shown, as `show --map` does."""
    return build_map_payload(run.store.load(require_id(session_id), Interview))


@router.put("/{id}/documents", responses=describe(UploadDocument))
def upload_documents(run: ForkedRun, session_id: Id, documents: Documents) -> Reply:
    """Store the CV, the job description or both, as `upload` does."""
    given = documents.read()
    interview, uploaded = given.store(run, require_id(session_id))
    payload = build_upload_payload(summarize(interview), run.now(), uploaded)
    notices = [finding.message for finding in given.findings]
    return payload | {"notices": notices}


@router.post("/{id}/question", responses=describe(TurnDocument))
async def ask_question(
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    coach: CoachName = "",
) -> Reply:
    """Return the open question, or ask the next one, as `ask` does."""
    turn = start_question(run, turns, require_id(session_id), choose_coach(run, coach))
    return build_turn_payload(await turn.wait())


@router.get("/{id}/request", responses=describe(dict))
def preview_question(run: ForkedRun, session_id: Id) -> Reply:
    """Return what `question` would send to a model, as `ask --dry-run` does. Sends nothing."""
    interview, request = preview_request(run.store, run.coach, require_id(session_id), run.now())
    return build_request_payload(interview, request)


@router.post("/{id}/answer", responses=describe(TurnDocument))
async def answer_question(
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    answer: Text = "",
    number: OptionalNumber = None,
    skipped: Switch = False,
    ask: Annotated[bool, Form(description="Whether to ask the next question.")] = True,
    coach: CoachName = "",
) -> Reply:
    """Answer the open question, then ask the next one, as `answer` does."""
    given = read_answer(answer, skipped=skipped)
    marker = choose_coach(run, coach)
    turn = start_answer(run, turns, require_id(session_id), number, given, marker, asks=ask)
    return build_turn_payload(await turn.wait())


@router.put("/{id}/answers/{number}", responses=describe(TurnDocument))
def redo_answer(run: ForkedRun, session_id: Id, number: AnswerNumber, answer: Text = "") -> Reply:
    """Answer a question again, as `redo` does."""
    given = answers.clean_answer(answer, hint="give it as answer")
    interview = answers.redo_answer(
        run.store, require_id(session_id), number, given, run.now(), run.drafts
    )
    return build_turn_payload(interview)


@router.post("/{id}/answers/{number}/study", responses=describe(StudyDocument))
async def study_answer(
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    number: AnswerNumber,
    coach: CoachName = "",
) -> Reply:
    """Rate one answer, as `practice --study` does; the ratings do not count for the score."""
    turn = start_study(run, turns, require_id(session_id), number, choose_coach(run, coach))
    interview: Interview = await turn.wait()
    study = interview.answers[number - 1].study
    rated = study.model_dump(mode="json") if study else None
    return {"status": "ok", "session_id": session_id, "number": number, "study": rated}


@router.post("/{id}/feedback", responses=describe(FeedbackDocument))
async def give_feedback(
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    samples: Annotated[int, Form(ge=1, le=MAX_SAMPLES)] = 1,
    again: Switch = False,
    coach: CoachName = "",
) -> Reply:
    """Return the feedback, which is made once unless it is wanted again, as `feedback` does."""
    marker = choose_coach(run, coach)
    turn = start_feedback(run, turns, require_id(session_id), marker, samples=samples, again=again)
    _, given = await turn.wait()
    stored = given.model_dump(mode="json")
    return {"status": "ok", "session_id": session_id, "feedback": stored}


@router.post("/{id}/keep", responses=describe(StatusDocument))
def keep_interview(run: ForkedRun, session_id: Id, undo: Switch = False) -> Reply:
    """Exempt an interview from expiry, or bring it back, as `keep` does."""
    load_summary(run, session_id)
    kept = sessions.keep_session(run.store, session_id, run.now(), undo=undo)
    return build_status_payload(summarize(kept), run.now())


@router.get("/{id}/shares", responses=describe(SharesDocument))
def show_shares(run: ForkedRun, session_id: Id) -> Reply:
    """Say which users may read an interview in a database, as `share` does."""
    load_summary(run, session_id)
    readers = list_readers(run.store, run.open_shares(), session_id)
    return {"status": "ok", "session_id": session_id, "shared_with": readers}


@router.put("/{id}/shares/{name}", responses=describe(SharesDocument))
def share_interview(run: ForkedRun, session_id: Id, name: str) -> Reply:
    """Let a user read an interview, as `share --with` does."""
    load_summary(run, session_id)
    share_session(run.store, run.open_shares(), session_id, run.owner, name)
    return show_shares(run, session_id)


@router.delete("/{id}/shares/{name}", responses=describe(SharesDocument))
def stop_share(run: ForkedRun, session_id: Id, name: str) -> Reply:
    """End that, as `share --with --stop` does."""
    load_summary(run, session_id)
    stop_sharing(run.store, run.open_shares(), session_id, name)
    return show_shares(run, session_id)


@router.get("/{id}/export", response_class=Response)
def export_interview(
    run: ForkedRun,
    session_id: Id,
    file_format: Annotated[Format, Query(alias="format")] = "pdf",
    paper: Annotated[Paper | None, Query()] = None,
) -> Response:
    """Return the report as a file, as `export` writes it."""
    interview = run.store.load(require_id(session_id), Interview)
    content = render_interview(interview, file_format, paper or run.settings.paper)
    return answer_file(content, interview.name, file_format)
