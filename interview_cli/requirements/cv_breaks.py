"""Break the text of a CV into lines: rows of tables, glyphs inside a line, a CV on one line."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import Rules
from interview_cli.text import begin_with_capital

_RULES = Rules("interview_cli.requirements", "cv_breaks.toml")
_CELL_ENDS = re.compile(r"\s*\|\s*|\t")
_RULE_ROW = re.compile(r"^[\s|:+=-]+$")
_COLUMNS = ("time", "end", "employer", "title", "work")
_MIN_CELLS, _MIN_COLUMNS = 3, 3
_MOST_OF_CV = 0.7
"""A line with so much of a CV, and several marks inside it, has lost its line breaks."""
_MIN_MARKS, _MIN_WORDS = 2, 25


def break_lines(cv_text: str) -> list[str]:
    """Return the lines of a CV as they would stand in a plain one."""
    lines: list[str] = []
    for is_table, group in groupby(cv_text.splitlines(), _is_row):
        rows = list(group)
        lines += _read_table(rows) if is_table else rows
    lines = [part for line in lines for part in _break_long(line, cv_text)]
    return [part for line in lines for part in _break_glyphs(line)]


def _is_row(line: str) -> bool:
    return len(_split_cells(line)) >= _MIN_CELLS


def _split_cells(row: str) -> list[str]:
    text = row.strip()
    return [cell.strip() for cell in _CELL_ENDS.split(text[text.startswith("|") :].rstrip("|"))]


def _read_table(rows: Sequence[str]) -> list[str]:
    """Return the jobs of a table whose first row names its columns; other rows as they are."""
    names = [_name_column(cell) for cell in _split_cells(rows[0])]
    known = [name for name in names if name]
    if len(known) < _MIN_COLUMNS or len(known) > len(set(known)) or "title" not in known:
        return list(rows)
    entries = (row for row in rows[1:] if not _RULE_ROW.match(row))
    return [line for row in entries for line in _read_entry(names, _split_cells(row))]


def _name_column(cell: str) -> str | None:
    return next((name for name in _COLUMNS if _RULES.pattern(f"column_{name}").match(cell)), None)


def _read_entry(names: Sequence[str | None], cells: Sequence[str]) -> Iterator[str]:
    """Yield the line of a job, and one for each thing done in it."""
    pairs = [pair for pair in zip(names, cells, strict=False) if any(map(str.isalnum, pair[1]))]
    told = {name: cell for name, cell in pairs if name}
    period = " - ".join(told[name] for name in ("time", "end") if name in told)
    yield ", ".join(filter(None, (told.get("title"), told.get("employer"), period)))
    deeds = filter(None, told.get("work", "").split("; "))
    yield from (f"- {begin_with_capital(deed)}" for deed in deeds)
    yield from (f"- {cell}" for name, cell in pairs if name is None)


def _break_glyphs(line: str) -> Iterator[str]:
    """Yield a line with bars for the glyphs between its parts; what is ticked off stands alone."""
    if not _RULES.pattern("glyph").search(line):
        yield line
        return
    first, *ticked = _RULES.pattern("tick").split(line)
    parts = [part for part in _RULES.pattern("glyph").split(first) if part.strip()]
    has_parts = len(parts) > 1
    yield " | ".join(map(str.strip, parts)) if has_parts else first
    yield from (f"- {part.strip()}" for part in ticked if part.strip())


def _break_long(line: str, cv_text: str) -> Iterator[str]:
    """Yield the lines of a CV that has lost its breaks: at headings, bullets and jobs."""
    marks = _RULES.pattern("inner_bullet").findall(line)
    is_most = len(line.split()) >= _MIN_WORDS and len(line) >= len(cv_text) * _MOST_OF_CV
    if not is_most or len(marks) < _MIN_MARKS:
        yield line
        return
    broken = _RULES.pattern("inner_bullet").sub("\n- ", " ".join(line.split()))
    broken = _RULES.pattern("inner_heading").sub(r"\n\g<heading>\n", broken)
    for part in broken.split("\n"):
        yield from _part_job(part) if is_bullet(part) else (part.strip(),)


def _part_job(line: str) -> Iterator[str]:
    """Yield what was done, and the line of the job behind it, which has a title and a period."""
    job = _RULES.pattern("inner_job").search(line)
    if job is None:
        yield line
        return
    yield line[: job.start()].rstrip()
    yield job[0].strip()
