"""Measure how long commands take, as multiples of `python -c pass`, in alternating rounds.

Run it with `make bench`. Ratios are medians over paired rounds, so a busy machine changes them less
than milliseconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from interview_cli.models import Interview
from interview_cli.store.files.store import FileStore
from interview_cli.store.ids import generate_id

ROUNDS = 9
SESSIONS = (20, 1_000)
CV = "A line of a CV that is as long as lines in CVs are.\n" * 200


def fill(home: Path, count: int) -> None:
    """Create sessions of about 20 KB each."""
    store = FileStore(home, lock_timeout_s=1)
    for number in range(count):
        now = datetime.now(UTC) + timedelta(microseconds=number)
        store.create(
            Interview(
                session_id=generate_id(now),
                created_at=now,
                last_updated=now,
                job_title=f"Job {number}",
                company_name="Acme",
                cv_text=CV,
                job_description_text=CV,
            )
        )


def milliseconds(command: list[str], home: Path | None) -> float:
    environment = os.environ | ({"INTERVIEW_HOME": str(home)} if home else {})
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    interview = str(Path(sys.executable).with_name("interview"))
    with tempfile.TemporaryDirectory() as folder:
        homes = {count: Path(folder) / str(count) for count in SESSIONS}
        for count, home in homes.items():
            fill(home, count)
        commands: dict[str, tuple[list[str], Path | None]] = {
            "python -c pass": ([sys.executable, "-c", "pass"], None),
            "interview --version": ([interview, "--version"], None),
            "interview --help": ([interview, "--help"], None),
        }
        for count, home in homes.items():
            commands[f"interview status, {count} sessions"] = ([interview, "status"], home)
            commands[f"interview status SESSION of {count}"] = (
                [interview, "status", "acme-job-7"],
                home,
            )
            commands[f"interview gc, {count} sessions"] = ([interview, "gc"], home)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, (command, where) in commands.items():
                taken[name].append(milliseconds(command, where))
    floor = taken["python -c pass"]
    print(f"{'command':<36} {'median ms':>9} {'x python':>9}")
    for name, times in taken.items():
        ratio = statistics.median(t / f for t, f in zip(times, floor, strict=True))
        print(f"{name:<36} {statistics.median(times):>9.0f} {ratio:>9.1f}")


if __name__ == "__main__":
    main()
