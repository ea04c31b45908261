"""Test doubles: a store in memory, and a coach that fails."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from interview_cli.coach.base import Exchange, Facts, QuestionReply, Review, Watch
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.errors import CoachFailed, NotFound, SessionBusy
from interview_cli.models import Interview, JobPost, PlanSlot, Session
from interview_cli.store.base import Collection, Listing, Skipped
from interview_cli.store.expiry import expired
from interview_cli.store.files.heads import parse
from interview_cli.store.files.summaries import Summary, summarized
from interview_cli.store.ids import latest, only, resolve
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
KINDS: dict[str, type[Session]] = {"interview": Interview, "job_post": JobPost}


@dataclass
class MemoryLease(Generic[S]):
    store: "MemoryStore"
    session: S

    def save(self) -> None:
        self.store.files[self.session.session_id] = self.session.to_json()


class MemoryStore:
    """A store in a dictionary that passes the contract tests of every store."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._locks: dict[str, Lock] = {}
        self._collected_at: datetime | None = None

    def create(self, session: Session) -> None:
        MemoryLease(self, session).save()

    def load(self, session_id: str, kind: type[S]) -> S:
        content = self._content(session_id)
        session = KINDS[json.loads(content)["kind"]].model_validate_json(content)
        if not isinstance(session, kind):
            raise NotFound("a session of the other kind.")
        return session

    def head(self, session_id: str) -> Summary:
        path = Path(f"{session_id}.json")
        return summarized(path, parse(path, self._content(session_id)))

    def heads(self, limit: int | None = None) -> Listing:
        ids = sorted(self.files, reverse=True)
        heads = [self.head(session_id) for session_id in ids[:limit]]
        heads.sort(key=lambda head: (head.created_at, head.session_id), reverse=True)
        return Listing(heads, total=len(ids), damaged=[])

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        return resolve(typed, list(self.files), lambda: self._of(kind), now)

    def latest(self, now: datetime, kind: str | None = None) -> str:
        return only(latest(self._of(kind), now), "latest")

    def _of(self, kind: str | None) -> list[Summary]:
        return [head for head in self.heads().heads if kind in (None, head.kind)]

    @contextmanager
    def turn(self, session_id: str, kind: type[S]) -> Iterator[MemoryLease[S]]:
        self.head(session_id)
        lock = self._locks.setdefault(session_id, Lock())
        if not lock.acquire(blocking=False):
            raise SessionBusy("another process holds this session.")
        try:
            yield MemoryLease(self, self.load(session_id, kind))
        finally:
            lock.release()

    def remove(self, session_id: str) -> None:
        with self.turn(session_id, Session):
            del self.files[session_id]

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        done = Collection(dry_run)
        last = self._collected_at
        if at_most_every and last and now - last < at_most_every:
            return done
        for session_id in list(self.files):
            done.checked += 1
            if not expired(self.load(session_id, Session), now, ttl=ttl, finished=finished):
                done.kept += 1
                continue
            try:
                with self.turn(session_id, Session):
                    if not dry_run:
                        del self.files[session_id]
                done.removed.append(session_id)
            except SessionBusy:
                done.skipped.append(Skipped(f"{session_id}.json", "in use"))
        self._collected_at = now
        return done

    def _content(self, session_id: str) -> bytes:
        if session_id not in self.files:
            raise NotFound("Session not found or expired.")
        return self.files[session_id]


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

    def question(self, facts: Facts, slot: PlanSlot, watch: Watch) -> QuestionReply:
        self._take_turn()
        return super().question(facts, slot, watch)

    def review(self, facts: Facts, watch: Watch) -> Review:
        self._take_turn()
        return super().review(facts, watch)
