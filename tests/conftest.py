"""Fixtures of all tests: a home of its own, the command line, and no network but loopback."""

import gc
import json
import os
import shutil
import signal
import socket
import ssl
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import freezegun
import platformdirs
import pytest
import typer.main
import typer.testing
from filelock import FileLock
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from typer.testing import CliRunner

# Imported before any test freezes the time: pydantic cannot build a model of a frozen datetime.
import interview_cli.models
import interview_cli.post_models  # noqa: F401
from interview_cli.cli import app
from interview_cli.context import Run
from interview_cli.documents import sandbox
from interview_cli.garbage import collect_rarely
from tests import postgres
from tests.model_server import ModelServer, serving
from tests.postgres import Database

# Typer builds a command from its function at each call, which no process does twice. Here it would
# take a tenth of the time of most tests.
typer.main.get_command = typer.testing._get_command = cache(typer.main.get_command)

# With a frozen clock filelock would wait for ever.
freezegun.configure(extend_ignore_list=["filelock"])

_FEW_EXAMPLES = 20
_MANY_EXAMPLES = 60

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

STORIES = (
    "In 2023 the fire alarm at Park School failed its test. I was asked to find out why before "
    "term began. I traced 40 detectors in two days, decided to replace the panel because its "
    "relays were worn, and fitted a new one. False alarms fell from nine a month to none.",
    "At Leeds General a switchboard tripped every night in March. I logged its load for three "
    "nights, found a heater on the wrong phase and moved it to a spare breaker. The ward has not "
    "lost power since, and the night manager thanked us.",
    "Last winter an apprentice of mine was afraid of live testing. I let him watch ten tests, then "
    "held the probes with him, and after four weeks he tested a board alone. He passed his "
    "examination in June at the first attempt.",
    "I once ordered the wrong cable for a nursing home: 200 metres of the thin one. I told my boss "
    "the same hour, drove to the wholesaler, and swapped it at my own cost. We finished on the "
    "Friday as promised. Now I read each order aloud before I send it.",
    "A caretaker at Mill Lane wanted the sirens off at lunch, and the head teacher wanted them on. "
    "I brought both to the plant room, showed them the log of 30 alarms, and proposed a quieter "
    "tone. They signed that afternoon, and complaints stopped.",
    "In 2021 we rewired a library of six floors while it stayed open. I planned the work by floor, "
    "hung a notice for readers two days ahead, and pulled 4 km of cable before opening time. It "
    "took eleven weeks instead of sixteen.",
    "When a flood reached the cellar of a bakery, I isolated the mains first, because two people "
    "stood in water. Then I dried the meters, tested every circuit at 500 volts and reconnected "
    "the ovens by five. They lost one night of bread instead of a week.",
    "My van lost an hour a day to searching for parts. I drew a plan of its shelves, labelled 60 "
    "boxes and counted the stock each Friday. After a month I had saved 18 trips to the store, "
    "and two colleagues copied the plan.",
)
"""Answers that tell different cases."""
STORY = STORIES[0]


