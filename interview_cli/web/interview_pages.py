"""The pages of an interview's stages: interview and feedback; and their forms."""

from typing import Annotated, Any, Literal

from anyio import to_thread
from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import Response

from interview_cli.answers.criteria import ANCHORS, WEIGHTS
from interview_cli.answers.hints import load_guide
from interview_cli.context import Run
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.models import Interview, SelfRatings
from interview_cli.render.explain import explain_scores
from interview_cli.render.export import Format, render_interview
from interview_cli.render.report import build_report
from interview_cli.render.sitting import describe_number, list_study_rows
from interview_cli.render.table import describe_expiry
from interview_cli.setting_values import Paper
from interview_cli.store.expiry import is_expired
from interview_cli.store.summary import summarize
from interview_cli.stored import Rating
from interview_cli.web.downloads import answer_file
from interview_cli.web.forms import (
    CoachName,
    ForkedRun,
    Number,
    RunningTurns,
    Switch,
    Text,
    choose_coach,
    require_id,
)
from interview_cli.web.interview_turns import (
    keep_refused,
    read_answer,
    start_answer,
    start_feedback,
    start_question,
    start_study,
)
from interview_cli.web.pages import Id, lead_to, show
from interview_cli.web.streams import answer_turn
from interview_cli.workflow.answers import AnswerInput, redo_answer
from interview_cli.workflow.self_ratings import can_rate_interview, rate_interview
from interview_cli.workflow.sitting import SittingStep, choose_step
from interview_cli.workflow.stage import derive_stage

router = APIRouter(prefix="/session/{id}", include_in_schema=False)
IsStudy = Annotated[bool, Query(alias="study")]
Reason = Annotated[Literal["documents", "answers", ""], Query()]
REASONS = {
    "documents": "The interview needs both documents first.",
    "answers": "The feedback comes after the last answer.",
    "": "",
}
"""Why a page was shown in place of another."""


def load(run: Run, session_id: str) -> Interview:
    """Return an interview. Raises NotFound."""
    return run.store.load(require_id(session_id), Interview)


def describe_session(run: Run, interview: Interview, **context: Any) -> dict[str, Any]:
    """Return what every page of an interview shows."""
    summary, now = summarize(interview), run.now()
    return {
        "interview": interview,
        "id": interview.session_id,
        "stage": derive_stage(interview),
        "expiry": describe_expiry(summary, now),
        "is_expired": is_expired(interview, now),
        "has_model": run.has_model_coach,
        "shared_by": run.store.shared_by(interview.session_id),
        **context,
    }


@router.get("/interview")
def show_interview(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    is_study: IsStudy = False,
    reason: Reason = "",
) -> Response:
    """Show the open question with its answer box, and the conversation so far."""
    interview = load(run, session_id)
    step = choose_step(interview, is_study=is_study)
    if step is SittingStep.UPLOAD:
        return lead_to(f"/session/{session_id}/upload?reason=documents")
    number = interview.question_count
    question = interview.open_question
    drafts = {
        part: run.drafts.load(session_id, part) for part in range(1, interview.question_count + 1)
    }
    return show(
        request,
        "interview.html",
        step=step.value,
        is_study=is_study,
        is_running=turns.is_asking(session_id),
        message=REASONS[reason],
        number=number if question else interview.answered_count + 1,
        question=question,
        asked_by=describe_number(interview, number, uses_model=run.has_model_coach)
        if question
        else "",
        guide=load_guide(question.kind) if question else None,
        drafts=drafts,
        max_chars=MAX_ANSWER_CHARS,
        hides_scores=run.settings.is_calm,
        list_study_rows=list_study_rows,
        **describe_session(run, interview),
    )


@router.post("/question")
async def ask(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    coach: CoachName = "",
    study: Switch = False,
) -> Response:
    """Ask the next question."""
    marker = choose_coach(run, coach)
    turn = start_question(run, turns, require_id(session_id), marker)
    return await answer_turn(request, turn, _find_interview(session_id, study))


def _find_interview(session_id: str, is_study: bool) -> str:
    return f"/session/{session_id}/interview{'?study=true' if is_study else ''}"


@router.post("/answer")
async def answer(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    number: Number,
    answer: Text = "",
    skipped: Switch = False,
    coach: CoachName = "",
    study: Switch = False,
) -> Response:
    """Save the answer to a question; then ask the next one, or in study mode rate this one."""
    given = read_answer(answer, skipped=skipped)
    marker = choose_coach(run, coach)
    turn = start_answer(
        run, turns, require_id(session_id), number, given, marker, asks=True, is_study=study
    )
    return await answer_turn(request, turn, _find_next_page(session_id, study))


