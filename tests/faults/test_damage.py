"""Damaged files: named in one line, left alone, and no other session's trouble."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Line
from tests.faults.machine import Machine

Data = dict[str, Any]


def written(change: Callable[[Data], Any]) -> Callable[[Path], None]:
    """Damage of what a file says: its data, changed."""

    def hurt(path: Path) -> None:
        data = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(change(data) or data), "utf-8")

    return hurt


def setting(name: str, value: Any) -> Callable[[Path], None]:
    return written(lambda data: data | {name: value})


def without(name: str) -> Callable[[Path], None]:
    return written(lambda data: data.pop(name) and None)


def content(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Damage of a file's bytes."""
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


def in_place_of(make: Callable[[Path], Any]) -> Callable[[Path], None]:
    """Something else under the file's name."""

    def hurt(path: Path) -> None:
        path.rename(path.with_name("moved"))
        make(path)

    return hurt


def a_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the address of a socket may be of a hundred characters only
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)


def sparse(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(200_000_000)


def first_message(name: str, value: Any) -> Callable[[Path], None]:
    return written(lambda data: data["messages"][0].update({name: value}))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": content(lambda _: b""),
    "blank": content(lambda _: b" \n"),
    "null": content(lambda _: b"null"),
    "a list": content(lambda old: b"[" + old + b"]"),
    "a string": content(lambda _: b'"session"'),
    "an empty object": content(lambda _: b"{}"),
    "cut at a tenth": content(lambda old: old[: len(old) // 10]),
    "cut in the middle": content(lambda old: old[: len(old) // 2]),
    "cut before the last brace": content(lambda old: old.rstrip()[:-1]),
    "two of it": content(lambda old: old + old),
    "binary": content(lambda _: bytes(range(256)) * 8),
    "zeros": content(lambda old: bytes(len(old))),
    "Latin-1": content(lambda old: old.replace(b"Acme", "Acmé".encode("latin-1"))),
    "UTF-16": content(lambda old: old.decode().encode("utf-16")),
    "a byte order mark": content(lambda old: b"\xef\xbb\xbf" + old),
    "10,000 levels deep": content(lambda _: b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
    "10,000 lists deep": content(lambda old: old[:1] + b'"a":' + b"[" * 10_000 + old[1:]),
    "200 MB": sparse,
    "NaN": content(lambda old: old.replace(b'"max_questions": 3', b'"max_questions": NaN')),
    "NaN in an unknown field": content(lambda old: old[:1] + b'"x": NaN,' + old[1:]),
    "infinite": content(lambda old: old[:1] + b'"x": 1e999,' + old[1:]),
    "a huge number": setting("max_questions", 10**18),
    "a number of 5,000 digits": content(
        lambda old: old[:1] + b'"x":' + b"9" * 5_000 + b"," + old[1:]
    ),
    "no questions": setting("max_questions", 0),
    "a number as text": setting("max_questions", "3"),
    "a flag as a number": setting("keep", 1),
    "a list for a text": setting("cv_text", ["my life"]),
    "no messages": setting("messages", None),
    "messages of nobody": first_message("role", "system"),
    "a question twice": written(lambda data: data["messages"].append(data["messages"][0])),
    "a message without a time": written(lambda data: data["messages"][0].pop("timestamp") and None),
    "a message of a number": first_message("content", 7),
    "a name twice": content(lambda old: old[:1] + b'"keep": true,' + old[1:]),
    "half a character": content(lambda old: old.replace(b"Acme", b"Ac\\ud83dme")),
    "no title": without("job_title"),
    "no id": without("session_id"),
    "no time of birth": without("created_at"),
    "an empty company": setting("company_name", " "),
    "a title without end": setting("job_title", "x" * 201),
    "a naive time": setting("last_updated", "2026-11-22T09:00:00"),
    "no time at all": setting("last_updated", "yesterday"),
    "a time that UTC has not": setting("created_at", "0001-01-01T00:00:00+14:00"),
    "the 30th of February": setting("created_at", "2026-02-30T00:00:00Z"),
    "a week date": setting("last_updated", "2026-W01-1T00:00:00Z"),
    "a time without separators": setting("last_updated", "20260101T000000Z"),
    "a time in small letters": setting("last_updated", "2026-01-01t00:00:00z"),
    "250 levels deep": content(
        lambda old: old[:1] + b'"x":' + b"[" * 250 + b"]" * 250 + b"," + old[1:]
    ),
    "a list of kinds": setting("kind", ["interview"]),
    "another id inside": setting("session_id", "01a20000-0000-7000-8000-000000000000"),
    "an unknown kind": setting("kind", "survey"),
    "an unknown focus": setting("focus", "chess"),
    "a time to live of a fortnight": setting("ttl", "fortnight"),
    "a newer version": setting("schema_version", 2),
    "a version that never was": setting("schema_version", -1),
    "a version in words": setting("schema_version", "one"),
    "feedback on nothing": setting("feedback", {"interview_score": 90}),
    "a plan of words": setting("plan", ["opener"]),
    "a FIFO": in_place_of(os.mkfifo),
    "a folder": in_place_of(Path.mkdir),
    "a socket": in_place_of(a_socket),
    "a link": in_place_of(lambda path: path.symlink_to(path.with_name("moved"))),
    "a dangling link": in_place_of(lambda path: path.symlink_to("nowhere")),
    "a link to itself": in_place_of(lambda path: path.symlink_to(path.name)),
}

ON_ONE: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("status",),
    ("ask",),
    ("answer", "--text", "I did it."),
    ("redo", "--number", "1", "--text", "I did it."),
    ("upload", "--job-text", "A job for somebody who does things well, in Leeds, from Monday on."),
    ("feedback",),
    ("export", "--format", "md", "-o", "-"),
    ("keep",),
    ("rm", "--yes"),
)
POSTS: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("check",),
    ("export", "--format", "md", "-o", "-"),
)


def looks(path: Path) -> object:
    """What lies at a path: its bytes, or what else it is."""
    if path.is_symlink():
        return path.readlink()
    status = path.lstat()
    return path.read_bytes() if path.is_file() and status.st_size < 10**6 else status[:9]


def check_refused(line: Line, words: list[str], path: Path) -> None:
    done = line(*words, exit_code=6)
    told = [one for one in done.stderr.splitlines() if not one.startswith("session ")]
    assert told[0].startswith(f"error: {path} "), (words, told)
    assert len(told) == 2, (words, told)
    assert "mv " in told[1] or "upgrade" in told[1], (words, told)
    assert done.stdout == ""


def check_others(line: Line, healthy: str, path: Path) -> None:
    """Every other session is served, and the damaged one counted."""
    listed = line("status", "--all")
    assert healthy[-8:] in listed.stdout
    assert listed.stderr.count(path.name) == 1
    assert "1 file " in listed.stderr
    assert "mv " in listed.stderr
    document = line("status", "--all", "--json").json
    assert (document["total"], document["damaged"]) == (2, [path.name])
    line("job-post", "list")
    line("gc")
    line("gc", "--finished", "--ttl", "1m", "--dry-run")
    assert line("show", healthy).stdout


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file(line: Line, kind: str) -> None:
    session, healthy = line.started(), line.new(title="Plumber")
    path = line.path(session)
    DAMAGE[kind](path)
    before = looks(path)
    for words in ON_ONE:
        check_refused(line, [words[0], session, *words[1:]], path)
    check_refused(line, ["new", "--from", session], path)
    check_refused(line, ["job-post", "show", session], path)
    check_others(line, healthy, path)
    assert looks(path) == before


def test_the_kinds_are_many(figure: Callable[[str], None]) -> None:
    assert len(DAMAGE) >= 40
    figure(f"6. {len(DAMAGE)} kinds of damage, {len(ON_ONE) + 6} commands on each: refused, unhurt")


@pytest.mark.parametrize("kind", ["empty", "cut in the middle", "half a character", "a FIFO"])
def test_a_damaged_post(line: Line, kind: str) -> None:
    post = line("job-post", "new", "--company", "Acme", "A nurse in Leeds").stdout.strip()
    healthy = line.new()
    path = line.path(post)
    DAMAGE[kind](path)
    before = looks(path)
    for words in POSTS:
        check_refused(line, ["job-post", words[0], post, *words[1:]], path)
    check_refused(line, ["job-post", "say", "In York.", "--post", post], path)
    check_refused(line, ["job-post", "rm", post, "--yes"], path)
    check_refused(line, ["new", "--job-post", post], path)
    check_others(line, healthy, path)
    assert looks(path) == before


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
    """What a file written by hand may lack, and what a later version may add."""
    session = line.started()
    path = line.path(session)
    wanted = ("kind", "session_id", "created_at", "last_updated", "job_title", "company_name")
    data = {name: line.stored(session)[name] for name in wanted}
    for odd in (
        {},
        {"x": {"y": [1, None, "\x1b[31m"]}, "last_updated": "9999-12-31T23:59:59Z"},
        {"created_at": "2026-11-22T10:00:00+02:00"},
        {"x": 10**30, "y": -0.5, "z": 1e300},
    ):
        path.write_text(json.dumps(data | odd))
        assert line("status", "--json", "--all").json["damaged"] == []
        line("show", session)
        line("keep", session)
        assert {name: line.stored(session)[name] for name in odd if len(name) == 1} == {
            name: odd[name] for name in odd if len(name) == 1
        }
