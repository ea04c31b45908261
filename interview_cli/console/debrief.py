"""Ask a person about the real interview."""

from interview_cli.console.editing import Typing, edit
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice, ask_line
from interview_cli.context import Run
from interview_cli.errors import Interrupted
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.progress import Debrief
from interview_cli.render.debrief import OUTCOMES
from interview_cli.text import is_blank
from interview_cli.vocabulary import OUTCOMES as OUTCOME_NAMES
from interview_cli.vocabulary import Outcome
from interview_cli.workflow.debrief import DebriefInput, parse_asked, parse_went


def ask_debrief(run: Run, interview: Interview) -> DebriefInput:
    """Ask which questions were asked, how it went and how it ended.

    Raises InvalidInput for unusable questions, and Interrupted if nothing is given.
    """
    session = interview.session_id
    resume = Resume(NextStep(Action.DEBRIEF, session))
    print_note("Which questions were asked? One a line, then Ctrl-D.")
    typing = Typing("the questions", session, "debrief", MAX_ANSWER_CHARS, resume)
    text = edit(run, typing).text
    went = ask_line(run, "How did it go, in your words? Enter: leave it out.")
    words = [outcome.replace("_", " ") for outcome in OUTCOME_NAMES]
    chosen = ask_choice(
        run, f"How did it end: {', '.join(words)}? Enter: leave it out.", [*words, ""], on_end=""
    )
    outcomes: dict[str, Outcome] = dict(zip(words, OUTCOME_NAMES, strict=True))  # type: ignore[arg-type]
    given = DebriefInput(
        questions=None if is_blank(text) else parse_asked(text),
        went=parse_went(went) if went else None,
        outcome=outcomes.get(chosen),
    )
    if given.is_empty:
        raise Interrupted("nothing was noted.", resume)
    return given


def report_changes(before: Debrief | None, given: DebriefInput) -> None:
    """Say on stderr what became of earlier notes."""
    if before is None:
        return
    kept = "replaced" if given.replaces else "kept"
    if given.questions is not None and before.questions:
        count = len(before.questions)
        questions = "1 question" if count == 1 else f"{count} questions"
        print_note(f"note: {questions} noted before {'was' if count == 1 else 'were'} {kept}")
    if given.went is not None and before.went:
        print_note(f"note: what you noted before on how it went was {kept}")
    if given.outcome and before.outcome and given.outcome != before.outcome:
        print_note(f"note: the outcome was {OUTCOMES[before.outcome]} before")
