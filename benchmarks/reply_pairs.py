"""Collect what the fits of repeated questions and of doubtful review points are trained on.

Marked pairs of questions are in `replies/pairs*.toml`. Beside them, the marked repeats of the sets
repeat the earlier question that they are most like, and no other question of a set repeats an
earlier one, nor does any of the offline coach's one of the same interview.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from benchmarks.questions import ask_questions, load_pairs
from benchmarks.replies import HALVES, PAIRS, REPLIES
from interview_cli.coach.llm.review_features import (
    Told,
    find_invention_features,
    find_praise_features,
)
from interview_cli.coach.llm.text_comparison import compare_texts

WRITERS = {
    "tuning": "1",
    "held_out": "1",
    "unseen": "2",
    "tuning_2": "3",
    "tuning_3": "4",
    "held_out_5": "5",
    "pairs": "6",
    "pairs_2": "7",
}
COACH = "coach"
_COACH_HALVES = ("tuning", "held-out", "last", "fresh", "final", "newest")
_EACH_OF_COACH = 4
_LIKENESS = "likeness"
_PRAISE_KINDS = ("praise", "unsupported", "unshown")


class Example(NamedTuple):
    """A pair or a point as a fit uses it."""

    writer: str
    reply: str
    """The reply that would be refused; a repeat counts once for all pairs of its question."""
    is_faulty: bool
    is_marked: bool
    """Whether it was written to be hard to tell."""
    features: Mapping[str, float]


def list_repeats() -> list[Example]:
    """Return pairs of a question and an earlier one."""
    return [*_list_marked(), *_list_of_sets(), *_list_of_coach()]


def list_praise() -> list[Example]:
    """Return strengths with a quote."""
    examples = []
    for writer, case, row in _list_points():
        is_faulty = row.get("kind") in _PRAISE_KINDS and not row["good"]
        if find_field(row) == "strength" and row.get("quote") and (row["good"] or is_faulty):
            number = row.get("number", 1) - 1
            features = find_praise_features(
                row["strength"],
                row["quote"],
                case["answers"][number],
                dict(enumerate(case.get("earlier", []))).get(number, ""),
                f"{case['ad']} {case['title']}",
            )
            examples.append(Example(writer, row["strength"], is_faulty, True, features))
    return examples


def list_inventions() -> list[Example]:
    """Return points that state something."""
    examples = []
    for writer, case, row in _list_points():
        is_faulty = row.get("kind") == "invented" and not row["good"]
        if row["good"] or is_faulty:
            job = f"{case['ad']} {case['title']}"
            told = Told(case["cv"], job, case["answers"], case.get("earlier", []))
            text = find_text(row)
            features = find_invention_features(text, row.get("quote", ""), told)
            examples.append(Example(writer, text, is_faulty, True, features))
    return examples


def find_field(row: Mapping[str, Any]) -> str:
    """Return the name of the list of the review that a point is in."""
    return next(name for name in ("strength", "weakness", "improvement") if name in row)


def find_text(row: Mapping[str, Any]) -> str:
    text: str = row[find_field(row)]
    return text


def _list_points() -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield each point of a review with its writer and its case."""
    for name, writer in WRITERS.items():
        data = _load(name)
        cases = {case["id"]: case for case in data["case"]}
        for row in data["review"]:
            yield writer, cases[row["case"]], row


def _list_marked() -> Iterator[Example]:
    for name in PAIRS:
        for row in _load(name)["pair"]:
            features = compare_texts(row["text"], row["earlier"])
            yield Example(WRITERS[name], row["text"], row["repeat"], True, features)


def _list_of_sets() -> Iterator[Example]:
    for name in HALVES:
        data = _load(name)
        cases = {case["id"]: case for case in data["case"]}
        for row in data["question"]:
            text, is_repeat = row["text"], row.get("kind") == "repeat"
            compared = [compare_texts(text, asked) for asked in cases[row["case"]]["earlier"]]
            if is_repeat:
                compared = [max(compared, key=lambda features: features[_LIKENESS])]
            if is_repeat or row["good"]:
                for features in compared:
                    yield Example(WRITERS[name], text, is_repeat, False, features)


def _list_of_coach() -> Iterator[Example]:
    for number, half in enumerate(_COACH_HALVES):
        # No other writes as it does, so one part of its questions is judged by the other.
        writer = f"{COACH} {number % 2}"
        pairs = [
            pair
            for name, case in load_pairs(half).items()
            for pair in combinations([question.text for question in ask_questions(name, case)], 2)
        ]
        for earlier, text in pairs[::_EACH_OF_COACH]:
            yield Example(writer, text, False, False, compare_texts(text, earlier))


def _load(name: str) -> Mapping[str, Sequence[Any]]:
    return tomllib.loads((REPLIES / f"{name}.toml").read_text("utf-8"))
