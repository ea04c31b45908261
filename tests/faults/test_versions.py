"""Files of older and newer versions, and fields that only a later version knows."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from interview_cli.limits import SCHEMA_VERSION
from tests.conftest import CV, JOB, STORY, Line

ID = "01a20000-0000-7000-8000-000000000000"

VERSION_0: dict[str, Any] = {
    "session_id": ID,
    "company_id": "acme-1",
    "company_name": "Acme",
    "created_at": "2026-11-20T09:00:00+00:00",
    "last_updated": "2026-11-20T09:10:00",
    "keep": True,
    "conversation_history": [
        "User: We need a senior nurse in Leeds.",
        "AI: Where is it?\nIs it remote?",
        "User: On site. Note: nights, too",
        "AI: What will they do?",
    ],
    "job_data": {"title": "Senior Nurse", "experienceLevel": "senior", "location": "Leeds"},
    "current_step": "collecting_details",
    "is_complete": False,
    "mood": "hopeful",
}


def turns(stored: dict[str, Any]) -> list[tuple[str, str]]:
    return [(message["role"], message["content"]) for message in stored["messages"]]


@pytest.fixture
def line(any_line: Line) -> Line:
    return any_line


@pytest.fixture
def old_post(line: Line) -> bytes:
    """The bytes of a job post of version 0, whose id is ID."""
    line.put(ID, VERSION_0)
    return line.document(ID)


def test_a_post_of_version_0_is_read(
    line: Line, old_post: bytes, figure: Callable[[str], None]
) -> None:
    shown = line("job-post", "show", "latest", "--json").json
    assert shown["conversation_history"] == VERSION_0["conversation_history"]
    assert shown["job_data"]["title"] == "Senior Nurse"
    assert (shown["company_id"], shown["conversation_turns"]) == ("acme-1", 2)
    (listed,) = line("status", "--json").json["sessions"]
    assert (listed["kind"], listed["job_title"], listed["keep"]) == (
        "job_post",
        "Senior Nurse",
        True,
    )
    for words in (["check"], ["export", "--format", "md", "-o", "-"], ["list"]):
        line("job-post", words[0], *([] if words == ["list"] else [ID]), *words[1:])
    line("gc")
    assert line.document(ID) == old_post  # reading does not upgrade the file
    figure("11. a job post of version 0: read by every command, its bytes as they were")


def test_a_post_of_version_0_goes_on(
    line: Line, old_post: bytes, figure: Callable[[str], None]
) -> None:
    line("job-post", "say", "Skills: triage, dressings", "--post", ID)
    stored = line.stored(ID)
    assert (stored["schema_version"], stored["kind"]) == (SCHEMA_VERSION, "job_post")
    assert "conversation_history" not in stored
    assert stored["mood"] == "hopeful"
    assert turns(stored)[:3] == [
        ("user", "We need a senior nurse in Leeds."),
        ("assistant", "Where is it?\nIs it remote?"),
        ("user", "On site. Note: nights, too"),
    ]
    assert stored["messages"][0]["timestamp"] == "2026-11-20T09:10:00.000000Z"
    assert stored["job_data"]["skills"] == ["triage", "dressings"]
    assert stored["job_data"]["title"] == "Senior Nurse"
    session = line("new", "--job-post", ID).stdout.strip()
    assert "Triage" in line.stored(session)["job_description_text"]
    figure("11. a job post of version 0: its next turn writes the present one, every line there")


@pytest.mark.parametrize(
    ("history", "kept"),
    [
        ([], []),
        (["AI: Hello"], [("assistant", "Hello")]),
        (["User: "], [("user", "")]),
        (["User: a", "b: c"], [("user", "a\nb: c")]),
        (["User: a", "AI: b", "AI: c"], [("user", "a"), ("assistant", "b\nc")]),
        (["User: a", "User: b"], [("user", "a"), ("user", "b")]),
        (["User: AI: x"], [("user", "AI: x")]),
    ],
)
def test_lines_of_version_0(line: Line, history: list[str], kept: list[tuple[str, str]]) -> None:
    line.put(ID, VERSION_0 | {"conversation_history": history})
    line("keep", ID)
    assert turns(line.stored(ID)) == kept


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation_history": "User: hello"},
        {"conversation_history": [1]},
        {"conversation_history": ["hello"]},
        {"conversation_history": {"User": "hello"}},
        {"last_updated": None},
        {"company_name": ""},
        {"schema_version": 1},
        {"schema_version": True},
    ],
)
def test_what_version_0_never_held_is_damage(
    line: Line, old_post: bytes, changes: dict[str, Any]
) -> None:
    damaged = json.dumps(VERSION_0 | changes)
    line.damage(ID, lambda path: path.write_text(damaged))
    line("job-post", "show", ID, exit_code=6)
    line("keep", ID, exit_code=6)
    # A database lists what stands beside the document.
    assert line.run("status", "--json").json["damaged"] in ([f"{ID}.json"], [])
    assert line.document(ID) == damaged.encode()


NEW_IN_2 = ("self_ratings", "study")


def drop_new_fields(data: Any) -> Any:
    """Remove what version 2 added, and return a file of version 1."""
    if isinstance(data, list):
        return [drop_new_fields(entry) for entry in data]
    if not isinstance(data, dict):
        return data
    old = {name: drop_new_fields(data[name]) for name in data if name not in NEW_IN_2}
    return old | {"schema_version": 1} if "schema_version" in data else old


def test_an_interview_of_version_1_is_read_and_goes_on(line: Line) -> None:
    session = line.finished(2)
    present = line.stored(session)
    line.put(session, drop_new_fields(present))
    before = line.document(session)
    assert b"self_ratings" not in before
    for words in (["show"], ["status"], ["feedback"], ["export", "--format", "md", "-o", "-"]):
        line(words[0], session, *words[1:])
    assert line.document(session) == before  # reading does not upgrade the file
    line("keep", session)
    changed = {"keep", "last_updated"}
    after = line.stored(session)
    assert {name: after[name] for name in after if name not in changed} == {
        name: present[name] for name in present if name not in changed
    }


NEW_IN_4 = ("earlier_feedback", "samples", "spread", "rule_gaps")


def make_version_3(data: Any) -> Any:
    """Remove what version 4 added, and return a file of version 3."""
    if not isinstance(data, dict):
        return data
    old = {name: make_version_3(data[name]) for name in data if name not in NEW_IN_4}
    return old | {"schema_version": 3} if "schema_version" in data else old


def test_an_interview_of_version_3_is_read_and_can_be_reviewed_again(line: Line) -> None:
    session = line.finished(2)
    old = make_version_3(line.stored(session))
    line.put(session, old)
    before = line.document(session)
    for words in (["show"], ["status"], ["feedback"], ["export", "--format", "md", "-o", "-"]):
        line(words[0], session, *words[1:])
    assert line.document(session) == before  # reading does not upgrade the file
    line("feedback", session, "--again", "--yes")
    (earlier,) = line.stored(session)["earlier_feedback"]
    assert make_version_3(earlier) == old["feedback"]
    assert line.stored(session)["schema_version"] == SCHEMA_VERSION


NEW_IN_5 = ("skipped", "unused", "earlier")
NEW_IN_JOB_DATA_5 = (
    "workHours",
    "jobStartDate",
    "validThrough",
    "totalJobOpenings",
    "applicationContact",
    "reportsTo",
    "travel",
    "shifts",
)


def test_a_job_post_of_version_4_is_read_unchanged_and_goes_on(line: Line) -> None:
    session = line("job-post", "new", "--company", "Acme", "a nurse in Leeds").stdout.strip()
    stored = line.stored(session)
    data = {name: stored["job_data"][name] for name in stored["job_data"]}
    for name in NEW_IN_JOB_DATA_5:
        del data[name]
    old = {name: stored[name] for name in stored if name not in NEW_IN_5}
    old |= {"job_data": data, "schema_version": 4}
    line.put(session, old)
    before = line.document(session)
    shown = line("job-post", "show", session, "--json").json
    assert (shown["job_data"]["title"], shown["job_data"]["workHours"]) == ("Nurse", "")
    assert (shown["skipped"], shown["unused"]) == ([], [])
    assert line.document(session) == before
    line("job-post", "say", "40 hours a week", "--post", session)
    after = line.stored(session)
    assert after["schema_version"] == SCHEMA_VERSION
    assert after["job_data"]["workHours"] == "40 hours a week"
    assert after["messages"][:2] == old["messages"]


NEW_IN_6 = (
    "question",
    "practise",
    "transcript_source",
    "interview_date",
    "planned_at",
    "practice_plan",
    "debrief",
)


def make_version_4(data: Any) -> Any:
    """Remove what version 6 added, and return a file of version 4."""
    if isinstance(data, list):
        return [make_version_4(part) for part in data]
    if not isinstance(data, dict):
        return data
    old = {name: make_version_4(data[name]) for name in data if name not in NEW_IN_6}
    return old | {"schema_version": 4} if "schema_version" in data else old


def test_an_interview_of_version_4_is_read_unchanged(line: Line) -> None:
    session = line.finished(2)
    line.put(session, make_version_4(line.stored(session)))
    before = line.document(session)
    for words in (["show"], ["status"], ["feedback"], ["export", "--format", "md", "-o", "-"]):
        line(words[0], session, *words[1:])
    line("compare", session)
    assert line.document(session) == before  # reading does not upgrade the file
    line("keep", session)
    stored = line.stored(session)
    assert stored["schema_version"] == SCHEMA_VERSION
    assert make_version_4(stored) == json.loads(before) | {
        name: stored[name] for name in ("keep", "last_updated")
    }


def test_a_newer_version_says_so(line: Line) -> None:
    session = line.new()
    newer = json.dumps(line.stored(session) | {"schema_version": SCHEMA_VERSION + 1})
    line.damage(session, lambda path: path.write_text(newer))
    before = line.document(session)
    for command in ("show", "ask", "keep", "export"):
        error = line(command, session, exit_code=6).stderr
        assert "newer version" in error
        assert "upgrade" in error
    line("gc", "--ttl", "1m")
    assert line.document(session) == before


UNKNOWN = {"text": "\u00e9\x1b", "list": [1, None, {"deep": [1.5]}], "big": 10**30, "no": False}


def find_unknown(session: dict[str, Any]) -> list[str]:
    """Return the places of a session that hold the unknown field."""

    def places(data: Any, at: str) -> list[str]:
        if isinstance(data, list):
            return [place for i, item in enumerate(data) for place in places(item, f"{at}/{i}")]
        if not isinstance(data, dict):
            return []
        here = [at] if data.get("x_later") == UNKNOWN else []
        return here + [place for name in data for place in places(data[name], f"{at}/{name}")]

    return places(session, "")


def mark(data: Any) -> Any:
    """Add the unknown field to every object whose fields the format defines."""
    if isinstance(data, list):
        return [mark(item) for item in data]
    if not isinstance(data, dict):
        return data
    free = ("sources", "words", "reasons")  # objects whose keys are data
    marked = {name: data[name] if name in free else mark(data[name]) for name in data}
    return marked | {"x_later": UNKNOWN}


def test_unknown_fields_survive_every_command(line: Line, figure: Callable[[str], None]) -> None:
    session = line.started(questions=2)
    line.put(session, mark(line.stored(session)))
    kept = find_unknown(line.stored(session))
    assert len(kept) >= 4
    commands = 0
    for words in (
        ["upload", "--cv", "-", "--job-text", JOB],
        ["answer", "--text", STORY],
        ["answer", "--skip"],
        ["redo", "--number", "2", "--text", f"{STORY} Again."],
        ["feedback"],
        ["plan", "--date", "2100-01-01"],
        ["debrief", "--question", "Why us?"],
        ["debrief", "--outcome", "offer"],
        ["keep"],
        ["keep", "--undo"],
    ):
        line(words[0], session, *words[1:], stdin=CV)
        assert set(kept) <= set(find_unknown(line.stored(session))), words
        line.put(session, mark(line.stored(session)))
        kept = find_unknown(line.stored(session))
        commands += 1
    exported = line("export", session, "--format", "json", "-o", "-").json
    assert exported["x_later"]["big"] == 10**30
    assert line("show", session, "--json").json["session"]["x_later"]["list"] == UNKNOWN["list"]
    figure(f"11. unknown fields in {len(kept)} places of an interview survive {commands} commands")


def test_unknown_fields_of_a_post_survive(line: Line, figure: Callable[[str], None]) -> None:
    post = line("job-post", "new", "--company", "Acme", "A nurse in Leeds").stdout.strip()
    messages = (
        "Skills: triage",
        "Actually in York.",
        "Drop triage.",
        "Salary £30,000 a year",
        "yes",
    )
    for message in messages:
        line.put(post, mark(line.stored(post)))
        kept = find_unknown(line.stored(post))
        line("job-post", "say", message, "--post", post)
        assert set(kept) <= set(find_unknown(line.stored(post))), message
    figure(f"11. unknown fields of a job post survive {len(messages)} turns")
