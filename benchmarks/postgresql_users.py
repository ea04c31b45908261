"""A simulated thousand users on sessions in PostgreSQL, and the limits of pool and database.

Two processes stand for two servers of the page, each with a pool of its own. Every user is a
thread with a session: it waits, lists sessions, reads one, and takes a turn. In a turn it holds the
lease, saves the answer, waits as for a model, and saves the next question. In the end every answer
that was acknowledged is looked for.

    python -m benchmarks.postgresql_users [--users 1000] [--minutes 10]
"""

import argparse
import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import psycopg

from benchmarks.postgresql import LEASE_S, build_session, start_database
from benchmarks.serve import print_times, read_processor_s
from interview_cli.errors import InterviewError
from interview_cli.models import Interview
from interview_cli.store.postgres.connection import MAX_CONNECTIONS, Connections
from interview_cli.store.postgres.store import PostgresStore
from tests.postgres import Database

PROCESSES = 2
PAUSE_S = (20.0, 40.0)
"""A user types for so long before each turn."""
MODEL_S = (1.0, 4.0)
POOLS = (1, 2, 5, 10, 20)
CLOSED_USERS, CLOSED_S = 40, 15.0


@dataclass
class Load:
    """What the users of one process do."""

    users: int
    seconds: float
    pause_s: tuple[float, float] = PAUSE_S
    model_s: tuple[float, float] = MODEL_S
    max_connections: int = MAX_CONNECTIONS


@dataclass
class Result:
    """What happened to the users of one process."""

    times: dict[str, list[float]] = field(default_factory=dict)
    turns: int = 0
    lost: int = 0
    errors: list[str] = field(default_factory=list)
    processor_s: float = 0

    def add(self, other: "Result") -> None:
        for name, measured in other.times.items():
            self.times.setdefault(name, []).extend(measured)
        self.turns += other.turns
        self.lost += other.lost
        self.errors += other.errors
        self.processor_s += other.processor_s


class User:
    """One user, who is an owner of their own."""

    def __init__(self, connections: Connections, name: str, load: Load, result: Result) -> None:
        self._store = PostgresStore(connections, name, lock_timeout_s=10, lease_s=LEASE_S)
        self._load, self._result = load, result
        self._chance = random.Random(name)
        self._acknowledged: list[str] = []

    def hold(self, until: float) -> None:
        session = build_session(self._chance.randrange(10**6))
        time.sleep(self._chance.uniform(0, self._load.pause_s[1]))
        self._store.create(session)
        while time.monotonic() < until:
            time.sleep(self._chance.uniform(*self._load.pause_s))
            try:
                with self._timed("list"):
                    self._store.summaries(20)
                with self._timed("load"):
                    self._store.load(session.session_id, Interview)
                self._take_turn(session.session_id)
            except InterviewError as error:
                self._result.errors.append(error.message)
        stored = self._store.load(session.session_id, Interview).cv_text or ""
        self._result.lost += sum(text not in stored for text in self._acknowledged)

    def _take_turn(self, session_id: str) -> None:
        began = time.perf_counter()
        text = f"Answer {len(self._acknowledged)}."
        with self._store.turn(session_id, Interview) as lease:
            lease.session.job_description_text = f"{lease.session.job_description_text}\n{text}"
            lease.session.cv_text = f"{lease.session.cv_text}\n{text}"
            lease.save()
            self._note("answer saved", began)
            self._acknowledged.append(text)
            time.sleep(self._chance.uniform(*self._load.model_s))
            began = time.perf_counter()
            lease.save()
        self._note("question saved", began)
        self._result.turns += 1

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self._note(name, began)

    def _note(self, name: str, began: float) -> None:
        measured = self._result.times.setdefault(name, [])
        measured.append(1000 * (time.perf_counter() - began))


def simulate(address: str, load: Load, process: int) -> Result:
    """Let the users of one process work until the time is over."""
    connections = Connections(address, max_connections=load.max_connections)
    result, until = Result(), time.monotonic() + load.seconds
    threading.stack_size(256 * 1024)
    threads = []
    for number in range(load.users):
        user = User(connections, f"user-{process}-{number}-{os.getpid()}", load, result)
        threads.append(threading.Thread(target=user.hold, args=(until,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connections.close()
    result.processor_s = time.process_time()
    return result


class Watch:
    """Looks at the database once a second."""

    def __init__(self, database: Database) -> None:
        self._admin = psycopg.connect(database.admin, autocommit=True)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self.most: dict[str, float] = {}
        self.processor_s = 0.0

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()
        self._admin.close()

    def _look(self) -> None:
        query = """
            select count(*) as connections, count(*) filter (where state <> 'idle') as at_work,
                coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)
                    as longest_transaction_s,
                array_agg(pid) as pids
            from pg_stat_activity where application_name = 'interview'
        """
        leases = "select count(*) from interview_sessions where lease_until > now()"
        spent: dict[int, float] = {}
        while not self._is_over.wait(1):
            cursor = self._admin.execute(query.encode())
            names = [column.name for column in cursor.description or ()]
            row: dict[str, Any] = dict(zip(names, cursor.fetchone() or (), strict=True))
            for pid in row.pop("pids") or ():
                try:
                    spent[pid] = read_processor_s(pid)
                except OSError:  # it has ended since
                    continue
            row["leases"] = (self._admin.execute(leases.encode()).fetchone() or (0,))[0]
            for name, value in row.items():
                self.most[name] = max(self.most.get(name, 0), float(value))
            self.processor_s = sum(spent.values())


def run_load(database: Database, load: Load) -> tuple[Result, Watch, float]:
    """Run the load in each process, and return what happened and how long it took."""
    total, began = Result(), time.perf_counter()
    with Watch(database) as watch, ProcessPoolExecutor(PROCESSES) as pool:
        for result in pool.map(partial(simulate, database.address, load), range(PROCESSES)):
            total.add(result)
    return total, watch, time.perf_counter() - began


def print_result(total: Result, watch: Watch, spent_s: float) -> None:
    print_times(total.times)
    print(f"  {total.turns} turns, {len(total.errors)} refused, {total.lost} answers lost")
    for message in sorted(set(total.errors)):
        print(f"  {total.errors.count(message)} times: {message}")
    print("  at most:", ", ".join(f"{name} {value:.3g}" for name, value in watch.most.items()))
    print(
        f"  processor time: {total.processor_s:.0f} s of the {PROCESSES} processes, "
        f"{watch.processor_s:.0f} s of the database, in {spent_s:.0f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    with start_database() as database:
        print(f"turns without a pause and without a model, {CLOSED_USERS} users, {CLOSED_S:g} s:")
        for size in POOLS:
            closed = Load(CLOSED_USERS // PROCESSES, CLOSED_S, (0, 0), (0, 0), size)
            total, _, spent_s = run_load(database, closed)
            slowest = sorted(total.times["answer saved"])
            print(
                f"  {size:2} connections a process: {total.turns / spent_s:6.1f} turns a second, "
                f"p99 of a save {slowest[int(0.99 * (len(slowest) - 1))]:6.0f} ms, "
                f"{total.lost} lost, {len(total.errors)} refused"
            )
        print(f"{given.users} users for {given.minutes:g} minutes:")
        load = Load(given.users // PROCESSES, 60 * given.minutes)
        print_result(*run_load(database, load))
    print("load of the machine:", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main()
