"""What `interview` alone shows on a terminal: where the user is, and the next step."""

from contextlib import suppress

import typer

from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.errors import Interrupted, NotFound, StorageFailed
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.sitting import describe_standing
from interview_cli.workflow.sitting import find_sitting


def _print_due(run: Run) -> None:
    """Say what the practice plans have for today."""
    # Imported here: most users have no plan, and the parts of an interview take time to load.
    from interview_cli.render.practice_plan import describe_due
    from interview_cli.workflow.practice_plan import find_due

    with suppress(StorageFailed, NotFound):  # `status` reports what cannot be read
        for due in find_due(run.store, run.today()):
            print_note(f"\n{describe_due(due, run.today())}")


def choose_command(run: Run) -> list[str]:
    """Show the latest session and its next step; return the words of the command to run.

    Returns `["--help"]` if the user asks for the help. Raises typer.Exit if the user leaves, and
    Interrupted on Ctrl-C.
    """
    now = run.now()
    step = NextStep(Action.PRACTISE)
    try:
        summary = run.store.summary(run.store.latest(now))
    except NotFound:
        print_note("There is no session yet.")
        prompt = "Enter: begin an interview"
    else:
        step = find_sitting(summary)
        print_note(describe_standing(summary, now))
        _print_due(run)
        prompt = f"Enter: {spell_command(step)}"
    choices = {"": spell_command(step).split()[1:], "h": ["--help"], "q": []}
    try:
        words = choices[
            ask_choice(run, f"{prompt}, h: all commands, q: leave.", choices, on_end="q")
        ]
    except KeyboardInterrupt:
        raise Interrupted("interrupted before anything was done.", step) from None
    if not words:
        raise typer.Exit
    return words
