"""`interview gc`: delete expired sessions."""

from collections.abc import Iterator
from typing import Annotated

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import (
    print_exactly,
    print_hint,
    print_json,
    print_note,
    print_result,
)
from interview_cli.console.program import find_program
from interview_cli.console.switches import QUIET, is_given
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.render.commands import spell_collection
from interview_cli.render.payload import build_collection_payload
from interview_cli.render.timers import format_cron_line, format_systemd_script
from interview_cli.setting_values import parse_ttl
from interview_cli.store.base import Collection
from interview_cli.store.drafts import Stores


@declare_command
def gc(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be deleted; delete nothing.")
    ] = False,
    ttl: Annotated[
        str | None,
        typer.Option(metavar="T", help="Use this time instead of the one stored in each session."),
    ] = None,
    finished: Annotated[
        bool, typer.Option("--finished", help="Also delete finished sessions past their TTL.")
    ] = False,
    all_owners: Annotated[
        bool, typer.Option("--all-owners", help="In a database, collect for every owner.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing.")] = False,
    print_cron: Annotated[
        bool, typer.Option("--print-cron", help="Print a line for crontab; delete nothing.")
    ] = False,
    print_systemd: Annotated[
        bool,
        typer.Option("--print-systemd", help="Print a script that sets up a timer of systemd."),
    ] = False,
) -> None:
    """Delete expired sessions (for cron)."""
    run = find_run(ctx)
    if ttl is not None:
        parse_ttl(ttl)
    if print_cron or print_systemd:
        _check_printing(run, dry_run=dry_run, both=print_cron and print_systemd)
        home = str(run.settings.home.absolute())
        words = spell_collection(home, ttl, finished=finished, all_owners=all_owners)
        command = [*_name_store(run, all_owners=all_owners), *find_program(), *words]
        format_timer = format_cron_line if print_cron else format_systemd_script
        print_exactly(format_timer(command))
        return
    collection = Collection(dry_run)
    for store, drafts in _open_stores(run, all_owners=all_owners):
        part = store.collect(run.now(), ttl=ttl, finished=finished, dry_run=dry_run)
        if not dry_run:
            drafts.collect(store)
        collection.add(part)
    if run.json:
        print_json(build_collection_payload(collection))
    elif not (quiet or is_given(QUIET)):
        verb = "would delete" if dry_run else "deleted"
        print_result("\n".join(f"{verb} {session_id}" for session_id in collection.removed))
    for skipped in collection.skipped:
        # Cron mails the contents of stderr, and a session in use is not worth a mail.
        warn = print_note if skipped.is_refused else print_hint
        warn(f"warning: {skipped.session} was not deleted: {skipped.reason}")


def _name_store(run: Run, *, all_owners: bool) -> list[str]:
    """Return the words before the program by which a timer, too, works on the database."""
    if run.settings.store is None:
        if all_owners:
            raise _explain_folder()
        return []
    owner = [] if all_owners else [f"INTERVIEW_OWNER={run.settings.owner}"]
    return ["/usr/bin/env", f"INTERVIEW_STORE={run.settings.store}", *owner]


def _open_stores(run: Run, *, all_owners: bool) -> Iterator[Stores]:
    if not all_owners:
        yield Stores(run.store, run.drafts)
        return
    address = run.settings.store
    if address is None:
        raise _explain_folder()
    for owner in run.list_owners(address):
        yield run.open_stores(address, owner)


def _explain_folder() -> UsageError:
    return UsageError("--all-owners is for a database.", "set INTERVIEW_STORE")


def _check_printing(run: Run, *, dry_run: bool, both: bool) -> None:
    if run.json:
        raise UsageError("--print-cron and --print-systemd cannot print JSON.", "leave out --json")
    if both:
        raise UsageError("--print-cron and --print-systemd cannot be combined.", "choose one")
    if dry_run:
        raise UsageError("a timer with --dry-run would delete nothing.", "leave out --dry-run")
