"""Sessions in PostgreSQL: queries, a command, a page, gc, and many processes on one session.

It starts a server of its own, with the settings of Debian's package, on this machine. R is the time
of `python -c pass`.

    python -m benchmarks.postgresql [--sessions 100000] [--rounds 15]
"""

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg

from benchmarks.serve import find_free_port, serving
from benchmarks.timing import INTERVIEW, clean_environment, run
from interview_cli.errors import SessionBusy
from interview_cli.models import Interview
from interview_cli.store.base import Store
from interview_cli.store.files.store import FileStore
from interview_cli.store.ids import generate_id
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.store import PostgresStore
from tests import postgres
from tests.conftest import CV, JOB, STORY
from tests.postgres import Database

WORDS = f"{CV} {JOB} {STORY}".split()
FEW = 20
"""Sessions of the owner whom `status` and the page serve."""
PROCESSES, TURNS = 8, 50
LEASE_S = 60.0
FILL = """
    insert into interview_sessions (owner, id, kind, version, head, doc, expires_at)
    select %(owner)s, made.id, kind, 1, jsonb_set(head, '{session_id}', to_jsonb(made.id::text)),
        replace(doc, s.id::text, made.id::text), s.expires_at
    from interview_sessions s, (
        select (lpad(to_hex(1700000000000 + n), 12, '0') || '70008' || substr(md5(n::text), 1, 15))
            ::uuid as id
        from generate_series(1, %(count)s) n
    ) made
    where s.owner = 'one'
"""


@contextmanager
def start_database() -> Iterator[Database]:
    """Start a server that syncs each commit to the disk, and remove it afterwards."""
    programs = postgres.find_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    server = postgres.start(programs, is_durable=True)
    try:
        yield postgres.create_database(server)
    finally:
        postgres.remove(server, programs)


def build_session(number: int = 0, *, age: timedelta = timedelta(0)) -> Interview:
    """Return a session of about 22 kB, whose words stand in no order."""
    now = datetime.now(UTC) - age + timedelta(microseconds=number)
    chance = random.Random(number)
    return Interview(
        session_id=generate_id(now),
        created_at=now,
        last_updated=now,
        job_title="Electrician",
        company_name="Acme",
        cv_text=" ".join(chance.choices(WORDS, k=1_750)),
        job_description_text=" ".join(chance.choices(WORDS, k=1_750)),
    )


def open_store(address: str, owner: str) -> PostgresStore:
    return PostgresStore(Connections(address), owner, lock_timeout_s=60, lease_s=LEASE_S)


def fill(database: Database, owner: str, count: int, *, age: timedelta = timedelta(0)) -> None:
    """Store copies of one session for an owner."""
    open_store(database.address, "one").create(build_session(age=age))
    with psycopg.connect(database.admin, autocommit=True) as connection:
        connection.execute(FILL, {"owner": owner, "count": count})
        connection.execute("delete from interview_sessions where owner = 'one'")
        connection.execute("vacuum analyze interview_sessions")


def take_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of some work."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def measure_statements(database: Database, count: int) -> None:
    began = time.perf_counter()
    fill(database, "many", count)
    with psycopg.connect(database.admin) as connection:
        (size,) = connection.execute(
            "select pg_total_relation_size('interview_sessions') / 1048576"
        ).fetchone() or (0,)
        plan = (
            "explain (analyze, timing off) select id, head from interview_sessions"
            " where owner = 'many' order by id desc limit 20"
        )
        inside = [
            float(connection.execute(plan.encode()).fetchall()[-1][0].split()[2]) for _ in range(51)
        ]
    print(
        f"{count} sessions of one owner, {size} MB, filled in {time.perf_counter() - began:.0f} s"
    )
    print(f"  newest 20, in the database    {statistics.median(inside):8.2f} ms")
    store = open_store(database.address, "many")
    connections = Connections(database.address)
    wanted = store.summaries(1).summaries[0].session_id
    now = datetime.now(UTC)

    def save() -> None:
        with store.turn(wanted, Interview) as lease:
            lease.save()

    def hold() -> None:
        with store.turn(wanted, Interview):
            pass

    for name, work in (
        ("one empty transaction", lambda: connections.run("many", "select 1")),
        ("newest 20 and their number", lambda: store.summaries(20)),
        ("load one", lambda: store.load(wanted, Interview)),
        ("find by the first 13 digits", lambda: store.find(wanted[:14], now)),
        ("find by the last 8", lambda: store.find(wanted[-8:], now)),
        ("find by the whole id", lambda: store.find(wanted, now)),
        ("take and return a lease", hold),
        ("the same with one save", save),
        ("gc, nothing to do", lambda: store.collect(now)),
    ):
        print(f"  {name:30}{take_ms(work, 31):8.2f} ms, by the client")


