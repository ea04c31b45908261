"""What a person sees of printed results: wrapped, paged, drawn, calm or plain."""

import re
import stat
from pathlib import Path

import pytest

from tests.conftest import Line
from tests.model_server import ModelServer, hang, say
from tests.terminal.conftest import Open

LONG = (
    "Think of the school that you wired. It had rooms for classes and rooms for music and rooms "
    "for the staff and rooms for sports and rooms for the caretaker. Which of all these rooms was "
    "hard to wire, and how did you go about it?"
)
COLOR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7])[;m]")


@pytest.fixture
def finished(line: Line) -> str:
    """A session with feedback."""
    return line.finished()


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that keeps what it gets in the file `paged` beside it."""
    script = tmp_path / "pager"
    script.write_text(f"#!/bin/sh\ncat >{tmp_path}/paged\necho paged\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


@pytest.mark.slow
def test_a_question_is_wrapped_at_words(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [say(LONG)]
    screen = terminal("ask", session, columns=40)
    assert screen.end() == 0
    words = set(LONG.split())
    shown = [row for row in screen.rows if "rooms" in row]
    assert len(shown) > 3
    for row in shown:
        assert len(row) <= 40
        assert set(row.split()) <= words


def test_errors_and_hints_are_wrapped_at_words(line: Line, terminal: Open) -> None:
    screen = terminal("answer", "no-such-session", "--text", "I led it.", columns=24)
    assert screen.end() == 3
    assert screen.rows == [
        "error: Session not found",
        "or expired.",
        "hint: interview status",
        "--all",
    ]


@pytest.mark.slow
def test_nothing_is_wrapped_for_a_program(line: Line, terminal: Open, tmp_path: Path) -> None:
    session = line.new(title="Electrician " * 12)
    path = tmp_path / "out"
    for words in (["status", session], ["show", session]):
        with path.open("wb") as file:
            assert terminal(*words, stdout=file.fileno(), columns=40).end() == 0
        assert max(map(len, path.read_text().splitlines())) > 100
    screen = terminal("status", session, "--json", columns=40)
    assert screen.end() == 0
    assert screen.seen.count("\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (["feedback"], "Weaknesses"),
        (["feedback", "--explain"], "score: 20 ×"),
        (["show"], "Interview transcript"),
        (["show", "--cv"], "Electrician, Leeds"),
    ],
)
def test_long_output_goes_through_the_pager(
    finished: str, terminal: Open, pager: Path, words: list[str], sign: str
) -> None:
    screen = terminal(*words, PAGER=str(pager), columns=12)
    assert screen.end() == 0
    assert "paged" in screen.text
    paged = (pager.parent / "paged").read_text()
    assert sign.split()[0] in paged
    assert "**" not in paged


@pytest.mark.slow
def test_all_sessions_go_through_the_pager(line: Line, terminal: Open, pager: Path) -> None:
    for number in range(25):
        line.new(title=f"Cook {number}")
    screen = terminal("status", "--all", PAGER=str(pager))
    assert screen.end() == 0
    assert (pager.parent / "paged").read_text().count("acme-cook") == 25


@pytest.mark.slow
def test_a_job_post_goes_through_the_pager(line: Line, terminal: Open, pager: Path) -> None:
    duties = ", ".join(f"care for ward {number}" for number in range(30))
    message = f"title: Nurse\nduties: {duties}"
    line("job-post", "new", "--company", "City Hospital", message, "--coach", "offline")
    screen = terminal("job-post", "show", PAGER=str(pager), columns=12)
    assert screen.end() == 0
    assert "Nurse" in (pager.parent / "paged").read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--no-pager"], {}),
        (["--plain"], {}),
        ([], {"NO_PAGER": "1"}),
        ([], {"INTERVIEW_PLAIN": "1"}),
        ([], {"TERM": "dumb"}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": "no-such-program"}),
    ],
)
def test_without_a_pager(
    finished: str,
    terminal: Open,
    pager: Path,
    words: list[str],
    environment: dict[str, str],
) -> None:
    screen = terminal("feedback", *words, **{"PAGER": str(pager)} | environment)
    assert screen.end() == 0
    assert not (pager.parent / "paged").exists()
    assert "Weaknesses" in screen.seen


def test_short_output_is_printed_at_once(line: Line, terminal: Open, pager: Path) -> None:
    line.new()
    screen = terminal("show", PAGER=str(pager))
    assert screen.end() == 0
    assert "No question has been asked yet." in screen.text
    assert not (pager.parent / "paged").exists()


@pytest.mark.slow
def test_ctrl_c_is_for_the_pager(finished: str, terminal: Open) -> None:
    screen = terminal("feedback")
    screen.wait_for(lambda text: text.endswith(":"))
    screen.type(b"\x03")
    assert screen.end_by(b"q") == 0
    assert "next: interview export" in screen.text


@pytest.mark.slow
def test_leaving_the_pager_early_is_no_failure(finished: str, terminal: Open) -> None:
    assert terminal("feedback", PAGER="true").end() == 0


@pytest.mark.slow
def test_markdown_is_drawn_on_a_terminal_alone(
    line: Line, finished: str, terminal: Open, tmp_path: Path
) -> None:
    screen = terminal("feedback", "--no-pager")
    assert screen.end() == 0
    assert "\x1b[1m" in screen.seen
    assert "**" not in screen.seen
    assert "## " not in screen.seen
    path = tmp_path / "report.md"
    with path.open("wb") as file:
        assert terminal("feedback", stdout=file.fileno()).end() == 0
    assert path.read_text().startswith("# Electrician, Acme\n")
    assert path.read_text() == line("feedback", finished).stdout


def test_words_of_an_answer_are_data_on_a_terminal_too(line: Line, terminal: Open) -> None:
    session = line.started()
    line("answer", session, "--text", "&#8238;[bold]*led* :smile: &#x1b;[2J <b>it</b>", "--no-ask")
    screen = terminal("show", "--no-pager")
    assert screen.end() == 0
    assert "&#8238;[bold]*led* :smile: &#x1b;[2J <b>it</b>" in screen.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--no-color"], {}),
        (["--plain"], {}),
        ([], {"NO_COLOR": "1"}),
        ([], {"TERM": "dumb"}),
    ],
)
def test_without_color(
    finished: str, terminal: Open, words: list[str], environment: dict[str, str]
) -> None:
    screen = terminal("feedback", "--no-pager", *words, **environment)
    assert screen.end() == 0
    assert not COLOR.search(screen.seen)


def test_plain_lines_only(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [hang]
    screen = terminal("ask", session, "--plain")
    screen.wait_for(lambda text: "waiting for gpt-5.4-mini at 127.0.0.1" in text)
    model.closing.set()
    assert screen.end() == 0
    assert "\x1b" not in screen.seen
    assert "\r" not in screen.seen.replace("\r\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("asked", [[], ["--scores"], ["--explain"]])
def test_calm_hides_the_scores_until_asked(
    line: Line, finished: str, terminal: Open, asked: list[str]
) -> None:
    score = line("status", finished, "--json").json["interview_score"]
    screen = terminal("feedback", "--calm", "--no-pager", *asked)
    assert screen.end() == 0
    # What ratings can say has figures of its own, of which one may be that of the score.
    told, _, _ = screen.seen.partition("can and cannot say")
    is_shown = bool(re.search(rf"(?<![\w:-]){score}(?![\w:-])", told))
    assert is_shown is bool(asked)
    assert ("feedback" in screen.seen and "--scores" in screen.seen) is not bool(asked)
    assert bool(re.search(r"of 100|of 5\b", screen.seen)) is (asked == ["--scores"])


@pytest.mark.slow
def test_calm_hides_the_scores_of_listings(line: Line, finished: str, terminal: Open) -> None:
    score = line("status", finished, "--json").json["interview_score"]
    for words in (["status"], ["status", finished]):
        screen = terminal(*words, INTERVIEW_CALM="1")
        assert screen.end() == 0
        assert "hidden" in screen.text
        assert not re.search(rf"(?<![\w:-]){score}(?![\w:-])", screen.text)
    assert line("--calm", "status", finished, "--json").json["interview_score"] == score
    assert str(score) in line("--calm", "status").stdout


def test_new_says_when_the_session_expires(line: Line, terminal: Open) -> None:
    screen = terminal("new", "--title", "Cook", "--company", "Inn", "--ttl", "7d")
    assert screen.end() == 0
    (session,) = line("status", "--json").json["sessions"]
    moment = session["expires_at"].replace("T", " ")[:16]
    assert f"expires {moment} UTC, 7d after its last change" in screen.text
    assert f"interview keep {session['short_id']}" in screen.text
    assert "interview config set ttl" in screen.text
    assert terminal("new", "--title", "Cook", "--company", "Inn", "--ttl", "never").end() == 0


@pytest.mark.parametrize("columns", [80, 100])
def test_a_listing_fits_the_window(terminal: Open, line: Line, columns: int) -> None:
    session = line.new(title="漢字" * 40)
    screen = terminal("status", columns=columns)
    assert screen.end() == 0
    assert len(screen.rows) == 3  # a heading, the session, the next step
    assert session[-8:] in screen.rows[1]
    assert f"\x1b[36m{session[-8:]}\x1b[0m" in screen.seen
    assert "\x1b" not in run_without_colour(terminal)


def run_without_colour(terminal: Open) -> str:
    screen = terminal("status", "--no-color")
    screen.end()
    return screen.seen
