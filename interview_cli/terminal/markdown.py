"""Draw Markdown for a terminal."""

import re
from io import StringIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown
from rich.theme import Theme

# One accent colour, that of the ids in a listing, and no background: it reads on dark and light.
_THEME = Theme(
    {
        "markdown.h2": "underline cyan",
        "markdown.h3": "bold cyan",
        "markdown.h4": "italic cyan",
        "markdown.block_quote": "none",
        "markdown.code": "bold",
        "markdown.code_block": "none",
        "markdown.link": "cyan",
        "markdown.link_url": "underline cyan",
    }
)


class _LeftHeading(Heading):
    """A heading at the left margin, without the frame that rich draws around the first."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text


class _Page(Markdown):
    elements = {**Markdown.elements, "heading_open": _LeftHeading}  # noqa: RUF012, as in rich


def draw_markdown(markdown: str, columns: int, has_styles: bool, uses_color: bool) -> str:
    """Return the text with headings, tables and quotes drawn, at most `columns` wide.

    The Markdown must hold no control characters. Escape sequences are used for `has_styles`
    (bold, underlined) and, with it, for `uses_color`.
    """
    console = Console(
        file=StringIO(),
        width=columns,
        force_terminal=has_styles,
        color_system="standard" if has_styles else None,
        no_color=not uses_color,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
        theme=_THEME,
    )
    with console.capture() as capture:
        console.print(_Page(markdown, hyperlinks=False))
    lines = re.sub(r" +$", "", capture.get(), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", lines)
