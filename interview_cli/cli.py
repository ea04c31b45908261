"""The front door: global options, the list of commands, error → exit code (the only place)."""

import os
import signal
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from interview_cli import __version__
from interview_cli.commands import output
from interview_cli.commands.options import common_options, run_of
from interview_cli.errors import InterviewError
from interview_cli.settings import debugging

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
)


class FrontDoor(TyperGroup):
    """Loads a command when it is called, and turns every failure into its exit code."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.params.extend(common_options())
        # Typer proposes these names when one is mistyped; get_command alone knows their meaning.
        self.commands = dict.fromkeys(COMMANDS, self)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now: `status` must not pay for what `export` needs."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"interview_cli.commands.{cmd_name}")
        return typer.main.get_command(getattr(module, cmd_name))

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except InterviewError as error:
            _report(ctx, error.exit_code, error.code, error.sentence, error.hint)
        except BrokenPipeError:
            return None  # the reader has seen enough; what the command saved is saved
        except (typer.Exit, KeyboardInterrupt):
            raise
        except Exception as error:
            # Typer's own refusals print themselves; any other exception here is a defect of ours.
            if hasattr(error, "exit_code"):
                raise
            _report_defect(ctx, error)


def _report(ctx: Any, exit_code: int, code: str, sentence: str, hint: str | None) -> NoReturn:
    # One line each, whatever a file name or a library brings along.
    sentence, hint = " ".join(sentence.split()), " ".join(hint.split()) if hint else None
    output.note(f"error: {sentence}" + (f"\nhint: {hint}" if hint else ""))
    if run_of(ctx).json:
        failure = {"status": "error", "code": code, "error": sentence, "hint": hint}
        with suppress(BrokenPipeError, InterviewError):
            output.document(failure)
    raise typer.Exit(exit_code)


def _report_defect(ctx: Any, error: Exception) -> NoReturn:
    if debugging():
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}, line {frames[-1].lineno}"
    # Its text may quote a CV or an answer, so only its place is named.
    sentence = f"a defect of interview ({type(error).__name__} in {place})."
    _report(ctx, 1, "internal", sentence, "for the traceback: INTERVIEW_DEBUG=1, same command")


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


def _terminated(signum: int, frame: FrameType | None) -> NoReturn:
    # An exception, so that a half-written file is removed and the lock let go.
    sys.exit(128 + signum)


def main() -> None:
    """The `interview` program."""
    signal.signal(signal.SIGTERM, _terminated)
    app()
