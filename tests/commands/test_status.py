"""`interview status`, and the forms of SESSION."""

from datetime import UTC, datetime, timedelta

import pytest

from interview_cli.limits import SCHEMA_VERSION
from tests.conftest import STAGES, Line


def format_time(ago: timedelta) -> str:
    return (datetime.now(UTC) - ago).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_an_empty_home(line: Line) -> None:
    listed = line("status")
    assert (listed.stdout, listed.stderr) == ("", "No sessions yet.\n")
    empty = {"status": "ok", "sessions": [], "total": 0, "damaged": []}
    assert line("status", "--json").json == empty
    assert not line.home.exists()


def test_lists_the_newest_first(line: Line) -> None:
    ids = [line.new(title=f"Job {number}") for number in range(5)]
    sessions = line("status", "--json").json["sessions"]
    assert [session["session_id"] for session in sessions] == ids[::-1]
    names = [row.split("\t")[1] for row in line("status").stdout.splitlines()]
    assert names == [f"acme-job-{number}" for number in (4, 3, 2, 1, 0)]


def test_the_order_is_that_of_creation_not_of_change(line: Line) -> None:
    first, second = line.new(), line.new()
    line("keep", first)
    sessions = line("status", "--json").json["sessions"]
    assert [session["session_id"] for session in sessions] == [second, first]


def test_shows_twenty_unless_told(line: Line) -> None:
    for number in range(22):
        line.new(title=f"Job {number}")
    assert len(line("status", "--json").json["sessions"]) == 20
    assert line("status", "--json").json["total"] == 22
    listed = line("status")
    assert len(listed.stdout.splitlines()) == 20
    assert "and 2 more" in listed.stderr
    assert len(line("status", "-n", "3", "--json").json["sessions"]) == 3
    assert len(line("status", "--all", "--json").json["sessions"]) == 22
    line("status", "-n", "0", exit_code=2)


def test_a_listing_for_scripts(line: Line) -> None:
    session = line.finished()
    started = line.started(questions=8)
    line("answer", started, "--text", "I fitted a panel.")
    first, second = (row.split("\t") for row in line("status").stdout.splitlines())
    score = line.stored(session)["feedback"]["interview_score"]
    created = line.stored(started)["created_at"]
    assert first[:8] == [
        *(started, "acme-electrician", "interview", "in_progress", "1", "8", "", created),
    ]
    expires = line("status", started, "--json").json["expires_at"]
    assert first[8:] == [expires]
    assert second[:7] == [
        *(session, "acme-electrician", "interview", "feedback_generated", "3", "3", str(score)),
    ]
    assert second[8:] == [""]


