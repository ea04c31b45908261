"""A save whose outcome is unknown, and a process that was away for too long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from interview_cli.errors import SessionBusy
from interview_cli.models import Interview
from interview_cli.store.postgres.connection import TABLES_VERSION, Connections
from interview_cli.store.postgres.faults import ConnectionLost
from interview_cli.store.postgres.migrate import list_migrations
from interview_cli.store.postgres.statements import LEASE, TAKERS
from interview_cli.store.postgres.store import PostgresStore
from tests.postgres import Database
from tests.store.sessions import interview


class BreakingConnections(Connections):
    """Connections of which one breaks as a save begins to end, once."""

    breaks: str = ""
    """`before` or `after` the server has kept the save; empty: not at all."""

    def run(self, owner: str, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        if "returning version" not in statement or not self.breaks:
            return super().run(owner, statement, **values)
        when, self.breaks = self.breaks, ""
        if when == "after":
            super().run(owner, statement, **values)
        raise ConnectionLost("the connection broke.")


@pytest.fixture
def connections(database: Database) -> Iterator[BreakingConnections]:
    opened = BreakingConnections(database.address)
    yield opened
    opened.close()


def create(store: PostgresStore) -> str:
    session = interview()
    store.create(session)
    return session.session_id


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_save_is_kept_once_when_the_connection_breaks(
    connections: BreakingConnections, when: str
) -> None:
    store = PostgresStore(connections, "jo", lock_timeout_s=0, lease_s=60)
    session_id = create(store)
    with store.turn(session_id, Interview) as lease:
        lease.session.cv_text = "first"
        connections.breaks = when
        lease.save()
        assert store.read_version(session_id) == 2
        lease.session.cv_text = "second"
        lease.save()
    assert store.load(session_id, Interview).cv_text == "second"


@pytest.mark.parametrize("when", ["", "before"])
def test_a_process_that_was_away_overwrites_nothing(
    connections: BreakingConnections, when: str
) -> None:
    slow = PostgresStore(connections, "jo", lock_timeout_s=0, lease_s=0)
    session_id = create(slow)
    with slow.turn(session_id, Interview) as late:
        with slow.turn(session_id, Interview) as lease:
            lease.session.cv_text = "of the other process"
            lease.save()
        late.session.cv_text = "too late"
        connections.breaks = when
        with pytest.raises(SessionBusy):
            late.save()
    assert slow.load(session_id, Interview).cv_text == "of the other process"


def test_a_lease_that_the_server_takes_again_too_late_is_still_the_same(
    connections: BreakingConnections,
) -> None:
    """A connection broke as the lease was taken: the statement may run after its repetition."""
    store = PostgresStore(connections, "jo", lock_timeout_s=0, lease_s=60)
    session_id = create(store)
    with store.turn(session_id, Interview) as lease:
        again = {"id": session_id, "lease": timedelta(seconds=60), "taker": lease.token % TAKERS}
        assert connections.run("jo", LEASE, **again)[0][0] == lease.token
        lease.session.cv_text = "mine"
        lease.save()
    assert store.load(session_id, Interview).cv_text == "mine"


def test_the_program_knows_its_last_migration() -> None:
    assert max(list_migrations()) == TABLES_VERSION
