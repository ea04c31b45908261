"""What every test stands on: a home of its own, the command line, and no way out to the world."""

import json
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import freezegun
import platformdirs
import pytest
from hypothesis import settings as hypothesis_settings
from typer.testing import CliRunner

# Imported before any test freezes the time: pydantic cannot build a model of a frozen datetime.
import interview_cli.models  # noqa: F401
from interview_cli.cli import app
from interview_cli.context import Run
from tests.model_server import ModelServer, serving

# A frozen clock would keep filelock waiting for ever.
freezegun.configure(extend_ignore_list=["filelock"])
hypothesis_settings.register_profile("suite", deadline=None, max_examples=60)
hypothesis_settings.load_profile("suite")

EXAMPLES = Path(__file__).parent.parent / "examples"

CV = """Jo Field
Electrician, Leeds

Experience
- Installed fire alarms in 14 schools for Brook & Sons, Leeds
- Tested and certified switchboards to BS 7671
- Trained two apprentices who passed at the first attempt
- Kept the van stocked and tidy
"""

JOB = """# Electrician
Maintenance of hospitals in Leeds.

## What you need
- Experience with fire alarms
- Testing and certification of switchboards
- Experience with nurse call systems
- Training of apprentices

## Nice to have
- Experience with solar panels
"""

STORY = (
    "In 2023 the fire alarm at Park School failed its test. I was asked to find out why before "
    "term began. I traced 40 detectors in two days, decided to replace the panel because its "
    "relays were worn, and fitted a new one. False alarms fell from nine a month to none."
)


@dataclass(frozen=True)
class Result:
    """What a command left on its streams."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.stdout.splitlines()]


class Line:
    """The command line, in this process, on a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self,
        *args: str | Path,
        stdin: str | bytes | None = None,
        exit_code: int = 0,
        run: Run | None = None,
    ) -> Result:
        """Runs one command and expects its exit code."""
        words = ["--home", str(self.home), *map(str, args)]
        # In colour: where that is off, Typer takes escape sequences out, as no terminal does.
        done = CliRunner().invoke(app, words, input=stdin, obj=run, color=True)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        result = Result(done.exit_code, done.stdout, done.stderr)
        assert result.exit_code == exit_code, (words, result)
        return result

    def new(self, *args: str | Path, title: str = "Electrician", company: str = "Acme") -> str:
        """A new session's id."""
        return self("new", "--title", title, "--company", company, *args).stdout.strip()

    def started(self, *args: str | Path, questions: int = 3) -> str:
        """A session with both documents whose first question is open."""
        session = self.new("--questions", str(questions), *args)
        self("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
        self("ask", session)
        return session

    def answered(self, questions: int = 3) -> str:
        """A session with every question answered."""
        session = self.started(questions=questions)
        for number in range(1, questions + 1):
            self("answer", session, "--text", f"{STORY} That was case {number}.")
        return session

    def finished(self, questions: int = 3) -> str:
        """A session with its feedback."""
        session = self.answered(questions)
        self("feedback", session)
        return session

    def at_stage(self, stage: str) -> str:
        """A session at one of the five stages, of three questions."""
        if stage == "created":
            return self.new("--questions", "3")
        if stage == "documents_uploaded":
            session = self.new("--questions", "3")
            self("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
            return session
        makers = {
            "in_progress": self.started,
            "completed": self.answered,
            "feedback_generated": self.finished,
        }
        return makers[stage]()

    def path(self, session: str) -> Path:
        return self.home / "sessions" / f"{session}.json"

    def stored(self, session: str) -> Any:
        """The session file, as it lies on the disk."""
        return json.loads(self.path(session).read_text("utf-8"))

    def edit(self, session: str, **fields: Any) -> None:
        """Changes fields of a session file by hand."""
        changed = self.stored(session) | fields
        self.path(session).write_text(json.dumps(changed, ensure_ascii=False), "utf-8")


STAGES = ("created", "documents_uploaded", "in_progress", "completed", "feedback_generated")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture", action="store_true", help="hold the promises in their long form")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The figures that the promises were held to; they come from the workers with the reports."""
    figures = [
        text
        for report in terminalreporter.getreports("passed")
        for name, text in report.user_properties
        if name == "figure"
    ]
    for text in sorted(figures, key=lambda one: (int(one.partition(".")[0]), one)):
        terminalreporter.write_line(text)
    skipped = [report.longrepr[2] for report in terminalreporter.getreports("skipped")]
    for reason in sorted(set(skipped)):
        terminalreporter.write_line(f"skipped {skipped.count(reason)}: {reason}")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def line(home: Path) -> Line:
    return Line(home)


KEY = "sk-sentinel-of-the-key"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model on loopback, set up as the one to use."""
    with serving(ModelServer()) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        yield server


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_world_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's, no default home, no network but loopback."""
    for name in list(os.environ):
        if name.startswith(("INTERVIEW_", "OPENAI_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user" / "config"))
    monkeypatch.setattr(platformdirs, "user_data_path", _no_default_home)
    monkeypatch.setattr(socket.socket, "connect", _loopback_only(socket.socket.connect))
    monkeypatch.chdir(tmp_path)


def _no_default_home(*_: Any) -> Path:
    raise AssertionError("a test reached for the user's own home")


def _loopback_only(connect: Any) -> Any:
    def checked(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for {address}")
        return connect(self, address)

    return checked
