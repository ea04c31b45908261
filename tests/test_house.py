"""The house: what a command may load, and where each thing belongs."""

import json
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from interview_cli import errors
from interview_cli.cli import COMMANDS
from interview_cli.commands.job_post import POST_COMMANDS
from tests.conftest import CV, JOB, STORIES, STORY, Line
from tests.model_server import ModelServer

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "interview_cli"
HEAVY = {
    "Stemmer",
    "fastapi",
    "html.entities",
    "httpx",
    "httpx2",
    "hypothesis",
    "importlib.metadata",
    "importlib.resources",
    "interview_cli.post_models",
    "interview_cli.requirements.ad_layout",
    "lxml",
    "markdown_pdf",
    "numpy",
    "openai",
    "prompt_toolkit",
    "pydantic",
    "pymupdf",
    "requests",
    "rich",
    "tomllib",
    "uvicorn",
    "wcwidth",
}
"""What takes a tenth of a listing or more to import."""
SHARED = {"pydantic"}
"""Loaded by every command that opens a session."""
RULES = {"Stemmer", "tomllib"}
"""Loaded by what reads English; the parser only until rules are kept beside the bytecode."""
AD = {"interview_cli.requirements.ad_layout"}
"""What reads an ad: the plan of an interview does, and what is shown of it."""

MODEL = {"httpx2", "openai", "importlib.metadata", "importlib.resources"}
"""The client asks the metadata of packages for versions."""

LOADS = f"""
import json, sys
from interview_cli.cli import app
for words in json.loads(sys.argv[1]):
    try:
        app(words)
    except SystemExit as end:
        code = end.code
    print(code, *sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)
    assert code == 0, words
"""


def find_loaded(line: Line, *commands: list[str]) -> set[str]:
    """Return the heavy modules that are loaded after commands in one process, which succeed."""
    all_words = json.dumps([["--home", str(line.home), *words] for words in commands])
    command = [sys.executable, "-c", LOADS, all_words]
    done = subprocess.run(command, capture_output=True, check=False, text=True, input="")
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split()[1:])


def test_a_listing_loads_nothing_heavy(line: Line) -> None:
    session = line.new("--ttl", "7d")
    listings = (["--version"], ["status"], ["status", session], ["gc"], ["config"])
    assert not find_loaded(line, *listings)
    helps = (["--help"], ["job-post", "--help"], ["gc", "--help"])
    assert find_loaded(line, *helps) <= {"tomllib", "importlib.resources"}


def test_what_changes_a_session_loads_no_reader_of_english(line: Line) -> None:
    session = line.new("--ttl", "7d")
    commands = (["keep", session], ["doctor"], ["rm", session, "--yes"])
    assert find_loaded(line, *commands) <= SHARED


def test_an_interview_loads_no_writer_no_reader_and_no_job_posts(
    line: Line, tmp_path: Path
) -> None:
    job, pdf = tmp_path / "job.md", tmp_path / "cv.pdf"
    job.write_text(JOB, "utf-8")
    with pymupdf.open() as document:  # read in a process of its own
        document.new_page().insert_text((50, 50), CV)
        document.save(pdf)
    session = line.started(questions=2)
    commands = (
        ["new", "--title", "Nurse", "--company", "Acme"],
        ["upload", session, "--job", str(job), "--cv", str(pdf)],
        ["ask", session],
        ["answer", session, "--text", STORY],
        ["redo", session, "--number", "1", "--text", "I fitted a panel."],
        ["answer", session, "--text", STORY],
        ["show", session],
        ["show", session, "--map"],
        ["feedback", session],
        ["debrief", session, "--question", "What did you repair?"],
    )
    assert find_loaded(line, *commands) <= SHARED | RULES | AD


def test_only_the_first_question_reads_the_ad(line: Line) -> None:
    session = line.started(questions=6)
    answers = (["answer", session, "--text", story] for story in STORIES[:5])
    assert find_loaded(line, *answers) <= SHARED | RULES


