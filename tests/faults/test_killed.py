"""Commands killed at any moment lose nothing they acknowledged and leave nothing behind."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import mark_slow
from tests.faults.conftest import ANSWER, JOB_TEXT, Homes
from tests.faults.machine import Machine, Outcome, Point

SWEPT = ("write", "fsync", "rename", "unlink")
SEED = 7
PLAN_DAY = "2100-01-01"


@dataclass(frozen=True)
class Command:
    """A command that changes a home."""

    words: Callable[[Homes], list[str | Path]]
    done: Callable[[Homes, dict[str, Any]], bool | None]
    """Whether the session files show the change; None if they show half of it."""


def _is_answered(homes: Homes, files: dict[str, Any]) -> bool | None:
    messages = files[homes.session]["messages"]
    answers = [message["content"] for message in messages if message["role"] == "user"]
    return {(): False, (ANSWER,): True}.get(tuple(answers))


def _is_uploaded(homes: Homes, files: dict[str, Any]) -> bool | None:
    source, text = (files[homes.session][f"job_description_{part}"] for part in ("source", "text"))
    return {("--job-text", False): False, ("--job-text", True): True}.get((source, "York" in text))


def _is_reviewed(homes: Homes, files: dict[str, Any]) -> bool | None:
    feedback = files[homes.completed]["feedback"]
    return bool(feedback) if not feedback or len(feedback["answers"]) == 2 else None


def _is_planned(homes: Homes, files: dict[str, Any]) -> bool | None:
    stored = files[homes.completed]
    planned = (stored.get("interview_date"), len(stored.get("practice_plan", [])))
    return {(None, 0): False, (PLAN_DAY, 9): True}.get(planned)


def _is_debriefed(homes: Homes, files: dict[str, Any]) -> bool | None:
    debrief = files[homes.completed].get("debrief")
    return bool(debrief) if not debrief or debrief["outcome"] == "offer" else None


def _is_collected(homes: Homes, files: dict[str, Any]) -> bool | None:
    return not set(homes.expired) & files.keys()


COMMANDS = {
    "answer": Command(
        lambda h: ["answer", h.session, "--number", "1", "--text", ANSWER], _is_answered
    ),
    "upload": Command(
        lambda h: ["upload", h.session, "--cv", h.cv, "--job-text", JOB_TEXT], _is_uploaded
    ),
    "feedback": Command(lambda h: ["feedback", h.completed], _is_reviewed),
    "plan": Command(lambda h: ["plan", h.completed, "--date", PLAN_DAY], _is_planned),
    "debrief": Command(
        lambda h: ["debrief", h.completed, "--question", "Why us?", "--outcome", "offer"],
        _is_debriefed,
    ),
    "gc": Command(lambda h: ["gc"], _is_collected),
}


def check_after(
    machine: Machine, homes: Homes, home: Path, command: Command, killed: Outcome, where: str
) -> None:
    """Check that nothing is lost, a repetition is harmless, and gc leaves no litter."""
    files = read_all(home)
    assert files.keys() >= set(homes.everything) - set(homes.expired), where
    state = command.done(homes, files)
    assert state is not None, where
    if killed.exit_code == 0 or killed.stdout.endswith("\n"):
        assert state or "deleted" in killed.stdout, f"acknowledged and lost: {where}"
    for session in homes.expired:
        assert f"deleted {session}" not in killed.stdout or session not in files, where
    words = command.words(homes)
    again = machine.run(home, *words)
    assert again.exit_code == 0, (where, again)
    assert command.done(homes, read_all(home)), where
    assert machine.run(home, *words).exit_code == 0, where  # a third run changes nothing
    assert command.done(homes, read_all(home)), where
    assert machine.run(home, "gc").exit_code == 0, where
    assert find_litter(home) == [], where


def read_all(home: Path) -> dict[str, Any]:
    """Return the session files by id. Raises ValueError if one does not parse."""
    paths = (home / "sessions").glob("*.json")
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}


def find_litter(home: Path) -> list[str]:
    """Return the files of a home that no session and no collection needs."""
    ids = {path.stem for path in (home / "sessions").glob("*.json")}
    known = {f"sessions/{session}.json" for session in ids}
    known |= {f"locks/{session}.lock" for session in ids}
    known |= {"sessions", "locks", "locks/collected_at"}
    return sorted({str(path.relative_to(home)) for path in home.rglob("*")} - known)


@pytest.mark.parametrize("name", mark_slow(COMMANDS, but=["answer", "gc"]))
def test_killed_before_each_call(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    command, points = COMMANDS[name], 0
    for call in SWEPT:
        for k in range(1, 1000):
            home = homes.copy()
            killed = machine.run(home, *command.words(homes), kill=Point(call, k))
            if not killed.struck:
                break
            points += 1
            check_after(machine, homes, home, command, killed, f"{name}, before {call} {k}")
    assert points >= 5
    figure(f"1. {name}: killed before each of {points} calls, 0 lost, 0 twice, no litter")


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_random(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    command, chance, late = COMMANDS[name], random.Random(f"{SEED} {name}"), 0
    started = time.perf_counter()
    machine.run(homes.copy(), *command.words(homes))
    span = time.perf_counter() - started
    kills = rounds(9, 250)
    for place in range(kills):
        home = homes.copy()
        moment = chance.uniform(0, span)
        killed = machine.run(home, *command.words(homes), signal_after=(9, moment))
        late += killed.exit_code == 0
        check_after(machine, homes, home, command, killed, f"{name}, kill {place}")
    figure(
        f"1. {name}: {kills} random kills (seed {SEED}), {late} of them too late, 0 lost, 0 twice"
    )
