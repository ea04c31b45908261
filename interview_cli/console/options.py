"""The options and arguments that commands share, and how subcommands are declared and loaded."""

from collections.abc import Callable, Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from interview_cli.console.output import print_note
from interview_cli.console.switches import QUIET, SWITCHES, is_given, set_switch
from interview_cli.context import Run
from interview_cli.errors import InterviewError
from interview_cli.setting_table import SETTINGS, find_setting
from interview_cli.store.expiry import is_expired
from interview_cli.store.ids import require_own, short_id


def build_common_options() -> list[TyperOption]:
    """Build the options of every command, for use before or after the subcommand.

    They are `--json` and, for each setting, the option that all commands take.
    """
    common = [setting for setting in SETTINGS if setting.option and not setting.commands]
    valued = [setting for setting in common if setting.metavar]
    switches = [setting for setting in common if not setting.metavar]
    return [
        *(
            _build_option(setting.option, setting.option_help, metavar=setting.metavar, type=str)
            for setting in valued
        ),
        _build_switch("json", "Print one JSON document."),
        *(_build_switch(setting.option, setting.option_help) for setting in switches),
        *(
            TyperOption(
                param_decls=list(written),
                help=about,
                expose_value=False,
                callback=_remember_switch,
                is_flag=True,
                default=False,
            )
            for written, about in SWITCHES.values()
        ),
    ]


def _remember_switch(_: typer.Context, option: typer.CallbackParam, value: bool) -> None:
    if value:
        set_switch(str(option.name))


COMMON_NAMES = frozenset(
    [
        "help",
        "json",
        *SWITCHES,
        *(s.option.replace("-", "_") for s in SETTINGS if s.option and not s.commands),
    ]
)
"""The names of the options of every command."""


def _build_switch(name: str, about: str) -> TyperOption:
    return _build_option(name, about, is_flag=True, default=False)


def _build_option(name: str, about: str, **kind: Any) -> TyperOption:
    return TyperOption(
        param_decls=[f"--{name}"], help=about, expose_value=False, callback=_remember, **kind
    )


def _remember(ctx: typer.Context, option: typer.CallbackParam, value: str | bool | None) -> None:
    # An option that is not given here must not undo one given before the subcommand.
    if value is not None and value is not False:
        find_run(ctx).options[str(option.name)] = value


class HelpWithExamples:
    """Begins the help of a command with examples, and ends it with the common options."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        # Imported here: only the help needs it.
        from interview_cli.console import help as help_text

        help_text.write_examples(ctx, formatter)
        super().format_help(ctx, formatter)  # type: ignore[misc] # of the class mixed with

    def format_options(self, ctx: Any, formatter: Any) -> None:
        from interview_cli.console import help as help_text

        help_text.write_options(ctx, formatter, self, COMMON_NAMES)


class Command(HelpWithExamples, TyperCommand):
    """A subcommand with the common options as well as its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {param.name for param in self.params}
        self.params.extend(option for option in build_common_options() if option.name not in own)


class AskingCommand(Command):
    """A subcommand that asks questions, and takes the options for that as well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setting = find_setting("stand_in")
        self.params.append(_build_switch(setting.option, setting.option_help))


class LazyGroup(HelpWithExamples, TyperGroup):
    """A group that imports each subcommand when it is called: `status` must not pay for what
    `export` needs."""

    summaries: Mapping[str, str]
    """The names of the subcommands, each with the first line of its help."""
    package: str
    """The package that has a module for each of them."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.params.extend(build_common_options())
        # Typer suggests these names for a mistyped one. Only get_command uses them otherwise.
        self.commands = dict.fromkeys(self.summaries, self)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the commands last: the end is what a terminal still shows of a long help."""
        from interview_cli.console import help as help_text

        help_text.write_commands(formatter, self.summaries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the subcommand and return it."""
        if cmd_name not in self.summaries:
            return None
        name = cmd_name.replace("-", "_")
        name += "_" * iskeyword(name)
        module = import_module(f"{self.package}.{name}")
        return typer.main.get_command(getattr(module, name))


