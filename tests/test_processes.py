"""Commands as real processes, with real streams and signals."""

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import EXAMPLES, Line, mark_slow

INTERVIEW = [sys.executable, "-m", "interview_cli"]

Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def environment(tmp_path: Path, home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "user"),
        "INTERVIEW_HOME": str(home),
        "PYTHONPATH": str(EXAMPLES.parent),  # this tree, not an installed package
        "LC_ALL": "C",  # the streams are UTF-8 in any locale
    }


@pytest.fixture
def program(environment: dict[str, str]) -> Program:
    def run(*words: str, stdin: bytes = b"", exit_code: int = 0, **options):
        done = subprocess.run(
            [*INTERVIEW, *words],
            input=stdin,
            env=environment,
            check=False,
            **{"capture_output": True} | options,
        )
        assert done.returncode == exit_code, done
        return done

    return run


@pytest.mark.slow
def test_a_whole_interview(program: Program, tmp_path: Path, home: Path) -> None:
    new = program("new", "--title", "Senior Backend Engineer", "--company", "Velora")
    session = new.stdout.decode().strip()
    program("upload", "--cv", str(EXAMPLES / "cv.pdf"), "--job", str(EXAMPLES / "job.md"))
    assert len(program("ask").stdout.decode().splitlines()) == 1
    answers = (EXAMPLES / "answers.txt").read_bytes()
    program("answer", "--text", answers.decode().splitlines()[0])
    program("answer", session, "--lines", stdin=answers)
    program(
        "redo", session, "--number", "6", stdin="Wir haben die Abfragen gezählt: 40 %.".encode()
    )
    assert "gezählt: 40 %" in program("show", session).stdout.decode()
    assert b"Score:" in program("feedback", session).stdout
    path = tmp_path / "report.pdf"
    assert program("export", session, "-o", str(path)).stdout.decode() == f"{path}\n"
    assert path.read_bytes().startswith(b"%PDF-")
    program("keep", session)
    status = json.loads(program("status", session, "--json").stdout)
    assert (status["stage"], status["keep"]) == ("feedback_generated", True)
    assert program("gc").stdout == b""
    program("rm", session, "--yes")
    assert program("status").stderr == b"No sessions yet.\n"
    assert list((home / "sessions").iterdir()) == []


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["status", "--help"], ["-h"]])
def test_help_and_version(program: Program, words: list[str]) -> None:
    done = program(*words)
    assert done.stdout
    assert done.stderr == b""


def test_bytes_that_are_not_utf8_are_refused(program: Program) -> None:
    done = program("new", "--title", b"caf\xe9", "--company", "C", exit_code=2)
    assert done.stderr.startswith(b"error: the title is not UTF-8 text.")


