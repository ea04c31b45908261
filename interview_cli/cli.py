"""The root command: global options, subcommands, and the only mapping of errors to exit codes."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Annotated, Any, NoReturn

import typer

from interview_cli import __version__
from interview_cli.console import completion, output, switches
from interview_cli.console.editing import can_edit
from interview_cli.console.options import LazyGroup, find_run
from interview_cli.errors import InternalError, Interrupted, InterviewError, StorageFailed
from interview_cli.render.commands import spell_hint
from interview_cli.settings import is_debugging
from interview_cli.signals import SignalHandlers
from interview_cli.text import remove_controls

COMMANDS = {
    "practice": "Hold the whole interview in one sitting.",
    "new": "Open a session for one application; print its id.",
    "upload": "Store the CV, the job description, or both.",
    "ask": "Print the open question, or ask the next one.",
    "answer": "Answer the open question, then print the next one.",
    "redo": "Answer a question again; the latest answer counts.",
    "status": "List all sessions, or show where some of them stand.",
    "show": "Print the conversation, or a stored document.",
    "feedback": "Rate the answers once all questions are answered, or print the feedback.",
    "export": "Write the report to a file, and print its path.",
    "compare": (
        "Compare interviews with feedback: scores, what recurs, what improved, what to practise."
    ),
    "plan": "Plan what to practise on which day until the interview.",
    "stories": "Collect the stories you told, and name what has none yet.",
    "debrief": "Note the real interview: what was asked, how it went, how it ended.",
    "import": "Review an interview that was held elsewhere, from its transcript.",
    "keep": "Keep a session from expiring, or bring back an expired one.",
    "rm": "Delete sessions with all their data.",
    "gc": "Delete expired sessions (for cron).",
    "config": "Print the settings, or change one.",
    "serve": "Serve the page and the REST endpoints until Ctrl-C.",
    "doctor": "Check settings, home, files and model, and say what to do.",
    "store": "Set up a database for sessions, or copy all sessions.",
    "users": "Let users in to the page on a database, each with a token.",
    "share": "Let another user read a session, or print who may (in a database).",
    "job-post": "Build a job post in a conversation (for employers).",
}
"""Each subcommand with its summary, which the help shows without importing the subcommand."""


OTHER_NAMES = {
    "list": "status", "ls": "status", "delete": "rm", "remove": "rm", "create": "new",
    "init": "new", "start": "practice", "begin": "practice", "resume": "practice",
    "continue": "practice", "question": "ask", "next": "ask", "retry": "redo",
    "score": "feedback", "review": "feedback",
    "report": "export", "pdf": "export", "settings": "config", "web": "serve", "check": "doctor",
    "user": "users", "accounts": "users", "job": "job-post", "post": "job-post", "help": "--help",
}  # fmt: skip
"""What other tools call our commands. Too far in spelling for Typer to suggest."""


class RootGroup(LazyGroup):
    """Turn every failure into its exit code."""

    summaries = COMMANDS
    package = "interview_cli.commands"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if can_edit() and output.is_stdout_terminal() and not self._names_command(ctx, args):
            # Imported here: only a person who types no command needs it.
            from interview_cli.console.home_screen import choose_command

            if args:
                super().parse_args(ctx, list(args))  # the home and other options
            if can_edit():  # not after --no-input
                args = [*args, *choose_command(find_run(ctx))]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        ours = OTHER_NAMES.get(args[0])
        if ours and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{ours}'?")
        return super().resolve_command(ctx, args)

    def _names_command(self, ctx: Any, args: list[str]) -> bool:
        _, words, _ = self.make_parser(ctx).parse_args(args=list(args))
        return bool(words)

    def make_context(self, *args: Any, **extra: Any) -> Any:
        switches.forget_switches()
        with _exit_on_failure(wants_json=lambda: False):  # --help and --version run here
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        run = find_run(ctx)  # created here: a subcommand would create one of its own
        began_at = monotonic()
        try:
            with _exit_on_failure(wants_json=lambda: run.json):
                return super().invoke(ctx)
        finally:
            run.close()
            if switches.is_given(switches.VERBOSE):
                # Imported here: only -v needs it.
                from interview_cli.console.verbose import describe_run

                output.print_note(describe_run(run, monotonic() - began_at))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        # Imported here: only the help needs it.
        from interview_cli.console.help import write_exit_codes

        write_exit_codes(formatter)
        super().format_epilog(ctx, formatter)


@contextmanager
def _exit_on_failure(wants_json: Callable[[], bool]) -> Iterator[None]:
    """End the run with the exit code of the failure that the block raises."""
    try:
        yield
    except InterviewError as error:
        if _signals.arrived and not isinstance(error, Interrupted):
            raise typer.Exit(128 + _signals.arrived) from None
        _report(error, wants_json())
    except BrokenPipeError:
        output.flush_or_discard()  # --help, which Typer writes itself
        raise typer.Exit(0) from None
    except OSError as error:
        reason = (
            f"the operating system reports: {(error.strerror or type(error).__name__).lower()}."
        )
        _report(StorageFailed(reason), wants_json())
    except Exception as error:
        # Typer's own refusals and exits carry their code; any other exception is a bug.
        if hasattr(error, "exit_code"):
            if message := vars(error).get("message"):  # it quotes the command line
                vars(error)["message"] = remove_controls(message)
            raise
        if _signals.arrived:
            raise typer.Exit(128 + _signals.arrived) from None
        if is_debugging():
            traceback.print_exception(error)
        _report(InternalError.locate(error), wants_json())


def _report(failure: InterviewError, as_json: bool) -> NoReturn:
    # One line each, even if a file name or the message of a library contains line breaks.
    message = " ".join(failure.message.splitlines())
    hint = " ".join(spell_hint(failure.hint).splitlines()) if failure.hint else None
    output.print_note(f"error: {message}" + (f"\nhint: {hint}" if hint else ""))
    if as_json:
        reply = {"status": "error", "code": failure.code, "error": message, "hint": hint}
        with suppress(InterviewError):
            output.print_json(reply | failure.extra)
    output.flush_or_discard()
    raise typer.Exit(failure.exit_code)


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        output.print_result(f"interview {__version__}")
        raise typer.Exit


completion.mend_zsh_script()
app = typer.Typer(
    cls=RootGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def interview(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Practise a job interview: questions on your CV and the job, and honest feedback."""


_signals = SignalHandlers()


def run() -> None:
    """Run the command that the command line names. Always ends with SystemExit."""
    try:
        try:
            _signals.install()
            app()
        finally:
            _signals.release()
    except (KeyboardInterrupt, SystemExit):
        if _signals.arrived:
            sys.exit(128 + _signals.arrived)
        raise
    finally:
        output.flush_or_discard()
