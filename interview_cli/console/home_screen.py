"""What `interview` alone shows on a terminal: where the user is, and the next step."""

import typer

from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.errors import Interrupted, NotFound
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.sitting import describe_standing
from interview_cli.workflow.sitting import find_sitting


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
        prompt = f"Enter: {spell_command(step)}"
    choices = {"": spell_command(step).split()[1:], "h": ["--help"], "q": []}
    try:
        words = choices[
            ask_choice(run, f"{prompt}, h: all commands, q: leave.", choices, on_end="q")
        ]
    except KeyboardInterrupt:
        raise Interrupted("nothing was done.", step) from None
    if not words:
        raise typer.Exit
    return words
