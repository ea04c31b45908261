"""Clean the text of a job ad: HTML, links, forms, footers, and the page around it."""

import re
from itertools import groupby

from interview_cli.english.rules import Rules
from interview_cli.requirements.ad_capitals import calm_capitals
from interview_cli.requirements.ad_columns import mark_columns
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.page_furniture import remove_page_furniture

_RULES = Rules("interview_cli.requirements", "ad_cleaning.toml")

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]\w*)\b[^<>]*>")
_HTML_ROW = re.compile(r"<tr\b(?:(?!<tr\b).)*?</tr\s*>", re.IGNORECASE | re.DOTALL)
_HTML_CELL = re.compile(r"<t[hd]\b[^<>]*>(.*?)</t[hd]\s*>", re.IGNORECASE | re.DOTALL)
_BETWEEN_ROWS = re.compile(r"\|\n\s*\n\|")
_LINE_TAGS = {"br", "p", "div", "ul", "ol", "tr", "table", "section", "dl", "dt", "dd"}
_HEADING_TAGS = {f"h{level}" for level in range(1, 7)}
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^()\s]*\))?")
_ENTITY = re.compile(r"&[#\w]")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_ADDRESS = re.compile(r"<?(?:\b\w+://|\bw{3}\.)[^\s<>()]+>?")
# A blank to fill in, or a box to tick.
_FORM = re.compile(r"_{3,}|\[\s?\]|[☐□]\s|\.{6,}")
_FIXED_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_TO_SPACES = str.maketrans({"\t": " "})
# "one (1) year" and "three (3) years"
_FIGURE_AGAIN = re.compile(r"(?<=[a-z]) \(\d{1,2}\)(?= [a-z])")
_GAP = 8
_MIN_ENTRIES = 3
_LONG_GAP = re.compile(r" {9,}")
_NO_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def clean_ad(ad: str) -> str:
    """Return an ad with tables as rows of `| cell | cell |`, list entries as lines, no markup.

    Entries inside a cell are separated by "•". Links keep their words.
    """
    lines = calm_capitals(ad.translate(_FIXED_SPACES)).splitlines()
    text = _LONG_GAP.sub(" " * _GAP, "\n".join(mark_columns(lines)).translate(_TO_SPACES))
    text = _FIGURE_AGAIN.sub("", text.translate(_NO_INVISIBLE))
    text = _RULES.pattern("dotted_degree").sub(_remove_dots, text)
    text = _RULES.pattern("at_least").sub("at least ", text)
    text, rows = _HTML_ROW.subn(lambda row: f"\n{_format_html_row(row[0])}\n", text)
    if rows:
        text = _BETWEEN_ROWS.sub("|\n|", text)
    lines = [part for line in text.splitlines() for part in _clean_line(line)]
    return "\n".join(remove_page_furniture(_mark_entries(lines)))


def _mark_entries(lines: list[str]) -> list[str]:
    """Return lines of which those with "# " that follow each other are entries, no headings."""
    marked: list[str] = []
    for is_sharp, group in groupby(lines, key=lambda line: line.startswith("# ")):
        block = list(group)
        is_list = is_sharp and len(block) >= _MIN_ENTRIES
        marked += [f"-{line[1:]}" for line in block] if is_list else block
    return marked


def _remove_dots(degree: re.Match[str]) -> str:
    return degree[0].replace(".", "").replace(" ", "")


def _format_html_row(row: str) -> str:
    cells = (_flatten_cell(cell) for cell in _HTML_CELL.findall(row))
    return f"| {' | '.join(cells)} |"


def _flatten_cell(cell: str) -> str:
    """Return a cell in one line, with "•" between its entries."""
    flat = " ".join(_TAG.sub(_separate_entries, cell).split())
    return re.sub(r"(?:•\s*)+", "• ", flat).strip("• ")


def _separate_entries(tag: re.Match[str]) -> str:
    is_between = tag["name"].lower() in ("li", "br", "p", "div")
    return " • " if is_between and not tag["end"] else " "


def _clean_line(line: str) -> list[str]:
    if is_row(line) and (line.startswith("|") or not _has_blocks(line)):
        # A cell that is only a bullet marks its row, so that cells without tags stay as they are.
        cells = (_flatten_cell(cell) if "<" in cell else cell.strip() for cell in line.split("|"))
        return [_remove_links(_unescape(" | ".join(cells).strip()))]
    lines = _unescape(_TAG.sub(_break_line, line)).split("\n")
    cleaned = [_remove_links(part).rstrip() for part in lines]
    return [part for part in cleaned if not _is_furniture(part)] if line.strip() else [""]


def _has_blocks(line: str) -> bool:
    """Return whether a line holds paragraphs or headings of HTML, which are lines of their own."""
    return any(tag["name"].lower() in _LINE_TAGS | _HEADING_TAGS for tag in _TAG.finditer(line))


def _break_line(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in _HEADING_TAGS:
        return "\n" if tag["end"] else "\n## "
    if name == "li":
        return "" if tag["end"] else "\n- "
    return "\n" if name in _LINE_TAGS else ""


def _unescape(text: str) -> str:
    if not _ENTITY.search(text):
        return text
    # Imported here: few ads hold an entity, and the table of all takes a quarter of a megabyte.
    from html import unescape

    return unescape(text)


def _remove_links(line: str) -> str:
    bare = _ADDRESS.sub("", _LINK.sub(r"\1", _IMAGE.sub("", line)))
    return _RULES.remove("page_number", bare)


def _is_furniture(line: str) -> bool:
    """Return whether a line is a footer of a printed page or a part of a form."""
    bare = line.strip(" -–—·|")
    return _FORM.search(line) is not None or _RULES.matches("footer", bare)
