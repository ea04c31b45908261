"""Measure which practised questions are taken for the same as a real one (`debrief/*.toml`).

- Precision: the share of the pairs taken for the same that a reader took for the same.
- Recall: the share of the reader's pairs that were found.

Questions of one practice interview are meant to differ: `--interviews` prints the pairs of them
that are taken for the same. `--misses` prints what differs from the reader, `--held-out` measures
the pairs that are set apart.
"""

import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from interview_cli.models import Question
from interview_cli.workflow.real_questions import read_question
from interview_cli.workflow.same_question import is_same_question

_FOLDER = Path(__file__).parent
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    """A question of a real interview beside one that was practised."""

    asked: str
    practised: str
    same: bool
    """Whether a reader took them for the same."""

    @property
    def is_found(self) -> bool:
        return is_same_question(self.asked, build_practised(self.practised))


def load_pairs(name: str) -> list[Pair]:
    """Return the pairs of a file: "tuning" or "held-out"."""
    data = tomllib.loads((_FOLDER / "debrief" / f"{name}.toml").read_text("utf-8"))
    return [Pair(**entry) for entry in data["pair"]]


def build_practised(text: str) -> Question:
    """Return a practised question of which only its words are known."""
    slot = read_question(text)
    return Question(content=text, timestamp=_NOW, kind=slot.kind, topic=slot.topic)


def print_figures(name: str) -> None:
    """Print precision and recall, and what differs from the reader."""
    pairs = load_pairs(name)
    found = [pair for pair in pairs if pair.is_found]
    right = sum(pair.same for pair in found)
    same = sum(pair.same for pair in pairs)
    if "--misses" in sys.argv:
        for pair in pairs:
            if pair.is_found != pair.same:
                kind = "missed" if pair.same else "wrong"
                print(f"  {kind}: {pair.asked} | {pair.practised}")
    print(
        f"{name}: precision {right}/{len(found)}, recall {right}/{same}, "
        f"{len(pairs)} pairs of which {same} are the same"
    )


def print_interviews() -> None:
    """Print the pairs within one practice interview that are taken for the same."""
    interviews: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in sorted((_FOLDER / "questions").glob("readings-*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8")):
            job, _, question = entry.partition(": ")
            interviews[file.stem, job].append(question)
    count = wrong = 0
    for (_, job), questions in interviews.items():
        for asked, practised in combinations(dict.fromkeys(questions), 2):
            count += 1
            if is_same_question(asked, build_practised(practised)):
                wrong += 1
                print(f"  {job}: {asked} | {practised}")
    print(f"within {len(interviews)} interviews: {wrong} of {count} pairs")


def main() -> None:
    print_figures("held-out" if "--held-out" in sys.argv else "tuning")
    if "--interviews" in sys.argv:
        print_interviews()


if __name__ == "__main__":
    main()
