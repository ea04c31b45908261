"""Measure how well sentences get their roles: `python -m benchmarks.roles [held-out]`.

One reader marked 250 sentences before the rules were written; 80 of them are set apart. What is
told of a sentence is compared in three classes: own acts, others' acts or presence, and talk.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path

from interview_cli.answers.roles import find_roles
from interview_cli.answers.star import parse_star

_FOLDER = Path(__file__).parent / "roles"
_MARKS = {"act": "own", "others": "others", "presence": "others", "talk": "talk"}
_CLASSES = ("own", "others", "talk")


def classify(text: str) -> set[str]:
    """Return the roles that the rules give to a text; one without content is talk."""
    sentences = find_roles(parse_star(text))
    return {each.role for each in sentences} or {"talk"}


def main() -> None:
    half = "held-out" if "held-out" in sys.argv else "tuning"
    marked = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))["sentence"]
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence in marked:
        told = classify(sentence["text"])
        marks = {_MARKS[role] for role in sentence["roles"] if role in _MARKS}
        for name in _CLASSES:
            given[name] += name in told
            wanted[name] += name in marks
            right[name] += name in told and name in marks
    for name in _CLASSES:
        print(
            f"{name:8} precision {right[name]} of {given[name]}, recall {right[name]} of "
            f"{wanted[name]}"
        )


if __name__ == "__main__":
    main()