def test_a_closed_pipe_is_no_failure(line: Line, program: Program) -> None:
    for number in range(3):
        line.new(title=f"Job {number}")
    reader, writer = os.pipe()
    os.close(reader)
    done = program("status", capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert done.stderr == b""


def test_a_full_device_is_an_error(line: Line, program: Program) -> None:
    with open("/dev/full", "wb") as full:
        options = {"capture_output": False, "stdout": full, "stderr": subprocess.PIPE}
        done = program("new", "--title", "T", "--company", "C", exit_code=6, **options)
    assert done.stderr.startswith(b"error: the output cannot be written")
    assert done.stderr.count(b"\n") == 2
    assert line("status", "--json").json["total"] == 1


def test_a_closed_stderr_stops_nothing(environment: dict[str, str], line: Line) -> None:
    line.new(title="T", company="C")
    command = " ".join(INTERVIEW)
    shell = ["sh", "-c", f"{command} show 2>&-"]
    done = subprocess.run(shell, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout[:8]) == (0, b"# T, C\n\n")


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_while_it_waits(
    environment: dict[str, str], line: Line, home: Path, number: int, exit_code: int
) -> None:
    session = line.new()
    before = line.path(session).read_bytes()
    with FileLock(home / "locks" / f"{session}.lock"):
        # Not `python -m`: an interrupt during an import can end that interpreter by the signal,
        # although the signal was handled.
        waiting = subprocess.Popen(
            [str(Path(sys.executable).with_name("interview")), "keep"],
            env=environment | {"INTERVIEW_LOCK_TIMEOUT": "500"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert waiting.stderr.readline().startswith(b"session ")
        waiting.send_signal(number)
        out, err = waiting.communicate()
    assert waiting.returncode == exit_code
    assert (out, b"Traceback" in err) == (b"", False)
    assert line.path(session).read_bytes() == before


def test_hints_are_for_terminals_only(environment: dict[str, str], program: Program) -> None:
    assert program("new", "--title", "T", "--company", "C").stderr == b""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*INTERVIEW, "new", "--title", "T", "--company", "C"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 4096)
    os.close(ours)
    assert done.returncode == 0
    assert b"\nnext: interview upload " in shown


def test_a_pdf_is_not_written_to_a_terminal(environment: dict[str, str], line: Line) -> None:
    line.new()
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*INTERVIEW, "export", "-o", "-"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"cannot be shown on a terminal" in done.stderr


def test_an_answer_on_a_terminal_names_the_ways_to_give_one(
    environment: dict[str, str], line: Line
) -> None:
    line.new()
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*INTERVIEW, "answer"],
        env=environment,
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"the answer is not given" in done.stderr


def reply_on_a_terminal(
    environment: dict[str, str], typed: bytes, *words: str
) -> tuple[bytes, int, bytes]:
    """Run a command, type something when it asks; return what it asked, exit code and stdout."""
    ours, theirs = pty.openpty()
    asking = subprocess.Popen(
        [*INTERVIEW, *words],
        env=environment,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
    )
    asked = b""
    while not asked.endswith(b"[y/N] "):
        asked += asking.stderr.read(1)
    os.write(ours, typed)
    out, _ = asking.communicate()
    os.close(theirs)
    os.close(ours)
    return asked, asking.returncode, out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "exit_code", "left"),
    [(b"y\n", 0, 0), (b"n\n", 0, 1), (b"\n", 0, 1), (b"\x03", 130, 1)],
)
def test_rm_asks_on_a_terminal(
    environment: dict[str, str], line: Line, typed: bytes, exit_code: int, left: int
) -> None:
    session = line.new(title="T", company="C")
    asked, code, out = reply_on_a_terminal(environment, typed, "rm", session)
    assert f"Delete c-t ({session[-8:]})".encode() in asked
    assert (code, out) == (exit_code, b"")
    assert line("status", "--json").json["total"] == left


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "exit_code", "kept"), [(b"y\n", 0, 1), (b"\n", 0, 0), (b"\x03", 130, 0)]
)
def test_feedback_asks_on_a_terminal_before_a_new_review(
    environment: dict[str, str], line: Line, typed: bytes, exit_code: int, kept: int
) -> None:
    session = line.finished(questions=1)
    asked, code, out = reply_on_a_terminal(environment, typed, "feedback", session, "--again")
    assert b"Make a new review? The present one is kept" in asked
    assert (code, b"Interview report" in out) == (exit_code, exit_code == 0)
    assert len(line.stored(session)["earlier_feedback"]) == kept