def declare_command(function: Callable[..., None]) -> typer.Typer:
    """Declare a function as a subcommand; its name and docstring are the subcommand's."""
    return _declare(function, Command)


def declare_asking_command(function: Callable[..., None]) -> typer.Typer:
    """Declare a function as a subcommand that asks questions."""
    return _declare(function, AskingCommand)


def _declare(function: Callable[..., None], kind: type[TyperCommand]) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(cls=kind)(function)
    return app


def declare_file_option(metavar: str, about: str) -> Any:
    """Declare an option that names a file. Its reader reports whether it can be read."""
    return typer.Option(metavar=metavar, readable=False, help=about)


def find_run(ctx: typer.Context) -> Run:
    """Return the run of this command line."""
    return ctx.ensure_object(Run)


def resolve_own_session(run: Run, typed: str | None, kind: str | None = "interview") -> str:
    """Return the id of a session that is to be changed, before anybody types for it.

    As `resolve_session`. Raises NotFound, and ReadOnly for one that another owner shares.
    """
    chosen = resolve_session(run, typed, kind)
    require_own(run.store, chosen)
    return chosen


def resolve_session(run: Run, typed: str | None, kind: str | None = "interview") -> str:
    """Return the id of the session that the user named, else of the default or latest one.

    Only sessions of `kind` count; None means any kind. Prints which session it is when none was
    named. Raises NotFound.
    """
    now = run.now()
    if typed is not None:
        return run.store.find(typed, now, kind)
    default = run.settings.session
    chosen = run.store.find(default, now, kind) if default else run.store.latest(now, kind)
    if not is_given(QUIET):
        print_note(f"session {short_id(chosen)}: {run.store.summary(chosen).name}")
    return chosen


def resolve_sessions(run: Run, typed: list[str] | None) -> list[str]:
    """Return the ids of the interviews that the user named. Raises NotFound."""
    now = run.now()
    return [run.store.find(name, now, "interview") for name in typed or []]


def complete_session(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return names and short ids of sessions with a description, for shell completion."""
    return _complete(ctx, incomplete, ("interview", "job_post"))


def complete_post(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return names and short ids of job posts, as `complete_session` does."""
    return _complete(ctx, incomplete, ("job_post",))


def _complete(ctx: typer.Context, incomplete: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    run = find_run(ctx)
    try:
        heads = run.store.summaries().summaries
    except InterviewError:
        return []
    now = run.now()
    offered: list[tuple[str, str]] = []
    for head in heads:
        if head.kind not in kinds:
            continue
        about = f"{head.job_title}, {head.company_name}" + (
            " (expired)" if is_expired(head, now) else ""
        )
        words = (head.name, short_id(head.session_id), head.session_id)
        offered += [(word, about) for word in words[: 3 if incomplete else 2]]
    return [(word, about) for word, about in offered if word.startswith(incomplete)]


_SESSION_HELP = "An id, its first or last characters, the start of a name, or latest."
PostArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[POST]",
        help=_SESSION_HELP,
        autocompletion=complete_post,
        show_default=False,
    ),
]
SessionArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[SESSION]",
        help=_SESSION_HELP,
        autocompletion=complete_session,
        show_default=False,
    ),
]
JobPostOption = Annotated[
    str | None,
    typer.Option(
        "--job-post",
        metavar="POST",
        help="Use a job post as the job description.",
        autocompletion=complete_post,
    ),
]
KeepHiddenOption = Annotated[
    bool, typer.Option("--keep-hidden", help="Keep text that is hidden in the document.")
]
PostsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="POST...",
        help="Ids, their first or last characters, or the start of names.",
        autocompletion=complete_post,
    ),
]
OptionalSessionsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SESSION]...",
        help="Ids, their first or last characters, or the start of names (default: all).",
        autocompletion=complete_session,
        show_default=False,
    ),
]
SessionsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SESSION...",
        help="Ids, their first or last characters, or the start of names.",
        autocompletion=complete_session,
    ),
]
