"""The whole program on a real PostgreSQL, as a user types it."""

import json
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.conftest import STORY, Line
from tests.postgres import Database

EXPIRE = (
    "update interview_sessions set expires_at = now() - interval '1 hour', head = "
    "jsonb_set(head, '{last_updated}', to_jsonb('2020-01-01T00:00:00.000000Z'::text))"
)
"""Makes every session one that has expired."""


@pytest.fixture
def db_line(line: Line, database: Database, monkeypatch: pytest.MonkeyPatch) -> Line:
    """The command line with the database as its store."""
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    return line


def test_a_whole_interview(db_line: Line, database: Database) -> None:
    session = db_line.finished()
    assert db_line("status", session, "--json").json["stage"] == "feedback_generated"
    assert STORY in db_line("show", session).stdout
    db_line("export", session, "-o", "report.md")
    assert session[-8:] in db_line("status").stdout
    assert not (db_line.home / "sessions").exists()
    with psycopg.connect(database.admin) as connection:
        (row,) = connection.execute(
            "select owner, id::text, kind from interview_sessions"
        ).fetchall()
    assert row == ("me", session, "interview")
    db_line("rm", session, "--yes")
    db_line("status", session, exit_code=3)


def test_a_job_post(db_line: Line) -> None:
    post = db_line("job-post", "new", "--company", "Acme", "A nurse in Leeds").stdout.strip()
    db_line("job-post", "say", "--post", post, "Full time, 30,000 pounds a year")
    assert "Leeds" in db_line("job-post", "show", post).stdout


