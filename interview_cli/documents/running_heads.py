"""Remove the headers and footers that the pages of a document repeat."""

import re
from collections import defaultdict
from collections.abc import Iterable

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.layout import Line
from interview_cli.english.rules import load_rules

_EDGE_LINES = 3
"""A header or footer is among this many lines at the top or bottom of its page."""
_SAME_PLACE_PT = 3.0
_MAX_SHARE = 0.5
"""Headers and footers are at most this share of their page."""


def remove_running_heads(pages: list[list[Line]], account: Account) -> list[list[Line]]:
    """Return the lines of each page without what stands at the same place of several pages.

    The first copy stays, because it may be the only place of a name or an address; a page number
    does not stay, nor does what a browser prints at the edge of a page.
    """
    found: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for line in _find_edge_lines(lines):
            place = round(line.top / _SAME_PLACE_PT)
            found[_replace_page_number(line, number + 1), place].append((number, line))
    heads: dict[int, set[Line]] = defaultdict(set)
    for copies in found.values():
        if len({number for number, _ in copies}) > 1:
            for number, line in copies if _is_page_number(copies[0][1]) else copies[1:]:
                heads[number].add(line)
    for number, lines in enumerate(pages):
        heads[number].update(_find_print_marks(lines, number + 1, len(pages)))
    removed: dict[int, set[Line]] = defaultdict(set)
    for number, head in heads.items():
        # Pages that repeat most of their text repeat no header.
        if (
            head
            and _measure(head) <= _MAX_SHARE * _measure(pages[number])
            and account.leave_out(Reason.RUNNING_HEAD, " ".join(line.text for line in head))
        ):
            removed[number] = head
    return [
        [line for line in lines if line not in removed[number]]
        for number, lines in enumerate(pages)
    ]


def _find_print_marks(lines: list[Line], page: int, pages: int) -> list[Line]:
    """Return the number that a browser prints on a page, the time of printing and the address."""
    lowest = max((line.top for line in lines), default=0.0)
    foot = [line for line in lines if lowest - line.top < _SAME_PLACE_PT]
    numbers = [line for line in foot if line.text.strip() == f"{page}/{pages}"]
    if not numbers:
        return []
    times = _find_whole("print_time", _find_edge_lines(lines))
    # An address beside a page number may be the person's own, unless a browser printed the time.
    return numbers + times + (_find_whole("print_address", foot) if times else [])


def _find_whole(name: str, lines: list[Line]) -> list[Line]:
    """Return the lines that a rule matches as a whole."""
    pattern = load_rules("interview_cli.documents", "rules.toml")[name].pattern
    return [line for line in lines if pattern.fullmatch(line.text.strip())]


def _measure(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _replace_page_number(line: Line, page: int) -> str:
    """Return the words of a line, which are the same on each page if only its number differs."""
    if _is_page_number(line):
        return "#"
    return " ".join(re.sub(rf"(?<!\d){page}(?!\d)", "#", line.text).split())


def _find_edge_lines(lines: list[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.top)
    if len(ordered) <= 2 * _EDGE_LINES:
        return ordered
    return ordered[:_EDGE_LINES] + ordered[-_EDGE_LINES:]


def _is_page_number(line: Line) -> bool:
    pattern = load_rules("interview_cli.documents", "rules.toml")["page_number"].pattern
    return pattern.fullmatch(line.text.strip()) is not None
