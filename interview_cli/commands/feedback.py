"""`interview feedback`: rate all answers."""

from typing import Annotated

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    find_run,
    resolve_session,
)
from interview_cli.console.output import (
    confirm,
    is_stdout_terminal,
    print_hint,
    print_json,
    print_note,
)
from interview_cli.console.paging import print_markdown, print_paged
from interview_cli.console.progress import choose_listener
from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.explain import explain_scores
from interview_cli.render.markdown import render_markdown
from interview_cli.render.report import build_report
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary
from interview_cli.workflow.feedback_turn import give_feedback


@declare_command
def feedback(
    ctx: typer.Context,
    session: SessionArgument = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the arithmetic of each score.")
    ] = False,
    scores: Annotated[
        bool, typer.Option("--scores", help="Show the scores, also with --calm.")
    ] = False,
    samples: Annotated[
        int,
        typer.Option(
            "--samples",
            metavar="K",
            help="Rate K times (1 to 9, odd; models only): medians and their spread.",
        ),
    ] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Make a new review; the present one is kept.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Make it without asking.")] = False,
) -> None:
    """Rate the answers once all questions are answered, or print the feedback."""
    run = find_run(ctx)
    chosen = resolve_session(run, session)
    has_feedback = _has_feedback(run, chosen)
    is_new = again and has_feedback and (yes or _confirm_again())
    listener = choose_listener(run)
    interview, given = give_feedback(
        run.store, run.coach, chosen, run.now, listener, samples=samples, again=is_new
    )
    if has_feedback and samples > 1 and not is_new:
        print_note(f"note: this is the stored feedback; to rate again: {_spell_again(chosen)}")
    if run.json:
        stored = given.model_dump(mode="json")
        print_json({"status": "ok", "session_id": interview.session_id, "feedback": stored})
        return
    if explain:
        print_paged(run, explain_scores(given, [each.kind for each in interview.questions]))
    else:
        _print_report(run, interview, shows_scores=scores)
    print_hint(f"next: {spell_command(NextStep(Action.EXPORT, interview.session_id))}")


def _has_feedback(run: Run, session_id: str) -> bool:
    summary = run.store.summary(session_id)
    return isinstance(summary, InterviewSummary) and summary.has_feedback


def _print_report(run: Run, interview: Interview, *, shows_scores: bool) -> None:
    hides_scores = run.settings.is_calm and is_stdout_terminal() and not shows_scores
    print_markdown(run, render_markdown(build_report(interview, hides_scores=hides_scores)))
    if hides_scores:
        identifier = short_id(interview.session_id)
        print_hint(f"to see the scores: interview feedback {identifier} --scores")


def _confirm_again() -> bool:
    return confirm(
        "Make a new review? The present one is kept, and the answers stay as they are.",
        refusal="feedback --again asks before it makes a new review",
        hint="add --yes to make it without asking",
    )


def _spell_again(session_id: str) -> str:
    return spell_command(NextStep(Action.REVIEW_AGAIN, session_id))
