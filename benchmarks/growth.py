"""Measure how cost grows with sessions, turns and document length, and draw it.

    python -m benchmarks.growth docs/pictures/growth.png

Times are processor time of the whole command, the least of some rounds, as multiples of that of
`python -c pass`.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pymupdf

from benchmarks import timing
from benchmarks.timing import ANSWERS, EXAMPLES, INTERVIEW, clean_environment

ROUNDS = 3
SESSIONS = (20, 100, 1_000, 10_000, 100_000)
FILLED = 10_000
"""At most so many sessions are collected from; larger homes are only listed."""
TURNS = (1, 4, 8, 12, 16, 19)
CHARACTERS = (2_000, 10_000, 50_000, 200_000)
_WIDTH, _HEIGHT, _MARGIN = 300, 220, 46
_COLOURS = ((0.04, 0.42, 0.42), (0.75, 0.35, 0.1))

Line = list[tuple[float, float]]


def measure(command: list[str], home: Path, copy: Path | None = None) -> float:
    """Return the least processor time of a command, in ms; `copy` is made anew before each run."""
    taken = []
    for _ in range(ROUNDS):
        if copy:
            timing.renew(copy, home)
        settings = clean_environment(INTERVIEW_HOME=str(copy or home), INTERVIEW_COACH="offline")
        taken.append(timing.run(command, settings).cpu_ms)
    return min(taken)


def measure_sessions(folder: Path) -> dict[str, Line]:
    lines: dict[str, Line] = {"status": [], "gc": []}
    for count in SESSIONS:
        home = folder / str(count)
        (timing.fill_home if count <= FILLED else timing.link_home)(home, count)
        lines["status"].append((count, measure([INTERVIEW, "status"], home)))
        if count <= FILLED:
            lines["gc"].append((count, measure([INTERVIEW, "gc"], home)))
    return lines


def measure_turns(folder: Path) -> dict[str, Line]:
    answer = [INTERVIEW, "answer", "--text", ANSWERS[1]]
    line: Line = []
    for turn in TURNS:
        home = folder / f"turn-{turn}"
        timing.begin_interview(home, 20, turn - 1)
        line.append((turn, measure(answer, home, folder / "copy")))
    return {"answer": line}


def measure_documents(folder: Path) -> dict[str, Line]:
    lines: dict[str, Line] = {"upload": [], "ask": []}
    cv = (EXAMPLES / "cv.md").read_text("utf-8")
    for count in CHARACTERS:
        home, copy = folder / f"document-{count}", folder / "copy"
        path = folder / f"{count}.md"
        path.write_text((cv * (count // len(cv) + 1))[:count])
        timing.begin_interview(home, 8, 0)
        upload = [INTERVIEW, "upload", "--cv", str(path)]
        lines["upload"].append((count, measure(upload, home, copy)))
        settings = clean_environment(INTERVIEW_HOME=str(home), INTERVIEW_COACH="offline")
        named = ["--title", "Senior Backend Engineer", "--company", "Velora Logistics"]
        job = ["--cv", str(path), "--job", str(EXAMPLES / "job.md")]
        timing.run([INTERVIEW, "new", *named, *job], settings)
        lines["ask"].append((count, measure([INTERVIEW, "ask"], home, copy)))
    return lines


def draw(panels: dict[str, dict[str, Line]], path: Path, is_log: Callable[[str], bool]) -> None:
    """Draw a panel for each group of lines beside each other."""
    with pymupdf.open() as document:
        page = document.new_page(width=_WIDTH * len(panels), height=_HEIGHT)
        page.draw_rect(page.rect, fill=(1, 1, 1), color=None)
        for place, (title, lines) in enumerate(panels.items()):
            _draw_panel(page, place * _WIDTH, title, lines, is_log(title))
        page.get_pixmap(dpi=144).save(path)


def _draw_panel(
    page: pymupdf.Page, left: float, title: str, lines: dict[str, Line], is_log: bool
) -> None:
    points = [point for line in lines.values() for point in line]
    ticks = sorted({x for x, _ in points})
    top = max(y for _, y in points) * 1.1
    width, height = _WIDTH - 1.5 * _MARGIN, _HEIGHT - 2 * _MARGIN

    def place(x: float, y: float) -> tuple[float, float]:
        return left + _MARGIN + _share(x, ticks, is_log) * width, _MARGIN + (1 - y / top) * height

    def write(where: tuple[float, float], text: str, colour: Sequence[float] = (0, 0, 0)) -> None:
        page.insert_text(where, text, fontsize=8, color=colour)

    write((left + _MARGIN, 16), title)
    page.draw_line(place(ticks[0], 0), place(ticks[-1], 0), color=(0.5, 0.5, 0.5))
    for x in ticks:
        horizontal, vertical = place(x, 0)
        write((horizontal - 8, vertical + 12), f"{x:,}")
    for y in (0, top / 2, top):
        write((left + 14, place(ticks[0], y)[1] + 3), f"{y:.0f}")
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number]
        page.draw_polyline([place(*point) for point in line], color=colour, width=1.5)
        for point in line:
            page.draw_circle(place(*point), 2, color=colour, fill=colour)
        horizontal, vertical = place(*line[-1])
        write((horizontal - 20, vertical - 6), name, colour)


def _share(x: float, ticks: list[float], is_log: bool) -> float:
    """Return where a value stands between the first tick and the last, from 0 to 1."""
    if is_log:
        return ticks.index(x) / (len(ticks) - 1)
    return (x - ticks[0]) / (ticks[-1] - ticks[0])


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        panels = {
            "sessions": measure_sessions(folder),
            "turn": measure_turns(folder),
            "characters of the CV": measure_documents(folder),
        }
        bare = measure([sys.executable, "-c", "pass"], folder)
    scaled = {
        title: {name: [(x, ms / bare) for x, ms in line] for name, line in lines.items()}
        for title, lines in panels.items()
    }
    for title, lines in scaled.items():
        for name, line in lines.items():
            print(f"{name} by {title}:", ", ".join(f"{x:,}: {y:.1f}" for x, y in line))
    if len(sys.argv) > 1:
        draw(scaled, Path(sys.argv[1]), lambda title: title != "turn")


if __name__ == "__main__":
    main()
