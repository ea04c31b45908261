"""Print long output: drawn and through a pager on a terminal, as it is elsewhere."""

import sys
from collections.abc import Collection
from datetime import datetime

from interview_cli.console.output import (
    is_stdout_terminal,
    print_exactly,
    print_note,
    print_result,
    write_stdout,
)
from interview_cli.console.wrapping import measure_terminal, wrap_words
from interview_cli.context import Run
from interview_cli.environment import find_pager, is_dumb_terminal
from interview_cli.render.table import (
    NO_SESSIONS,
    describe_hidden,
    format_listing,
    format_plain_listing,
)
from interview_cli.store.base import Listing
from interview_cli.store.ids import short_id
from interview_cli.text import remove_controls


def print_markdown(run: Run, markdown: str) -> None:
    """Print Markdown: drawn on a terminal, raw elsewhere and with `plain`."""
    if not is_stdout_terminal():
        print_result(markdown)
    elif run.settings.is_plain:
        print_paged(run, markdown)
    else:
        # Imported here: the import of rich takes 0.2 s.
        from interview_cli.terminal.markdown import draw_markdown

        columns, _ = measure_terminal(sys.stdout)
        has_styles = not is_dumb_terminal()
        uses_color = run.settings.uses_color and has_styles
        _show(run, draw_markdown(remove_controls(markdown), columns, has_styles, uses_color))


def print_paged(run: Run, text: str) -> None:
    """Print text; what does not fit on the terminal goes through the pager."""
    if not is_stdout_terminal():
        print_result(text)
        return
    columns, _ = measure_terminal(sys.stdout)
    _show(run, wrap_words(remove_controls(text), columns))


def print_listing(run: Run, found: Listing, now: datetime, *, hides_scores: bool = False) -> None:
    """Print a table of sessions on a terminal, else plain lines separated by tabs."""
    if not is_stdout_terminal():
        print_exactly(format_plain_listing(found, now))
        for line in describe_hidden(found) if found.total else [NO_SESSIONS]:
            print_note(line)
        return
    columns, _ = measure_terminal(sys.stdout)
    table = format_listing(found, now, columns, hides_scores=hides_scores)
    lines = wrap_words(remove_controls(table), columns).split("\n")
    if run.settings.uses_color and not is_dumb_terminal():
        ids = {short_id(summary.session_id) for summary in found.summaries}
        lines = [_accent(line, ids) for line in lines]
    _show(run, "\n".join(lines))


def _accent(line: str, ids: Collection[str]) -> str:
    """Colour the id with which a line of a listing begins: it is what the user types next."""
    first, space, rest = line.partition(" ")
    return f"\x1b[36m{first}\x1b[0m{space}{rest}" if first in ids else line


def _show(run: Run, text: str) -> None:
    """Print lines that are safe and wrapped already."""
    text = text.rstrip("\n")
    content = f"{text}\n".encode()
    _, rows = measure_terminal(sys.stdout)
    is_long = text.count("\n") + 1 >= rows
    pager = find_pager() if is_long and run.settings.uses_pager else None
    if pager and not is_dumb_terminal():
        from interview_cli.terminal.pager import show_in_pager

        if show_in_pager(pager, content):
            return
    write_stdout(content)
