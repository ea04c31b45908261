"""Draw the pictures of a terminal: run `python -m docs.pictures.draw`, or `make pictures`.

Each picture is the screen of a pseudo-terminal in which `interview` runs, with the offline coach
and the documents in examples/. The ids, the time of day and the time that an answer takes are
fixed, so that a picture changes only when the program does.
"""

import fcntl
import os
import pty
import random
import secrets
import shutil
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import count, groupby
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pyte
from pyte.screens import Char

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
ANSWERS = (EXAMPLES / "answers.txt").read_text("utf-8").splitlines()
BEGINS = datetime(2026, 11, 27, 19, 30, tzinfo=UTC)
WRITING_S = 83.0
"""How long the user writes an answer, for the clock in the status line."""
PATIENCE_S = 20
SEND, LEAVE = "\x04", "\x03"

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.4, 18, 14, 14
FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
DARK = {
    "background": "#1c2128", "text": "#d8dee6", "border": "#545d68", "black": "#545d68",
    "red": "#ff8b80", "green": "#7ee08a", "brown": "#e3b341", "blue": "#79b8ff",
    "magenta": "#d2a8ff", "cyan": "#76d9e6", "white": "#d8dee6",
}  # fmt: skip
LIGHT = {
    "background": "#ffffff", "text": "#1f2328", "border": "#d0d7de", "black": "#57606a",
    "red": "#b3261e", "green": "#116329", "brown": "#7d4e00", "blue": "#0550ae",
    "magenta": "#6f42c1", "cyan": "#0b6b76", "white": "#57606a",
}  # fmt: skip
"""What each colour of a terminal is. A picture shows the one that its reader's system asks for."""


