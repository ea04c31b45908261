"""The contents of a report, from which its Markdown, HTML and PDF are rendered.

Every text is data: renderers show it literally and obey no markup in it.
"""

from datetime import datetime
from typing import Literal, NamedTuple


class Heading(NamedTuple):
    """A heading below the title, which has level 1."""

    level: Literal[2, 3]
    text: str
    note: str = ""
    """Small print below the heading."""


class Prose(NamedTuple):
    """Paragraphs, separated by empty lines."""

    text: str
    role: Literal["plain", "question"] = "plain"


class SpokenBlock(NamedTuple):
    """A user's own words, with their line breaks."""

    label: str
    """What was said and when."""
    text: str
    """Empty for a skipped question."""


class Bullets(NamedTuple):
    """A bullet list."""

    entries: tuple[str, ...]
    empty_text: str = ""
    """Shown in place of an empty list."""


class Remark(NamedTuple):
    """A label with its text: a comment, a quote, a next step."""

    label: str
    text: str


class Score(NamedTuple):
    """A score from 0 to 100; None if nothing could be rated."""

    value: int | None
    subject: Literal["interview", "answer"]


class Bar(NamedTuple):
    """A bar of a chart; the cell beside it gives the number."""

    value: float
    """From 0 to `maximum`."""
    maximum: float
    """Above 0."""


class Table(NamedTuple):
    """A table of numbers and of the program's own short words.

    It holds no text of a user or a model: MuPDF's layout never ends on a row taller than a page.
    """

    label: str
    """What a screen reader announces."""
    head: tuple[str, ...]
    rows: tuple[tuple[str | Bar, ...], ...]
    """The first cell of a row names the row."""


class ChartPoint(NamedTuple):
    """One value of a chart."""

    name: str
    """A short name below the value, such as a number."""
    value: float
    noise: float | None
    """How far the value moves by chance, to either side; None if that is not known."""


def describe_point(point: ChartPoint) -> str:
    """Return the value of a chart's point in words."""
    value = format_number(point.value)
    return value if point.noise is None else f"{value} ± {format_number(point.noise)}"


def format_number(value: float) -> str:
    """Return a number with one decimal, or with none if that is 0."""
    return f"{value:.1f}".removesuffix(".0")


class Chart(NamedTuple):
    """Values from 0 to `maximum` in their order, drawn without a colour that means anything."""

    label: str
    """What the chart shows; a screen reader announces it with the values."""
    points: tuple[ChartPoint, ...]
    maximum: int
    is_series: bool = True
    """Whether the values are measured one after the other on one thing, and a line joins them."""


class KeepTogether(NamedTuple):
    """Blocks that share a page if they fit on one."""

    blocks: tuple["Block", ...]
    is_question: bool = False
    """Whether the beginning of the answer below belongs to the same page."""


Block = Heading | Prose | SpokenBlock | Bullets | Remark | Score | Table | Chart | KeepTogether


class Report(NamedTuple):
    """A cover and the blocks below it."""

    kind: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    author: str
    language: str
    """BCP 47 tag of the texts of users and models; the program's own words are English."""
    moment: datetime
    """Time of the last change, with a time zone."""
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """Title and subtitle on one line, for a window's title."""
        return f"{self.title}, {self.subtitle}" if self.subtitle else self.title


def join_lines(text: str) -> str:
    """Return the text on one line, with runs of white space as one space."""
    return " ".join(text.split())


def split_paragraphs(text: str) -> list[str]:
    """Return the parts of a text between its empty lines, each with its line breaks."""
    lines = [line.rstrip() for line in text.split("\n")]
    return [part.strip("\n") for part in "\n".join(lines).split("\n\n") if part.strip()]
