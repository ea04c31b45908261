"""Damaged session files: reported in one line, left as they are, harmless to other sessions."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interview_cli.limits import SCHEMA_VERSION
from tests.conftest import Line
from tests.faults.machine import Machine

Data = dict[str, Any]


def change_data(change: Callable[[Data], Any]) -> Callable[[Path], None]:
    """Return damage that changes the data of a file."""

    def damage(path: Path) -> None:
        data = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(change(data) or data), "utf-8")

    return damage


def set_field(name: str, value: Any) -> Callable[[Path], None]:
    return change_data(lambda data: data | {name: value})


def drop_field(name: str) -> Callable[[Path], None]:
    return change_data(lambda data: data.pop(name) and None)


def change_bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Return damage that changes the bytes of a file."""
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


def replace_by(make: Callable[[Path], Any]) -> Callable[[Path], None]:
    """Return damage that puts something else in place of the file."""

    def damage(path: Path) -> None:
        path.rename(path.with_name("moved"))
        make(path)

    return damage


def make_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the address of a socket has at most about 100 characters
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(200_000_000)


def set_in_message(name: str, value: Any) -> Callable[[Path], None]:
    return change_data(lambda data: data["messages"][0].update({name: value}))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": change_bytes(lambda _: b""),
    "blank": change_bytes(lambda _: b" \n"),
    "null": change_bytes(lambda _: b"null"),
    "a list": change_bytes(lambda old: b"[" + old + b"]"),
    "a string": change_bytes(lambda _: b'"session"'),
    "an empty object": change_bytes(lambda _: b"{}"),
    "cut at a tenth": change_bytes(lambda old: old[: len(old) // 10]),
    "cut in the middle": change_bytes(lambda old: old[: len(old) // 2]),
    "cut before the last brace": change_bytes(lambda old: old.rstrip()[:-1]),
    "two of it": change_bytes(lambda old: old + old),
    "binary": change_bytes(lambda _: bytes(range(256)) * 8),
    "zeros": change_bytes(lambda old: bytes(len(old))),
    "Latin-1": change_bytes(lambda old: old.replace(b"Acme", "Acmé".encode("latin-1"))),
    "UTF-16": change_bytes(lambda old: old.decode().encode("utf-16")),
    "a byte order mark": change_bytes(lambda old: b"\xef\xbb\xbf" + old),
    "10,000 levels deep": change_bytes(lambda _: b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
    "10,000 lists deep": change_bytes(lambda old: old[:1] + b'"a":' + b"[" * 10_000 + old[1:]),
    "200 MB": grow,
    "NaN": change_bytes(lambda old: old.replace(b'"max_questions": 3', b'"max_questions": NaN')),
    "NaN in an unknown field": change_bytes(lambda old: old[:1] + b'"x": NaN,' + old[1:]),
    "infinite": change_bytes(lambda old: old[:1] + b'"x": 1e999,' + old[1:]),
    "a huge number": set_field("max_questions", 10**18),
    "a number of 5,000 digits": change_bytes(
        lambda old: old[:1] + b'"x":' + b"9" * 5_000 + b"," + old[1:]
    ),
    "no questions": set_field("max_questions", 0),
    "a number as text": set_field("max_questions", "3"),
    "a flag as a number": set_field("keep", 1),
    "a list for a text": set_field("cv_text", ["my life"]),
    "no messages": set_field("messages", None),
    "messages of nobody": set_in_message("role", "system"),
    "a question twice": change_data(lambda data: data["messages"].append(data["messages"][0])),
    "a message without a time": change_data(
        lambda data: data["messages"][0].pop("timestamp") and None
    ),
    "a message of a number": set_in_message("content", 7),
    "a name twice": change_bytes(lambda old: old[:1] + b'"keep": true,' + old[1:]),
    "half a character": change_bytes(lambda old: old.replace(b"Acme", b"Ac\\ud83dme")),
    "no title": drop_field("job_title"),
    "no id": drop_field("session_id"),
    "no time of birth": drop_field("created_at"),
    "an empty company": set_field("company_name", " "),
    "a title without end": set_field("job_title", "x" * 201),
    "a naive time": set_field("last_updated", "2026-11-22T09:00:00"),
    "no time at all": set_field("last_updated", "yesterday"),
    "a time that UTC has not": set_field("created_at", "0001-01-01T00:00:00+14:00"),
    "the 30th of February": set_field("created_at", "2026-02-30T00:00:00Z"),
    "a week date": set_field("last_updated", "2026-W01-1T00:00:00Z"),
    "a time without separators": set_field("last_updated", "20260101T000000Z"),
    "a time in small letters": set_field("last_updated", "2026-01-01t00:00:00z"),
    "250 levels deep": change_bytes(
        lambda old: old[:1] + b'"x":' + b"[" * 250 + b"]" * 250 + b"," + old[1:]
    ),
    "a list of kinds": set_field("kind", ["interview"]),
    "another id inside": set_field("session_id", "01a20000-0000-7000-8000-000000000000"),
    "an unknown kind": set_field("kind", "survey"),
    "an unknown focus": set_field("focus", "chess"),
    "a time to live of a fortnight": set_field("ttl", "fortnight"),
    "a newer version": set_field("schema_version", SCHEMA_VERSION + 1),
    "a version that never was": set_field("schema_version", -1),
    "a version in words": set_field("schema_version", "one"),
    "feedback on nothing": set_field("feedback", {"interview_score": 90}),
    "a plan of words": set_field("plan", ["opener"]),
    "an interview on no day": set_field("interview_date", "soon"),
    "a sitting on no day": set_field(
        "practice_plan", [{"date": "soon", "practise": "interview", "kind": "trade", "topic": ""}]
    ),
    "a debrief of words": set_field("debrief", "It went well."),
    "an outcome of words": set_field(
        "debrief", {"created_at": "2026-11-22T09:00:00Z", "outcome": "it went well"}
    ),
    "a FIFO": replace_by(os.mkfifo),
    "a folder": replace_by(Path.mkdir),
    "a socket": replace_by(make_socket),
    "a link": replace_by(lambda path: path.symlink_to(path.with_name("moved"))),
    "a dangling link": replace_by(lambda path: path.symlink_to("nowhere")),
    "a link to itself": replace_by(lambda path: path.symlink_to(path.name)),
}

ON_ONE: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("status",),
    ("ask",),
    ("answer", "--text", "I did it."),
    ("redo", "--number", "1", "--text", "I did it."),
    (
        "upload",
        "--job-text",
        "You will need a driving licence and two years of work on fire alarms.",
    ),
    ("feedback",),
    ("export", "--format", "md", "-o", "-"),
    ("compare",),
    ("plan", "--date", "2100-01-01"),
    ("stories",),
    ("debrief", "--outcome", "offer"),
    ("keep",),
    ("rm", "--yes"),
)
POSTS: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("check",),
    ("export", "--format", "md", "-o", "-"),
)


def snapshot(path: Path) -> object:
    """Return the bytes of a regular file, the target of a link, or the status of another file."""
    if path.is_symlink():
        return path.readlink()
    status = path.lstat()
    return path.read_bytes() if path.is_file() and status.st_size < 10**6 else status[:9]


def check_refused(line: Line, words: list[str], path: Path) -> None:
    done = line(*words, exit_code=6)
    rows = [row for row in done.stderr.splitlines() if not row.startswith("session ")]
    assert rows[0].startswith(f"error: {path} "), (words, rows)
    assert len(rows) == 2, (words, rows)
    assert "mv " in rows[1] or "upgrade" in rows[1], (words, rows)
    assert done.stdout == ""


def check_others(line: Line, healthy: str, path: Path) -> None:
    """Check that other sessions work and that listings count the damaged one."""
    listed = line("status", "--all")
    assert healthy[-8:] in listed.stdout
    assert listed.stderr.count(path.name) == 1
    assert "1 file " in listed.stderr
    assert f"interview show {path.stem[-8:]}" in listed.stderr
    document = line("status", "--all", "--json").json
    assert (document["total"], document["damaged"]) == (2, [path.name])
    line("job-post", "list")
    line("gc")
    line("gc", "--finished", "--ttl", "1m", "--dry-run")
    assert line("show", healthy).stdout


@pytest.mark.slow
@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file(line: Line, kind: str) -> None:
    session, healthy = line.started(), line.new(title="Plumber")
    path = line.path(session)
    DAMAGE[kind](path)
    before = snapshot(path)
    for words in ON_ONE:
        check_refused(line, [words[0], session, *words[1:]], path)
    check_refused(line, ["new", "--from", session], path)
    check_refused(line, ["job-post", "show", session], path)
    check_others(line, healthy, path)
    assert snapshot(path) == before


def test_the_kinds_are_many(figure: Callable[[str], None]) -> None:
    assert len(DAMAGE) >= 40
    figure(f"6. {len(DAMAGE)} kinds of damage, {len(ON_ONE) + 6} commands each: refused, unchanged")


@pytest.mark.parametrize("kind", ["empty", "cut in the middle", "half a character", "a FIFO"])
def test_a_damaged_post(line: Line, kind: str) -> None:
    post = line("job-post", "new", "--company", "Acme", "A nurse in Leeds").stdout.strip()
    healthy = line.new()
    path = line.path(post)
    DAMAGE[kind](path)
    before = snapshot(path)
    for words in POSTS:
        check_refused(line, ["job-post", words[0], post, *words[1:]], path)
    check_refused(line, ["job-post", "say", "In York.", "--post", post], path)
    check_refused(line, ["job-post", "rm", post, "--yes"], path)
    check_refused(line, ["new", "--job-post", post], path)
    check_others(line, healthy, path)
    assert snapshot(path) == before


@pytest.mark.parametrize("kind", ["no permission", "200 MB", "10,000 levels deep", "a FIFO"])
def test_damage_in_bounded_memory(
    machine: Machine, home: Path, line: Line, figure: Callable[[str], None], kind: str
) -> None:
    session, healthy = line.started(), line.new(title="Plumber")
    path = line.path(session)
    DAMAGE.get(kind, lambda path: path.chmod(0))(path)
    limits = {"memory_bytes": 700_000_000, "rights": False}
    for words in (["show"], ["ask"], ["keep"], ["status"]):
        done = machine.run(home, *words, session, limits=limits)
        assert done.exit_code == 6, done
        assert done.stderr.startswith(f"error: {path}"), done
    for words in (["status", "--all"], ["gc"], ["show", healthy]):
        assert machine.run(home, *words, limits=limits).exit_code == 0
    figure(f"6. {kind}: refused within 700 MB of address space, the others served")


def test_a_healthy_file_is_not_called_damaged(line: Line) -> None:
    """A file written by hand may lack fields; one of a later version may have more."""
    session = line.started()
    path = line.path(session)
    needed = ("kind", "session_id", "created_at", "last_updated", "job_title", "company_name")
    data = {name: line.stored(session)[name] for name in needed}
    for extra in (
        {},
        {"x": {"y": [1, None, "\x1b[31m"]}, "last_updated": "9999-12-31T23:59:59Z"},
        {"created_at": "2026-11-22T10:00:00+02:00"},
        {"x": 10**30, "y": -0.5, "z": 1e300},
    ):
        path.write_text(json.dumps(data | extra))
        assert line("status", "--json", "--all").json["damaged"] == []
        line("show", session)
        line("keep", session)
        assert {name: line.stored(session)[name] for name in extra if len(name) == 1} == {
            name: extra[name] for name in extra if len(name) == 1
        }
