"""A real PostgreSQL for the tests: one server a run, a database of its own for whoever asks."""

import json
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from filelock import FileLock

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
SHARED = "TESTS_SHARED_FOLDER"
"""The variable that names a folder which all workers of a run share."""
NOT_RUN = "NOT RUN: PostgreSQL is not installed; no session was kept in a database"
_PORT = 5432
_NOTE = "server.json"
_numbers = count()


@dataclass(frozen=True)
class Server:
    """A server that listens on a socket in its folder, and on a port of loopback."""

    folder: str
    port: int

    def address(self, database: str, user: str) -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"


@dataclass(frozen=True)
class Database:
    """A database with the tables of interview."""

    address: str
    """The address for its user, who has the role interview_app."""
    admin: str
    """The address for the owner of the tables, whom no policy stops."""

    @property
    def office(self) -> str:
        """The address for a user with the role interview_accounts."""
        return self.address.replace("app@", "office@")


def find_programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None if it is not installed."""
    found = [folder for folder in _FOLDERS if (folder / "initdb").exists()]
    if found:
        return found[0]
    program = shutil.which("initdb")
    return Path(program).resolve().parent if program else None


def start_once(shared: Path) -> Server:
    """Start the server of this run, unless another worker has. `shared` belongs to all workers."""
    with FileLock(shared / "lock"):
        note = shared / _NOTE
        if note.exists():
            return Server(**json.loads(note.read_text("utf-8")))
        programs = find_programs()
        if programs is None:
            pytest.skip(NOT_RUN)
        server = start(programs)
        note.write_text(json.dumps(vars(server)), "utf-8")
        return server


def stop(shared: Path) -> None:
    """Stop the server of this run and remove its files, if there is one."""
    note = shared / _NOTE
    programs = find_programs()
    if note.exists() and programs:
        remove(Server(**json.loads(note.read_text("utf-8"))), programs)


def create_database(
    server: Server, template: str = "interview_tests", options: str = ""
) -> Database:
    """Create a database from a template that has the tables."""
    name = f"{template}_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server.address("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"create database {name} template {template} {options}".encode())
    return Database(server.address(name, "app"), server.address(name, "postgres"))


def remove(server: Server, programs: Path) -> None:
    """Stop a server and remove its files."""
    run(programs / "pg_ctl", "stop", "-m", "immediate", "-D", f"{server.folder}/data")
    shutil.rmtree(server.folder, ignore_errors=True)


def restart(server: Server, programs: Path) -> None:
    """Do as after a crash of the server, and wait until it can be reached."""
    data, log = f"{server.folder}/data", f"{server.folder}/log"
    run(programs / "pg_ctl", "restart", "-w", "-m", "immediate", "-D", data, "-l", log)


def start_standby(primary: Server, programs: Path) -> Server:
    """Start a server that follows another one and takes no changes."""
    folder = _make_folder()
    data, log = folder / "data", folder / "log"
    source = ("-h", primary.folder, "-p", primary.port, "-U", "postgres")
    run(programs / "pg_basebackup", *source, "-D", data, "-R", "-c", "fast", "--no-sync")
    options = f"-k {folder} -p {_PORT} -c listen_addresses= -c max_connections=200"
    run(programs / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)
    return Server(str(folder), _PORT)


def start(programs: Path, *, is_durable: bool = False) -> Server:
    """Start a new server with the users of the tests and a template with the tables.

    Unless it is durable, only a crash of the machine could lose what it has acknowledged.
    """
    folder = _make_folder()
    data, port = folder / "data", _PORT
    run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {folder} -p {port} -c listen_addresses= -c max_connections=200 -c jit=off"
    options += "" if is_durable else " -c fsync=off"
    log = folder / "log"
    run(programs / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)
    server = Server(str(folder), port)
    _make_template(server)
    return server


def _make_folder() -> Path:
    # Short, because the path of a socket has at most 107 bytes; outside of root's own folders,
    # because the server runs as another user.
    folder = Path(tempfile.mkdtemp(prefix="interview-pg-", dir="/tmp"))
    if os.getuid() == 0:
        shutil.chown(folder, find_user())
    return folder


def _make_template(server: Server) -> None:
    from interview_cli.store.postgres.connection import Connections
    from interview_cli.store.postgres.migrate import migrate

    with psycopg.connect(server.address("postgres", "postgres"), autocommit=True) as connection:
        connection.execute("create database interview_tests")
    connections = Connections(server.address("interview_tests", "postgres"), is_migrating=True)
    migrate(connections)
    connections.close()
    with psycopg.connect(server.address("postgres", "postgres"), autocommit=True) as connection:
        connection.execute("create role app login in role interview_app")
        connection.execute("create role collector login in role interview_collector")
        connection.execute("create role office login in role interview_accounts")


def find_user() -> str:
    """Return the user that the server runs as, because it refuses to run as root."""
    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


def run(program: Path, *words: object) -> None:
    """Run a program of PostgreSQL as the user of the server."""
    command = [str(program), *map(str, words)]
    if os.getuid() == 0:
        command = ["runuser", "-u", find_user(), "--", *command]
    # Its output must not keep the pipes of the tests open.
    subprocess.run(
        command,
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
