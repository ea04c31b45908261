"""Measure the processor time and memory that reading a document takes.

Each document is read in a process of its own, as `upload` does it; both figures include the start
of that process. Run it with `make bench`. Processor time grows on a busy machine too, by half or
more: compare two versions in alternating runs on the same machine.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROUNDS = 3
PAGES = (1, 15, 50, 100)
LINES_A_PAGE = 45
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def make_pdf(pages: int, kind: str = "plain") -> bytes:
    """Return a CV of so many pages, of about 2,900 letters each."""
    # Imported here: a process that is measured begins with the memory of the one that starts it.
    import pymupdf

    with pymupdf.open() as made:
        for number in range(pages):
            page = made.new_page()
            for row in range(LINES_A_PAGE):
                line = f"{number}.{row} Planned the routes of forty lorries with a team of nine"
                for shift in (0, 0.4) if kind == "fake bold" else (0,):
                    page.insert_text((60 + shift, 50 + 17 * row), line, fontsize=11)
                if kind == "drawings":
                    page.draw_line((60, 53 + 17 * row), (500, 53 + 17 * row))
                    page.draw_rect(
                        pymupdf.Rect(50, 45 + 17 * row, 56, 51 + 17 * row), fill=(0, 0, 1)
                    )
        return made.tobytes()


def find_documents() -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the format and the content of each document."""
    for pages in PAGES:
        yield f"PDF, {pages} page{'s' if pages > 1 else ''}", "PDF", make_pdf(pages)
    for kind in ("fake bold", "drawings"):
        yield f"PDF, 15 pages, {kind}", "PDF", make_pdf(15, kind)
    yield "PDF, the example in columns", "PDF", (EXAMPLES / "cv-two-columns.pdf").read_bytes()
    yield "DOCX, the example", "Word", (EXAMPLES / "cv.docx").read_bytes()
    words = "Planned the routes of forty lorries in the north, with nine others"
    rows = "".join(f"\\par {{\\b {number}}} {words}" for number in range(2_000))
    yield "RTF, 2,000 lines", "RTF", f"{{\\rtf1\\ansi {rows}}}".encode()
    page = "".join(f"<p class='line'><b>{number}</b> {words}</p>" for number in range(2_000))
    yield "HTML, 2,000 lines", "HTML", f"<html><body>{page}</body></html>".encode()
    entries = [{"name": str(number), "summary": words} for number in range(2_000)]
    yield "JSON, 2,000 entries", "JSON Resume", json.dumps({"work": entries}).encode()


def measure(kind: str, content: bytes) -> tuple[float, float]:
    """Return the seconds of processor time and the megabytes that reading takes."""
    request = {"kind": kind, "source": "cv", "keep_hidden": False, "is_cv": True}
    command = [sys.executable, "-P", "-m", "interview_cli.documents.sandbox"]
    ours, theirs = os.pipe()
    with open(os.devnull, "wb") as nothing:
        actions = [
            (os.POSIX_SPAWN_DUP2, ours, 0),
            (os.POSIX_SPAWN_CLOSE, theirs),
            (os.POSIX_SPAWN_DUP2, nothing.fileno(), 1),
        ]
        process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    os.close(ours)
    with os.fdopen(theirs, "wb") as pipe:
        pipe.write(json.dumps(request).encode() + b"\n" + content)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"reading {kind} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write_documents(folder: Path) -> None:
    """Write each document, and a list of their names and formats."""
    entries = []
    for number, (name, kind, content) in enumerate(find_documents()):
        (folder / str(number)).write_bytes(content)
        entries.append((name, kind))
    (folder / "list.json").write_text(json.dumps(entries))


def main() -> None:
    if len(sys.argv) > 1:
        write_documents(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, __file__, made], check=True)
        print("| document | s of processor time | MB |")
        print("| --- | --- | --- |")
        for number, (name, kind) in enumerate(json.loads(Path(made, "list.json").read_text())):
            content = Path(made, str(number)).read_bytes()
            figures = [measure(kind, content) for _ in range(ROUNDS)]
            seconds, megabytes = map(statistics.median, zip(*figures, strict=True))
            print(f"| {name} | {seconds:.2f} | {megabytes:.0f} |")


if __name__ == "__main__":
    main()
