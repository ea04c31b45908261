"""Rows of tables in a stream of text."""

from interview_cli.documents.cleanup import join_cells

CELL_END = "\x1f"
"""Ends a cell in a stream of text."""
ROW_END = "\x1e"
"""Ends a row."""


def join_rows(text: str) -> str:
    """Return text with a line for each row of a table."""
    *rows, rest = text.split(ROW_END)
    lines = []
    for row in rows:
        if CELL_END not in row:
            lines.append(row)
            continue
        first, *others = row.split(CELL_END)
        # What stands above the first cell is the text before the table.
        above, _, cell = first.rpartition("\n")
        cells = [cell, *others[:-1]] if not others[-1].strip() else [cell, *others]
        lines += [above] if above.strip() else []
        lines.append(join_cells(part.strip() for part in cells))
    return "\n".join([*lines, rest.replace(CELL_END, "\n")])
