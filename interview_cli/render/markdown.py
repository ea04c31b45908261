"""Report → Markdown that is also readable as plain text."""

import re

from interview_cli.render.blocks import (
    Bar,
    Block,
    Bullets,
    Chart,
    Heading,
    KeepTogether,
    Prose,
    Remark,
    Report,
    Score,
    SpokenBlock,
    Table,
    describe_point,
    join_lines,
    split_paragraphs,
)
from interview_cli.render.scores import describe_score

# Characters that are markup anywhere, and at the beginning of a line. GitHub turns bare addresses
# into links; a # at the end of a heading is dropped.
_MARKUP = re.compile(
    r"[\\`*_\[\]<|~]|&(?=#?\w+;)|#(?=#*$)"
    r"|(?<=\w):(?=//)|(?<=\w)@(?=\w)|(?<=\bwww)\.|(?<=mailto):|(?<=xmpp):",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^(?:[-+=:#>]|\d{1,9}(?=[.)](?:\s|$)))")
_BAR_CHARS = 20


def render_markdown(report: Report) -> str:
    """Return the report, ending with a line feed."""
    cover = [
        f"# {escape_line(report.name)}",
        "\n\n".join(map(escape_line, [report.kind, *report.facts])),
    ]
    return "\n\n".join(filter(None, [*cover, *map(_render_block, report.blocks)])) + "\n"


def _render_block(block: Block) -> str:
    match block:
        case Heading():
            note = f"\n\n*{escape_line(block.note)}*" if block.note else ""
            return f"{'#' * block.level} {escape_line(block.text)}{note}"
        case Prose():
            is_question = block.role == "question"
            return f"**{escape_line(block.text)}**" if is_question else escape_text(block.text)
        case SpokenBlock():
            return _quote_speech(block)
        case Bullets():
            bullets = "\n".join(f"- {escape_line(entry)}" for entry in block.entries)
            return bullets or escape_line(block.empty_text)
        case Remark():
            return f"**{escape_line(block.label)}:** {escape_line(block.text)}"
        case Score():
            return f"**Score: {describe_score(block.value)}**"
        case Table():
            return _render_table(block)
        case Chart():
            return _render_table(_draw_bars(block))
        case KeepTogether():
            return "\n\n".join(map(_render_block, block.blocks))


def _quote_speech(block: SpokenBlock) -> str:
    if not block.text.strip():
        return escape_line(block.label)
    quoted = [f"> {line}".rstrip() for line in escape_text(block.text).split("\n")]
    return "\n".join([f"{escape_line(block.label)}:", "", *quoted])


def _render_table(table: Table) -> str:
    """Return the table with aligned columns, for reading as plain text."""
    rows = [list(table.head), *([_render_cell(cell) for cell in row] for row in table.rows)]
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in rows
    )


def _draw_bars(chart: Chart) -> Table:
    """Return a bar of characters for each value of a chart."""
    rows = tuple(
        (point.name, Bar(point.value, chart.maximum), describe_point(point))
        for point in chart.points
    )
    return Table(chart.label, ("Session", f"0 to {chart.maximum}", "Score"), rows)


def _render_cell(cell: str | Bar) -> str:
    if isinstance(cell, str):
        return escape_line(cell)
    filled = round(_BAR_CHARS * cell.value / cell.maximum)
    return "█" * filled + "░" * (_BAR_CHARS - filled)


def escape_text(text: str) -> str:
    """Return Markdown that shows a text of several lines literally."""
    return "\n\n".join(
        "\\\n".join(_escape_markup(line) for line in paragraph.split("\n"))
        for paragraph in split_paragraphs(text)
    )


def escape_line(text: str) -> str:
    """Return Markdown that shows a text literally on one line."""
    return _escape_markup(join_lines(text))


def _escape_markup(line: str) -> str:
    words = line.lstrip()
    # Leading spaces would be dropped, or turn the line into code.
    indent = "\u00a0" * len(line[: len(line) - len(words)].expandtabs(4))
    escaped = _MARKUP.sub(lambda match: f"\\{match[0]}", words.rstrip())
    return indent + _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    # "1. x" starts a list. Markdown can escape its full stop, but not its digit.
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
