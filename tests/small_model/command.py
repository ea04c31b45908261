"""Run the `interview` command, each turn of a model within its share of the time."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.time_limits import scaled

_LEAST_TURN_S = 5.0
"""What a turn may take if the turns before it took too long."""
_START_S = 1.0
"""What starting a command may take beside its requests."""
_HANGS_S = 120.0
"""A command that runs this much longer than its limit hangs, on a quiet machine."""
_PROGRAM = Path(sys.executable).parent / "interview"


@dataclass
class TimeBudget:
    """Sees to it that all turns end in time: late ones get less if early ones took long."""

    ends_at: float
    """When all turns must have ended, on the monotonic clock."""
    turns_left: int

    def limit_request(self, most_s: float) -> float:
        """Return the limit of one request of the next turn, in seconds.

        A turn takes at most twice as long.
        """
        self.turns_left -= 1
        left_s = self.ends_at - time.monotonic() - self.turns_left * _LEAST_TURN_S
        return min(most_s, max(left_s, _LEAST_TURN_S) / 2 - _START_S)


@dataclass(frozen=True)
class Result:
    """What a command printed, and how long it ran."""

    exit_code: int
    stdout: str
    stderr: str
    seconds: float

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


@dataclass
class Command:
    """The command `interview` in a home of its own, with a model at `port`."""

    home: Path
    port: int
    budget: TimeBudget

    def run(self, *words: str, most_s: float = 0) -> Result:
        """Run a command. `most_s` limits a request to the model; without it none is expected."""
        limit_s = self.budget.limit_request(most_s) if most_s else 1.0
        started = time.monotonic()
        done = subprocess.run(
            [_PROGRAM, *words],
            env=self._make_environment(limit_s),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=2 * limit_s + scaled(_HANGS_S),
            check=False,
        )
        seconds = time.monotonic() - started
        return Result(done.returncode, done.stdout, done.stderr, seconds)

    def _make_environment(self, limit_s: float) -> dict[str, str]:
        """Keep nothing of the user's own settings."""
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "INTERVIEW_HOME": str(self.home / "sessions-home"),
            "INTERVIEW_COACH": "openai",
            "INTERVIEW_MODEL": "small",
            "INTERVIEW_LLM_TIMEOUT": f"{limit_s:.1f}",
            "OPENAI_BASE_URL": f"http://127.0.0.1:{self.port}/v1",
        }

    def read_session(self, session_id: str) -> str:
        """Return a session's file."""
        return (self.home / "sessions-home" / "sessions" / f"{session_id}.json").read_text("utf-8")
