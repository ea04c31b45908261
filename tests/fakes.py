"""Test doubles: a store in memory, and a coach that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from interview_cli.coach.base import Exchange, Facts, ProgressListener, QuestionReply, Review
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.errors import CoachFailed, SessionBusy, SessionMissing
from interview_cli.models import PlanSlot
from interview_cli.store.base import Collection, Listing, Skipped
from interview_cli.store.document.sessions import parse_session
from interview_cli.store.expiry import is_expired
from interview_cli.store.ids import explain_wrong_kind, find_latest, resolve_id, select_kind
from interview_cli.store.summary import Summary, summarize
from interview_cli.stored import Session
from tests.conftest import CV, JOB


def facts_of(*exchanges: Exchange, **changes: Any) -> Facts:
    """Return facts of an interview, the defaults replaced by `changes`."""
    defaults: dict[str, Any] = {
        "seed": "seed",
        "fence": "0123456789abcdef",
        "job_title": "Electrician",
        "company_name": "Acme",
        "language": "en",
        "focus": "mixed",
        "level": "mid",
        "max_questions": 8,
        "cv_text": CV,
        "job_text": JOB,
        "exchanges": exchanges,
    }
    return Facts(**defaults | changes)


S = TypeVar("S", bound=Session)


@dataclass
class MemoryLease(Generic[S]):
    store: "MemoryStore"
    session: S

    def save(self) -> None:
        self.store.sessions[self.session.session_id] = self.session.model_copy(deep=True)


class MemoryStore:
    """The store protocol on a dictionary. In messages a session is called by its id."""

    def __init__(self) -> None:
        self.sessions: dict[str, Session] = {}
        self._locks: dict[str, Lock] = {}
        self._collected_at: datetime | None = None

    def create(self, session: Session) -> None:
        MemoryLease(self, session).save()

    def load(self, session_id: str, kind: type[S]) -> S:
        if session_id not in self.sessions:
            raise SessionMissing
        session = self.sessions[session_id].model_copy(deep=True)
        if not isinstance(session, kind):
            raise explain_wrong_kind(session_id, session.kind)
        return session

    def summary(self, session_id: str) -> Summary:
        return summarize(self.load(session_id, Session))

    def summaries(
        self, limit: int | None = None, offset: int = 0, kind: str | None = None
    ) -> Listing:
        stored = self.sessions.items()
        ids = sorted((key for key, one in stored if kind in (None, one.kind)), reverse=True)
        end = None if limit is None else offset + limit
        newest = [self.summary(session_id) for session_id in ids[offset:end]]
        newest.sort(key=lambda summary: (summary.created_at, summary.session_id), reverse=True)
        return Listing(newest, total=len(ids), damaged=[])

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        summaries = self.summaries().summaries
        return resolve_id(typed, list(self.sessions), lambda: summaries, now, kind)

    def latest(self, now: datetime, kind: str | None = None) -> str:
        return find_latest(select_kind(self.summaries().summaries, kind), now)

    @contextmanager
    def turn(self, session_id: str, kind: type[S]) -> Iterator[MemoryLease[S]]:
        self.load(session_id, Session)
        lock = self._locks.setdefault(session_id, Lock())
        if not lock.acquire(blocking=False):
            raise SessionBusy("another process holds this session.")
        try:
            yield MemoryLease(self, self.load(session_id, kind))
        finally:
            lock.release()

    def remove(self, session_id: str) -> None:
        with self.turn(session_id, Session):
            del self.sessions[session_id]

    def list_ids(self) -> list[str]:
        return sorted(self.sessions)

    def shared_by(self, session_id: str) -> None:
        return None

    def read_document(self, session_id: str) -> bytes:
        return self.load(session_id, Session).to_json()

    def add_document(self, session_id: str, document: bytes) -> bool:
        if session_id in self.sessions:
            return False
        self.create(parse_session(Path(session_id), document, Session))
        return True

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        spares=None,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        collection = Collection(dry_run)
        last = self._collected_at
        if at_most_every and last and now - last < at_most_every:
            return collection
        for session_id in list(self.sessions):
            collection.checked += 1
            summary = self.summary(session_id)
            has_expired = is_expired(summary, now, ttl=ttl, finished=finished)
            if not has_expired or (spares and spares(summary)):
                collection.kept += 1
                continue
            try:
                with self.turn(session_id, Session):
                    if not dry_run:
                        del self.sessions[session_id]
                collection.removed.append(session_id)
            except SessionBusy:
                collection.skipped.append(Skipped(session_id, "in use"))
        self._collected_at = now
        return collection


class FailingCoach(OfflineCoach):
    """The offline coach for `turns` calls; later calls fail as with a model."""

    def __init__(self, turns: int = 0) -> None:
        super().__init__()
        self.turns = turns
        self.calls = 0

    def _take_turn(self) -> None:
        self.calls += 1
        if self.calls > self.turns:
            raise CoachFailed("the model did not answer.", "try again")

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        self._take_turn()
        return super().question(facts, slot, listener)

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        self._take_turn()
        return super().review(facts, listener)
