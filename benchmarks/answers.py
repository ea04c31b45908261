"""Load the rated answers: readers rated each answer by the anchors alone.

Rules may be written with the `tuning` half in view. The `held-out` half, which shares no question
and no trade with it, is only for measuring.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HALVES = {
    "tuning": ("tuning", "tuning-2", "tuning-3"),
    "held-out": ("held-out",),
    "last": ("held-out-2",),
    "newest": ("held-out-3",),
    "latest": ("held-out-4",),
    "blind": ("held-out-5",),
    "unseen": ("held-out-6",),
    "swapped": ("swaps", "swaps-2", "swaps-3", "swaps-4", "swaps-5"),
    "later": ("held-out-7",),
    "eighth": ("held-out-8",),
    "ninth": ("held-out-9",),
    "tenth": ("held-out-10",),
    "eleventh": ("held-out-11",),
    "twelfth": ("held-out-12",),
    "thirteenth": ("held-out-13",),
    "fourteenth": ("held-out-14",),
    "fifteenth": ("held-out-15",),
    "sixteenth": ("held-out-16",),
    "seventeenth": ("held-out-17",),
}
"""The files of each half."""
_FOLDER = Path(__file__).parent / "answers"
_EARLY = ("tuning", "tuning-2", "held-out")
_READERS = tuple(f"rater-{number}" for number in range(1, 42))


@dataclass(frozen=True)
class LabelledAnswer:
    """An answer to a question, as readers rated it."""

    id: str
    """Its first letter names a group of trades."""
    sort: str
    kind: str
    level: str
    role: str
    question: str
    answer: str
    ratings: dict[str, float]
    """By criterion, the mean of the readers, 0 to 5."""
    is_early: bool
    """Whether the first readers rated it, who rated lower than the later ones."""
    trade: str
    source: str = ""
    """The id of the answer, if this one is the same under another question."""


def load_answers(half: str) -> list[LabelledAnswer]:
    """Return the answers of a half, in the order of its files. Raises KeyError for other names."""
    readers = [_load(name) for name in _READERS]
    return [answer for name in HALVES[half] for answer in _label(name, readers)]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _label(file: str, readers: list[dict[str, Any]]) -> Iterator[LabelledAnswer]:
    data = _load(file)
    questions = {question["id"]: question for question in data["question"]}
    for answer in data["answer"]:
        question = questions[answer["question"]]
        given = [reader[answer["id"]] for reader in readers if answer["id"] in reader]
        yield LabelledAnswer(
            id=answer["id"],
            sort=answer["sort"],
            kind=question["kind"],
            level=question["level"],
            role=question["role"],
            question=question["text"],
            answer=answer["text"].strip(),
            ratings={name: sum(each[name] for each in given) / len(given) for name in given[0]},
            is_early=file in _EARLY,
            trade=question["trade"],
            source=answer.get("from", ""),
        )
