"""Measure how often an answer with much evidence of a skill scores above one with little.

Each pair of `evidence/` answers one question in nearly the same number of words: `high` shows the
skill, `low` sounds like an answer and does not. A tie counts as wrong. `make bench` runs it.
"""

import tomllib
from collections import defaultdict
from pathlib import Path

from benchmarks.answers import LabelledAnswer
from benchmarks.ratings import compute_score, create_question, rate_labelled
from interview_cli.english.words import tokenize
from interview_cli.requirements.asked_criteria import leave_out_unasked

_FOLDER = Path(__file__).parent / "evidence"
HALVES = (
    "tuning", "tuning-2", "tuning-3",
    "held-out", "held-out-2", "held-out-3", "held-out-4", "held-out-5", "held-out-6",
)  # fmt: skip


def rate_pair(pair: dict[str, str]) -> dict[str, float]:
    """Return the scores of the answers `high` and `low` of a pair, 0 to 5."""
    return {side: _rate(label_side(pair, side)) for side in ("high", "low")}


def label_side(pair: dict[str, str], side: str) -> LabelledAnswer:
    """Return the answer `high` or `low` of a pair, without ratings."""
    return LabelledAnswer(
        id="",
        sort="",
        kind=pair["kind"],
        level="mid",
        role=pair["role"],
        question=pair["question"],
        answer=pair[side].strip(),
        ratings={},
        is_early=False,
        trade=pair["role"].split(",")[0],
    )


def _rate(labelled: LabelledAnswer) -> float:
    question = create_question(labelled.kind, labelled.question)
    ratings = leave_out_unasked(rate_labelled(labelled), question).model_dump()
    return compute_score({name: rating or 0 for name, rating in ratings.items()})


def load_pairs(half: str) -> list[dict[str, str]]:
    """Return the pairs of a half, each with `role`, `kind`, `question`, `high` and `low`."""
    return list(tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))["pair"])


def _describe(half: str) -> str:
    pairs = load_pairs(half)
    wins: dict[str, list[bool]] = defaultdict(list)
    longer = 0
    for pair in pairs:
        scores = rate_pair(pair)
        wins[pair["kind"]].append(scores["high"] > scores["low"])
        longer += len(tokenize(pair["high"])) > len(tokenize(pair["low"]))
    share = sum(map(sum, wins.values())) / len(pairs)
    kinds = ", ".join(f"{kind} {sum(won)} of {len(won)}" for kind, won in sorted(wins.items()))
    return (
        f"{half:9} high above low {share:.2f} (longer above shorter {longer / len(pairs):.2f}), "
        f"of {len(pairs)}\n{'':9} {kinds}"
    )


def main() -> None:
    for half in HALVES:
        if (_FOLDER / f"{half}.toml").is_file():
            print(_describe(half))


if __name__ == "__main__":
    main()
