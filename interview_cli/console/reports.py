"""Write a report or a job post where the user wants it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from interview_cli.console.output import (
    is_stdout_terminal,
    print_exactly,
    print_hint,
    print_json,
    write_stdout,
)
from interview_cli.console.paging import print_markdown
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.render.blocks import Report
from interview_cli.render.export import choose_format, render_report
from interview_cli.render.markdown import render_markdown
from interview_cli.setting_values import Paper
from interview_cli.store import disk
from interview_cli.stored import Session
from interview_cli.text import make_slug

Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", readable=False, help="File to write; - for stdout."
    ),
]
PaperSize = Annotated[
    Paper | None,
    typer.Option(
        help="Paper size of a PDF (default: from settings, else a4).",
        case_sensitive=False,
        show_default=False,
    ),
]
ExportOption = Annotated[
    Path | None,
    typer.Option(
        "--export",
        metavar="FILE",
        readable=False,
        help="Write it to a file instead: .pdf, .html or .md.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")]


@dataclass(frozen=True)
class ReportTarget:
    """The format and the place of a report."""

    format: str
    path: Path | None
    """None for the default: a file in the working folder, named after the session."""
    to_stdout: bool
    force: bool

    @classmethod
    def choose(
        cls,
        form: str | None,
        output: Path | None,
        run: Run,
        *,
        force: bool,
        also: Mapping[str, str] | None = None,
        what: str = "report",
    ) -> "ReportTarget":
        """Choose format and place; `also` lists further endings. Raises UsageError."""
        to_stdout = str(output) == "-"
        chosen = choose_format(form, None if to_stdout else output, also or {}, what)
        if to_stdout and run.json:
            raise UsageError("-o - and --json both write to stdout.", "leave one of them out")
        if to_stdout and chosen == "pdf" and is_stdout_terminal():
            raise UsageError(
                "a PDF cannot be shown on a terminal.", "name a file, as in -o report.pdf"
            )
        return cls(chosen, None if to_stdout else output, to_stdout, force)


def deliver_report(
    run: Run, session: Session, target: ReportTarget, written: Callable[[], bytes]
) -> None:
    """Write the report and print its path. Raises InvalidInput and StorageFailed."""
    if target.to_stdout:
        write_stdout(written())
        return
    # A session file written by hand may have a path as its name, so it is slugged again.
    path = target.path or Path(f"{make_slug(session.name)}.{target.format}")
    file = _write_report(run, path, written(), target.format, force=target.force)
    if run.json:
        print_json({"status": "ok", "session_id": session.session_id} | file)


def _write_report(
    run: Run, path: Path, content: bytes, form: str, *, force: bool
) -> dict[str, Any]:
    """Write a report, print its path unless JSON is wanted, and return how JSON describes it."""
    disk.write_report(path, content, overwrite=force)
    if not run.json:
        print_exactly(str(path))
        print_hint(f"{len(content):,} bytes")
    return {"path": str(path.absolute()), "format": form, "bytes": len(content)}


def deliver_overview(
    run: Run,
    report: Report,
    payload: Callable[[], dict[str, Any]],
    path: Path | None,
    paper: Paper | None,
    *,
    force: bool,
) -> None:
    """Write a report over sessions to the file that the user named, or else print it.

    With `--json` prints `payload` and what was written. Raises UsageError for an unknown ending,
    InvalidInput and StorageFailed.
    """
    file = _write_overview(run, report, path, paper, force=force) if path else {}
    if run.json:
        print_json(payload() | file)
    elif not path:
        print_markdown(run, render_markdown(report))


def _write_overview(
    run: Run, report: Report, path: Path, paper: Paper | None, *, force: bool
) -> dict[str, Any]:
    form = choose_format(None, path, {})
    if form == "json":
        raise UsageError("a report is not written as JSON.", "use --json, or name a .pdf file")
    content = render_report(report, form, paper or run.settings.paper)
    return _write_report(run, path, content, form, force=force)
