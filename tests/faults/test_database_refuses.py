"""A database that is read-only, full, locked, slow, restarted, or seen with a wrong clock."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import freezegun
import psycopg
import pytest

from tests import postgres
from tests.conftest import CV, Line, Result
from tests.faults.conftest import Homes
from tests.faults.database import FilledDatabase, check_discreet
from tests.faults.test_killed import COMMANDS
from tests.postgres import Database, Server

WRITING: dict[str, Callable[[Homes], list[str | Path]]] = {
    "new": lambda homes: ["new", "--title", "T", "--company", "C"],
    "keep": lambda homes: ["keep", homes.session],
    "rm": lambda homes: ["rm", homes.session, "--yes"],
    "job-post new": lambda homes: ["job-post", "new", "--company", "C", "A nurse in Leeds."],
} | {name: command.words for name, command in COMMANDS.items()}
READING = (
    ["status"],
    ["show", "{session}"],
    ["export", "{completed}", "--format", "html", "-o", "-"],
    ["gc", "--dry-run"],
    ["job-post", "list"],
)


@pytest.fixture
def filled(filled: FilledDatabase, monkeypatch: pytest.MonkeyPatch) -> FilledDatabase:
    """A database with four sessions, which is the store of the commands of the test."""
    monkeypatch.setenv("INTERVIEW_STORE", filled.address)
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "0.1")
    return filled


def check_refused(done: Result, message: str, exit_code: int = 6) -> None:
    check_discreet(done)
    error, hint = done.stderr.splitlines()[-2:]
    assert done.exit_code == exit_code, done
    assert error.startswith("error: "), done
    assert message in error, done
    assert hint.startswith("hint: "), done


def check_reading(line: Line, homes: Homes) -> None:
    for words in READING:
        done = line(*(word.format(**vars(homes)) for word in words))
        assert done.stdout + done.stderr


def check_writing(line: Line, homes: Homes, filled: FilledDatabase) -> None:
    """Check that every command that changes something works again."""
    filled.reset()
    for name, words in WRITING.items():
        if name != "rm":
            line(*words(homes))


def test_a_database_that_takes_no_changes(
    line: Line, homes: Homes, filled: FilledDatabase, figure: Callable[[str], None]
) -> None:
    name = filled.run("select current_database()")[0][0]
    filled.run(f"alter database {name} set default_transaction_read_only = on")
    before = filled.read_all()
    for words in WRITING.values():
        check_refused(line.run(*words(homes)), "read-only")
    check_reading(line, homes)
    assert filled.read_all() == before
    filled.run(f"set transaction_read_only = off; alter database {name} reset all")
    check_writing(line, homes, filled)
    figure(f"12. a read-only database: {len(WRITING)} commands refused, reading goes on")


def test_rows_and_tables_that_are_locked(
    line: Line, homes: Homes, filled: FilledDatabase, database: Database
) -> None:
    before = filled.read_all()
    changing = [words for name, words in WRITING.items() if name not in ("new", "job-post new")]
    with psycopg.connect(database.admin) as connection:
        connection.execute("select 1 from interview_sessions for update")
        for words in changing:
            if words(homes) != ["gc"]:  # it skips what others hold
                check_refused(line.run(*words(homes)), "locked", exit_code=7)
        line("gc")
        check_reading(line, homes)
        connection.rollback()
        connection.execute("lock table interview_sessions")
        for words in WRITING.values():
            check_refused(line.run(*words(homes)), "locked", exit_code=7)
        check_refused(line.run("status"), "locked", exit_code=7)
    assert filled.read_all() == before
    check_writing(line, homes, filled)


def test_statements_that_take_too_long(
    line: Line,
    homes: Homes,
    filled: FilledDatabase,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = filled.run("select current_database()")[0][0]
    filled.run(f"alter database {name} set statement_timeout = '100ms'")
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "60")
    before = filled.read_all()
    with psycopg.connect(database.admin) as connection:
        connection.execute("lock table interview_sessions")
        for words in (WRITING["new"](homes), WRITING["answer"](homes), ["gc"], ["status"]):
            check_refused(line.run(*words), "took too long")
    assert filled.read_all() == before
    check_writing(line, homes, filled)


def test_a_server_that_refuses_connections(
    line: Line, homes: Homes, filled: FilledDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = filled.run("select current_database()")[0][0]
    filled.run(f"alter database {name} connection limit 0")
    check_refused(line.run("status"), "there is no connection to it")
    for address in (
        filled.address.replace("app@", "nobody-of-ours@"),
        filled.address.replace(f"/{name}", "/nowhere"),
    ):
        monkeypatch.setenv("INTERVIEW_STORE", address)
        done = line.run(*WRITING["answer"](homes))
        check_refused(done, "there is no connection to it")
        assert "nobody-of-ours" not in done.stderr
        assert "nowhere" not in done.stderr


@pytest.fixture
def full_disk(homes: Homes, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Database]]:
    """A database on a disk of 16 MB, on a memory file system."""
    server = postgres.start_once(Path(os.environ[postgres.SHARED]))
    disk = Path(server.folder) / f"disk-{os.getpid()}"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        disk.rmdir()
        pytest.skip("only root can mount a disk")
    shutil.chown(disk, postgres.find_user())
    admin = psycopg.connect(server.address("postgres", "postgres"), autocommit=True)
    space = f"disk_{os.getpid()}"
    admin.execute(f"create tablespace {space} location '{disk}'".encode())
    database = postgres.create_database(server, options=f"tablespace {space}")
    yield disk, database
    name = database.admin.partition("@/")[2].partition("?")[0]
    admin.execute(f"drop database {name} with (force)".encode())
    admin.execute(f"drop tablespace {space}".encode())
    admin.close()
    subprocess.run(["umount", str(disk)], check=True)
    disk.rmdir()


def wait_for_connection(filled: FilledDatabase) -> None:
    """Wait until the server takes connections: with its disk just full, it may refuse one."""
    for _ in range(50):
        with suppress(psycopg.Error), psycopg.connect(filled.address):
            return
        time.sleep(0.2)


def run_connected(line: Line, *words: str, stdin: str = "") -> Result:
    """Run a command, again if the server with its disk just full refused the connection."""
    for _ in range(50):
        done = line.run(*words, stdin=stdin)
        if "there is no connection to it" not in done.stderr:
            break
        time.sleep(0.2)
    return done


def test_a_full_disk(
    line: Line,
    homes: Homes,
    full_disk: tuple[Path, Database],
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str], None],
) -> None:
    disk, database = full_disk
    filled = FilledDatabase(database, homes.copy())
    monkeypatch.setenv("INTERVIEW_STORE", filled.address)
    monkeypatch.setenv("INTERVIEW_AUTO_GC", "false")  # one of the new sessions may find room
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free))
    # Words of no pattern, which the server cannot press into the room that it has left.
    chance = random.Random(7)
    cv = CV + " ".join(f"{chance.getrandbits(64):x}" for _ in range(9_000))
    before = filled.read_all()
    done = run_connected(line, "upload", homes.session, "--cv", "-", stdin=cv)
    check_refused(done, "the disk of the database is full")
    assert filled.read_all() == before
    refused = 0
    for _ in range(200):  # until the room that was left in the last pages is taken
        done = run_connected(line, *WRITING["new"](homes))
        if done.exit_code:
            check_refused(done, "the disk of the database is full")
            refused += 1
            break
    assert refused
    wait_for_connection(filled)
    check_reading(line, homes)
    line("gc")
    assert filled.read_all().keys().isdisjoint(homes.expired)
    ballast.unlink()
    check_writing(line, homes, filled)
    filled.close()
    figure("12. a full disk of the database (tmpfs): a save refused, reading and gc go on")


@pytest.fixture
def crashing() -> Iterator[tuple[Server, Path]]:
    """A server that no other test uses."""
    programs = postgres.find_programs()
    if programs is None:
        pytest.skip(postgres.NOT_RUN)
    server = postgres.start(programs)
    yield server, programs
    postgres.remove(server, programs)


@pytest.mark.slow
def test_a_server_that_crashes_and_a_standby(
    line: Line,
    homes: Homes,
    crashing: tuple[Server, Path],
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str], None],
) -> None:
    from interview_cli.store.postgres.connection import Connections

    server, programs = crashing
    database = postgres.create_database(server)
    filled = FilledDatabase(database, homes.copy())
    monkeypatch.setenv("INTERVIEW_STORE", filled.address)
    connections = Connections(filled.address)
    line(*WRITING["answer"](homes))
    assert connections.run("me", "select count(*) from interview_sessions") == [(4,)]
    filled.close()
    postgres.restart(server, programs)
    # The connection that lay idle is of the server before the crash.
    assert connections.run("me", "select count(*) from interview_sessions") == [(4,)]
    connections.close()
    assert "It was the last one." in line("show", homes.session).stdout
    standby = postgres.start_standby(server, programs)
    try:
        monkeypatch.setenv("INTERVIEW_STORE", filled.address.replace(server.folder, standby.folder))
        for words in WRITING.values():
            check_refused(line.run(*words(homes)), "read-only")
        check_reading(line, homes)
        assert "It was the last one." in line("show", homes.session).stdout
    finally:
        postgres.remove(standby, programs)
    figure("12. a crash of the server: what was acknowledged is there; a standby only reads")


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_of_the_client_that_jumps(
    line: Line, homes: Homes, filled: FilledDatabase, days: int
) -> None:
    """Sessions expire by the clock of the database."""
    other = datetime.now(UTC) + timedelta(days=days)
    alive = set(homes.everything) - set(homes.expired)
    with freezegun.freeze_time(other, tick=True):
        made = line(*WRITING["new"](homes)).stdout.strip()
        for words in (["gc"], ["gc", "--ttl", "20h"]):
            line(*words)
            assert alive | {made} <= filled.read_all().keys()
    line("gc")
    assert filled.read_all().keys() == alive | {made}
    assert line.run("keep", made).exit_code == 0
