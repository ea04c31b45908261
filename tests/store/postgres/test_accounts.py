"""Users and shares as the office, an owner and a reader type them, and as raw SQL meets them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from interview_cli.store.accounts import derive_cookie, hash_cookie, hash_token
from tests.conftest import CV, JOB, STORY, Line, Result
from tests.postgres import Database

As = Callable[..., Result]


@pytest.fixture
def office(line: Line, database: Database, monkeypatch: pytest.MonkeyPatch) -> Line:
    """The command line of those who manage users."""
    monkeypatch.setenv("INTERVIEW_STORE", database.office)
    return line


@pytest.fixture
def by(line: Line, database: Database, monkeypatch: pytest.MonkeyPatch) -> As:
    """Run a command as an owner, with the rights that the page has."""

    def run(owner: str, *words: str, **expected: object) -> Result:
        with monkeypatch.context() as patch:
            patch.setenv("INTERVIEW_STORE", database.address)
            patch.setenv("INTERVIEW_OWNER", owner)
            return line(*words, **expected)

    return run


def add_users(office: Line, *names: str) -> dict[str, str]:
    """Add users and return their tokens."""
    return {name: office("users", "add", name).stdout.strip() for name in names}


def new(by: As, owner: str, title: str = "Cook") -> str:
    words = ("new", "--title", title, "--company", "Inn")
    return by(owner, *words).stdout.strip()


@contextmanager
def connected(address: str, owner: str | None = None) -> Iterator[psycopg.Connection]:
    """Run raw SQL in one transaction, which is not kept."""
    with psycopg.connect(address) as connection:
        if owner is not None:
            connection.execute("select set_config('interview.owner', %s, true)", (owner,))
        yield connection
        connection.rollback()


class TestUsers:
    """interview users"""

    def test_a_token_is_shown_once_and_stored_hashed(
        self, office: Line, database: Database
    ) -> None:
        result = office("users", "add", "ann")
        token = result.stdout.strip()
        assert len(token) == 43  # 32 bytes in base64
        assert token not in result.stderr
        assert token not in office("users", "list").stdout
        with connected(database.admin) as connection:
            (row,) = connection.execute("select * from interview_users").fetchall()
        assert hash_token(token) in row
        assert hash_cookie(derive_cookie(token)) in row
        for secret in (token, derive_cookie(token)):
            assert secret not in str(row)
            assert secret.encode() not in row

    def test_a_new_token_ends_the_old_one(self, office: Line, database: Database) -> None:
        old = office("users", "add", "ann", "--json").json["token"]
        new = office("users", "token", "ann", "--json").json["token"]
        find = "select interview_find_user(%s)"
        with connected(database.address) as connection:
            found = [
                connection.execute(find, (given,)).fetchone()[0]
                for given in (hash_token(old), hash_cookie(derive_cookie(old)), hash_token(new))
            ]
        assert found == [None, None, "ann"]

    def test_they_are_listed(self, office: Line) -> None:
        assert office("users", "list").stdout == ""
        add_users(office, "bob", "ann")
        names = [user["name"] for user in office("users", "list", "--json").json["users"]]
        assert names == ["ann", "bob"]
        assert [row.split("\t")[0] for row in office("users", "list").stdout.splitlines()] == names

    def test_a_name_that_is_taken_and_one_that_is_not_known(self, office: Line) -> None:
        add_users(office, "ann")
        assert "users token" in office("users", "add", "ann", exit_code=4).stderr
        for words in (["token", "bob"], ["rm", "bob"], ["rm", "bob", "--with-sessions", "--yes"]):
            assert "no user bob" in office("users", *words, exit_code=3).stderr

    def test_what_cannot_be_meant_changes_nothing(self, office: Line) -> None:
        for words in (
            ["add"],
            ["add", "a name with spaces"],
            ["add", "x'; drop table interview_users; --"],
            ["list", "ann"],
            ["add", "ann", "--with-sessions"],
            ["rm", "ann", "--with-sessions"],  # asks, and this is not a terminal
        ):
            assert "hint: " in office("users", *words, exit_code=2).stderr, words
        assert office("users", "list").stdout == ""

    def test_a_user_with_sessions_is_not_removed_by_mistake(self, office: Line, by: As) -> None:
        add_users(office, "ann")
        session = new(by, "ann")
        new(by, "ann")
        refusal = office("users", "rm", "ann", exit_code=4).stderr
        assert "ann has 2 sessions." in refusal
        assert "--with-sessions" in refusal
        assert "ann" in office("users", "list").stdout
        by("ann", "status", session)

    def test_erasing_leaves_nothing_of_them_and_all_of_others(
        self, office: Line, by: As, database: Database
    ) -> None:
        add_users(office, "ann", "bob", "kim")
        session, other = new(by, "ann"), new(by, "bob")
        with psycopg.connect(database.admin) as connection:
            connection.execute(
                "insert into interview_drafts (owner, session_id, part, content) "
                "values ('ann', %s, '1', 'a'), ('bob', %s, '1', 'b')",
                (session, other),
            )
        by("ann", "share", session, "--with", "kim")
        by("bob", "share", other, "--with", "ann")
        by("bob", "share", other, "--with", "kim")
        erased = office("users", "rm", "ann", "--with-sessions", "--yes", "--json").json
        assert erased == {"status": "ok", "name": "ann", "sessions_erased": 1}
        tables = {"users": "name", "sessions": "owner", "drafts": "owner", "collections": "owner"}
        with connected(database.admin) as connection:
            for table, column in tables.items():
                query = f"select {column} from interview_{table} order by 1"
                names = {row[0] for row in connection.execute(query.encode())}
                assert "ann" not in names, table
                assert "bob" in names, table
            shares = connection.execute("select owner, reader from interview_shares").fetchall()
        assert shares == [("bob", "kim")]

    def test_what_a_request_left_can_be_erased_after_its_user(self, office: Line, by: As) -> None:
        new(by, "ann")
        done = office("users", "rm", "ann", "--with-sessions", "--yes", "--json").json
        assert done["sessions_erased"] == 1

    def test_the_role_of_the_page_manages_nobody(self, office: Line, by: As) -> None:
        add_users(office, "ann")
        for words in (["add", "bob"], ["list"], ["token", "ann"], ["rm", "ann"]):
            assert "interview_accounts" in by("me", "users", *words, exit_code=6).stderr
        assert len(office("users", "list").stdout.splitlines()) == 1

    @pytest.mark.parametrize("words", [["users", "list"], ["users", "add", "a"], ["share", "x"]])
    def test_a_folder_has_no_users(self, line: Line, words: list[str]) -> None:
        assert "INTERVIEW_STORE" in line(*words, exit_code=2).stderr


class TestShares:
    """interview share, and what it lets others do"""

    @pytest.fixture
    def shared(self, office: Line, by: As) -> str:
        """A session of ann that kim may read."""
        add_users(office, "ann", "kim", "bob")
        session = new(by, "ann")
        by("ann", "upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
        by("ann", "ask", session)
        assert by("ann", "share", session, "--with", "kim").stdout == "kim\n"
        return session

    def test_the_reader_reads_all_of_it(self, by: As, shared: str) -> None:
        listing = by("kim", "status", "--json").json
        assert listing["total"] == 0
        (row,) = listing["shared"]
        assert (row["session_id"], row["shared_by"]) == (shared, "ann")
        assert row["next_command"].startswith("interview show ")
        assert by("kim", "status").stdout.rstrip("\n").split("\t")[0::9] == [shared, "ann"]
        assert "shared by" in by("kim", "status", shared[-8:]).stdout
        assert "Leeds" in by("kim", "show", "inn-cook", "--cv").stdout
        assert "Cook" in by("kim", "export", shared, "-o", "-", "--format", "md").stdout
        assert by("kim", "show", shared, "--json").json["session"]["session_id"] == shared

    def test_the_reader_changes_nothing(self, by: As, shared: str, database: Database) -> None:
        changes = [
            ["answer", shared, "--text", STORY],
            ["redo", shared, "--number", "1", "--text", STORY],
            ["keep", shared],
            ["rm", shared, "--yes"],
            ["upload", shared, "--cv", "-"],
            ["plan", shared, "--date", "2999-01-01"],
            ["debrief", shared, "--went", "Well."],
            ["new", "--from", shared],
            ["share", shared, "--with", "bob"],
            ["share", shared],
        ]
        query = b"select version, lease_token, doc from interview_sessions"
        with connected(database.admin) as connection:
            before = connection.execute(query).fetchall()
        for words in changes:
            result = by("kim", *words, exit_code=4, stdin=CV)
            assert "only ann can change it" in result.stderr, words
        with connected(database.admin) as connection:
            assert connection.execute(query).fetchall() == before
            assert connection.execute("select owner from interview_drafts").fetchall() == []

    def test_nobody_else_sees_it(self, by: As, shared: str) -> None:
        assert "shared" not in by("bob", "status", "--json").json
        for words in (["show", shared], ["status", shared], ["keep", shared], ["share", shared]):
            by("bob", *words, exit_code=3)

    def test_the_latest_session_is_never_one_of_another(self, by: As, shared: str) -> None:
        by("kim", "ask", exit_code=3)
        by("kim", "show", "latest", exit_code=3)

    def test_a_share_ends(self, by: As, shared: str) -> None:
        by("ann", "share", shared, "--with", "bob")
        assert by("ann", "share", shared, "--json").json["shared_with"] == ["bob", "kim"]
        assert by("ann", "share", shared, "--with", "kim", "--stop").stdout == "bob\n"
        by("kim", "show", shared, exit_code=3)
        by("bob", "show", shared)
        by("ann", "share", shared, "--with", "kim", "--stop", exit_code=3)
        assert by("ann", "share", shared, "--stop").stdout == ""
        by("bob", "show", shared, exit_code=3)

    def test_a_share_ends_with_its_session(self, by: As, shared: str, database: Database) -> None:
        by("ann", "rm", shared, "--yes")
        with connected(database.admin) as connection:
            assert connection.execute("select reader from interview_shares").fetchall() == []
        by("kim", "show", shared, exit_code=3)

    def test_with_whom_nothing_is_shared(self, by: As, shared: str) -> None:
        for reader, exit_code in (("nobody", 3), ("ann", 2), ("a b", 2)):
            by("ann", "share", shared, "--with", reader, exit_code=exit_code)
        assert by("ann", "share", shared).stdout == "kim\n"

    def test_own_sessions_come_before_shared_ones(self, by: As, shared: str) -> None:
        own = new(by, "kim")
        assert own in by("kim", "status", "inn-cook").stdout
        assert by("kim", "status", "--json").json["total"] == 1

    def test_only_own_sessions_are_compared_unless_others_are_named(
        self, by: As, shared: str
    ) -> None:
        assert by("kim", "compare", exit_code=3).stdout == ""
        # It is found, and has no feedback yet.
        by("kim", "compare", shared, exit_code=4)

    def test_raw_sql_of_the_reader(self, shared: str, database: Database) -> None:
        with connected(database.address, "kim") as connection:

            def count(statement: str) -> int:
                return connection.execute(statement.encode()).rowcount

            assert count("select * from interview_sessions") == 1
            assert count("update interview_sessions set doc = ''") == 0
            assert count("delete from interview_sessions") == 0
            assert count("select * from interview_shares") == 1
            assert count("delete from interview_shares") == 0

    def test_raw_sql_of_anybody_else(self, shared: str, database: Database) -> None:
        with connected(database.address, "bob") as connection:
            for table in ("sessions", "drafts", "shares", "collections"):
                rows = connection.execute(f"select * from interview_{table}".encode()).fetchall()
                assert rows == [], table

    def test_raw_sql_that_the_role_of_the_page_may_not_run(
        self, shared: str, database: Database
    ) -> None:
        statements = [
            "select * from interview_users",
            "select count(*) from interview_users",
            "insert into interview_users values ('eve', '1', '1')",
            "update interview_users set token_hash = 'x' where name = 'kim'",
            "delete from interview_users",
            "update interview_shares set reader = 'bob'",
            # A share of what is another's, in their name and in one's own:
            f"insert into interview_shares values ('ann', '{shared}', 'bob')",
            f"insert into interview_shares values ('bob', '{shared}', 'bob')",
            "set role interview_accounts",
        ]
        for statement in statements:
            with (
                connected(database.address, "bob") as connection,
                pytest.raises(psycopg.Error) as caught,
            ):
                connection.execute(statement.encode())
            # 42501: no right to it, or refused by a policy; 23503: there is no such session.
            assert caught.value.sqlstate in ("42501", "23503"), statement

    def test_a_grant_made_by_mistake_shows_no_user(self, shared: str, database: Database) -> None:
        with psycopg.connect(database.admin) as connection:
            connection.execute("grant select on all tables in schema public to interview_app")
        with connected(database.address, "bob") as connection:
            assert connection.execute("select * from interview_users").fetchall() == []

    def test_the_functions_take_no_table_of_somebody_elses(
        self, office: Line, database: Database
    ) -> None:
        token = add_users(office, "ann")["ann"]
        with connected(database.address) as connection:
            connection.execute(
                "create temp table interview_users as "
                "select 'eve' as name, ''::bytea as token_hash, ''::bytea as cookie_hash"
            )
            connection.execute("set local search_path = pg_temp, public")
            find = "select public.interview_find_user(%s)"
            assert connection.execute(find, (b"",)).fetchone() == (None,)
            assert connection.execute(find, (hash_token(token),)).fetchone() == ("ann",)
