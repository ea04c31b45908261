"""What every command takes: the common options, and SESSION."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from interview_cli.console.output import note
from interview_cli.context import Run
from interview_cli.errors import InterviewError
from interview_cli.model_settings import DEFAULT_MODEL
from interview_cli.settings import COACHES
from interview_cli.store.expiry import expired
from interview_cli.store.ids import short_id


def common_options() -> list[TyperOption]:
    """`--home`, `--coach`, `--model`, `--json`: they stand before or after the subcommand."""
    shared: dict[str, Any] = {"expose_value": False, "callback": _remember}
    return [
        TyperOption(
            param_decls=["--home"],
            type=str,
            metavar="DIR",
            help="Where sessions are kept.",
            **shared,
        ),
        TyperOption(
            param_decls=["--coach"],
            type=str,
            metavar="COACH",
            help=f"Who asks and rates: {', '.join(COACHES)}.",
            **shared,
        ),
        TyperOption(
            param_decls=["--model"],
            type=str,
            metavar="NAME",
            help=f"The language model, where one is at work (default: {DEFAULT_MODEL}).",
            **shared,
        ),
        TyperOption(
            param_decls=["--json"],
            is_flag=True,
            default=False,
            help="Print one JSON document.",
            **shared,
        ),
    ]


def _remember(ctx: typer.Context, option: typer.CallbackParam, value: str | bool | None) -> None:
    # Not given is not a word against what stood before the subcommand.
    if value is not None and value is not False:
        run_of(ctx).options[str(option.name)] = value


class Command(TyperCommand):
    """A subcommand with the common options beside its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(common_options())


class Door(TyperGroup):
    """Subcommands that are each loaded when they are called: `status` must not pay for what
    `export` needs. `names` are theirs, `folder` the package that has a module of each."""

    names: tuple[str, ...]
    folder: str

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.params.extend(common_options())
        # Typer proposes these names when one is mistyped; get_command alone knows their meaning.
        self.commands = dict.fromkeys(self.names, self)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now."""
        if cmd_name not in self.names:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"{self.folder}.{name}")
        return typer.main.get_command(getattr(module, name))


def command(function: Callable[..., None]) -> typer.Typer:
    """The subcommand that a function declares; its name and docstring are the subcommand's."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(cls=Command)(function)
    return app


def file_option(metavar: str, about: str) -> Any:
    """An option that names a file; whether it can be read is for its reader to say."""
    return typer.Option(metavar=metavar, readable=False, help=about)


def run_of(ctx: typer.Context) -> Run:
    """The run that this command line is about."""
    return ctx.ensure_object(Run)


def session_id(run: Run, typed: str | None, kind: str | None = "interview") -> str:
    """The session of a kind, or of any, that is meant; says on stderr which where none was named.

    Raises NotFound.
    """
    if typed is not None:
        return run.store.find(typed, run.now(), kind)
    meant, now = run.settings.session, run.now()
    found = run.store.find(meant, now, kind) if meant else run.store.latest(now, kind)
    head = run.store.summary(found)
    note(f"session {short_id(found)}: {head.name}")
    return found


def complete_session(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Names and short ids of sessions, for the shell."""
    run = run_of(ctx)
    try:
        heads = run.store.summaries().summaries
    except InterviewError:
        return []
    now = run.now()
    offered: list[tuple[str, str]] = []
    for head in heads:
        about = f"{head.job_title}, {head.company_name}" + (
            " (expired)" if expired(head, now) else ""
        )
        words = (head.name, short_id(head.session_id), head.session_id)
        offered += [(word, about) for word in words[: 3 if incomplete else 2]]
    return [(word, about) for word, about in offered if word.startswith(incomplete)]


Post = Annotated[
    str | None,
    typer.Argument(
        metavar="[POST]",
        help="An id, its beginning or end, the beginning of a name, or latest.",
        autocompletion=complete_session,
        show_default=False,
    ),
]
Session = Annotated[
    str | None,
    typer.Argument(
        metavar="[SESSION]",
        help="An id, its beginning or end, the beginning of a name, or latest.",
        autocompletion=complete_session,
        show_default=False,
    ),
]
FromPost = Annotated[
    str | None,
    typer.Option(
        "--job-post",
        metavar="POST",
        help="Take the job description from a job post.",
        autocompletion=complete_session,
    ),
]
KeepHidden = Annotated[
    bool, typer.Option("--keep-hidden", help="Keep text of a document that nobody sees.")
]
Sessions = Annotated[
    list[str],
    typer.Argument(
        metavar="SESSION...",
        help="Ids, their beginnings or ends, or beginnings of names.",
        autocompletion=complete_session,
    ),
]
