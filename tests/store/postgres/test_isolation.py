"""No statement of one owner reaches another owner's rows, whatever a statement says."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from interview_cli.errors import NotFound
from interview_cli.models import Interview
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.drafts import PostgresDrafts
from interview_cli.store.postgres.store import PostgresStore
from tests import postgres
from tests.conftest import STORY, Line
from tests.postgres import Database
from tests.store.sessions import interview

SECRET = "The CV of Ann"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TABLES = ("interview_sessions", "interview_drafts", "interview_collections")


@pytest.fixture(scope="module")
def database() -> Database:
    """One database for all tests here: none of them may change what they start from."""
    return postgres.create_database(postgres.start_once(Path(os.environ[postgres.SHARED])))


@pytest.fixture(scope="module")
def connections(database: Database) -> Iterator[Connections]:
    opened = Connections(database.address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def of_ann(connections: Connections) -> str:
    """The id of a session of Ann, who has a draft and a collection too."""
    session = interview(NOW, cv_text=SECRET)
    session_id = session.session_id
    store = PostgresStore(connections, "ann", lock_timeout_s=0, lease_s=60)
    store.create(session)
    PostgresDrafts(connections, "ann").save(session_id, 1, SECRET)
    store.collect(NOW)
    return session_id


@pytest.fixture(autouse=True)
def rows_of_ann_stay(database: Database, of_ann: str) -> Iterator[None]:
    """Check after each test that every row of Ann is as it was."""
    before = read_rows_of_ann(database)
    assert all(before)
    yield
    assert read_rows_of_ann(database) == before


def read_rows_of_ann(database: Database) -> list[Any]:
    with psycopg.connect(database.admin) as connection:
        return [
            connection.execute(f"select * from {table} where owner = 'ann'".encode()).fetchall()
            for table in TABLES
        ]


NOTHING = {
    "all rows": "select * from interview_sessions",
    "the owner by name": "select doc from interview_sessions where owner = 'ann'",
    "the id": "select doc from interview_sessions where id = '{id}'",
    "a condition that is always true": "select doc from interview_sessions where '' = '' or true",
    "drafts": "select * from interview_drafts",
    "collections": "select * from interview_collections",
    "a count": "select 1 from interview_sessions having count(*) > 0",
    "a union": "select 'a' from interview_sessions union select part from interview_drafts",
    "a lock": "select id from interview_sessions for update",
    "a cursor": "declare c cursor for select * from interview_sessions; fetch all from c",
    "statistics": "select most_common_vals from pg_stats where tablename like 'interview%'",
    "a change": "update interview_sessions set doc = '' where owner = 'ann' returning doc",
    "a change of all": "update interview_sessions set version = 0 returning doc",
    "taking a session over": "update interview_sessions set owner = 'eve' returning doc",
    "freeing a lease": "update interview_sessions set lease_until = null returning id",
    "deleting": "delete from interview_sessions where owner = 'ann' returning doc",
    "deleting all": "delete from interview_drafts returning content",
    "a delete inside a select": "with d as (delete from interview_sessions returning *) table d",
    "no owner": "reset interview.owner; select doc from interview_sessions",
    "an empty owner": "set local interview.owner = ''; select doc from interview_sessions",
    "a pattern as owner": "set local interview.owner = '%'; select doc from interview_sessions",
    "an owner in quotes": (
        "select set_config('interview.owner', 'eve'' or owner = ''ann', true);"
        "select doc from interview_sessions"
    ),
    "a view": (
        "create temp view v as table interview_sessions; select * from v where owner = 'ann'"
    ),
    "a function of its definer": (
        "create function pg_temp.f() returns setof text language sql security definer as"
        " 'select doc from public.interview_sessions'; select * from pg_temp.f()"
    ),
    "another current_setting": (
        "create function pg_temp.current_setting(text, boolean) returns text language sql as"
        " $$select 'ann'$$; set local search_path = pg_temp, public, pg_catalog;"
        " select doc from interview_sessions"
    ),
    "a cheap function that sees each row": (
        "create function pg_temp.leak(text) returns boolean cost 0.0000001 language plpgsql as"
        " $$begin raise exception 'leaked %', $1; end$$;"
        " select doc from interview_sessions where pg_temp.leak(doc)"
    ),
}
"""Statements of another owner that return no row."""

REFUSED = {
    "another's session": (
        "insert into interview_sessions (owner, id, kind, version, head, doc)"
        " values ('ann', gen_random_uuid(), 'interview', 1, '{{}}', '')"
    ),
    "an owner of no name": (
        "insert into interview_sessions (owner, id, kind, version, head, doc)"
        " values ('', gen_random_uuid(), 'interview', 1, '{{}}', '')"
    ),
    "another's draft": (
        "insert into interview_drafts (owner, session_id, part, content)"
        " values ('ann', '{id}', '2', 'x')"
    ),
    "a conflict with another's row": (
        "insert into interview_drafts (owner, session_id, part, content)"
        " values ('ann', '{id}', '1', 'x')"
        " on conflict (owner, session_id, part) do update set content = excluded.content"
    ),
    "another's collection": "insert into interview_collections values ('ann', now())",
    "giving a session away": (
        "insert into interview_sessions (owner, id, kind, version, head, doc)"
        " values ('eve', '{id}', 'interview', 1, '{{}}', '');"
        "update interview_sessions set owner = 'ann'"
    ),
    "no policies": "set local row_security = off; select * from interview_sessions",
    "dropping a policy": "drop policy own_rows on interview_sessions",
    "an own policy": "create policy all_rows on interview_sessions using (true)",
    "ending policies": "alter table interview_sessions disable row level security",
    "emptying a table": "truncate interview_sessions",
    "a trigger": (
        "create function pg_temp.t() returns trigger language plpgsql as 'begin return new; end';"
        "create trigger t after update on interview_sessions execute function pg_temp.t()"
    ),
    "a rule": "create rule r as on update to interview_sessions do also select 1",
    "a table in public": "create table public.stolen as select * from interview_sessions",
    "the collector's role": "set role interview_collector",
    "the owner of the tables": "set role postgres",
    "another user": "set session authorization postgres",
    "raw statistics": "select * from pg_statistic",
    "a file of the server": "select pg_read_file('base/1/1259')",
    "a program": "copy (select 1) to program 'true'",
    "rows from a program": "copy interview_sessions from program 'true'",
    "the history of the tables": "delete from interview_schema",
}
"""Statements that the server refuses to the role interview_app."""


def run_as_eve(database: Database, statement: str, session_id: str) -> list[Any]:
    """Run statements as the application would for Eve, and return the rows of the last one."""
    with psycopg.connect(database.address) as connection:
        connection.execute("select set_config('interview.owner', 'eve', true)")
        cursor = connection.execute(statement.format(id=session_id).encode())
        while cursor.nextset():
            pass
        return cursor.fetchall() if cursor.description else []


@pytest.mark.parametrize("name", NOTHING)
def test_a_statement_that_finds_nothing(database: Database, of_ann: str, name: str) -> None:
    assert run_as_eve(database, NOTHING[name], of_ann) == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_statement_that_is_refused(database: Database, of_ann: str, name: str) -> None:
    with pytest.raises(
        (psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)
    ):
        run_as_eve(database, REFUSED[name], of_ann)


def test_the_statements_find_what_is_eves(database: Database, of_ann: str) -> None:
    """Else the tests above would pass on an empty table."""
    statement = (
        "insert into interview_sessions (owner, id, kind, version, head, doc)"
        " values ('eve', '{id}', 'interview', 1, '{{}}', 'hers');"
        " delete from interview_sessions returning doc"
    )
    assert run_as_eve(database, statement, of_ann) == [("hers",)]


def test_a_copy_of_a_table_holds_no_other_owner(database: Database, of_ann: str) -> None:
    with psycopg.connect(database.address) as connection:
        connection.execute("select set_config('interview.owner', 'eve', true)")
        with connection.cursor().copy("copy interview_sessions to stdout") as copy:
            assert b"".join(copy) == b""


def test_an_owner_ends_with_the_transaction(database: Database, of_ann: str) -> None:
    """A pooler gives the connection to the next user."""
    with psycopg.connect(database.address, autocommit=True) as connection:
        with connection.transaction():
            connection.execute("select set_config('interview.owner', 'ann', true)")
            assert connection.execute("select doc from interview_sessions").fetchall()
        assert connection.execute("select doc from interview_sessions").fetchall() == []


def test_every_table_with_an_owner_has_the_wall(database: Database) -> None:
    """A table of a later migration too."""
    with psycopg.connect(database.admin) as connection:
        open_tables = connection.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
            " where a.attname = 'owner' and c.relkind = 'r' and c.relname like 'interview%'"
            " and not (c.relrowsecurity and c.relforcerowsecurity)"
        ).fetchall()
    assert open_tables == []


def test_the_owner_of_the_tables_does_not_pass(database: Database, of_ann: str) -> None:
    """Unless it is a superuser."""
    with psycopg.connect(database.admin) as connection:
        connection.execute("create role keeper")
        connection.execute("alter table interview_sessions owner to keeper")
        connection.execute("alter table interview_shares owner to keeper")
        connection.execute("set local role keeper")
        assert connection.execute("select * from interview_sessions").fetchall() == []
        connection.rollback()


def test_a_guessed_id_is_not_found(connections: Connections, of_ann: str) -> None:
    eve = PostgresStore(connections, "eve", lock_timeout_s=0, lease_s=60)
    assert eve.list_ids() == []
    assert eve.summaries().total == 0
    assert eve.read_version(of_ann) is None
    calls: list[Callable[[], Any]] = [
        lambda: eve.load(of_ann, Interview),
        lambda: eve.summary(of_ann),
        lambda: eve.read_document(of_ann),
        lambda: eve.remove(of_ann),
        lambda: eve.find(of_ann, NOW),
        lambda: eve.find(of_ann[-8:], NOW),
        lambda: eve.find("inn-cook", NOW),
        lambda: eve.latest(NOW),
        lambda: eve.turn(of_ann, Interview).__enter__(),
    ]
    for call in calls:
        with pytest.raises(NotFound):
            call()
    drafts = PostgresDrafts(connections, "eve")
    assert (drafts.load(of_ann, 1), drafts.list_parts(of_ann)) == ("", [])
    drafts.remove_session(of_ann)
    assert eve.collect(NOW, ttl="1m", finished=True).checked == 0
    assert PostgresDrafts(connections, "ann").load(of_ann, 1) == SECRET


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("show",),
    ("ask",),
    ("answer", "--text", STORY),
    ("redo", "--number", "1", "--text", STORY),
    ("upload", "--job-text", "A cook who can bake bread and lead a kitchen of six people."),
    ("feedback",),
    ("export",),
    ("keep",),
    ("plan", "--date", "2100-01-01"),
    ("stories",),
    ("compare",),
    ("debrief", "--question", "Why us?"),
    ("rm", "--yes"),
    ("job-post", "show"),
)


@pytest.mark.parametrize("guess", ["whole", "short", "first half", "upper case"])
def test_no_command_reaches_a_guessed_id(
    line: Line,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    of_ann: str,
    guess: str,
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    monkeypatch.setenv("INTERVIEW_OWNER", "eve")
    typed = {
        "whole": of_ann,
        "short": of_ann[-8:],
        "first half": of_ann[:18],
        "upper case": of_ann.upper(),
    }[guess]
    for words in COMMANDS:
        place = 2 if words[0] == "job-post" else 1
        done = line(*words[:place], typed, *words[place:], exit_code=3)
        assert "Cook" not in done.stdout + done.stderr, words
    line("new", "--from", typed, exit_code=3)
    line("gc", "--ttl", "1m")
