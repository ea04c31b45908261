"""`interview serve`: the page in a browser, and the REST endpoints."""

import webbrowser
from importlib.util import find_spec
from typing import Annotated

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import print_json, print_note, print_result
from interview_cli.context import Run
from interview_cli.errors import UsageError


@declare_command
def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Port (0: any free one).")
    ] = 8000,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A further name by which the server may be reached."),
    ] = None,
) -> None:
    """Serve the page and the REST endpoints until Ctrl-C."""
    run = find_run(ctx)
    _require_web()
    # Imported here: the extra may be missing, and no other command needs it.
    from interview_cli.web.server import Server

    server = Server.listen(run, host, port, allow_host or [])
    if server.is_open:
        print_note(
            "warning: without TLS, what is sent can be read on the way; "
            "put a proxy with TLS in front"
        )
    if server.ignores_token:
        print_note(
            "warning: INTERVIEW_TOKEN lets nobody in: the database has users, "
            "each with a token of their own"
        )
    server.serve(lambda: _announce(run, server.address, server.start_link, is_opened=open_))


def _require_web() -> None:
    """Raise UsageError if a package of the extra is missing."""
    if not all(map(find_spec, _PACKAGES)):
        raise UsageError("the page needs more packages.", "pip install 'interview-cli[web]'")


_PACKAGES = ("fastapi", "jinja2", "python_multipart", "uvicorn")


def _announce(run: Run, address: str, start_link: str, *, is_opened: bool) -> None:
    if run.json:
        print_json({"status": "ok", "address": address, "start": start_link})
    else:
        print_result(start_link)
    print_note("Ctrl-C stops")
    if is_opened:
        webbrowser.open(start_link)