class Window:
    """A command on a pseudo-terminal, and its screen."""

    def __init__(self, folder: Path, words: list[str], columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.chdir(folder / "documents")
            os.execve(sys.executable, [sys.executable, __file__, "--run", *words], _environ(folder))
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def show(self, text: str) -> None:
        """Read until the screen shows the text."""
        ends = time.monotonic() + PATIENCE_S
        while text not in self._join_rows():
            if time.monotonic() > ends or not self._read():
                raise RuntimeError(f"{text!r} was not shown:\n" + "\n".join(self.screen.display))

    def print_prompt(self, command: str) -> None:
        """Print a prompt and the command that the window runs, as a shell would have."""
        self._stream.feed(f"\x1b[1m$ {command}\x1b[m\r\n".encode())

    def read_rows(self, first: str = "", beyond: str = "") -> list[list[Char]]:
        """Return the rows from the first one that contains a text to the last with any text.

        `beyond` is on the row below the last one.
        """
        texts = [row.rstrip() for row in self.screen.display]
        start = next(number for number, row in enumerate(texts) if first in row)
        if beyond:
            texts = texts[: next(number for number, row in enumerate(texts) if beyond in row)]
        end = max(number for number, row in enumerate(texts) if row)
        columns = range(self.screen.columns)
        return [
            [self.screen.buffer[number][column] for column in columns]
            for number in range(start, end + 1)
        ]

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def end(self) -> None:
        """Wait for the end of the command."""
        while self._read():
            pass
        self.close()

    def close(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._pid, 0)

    def _join_rows(self) -> str:
        return " ".join(" ".join(row.split()) for row in self.screen.display)

    def _read(self) -> bool:
        try:
            part = os.read(self._terminal, 65_536)
        except OSError:  # the command has ended
            return False
        self._stream.feed(part)
        return bool(part)


def _environ(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "INTERVIEW_HOME": str(folder / "home"),
        "INTERVIEW_COACH": "offline",
        "INTERVIEW_AUTO_GC": "false",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "NO_PAGER": "1",
    }


# The sittings.


class Stage:
    """A home and a folder with documents, and the windows that are opened in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "documents").mkdir()
        for name in ("cv.md", "job.md"):
            shutil.copy(EXAMPLES / name, folder / "documents")

    def open(self, *words: str, columns: int = 80, rows: int = 120) -> Window:
        """Run `interview` with these words, below a prompt that shows them."""
        window = Window(self._folder, list(words), columns, rows)
        window.print_prompt(" ".join(["interview", *map(quote, words)]))
        return window

    def run(self, *words: str) -> None:
        self.open(*words).end()


def quote(word: str) -> str:
    return f'"{word}"' if " " in word else word


Pictures = Iterator[tuple[str, list[list[Char]]]]
NEW = (
    "--title", "Senior Backend Engineer", "--company", "Velora", "--cv", "cv.md", "--job", "job.md",
)  # fmt: skip


def draw_an_evening(stage: Stage) -> Pictures:
    """Answer a question, leave, go on, and take a hint."""
    window = stage.open("practice")
    for shown, typed in (
        ("Job title:", "Senior Backend Engineer"),
        ("Company:", "Velora"),
        ("The CV:", "cv.md"),
        ("The job description:", "job.md"),
    ):
        window.show(shown)
        window.type(f"{typed}\r")
    window.show("1/8, 0 words")
    window.type(ANSWERS[0])
    window.show("instead of days.")
    yield "answering", window.read_rows()
    window.type(SEND)
    window.show("2/8, 0 words")
    window.type(ANSWERS[1].partition(", because")[0])
    window.show("a materialised view")
    window.type(LEAVE)
    window.show("again to leave")
    window.type(LEAVE)
    window.show("let it expire.")
    window.type("\r")
    window.end()
    yield "leaving", window.read_rows("Question 2 of")
    window = stage.open()
    window.show("q: leave.")
    yield "alone", window.read_rows()
    window.type("\r")
    window.show("2/8, ")
    yield "resumed", window.read_rows()
    window.close()
    window = stage.open("practice", "velora", columns=40)
    window.show("2/8, ")
    yield "narrow", window.read_rows()
    window.close()


def draw_a_hint(stage: Stage) -> Pictures:
    window = stage.open("practice", *NEW)
    window.show("1/8, 0 words")
    window.type("/hint\r")
    window.show("The highest rating")
    window.show("1/8, 0 words")
    yield "hint", window.read_rows("Question 1 of")
    window.close()


def draw_studying(stage: Stage) -> Pictures:
    """Rate an answer in study mode, and see it rated."""
    window = stage.open("practice", *NEW, "--study")
    window.show("1/8, 0 words")
    window.type(ANSWERS[2] + SEND)
    for name, rating in (("relevance", "3"), ("specificity", "4"), ("structure", "s")):
        window.show(f" {name}:")
        window.type(f"{rating}\r")
    window.show("Enter: go on, t: try")
    yield "study", window.read_rows("This answer, for")
    window.close()


def draw_the_feedback(stage: Stage) -> Pictures:
    """Answer all questions and read the report."""
    window = stage.open("practice", *NEW, "--questions", "3", rows=300)
    for number, answer in enumerate(ANSWERS[1:4], start=1):
        window.show(f"{number}/3, 0 words")
        window.type(answer + SEND)
    window.show(" relevance:")
    window.type("s\r")
    window.show("Enter: write the report")
    yield "feedback", window.read_rows("Senior Backend Engineer, Velora", beyond="CV improvements")
    window.close()


SITTINGS: tuple[Callable[[Stage], Pictures], ...] = (
    draw_an_evening,
    draw_a_hint,
    draw_studying,
    draw_the_feedback,
)


# The pictures.


def write_picture(path: Path, rows: list[list[Char]]) -> None:
    """Write the rows of a screen as SVG."""
    columns = max(len(row) for row in rows)
    width = round(columns * CELL_WIDTH + 2 * MARGIN)
    height = len(rows) * CELL_HEIGHT + 2 * MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{FONTS}" font-size="{FONT_SIZE}" '
        'class="text">',
        f"<style>{write_styles(DARK)} @media (prefers-color-scheme: light) "
        f"{{ {write_styles(LIGHT)} }}</style>",
        f'<rect class="background" x=".5" y=".5" rx="8" width="{width - 1}" '
        f'height="{height - 1}"/>',
        *(element for number, row in enumerate(rows) for element in draw_row(number, row)),
        "</svg>",
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_styles(colors: dict[str, str]) -> str:
    """Return the rules of a style sheet with a class for each colour."""
    fills = " ".join(f".{name} {{ fill: {color} }}" for name, color in colors.items())
    return f"{fills} rect.background {{ stroke: {colors['border']} }}"


def draw_row(number: int, row: list[Char]) -> Iterator[str]:
    """Draw the runs of characters that look the same."""
    column = 0
    for _, run in groupby(row, key=lambda char: char._replace(data="")):
        chars = list(run)
        yield from draw_run(number, column, chars)
        column += len(chars)


def draw_run(number: int, column: int, chars: list[Char]) -> Iterator[str]:
    text, style = "".join(char.data for char in chars), chars[0]
    x, y = MARGIN + column * CELL_WIDTH, MARGIN + number * CELL_HEIGHT
    color, background = style.fg, style.bg
    if color == "default":
        color = "text"
    if style.reverse:
        color, background = "background" if background == "default" else background, color
    if background != "default":
        yield (
            f'<rect x="{x:g}" y="{y:g}" width="{len(chars) * CELL_WIDTH:g}" '
            f'height="{CELL_HEIGHT}"{describe_color(background)}/>'
        )
    if not text.strip():
        return
    # Leading blanks become an offset; the fixed length keeps the columns in any font.
    skipped = len(text) - len(text.lstrip())
    text = text.strip()
    x += skipped * CELL_WIDTH
    yield (
        f'<text x="{x:g}" y="{y + FONT_SIZE:g}" textLength="{len(text) * CELL_WIDTH:g}" '
        f'lengthAdjust="spacingAndGlyphs" xml:space="preserve"'
        f"{describe_style(style, color)}>{escape(text)}</text>"
    )


def describe_style(style: Char, color: str) -> str:
    """Return the attributes of a text, with a space before each."""
    attributes = {
        "font-weight": "bold" if style.bold else "",
        "font-style": "italic" if style.italics else "",
        "text-decoration": " ".join(
            name
            for name, is_set in (
                ("underline", style.underscore),
                ("line-through", style.strikethrough),
            )
            if is_set
        ),
    }
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value)
    return f"{'' if color == 'text' else describe_color(color)}{written}"


def describe_color(name: str) -> str:
    """Return the attribute for a terminal's colour name, or for six hexadecimal digits."""
    name = name.removeprefix("bright")
    return f' class="{name}"' if name in DARK else f' fill="#{name}"'


# What runs in a window: the program, with its clocks and its random numbers fixed.


def run_program() -> None:
    from interview_cli.__main__ import main
    from interview_cli.console import sitting
    from interview_cli.context import Run
    from interview_cli.terminal import boxes

    times = (BEGINS + timedelta(seconds=number) for number in count())
    sys.argv = ["interview", *sys.argv[2:]]
    with (
        mock.patch.object(secrets, "randbits", random.Random(7).getrandbits),
        mock.patch.object(Run, "now", side_effect=times),
        mock.patch.object(sitting, "time", SimpleNamespace(monotonic=lambda: 0.0)),
        mock.patch.object(boxes, "time", SimpleNamespace(monotonic=lambda: WRITING_S)),
    ):
        main()


def main() -> None:
    for draw in SITTINGS:
        with tempfile.TemporaryDirectory() as folder:
            for name, rows in draw(Stage(Path(folder))):
                write_picture(Path(__file__).with_name(f"{name}.svg"), rows)
                print(f"{name}.svg: {len(rows)} rows")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run_program()
    else:
        main()
