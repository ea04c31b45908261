"""Measure how often an answer's sentence is rightly taken as proof of a requirement.

Each requirement of `proofs/` has a sentence that proves it, one that only mentions it, and one that
is about something else. `make bench` runs it; with `--wrong` it prints the tuning pairs judged
wrongly.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from interview_cli.requirements.coverage import GivenAnswer, map_requirements

_FOLDER = Path(__file__).parent / "proofs"
HALVES = ("tuning", "held-out")
_AD = "# Assistant\n## What you need\n- {}\n"


def judge_pairs(half: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each requirement and sentence, the reader's mark, and whether it counts as proved."""
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))
    for entry in data["requirement"]:
        for mark in ("proved", "mentioned", "other"):
            for sentence in entry[mark]:
                answer = GivenAnswer(1, "behaviour", "", sentence)
                mapped = map_requirements(_AD.format(entry["text"]), "", [answer])
                is_proved = any(found.status == "proved" for found in mapped)
                yield entry["text"], sentence, mark, is_proved


def describe(half: str) -> str:
    """Return precision and recall of a half in words."""
    pairs = list(judge_pairs(half))
    found = [mark for _, _, mark, is_proved in pairs if is_proved]
    right, total = found.count("proved"), sum(mark == "proved" for _, _, mark, _ in pairs)
    return (
        f"{half:9} precision {right} of {len(found)}, recall {right} of {total}; taken for proof: "
        f"{found.count('mentioned')} that mention it, {found.count('other')} of something else"
    )


def main() -> None:
    for half in HALVES:
        print(describe(half))
    if "--wrong" in sys.argv:
        for text, sentence, mark, is_proved in judge_pairs("tuning"):
            if is_proved != (mark == "proved"):
                print(f"{mark:9} {'proved' if is_proved else 'not'}: {text} | {sentence}")


if __name__ == "__main__":
    main()
