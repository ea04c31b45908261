"""A report → HTML: a page that stands alone in one file, and the body that a PDF is made from."""

from collections.abc import Callable
from html import escape
from importlib import resources
from itertools import count
from unicodedata import bidirectional

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
    paragraphs,
)

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{author}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def page_of(report: Report) -> str:
    """One file that loads nothing: no script, no picture, no font."""
    return _PAGE.format(
        author=escape(report.author),
        title=escape(f"{report.name}: {report.kind}"),
        style=style("page"),
        body=body_of(report),
    )


def style(name: str) -> str:
    """One of our style sheets."""
    sheets = resources.files("interview_cli.render").joinpath("styles")
    return sheets.joinpath(f"{name}.css").read_text("utf-8")


def body_of(report: Report, shown: Callable[[str], str] = escape) -> str:
    """What stands in the page, a block a line. `shown` turns a text into HTML that shows it."""
    return _Writer(shown, report.language).main(report)


_THEIRS = ("blockquote", "li", "question", "remark")
"""Tags and classes of what is in the language of the interview; all else is in English."""


class _Writer:
    def __init__(self, shown: Callable[[str], str], language: str) -> None:
        self._shown = shown
        self._language = language
        self._numbers = count(1)

    def main(self, report: Report) -> str:
        cover = [
            self._text("p", report.kind, "kind"),
            self._text("h1", report.title),
            *([self._text("p", report.subtitle, "subtitle")] if report.subtitle else []),
            *(self._text("p", fact, "fact") for fact in report.facts),
        ]
        lines = ["<header>", *cover, "</header>", *map(self._block, report.blocks)]
        return "\n".join(["<main>", *filter(None, lines), "</main>"])

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                note = self._text("p", block.note, "note") if block.note else ""
                return self._text(f"h{block.level}", block.text) + note
            case Prose():
                role = "" if block.role == "plain" else block.role
                return "".join(self._text("p", part, role) for part in paragraphs(block.text))
            case Said():
                label, words = self._text("h4", block.label), block.text.strip("\n")
                return label + self._text("blockquote", words) if words.strip() else label
            case Points(entries=()):
                return self._text("p", block.none)
            case Points():
                entries = "".join(self._text("li", entry) for entry in block.entries)
                turned = ' class="rtl" dir="rtl"' if _is_right_to_left(block.entries[0]) else ""
                return f"<ul{turned}>{entries}</ul>"
            case Remark():
                label = f"<b>{self._shown(block.label)}</b> "
                return self._text("p", block.text, "remark", label)
            case Score():
                return f'<p class="score {block.of}"><b>{block.value}</b> of 100</p>'
            case Table():
                return self._table(block)
            case Together():
                blocks = "".join(map(self._block, block.blocks))
                kind = "question" if block.is_question else "together"
                return f'<section id="{kind}-{next(self._numbers)}">{blocks}</section>'

    def _text(self, tag: str, text: str, role: str = "", before: str = "") -> str:
        # Style sheets of a PDF know no attributes, so that a class says it, too.
        turned = _is_right_to_left(text)
        classes = " ".join([role] * bool(role) + ["rtl"] * turned)
        named = f' class="{classes}"' if classes else ""
        direction = ' dir="rtl"' if turned else ""
        is_theirs = tag in _THEIRS or role in _THEIRS
        tongue = f' lang="{escape(self._language)}"' if is_theirs and self._language != "en" else ""
        words = self._shown(text).replace("\n", "<br>")
        return f"<{tag}{named}{tongue}{direction}>{before}{words}</{tag}>"

    def _table(self, table: Table) -> str:
        head = "".join(f'<th scope="col">{self._shown(cell)}</th>' for cell in table.head)
        rows = "".join(f"<tr>{''.join(self._cells(row))}</tr>" for row in table.rows)
        body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
        return f'<table aria-label="{escape(table.about)}">{body}</table>'

    def _cells(self, row: tuple[str | Bar, ...]) -> list[str]:
        named, *others = row
        return [f'<th scope="row">{self._shown(str(named))}</th>', *map(self._cell, others)]

    def _cell(self, cell: str | Bar) -> str:
        if isinstance(cell, Bar):
            return f'<td class="chart">{_bar(cell)}</td>'
        number = ' class="number"' if cell[:1].isdigit() else ""
        return f"<td{number}>{self._shown(cell)}</td>"


def _bar(bar: Bar) -> str:
    """A bar, for the eye: the cell beside it says the number to everyone."""
    percent = round(100 * bar.value / bar.full)
    # The layout of the PDF draws no empty box.
    value = f'<div class="value" style="width:{percent}%">&nbsp;</div>' if percent else "&nbsp;"
    return f'<div class="bar" aria-hidden="true">{value}</div>'


def _is_right_to_left(text: str) -> bool:
    """Whether its first letter with a direction says so (rule P2 of Unicode's UAX 9)."""
    strong = (bidirectional(char) for char in text)
    return next((way in ("R", "AL") for way in strong if way in ("L", "R", "AL")), False)
