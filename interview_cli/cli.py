"""The front door: global options, the list of commands, error → exit code (the only place)."""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from interview_cli import __version__
from interview_cli.commands import output
from interview_cli.commands.options import Door, run_of
from interview_cli.errors import Defect, Interrupted, InterviewError, StorageFailed
from interview_cli.settings import debugging
from interview_cli.text import clean

COMMANDS = (
    "new",
    "upload",
    "ask",
    "answer",
    "redo",
    "status",
    "show",
    "feedback",
    "export",
    "keep",
    "rm",
    "gc",
    "job-post",
)


class FrontDoor(Door):
    """Turns every failure into its exit code."""

    names = COMMANDS
    folder = "interview_cli.commands"

    def make_context(self, *args: Any, **extra: Any) -> Any:
        with _failures(wants_json=lambda: False):  # --help and --version run in here
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        run = run_of(ctx)  # made here, for a subcommand would make one of its own
        with _failures(wants_json=lambda: run.json):
            return super().invoke(ctx)


@contextmanager
def _failures(wants_json: Callable[[], bool]) -> Iterator[None]:
    """Ends the run with the exit code of whatever failure the block meets."""
    try:
        yield
    except InterviewError as error:
        if _signals.arrived and not isinstance(error, Interrupted):
            raise typer.Exit(128 + _signals.arrived) from None
        _report(error, wants_json())
    except BrokenPipeError:
        output.settle()  # of --help, which Typer writes itself
        raise typer.Exit(0) from None
    except OSError as error:
        reason = f"the system refuses: {(error.strerror or type(error).__name__).lower()}."
        _report(StorageFailed(reason), wants_json())
    except Exception as error:
        # Typer's own refusals and exits know their code; any other exception is a defect of ours.
        if hasattr(error, "exit_code"):
            if message := vars(error).get("message"):  # it quotes what was typed
                vars(error)["message"] = clean(message)
            raise
        if _signals.arrived:
            raise typer.Exit(128 + _signals.arrived) from None
        if debugging():
            traceback.print_exception(error)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        # Its text may quote a CV or an answer, so only its place is named.
        place = f"{type(error).__name__} in {os.path.basename(frame.filename)}, line {frame.lineno}"
        hint = "for the traceback, run the same command with INTERVIEW_DEBUG=1"
        _report(Defect(f"a defect of interview ({place}).", hint), wants_json())


def _report(failure: InterviewError, as_json: bool) -> NoReturn:
    # One line each, whatever a file name or a library brings along.
    sentence = " ".join(failure.sentence.splitlines())
    hint = " ".join(failure.hint.splitlines()) if failure.hint else None
    output.note(f"error: {sentence}" + (f"\nhint: {hint}" if hint else ""))
    if as_json:
        told = {"status": "error", "code": failure.code, "error": sentence, "hint": hint}
        with suppress(InterviewError):
            output.document(told | failure.beside)
    output.settle()
    raise typer.Exit(failure.exit_code)


def _version(wanted: bool) -> None:
    if wanted:
        output.result(f"interview {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=FrontDoor,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="A first interview: interview new --title T --company C, then upload, ask, answer, "
    "feedback, export. Each command takes --help.",
)


@app.callback()
def interview(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Practise a job interview: eight questions on your CV and the job, and honest feedback."""


_SOON_S = 0.001


class _Signals:
    """The signals that end a run by an exception, so that locks and half-written files are let go.

    A library may take that exception for a failure of its own: whatever fails once a signal has
    come is the signal's doing.
    """

    def __init__(self) -> None:
        self.arrived = 0

    def catch(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            # What a parent has it ignore, as nohup does, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._raise)
        sys.unraisablehook = self._swallowed

    def _raise(self, signum: int, frame: FrameType | None) -> NoReturn:
        self.arrived = signum
        if signum == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + signum)

    def _swallowed(self, unraisable: "sys.UnraisableHookArgs") -> None:
        """Where an object was being deleted Python drops what is raised: raise it again, soon."""
        if self.arrived and isinstance(unraisable.exc_value, KeyboardInterrupt | SystemExit):
            signal.signal(signal.SIGALRM, self._raise_again)
            signal.setitimer(signal.ITIMER_REAL, _SOON_S, _SOON_S)
        else:
            sys.__unraisablehook__(unraisable)

    def _raise_again(self, _: int, frame: FrameType | None) -> None:
        # On a busy machine the timer is up before the hook has returned: what is raised in there is
        # dropped as well.
        while frame:
            if frame.f_code is self._swallowed.__code__:
                return
            frame = frame.f_back
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._raise(self.arrived, None)

    def let_go(self) -> None:
        """From here on a signal ends the process without a word: all is done but the leaving."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) == self._raise:
                signal.signal(number, signal.SIG_DFL)


_signals = _Signals()


def run() -> None:
    """Runs the command that the command line names. Ends with SystemExit, always."""
    try:
        try:
            _signals.catch()
            app()
        finally:
            _signals.let_go()
    except (KeyboardInterrupt, SystemExit):
        if _signals.arrived:
            sys.exit(128 + _signals.arrived)
        raise
    finally:
        output.settle()
