"""The house: what a command may load, and where each thing belongs."""

import subprocess
import sys
from pathlib import Path

import pytest

from interview_cli import errors
from interview_cli.cli import COMMANDS
from interview_cli.commands.job_post import POST_COMMANDS
from tests.conftest import JOB, Line

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "interview_cli"
HEAVY = {
    "Stemmer",
    "fastapi",
    "httpx",
    "httpx2",
    "hypothesis",
    "importlib.metadata",
    "importlib.resources",
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
SHARED = {"pydantic", "importlib.metadata", "importlib.resources"}
"""Loaded by every command that opens a session: pydantic needs the other two itself."""
RULES = {"Stemmer", "tomllib"}
"""Loaded by what reads English; the parser only until rules are kept beside the bytecode."""

LOADS = f"""
import sys
from interview_cli.cli import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(code, *sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)
"""


def find_loaded(line: Line, *words: str) -> set[str]:
    """Return the heavy modules that are loaded after a command, which succeeds."""
    command = [sys.executable, "-c", LOADS, "--home", str(line.home), *words]
    done = subprocess.run(command, capture_output=True, check=True, text=True, input="")
    code, *loaded = done.stderr.splitlines()[-1].split()
    assert code == "0", (words, done.stderr)
    return set(loaded)


def test_a_listing_loads_nothing_heavy(line: Line) -> None:
    session = line.new("--ttl", "7d")
    for words in (["--version"], ["status"], ["status", session], ["gc"], ["config"]):
        assert not find_loaded(line, *words), words
    for words in (["--help"], ["job-post", "--help"], ["gc", "--help"]):
        assert find_loaded(line, *words) <= {"tomllib", "importlib.resources"}, words


def test_what_changes_a_session_loads_no_reader_of_english(line: Line) -> None:
    session = line.new("--ttl", "7d")
    for words in (["keep", session], ["rm", session, "--yes"]):
        assert find_loaded(line, *words) <= SHARED, words


def test_a_turn_loads_no_writer_and_no_reader(line: Line, tmp_path: Path) -> None:
    job = tmp_path / "job.md"
    job.write_text(JOB, "utf-8")
    session = line.started(questions=1)
    for words in (
        ["new", "--title", "Nurse", "--company", "Acme"],
        ["upload", session, "--job", str(job)],
        ["ask", session],
        ["answer", session, "--text", "I fitted a panel."],
        ["show", session],
        ["feedback", session],
        ["export", session, "--format", "md", "-o", "-"],
    ):
        assert find_loaded(line, *words) <= SHARED | RULES, words


@pytest.mark.skipif(sys.dont_write_bytecode, reason="Python keeps nothing for the next run")
def test_the_next_run_parses_no_rules(line: Line, tmp_path: Path) -> None:
    job = tmp_path / "job.md"
    job.write_text(JOB, "utf-8")
    session = line.started(questions=1)
    find_loaded(line, "upload", session, "--job", str(job))
    assert "tomllib" not in find_loaded(line, "upload", session, "--job", str(job))


def test_a_pdf_loads_no_http_client(line: Line) -> None:
    session = line.started(questions=1)
    pdf = str(line.home / "report.pdf")
    loaded = find_loaded(line, "export", session, "--format", "pdf", "-o", pdf)
    assert loaded <= SHARED | RULES | {"markdown_pdf", "pymupdf"}


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
