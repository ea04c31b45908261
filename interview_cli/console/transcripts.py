"""Ask who a person is in a transcript, and say what was read of it."""

from collections.abc import Sequence

from interview_cli.console.editing import can_edit
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.documents.transcript import list_speakers
from interview_cli.errors import Interrupted, UsageError
from interview_cli.models import Interview
from interview_cli.store.ids import short_id
from interview_cli.text import shorten
from interview_cli.workflow.transcripts import HeldInterview

_MAX_SHOWN = 5
_MAX_SHOWN_CHARS = 60


def ask_me(run: Run, speakers: Sequence[str]) -> str:
    """Ask which of the speakers the user is. Raises UsageError where nobody can answer."""
    if run.json or not can_edit():
        raise UsageError(
            "the transcript does not say which of the speakers you are.",
            f"name one of {list_speakers(speakers)} with --me NAME",
        )
    for number, name in enumerate(speakers, start=1):
        print_note(f"{number}  {name}")
    numbers = [str(number) for number in range(1, len(speakers) + 1)]
    chosen = ask_choice(run, "Which of them are you? The number:", numbers, on_end="")
    if not chosen:
        raise Interrupted("nothing was imported.", "run the same command again")
    return speakers[int(chosen) - 1]


def report_import(interview: Interview, held: HeldInterview) -> None:
    """Say how many questions were read, and name what belongs to none."""
    count = len(held.exchanges)
    questions = "1 question" if count == 1 else f"{count} questions"
    print_note(f"session {short_id(interview.session_id)}: {interview.name}, {questions}")
    for words in held.left_out[:_MAX_SHOWN]:
        shown = shorten(words, _MAX_SHOWN_CHARS)
        print_note(f"note: left out, because it is no part of a question or answer: “{shown}”")
    if len(held.left_out) > _MAX_SHOWN:
        print_note(f"note: and {len(held.left_out) - _MAX_SHOWN} more")
