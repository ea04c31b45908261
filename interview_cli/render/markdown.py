"""A report → Markdown that reads well as plain text, too."""

import re

from interview_cli.render.blocks import (
    Bar,
    Block,
    Heading,
    Points,
    Prose,
    Remark,
    Report,
    Said,
    Score,
    Table,
    Together,
    on_one_line,
    paragraphs,
)

# What Markdown would take for a mark: anywhere, and at the beginning of a line.
# GitHub links addresses that stand as they are; # at the end of a heading would be dropped.
_MARKS = re.compile(
    r"[\\`*_\[\]<|~]|&(?=#?\w+;)|#(?=#*$)"
    r"|(?<=\w):(?=//)|(?<=\w)@(?=\w)|(?<=\bwww)\.|(?<=mailto):|(?<=xmpp):",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^(?:[-+=:#>]|\d{1,9}(?=[.)](?:\s|$)))")
_BAR_CHARS = 20


def markdown_of(report: Report) -> str:
    """The whole report, ending with a line end."""
    cover = [
        f"# {in_line(report.name)}",
        "\n\n".join(map(in_line, [report.kind, *report.facts])),
    ]
    return "\n\n".join(filter(None, [*cover, *map(_block, report.blocks)])) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            note = f"\n\n*{in_line(block.note)}*" if block.note else ""
            return f"{'#' * block.level} {in_line(block.text)}{note}"
        case Prose(role="question"):
            return f"**{in_line(block.text)}**"
        case Prose():
            return literal(block.text)
        case Said():
            return _said(block)
        case Points():
            return "\n".join(f"- {in_line(one)}" for one in block.entries) or in_line(block.none)
        case Remark():
            return f"**{in_line(block.label)}:** {in_line(block.text)}"
        case Score():
            return f"**Score: {block.value} of 100**"
        case Table():
            return _table(block)
        case Together():
            return "\n\n".join(map(_block, block.blocks))


def _said(said: Said) -> str:
    if not said.text.strip():
        return in_line(said.label)
    quoted = [f"> {line}".rstrip() for line in literal(said.text).split("\n")]
    return "\n".join([f"{in_line(said.label)}:", "", *quoted])


def _table(table: Table) -> str:
    """The table with its columns in line, as one reads it unrendered."""
    rows = [list(table.head), *([_cell(cell) for cell in row] for row in table.rows)]
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in rows
    )


def _cell(cell: str | Bar) -> str:
    if isinstance(cell, str):
        return in_line(cell)
    filled = round(_BAR_CHARS * cell.value / cell.full)
    return "█" * filled + "░" * (_BAR_CHARS - filled)


def literal(text: str) -> str:
    """A text of many lines, to be shown as it is: data, never Markdown."""
    return "\n\n".join(
        "\\\n".join(_literal_line(line) for line in paragraph.split("\n"))
        for paragraph in paragraphs(text)
    )


def in_line(text: str) -> str:
    """The same on one line."""
    return _literal_line(on_one_line(text))


def _literal_line(line: str) -> str:
    words = line.lstrip()
    # Spaces that begin a line would make it code, or be dropped.
    indent = "\u00a0" * len(line[: len(line) - len(words)].expandtabs(4))
    escaped = _MARKS.sub(lambda mark: f"\\{mark[0]}", words.rstrip())
    return indent + _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(mark: re.Match[str]) -> str:
    # "1. x" starts a list; only a letter of it can be escaped: the full stop, not the figure.
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"