def test_a_job_post_loads_no_writer_and_no_reader(line: Line) -> None:
    commands = (
        ["job-post", "new", "--company", "Acme", "an electrician in Leeds"],
        ["job-post", "say", "It pays £40,000 a year."],
        ["job-post", "show"],
        ["job-post", "check"],
        ["job-post", "export", "--format", "md", "-o", "-"],
    )
    posts = {"html.entities", "interview_cli.post_models"}
    assert find_loaded(line, *commands) <= SHARED | RULES | AD | posts


def test_a_turn_with_a_model_loads_its_client_alone(line: Line, model: ModelServer) -> None:
    session = line.started()
    loaded = find_loaded(line, ["answer", session, "--text", STORY])
    assert "openai" in loaded
    assert loaded <= SHARED | RULES | MODEL


@pytest.mark.skipif(sys.dont_write_bytecode, reason="Python keeps nothing for the next run")
def test_the_next_run_parses_no_rules(line: Line, tmp_path: Path) -> None:
    job = tmp_path / "job.md"
    job.write_text(JOB, "utf-8")
    upload = ["upload", line.started(questions=1), "--job", str(job)]
    find_loaded(line, upload)
    assert "tomllib" not in find_loaded(line, upload)


def test_what_knows_html_loads_no_http_client(line: Line, tmp_path: Path) -> None:
    spoken = tmp_path / "spoken.txt"
    spoken.write_text(f"Interviewer: What did you repair?\nMe: {STORY}\n", "utf-8")
    session = line.finished(questions=1)
    commands = (
        ["export", session, "--format", "md", "-o", "-"],
        ["export", session, "--format", "html", "-o", "-"],
        ["compare"],
        ["stories"],
        ["plan", session, "--date", "2100-01-01"],
        ["import", str(spoken), "--title", "Electrician", "--company", "Acme"],
    )
    assert find_loaded(line, *commands) <= SHARED | RULES | AD | {"html.entities"}
    export = ["export", session, "--format", "pdf", "-o", str(tmp_path / "report.pdf")]
    writers = {"html.entities", "markdown_pdf", "pymupdf"}
    assert find_loaded(line, export) <= SHARED | RULES | AD | writers


def test_the_list_of_commands_is_the_folder() -> None:
    # A module with the name of a keyword ends in an underscore.
    paths = (PACKAGE / "commands").glob("[!_]*.py")
    files = {path.stem.removesuffix("_") for path in paths}
    assert files | {"job-post"} == set(COMMANDS)
    posts = {path.stem for path in (PACKAGE / "commands" / "job_post").glob("*.py")}
    assert posts - {"__init__"} == set(POST_COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_takes_the_common_options(line: Line, command: str) -> None:
    shown = line(command, "--help").stdout
    for words in ("--home DIR", "--coach COACH", "--json"):
        assert words in shown
    usage, about = shown.partition("Usage: ")[2].split("\n\n")[:2]
    assert usage.startswith("interview") or command in usage
    assert len(about.strip()) > 20


def test_every_failure_has_its_code_and_name() -> None:
    classes = [
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type) and issubclass(thing, errors.InterviewError)
    ]
    known = {
        (error_class.exit_code, error_class.code)
        for error_class in classes
        if error_class is not errors.InterviewError
    }
    assert known == {
        (1, "internal"),
        (2, "usage"),
        (2, "invalid"),
        (3, "not_found"),
        (4, "conflict"),
        (5, "llm"),
        (6, "storage"),
        (7, "busy"),
        (130, "interrupted"),
    }


def test_only_settings_read_the_environment() -> None:
    readers = [
        path.name for path in PACKAGE.rglob("*.py") if "os.environ" in path.read_text("utf-8")
    ]
    assert sorted(readers) == ["environment.py", "settings.py"]


def test_only_the_console_prints() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "console":
            source = path.read_text("utf-8")
            for into_a_string in ("traceback.print", "console.print"):
                source = source.replace(into_a_string, "")
            assert "print(" not in source, path
