"""Report → HTML: a self-contained page, and the body that a PDF is made from."""

from collections.abc import Callable
from html import escape
from itertools import count
from typing import Literal
from unicodedata import bidirectional

from interview_cli.data_files import read_data
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
    split_paragraphs,
)
from interview_cli.render.chart import draw_chart

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
{data}</head>
<body>
{body}
</body>
</html>
"""


def render_page(report: Report, data: str = "") -> str:
    """Return a page that loads nothing: no script, no image, no font.

    `data` is an element for its head that holds the same facts for machines; it runs nothing.
    """
    return _PAGE.format(
        author=escape(report.author),
        title=escape(f"{report.name}: {report.kind}"),
        style=read_stylesheet("page"),
        data=f"{data}\n" if data else "",
        body=render_body(report),
    )


def read_stylesheet(name: Literal["page", "pdf"]) -> str:
    return read_data("interview_cli.render", f"styles/{name}.css")


def render_body(report: Report, encode: Callable[[str], str] = escape) -> str:
    """Return the contents of the page, one block a line.

    `encode` turns a text into HTML that shows it.
    """
    return f"<main>\n{render_article(report, encode)}\n</main>"


def render_article(report: Report, encode: Callable[[str], str] = escape) -> str:
    """Return what stands in the page's `main` element."""
    return _BodyRenderer(encode, report.language).render(report)


_INTERVIEW_TEXTS = ("blockquote", "li", "question", "remark")
"""Tags and classes of texts in the interview's language; all others are in English."""


_SIGNS = "±+-\N{MINUS SIGN} \N{NO-BREAK SPACE}"
"""What may stand before the digits of a number."""


class _BodyRenderer:
    def __init__(self, encode: Callable[[str], str], language: str) -> None:
        self._encode = encode
        self._language = language
        self._numbers = count(1)
        self._level = 1
        """The level of the last heading."""

    def render(self, report: Report) -> str:
        cover = [
            self._render_text("p", report.kind, "kind"),
            self._render_text("h1", report.title),
            *([self._render_text("p", report.subtitle, "subtitle")] if report.subtitle else []),
            *(self._render_text("p", fact, "fact") for fact in report.facts),
        ]
        lines = ["<header>", *cover, "</header>", *map(self._render_block, report.blocks)]
        return "\n".join(filter(None, lines))

    def _render_block(self, block: Block) -> str:
        match block:
            case Heading():
                self._level = block.level
                note = self._render_text("p", block.note, "note") if block.note else ""
                return self._render_text(f"h{block.level}", block.text) + note
            case Prose():
                role = "" if block.role == "plain" else block.role
                return "".join(
                    self._render_text("p", part, role) for part in split_paragraphs(block.text)
                )
            case SpokenBlock():
                label = self._render_text(f"h{self._level + 1}", block.label)
                words = block.text.strip("\n")
                return label + self._render_text("blockquote", words) if words.strip() else label
            case Bullets():
                return self._render_bullets(block)
            case Remark():
                label = f"<b>{self._encode(block.label)}</b> "
                return self._render_text("p", block.text, "remark", label)
            case Score():
                of = "Not rated" if block.value is None else f"<b>{block.value}</b> of 100"
                return f'<p class="score {block.subject}">{of}</p>'
            case Table():
                return self._render_table(block)
            case Chart():
                return draw_chart(block)
            case KeepTogether():
                blocks = "".join(map(self._render_block, block.blocks))
                kind = "question" if block.is_question else "together"
                return f'<section id="{kind}-{next(self._numbers)}">{blocks}</section>'

    def _render_bullets(self, bullets: Bullets) -> str:
        if not bullets.entries:
            return self._render_text("p", bullets.empty_text)
        entries = "".join(self._render_text("li", entry) for entry in bullets.entries)
        direction = ' class="rtl" dir="rtl"' if _is_right_to_left(bullets.entries[0]) else ""
        return f"<ul{direction}>{entries}</ul>"

    def _render_text(self, tag: str, text: str, role: str = "", before: str = "") -> str:
        # The class repeats the attribute, since MuPDF's style sheets have no attribute selectors.
        is_rtl = _is_right_to_left(text)
        class_names = " ".join([role] * bool(role) + ["rtl"] * is_rtl)
        classes = f' class="{class_names}"' if class_names else ""
        direction = ' dir="rtl"' if is_rtl else ""
        has_language = self._language != "en" and not {tag, role}.isdisjoint(_INTERVIEW_TEXTS)
        language = f' lang="{escape(self._language)}"' if has_language else ""
        words = self._encode(text).replace("\n", "<br>")
        return f"<{tag}{classes}{language}{direction}>{before}{words}</{tag}>"

    def _render_table(self, table: Table) -> str:
        head = "".join(f'<th scope="col">{self._encode(cell)}</th>' for cell in table.head)
        rows = "".join(f"<tr>{''.join(self._render_cells(row))}</tr>" for row in table.rows)
        body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
        return f'<table aria-label="{escape(table.label)}">{body}</table>'

    def _render_cells(self, row: tuple[str | Bar, ...]) -> list[str]:
        name, *others = row
        return [f'<th scope="row">{self._encode(str(name))}</th>', *map(self._render_cell, others)]

    def _render_cell(self, cell: str | Bar) -> str:
        if isinstance(cell, Bar):
            return f'<td class="chart">{_render_bar(cell)}</td>'
        number = ' class="number"' if cell.lstrip(_SIGNS)[:1].isdigit() else ""
        return f"<td{number}>{self._encode(cell)}</td>"


def _render_bar(bar: Bar) -> str:
    """Return a bar that screen readers skip: the cell beside it gives the number."""
    percent = round(100 * bar.value / bar.maximum)
    # MuPDF does not draw an empty box.
    value = f'<div class="value" style="width:{percent}%">&nbsp;</div>' if percent else "&nbsp;"
    return f'<div class="bar" aria-hidden="true">{value}</div>'


def _is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction runs so (rule P2 of Unicode's UAX 9)."""
    strong = (kind for char in text if (kind := bidirectional(char)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"