@pytest.mark.parametrize("stage", STAGES)
def test_stage_and_flags(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    document = line("status", session, "--json").json
    reached = STAGES.index(stage)
    assert document["stage"] == stage
    assert document["flags"] == {
        "has_cv": reached >= 1,
        "has_job_description": reached >= 1,
        "is_ready_for_interview": reached >= 1,
        "interview_started": reached >= 2,
        "interview_complete": reached >= 3,
        "has_feedback": reached >= 4,
    }
    assert (document["interview_score"] is not None) == (reached >= 4)
    assert (document["expires_at"] is None) == (reached >= 3)
    assert (document["open_question"] is not None) == (reached == 2)
    assert "stage" not in line.stored(session)


@pytest.mark.parametrize(
    ("stage", "command"),
    [
        ("created", "interview upload {} --cv FILE --job FILE"),
        ("documents_uploaded", "interview ask {}"),
        ("in_progress", "interview answer {}"),
        ("completed", "interview feedback {}"),
        ("feedback_generated", "interview export {}"),
    ],
)
def test_names_the_next_command(line: Line, stage: str, command: str) -> None:
    session = line.at_stage(stage)
    document = line("status", session, "--json").json
    assert document["next_command"] == command.format(session[-8:])


def test_details_of_one(line: Line) -> None:
    session = line.started()
    shown = line("status", session).stdout
    for words in ("acme-electrician", session, "in_progress", "0 of 3", "Question 1: "):
        assert words in shown


def test_several(line: Line) -> None:
    first, second = line.new(), line.started()
    document = line("status", first, second, "--json").json
    assert [session["session_id"] for session in document["sessions"]] == [first, second]
    assert document["total"] == 2
    both = line("status", first, second).stdout
    assert first in both
    assert second in both


class TestSession:
    """SESSION in each form that a user may type."""

    @pytest.fixture
    def session(self, line: Line) -> str:
        line.new(title="Cook", company="Harbour Inn")
        return line.new(title="Senior Backend Engineer", company="TechCorp")

    @pytest.mark.parametrize(
        "typed",
        [
            lambda session_id: session_id,
            lambda session_id: session_id.upper(),
            lambda session_id: session_id[-8:],
            lambda session_id: session_id[-4:],
            lambda session_id: "techcorp-senior-backend-engineer",
            lambda session_id: "techcorp",
            lambda session_id: "tech",
            lambda session_id: "latest",
        ],
    )
    def test_found(self, line: Line, session: str, typed) -> None:
        assert line("status", typed(session), "--json").json["session_id"] == session

    @pytest.mark.parametrize(
        "typed",
        ["0000ffff", "cook-harbour", "", "x", "../../etc/passwd", "*", "a\0b", "y" * 10_000],
    )
    def test_not_found(self, line: Line, session: str, typed: str) -> None:
        result = line("status", typed, "--json", exit_code=3)
        assert result.json["code"] == "not_found"
        assert result.json["error"] == "Session not found or expired."

    def test_three_characters_of_an_id_are_too_few(self, line: Line, session: str) -> None:
        line("status", session[-3:], exit_code=3)

    def test_ambiguous_beginning_of_an_id(self, line: Line, session: str) -> None:
        result = line("status", session[:4], exit_code=3)
        assert "fits 2 sessions" in result.stderr
        assert session[-8:] in result.stderr

    def test_ambiguous_name(self, line: Line, session: str) -> None:
        twin = line.new(title="Senior Backend Engineer", company="TechCorp")
        result = line("show", "techcorp", exit_code=3)
        assert session[-8:] in result.stderr
        assert twin[-8:] in result.stderr

    def test_a_whole_name_beats_one_that_goes_on(self, line: Line) -> None:
        short = line.new(title="Cook", company="Inn")
        line.new(title="Cook Trainee", company="Inn")
        assert line("status", "inn-cook", "--json").json["session_id"] == short

    def test_left_out_it_is_the_one_updated_last(self, line: Line, session: str) -> None:
        other = line.new(title="Driver")
        line("keep", session)
        result = line("show", "--json")
        assert result.json["session"]["session_id"] == session != other
        assert f"session {session[-8:]}: techcorp-senior-backend-engineer" in result.stderr

    def test_left_out_it_is_no_expired_one(self, line: Line, session: str) -> None:
        older = line.new(title="Driver")
        line.edit(older, last_updated=format_time(timedelta(hours=2)))
        cook = line("status", "harbour", "--json").json["session_id"]
        for newer in (session, cook):
            line.edit(newer, last_updated=format_time(timedelta(hours=1)), ttl="30m")
        assert line("show", "--json").json["session"]["session_id"] == older

    def test_left_out_it_is_the_latest_whatever_a_company_is_called(self, line: Line) -> None:
        line.new(company="Latest News")
        newest = line.new(company="Daily News")
        assert line("show", "--json").json["session"]["session_id"] == newest

    def test_the_environment_names_one(
        self, line: Line, session: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INTERVIEW_SESSION", "harbour-inn")
        assert "Harbour Inn" in line("show").stdout
        assert "TechCorp" in line("show", session).stdout

    def test_none_at_all(self, line: Line) -> None:
        for command in ("ask", "show", "feedback", "export", "keep"):
            line(command, exit_code=3)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"kind": "interview"}',
        b"\x00\xff",
        b'{"kind": "recipe", "session_id": "x"}',
    ],
)
def test_damaged_files_are_named_and_left_alone(line: Line, damage: bytes) -> None:
    session, healthy = line.new(), line.new()
    line.path(session).write_bytes(damage)
    listed = line("status", "--json")
    assert listed.json["damaged"] == [f"{session}.json"]
    assert listed.json["total"] == 2
    (shown,) = listed.json["sessions"]
    assert shown["session_id"] == healthy
    assert f"{session}.json" in listed.stderr
    for command in ("status", "show", "ask", "feedback", "keep", "export"):
        result = line(command, session, "--json", exit_code=6)
        assert result.json["code"] == "storage"
        assert f"{session}.json" in result.json["error"]
    assert line.path(session).read_bytes() == damage


def test_a_file_of_a_newer_version(line: Line) -> None:
    session = line.new()
    line.edit(session, schema_version=SCHEMA_VERSION + 1)
    for command in ("status", "show"):
        assert "written by a newer version" in line(command, session, exit_code=6).stderr


def test_strangers_are_no_sessions(line: Line) -> None:
    session = line.new()
    folder = line.home / "sessions"
    (folder / "README.md").write_text("hello")
    (folder / "notes.json").write_text("{}")
    (folder / f"{session}.json.bak").write_text("{}")
    (folder / "subfolder").mkdir()
    document = line("status", "--json").json
    assert (document["total"], document["damaged"]) == (1, [])


def test_unknown_fields_survive_a_rewrite(line: Line) -> None:
    session = line.started()
    messages = line.stored(session)["messages"]
    messages[0]["mood"] = "friendly"
    line.edit(session, colour="green", messages=messages)
    line("answer", session, "--text", "I fitted a panel.")
    stored = line.stored(session)
    assert (stored["colour"], stored["messages"][0]["mood"]) == ("green", "friendly")


def test_a_file_written_by_hand_may_lack_almost_everything(line: Line) -> None:
    session = line.new()
    stored = line.stored(session)
    needed = ("kind", "session_id", "created_at", "last_updated", "job_title", "company_name")
    line.path(session).write_text(
        "{" + ", ".join(f'"{key}": "{stored[key]}"' for key in needed) + "}"
    )
    document = line("status", session, "--json").json
    assert (document["name"], document["max_questions"]) == ("acme-electrician", 8)
    assert line("status", "acme", "--json").json["session_id"] == session
    line("keep", session)
    assert line.stored(session)["keep"] is True
