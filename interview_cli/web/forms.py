"""The fields of forms → what the workflow takes; the options are those of the commands."""

from dataclasses import dataclass
from typing import Annotated, Literal

from anyio import to_thread
from fastapi import Depends, Form, Query, Request, UploadFile

from interview_cli.context import Run
from interview_cli.documents.reader import Document, create_document, find_kind, read_content
from interview_cli.errors import SessionMissing, UsageError
from interview_cli.limits import DEFAULT_QUESTIONS, MAX_DOCUMENT_BYTES, MAX_QUESTIONS
from interview_cli.models import Interview
from interview_cli.store.ids import is_id, require_own
from interview_cli.text import clean_input
from interview_cli.vocabulary import Focus, Level, Round
from interview_cli.web.security import SAFE_METHODS, find_user
from interview_cli.web.turns import Turns
from interview_cli.workflow.documents import (
    DocumentKind,
    Finding,
    explain_mixup,
    inspect_document,
    load_post_document,
)
from interview_cli.workflow.sessions import (
    NewInterview,
    collect_expired,
    open_interview,
    upload_documents,
)

_HIDDEN_EFFECT = {True: "it is kept, as you asked", False: "it is left out"}
_MAX_SOURCE_CHARS = 200

Text = Annotated[str, Form()]
OptionalText = Annotated[str | None, Form()]
Switch = Annotated[bool, Form()]
Upload = Annotated[UploadFile | None, Form()]
Ttl = Annotated[
    str | None, Form(description="Expire so long after the last change: 90m, 24h, 7d or never.")
]
CoachName = Annotated[
    Literal["offline", ""], Form(description="`offline`: without a model, for this turn.")
]


async def fork_run(request: Request) -> Run:
    """Return a run for one request, on the sessions of its user."""
    run: Run = request.app.state.run
    user = find_user(request)
    return run.fork() if user is None else run.fork_for(user)


async def find_turns(request: Request) -> Turns:
    """Return the turns of the request's user that run now."""
    turns: Turns = request.app.state.turns
    return turns.of(find_user(request))


ForkedRun = Annotated[Run, Depends(fork_run)]


async def refuse_changes_of_shared(request: Request, run: ForkedRun) -> None:
    """Raise ReadOnly for a change to a session that another user shares, of whatever kind."""
    if request.method in SAFE_METHODS or find_user(request) is None:
        return
    session_id = request.path_params.get("id") or request.path_params.get("session_id") or ""
    if is_id(session_id):
        await to_thread.run_sync(require_own, run.store, session_id)


RunningTurns = Annotated[Turns, Depends(find_turns)]


def choose_coach(run: Run, coach: str) -> str:
    """Work without a model if the form says so. Return what marks the turns of this coach."""
    if coach == "offline":
        run.use_offline_coach()
    return coach


@dataclass(frozen=True)
class GivenDocuments:
    """The documents of a form, and what the user should know of them."""

    cv: Document | None = None
    job: Document | None = None
    post_id: str | None = None
    """The job post that is the job description."""
    findings: tuple[Finding, ...] = ()

    def load_job(self, run: Run) -> Document | None:
        """Return the job description, also from a job post."""
        if self.post_id is None:
            return self.job
        return load_post_document(run.store, self.post_id)[1]

    def store(self, run: Run, session_id: str) -> tuple[Interview, dict[str, Document]]:
        """Store the documents; return them by the kind that JSON names.

        Raises UsageError for none, and as `upload_documents` does.
        """
        job = self.load_job(run)
        given = {"cv": self.cv, "job": job}
        uploaded = {kind: document for kind, document in given.items() if document}
        if not uploaded:
            raise UsageError("nothing to upload.", "give a CV, a job description or both")
        interview = upload_documents(run.store, session_id, self.cv, job, run.now(), run.drafts)
        return interview, uploaded


