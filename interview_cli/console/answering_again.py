"""Let the user answer a question of a sitting again."""

from interview_cli.console.answering import describe_typing, is_stored
from interview_cli.console.editing import edit_until_sent, keep_draft_if_refused
from interview_cli.console.output import print_apart, print_note
from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.next_step import Resume
from interview_cli.text import is_blank
from interview_cli.workflow import answers

_COMMANDS = {"back": "leave the answer as it is", "help": "show the keys"}


def answer_again(run: Run, interview: Interview, number: int, resume: Resume) -> bool:
    """Show an answered question for a new answer. Return whether one was given."""
    print_apart(interview.questions[number - 1].content)
    typing = describe_typing(interview, number)._replace(commands=_COMMANDS, resume=resume)
    result = edit_until_sent(run, typing)
    if result.command or is_blank(result.text):
        print_note(f"question {number}: the answer stays as it was")
        return False
    given = answers.clean_answer(result.text)
    with keep_draft_if_refused(run, typing, given.text, lambda: is_stored(run, typing, given)):
        answers.redo_answer(run.store, interview.session_id, number, given, run.now(), run.drafts)
    print_note(f"question {number}: the new answer counts; the earlier one is kept")
    return True
