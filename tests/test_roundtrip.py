"""Any text that a user can type is stored and shown unchanged."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_cli.text import escape_json, remove_controls
from tests.conftest import JOB, Line

# Without lone surrogates, which no keyboard, paste or pipe can deliver as text.
TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def drop_invisible(text: str) -> str:
    """Return the text, or an empty string if it consists of format characters only."""
    return text if any(unicodedata.category(c) != "Cf" for c in text) else ""


SAFE = TYPED.map(lambda text: drop_invisible(remove_controls(text).strip()))

one_home = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def open_session(line: Line) -> str:
    return line.started()


@one_home
@given(text=TYPED)
def test_an_answer(line: Line, open_session: str, text: str) -> None:
    wanted = drop_invisible(remove_controls(text).strip())
    before = line.path(open_session).read_bytes()
    try:
        is_empty = not wanted
        result = line(
            "answer", open_session, "--no-ask", stdin=text, exit_code=2 if is_empty else 0
        )
        if is_empty:
            assert "is empty" in result.stderr
            return
        assert line.stored(open_session)["messages"][1]["content"] == wanted
        shown = line("show", open_session, "--json").json["session"]["messages"][1]["content"]
        assert shown == wanted
    finally:
        line.path(open_session).write_bytes(before)


@one_home
@given(text=TYPED, form=st.sampled_from(["--text", "--file", "-0"]))
def test_every_way_in_stores_the_same(
    line: Line, open_session: str, tmp_path: Path, text: str, form: str
) -> None:
    wanted = drop_invisible(remove_controls(text.replace("\0", "")).strip())
    if not wanted:
        return
    before = line.path(open_session).read_bytes()
    words: dict[str, list[str]] = {
        "--text": [f"--text={text}"],
        "--file": ["--file", "answer.txt"],
        "-0": ["-0"],
    }
    (tmp_path / "answer.txt").write_bytes(text.encode())
    try:
        line("answer", open_session, *words[form], stdin=text.replace("\0", ""))
        assert line.stored(open_session)["messages"][1]["content"] == wanted
    finally:
        line.path(open_session).write_bytes(before)


@one_home
@given(
    title=SAFE.filter(lambda text: 0 < len(text) <= 200), company=st.text("çß漢字 x", min_size=1)
)
def test_title_and_company(line: Line, title: str, company: str) -> None:
    if not company.strip():
        return
    made = line("new", f"--title={title}", f"--company={company}", "--json").json
    session = made["session_id"]
    try:
        assert made["job_title"] == re.sub(r"\s*[\n\t]\s*", " ", title)
        assert made["company_name"] == company.strip()
        assert line("status", made["name"], "--json").json["session_id"] == session
        assert re.fullmatch(r"[^\s/\\.]+", made["name"])
        assert len(made["name"].encode()) <= 160
        line("export", session, "--format", "md", "--force")
    finally:
        line("rm", session, "--yes")


@one_home
@given(text=TYPED)
def test_a_document(line: Line, open_session: str, text: str) -> None:
    line("upload", open_session, f"--job-text={JOB}\n{text}")
    stored = line.stored(open_session)["job_description_text"]
    assert "".join(stored.split()) == "".join(remove_controls(f"{JOB}\n{text}").split())


@given(st.text())
def test_json_never_holds_what_a_terminal_obeys(text: str) -> None:
    document = escape_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == {"text": text}
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", document)
    document.encode("utf-8")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert remove_controls(remove_controls(text)) == remove_controls(text)
    remove_controls(text).encode("utf-8")
