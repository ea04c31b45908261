"""Ask a person for a CV or a job description: the path of a file, or pasted text."""

from functools import partial
from pathlib import Path

from interview_cli.console.document_inputs import read_document
from interview_cli.console.editing import Typing, edit
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_line, parse_path
from interview_cli.context import Run
from interview_cli.documents.reader import Document
from interview_cli.errors import InvalidInput
from interview_cli.limits import MAX_DOCUMENT_CHARS
from interview_cli.next_step import Resume
from interview_cli.render.commands import spell_hint
from interview_cli.text import begin_with_capital, is_blank
from interview_cli.workflow.documents import DOCUMENT_NAMES, DocumentKind

_MAX_PATH_CHARS = 255
"""A longer line with spaces is text that was pasted."""


def ask_document(run: Run, session_id: str, kind: DocumentKind, resume: Resume) -> Document | None:
    """Return a document from a file or from the editor, or None for Ctrl-D.

    Asks again after a file that cannot be read. Raises Interrupted and KeyboardInterrupt.
    """
    what = DOCUMENT_NAMES[kind]
    prompt = f"{begin_with_capital(what)}: a file (Tab completes), or Enter to paste text:"
    while (typed := ask_line(run, prompt, completes_paths=True)) is not None:
        try:
            is_text = "\n" in typed or (" " in typed and len(typed) > _MAX_PATH_CHARS)
            if is_text:
                run.drafts.save(session_id, kind, typed)
            if typed and not is_text:
                return read_document(parse_path(typed), kind)
            print_note(f"Paste {what}, then press Ctrl-D.")
            text = edit(run, Typing(what, session_id, kind, MAX_DOCUMENT_CHARS, resume)).text
            if not is_blank(text):
                return read_document(Path("-"), kind, edit=partial(str, text))
        except InvalidInput as error:
            print_note(error.message)
            if error.hint:
                print_note(f"hint: {spell_hint(error.hint)}")
    return None
