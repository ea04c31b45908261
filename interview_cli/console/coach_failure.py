"""Let the user choose how to go on after the coach failed."""

from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.errors import CoachFailed
from interview_cli.next_step import Resume
from interview_cli.render.commands import spell_hint


def choose_after_failure(run: Run, failure: CoachFailed) -> bool:
    """Say why the coach failed. Return whether to try again, perhaps with the offline coach.

    False means that the user pauses. Raises KeyboardInterrupt.
    """
    print_note(f"error: {failure.message}")
    first = failure.hint.first if isinstance(failure.hint, Resume) else failure.hint
    if first:
        print_note(f"hint: {spell_hint(first)}")
    prompt, choices = "Enter: try again, p: pause", ["", "p"]
    if run.has_model_coach:
        prompt += ", o: go on with the offline coach (by rules, on this machine)"
        choices.insert(1, "o")
    choice = ask_choice(run, f"{prompt}.", choices, on_end="p")
    if choice == "o":
        run.use_offline_coach()
    return choice != "p"
