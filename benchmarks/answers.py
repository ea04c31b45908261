"""The rated answers: what two readers gave each by the anchors alone, to hold the program against.

`tuning` may be looked at when a rule is written; `held-out` may not: it shares neither question nor
trade with it.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HALVES = ("tuning", "held-out")
_FOLDER = Path(__file__).parent / "answers"
_RATERS = ("rater-1", "rater-2")


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
    """The answers of a half, in the order of its file."""
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))
    questions = {one["id"]: one for one in data["question"]}
    raters = [tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8")) for name in _RATERS]
    found = []
    for one in data["answer"]:
        asked = questions[one["question"]]
        given = [rater[one["id"]] for rater in raters]
        means = {name: sum(each[name] for each in given) / len(given) for name in given[0]}
        found.append(
            Labelled(
                id=one["id"],
                sort=one["sort"],
                kind=asked["kind"],
                level=asked["level"],
                role=asked["role"],
                question=asked["text"],
                answer=one["text"].strip(),
                ratings=means,
            )
        )
    return found
