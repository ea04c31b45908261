"""Measure which lines of CVs are taken for work, and how they are said after "you".

`questions/cv-lines.toml` holds the lines that a reader marked, and what could be said of each.

- Precision: the share of the found lines that the reader marked. Recall: the share of the marked
  lines that were found.
- Wordings: the share of the found wordings that are the reader's; the rest must be read. Recall:
  of the lines that the reader could word, the share that has a wording.

Run it with `make bench`. `--misses` prints what differs, `--wordings` every wording.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_cli.coach.offline.cv_phrasing import reword_work
from interview_cli.english.words import tokenize
from interview_cli.requirements.cv_work import WorkItem, find_work

_FOLDER = Path(__file__).parent / "questions"
_MIN_SHARE = 0.8


@dataclass(frozen=True)
class MarkedCv:
    """A CV and the lines of work that a reader marked in it."""

    name: str
    text: str
    marks: tuple[tuple[str, ...], ...]
    """Each line, followed by what could be said of it after "you"."""


def load_cvs() -> list[MarkedCv]:
    """Return the CVs of the tuning pairs with their marks."""
    marks = tomllib.loads((_FOLDER / "cv-lines.toml").read_text("utf-8"))
    return [
        MarkedCv(name, _load_cv(name), tuple(tuple(entry) for entry in entries))
        for name, entries in marks.items()
    ]


def _load_cv(name: str) -> str:
    path = _FOLDER / "tuning" / f"{name}.toml"
    return str(tomllib.loads(path.read_text("utf-8"))["cv"])


def find_mark(text: str, marks: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the mark of a found line, or None if the reader did not mark it."""
    return next((mark for mark in marks if _is_same(text, mark[0])), None)


def _is_same(found: str, marked: str) -> bool:
    first, second = set(tokenize(found.lower())), set(tokenize(marked.lower()))
    return len(first & second) >= _MIN_SHARE * max(len(first), len(second))


def print_lines(cvs: Sequence[MarkedCv]) -> None:
    """Print precision and recall of the lines of work."""
    found = [(cv, item) for cv in cvs for item in find_work(cv.text)]
    right = sum(find_mark(item.text, cv.marks) is not None for cv, item in found)
    met = sum(_is_found(mark, find_work(cv.text)) for cv in cvs for mark in cv.marks)
    total = sum(len(cv.marks) for cv in cvs)
    print(
        f"lines of work: precision {right / len(found):.2f} (of {len(found)}), recall "
        f"{met / total:.2f} (of {total}), in {len(cvs)} CVs"
    )


def _is_found(mark: tuple[str, ...], items: Sequence[WorkItem]) -> bool:
    return any(_is_same(item.text, mark[0]) for item in items)


def print_wordings(cvs: Sequence[MarkedCv]) -> None:
    """Print how many wordings are the reader's, and how many lines have one."""
    wordings = [wording for cv in cvs for wording in _reword_lines(cv)]
    accepted = sum(said in mark[1:] for mark, said in wordings)
    worded = sum(len(mark) > 1 for cv in cvs for mark in cv.marks)
    print(
        f"wordings: {accepted / len(wordings):.2f} of {len(wordings)} are the reader's; "
        f"{sum(len(mark) > 1 for mark, _ in wordings) / worded:.2f} of {worded} lines have one"
    )


def _reword_lines(cv: MarkedCv) -> Iterator[tuple[tuple[str, ...], str]]:
    for item in find_work(cv.text):
        if said := reword_work(item):
            yield find_mark(item.text, cv.marks) or (item.text,), said


def print_misses(cvs: Sequence[MarkedCv]) -> None:
    """Print the lines and wordings that differ from the reader's."""
    for cv in cvs:
        items = find_work(cv.text)
        for item in items:
            if find_mark(item.text, cv.marks) is None:
                print(f"  {cv.name}: not marked: {item.text}")
        for mark in cv.marks:
            if not _is_found(mark, items):
                print(f"  {cv.name}: missed: {mark[0]}")
        for mark, said in _reword_lines(cv):
            if said not in mark[1:]:
                print(f"  {cv.name}: said: {said!r} for {mark[0]!r}")
        said_lines = {mark[0] for mark, _ in _reword_lines(cv)}
        for mark in cv.marks:
            if len(mark) > 1 and mark[0] not in said_lines:
                print(f"  {cv.name}: unsaid: {mark[0]}")


def main() -> None:
    cvs = load_cvs()
    print_lines(cvs)
    print_wordings(cvs)
    if "--misses" in sys.argv:
        print_misses(cvs)
    if "--wordings" in sys.argv:
        for cv in cvs:
            for mark, said in _reword_lines(cv):
                print(f"  {cv.name}: you {said}   <- {mark[0]}")


if __name__ == "__main__":
    main()
