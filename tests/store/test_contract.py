"""What every store must do, tested on files, in memory and on a real PostgreSQL."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from interview_cli.errors import NotFound, SessionBusy, SessionDamaged, SessionExpired
from interview_cli.models import Interview, PlanSlot
from interview_cli.post_models import JobPost
from interview_cli.progress import AskedQuestion, Debrief, PlannedSitting
from interview_cli.store.base import Store
from interview_cli.store.files.store import FileStore
from interview_cli.store.ids import generate_id
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.store import PostgresStore
from interview_cli.store.summary import InterviewSummary
from interview_cli.stored import Session
from tests.fakes import MemoryStore
from tests.store.sessions import START, interview


@pytest.fixture(params=["files", "memory", "postgres"])
def store(request: pytest.FixtureRequest, home: Path) -> Iterator[Store]:
    if request.param == "files":
        yield FileStore(home, lock_timeout_s=0)
    elif request.param == "memory":
        yield MemoryStore()
    else:
        connections = Connections(request.getfixturevalue("database").address)
        yield PostgresStore(connections, "jo", lock_timeout_s=0, lease_s=60)
        connections.close()


def test_what_was_created_is_loaded(store: Store) -> None:
    session = interview(cv_text="A CV\nof two lines")
    store.create(session)
    assert store.load(session.session_id, Interview) == session
    assert store.summary(session.session_id).has_cv


def test_plan_debrief_and_transcript_are_kept_and_go_with_their_session(store: Store) -> None:
    day = date(2026, 12, 10)
    sitting = PlannedSitting(date=day, practise="interview", kind="competency", topic="mistake")
    session = interview(
        practise=[PlanSlot(kind="behaviour", topic="", question="Why us?")],
        transcript_source="held.vtt",
        max_questions=100,
        interview_date=day,
        planned_at=START,
        practice_plan=[sitting],
        debrief=Debrief(
            created_at=START,
            questions=[AskedQuestion(content="Why us?", foreseen_by=[1])],
            went="Well.",
            outcome="offer",
        ),
    )
    store.create(session)
    assert store.load(session.session_id, Interview) == session
    summary = store.summary(session.session_id)
    assert isinstance(summary, InterviewSummary)
    assert (summary.interview_date, summary.max_questions) == (day, 100)
    store.remove(session.session_id)
    with pytest.raises(NotFound):
        store.load(session.session_id, Interview)


def test_what_is_not_there_is_not_found(store: Store) -> None:
    missing = generate_id(START)
    for call in (partial(store.load, kind=Interview), store.summary, store.remove):
        with pytest.raises(NotFound):
            call(missing)
    with pytest.raises(NotFound), store.turn(missing, Interview):
        pass


def test_a_lease_saves_as_often_as_it_likes(store: Store) -> None:
    session = interview()
    store.create(session)
    with store.turn(session.session_id, Interview) as lease:
        lease.session.cv_text = "first"
        lease.save()
        assert store.load(session.session_id, Interview).cv_text == "first"
        lease.session.cv_text = "second"
        lease.save()
    assert store.load(session.session_id, Interview).cv_text == "second"


def test_what_was_not_saved_is_not_kept(store: Store) -> None:
    session = interview()
    store.create(session)
    with suppress(KeyError), store.turn(session.session_id, Interview) as lease:
        lease.session.cv_text = "first"
        lease.save()
        lease.session.cv_text = "never"
        raise KeyError
    assert store.load(session.session_id, Interview).cv_text == "first"


def test_one_lease_at_a_time(store: Store) -> None:
    session, other = interview(), interview()
    store.create(session)
    store.create(other)
    with store.turn(session.session_id, Interview):
        with pytest.raises(SessionBusy), store.turn(session.session_id, Interview):
            pass
        with pytest.raises(SessionBusy):
            store.remove(session.session_id)
        with store.turn(other.session_id, Interview):
            pass
        assert store.load(session.session_id, Interview) == session  # readers take no lock
    with store.turn(session.session_id, Interview):
        pass


def test_a_lease_sees_what_was_saved_last(store: Store) -> None:
    session = interview()
    store.create(session)
    with store.turn(session.session_id, Interview) as lease:
        lease.session.cv_text = "new"
        lease.save()
    with store.turn(session.session_id, Interview) as lease:
        assert lease.session.cv_text == "new"


def test_removed_is_gone(store: Store) -> None:
    session, other = interview(), interview()
    store.create(session)
    store.create(other)
    store.remove(session.session_id)
    with pytest.raises(NotFound):
        store.load(session.session_id, Interview)
    assert [summary.session_id for summary in store.summaries().summaries] == [other.session_id]


def test_summaries_are_newest_first_and_limited(store: Store) -> None:
    made = [interview(START + timedelta(microseconds=n)) for n in (3, 1, 4, 0, 2)]
    for session in made:
        store.create(session)
    newest_first = sorted((session.session_id for session in made), reverse=True)
    assert [summary.session_id for summary in store.summaries().summaries] == newest_first
    listing = store.summaries(limit=2)
    assert [summary.session_id for summary in listing.summaries] == newest_first[:2]
    assert (listing.total, listing.damaged) == (5, [])
    later = store.summaries(limit=2, offset=3)
    assert [summary.session_id for summary in later.summaries] == newest_first[3:]
    assert later.total == 5


def test_summaries_of_one_kind(store: Store) -> None:
    post = JobPost(
        session_id=generate_id(START), created_at=START, last_updated=START, company_name="Acme"
    )
    for session in (interview(START + timedelta(seconds=1)), post):
        store.create(session)
    listing = store.summaries(kind="job_post")
    assert [summary.session_id for summary in listing.summaries] == [post.session_id]
    assert listing.total == 1


def test_find(store: Store) -> None:
    old, new = interview(), interview(START + timedelta(seconds=1), title="Baker")
    for session in (old, new):
        store.create(session)
    assert store.find(old.session_id, START) == old.session_id
    assert store.find(old.session_id[-8:], START) == old.session_id
    assert store.find("inn-c", START) == old.session_id
    assert store.find("latest", START) == new.session_id
    for call in (partial(store.find, "latest"), store.latest):
        with pytest.raises(SessionExpired) as raised:
            call(START + timedelta(days=2))
        assert new.session_id[-8:] in raised.value.message


def test_find_by_a_part_of_an_id(store: Store) -> None:
    session = interview()
    store.create(session)
    store.create(interview(START + timedelta(seconds=1)))
    whole = session.session_id
    parts = [whole[:length] for length in (13, 14, 15, 20, 36)]
    parts += [whole[-length:] for length in (4, 12, 13, 35)]
    for part in (*parts, *map(str.upper, parts)):
        assert store.find(part, START) == whole, part
    for part in (whole[:4], whole[:8]):  # both begin so
        with pytest.raises(NotFound, match="fits 2 sessions"):
            store.find(part, START)
    for part in (whole[-3:], whole[1:-1], "----", "%" + whole[-4:], f"{whole}0", "", "\0abc"):
        with pytest.raises(NotFound, match="not found"):
            store.find(part, START)


def test_collect_spares_what_the_user_said_if_told_to(store: Store) -> None:
    answer = {"role": "user", "content": "I led it.", "timestamp": START}
    asked = {"role": "assistant", "content": "What did you do?", "timestamp": START}
    empty = interview(messages=[asked])
    answered = interview(messages=[asked, answer])
    post = JobPost(
        session_id=generate_id(START),
        created_at=START,
        last_updated=START,
        company_name="Inn",
        messages=[answer],
    )
    for session in (empty, answered, post):
        store.create(session)
    now = START + timedelta(hours=25)
    assert store.collect(now, spares=lambda summary: summary.has_answer).removed == [
        empty.session_id
    ]
    assert sorted(store.collect(now).removed) == sorted([answered.session_id, post.session_id])


def test_collect_takes_what_has_expired_and_nothing_else(store: Store) -> None:
    fresh = interview(START + timedelta(hours=2))
    expired = interview(START)
    kept = interview(START, keep=True)
    finished = interview(START, finished_at=START)
    for session in (fresh, expired, kept, finished):
        store.create(session)
    now = START + timedelta(hours=25)
    assert store.collect(now, dry_run=True).removed == [expired.session_id]
    assert store.summaries().total == 4
    done = store.collect(now)
    assert (done.checked, done.removed, done.kept) == (4, [expired.session_id], 3)
    assert store.collect(now).removed == []
    assert store.collect(now, ttl="1h").removed == [fresh.session_id]
    assert store.collect(now, finished=True).removed == [finished.session_id]
    assert [summary.session_id for summary in store.summaries().summaries] == [kept.session_id]


def test_collect_leaves_a_session_in_use(store: Store) -> None:
    session = interview()
    store.create(session)
    now = START + timedelta(days=2)
    with store.turn(session.session_id, Interview):
        done = store.collect(now)
        (skipped,) = done.skipped
        assert session.session_id in skipped.session
        assert (skipped.reason, skipped.is_refused) == ("in use", False)
    assert store.collect(now).removed == [session.session_id]


def test_collect_at_most_every_so_often(store: Store) -> None:
    hour = timedelta(hours=1)
    store.create(interview())
    now = START + timedelta(days=2)
    assert len(store.collect(now, at_most_every=hour).removed) == 1
    store.create(interview())
    assert store.collect(now + hour / 2, at_most_every=hour).checked == 0
    assert len(store.collect(now + hour, at_most_every=hour).removed) == 1


def post(moment: datetime = START, **fields: object) -> JobPost:
    return JobPost(
        session_id=generate_id(moment),
        created_at=moment,
        last_updated=moment,
        company_name="Inn",
        **fields,
    )


def test_sessions_of_two_kinds_stand_side_by_side(store: Store) -> None:
    cook, wanted = interview(), post(START + timedelta(minutes=1))
    store.create(cook)
    store.create(wanted)
    assert store.load(wanted.session_id, JobPost) == wanted
    assert store.load(cook.session_id, Session) == cook
    for session, other in ((cook, JobPost), (wanted, Interview)):
        with pytest.raises(NotFound):
            store.load(session.session_id, other)
        with pytest.raises(NotFound), store.turn(session.session_id, other):
            pass
    assert [summary.kind for summary in store.summaries().summaries] == ["job_post", "interview"]


def test_a_search_keeps_to_the_kind_that_is_meant(store: Store) -> None:
    cook, wanted = interview(), post(START + timedelta(minutes=1))
    store.create(cook)
    store.create(wanted)
    now = START + timedelta(minutes=2)
    assert store.latest(now) == wanted.session_id
    assert store.latest(now, "interview") == cook.session_id
    assert store.find("inn", now, "interview") == cook.session_id
    assert store.find("latest", now, "job_post") == wanted.session_id
    with pytest.raises(NotFound):
        store.find("inn", now)  # both begin so


def test_posts_expire_as_interviews_do(store: Store) -> None:
    lost, done = post(), post(START + timedelta(seconds=1), is_complete=True)
    store.create(lost)
    store.create(done)
    collected = store.collect(START + timedelta(days=2))
    assert collected.removed == [lost.session_id]
    collected = store.collect(START + timedelta(days=2), finished=True)
    assert collected.removed == [done.session_id]


def test_a_document_is_copied_as_it_is(store: Store, tmp_path: Path) -> None:
    cook, wanted = interview(cv_text="Zoë’s CV"), post(START + timedelta(seconds=1))
    other = FileStore(tmp_path / "other", lock_timeout_s=0)
    for session in (cook, wanted):
        other.create(session)
        document = other.read_document(session.session_id)
        assert store.add_document(session.session_id, document)
        assert store.read_document(session.session_id) == document
        assert not store.add_document(session.session_id, document)
    assert store.list_ids() == [cook.session_id, wanted.session_id]
    assert store.load(cook.session_id, Interview) == cook
    assert store.summaries().summaries == other.summaries().summaries


@pytest.mark.parametrize("document", [b"{}", b'{"kind": "caf\xe9"}', b""])
def test_a_damaged_document_is_not_added(store: Store, document: bytes) -> None:
    session_id = generate_id(START)
    with pytest.raises(SessionDamaged):
        store.add_document(session_id, document)
    assert store.list_ids() == []
