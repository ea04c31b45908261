"""Tables of a job ad, as person specifications have them: a row for each criterion."""

import re
from collections.abc import Iterator

_MARK = re.compile(r"^(?:yes|y|x|✓|✔|•|●|\*|e|d|1|required)$", re.IGNORECASE)
_CODE = re.compile(
    r"^(?P<must>e|essential|required|must)$|^(?:d|desirable|preferred|nice to have)$", re.IGNORECASE
)
_ESSENTIAL = re.compile(r"\b(?:essential|required|minimum|must)\b", re.IGNORECASE)
_DESIRABLE = re.compile(r"\b(?:desirable|preferred|nice to have|advantage)", re.IGNORECASE)
_CRITERION = re.compile(
    r"criteri|requirement|attribute|specification|skills?|knowledge|qualification|competenc|factor"
    r"|\barea\b|category|what we",
    re.IGNORECASE,
)
_ASSESSED = re.compile(r"application|interview|certificate|test\b", re.IGNORECASE)
_RULE = re.compile(r"^[\s|:-]+$")


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells set apart by bars."""
    return " | " in line or (line.startswith("|") and line.endswith("|"))


def cells_of(line: str) -> list[str]:
    """The cells of a row."""
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|"):
        bare = bare[1:-1]
    return [cell.strip(" *_") for cell in f" {bare} ".split("|")]


def criteria_in(rows: list[str], *, asks: bool) -> Iterator[tuple[str, bool]]:
    """The criteria of a table, each with whether it must be met.

    `asks`: it stands where the ad says whom it wants. Elsewhere a table counts only where its rows
    or its head say essential or desirable.
    """
    essential = desirable = -1
    for row in rows:
        cells = cells_of(row)
        if _RULE.match(row):
            continue
        heads = {place: cell for place, cell in enumerate(cells) if len(cell.split()) <= 4}
        musts = [place for place, cell in heads.items() if _ESSENTIAL.search(cell)]
        nices = [place for place, cell in heads.items() if _DESIRABLE.search(cell)]
        if musts and nices and musts != nices:
            essential, desirable = musts[0], nices[0]
            continue
        filled = [cell for cell in cells if cell]
        if essential >= 0 and desirable < len(cells):
            yield from _of_columns(cells, essential, desirable)
        elif code := next((found for cell in filled if (found := _CODE.match(cell))), None):
            named = max(
                (cell for cell in filled if not _CODE.match(cell)), key=_as_criterion, default=""
            )
            if named:
                yield named, bool(code["must"])
        elif asks and filled and not _is_head(filled):
            yield filled[0], True


def _of_columns(cells: list[str], essential: int, desirable: int) -> Iterator[tuple[str, bool]]:
    """Of a table with a column for each: the cells mark the criterion, or are the criteria."""
    for place, must in ((essential, True), (desirable, False)):
        cell = cells[place] if place < len(cells) else ""
        if _MARK.match(cell):
            yield cells[0], must
        elif cell:
            for entry in re.split(r"\s*[;•●]\s*", cell):
                if entry:
                    yield entry, must


def _as_criterion(cell: str) -> tuple[bool, int]:
    """The longest cell names the criterion; how it is assessed may take as many words."""
    return not re.search(r"application|interview|certificate|test\b", cell, re.IGNORECASE), len(
        cell
    )


def _is_head(cells: list[str]) -> bool:
    return len(cells) == 1 or (len(cells[0].split()) <= 2 and bool(_CRITERION.search(cells[0])))
