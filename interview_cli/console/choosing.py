"""Choose the interview of a sitting: one that was begun, or a new one."""

from collections.abc import Sequence
from dataclasses import replace

from interview_cli.console.creation import InterviewOptions, open_interview
from interview_cli.console.options import resolve_own_session
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice, ask_line
from interview_cli.context import Run
from interview_cli.errors import Interrupted, InvalidInput, UsageError
from interview_cli.next_step import Action, NextStep
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary
from interview_cli.workflow.sessions import clean_name
from interview_cli.workflow.sitting import find_begun

_MAX_OFFERED = 5


def choose_interview(run: Run, session: str | None, options: InterviewOptions) -> str:
    """Return the id of the named session, of one that the user picks, or of a new one.

    Raises UsageError for a session together with options, Interrupted, and as `new` does.
    """
    is_new = options != InterviewOptions()
    if session is not None and is_new:
        raise UsageError(
            "the options of a new interview cannot be combined with a session.",
            "leave out the session to begin a new interview",
        )
    if session is not None or (run.settings.session and not is_new):
        return resolve_own_session(run, session)
    try:
        if not is_new and (chosen := _offer_begun(run)):
            return chosen
        options = _complete(run, options)
    except KeyboardInterrupt as stop:
        raise _explain_nothing_begun() from stop
    return open_interview(run, options).session_id


def _offer_begun(run: Run) -> str | None:
    """Return the begun interview that the user picks, or None for a new one."""
    begun = find_begun(run.store.summaries().summaries, run.now())[:_MAX_OFFERED]
    if not begun:
        return None
    print_note("Interviews already begun:\n" + "\n".join(_describe_begun(begun)))
    numbers = [str(number) for number in range(1, len(begun) + 1)]
    prompt = "Enter: go on with 1, a number: with that one, n: begin a new one."
    typed = ask_choice(run, prompt, ["", "n", *numbers], on_end="q")
    if typed == "q":
        raise _explain_nothing_begun()
    return None if typed == "n" else begun[int(typed or 1) - 1].session_id


def _describe_begun(begun: Sequence[InterviewSummary]) -> list[str]:
    return [
        f"{number}  {summary.job_title}, {summary.company_name}: "
        f"{summary.answered_count} of {summary.max_questions} answered, "
        f"last change {summary.last_updated:%Y-%m-%d %H:%M} UTC ({short_id(summary.session_id)})"
        for number, summary in enumerate(begun, start=1)
    ]


def _complete(run: Run, options: InterviewOptions) -> InterviewOptions:
    """Ask for the title and the company if nothing says them."""
    if options.source is None and options.job_post is None:
        title, company = options.title, options.company
        if title is None:
            title = _ask_name(run, "Job title:", "the title")
        if company is None:
            company = _ask_name(run, "Company:", "the company name")
        options = replace(options, title=title, company=company)
    return options


def _ask_name(run: Run, prompt: str, what: str) -> str:
    while (typed := ask_line(run, prompt)) is not None:
        try:
            return clean_name(typed, what)
        except InvalidInput as error:
            print_note(error.message)
    raise _explain_nothing_begun()


def _explain_nothing_begun() -> Interrupted:
    return Interrupted("interrupted; nothing was begun.", NextStep(Action.CREATE_INTERVIEW))