def _find_next_page(session_id: str, is_study: bool) -> Any:
    def find(interview: Interview) -> str:
        if interview.is_complete and not is_study:
            return f"/session/{session_id}/feedback"
        return _find_interview(session_id, is_study)

    return find


@router.post("/draft")
def save_draft(
    run: ForkedRun,
    session_id: Id,
    number: Number,
    answer: Text = "",
    study: Switch = False,
    quiet: Switch = False,
) -> Response:
    """Keep what is typed; the terminal continues with it, and so does the page."""
    interview = load(run, session_id)
    is_asked = number <= interview.question_count and not interview.feedback
    if is_asked and len(answer) <= MAX_ANSWER_CHARS:
        answers = interview.answers
        is_sent = number <= len(answers) and answers[number - 1].content == answer.strip()
        run.drafts.save(session_id, number, "" if is_sent else answer.replace("\r\n", "\n"))
    return Response(status_code=204) if quiet else lead_to(_find_interview(session_id, study))


@router.post("/redo")
def redo(
    run: ForkedRun, session_id: Id, number: Number, answer: Text = "", study: Switch = False
) -> Response:
    """Answer a question again; the earlier attempt is kept."""
    given = read_answer(answer, skipped=False)
    try:
        redo_answer(run.store, require_id(session_id), number, given, run.now(), run.drafts)
    except Exception:
        keep_refused(run, session_id, number, AnswerInput(given.text))
        raise
    return lead_to(f"{_find_interview(session_id, study)}#answer-{number}")


@router.post("/study")
async def study(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    number: Number,
    coach: CoachName = "",
) -> Response:
    """Rate one answer, for study."""
    turn = start_study(run, turns, require_id(session_id), number, choose_coach(run, coach))
    return await answer_turn(request, turn, _find_interview(session_id, True))


@router.get("/feedback")
def show_feedback(
    request: Request, run: ForkedRun, session_id: Id, scores: bool = False
) -> Response:
    """Show the feedback, or offer it after the last answer."""
    interview = load(run, session_id)
    given = interview.feedback
    if not given and not interview.is_complete:
        return lead_to(f"/session/{session_id}/interview?reason=answers")
    hides_scores = run.settings.is_calm and not scores
    kinds = [question.kind for question in interview.questions]
    return show(
        request,
        "feedback.html",
        report=build_report(interview, hides_scores=hides_scores) if given else None,
        explanation=explain_scores(given, kinds) if given else "",
        hides_scores=hides_scores,
        can_rate=can_rate_interview(interview),
        anchors={name: ANCHORS[name] for name in WEIGHTS},
        **describe_session(run, interview),
    )


OwnRating = Annotated[Rating | Literal[""], Form()]


def read_self_ratings(
    relevance: OwnRating = "",
    specificity: OwnRating = "",
    structure: OwnRating = "",
    ownership: OwnRating = "",
    impact: OwnRating = "",
) -> SelfRatings | None:
    """Return how the user rates the answers, or None if no rating is given."""
    given = {
        "relevance": relevance,
        "specificity": specificity,
        "structure": structure,
        "ownership": ownership,
        "impact": impact,
    }
    rated = {name: rating for name, rating in given.items() if rating != ""}
    return SelfRatings.model_validate(rated) if rated else None


@router.post("/feedback")
async def give_feedback(
    request: Request,
    run: ForkedRun,
    turns: RunningTurns,
    session_id: Id,
    own: Annotated[SelfRatings | None, Depends(read_self_ratings)],
    again: Switch = False,
    coach: CoachName = "",
) -> Response:
    """Keep the user's own ratings, then make the feedback."""
    marker = choose_coach(run, coach)
    if own:
        await to_thread.run_sync(_keep_self_ratings, run, session_id, own)
    turn = start_feedback(run, turns, require_id(session_id), marker, again=again)
    return await answer_turn(request, turn, f"/session/{session_id}/feedback")


def _keep_self_ratings(run: Run, session_id: str, own: SelfRatings) -> None:
    if can_rate_interview(load(run, session_id)):
        rate_interview(run.store, session_id, own, run.now())


@router.get("/export")
def export(
    run: ForkedRun,
    session_id: Id,
    file_format: Annotated[Format, Query(alias="format")] = "pdf",
    paper: Annotated[Paper | None, Query()] = None,
) -> Response:
    """Return the report as a file."""
    interview = load(run, session_id)
    content = render_interview(interview, file_format, paper or run.settings.paper)
    return answer_file(content, interview.name, file_format)
