"""The form of an interview that was held elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from anyio import to_thread
from fastapi import Depends, Form

from interview_cli.context import Run
from interview_cli.documents.formats import SANDBOXED, SUFFIXES
from interview_cli.documents.reader import read_content
from interview_cli.documents.transcript import parse_transcript
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.limits import MAX_DOCUMENT_BYTES, MAX_DOCUMENT_CHARS
from interview_cli.models import Interview
from interview_cli.vocabulary import Level
from interview_cli.web.forms import (
    DocumentForm,
    OptionalText,
    Text,
    Ttl,
    Upload,
    collect_in_passing,
)
from interview_cli.workflow.transcripts import (
    HeldInterview,
    build_import,
    pair_turns,
    require_me,
)


@dataclass(frozen=True)
class GivenTranscript:
    """The fields of the form, not read yet."""

    file: Upload
    text: str | None
    me: str | None
    title: str | None
    company: str | None
    level: Level | None
    language: str
    ttl: str | None

    async def store(self, run: Run, documents: DocumentForm) -> tuple[Interview, HeldInterview]:
        """Store the interview as a session without feedback.

        Raises UsageError, InvalidInput, StorageFailed.
        """
        return await to_thread.run_sync(self._store, run, documents)

    def _store(self, run: Run, documents: DocumentForm) -> tuple[Interview, HeldInterview]:
        source, text = self._read()
        transcript = parse_transcript(text)
        held = pair_turns(transcript, require_me(transcript, self.me), self.language)
        given = documents.read()
        interview = build_import(
            held,
            source=source,
            now=run.now(),
            title=self.title,
            company=self.company,
            level=self.level,
            language=self.language,
            ttl=self.ttl or run.settings.ttl,
            cv=given.cv,
            job=given.load_job(run),
        )
        run.store.create(interview)
        collect_in_passing(run)
        return interview, held

    async def find_text(self) -> str:
        """Return the text to show again with a refusal; empty if it cannot be read or is long."""
        return await to_thread.run_sync(self._find_text)

    def _find_text(self) -> str:
        if self.file is not None:
            self.file.file.seek(0)
        try:
            _, text = self._read()
        except (InvalidInput, UsageError):
            return ""
        return text if len(text) <= MAX_DOCUMENT_CHARS else ""

    def _read(self) -> tuple[str, str]:
        """Return the name and the text of the transcript."""
        if self.file is None or not self.file.filename:
            if not (self.text and self.text.strip()):
                raise UsageError("no transcript is given.", "give a file or a text")
            return "pasted text", self.text
        name = self.file.filename.replace("\\", "/").rpartition("/")[2]
        content = self.file.file.read(MAX_DOCUMENT_BYTES + 1)
        if len(content) > MAX_DOCUMENT_BYTES:
            raise InvalidInput(
                f"{name} is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB.",
                "split it into several files",
            )
        kind = SUFFIXES.get(Path(name).suffix.lower())
        if kind in SANDBOXED and kind != "JSON Resume":
            return name, read_content(content, kind, name).text
        try:
            return name, content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InvalidInput(
                "the transcript is not UTF-8 text.", "convert it to UTF-8 first"
            ) from error


async def read_transcript_form(
    transcript: Upload = None,
    transcript_text: OptionalText = None,
    me: Annotated[str | None, Form(description="Which of the speakers you are.")] = None,
    job_title: OptionalText = None,
    company_name: OptionalText = None,
    level: Annotated[Level | Literal[""], Form()] = "",
    language: Text = "en",
    ttl: Ttl = None,
) -> GivenTranscript:
    """Read the fields of the form."""
    return GivenTranscript(
        transcript,
        transcript_text,
        me or None,
        job_title or None,
        company_name or None,
        level or None,
        language,
        ttl,
    )


TranscriptForm = Annotated[GivenTranscript, Depends(read_transcript_form)]
