"""`interview users`: who may use the page on a database, each with a token of their own."""

from typing import Annotated, Literal

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import (
    confirm,
    is_stdout_terminal,
    print_exactly,
    print_hint,
    print_json,
    print_note,
    print_result,
)
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.render.table import align_columns
from interview_cli.store.accounts import Accounts
from interview_cli.text import format_timestamp
from interview_cli.workflow.sharing import parse_user


@declare_command
def users(
    ctx: typer.Context,
    action: Annotated[
        Literal["add", "list", "rm", "token"],
        typer.Argument(
            metavar="add|list|rm|token",
            help="token makes a new token and ends the present one.",
            show_default=False,
        ),
    ],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="The user, and the owner of their sessions.", show_default=False
        ),
    ] = None,
    with_sessions: Annotated[
        bool, typer.Option("--with-sessions", help="With rm: erase all their sessions too.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
) -> None:
    """Let users in to the page on a database, each with a token."""
    run = find_run(ctx)
    if (with_sessions or yes) and action != "rm":
        raise UsageError("--with-sessions and --yes are for rm.", "leave them out")
    if action == "list":
        if name is not None:
            raise UsageError("list takes no name.", "leave it out")
        _list(run)
        return
    if name is None:
        raise UsageError("a name is needed.", f"give it as in: interview users {action} ann")
    user = parse_user(name)
    if action == "rm":
        _remove(run, user, with_sessions=with_sessions, is_sure=yes)
    else:
        _make_token(run, user, is_new=action == "add")


def _make_token(run: Run, name: str, *, is_new: bool) -> None:
    accounts = run.open_accounts()
    was_open = is_new and not accounts.has_users()
    token = accounts.add(name) if is_new else accounts.renew_token(name)
    if run.json:
        print_json({"status": "ok", "name": name, "token": token})
    else:
        print_result(token)
    print_note(f"this is the token of {name}; it is shown once, and only its hash is stored")
    if was_open:
        print_note("from now on, `interview serve` asks everybody for a token")


def _list(run: Run) -> None:
    found = run.open_accounts().list_accounts()
    rows = [
        (
            account.name,
            format_timestamp(account.created_at),
            format_timestamp(account.token_made_at),
        )
        for account in found
    ]
    if run.json:
        keys = ("name", "created_at", "token_made_at")
        print_json({"status": "ok", "users": [dict(zip(keys, row, strict=True)) for row in rows]})
    elif rows and is_stdout_terminal():
        print_exactly("\n".join(align_columns([("NAME", "ADDED", "TOKEN MADE"), *rows])))
    elif rows:
        print_exactly("\n".join("\t".join(row) for row in rows))
    else:
        print_hint("no users yet: interview users add NAME")


def _remove(run: Run, name: str, *, with_sessions: bool, is_sure: bool) -> None:
    accounts: Accounts = run.open_accounts()
    if (
        with_sessions
        and not is_sure
        and not confirm(
            f"Erase all sessions of {name}, with CVs, answers and feedback?",
            refusal="users rm --with-sessions asks before it erases",
            hint="add --yes to erase without asking",
        )
    ):
        print_hint("nothing was erased")
        return
    count = accounts.remove(name, with_sessions=with_sessions)
    if run.json:
        print_json({"status": "ok", "name": name, "sessions_erased": count})
    sessions = "1 session" if count == 1 else f"{count} sessions"
    print_hint(f"removed {name}" + (f" and erased {sessions}" if with_sessions else ""))
