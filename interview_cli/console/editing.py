"""Let the user type an answer, a message or a document on a terminal, and keep it as a draft."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.console.output import is_stderr_terminal, print_note
from interview_cli.console.switches import NO_INPUT, is_given
from interview_cli.context import Run
from interview_cli.errors import Interrupted, InterviewError, SessionMissing, StorageFailed
from interview_cli.limits import MAX_DOCUMENT_CHARS
from interview_cli.next_step import Hint
from interview_cli.store.ids import short_id
from interview_cli.text import is_blank

if TYPE_CHECKING:  # Only a command that opens an editor pays for it.
    from interview_cli.terminal.boxes import EditorResult

_DRAFT_NOTE = "(this is your draft from before; nothing of it was sent)"
_HELP = """\
Enter: new line. Ctrl-D, or Escape and then Enter: send. On an empty box they ask to pause.
Ctrl-X Ctrl-E: open $VISUAL or $EDITOR. Ctrl-C twice: leave; the draft is kept.
Alt-B, Alt-F: a word back or on. Ctrl-W: erase a word. Ctrl-_: undo. Up: earlier texts."""


class EditorLeft(Interrupted):
    """The user pressed Ctrl-C twice in an editor. Unlike after a signal, questions can be asked."""


def can_edit() -> bool:
    """Whether a person can type: keys come from a terminal, stderr shows them, and --no-input was
    not given."""
    if is_given(NO_INPUT):
        return False
    return sys.stdin is not None and sys.stdin.isatty() and is_stderr_terminal()


class Typing(NamedTuple):
    """What the user is to type, and where its draft is kept."""

    what: str
    """What the text is called in messages, such as `the answer`."""
    session_id: str
    part: int | str
    """The number of the question, or the name of the document (see `store.drafts`)."""
    max_chars: int
    resume: Hint
    """How to go on after Ctrl-C."""
    stored: str = ""
    """The text that is to be changed; a draft stands in for it."""
    more: str = ""
    """What is put after the draft, such as words given on the command line."""
    lead: str = ""
    """What the status line says first, such as the number of the question."""
    commands: Mapping[str, str] = {}
    history: tuple[str, ...] = ()
    began_at: float | None = None
    """When the question was shown, by the monotonic clock; else the time begins now."""


def edit(run: Run, typing: Typing, on_ready: Callable[[], None] = lambda: None) -> "EditorResult":
    """Open the editor and return how the user left it: sent, paused or with a command.

    The draft stays until its text is stored elsewhere. Raises EditorLeft after Ctrl-C twice, and
    Interrupted after a signal.
    """
    # Imported here: only an editor needs it, and it takes a fifth of a second.
    from interview_cli.terminal.boxes import Box, Ending, WritingStatus, join_drafts
    from interview_cli.terminal.editor import edit_text

    draft = run.drafts.load(typing.session_id, typing.part)
    if draft and draft != typing.stored:
        print_note(_DRAFT_NOTE)
    box = Box(
        what=typing.what,
        max_chars=typing.max_chars,
        draft=join_drafts(draft or typing.stored, typing.more),
        commands=typing.commands,
        history=typing.history,
        status=WritingStatus(typing.lead, typing.began_at),
    )

    def save(text: str) -> None:
        run.drafts.save(typing.session_id, typing.part, "" if text == typing.stored else text)

    result = edit_text(box, on_change=save, on_ready=on_ready, plain=run.settings.is_plain)
    if result.ending in (Ending.LEFT, Ending.INTERRUPTED):
        failure = EditorLeft if result.ending is Ending.LEFT else Interrupted
        raise failure(f"interrupted; {_describe_draft(run, typing, result)}.", typing.resume)
    return result


def _describe_draft(run: Run, typing: Typing, left: "EditorResult") -> str:
    if run.drafts.load(typing.session_id, typing.part).strip():
        return "your draft is kept"
    if not left.text.strip() or left.text == typing.stored:
        return "nothing is lost"
    return "your draft could not be saved"


def edit_until_sent(
    run: Run, typing: Typing, on_ready: Callable[[], None] = lambda: None
) -> "EditorResult":
    """As `edit`, and answer `/help` here."""
    while (result := edit(run, typing, on_ready)).command == "help":
        print_note(
            "\n".join([_HELP, *(f"/{name}: {does}" for name, does in typing.commands.items())])
        )
        typing = typing._replace(more="")
    return result


def edit_document(run: Run, session_id: str, kind: str, what: str) -> str:
    """Let the user paste a document. Raises Interrupted, also when nothing is given."""
    resume = f"to continue: interview upload {short_id(session_id)} --{kind} -"
    typing = Typing(what, session_id, kind, MAX_DOCUMENT_CHARS, resume)
    print_note(f"paste {what}, then press Ctrl-D:")
    result = edit(run, typing)
    if is_blank(result.text):
        raise Interrupted("nothing was uploaded.", resume)
    return result.text


@contextmanager
def keep_draft_if_refused(
    run: Run, typing: Typing, text: str, is_stored: Callable[[], bool]
) -> Iterator[None]:
    """Store a text within the block; if it fails before that, keep the draft and say so.

    The text is printed if its session was removed meanwhile: nothing would offer the draft.
    """
    try:
        yield
    except SessionMissing:
        run.drafts.remove_session(typing.session_id)
        if text:
            print_note(f"{typing.what} was not saved:\n{text}")
        raise
    except InterviewError as error:
        with suppress(InterviewError):
            if text and not is_stored():  # A refused /skip leaves the draft as it is.
                run.drafts.save(typing.session_id, typing.part, text)
                error.message = f"{error.message.rstrip('.')}; what you typed is kept as a draft."
        raise


@contextmanager
def hold_next_draft(run: Run, session_id: str, number: int, last_number: int) -> Iterator[None]:
    """Keep what is typed during the block as the draft of question `number`.

    After the last question it is printed: no draft would ever be offered.
    """
    # Imported here, as in `edit`.
    from interview_cli.terminal.boxes import join_drafts
    from interview_cli.terminal.type_ahead import TypeAhead, hold_type_ahead

    held = TypeAhead()
    try:
        with hold_type_ahead() as held:
            yield
    finally:
        if is_blank(held.text):
            pass
        elif number > last_number:
            print_note(f"typed after the last answer, and not sent:\n{held.text}")
        else:
            draft = join_drafts(run.drafts.load(session_id, number), held.text)
            with suppress(StorageFailed):
                run.drafts.save(session_id, number, draft)
            print_note(f"what you typed meanwhile is kept as the draft of question {number}")
