"""Read the documents that the user gives: a file, stdin, an editor, an option, a job post."""

import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from interview_cli.console.inputs import read_stdin, read_stream
from interview_cli.console.output import ask_yes_no, print_note
from interview_cli.context import Run
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.prompt_injection import find_injections
from interview_cli.documents.reader import Document, create_document, read_content, read_file
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.job_posts.advert import build_ad
from interview_cli.models import Interview, JobPost
from interview_cli.settings import MAX_DOCUMENT_BYTES
from interview_cli.store.ids import short_id
from interview_cli.text import begin_with_capital, clean_input

CV = "the CV"
JOB = "the job description"
"""What messages call them."""
_OPTIONS = {CV: "--cv", JOB: "--job"}
_ADDRESS = re.compile(r"(https?|ftp):/+", re.IGNORECASE)
_STDIN = ("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")
_STREAMS = ("/dev/fd/", "/proc/self/fd/")
"""Where a shell puts the output of a command: --cv <(pdftotext cv.pdf -)."""
_MAX_REPORTED = 5
_MAX_SHOWN_CHARS = 200
_MIXUPS = {
    "same": "the CV and the job description are the same text",
    "swapped": "the CV reads like a job description, and the job description like a CV",
    "cv_is_ad": "the CV reads like a job description",
    "job_is_cv": "the job description reads like a CV",
}


def is_stdin(path: Path | None) -> bool:
    """Whether a path names stdin."""
    return str(path) in _STDIN


def read_document(
    path: Path | None,
    what: str,
    keep_hidden: bool = False,
    edit: Callable[[], str] | None = None,
) -> Document | None:
    """Read a document from a file, or from stdin for `-`. Raises UnreadableDocument.

    `edit` lets the user type what `-` stands for, instead of reading stdin.
    """
    if path is None:
        return None
    _refuse_address(str(path), what)
    if str(path) == "-" and edit:
        content, source = clean_input(edit(), what).encode("utf-8"), "pasted text"
    elif is_stdin(path):
        hint = "pipe it, or name a file instead of -"
        content, source = read_stdin(MAX_DOCUMENT_BYTES, what, hint), "stdin"
    elif str(path).startswith(_STREAMS):
        content, source = read_stream(path, MAX_DOCUMENT_BYTES, what), "stdin"
    else:
        document = read_file(path, keep_hidden=keep_hidden, is_cv=what == CV)
        return _report_findings(document, what, keep_hidden)
    document = read_content(content, None, source, keep_hidden=keep_hidden, is_cv=what == CV)
    return _report_findings(document, what, keep_hidden)


def _refuse_address(path: str, what: str) -> None:
    """Raise InvalidInput for the address of a page, which a path has with one slash."""
    if found := _ADDRESS.match(path):
        address = f"{found[1].lower()}://{path[found.end() :]}"
        option = _OPTIONS.get(what, "--job")
        raise InvalidInput(
            f"{address} is an address; documents are read from files.",
            "save the page or paste its text, or: "
            f"curl -L {shlex.quote(address)} | interview upload {option} -",
        )


def confirm_roles(
    cv: Document | None, job: Document | None, stored: Interview | None = None
) -> None:
    """Ask whether to go on with a CV and an ad that seem to be mistaken; off a terminal, warn.

    `stored` is the interview that may hold the other one. Raises UsageError if the user does not
    want to go on.
    """
    # Imported here: only an upload compares documents.
    from interview_cli.workflow.document_roles import are_same, find_mixup

    mixup = find_mixup(cv.text if cv else None, job.text if job else None)
    if mixup is None and stored is not None:
        texts = (
            cv.text if cv else stored.cv_text or "",
            job.text if job else stored.job_description_text or "",
        )
        mixup = "same" if are_same(*texts) else None
    if mixup is None:
        return
    found = _MIXUPS[mixup]
    if not (sys.stdin and sys.stdin.isatty()):
        print_note(f"warning: {found}; if that is a mistake, upload them again")
    elif not ask_yes_no(f"{begin_with_capital(found)}. Store them all the same?"):
        raise UsageError("nothing was stored.", "give the CV with --cv, and the ad with --job")


def parse_document(text: str, option: str, what: str) -> Document:
    """Parse a document given in an option. Raises UnreadableDocument."""
    return _report_findings(create_document(clean_input(text, option), option), what)


def report_extraction(extraction: Document | Extraction, what: str, keep_hidden: bool) -> None:
    """Print what was left out of a document, and how it was read."""
    for notice in extraction.notices:
        print_note(f"note: {notice}")
    effect = "it is kept, as you asked" if keep_hidden else "it is left out; --keep-hidden keeps it"
    for words in extraction.hidden[:_MAX_REPORTED]:
        shown = words if len(words) <= _MAX_SHOWN_CHARS else f"{words[:_MAX_SHOWN_CHARS]} …"
        print_note(f"warning: {what} contains hidden text: “{shown}” ({effect})")
    more = len(extraction.hidden) - _MAX_REPORTED
    if more > 0:
        print_note(f"warning: and {more} more hidden texts in {what}")


def _report_findings(document: Document, what: str, keep_hidden: bool = False) -> Document:
    """Print what is odd about a document, and return it."""
    report_extraction(document, what, keep_hidden)
    for notice in _find_unread_ad(document, what):
        print_note(f"note: {notice}")
    for injection in find_injections(document.text):
        print_note(
            f"warning: {what} contains text that reads like an instruction to a program: "
            f"“{injection}” (it is kept as text; it is not followed and changes no score)"
        )
    return document


def _find_unread_ad(document: Document, what: str) -> Iterator[str]:
    """Yield a sentence if a job description names nothing that it asks for."""
    # Imported here: only an upload reads an ad.
    from interview_cli.requirements.extract import can_read_ad

    if what == JOB and not can_read_ad(document.text):
        yield (
            f"no requirement and no task was found in {what}, so the questions come from the "
            "trade and your CV; if this is not the whole ad, upload it again"
        )


def load_job_post(run: Run, typed_post: str | None) -> tuple[JobPost, Document] | None:
    """Load a job post and its text as a document. Raises NotFound, UnreadableDocument."""
    if typed_post is None:
        return None
    now = run.now()
    post = run.store.load(run.store.find(typed_post, now, "job_post"), JobPost)
    text = build_ad(post.job_data, post.company_name).text()
    return post, create_document(text, f"job post {short_id(post.session_id)}")
