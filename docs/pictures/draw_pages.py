"""Draw the pictures of the page and the report: `python -m docs.pictures.draw_pages`.

An interview and a job post are clicked through in Chromium, on a server of their own with the
documents in examples/, in light and dark. The report is the one of docs/pictures/draw.py's
interview, drawn from its PDF.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf

from docs.pictures.draw import ANSWERS, NEW, ROOT, Stage
from tests.browser import BROWSER
from tests.browser.__main__ import Walk, open_page

FOLDER = Path(__file__).parent
WIDE, NARROW = 1200, 390
REPORT_PAGES = (0, 3)
"""The beginning, and a page of questions with their ratings."""
REPORT_SCALE = 0.95


class PictureWalk(Walk):
    """A walk that only takes the pictures that are wanted."""

    wanted: dict[str, str]
    """The name of a look, and of its picture."""

    def look(self, name: str) -> None:
        """Take the picture; of a long page only what a window shows."""
        if picture := self.wanted.get(name):
            self.page.evaluate("scrollTo(0, 0)")
            is_whole = name not in ("feedback", "post")
            self.page.screenshot(path=FOLDER / f"{picture}.png", full_page=is_whole)
            print(f"{picture}.png")

    def ask(self) -> None:
        """Take one question with its answer in light and in dark.

        The answer fits the first question of a whole interview, which opens it.
        """
        self.open("/")
        self.page.get_by_label("Job title").fill("Senior Backend Engineer")
        self.page.get_by_label("Company").fill("Velora Logistics")
        self.press("Create")
        self._upload()
        self.press("Begin the interview")
        self.page.get_by_label("Your answer", exact=True).fill(ANSWERS[0])
        self.page.get_by_text("draft kept").wait_for()
        self.page.reload()
        self.page.get_by_label("Your answer", exact=True).focus()
        self.look("question")
        self.page.emulate_media(color_scheme="dark")
        self.look("question-dark")


def draw_pages() -> None:
    with tempfile.TemporaryDirectory() as home, serve(Path(home)) as address:
        wanted = {"question": "page-question", "question-dark": "page-question-dark"}
        with open_walk(address, WIDE, "light", wanted) as walk:
            walk.ask()
        with open_walk(address, WIDE, "dark", {"feedback": "page-feedback-dark"}) as walk:
            walk.hold_interview()
        with open_walk(address, NARROW, "dark", {"study": "page-phone"}) as walk:
            walk.study()
        with open_walk(address, WIDE, "light", {"post": "page-job-post"}) as walk:
            walk.build_post()


@contextmanager
def serve(home: Path) -> Iterator[str]:
    """Serve the page, and yield its address without the last slash."""
    command = [sys.executable, "-m", "interview_cli", "--home", str(home), "--coach", "offline"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*command, "serve", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().strip().rstrip("/")
        finally:
            server.terminate()


@contextmanager
def open_walk(
    address: str, width: int, color_scheme: str, wanted: dict[str, str]
) -> Iterator[PictureWalk]:
    if not BROWSER:
        sys.exit("error: no browser is installed.\nhint: apt-get install chromium")
    with open_page(BROWSER, width, is_dark=color_scheme == "dark") as page:
        walk = PictureWalk(page, address, FOLDER, has_script=True)
        walk.wanted = wanted
        yield walk


def draw_report() -> None:
    """Draw two pages of the report side by side."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        stage.run("new", *NEW)
        stage.run("ask")
        for answer in ANSWERS:
            stage.run("answer", "--text", answer)
        stage.run("feedback")
        stage.run("export", "-o", "report.pdf")
        pages = pymupdf.open(Path(folder) / "documents" / "report.pdf")
        width, height = pages[0].rect.width, pages[0].rect.height
        sheet = pymupdf.open().new_page(width=2 * width, height=height)
        for place, number in enumerate(REPORT_PAGES):
            frame = pymupdf.Rect(place * width, 0, (place + 1) * width, height)
            sheet.show_pdf_page(frame, pages, number)
        picture = sheet.get_pixmap(matrix=pymupdf.Matrix(REPORT_SCALE, REPORT_SCALE))
        picture.save(FOLDER / "report.png")
    print("report.png")


if __name__ == "__main__":
    draw_report()
    draw_pages()
