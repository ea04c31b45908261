"""The rated answers: what readers gave each by the anchors alone, to hold the program against.

`tuning` may be looked at when a rule is written; `held-out` may not: it shares neither question nor
trade with it.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HALVES = {"tuning": ("tuning", "tuning-2"), "held-out": ("held-out",)}
"""The files of each half."""
_FOLDER = Path(__file__).parent / "answers"
_RATERS = ("rater-1", "rater-2", "rater-3")


@dataclass(frozen=True)
class Labelled:
    """An answer, its question, and the mean rating of each criterion, 0 to 5."""

    id: str
    sort: str
    kind: str
    level: str
    role: str
    question: str
    answer: str
    ratings: dict[str, float]


def answers(half: str) -> list[Labelled]:
    """The answers of a half, in the order of its files. Raises KeyError for another name."""
    raters = [_read(name) for name in _RATERS]
    return [one for name in HALVES[half] for one in _labelled(_read(name), raters)]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _labelled(data: dict[str, Any], raters: list[dict[str, Any]]) -> Iterator[Labelled]:
    questions = {one["id"]: one for one in data["question"]}
    for one in data["answer"]:
        asked = questions[one["question"]]
        given = [rater[one["id"]] for rater in raters if one["id"] in rater]
        yield Labelled(
            id=one["id"],
            sort=one["sort"],
            kind=asked["kind"],
            level=asked["level"],
            role=asked["role"],
            question=asked["text"],
            answer=one["text"].strip(),
            ratings={name: sum(each[name] for each in given) / len(given) for name in given[0]},
        )
