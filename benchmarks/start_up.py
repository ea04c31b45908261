"""Measure how long commands take and how much memory, in alternating rounds.

Run it with `make bench`. All commands take turns, and a ratio is the median over paired rounds, so
a busy machine changes it less than milliseconds; on a very busy one only processor time tells. R is
`python -c pass`. L is `llm -c`, of the package of that name; name its program to measure it,
installed into an environment of its own:

    python benchmarks/start_up.py --llm FOLDER/bin/llm
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import distribution, version
from pathlib import Path

import pymupdf
from packaging.requirements import Requirement

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import timing
from benchmarks.timing import EXAMPLES, INTERVIEW, Usage, clean_environment
from interview_cli.store import disk

ROUNDS = 9
MANY = 10_000
MOST = 100_000
ANSWER = timing.ANSWERS[1]
SAVES = 60


@dataclass
class Case:
    """A command, and what its runs took."""

    command: list[str]
    home: Path | None = None
    changes_home: bool = False
    """Whether each run needs a fresh copy of the home."""
    settings: dict[str, str] = field(default_factory=dict)
    usages: list[Usage] = field(default_factory=list)

    def run(self, copy: Path) -> None:
        settings = {"INTERVIEW_COACH": "offline"} | self.settings
        if self.home and self.changes_home:
            timing.renew(copy, self.home)
        if self.home:
            settings["INTERVIEW_HOME"] = str(copy if self.changes_home else self.home)
        self.usages.append(timing.run(self.command, clean_environment(**settings)))

    @property
    def peak_mib(self) -> float:
        return statistics.median(usage.peak_mib for usage in self.usages)

    @property
    def wall_ms(self) -> float:
        return statistics.median(usage.wall_ms for usage in self.usages)

    def compare(self, other: "Case") -> tuple[float, float]:
        """Return the median ratios of wall time and of processor time, round by round."""
        pairs = list(zip(self.usages, other.usages, strict=True))
        return (
            statistics.median(mine.wall_ms / theirs.wall_ms for mine, theirs in pairs),
            statistics.median(mine.cpu_ms / theirs.cpu_ms for mine, theirs in pairs),
        )


def build_cases(folder: Path) -> dict[str, Case]:
    """Make the homes, and return the commands by name."""
    homes = {name: folder / name for name in ("empty", "few", "many", "most", "one", "done")}
    for turn in (1, 8, 20):
        homes[f"turn {turn}"] = folder / f"turn-{turn}"
        timing.begin_interview(homes[f"turn {turn}"], 20, min(turn, 19) - 1)
    (homes["empty"] / "sessions").mkdir(parents=True)
    timing.fill_home(homes["few"], 20)
    timing.fill_home(homes["many"], MANY)
    timing.link_home(homes["most"], MOST)
    timing.begin_interview(homes["done"], 8, 8)
    timing.renew(homes["one"], homes["done"])
    reviewed = clean_environment(INTERVIEW_HOME=str(homes["one"]), INTERVIEW_COACH="offline")
    timing.run([INTERVIEW, "feedback"], reviewed)
    pdf = folder / "cv.pdf"
    pdf.write_bytes(make_pdf())
    answer = [INTERVIEW, "answer", "--text", ANSWER]
    export = [INTERVIEW, "export", "--format", "pdf", "--force", "-o", str(folder / "report.pdf")]
    model = {"OPENAI_BASE_URL": timing.serve_model(), "INTERVIEW_COACH": "openai"}
    return {
        "pass": Case([sys.executable, "-c", "pass"]),
        "version": Case([INTERVIEW, "--version"]),
        "help": Case([INTERVIEW, "--help"]),
        "status empty": Case([INTERVIEW, "status"], homes["empty"]),
        "status": Case([INTERVIEW, "status"], homes["few"]),
        "status many": Case([INTERVIEW, "status"], homes["many"]),
        "status most": Case([INTERVIEW, "status"], homes["most"]),
        "gc": Case([INTERVIEW, "gc"], homes["many"]),
        "turn 1": Case(answer, homes["turn 1"], changes_home=True),
        "turn 8": Case(answer, homes["turn 8"], changes_home=True),
        "turn 20": Case(answer, homes["turn 20"], changes_home=True),
        "model": Case(answer, homes["turn 8"], changes_home=True, settings=model),
        "feedback": Case([INTERVIEW, "feedback"], homes["done"], changes_home=True),
        "upload": Case([INTERVIEW, "upload", "--cv", str(pdf)], homes["turn 8"], changes_home=True),
        "export": Case(export, homes["one"]),
    }


def make_pdf() -> bytes:
    """Return a CV of three pages of text."""
    lines = (EXAMPLES / "cv.md").read_text("utf-8").splitlines()
    with pymupdf.open() as document:
        for _ in range(3):
            page = document.new_page()
            for row, line in enumerate(lines[:44]):
                page.insert_text((50, 50 + 16 * row), line[:90], fontsize=10)
        return document.tobytes()


def add_llm(cases: dict[str, Case], program: str, folder: Path) -> None:
    """Add one turn of `llm -c` that has seven before it, with the model of the other case."""
    home = folder / "llm"
    home.mkdir()
    base = cases["model"].settings["OPENAI_BASE_URL"]
    model = {"model_id": "mock", "model_name": "mock", "api_base": base, "api_key_name": "mock"}
    (home / "extra-openai-models.yaml").write_text(json.dumps([model]))
    environment = clean_environment(LLM_USER_PATH=str(home))
    for words in (["keys", "set", "mock", "--value", "x"], ["models", "default", "mock"]):
        timing.run([program, *words], environment)
    for number in range(7):
        timing.run([program, *(["-c"] if number else []), timing.ANSWERS[number]], environment)
    cases["llm"] = Case([program, "-c", ANSWER], settings={"LLM_USER_PATH": str(home)})


def measure_saves(folder: Path) -> float:
    """Return the median ratio of a durable save of 20 kB to the system calls that it needs."""
    content = b"x" * 20_000
    ratios = []
    for _ in range(SAVES):
        began = time.perf_counter()
        disk.replace_file(folder / "saved", content)
        saved = time.perf_counter()
        _save_bare(folder, content)
        ratios.append((saved - began) / (time.perf_counter() - saved))
    return statistics.median(ratios)


def _save_bare(folder: Path, content: bytes) -> None:
    descriptor = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)
    os.rename(folder / "new", folder / "bare")
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def measure_size() -> float:
    """Return the megabytes of the package with all that it requires, without bytecode."""
    found = {name: distribution(name).files or [] for name in _list_required("interview-cli")}
    paths = {Path(str(file.locate())) for files in found.values() for file in files}
    own = set((Path(__file__).parent.parent / "interview_cli").rglob("*"))
    files = [path for path in paths | own if path.is_file() and path.parent.name != "__pycache__"]
    return sum(path.stat().st_size for path in files) / 1e6


def _list_required(name: str) -> set[str]:
    found: set[str] = set()
    open_names = [name]
    while open_names:
        name = open_names.pop()
        if name not in found:
            found.add(name)
            open_names += _find_requirements(name)
    return found


def _find_requirements(name: str) -> Iterator[str]:
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def build_rows(cases: dict[str, Case], folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield what was measured, its limit, and the figures of wall time and processor time."""

    def compare(name: str, other: str = "pass", form: str = "{:.1f} R") -> tuple[str, str]:
        wall, processor = cases[name].compare(cases[other])
        return form.format(wall), form.format(processor)

    yield "`--version`", "7 R", *compare("version")
    yield "`--help`", "7 R", *compare("help")
    yield "`status`, 20 sessions", "8 R", *compare("status")
    more = compare("status many", "status", "{:.2f}")
    yield f"`status`, {MANY:,} sessions against 20", "1.2", *more
    more = compare("status most", "status", "{:.2f}")
    yield f"`status`, {MOST:,} sessions against 20", "2", *more
    yield "`answer`, offline coach, turn 8", "24 R", *compare("turn 8")
    yield "turn 19 against turn 1", "1.15", *compare("turn 20", "turn 1", "{:.2f}")
    if "llm" in cases:
        yield "`answer`, model, turn 8", "0.85 L", *compare("model", "llm", "{:.2f} L")
        limit = f"below {cases['llm'].peak_mib:.1f} MiB (L)"
        yield "its peak memory", limit, f"{cases['model'].peak_mib:.1f} MiB", ""
    pairs = list(zip(cases["gc"].usages, cases["status empty"].usages, strict=True))
    wall = statistics.median(a.wall_ms - b.wall_ms for a, b in pairs) * 1000 / MANY
    processor = statistics.median(a.cpu_ms - b.cpu_ms for a, b in pairs) * 1000 / MANY
    what = f"`gc`, nothing to do, for each of {MANY:,}"
    yield what, "40 µs", f"{wall:.0f} µs", f"{processor:.0f} µs"
    yield "`feedback`, offline, eight answers", "60 R", *compare("feedback")
    yield "`upload` of a PDF of three pages", "40 R", *compare("upload")
    yield "`export --format pdf`", "60 R", *compare("export")
    yield "its peak memory", "105 MiB", f"{cases['export'].peak_mib:.0f} MiB", ""
    yield "a durable save of 20 kB", "1.3 of bare", f"{measure_saves(folder):.2f}", ""
    yield "installed size, without bytecode", "150 MB", f"{measure_size():.0f} MB", ""


def describe_run(cases: dict[str, Case], rounds: int) -> str:
    names = ("typer", "pydantic", "openai", "pymupdf", "markdown-pdf")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    wall = ", ".join(
        f"{name} {cases[name].wall_ms:.0f} ms" for name in ("pass", "llm") if name in cases
    )
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {versions}; medians: {wall}."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--llm", help="the program of the package llm")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", "interview_cli"], check=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        cases = build_cases(folder)
        if given.llm:
            add_llm(cases, given.llm, folder)
        for _ in range(given.rounds):
            for case in cases.values():
                case.run(folder / "copy")
        print("| what | at most | wall time | processor time |")
        print("| --- | --- | --- | --- |")
        for row in build_rows(cases, folder):
            print(f"| {' | '.join(row)} |")
    print(f"\n{describe_run(cases, given.rounds)}")


if __name__ == "__main__":
    main()
