"""Measure how often an answer's sentence is rightly taken as proof of a requirement.

Each requirement of two files of `proofs/` has a sentence that proves it, one that only mentions it,
and one that is about something else; the two files of interviews hold whole answers. `make bench`
runs it; with `--wrong` it prints the tuning pairs judged wrongly.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview_cli.requirements.coverage import map_requirements
from interview_cli.requirements.given_answers import GivenAnswer

_FOLDER = Path(__file__).parent / "proofs"
HALVES = ("tuning", "held-out")
INTERVIEWS = ("interviews", "interviews-2", "interviews-3")
_AD = "# Assistant\n## What you need\n- {}\n"


def judge_pairs(half: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each requirement and sentence, the reader's mark, and whether it counts as proved."""
    for entry in load_sentences(half):
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


def judge_interviews(file: str) -> Iterator[tuple[str, set[int], int | None]]:
    """Yield each requirement, which answers prove it, and the answer that is taken for proof."""
    for case in load_cases(file):
        exchanges = zip(case["questions"], case["answers"], strict=True)
        answers = [
            GivenAnswer(number, "behaviour", "", answer, question)
            for number, (question, answer) in enumerate(exchanges, 1)
        ]
        for text in case["requirements"]:
            right = {number for requirement, number in case["proves"] if requirement == text}
            mapped = map_requirements(_AD.format(text), case["cv"], answers)
            taken = [found.number for found in mapped if found.status == "proved"]
            yield text, right, next(iter(taken), None)


def load_sentences(half: str) -> list[dict[str, Any]]:
    """Return the requirements of a half with their sentences. Raises FileNotFoundError."""
    return _load(half)["requirement"]


def load_cases(file: str) -> list[dict[str, Any]]:
    """Return the interviews of a file, each with its ad: one of its requirements if none was kept.

    Raises FileNotFoundError.
    """
    cases = _load(file)["case"]
    for case in cases:
        wanted = "\n".join(f"- {text}" for text in case["requirements"])
        case.setdefault("ad", f"# {case['title']}\n## What you need\n{wanted}\n")
    return cases


def describe_interviews(file: str) -> str:
    """Return precision and recall of the requirements of interviews in words."""
    judged = list(judge_interviews(file))
    found = [(right, taken) for _, right, taken in judged if taken]
    correct = sum(taken in right for right, taken in found)
    total = sum(bool(right) for _, right, _ in judged)
    return f"{file:12} precision {correct} of {len(found)}, recall {correct} of {total}"


def _load(file: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text("utf-8"))


def main() -> None:
    for half in HALVES:
        print(describe(half))
    for file in INTERVIEWS:
        print(describe_interviews(file))
    if "--wrong" in sys.argv:
        for text, sentence, mark, is_proved in judge_pairs("tuning"):
            if is_proved != (mark == "proved"):
                print(f"{mark:9} {'proved' if is_proved else 'not'}: {text} | {sentence}")


if __name__ == "__main__":
    main()
