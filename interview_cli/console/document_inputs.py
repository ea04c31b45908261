"""Read the documents that the user gives: a file, stdin, an editor, an option, a job post."""

import re
import shlex
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from interview_cli.console.inputs import read_stdin, read_stream
from interview_cli.console.output import ask_yes_no, print_note
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.reader import Document, create_document, read_content, read_file
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.limits import MAX_DOCUMENT_BYTES
from interview_cli.models import Interview
from interview_cli.text import begin_with_capital, clean_input
from interview_cli.workflow.documents import (
    DOCUMENT_NAMES,
    DocumentKind,
    Finding,
    explain_mixup,
    inspect_document,
    inspect_extraction,
)

_ADDRESS = re.compile(r"(https?|ftp):/+", re.IGNORECASE)
_STDIN = ("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")
_STREAMS = ("/dev/fd/", "/proc/self/fd/")
"""Where a shell puts the output of a command: --cv <(pdftotext cv.pdf -)."""


def is_stdin(path: Path | None) -> bool:
    """Whether a path names stdin."""
    return str(path) in _STDIN


def read_document(
    path: Path | None,
    kind: DocumentKind,
    keep_hidden: bool = False,
    edit: Callable[[], str] | None = None,
) -> Document | None:
    """Read a document from a file, or from stdin for `-`. Raises UnreadableDocument.

    `edit` lets the user type what `-` stands for, instead of reading stdin.
    """
    if path is None:
        return None
    what, is_cv = DOCUMENT_NAMES[kind], kind == "cv"
    _refuse_address(str(path), kind)
    if str(path) == "-" and edit:
        content, source = clean_input(edit(), what).encode("utf-8"), "pasted text"
    elif is_stdin(path):
        hint = "pipe it, or name a file instead of -"
        content, source = read_stdin(MAX_DOCUMENT_BYTES, what, hint), "stdin"
    elif str(path).startswith(_STREAMS):
        content, source = read_stream(path, MAX_DOCUMENT_BYTES, what), "stdin"
    else:
        document = read_file(path, keep_hidden=keep_hidden, is_cv=is_cv)
        return _report_findings(document, kind, keep_hidden)
    document = read_content(content, None, source, keep_hidden=keep_hidden, is_cv=is_cv)
    return _report_findings(document, kind, keep_hidden)


def _refuse_address(path: str, kind: DocumentKind) -> None:
    """Raise InvalidInput for the address of a page, which a path has with one slash."""
    if found := _ADDRESS.match(path):
        address = f"{found[1].lower()}://{path[found.end() :]}"
        raise InvalidInput(
            f"{address} is an address; documents are read from files.",
            "save the page or paste its text, or: "
            f"curl -L {shlex.quote(address)} | interview upload --{kind} -",
        )


def confirm_roles(
    cv: Document | None, job: Document | None, stored: Interview | None = None
) -> None:
    """Ask whether to go on with a CV and an ad that seem to be mistaken; off a terminal, warn.

    `stored` is the interview that may hold the other one. Raises UsageError if the user does not
    want to go on.
    """
    found = explain_mixup(cv, job, stored)
    if found is None:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        print_note(f"warning: {found}; if that is a mistake, upload them again")
    elif not ask_yes_no(f"{begin_with_capital(found)}. Store them all the same?"):
        raise UsageError("nothing was stored.", "give the CV with --cv, and the ad with --job")


def parse_document(text: str, option: str, kind: DocumentKind) -> Document:
    """Parse a document given in an option. Raises UnreadableDocument."""
    return _report_findings(create_document(clean_input(text, option), option), kind)


def report_extraction(extraction: Document | Extraction, what: str, keep_hidden: bool) -> None:
    """Print what was left out of a text that messages call `what`, and how it was read."""
    _print_findings(inspect_extraction(extraction, what, _explain_hidden(keep_hidden)))


def _report_findings(document: Document, kind: DocumentKind, keep_hidden: bool = False) -> Document:
    """Print what is odd about a document, and return it."""
    _print_findings(inspect_document(document, kind, _explain_hidden(keep_hidden)))
    return document


def _explain_hidden(keep_hidden: bool) -> str:
    return "it is kept, as you asked" if keep_hidden else "it is left out; --keep-hidden keeps it"


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        print_note(f"{'warning' if finding.is_warning else 'note'}: {finding.message}")