class DocumentForm:
    """The documents of a form, not read yet."""

    def __init__(
        self,
        cv: Upload = None,
        job: Upload = None,
        cv_text: OptionalText = None,
        job_text: OptionalText = None,
        job_post: OptionalText = None,
        keep_hidden: Switch = False,
    ) -> None:
        self._cv = (cv, cv_text)
        self._job = (job, job_text)
        self._job_post = job_post
        self._keep_hidden = keep_hidden

    @property
    def pasted(self) -> dict[str, str]:
        """The pasted texts by kind, to show again with a refusal."""
        texts = {"cv": self._cv[1], "job": self._job[1]}
        return {kind: text for kind, text in texts.items() if text and text.strip()}

    def read(self) -> GivenDocuments:
        """Read the documents. Raises UsageError, UnreadableDocument."""
        post_id = require_id(self._job_post) if self._job_post else None
        cv = _read_one("cv", *self._cv, self._keep_hidden)
        job = _read_one("job", *self._job, self._keep_hidden)
        if job and post_id:
            raise UsageError("the job description is given twice.", "give a document or a job post")
        given: dict[DocumentKind, Document | None] = {"cv": cv, "job": job}
        effect = _HIDDEN_EFFECT[self._keep_hidden]
        findings = [
            finding
            for kind, document in given.items()
            if document
            for finding in inspect_document(document, kind, effect)
        ]
        if mixup := explain_mixup(cv, job):
            findings.append(Finding(True, f"{mixup}; if that is a mistake, upload them again"))
        return GivenDocuments(cv, job, post_id, tuple(findings))


def _read_one(
    kind: DocumentKind, upload: UploadFile | None, text: str | None, keep_hidden: bool
) -> Document | None:
    has_file = upload is not None and bool(upload.filename or upload.size)
    if has_file and text and text.strip():
        raise UsageError("a document is given twice.", "give a file or a text")
    if upload is not None and has_file:
        name = _find_name(upload.filename or f"{kind} upload")
        content = upload.file.read(MAX_DOCUMENT_BYTES + 1)
        return read_content(
            content, find_kind(name), name, keep_hidden=keep_hidden, is_cv=kind == "cv"
        )
    if text and text.strip():
        return create_document(clean_input(text, f"{kind}_text"), "pasted text")
    return None


def _find_name(given: str) -> str:
    """Return the last part of a file name, as short as a file system has it."""
    return given.replace("\\", "/").rpartition("/")[2][-_MAX_SOURCE_CHARS:]


Documents = Annotated[DocumentForm, Depends()]


@dataclass(frozen=True)
class InterviewForm:
    """The options of a new interview."""

    outline: NewInterview
    source_id: str | None

    def open(self, run: Run, documents: GivenDocuments) -> Interview:
        """Create the interview, and collect what has expired. Raises as `open_interview` does."""
        interview = open_interview(
            run.store,
            self.outline,
            run.now(),
            cv=documents.cv,
            job=documents.job,
            post_id=documents.post_id,
            source_id=self.source_id,
        )
        collect_in_passing(run)
        return interview


def collect_in_passing(run: Run) -> None:
    """Collect what has expired and holds no answer, as `new` does."""
    if run.settings.auto_gc:
        collect_expired(run.store, run.drafts, run.now())
        run.drafts.collect(run.store)


async def read_interview_form(
    run: ForkedRun,
    job_title: OptionalText = None,
    company_name: OptionalText = None,
    max_questions: Annotated[int, Form(ge=1, le=MAX_QUESTIONS)] = DEFAULT_QUESTIONS,
    focus: Annotated[Focus, Form()] = "mixed",
    round: Annotated[Round, Form()] = "mixed",  # noqa: A002 # the name of the option
    level: Annotated[Level | Literal[""], Form()] = "",
    language: Text = "en",
    ttl: Ttl = None,
    source: Annotated[
        str | None, Form(alias="from", description="An interview to copy documents from.")
    ] = None,
) -> InterviewForm:
    """Read the options of a new interview. Raises UsageError, SessionMissing."""
    outline = NewInterview(
        job_title or None if source else job_title,
        company_name or None if source else company_name,
        max_questions,
        focus,
        level or None,
        language,
        ttl or run.settings.ttl,
        round,
    )
    return InterviewForm(outline, require_id(source) if source else None)


NewInterviewForm = Annotated[InterviewForm, Depends(read_interview_form)]


def require_id(session_id: str) -> str:
    """Return a whole session id; parts of ids and names are for the command line.

    Raises SessionMissing.
    """
    if not is_id(session_id):
        raise SessionMissing
    return session_id


Number = Annotated[int, Form(ge=1, le=MAX_QUESTIONS, description="The number of the question.")]
OptionalNumber = Annotated[
    int | None, Form(ge=1, le=MAX_QUESTIONS, description="The number of the question.")
]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]