@dataclass(frozen=True)
class Result:
    """Exit code and output of a command."""

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
    """The command line, run in this process on its own home."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self,
        *args: str | Path,
        stdin: str | bytes | None = None,
        exit_code: int = 0,
        run: Run | None = None,
    ) -> Result:
        """Run one command and check its exit code."""
        result = self.run(*args, stdin=stdin, run=run)
        assert result.exit_code == exit_code, (args, result)
        return result

    def run(
        self, *args: str | Path, stdin: str | bytes | None = None, run: Run | None = None
    ) -> Result:
        """Run one command and return how it ended."""
        words = ["--home", str(self.home), *map(str, args)]
        # Without colour Typer would remove escape sequences, which no terminal does.
        done = CliRunner().invoke(app, words, input=stdin, obj=run, color=True)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Result(done.exit_code, done.stdout, done.stderr)

    def new(self, *args: str | Path, title: str = "Electrician", company: str = "Acme") -> str:
        """Create a session and return its id."""
        return self("new", "--title", title, "--company", company, *args).stdout.strip()

    def started(self, *args: str | Path, questions: int = 3) -> str:
        """Create a session with both documents and an open first question."""
        session = self.new("--questions", str(questions), *args)
        self("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
        self("ask", session)
        return session

    def answered(self, questions: int = 3) -> str:
        """Create a session with every question answered."""
        assert questions <= len(STORIES)
        session = self.started(questions=questions)
        for story in STORIES[:questions]:
            self("answer", session, "--text", story)
        return session

    def finished(self, questions: int = 3) -> str:
        """Create a session with feedback."""
        session = self.answered(questions)
        self("feedback", session)
        return session

    def at_stage(self, stage: str) -> str:
        """Create a session of three questions at one of the five stages."""
        if stage == "created":
            return self.new("--questions", "3")
        if stage == "documents_uploaded":
            session = self.new("--questions", "3")
            self("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
            return session
        create = {
            "in_progress": self.started,
            "completed": self.answered,
            "feedback_generated": self.finished,
        }
        return create[stage]()

    def path(self, session: str) -> Path:
        return self.home / "sessions" / f"{session}.json"

    def stored(self, session: str) -> Any:
        """Return the content of the session file."""
        return json.loads(self.document(session))

    def document(self, session: str) -> bytes:
        """Return the bytes of the session file."""
        return self.path(session).read_bytes()

    def put(self, session: str, data: Any) -> None:
        """Put data in place of the session file, or where there is none yet."""
        path = self.path(session)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    def damage(self, session: str, damage: Callable[[Path], Any]) -> None:
        """Damage the session file."""
        damage(self.path(session))

    @contextmanager
    def held(self, session: str) -> Iterator[None]:
        """Hold the session for a `with` block, as the turn of another process does."""
        with FileLock(self.home / "locks" / f"{session}.lock"):
            yield

    def edit(self, session: str, **fields: Any) -> None:
        """Change fields of the session file, as a user with an editor would."""
        self.put(session, self.stored(session) | fields)


def mark_slow(cases: Collection[Any], *, but: Collection[Any]) -> list[Any]:
    """Return the cases as parameters, all marked as slow except those in `but`."""
    assert set(but) <= set(cases)
    return [case if case in but else pytest.param(case, marks=pytest.mark.slow) for case in cases]


STAGES = ("created", "documents_uploaded", "in_progress", "completed", "feedback_generated")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture", action="store_true", help="repeat the fault tests many times")


def pytest_configure(config: pytest.Config) -> None:
    # A background job of a shell ignores SIGINT, and its child processes would do the same.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    hypothesis_settings.register_profile(
        "suite",
        deadline=None,
        max_examples=_FEW_EXAMPLES if is_short(config) else _MANY_EXAMPLES,
        suppress_health_check=[HealthCheck.too_slow],  # measures time
    )
    hypothesis_settings.load_profile("suite")

    if not hasattr(config, "workerinput"):
        os.environ[postgres.SHARED] = tempfile.mkdtemp(prefix="interview-tests-")

    # Python would search some hundred thousand objects of the suite for garbage again and again.
    collect_rarely()


def pytest_collection_finish() -> None:
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and (folder := os.environ.pop(postgres.SHARED, None)):
        postgres.stop(Path(folder))
        shutil.rmtree(folder, ignore_errors=True)


def is_short(config: pytest.Config) -> bool:
    """Return whether the run leaves out slow tests, as `make test` does."""
    return "not slow" in config.option.markexpr


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures of the fault tests, and why tests were skipped."""
    figures = [
        text
        for report in terminalreporter.getreports("passed")
        for name, text in report.user_properties
        if name == "figure"
    ]
    for text in sorted(figures, key=lambda figure: (int(figure.partition(".")[0]), figure)):
        terminalreporter.write_line(text)
    skipped = [
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
    ]
    for reason in sorted(set(skipped)):
        is_loud = reason.startswith("NOT RUN")
        terminalreporter.write_line(
            f"skipped {skipped.count(reason)}: {reason}", yellow=is_loud, bold=is_loud
        )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def line(home: Path) -> Line:
    return Line(home)


@pytest.fixture
def database() -> Database:
    """A database of its own, on a real server that the run starts once."""
    return postgres.create_database(postgres.start_once(Path(os.environ[postgres.SHARED])))


KEY = "sk-sentinel-of-the-key"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """Serve a model on loopback and configure it as the one to use."""
    # Loopback needs no certificates, and loading them would take most of the time of a request.
    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *_: None)
    with serving(ModelServer()) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        yield server


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_world_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hide the settings of the developer, the default home and the network."""
    for name in list(os.environ):
        if name.startswith(("INTERVIEW_", "OPENAI_", "PG")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user" / "config"))
    monkeypatch.setattr(platformdirs, "user_data_path", _no_default_home)
    monkeypatch.setattr(socket.socket, "connect", _loopback_only(socket.socket.connect))
    # Of the limits on a document, the CPU time still ends a reader; wall time depends on the load.
    monkeypatch.setattr(sandbox, "TIME_LIMIT_S", 600)
    # What was written is lost without it only if the machine fails. The fault tests watch commands
    # sync, in processes of their own.
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.chdir(tmp_path)


def _no_default_home(*_: Any) -> Path:
    raise AssertionError("a test used the default home of the user")


def _loopback_only(connect: Any) -> Any:
    def checked(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test connected to {address}")
        return connect(self, address)

    return checked
