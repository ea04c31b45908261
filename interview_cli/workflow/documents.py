"""What a user should know of a document that was read, and a job post as a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from interview_cli.documents.prompt_injection import find_injections
from interview_cli.documents.reader import Document, create_document
from interview_cli.job_posts.advert import build_ad
from interview_cli.models import JobPost
from interview_cli.store.base import Store
from interview_cli.store.ids import short_id

DocumentKind = Literal["cv", "job"]
DOCUMENT_NAMES: dict[DocumentKind, str] = {"cv": "the CV", "job": "the job description"}
"""What messages call the documents."""
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
    for notice in (*document.notices, *_find_unread_ad(document, kind)):
        yield Finding(False, notice)
    for words in document.hidden[:_MAX_REPORTED]:
        shown = words if len(words) <= _MAX_SHOWN_CHARS else f"{words[:_MAX_SHOWN_CHARS]} …"
        yield Finding(True, f"{what} contains hidden text: “{shown}” ({hidden_effect})")
    if len(document.hidden) > _MAX_REPORTED:
        yield Finding(
            True, f"and {len(document.hidden) - _MAX_REPORTED} more hidden texts in {what}"
        )
    for injection in find_injections(document.text):
        yield Finding(
            True,
            f"{what} contains text that reads like an instruction to a program: "
            f"“{injection}” (it is kept as text; it is not followed and changes no score)",
        )


def _find_unread_ad(document: Document, kind: DocumentKind) -> Iterator[str]:
    """Yield a sentence if a job description names nothing that it asks for."""
    # Imported here: only an upload reads an ad.
    from interview_cli.requirements.extract import can_read_ad

    if kind == "job" and not can_read_ad(document.text):
        yield (
            f"no requirement and no task was found in {DOCUMENT_NAMES[kind]}, so the questions "
            "come from the trade and your CV; if this is not the whole ad, upload it again"
        )


def load_post_document(store: Store, post_id: str) -> tuple[JobPost, Document]:
    """Load a job post and its text as a document. Raises NotFound, UnreadableDocument."""
    post = store.load(post_id, JobPost)
    text = build_ad(post.job_data, post.company_name).text()
    return post, create_document(text, f"job post {short_id(post.session_id)}")
