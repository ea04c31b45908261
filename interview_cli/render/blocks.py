"""What a report is made of: the one source of its Markdown, HTML and PDF.

Every text is data: the renderers show it letter by letter, whoever wrote it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3 (the title is 1), and a line of small print below it."""

    level: Literal[2, 3]
    text: str
    note: str = ""


@dataclass(frozen=True)
class Prose:
    """Paragraphs, parted by empty lines."""

    text: str
    role: Literal["plain", "question"] = "plain"


@dataclass(frozen=True)
class Said:
    """A user's own words, line for line, and when they were said; none where nothing was."""

    label: str
    text: str


@dataclass(frozen=True)
class Points:
    """A list; where it is empty, the sentence that says so."""

    entries: tuple[str, ...]
    none: str = ""


@dataclass(frozen=True)
class Remark:
    """A label and what goes with it: a comment, a quote, a next step."""

    label: str
    text: str


@dataclass(frozen=True)
class Score:
    """A score, 0 to 100: of the whole interview, or of one answer."""

    value: int
    of: Literal["interview", "answer"]


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: `value` of `full`, 0 to `full`, which is above 0. It stands beside a cell
    that says the number."""

    value: float
    full: float


@dataclass(frozen=True)
class Table:
    """Short words of our own and numbers, never a user's or a model's: MuPDF's layout does not end
    on a row that is taller than a page. The first cell of a row names it; `about` is what a screen
    reader announces."""

    about: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Bar, ...], ...]


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page where they fit on one; those that ask a question, together with
    the beginning of the answer below them."""

    blocks: tuple["Block", ...]
    is_question: bool = False


Block = Heading | Prose | Said | Points | Remark | Score | Table | Together


@dataclass(frozen=True)
class Report:
    """The cover, and the blocks below it. `language` is the BCP 47 tag of what people and models
    say in it, our own words are English; `moment` is aware."""

    kind: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    author: str
    language: str
    moment: datetime
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """Title and subtitle on one line, as a window shows them."""
        return f"{self.title}, {self.subtitle}" if self.subtitle else self.title


def on_one_line(text: str) -> str:
    """The text without line ends and runs of white space."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The parts of a text between its empty lines, each with its lines."""
    lines = [line.rstrip() for line in text.split("\n")]
    return [part.strip("\n") for part in "\n".join(lines).split("\n\n") if part.strip()]
