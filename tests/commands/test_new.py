"""`interview new`."""

import re
from pathlib import Path

import pytest

from interview_cli.limits import SCHEMA_VERSION
from interview_cli.store.drafts import FileDrafts
from tests.conftest import CV, JOB, Line

UUID7 = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def test_prints_the_id_of_a_session_with_the_defaults(line: Line) -> None:
    result = line("new", "--title", "  Nurse ", "--company", "City Hospital")
    session = result.stdout.strip()
    assert re.fullmatch(UUID7, session)
    assert result.stdout == f"{session}\n"
    stored = line.stored(session)
    assert (stored["job_title"], stored["company_name"]) == ("Nurse", "City Hospital")
    assert stored["name"] == "city-hospital-nurse"
    assert stored["kind"] == "interview"
    assert stored["schema_version"] == SCHEMA_VERSION
    assert (stored["ttl"], stored["keep"], stored["finished_at"]) == ("24h", False, None)
    assert (stored["max_questions"], stored["focus"], stored["language"]) == (8, "mixed", "en")
    assert (stored["messages"], stored["plan"], stored["feedback"]) == ([], [], None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", stored["created_at"])


def test_the_fields_of_a_listing_come_first_in_the_file(line: Line) -> None:
    keys = list(line.stored(line.new()))
    assert keys[:16] == [
        "schema_version",
        "kind",
        "session_id",
        "name",
        "created_at",
        "last_updated",
        "ttl",
        "keep",
        "finished_at",
        "job_title",
        "company_name",
        "language",
        "focus",
        "round",
        "level",
        "max_questions",
    ]


@pytest.mark.parametrize("name", ["title", "company"])
@pytest.mark.parametrize(
    ("text", "exit_code"),
    [
        ("", 2),
        ("  \t ", 2),
        ("x" * 200, 0),
        ("x" * 201, 2),
        (f"  {'x' * 200}  ", 0),
        ("é" * 200, 0),
    ],
)
def test_title_and_company_are_stripped_and_bounded(
    line: Line, name: str, text: str, exit_code: int
) -> None:
    words = {"title": "T", "company": "C", name: text}
    result = line(
        "new", "--title", words["title"], "--company", words["company"], exit_code=exit_code
    )
    assert len(line("status", "--json").json["sessions"]) == (exit_code == 0)
    if exit_code:
        assert result.stderr.startswith("error: the ")
        assert result.stdout == ""


@pytest.mark.parametrize("missing", ["--title", "--company"])
def test_title_and_company_are_needed(line: Line, missing: str) -> None:
    given = {"--title": "T", "--company": "C"}
    del given[missing]
    words = [word for pair in given.items() for word in pair]
    assert "are needed" in line("new", *words, exit_code=2).stderr


@pytest.mark.parametrize(("count", "exit_code"), [(0, 2), (1, 0), (20, 0), (21, 2)])
def test_one_to_twenty_questions(line: Line, count: int, exit_code: int) -> None:
    line("new", "--title", "T", "--company", "C", "--questions", str(count), exit_code=exit_code)


@pytest.mark.parametrize(
    ("option", "good", "bad"),
    [
        ("--focus", "technical", "trivia"),
        ("--level", "lead", "wizard"),
        ("--ttl", "90m", "90"),
        ("--ttl", "never", "0h"),
    ],
)
def test_options_are_stored_or_refused(line: Line, option: str, good: str, bad: str) -> None:
    stored = line.stored(line.new(option, good))
    assert stored[option.strip("-")] == good
    line("new", "--title", "T", "--company", "C", option, bad, exit_code=2)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Graduate Accountant", "junior"),
        ("Team Lead Logistics", "lead"),
        ("Director of Nursing", "executive"),
        ("Electrician", None),
    ],
)
def test_the_level_is_read_from_the_title(line: Line, title: str, level: str | None) -> None:
    assert line.stored(line.new(title=title))["level"] == level


def test_documents_can_be_given_at_once(line: Line, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(CV)
    (tmp_path / "job.md").write_text(JOB)
    session = line.new("--cv", tmp_path / "cv.txt", "--job", tmp_path / "job.md")
    assert line("status", session, "--json").json["stage"] == "documents_uploaded"


def test_a_bad_document_makes_no_session(line: Line, tmp_path: Path) -> None:
    line("new", "--title", "T", "--company", "C", "--cv", tmp_path / "no.pdf", exit_code=2)
    assert line("status", "--json").json["total"] == 0


def test_from_takes_documents_title_and_company(line: Line) -> None:
    first = line.finished()
    second = line("new", "--from", first, "--title", "Foreman").stdout.strip()
    old, new = line.stored(first), line.stored(second)
    assert (new["job_title"], new["company_name"]) == ("Foreman", old["company_name"])
    for field in ("cv_text", "cv_source", "job_description_text", "job_description_source"):
        assert new[field] == old[field]
    assert (new["messages"], new["plan"], new["feedback"]) == ([], [], None)


def test_title_and_company_cannot_be_changed(line: Line) -> None:
    session = line.new()
    refused = line("upload", session, "--title", "Other", exit_code=2)
    assert "new --from" in refused.stderr


def test_json_is_the_status_document(line: Line) -> None:
    document = line("new", "--title", "T", "--company", "C", "--json").json
    assert document == line("status", document["session_id"], "--json").json


def test_collects_what_has_expired_at_most_once_an_hour(line: Line) -> None:
    first = line.new()
    line.edit(first, last_updated="2020-01-01T00:00:00Z")
    line.new()  # the first `new` has collected already, within this hour
    assert line.path(first).exists()
    (line.home / "locks" / "collected_at").write_text("2020-01-01T00:00:00+00:00")
    assert line("new", "--title", "T", "--company", "C").stderr == ""
    assert not line.path(first).exists()


def test_never_collects_a_draft(line: Line) -> None:
    session = line.new()
    FileDrafts(line.home).save(session, 1, "half an answer")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    (line.home / "locks" / "collected_at").unlink()
    line.new()
    assert line.path(session).exists()
    assert line("gc").stdout == f"deleted {session}\n"
    assert FileDrafts(line.home).load(session, 1) == ""


def test_never_collects_an_answer(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", "I led it.", "--no-ask")
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    (line.home / "locks" / "collected_at").unlink()
    line.new()
    assert line.path(session).exists()
    assert line("gc").stdout == f"deleted {session}\n"


def test_collects_nothing_when_told_so(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_AUTO_GC", "false")
    first = line.new()
    line.edit(first, last_updated="2020-01-01T00:00:00Z")
    line.new()
    assert line.path(first).exists()


@pytest.mark.parametrize(
    "words", [["--ttl", ""], ["--title", "\u200b"], ["--cv", "-", "--job", "-"]]
)
def test_what_looks_like_nothing_is_refused(line: Line, words: list[str]) -> None:
    line("new", "--title", "T", "--company", "C", *words, stdin=CV, exit_code=2)
    assert line("status", "--json").json["total"] == 0


@pytest.mark.parametrize("home", ["", "~no-such-user/x"])
def test_a_home_that_is_none_is_refused_not_ignored(line: Line, home: str) -> None:
    line("status", "--home", home, exit_code=2)