def test_answers_stream_through_a_conversation(environment: dict[str, str], line: Line) -> None:
    """A script may read each question before it writes the next answer."""
    session = line.started(questions=3)
    talk = subprocess.Popen(
        [*INTERVIEW, "answer", session, "--lines"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    questions = []
    for number in range(2):
        talk.stdin.write(f"I did thing {number} in a day.\n".encode())
        talk.stdin.flush()
        questions.append(talk.stdout.readline())
    talk.stdin.write(b"I did the last thing in a week.\n")
    talk.stdin.flush()
    assert talk.wait() == 0  # though its input is still open
    assert len(set(questions)) == 2
    for stream in (talk.stdin, talk.stdout, talk.stderr):
        stream.close()


@pytest.mark.slow
@pytest.mark.parametrize("shell", mark_slow(["bash", "zsh", "fish"], but=["bash"]))
def test_the_shell_completes_commands_and_sessions(
    environment: dict[str, str], line: Line, shell: str
) -> None:
    session = line.new(title="Nurse", company="City")

    def complete(typed: str) -> str:
        words = {
            "_INTERVIEW_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split(" ")) - 1),
            "_TYPER_COMPLETE_ARGS": typed,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": typed.split(" ")[-1],
        }
        done = subprocess.run(
            [str(Path(sys.executable).with_name("interview"))],
            env=environment | words,
            capture_output=True,
            check=False,
        )
        return done.stdout.decode()

    assert "status" in complete("interview st")
    assert "city-nurse" in complete("interview show ci")
    assert session[-8:] in complete(f"interview show {session[-8:-5]}")
    assert "city-nurse" in complete("interview new --from ci")


def test_an_answer_is_for_the_question_open_when_it_starts(
    environment: dict[str, str], line: Line, program: Program
) -> None:
    """Another process answers and opens the next question while this one waits for its input."""
    session = line.started()
    slow = subprocess.Popen(
        [*INTERVIEW, "answer"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert slow.stderr.readline().startswith(b"session ")
    program("answer", session, "--text", "The other process was faster.")
    out, err = slow.communicate(b"This was meant for question 1.")
    assert (slow.returncode, out) == (4, b"")
    assert b"question 1 is not open" in err
    assert line("status", session, "--json").json["answered_count"] == 1


def test_a_failure_is_a_document_in_either_place_of_json(program: Program) -> None:
    for words in (["status", "nowhere", "--json"], ["--json", "status", "nowhere"]):
        failed = program(*words, exit_code=3)
        assert json.loads(failed.stdout)["code"] == "not_found"


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("status", ">&-"),
        ("export --format json -o -", ">&-"),
        ("--version", ">&-"),
        ("--version", ">/dev/full"),
        ("--help", ">/dev/full"),
        ("status --help", ">/dev/full"),
        ("status --all", ">/dev/full"),
    ],
)
def test_an_output_that_cannot_be_written(
    environment: dict[str, str], line: Line, words: str, to: str
) -> None:
    line.new()
    shell = ["sh", "-c", f"{' '.join(INTERVIEW)} {words} {to}"]
    done = subprocess.run(shell, env=environment, capture_output=True, check=False)
    errors = [row for row in done.stderr.splitlines() if not row.startswith(b"session ")]
    assert done.returncode == 6
    assert errors[0].startswith(b"error: ")
    assert len(errors) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["status", "--help"]])
def test_help_into_a_closed_pipe(program: Program, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = program(*words, capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert done.stderr == b""


def test_a_closed_pipe_costs_no_answer(line: Line, program: Program) -> None:
    session = line.started(questions=8)
    reader, writer = os.pipe()
    os.close(reader)
    answers = (EXAMPLES / "answers.txt").read_bytes()
    options = {"capture_output": False, "stdout": writer, "stderr": subprocess.PIPE}
    program("answer", session, "--lines", stdin=answers, **options)
    os.close(writer)
    assert line("status", session, "--json").json["answered_count"] == 8


def test_left_over_answers_are_noticed_while_the_pipe_stays_open(
    environment: dict[str, str], line: Line
) -> None:
    session = line.started(questions=1)
    talk = subprocess.Popen(
        [*INTERVIEW, "answer", session, "--lines"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    talk.stdin.write(b"I did the one thing in a day.\nAnd one too many.\n")
    talk.stdin.flush()
    assert talk.wait() == 0
    assert b"more answers than questions" in talk.stderr.read()
    for stream in (talk.stdin, talk.stdout, talk.stderr):
        stream.close()