def measure_collection(database: Database, count: int) -> None:
    fill(database, "old", count, age=timedelta(days=3))
    store = open_store(database.address, "old")
    began = time.perf_counter()
    done = store.collect(datetime.now(UTC))
    spent = time.perf_counter() - began
    assert len(done.removed) == count
    print(f"gc of {count} expired sessions: {1e6 * spent / count:.0f} µs each")


def measure_command(address: str, folder: Path, rounds: int) -> None:
    """Print what `status` takes, and how much of it is the import and the connection."""
    home = folder / "home"
    files = FileStore(home, lock_timeout_s=10)
    store = open_store(address, "me")
    for number in range(FEW):
        session = build_session(number)
        files.create(session)
        store.create(session)
    connect = f"import psycopg; psycopg.connect({address!r}, connect_timeout=10).close()"
    on_files = clean_environment(INTERVIEW_HOME=str(home))
    cases = {
        "pass": ([sys.executable, "-c", "pass"], on_files),
        "import psycopg": ([sys.executable, "-c", "import psycopg"], on_files),
        "import psycopg, connect": ([sys.executable, "-c", connect], on_files),
        "status, files": ([INTERVIEW, "status"], on_files),
        "status, database": ([INTERVIEW, "status"], on_files | {"INTERVIEW_STORE": address}),
    }
    usages = [{name: run(*case) for name, case in cases.items()} for _ in range(rounds + 1)][1:]
    print(f"{'':32}wall time  processor time of the command")
    for name in cases:
        wall = statistics.median(u[name].wall_ms / u["pass"].wall_ms for u in usages)
        cpu = statistics.median(u[name].cpu_ms / u["pass"].cpu_ms for u in usages)
        print(f"  {name:28}{wall:9.1f} R{cpu:9.1f} R")


def measure_pages(address: str, folder: Path, rounds: int) -> None:
    """Print how long pages take on the two stores; both servers run, and take turns."""
    home = folder / "home"
    command = [sys.executable, "-m", "interview_cli", "--home", str(home), "serve", "--port"]
    ports = {"files": find_free_port(), "database": find_free_port()}
    with serving([*command, str(ports["files"])]):
        os.environ["INTERVIEW_STORE"] = address
        with serving([*command, str(ports["database"])]):
            del os.environ["INTERVIEW_STORE"]
            session = open_store(address, "me").list_ids()[-1]
            time.sleep(4)  # both prepare their first turns
            for path in ("/", f"/session/{session}/interview", f"/api/interviews/{session}"):
                times: dict[str, list[float]] = {name: [] for name in ports}
                for _ in range(20 * rounds):
                    for name, port in ports.items():
                        times[name].append(take_ms(partial(get, port, path), 1))
                files, database = (statistics.median(values[20:]) for values in times.values())
                least = [min(values) for values in times.values()]
                name = path.replace(session, "ID")
                print(
                    f"  {name:24} files {files:6.2f} ms, database {database:6.2f} ms, "
                    f"{database / files:.2f} times (of the quickest {least[1] / least[0]:.2f})"
                )


def get(port: int, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    assert response.status == 200
    response.read()
    connection.close()


def take_turns(address: str, session_id: str, number: int) -> tuple[list[str], int]:
    """Add a line in each turn; return those that were acknowledged, and the refusals."""
    store: Store = open_store(address, "race")
    saved, refused = [], 0
    for place in range(TURNS):
        text = f"Turn {place} of process {number}."
        try:
            with store.turn(session_id, Interview) as lease:
                lease.session.cv_text = f"{lease.session.cv_text}\n{text}"
                lease.save()
                saved.append(text)
        except SessionBusy:
            refused += 1
    return saved, refused


def measure_race(address: str) -> None:
    store = open_store(address, "race")
    session = build_session()
    store.create(session)
    began = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        done = list(pool.map(partial(take_turns, address, session.session_id), range(PROCESSES)))
    spent = time.perf_counter() - began
    acknowledged = [text for saved, _ in done for text in saved]
    text = store.load(session.session_id, Interview).cv_text or ""
    stored = [line for line in text.splitlines() if line.startswith("Turn ")]
    lost = len(set(acknowledged) - set(stored))
    print(
        f"{PROCESSES} processes, {TURNS} turns each on one session, {spent:.1f} s: "
        f"{len(acknowledged)} acknowledged, {sum(refused for _, refused in done)} refused, "
        f"{lost} lost, {len(stored) - len(set(stored))} twice, version "
        f"{store.read_version(session.session_id)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    with start_database() as database, tempfile.TemporaryDirectory() as folder:
        version = subprocess.run(["postgres", "--version"], capture_output=True, text=True)
        print(version.stdout.strip(), "psycopg", psycopg.__version__)
        measure_command(database.address, Path(folder), given.rounds)
        print("pages of a server with a pool, one client:")
        measure_pages(database.address, Path(folder), given.rounds)
        measure_race(database.address)
        measure_collection(database, given.sessions // 5)
        measure_statements(database, given.sessions)
    print("load of the machine:", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main()
