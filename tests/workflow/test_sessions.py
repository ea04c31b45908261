"""New interviews, their documents, kept sessions, and expired ones that are collected."""

from datetime import timedelta
from pathlib import Path

import pytest

from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.documents.reader import Document
from interview_cli.errors import (
    Conflict,
    InvalidInput,
    NotFound,
    SessionMissing,
    StorageFailed,
    UsageError,
)
from interview_cli.models import Interview
from interview_cli.store.base import Collection
from interview_cli.store.drafts import FileDrafts
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import ask_question
from interview_cli.workflow.sessions import (
    NewInterview,
    build_interview,
    collect_expired,
    keep_session,
    upload_documents,
)
from tests.fakes import MemoryStore
from tests.workflow.interviews import (
    EXPIRED,
    FIRST,
    LATER,
    NOW,
    SECOND,
    SESSION,
    build,
    load,
    read_clock,
    store_of,
)

CV = Document("text", "A baker in Hull", "cv.txt")
AD = Document("text", "A job in Hull", "job.txt")


def outline(
    title: str | None = "Cook",
    company: str | None = "Inn",
    ttl: str = "24h",
    language: str = "en",
) -> NewInterview:
    return NewInterview(
        title, company, questions=3, focus="mixed", level=None, language=language, ttl=ttl
    )


class TestNewInterview:
    @pytest.mark.parametrize(
        ("title", "cleaned"),
        [(" Cook ", "Cook"), ("Head\n Cook", "Head Cook"), ("x" * 200, "x" * 200)],
    )
    def test_a_title_is_cleaned(self, title: str, cleaned: str) -> None:
        assert build_interview(outline(title), NOW).job_title == cleaned

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            (outline(title=None), UsageError),
            (outline(company=None), UsageError),
            (outline(title=" "), InvalidInput),
            (outline(company=""), InvalidInput),
            (outline(title="x" * 201), InvalidInput),
            (outline(ttl="soon"), InvalidInput),
        ],
    )
    def test_what_cannot_be_used(
        self, given: NewInterview, error: type[UsageError | InvalidInput]
    ) -> None:
        with pytest.raises(error):
            build_interview(given, NOW)

    @pytest.mark.parametrize(
        ("title", "level"), [("Senior Cook", "senior"), ("Junior Cook", "junior"), ("Cook", None)]
    )
    def test_the_level_is_taken_from_the_title(self, title: str, level: str | None) -> None:
        assert build_interview(outline(title), NOW).level == level

    def test_an_empty_language_is_english(self) -> None:
        assert build_interview(outline(language=" "), NOW).language == "en"

    def test_two_interviews_have_two_markers(self) -> None:
        first, second = (build_interview(outline(), NOW) for _ in range(2))
        assert first.fence != second.fence

    def test_a_copy_takes_names_and_documents_and_no_answers(self) -> None:
        source = build(FIRST, is_open=True)
        copy = build_interview(outline(title=None, company=None), LATER, source=source)
        assert (copy.job_title, copy.company_name) == ("Electrician", "Acme")
        assert (copy.cv_text, copy.job_description_text) == (
            source.cv_text,
            source.job_description_text,
        )
        assert (copy.messages, copy.session_id == source.session_id) == ([], False)

    def test_what_is_given_comes_before_the_source(self) -> None:
        copy = build_interview(outline(company=None), LATER, cv=CV, source=build())
        assert (copy.job_title, copy.company_name, copy.cv_text) == ("Cook", "Acme", CV.text)

    def test_an_empty_title_is_not_taken_from_the_source(self) -> None:
        with pytest.raises(InvalidInput):
            build_interview(outline(title=""), LATER, source=build())


class TestUpload:
    def test_only_the_given_document_is_replaced(self) -> None:
        store = store_of(build())
        upload_documents(store, SESSION, CV, None, LATER)
        assert (load(store).cv_text, load(store).cv_source) == (CV.text, CV.source)
        assert load(store).job_description_text == build().job_description_text
        upload_documents(store, SESSION, None, AD, LATER)
        assert (load(store).cv_text, load(store).job_description_text) == (CV.text, AD.text)

    def test_a_replaced_document_leaves_questions_and_plan(self) -> None:
        store = store_of(build())
        asked = ask_question(store, OfflineCoach(), SESSION, read_clock)
        upload_documents(store, SESSION, CV, AD, LATER)
        assert (load(store).plan, load(store).messages) == (asked.plan, asked.messages)

    def test_nothing_is_replaced_after_the_feedback(self) -> None:
        store = store_of(build(FIRST, SECOND))
        upload_documents(store, SESSION, CV, None, LATER)  # complete, but not reviewed
        give_feedback(store, OfflineCoach(), SESSION, read_clock)
        with pytest.raises(Conflict):
            upload_documents(store, SESSION, AD, None, LATER)
        assert load(store).cv_text == CV.text

    def test_an_expired_interview_is_not_found(self) -> None:
        with pytest.raises(NotFound):
            upload_documents(store_of(build()), SESSION, CV, None, EXPIRED)


class TestKeep:
    def test_an_expired_session_comes_back(self) -> None:
        store = store_of(build())
        keep_session(store, SESSION, EXPIRED)
        assert (load(store).keep, load(store).last_updated) == (True, EXPIRED)

    def test_it_can_be_undone(self) -> None:
        store = store_of(build(keep=True))
        keep_session(store, SESSION, LATER, undo=True)
        assert load(store).keep is False


class FullStore(MemoryStore):
    def collect(self, *args: object, **options: object) -> Collection:
        raise StorageFailed("the disk is full.")


class TestCollect:
    @pytest.mark.parametrize(
        ("interview", "is_deleted"),
        [
            pytest.param(build(), True, id="without an answer"),
            pytest.param(build(is_open=True), True, id="with a question"),
            pytest.param(build(FIRST), False, id="with an answer"),
            pytest.param(build(""), False, id="with a skipped question"),
            pytest.param(build(keep=True), False, id="kept"),
            pytest.param(build(ttl="7d"), False, id="not expired"),
        ],
    )
    def test_only_what_holds_no_answer(
        self, interview: Interview, is_deleted: bool, tmp_path: Path
    ) -> None:
        store = store_of(interview)
        collect_expired(store, FileDrafts(tmp_path), EXPIRED)
        assert (SESSION not in store.sessions) == is_deleted

    def test_a_session_with_a_draft_is_spared(self, tmp_path: Path) -> None:
        store, drafts = store_of(build(is_open=True)), FileDrafts(tmp_path)
        drafts.save(SESSION, 1, "I led")
        collect_expired(store, drafts, EXPIRED)
        assert SESSION in store.sessions

    @pytest.mark.parametrize(("minutes", "is_deleted"), [(59, False), (61, True)])
    def test_once_an_hour(self, minutes: int, is_deleted: bool, tmp_path: Path) -> None:
        store, drafts = MemoryStore(), FileDrafts(tmp_path)
        collect_expired(store, drafts, EXPIRED)
        store.create(build())
        collect_expired(store, drafts, EXPIRED + timedelta(minutes=minutes))
        assert (SESSION not in store.sessions) == is_deleted

    def test_a_store_that_fails_is_ignored(self, tmp_path: Path) -> None:
        collect_expired(FullStore(), FileDrafts(tmp_path), EXPIRED)

    def test_another_error_is_not(self) -> None:
        with pytest.raises(SessionMissing):
            keep_session(MemoryStore(), SESSION, NOW)
