"""Let the user type the answer to a question on a terminal."""

from collections.abc import Callable

from interview_cli.console.editing import Typing, edit_until_sent
from interview_cli.console.options import resolve_own_session
from interview_cli.console.output import print_note
from interview_cli.context import Run
from interview_cli.errors import NotFound, SessionMissing
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.render.commands import spell_hint
from interview_cli.text import is_blank
from interview_cli.workflow.answers import AnswerInput, clean_answer

_PAUSE = {"pause": "stop here; the draft is kept", "help": "show the keys"}
_SKIP = {"skip": "leave the question out; it counts as 0"}


def find_session(run: Run, typed: str | None, *, is_typing: bool) -> tuple[str, str]:
    """Return the session that was named, and the words given where its name belongs.

    Where the user is about to type (`is_typing`), a sentence in that place is understood: the
    session is then the default one. Elsewhere raises NotFound.
    """
    try:
        return resolve_own_session(run, typed), ""
    except SessionMissing as error:
        # One word may be a mistyped name: the answer must not go to another session.
        if typed is None or len(typed.split()) < 2:
            raise
        if not is_typing:
            raise NotFound(error.message, _TEXT_HINT) from error
    print_note(f"“{typed}” is not a session. {_TEXT_HINT[:1].upper()}{_TEXT_HINT[1:]}")
    return resolve_own_session(run, None), typed


_TEXT_HINT = 'an answer is given as in: interview answer --text "…"'


def describe_typing(interview: Interview, number: int, words: str = "") -> Typing:
    """Describe the editor for question `number`; `words` are put after the draft."""
    answered = interview.answers[:number]
    is_again = len(answered) == number
    action = Action.REDO if is_again else Action.TYPE_ANSWER
    return Typing(
        what="the answer",
        session_id=interview.session_id,
        part=number,
        max_chars=MAX_ANSWER_CHARS,
        resume=Resume(NextStep(action, interview.session_id, number)),
        stored=answered[-1].content if is_again else "",
        more=words,
        lead=f"question {number} of {interview.max_questions}",
        commands=_PAUSE if is_again else _SKIP | _PAUSE,
        history=tuple(answer.content for answer in interview.answers if answer.content),
    )


def type_answer(
    run: Run, interview: Interview, typing: Typing, on_ready: Callable[[], None] = lambda: None
) -> AnswerInput | None:
    """Show the question and return what the user sent, or None when the user pauses.

    Raises Interrupted after Ctrl-C.
    """
    print_note(f"{typing.lead}:\n{interview.questions[int(typing.part) - 1].content}")
    result = edit_until_sent(run, typing, on_ready)
    if result.command == "skip":
        return AnswerInput("", skipped=True)
    if result.command == "pause" or is_blank(result.text):
        print_note(f"paused; {spell_hint(typing.resume)}")
        return None
    return clean_answer(result.text)


def is_stored(run: Run, typing: Typing, given: AnswerInput) -> bool:
    """Whether the question has this answer by now. Raises NotFound or StorageFailed."""
    stored = run.store.load(typing.session_id, Interview).answers[: int(typing.part)]
    return len(stored) == typing.part and (stored[-1].content, stored[-1].skipped) == (
        given.text,
        given.skipped,
    )
