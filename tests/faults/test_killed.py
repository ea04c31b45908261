"""Killed at any moment: what was acknowledged is there, once, whole, and nothing lies about."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import ANSWER, JOB_TEXT, Homes
from tests.faults.machine import Machine, Outcome, Point

SWEPT = ("write", "fsync", "rename", "unlink")
SEED = 7


@dataclass(frozen=True)
class Deed:
    """A command, and whether a home shows it as done; `None` where it shows neither."""

    words: Callable[[Homes], list[str | Path]]
    done: Callable[[Homes, dict[str, Any]], bool | None]


def _answered(homes: Homes, files: dict[str, Any]) -> bool | None:
    said = [one["content"] for one in files[homes.session]["messages"] if one["role"] == "user"]
    return {(): False, (ANSWER,): True}.get(tuple(said))


def _uploaded(homes: Homes, files: dict[str, Any]) -> bool | None:
    source, text = (files[homes.session][f"job_description_{part}"] for part in ("source", "text"))
    return {("--job-text", False): False, ("--job-text", True): True}.get((source, "York" in text))


def _reviewed(homes: Homes, files: dict[str, Any]) -> bool | None:
    feedback = files[homes.completed]["feedback"]
    return bool(feedback) if not feedback or len(feedback["answers"]) == 2 else None


def _collected(homes: Homes, files: dict[str, Any]) -> bool | None:
    return not set(homes.expired) & files.keys()


DEEDS = {
    "answer": Deed(lambda h: ["answer", h.session, "--number", "1", "--text", ANSWER], _answered),
    "upload": Deed(
        lambda h: ["upload", h.session, "--cv", h.cv, "--job-text", JOB_TEXT], _uploaded
    ),
    "feedback": Deed(lambda h: ["feedback", h.completed], _reviewed),
    "gc": Deed(lambda h: ["gc"], _collected),
}


def check_after(
    machine: Machine, homes: Homes, home: Path, deed: Deed, killed: Outcome, where: str
) -> None:
    """The home as a user finds it: nothing lost, nothing twice; the command again, and it is done;
    gc, and there is no litter."""
    files = contents(home)
    assert files.keys() >= set(homes.everything) - set(homes.expired), where
    state = deed.done(homes, files)
    assert state is not None, where
    if killed.exit_code == 0 or killed.stdout.endswith("\n"):
        assert state or "deleted" in killed.stdout, f"acknowledged and lost: {where}"
    for session in homes.expired:
        assert f"deleted {session}" not in killed.stdout or session not in files, where
    words = deed.words(homes)
    again = machine.run(home, *words)
    assert again.exit_code == 0, (where, again)
    assert deed.done(homes, contents(home)), where
    assert machine.run(home, *words).exit_code == 0, where  # and once more changes nothing
    assert deed.done(homes, contents(home)), where
    assert machine.run(home, "gc").exit_code == 0, where
    assert litter(home) == [], where


def contents(home: Path) -> dict[str, Any]:
    """All session files, by id; fails where one does not parse."""
    paths = (home / "sessions").glob("*.json")
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}


def litter(home: Path) -> list[str]:
    """What is neither a session, nor the lock of one, nor the note of the last collection."""
    ids = {path.stem for path in (home / "sessions").glob("*.json")}
    usual = {f"sessions/{one}.json" for one in ids} | {f"locks/{one}.lock" for one in ids}
    usual |= {"sessions", "locks", "locks/collected_at"}
    return sorted({str(path.relative_to(home)) for path in home.rglob("*")} - usual)


@pytest.mark.parametrize("name", DEEDS)
def test_killed_before_each_call(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    deed, points = DEEDS[name], 0
    for call in SWEPT:
        for k in range(1, 1000):
            home = homes.copy()
            killed = machine.run(home, *deed.words(homes), kill=Point(call, k))
            if not killed.struck:
                break
            points += 1
            check_after(machine, homes, home, deed, killed, f"{name}, before {call} {k}")
    assert points >= 5
    figure(f"1. {name}: killed before each of {points} calls, 0 lost, 0 twice, no litter")


@pytest.mark.parametrize("name", DEEDS)
def test_killed_at_random(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    deed, chance, ended = DEEDS[name], random.Random(f"{SEED} {name}"), 0
    begun = time.perf_counter()
    machine.run(homes.copy(), *deed.words(homes))
    span = time.perf_counter() - begun
    kills = rounds(9, 250)
    for place in range(kills):
        home = homes.copy()
        moment = chance.uniform(0, span)
        killed = machine.run(home, *deed.words(homes), signal_after=(9, moment))
        ended += killed.exit_code == 0
        check_after(machine, homes, home, deed, killed, f"{name}, kill {place}")
    figure(
        f"1. {name}: {kills} random kills (seed {SEED}), {ended} of them too late, 0 lost, 0 twice"
    )
