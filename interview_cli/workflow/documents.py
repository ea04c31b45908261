"""What a user should know of a document that was read, and a job post as a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from interview_cli.documents.extraction import Extraction
from interview_cli.documents.prompt_injection import find_injections
from interview_cli.documents.reader import Document, create_document
from interview_cli.models import Interview
from interview_cli.store.base import Store
from interview_cli.store.ids import require_own, short_id

if TYPE_CHECKING:  # Few descriptions are job posts.
    from interview_cli.post_models import JobPost

DocumentKind = Literal["cv", "job"]
DOCUMENT_NAMES: dict[DocumentKind, str] = {"cv": "the CV", "job": "the job description"}
"""What messages call the documents."""
_MIXUPS = {
    "same": "the CV and the job description are the same text",
    "swapped": "the CV reads like a job description, and the job description like a CV",
    "cv_is_ad": "the CV reads like a job description",
    "job_is_cv": "the job description reads like a CV",
}
_MAX_REPORTED = 5
_MAX_SHOWN_CHARS = 200


@dataclass(frozen=True)
class Finding:
    """One thing that the user should know of a document."""

    is_warning: bool
    message: str
    """Without a full stop, unless it is a sentence of its own."""


def inspect_document(
    document: Document, kind: DocumentKind, hidden_effect: str
) -> Iterator[Finding]:
    """Yield what is odd about a document, the harmless first.

    `hidden_effect` says what becomes of hidden text, and how to change that.
    """
    what = DOCUMENT_NAMES[kind]
    for notice in _find_unread_ad(document, kind):
        yield Finding(False, notice)
    yield from inspect_extraction(document, what, hidden_effect)
    for injection in find_injections(document.text):
        yield Finding(
            True,
            f"{what} contains text that reads like an instruction to a program: "
            f"“{injection}” (it is kept as text; it is not followed and changes no score)",
        )


def inspect_extraction(
    extraction: Document | Extraction, what: str, hidden_effect: str
) -> Iterator[Finding]:
    """Yield how a text was read, and what was left out of it; messages call it `what`."""
    for notice in extraction.notices:
        yield Finding(False, notice)
    for words in extraction.hidden[:_MAX_REPORTED]:
        shown = words if len(words) <= _MAX_SHOWN_CHARS else f"{words[:_MAX_SHOWN_CHARS]} …"
        yield Finding(True, f"{what} contains hidden text: “{shown}” ({hidden_effect})")
    more = len(extraction.hidden) - _MAX_REPORTED
    if more > 0:
        yield Finding(True, f"and {more} more hidden texts in {what}")


def explain_mixup(
    cv: Document | None, job: Document | None, stored: Interview | None = None
) -> str | None:
    """Return what seems to be mistaken about a CV and an ad, without a full stop; None if nothing.

    `stored` is the interview that may hold the other one.
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
    return None if mixup is None else _MIXUPS[mixup]


def _find_unread_ad(document: Document, kind: DocumentKind) -> Iterator[str]:
    """Yield a sentence if a job description names nothing that it asks for."""
    if kind != "job":
        return
    # Imported here: only the upload of an ad reads it.
    from interview_cli.requirements.extract import can_read_ad

    if not can_read_ad(document.text):
        yield (
            f"no requirement and no task was found in {DOCUMENT_NAMES[kind]}, so the questions "
            "come from the trade and your CV; if this is not the whole ad, upload it again"
        )


def load_post_document(store: Store, post_id: str) -> "tuple[JobPost, Document]":
    """Load a job post and its text as a document.

    Raises NotFound, ReadOnly for a post that another owner shares, UnreadableDocument.
    """
    # Imported here, as above.
    from interview_cli.job_posts.advert import build_ad
    from interview_cli.post_models import JobPost

    post = store.load(post_id, JobPost)
    require_own(store, post_id)
    text = build_ad(post.job_data, post.company_name).text()
    return post, create_document(text, f"job post {short_id(post.session_id)}")