def test_another_owner_sees_nothing(db_line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    session = db_line.started()
    monkeypatch.setenv("INTERVIEW_OWNER", "somebody-else")
    assert db_line("status").stdout == ""
    for words in (["status"], ["show"], ["rm", "--yes"], ["keep"], ["answer", "--text", STORY]):
        db_line(words[0], session, *words[1:], exit_code=3)
    monkeypatch.setenv("INTERVIEW_OWNER", "me")
    assert db_line("status", session, "--json").json["stage"] == "in_progress"


def test_the_doctor_checks_the_database(db_line: Line) -> None:
    db_line.new()
    findings = {row["check"]: row for row in db_line("doctor", "--json").json["checks"]}
    assert findings["database"]["outcome"] == findings["role"]["outcome"] == "ok"
    assert "1 stored for me" in findings["sessions"]["message"]


def test_the_doctor_names_a_database_that_takes_no_changes(
    db_line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    db_line.new()
    monkeypatch.setenv("PGOPTIONS", "-c default_transaction_read_only=on")
    checks = db_line("doctor", "--json", exit_code=6).json["checks"]
    findings = {row["check"]: row for row in checks}
    assert "read-only" in findings["database"]["message"]
    assert "main server" in findings["database"]["hint"]
    assert "1 stored for me" in findings["sessions"]["message"]


def test_a_user_whom_no_policy_stops_is_told_of(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.admin)
    assert "row-level security" in line("doctor").stdout


def test_from_a_folder_to_a_database_and_back(
    line: Line, database: Database, tmp_path: Path
) -> None:
    finished, begun = line.finished(), line.started()
    (line.home / "drafts").mkdir(exist_ok=True)
    (line.home / "drafts" / f"{begun}.1.txt").write_text("half a sentence", "utf-8")
    to_database = ("store", "copy", "--from", line.home, "--to", database.address)
    assert line(*to_database, "--owner", "kim").stdout == "copied 2 sessions\n"
    with psycopg.connect(database.admin) as connection:
        connection.execute("delete from interview_drafts")  # as if it had been stopped there
    assert line(*to_database, "--owner", "kim", "--json").json["exists"] == 2
    back = tmp_path / "back"
    from_database = ("store", "copy", "--from", database.address, "--to", back)
    assert line(*from_database).stdout == "copied 0 sessions\n"  # of "me"
    line_of_kim = Line(line.home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTERVIEW_OWNER", "kim")
        assert line_of_kim(*from_database).stdout == "copied 2 sessions\n"
    for session in (finished, begun):
        copy = back / "sessions" / f"{session}.json"
        assert copy.read_bytes() == line.path(session).read_bytes()
    assert (back / "drafts" / f"{begun}.1.txt").read_text("utf-8") == "half a sentence"


def test_a_damaged_session_is_named_and_the_others_are_copied(
    line: Line, database: Database
) -> None:
    good, bad = line.new(), line.new()
    line.path(bad).write_text("{", "utf-8")
    result = line("store", "copy", "--from", line.home, "--to", database.address, exit_code=6)
    assert bad[-8:] in result.stderr
    assert "damaged" in result.stderr
    assert line("store", "copy", "--from", line.home, "--to", database.address, exit_code=6)
    with psycopg.connect(database.admin) as connection:
        rows = connection.execute("select id::text from interview_sessions").fetchall()
    assert rows == [(good,)]


def test_what_exists_with_other_content_is_not_overwritten(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = line.new()
    words = ("store", "copy", "--from", line.home, "--to", database.address)
    line(*words)
    line.edit(session, company_name="Other")
    result = line(*words)
    assert "with other content" in result.stderr
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    assert "Other" not in line("status", session).stdout


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://here/db", "is not the address of a database"),
        ("postgresql://jo:secret@here/db", "holds a password"),
        ("postgresql://here/db?password=secret", "holds a password"),
    ],
)
def test_an_address_that_cannot_be_used(
    line: Line, monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", address)
    result = line("status", exit_code=2)
    assert words in result.stderr
    assert "secret" not in result.stderr


def test_a_server_that_is_not_there(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", "postgresql://app@127.0.0.1:9/none")
    error, hint = line("status", exit_code=6).stderr.splitlines()
    assert error == "error: the database cannot be reached, or the connection broke."
    assert hint.startswith("hint: ")


def test_migrate(line: Line, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.admin)
    assert line("store", "migrate").stdout == "the tables are up to date\n"
    with psycopg.connect(database.admin) as connection:
        connection.execute("delete from interview_schema")
    assert "older than this program" in line("status", exit_code=6).stderr
    with psycopg.connect(database.admin) as connection:
        connection.execute("insert into interview_schema (version) values (1), (2), (99)")
    assert "newer than this program" in line("status", exit_code=6).stderr
    assert "newer than this program" in line("store", "migrate", exit_code=6).stderr


def test_an_empty_database_is_set_up(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = database.admin.partition("@/")[2].partition("?")[0] + "_empty"
    with psycopg.connect(database.admin, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    original = database.admin.partition("@/")[2].partition("?")[0]
    admin = database.admin.replace(f"/{original}?", f"/{name}?")
    monkeypatch.setenv("INTERVIEW_STORE", admin)
    result = line("status", exit_code=6)
    assert "interview store migrate" in result.stderr
    assert json.loads(line("store", "migrate", "--json").stdout)["applied"] == [1, 2, 3]
    monkeypatch.setenv("INTERVIEW_STORE", admin.replace("postgres@", "app@"))
    line.new()
    assert len(line("status").stdout.splitlines()) == 1


def test_a_collector_of_all_owners(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    sessions = []
    for owner in ("ann", "bob"):
        monkeypatch.setenv("INTERVIEW_OWNER", owner)
        sessions.append(line.new("--ttl", "1m"))
    with psycopg.connect(database.admin) as connection:
        connection.execute(EXPIRE)
    assert "interview_collector" in line("gc", "--all-owners", exit_code=6).stderr
    monkeypatch.setenv("INTERVIEW_STORE", database.address.replace("app@", "collector@"))
    done = line("gc", "--all-owners", "--json").json
    assert sorted(done["removed"]) == sorted(sessions)


@pytest.mark.parametrize("printing", [[], ["--print-cron"], ["--print-systemd"]])
def test_gc_of_all_owners_needs_a_database(line: Line, printing: list[str]) -> None:
    assert "database" in line("gc", "--all-owners", *printing, exit_code=2).stderr


@pytest.mark.parametrize("user", ["app", "collector"])
def test_a_timer_collects_in_the_database(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    """The line for cron, run without this environment; a script for systemd has the same words."""
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    monkeypatch.setenv("INTERVIEW_OWNER", "ann")
    line.new("--ttl", "1m")
    with psycopg.connect(database.admin) as connection:
        connection.execute(EXPIRE)
    monkeypatch.setenv("INTERVIEW_STORE", database.address.replace("app@", f"{user}@"))
    options = ["--all-owners"] if user == "collector" else []
    script = line("gc", *options, "--print-systemd").stdout
    assert 'ExecStart=/usr/bin/env "INTERVIEW_STORE=postgresql://' in script
    command = line("gc", *options, "--print-cron").stdout.removeprefix("17 * * * * ")
    assert ("INTERVIEW_OWNER=ann" in command) == (user == "app")
    done = subprocess.run(["env", "-i", "/bin/sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with psycopg.connect(database.admin) as connection:
        assert connection.execute("select id from interview_sessions").fetchall() == []


def test_a_draft_is_kept_in_the_database(db_line: Line, database: Database) -> None:
    from interview_cli.store.postgres.connection import Connections
    from interview_cli.store.postgres.drafts import PostgresDrafts

    session = db_line.started()
    connections = Connections(database.address)
    drafts = PostgresDrafts(connections, "me")
    drafts.save(session, 1, "half \udcff a sentence")
    assert drafts.load(session, 1) == "half \ufffd a sentence"
    assert drafts.list_session_ids() == {session}
    db_line("rm", session, "--yes")
    assert drafts.list_session_ids() == set()
    connections.close()


def test_an_upload_and_a_redo(db_line: Line) -> None:
    session = db_line.answered()
    db_line("redo", session, "--number", "2", "--text", f"{STORY} Again.")
    assert "Again." in db_line("show", session).stdout
