"""`interview store`: set up a database for sessions, and copy sessions between stores."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import print_hint, print_json, print_note, print_result
from interview_cli.context import Run
from interview_cli.errors import InvalidInput, StorageFailed, UsageError
from interview_cli.setting_table import find_setting
from interview_cli.store.ids import short_id
from interview_cli.workflow.store_copy import CopiedSession, copy_sessions


@declare_command
def store(
    ctx: typer.Context,
    action: Annotated[
        Literal["migrate", "copy"],
        typer.Argument(
            metavar="migrate|copy",
            help="migrate makes or updates the tables of a database.",
            show_default=False,
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="STORE", help="Folder or database to copy from."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--to", metavar="STORE", help="Folder or database to copy to."),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose the copies are, in a database."),
    ] = None,
) -> None:
    """Set up a database for sessions, or copy all sessions."""
    run = find_run(ctx)
    if action == "copy":
        if not (source and target):
            raise UsageError("--from and --to are needed.", "name a folder or a database in each")
        _copy(run, source, target, owner or run.settings.owner)
    elif source or target or owner:
        raise UsageError(
            "migrate takes none of --from, --to and --owner.",
            "name the database in INTERVIEW_STORE",
        )
    else:
        _migrate(run)


def _migrate(run: Run) -> None:
    applied = run.migrate_database(run.require_database())
    if run.json:
        print_json({"status": "ok", "applied": applied})
    elif applied:
        print_result(f"the tables are set up ({_count(len(applied), 'step')})")
    else:
        print_result("the tables are up to date")


def _copy(run: Run, source: str, target: str, owner: str) -> None:
    source_stores = run.open_stores(_parse_source(source), run.settings.owner)
    target_stores = run.open_stores(_parse_place(target, "--to"), _parse_owner(owner))
    copies: list[CopiedSession] = []
    for copy in copy_sessions(source_stores, target_stores):
        copies.append(copy)
        if copy.reason:
            print_note(f"{short_id(copy.session_id)}: {_describe(copy)}")
    failed = [copy for copy in copies if copy.outcome == "failed"]
    if failed:
        raise StorageFailed(
            f"{_count(len(failed), 'session')} of {len(copies)} could not be copied.",
            "the others are copied; run the same command again to copy the rest",
        )
    counts = {name: sum(copy.outcome == name for copy in copies) for name in ("copied", "exists")}
    if run.json:
        print_json({"status": "ok", **counts})
        return
    print_result(f"copied {_count(counts['copied'], 'session')}")
    if counts["exists"]:
        print_hint(f"{counts['exists']} were there already and stayed as they were")


def _describe(copy: CopiedSession) -> str:
    if copy.outcome == "exists":
        return f"is there already, {copy.reason}, and was not copied"
    return f"was not copied: {copy.reason}"


def _parse_place(typed: str, option: str) -> str | Path:
    """Return the address of a database, or the path of a folder. Raises InvalidInput."""
    if "://" in typed:
        address: str = find_setting("store").parse(typed, option)
        return address
    home: Path = find_setting("home").parse(typed, option)
    return home


def _parse_source(typed: str) -> str | Path:
    """Return where to copy from. Raises InvalidInput also for a folder that does not exist."""
    place = _parse_place(typed, "--from")
    if isinstance(place, Path) and not place.is_dir():
        raise InvalidInput(f"{place} is not a folder.", "name the home of the sessions to copy")
    return place


def _parse_owner(owner: str) -> str:
    name: str = find_setting("owner").parse(owner, "--owner")
    return name


def _count(number: int, thing: str) -> str:
    return f"1 {thing}" if number == 1 else f"{number} {thing}s"
