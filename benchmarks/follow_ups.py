"""Measure the choice of follow-ups: `python -m benchmarks.follow_ups`.

It prints for each half how often the program asks what the sheet asks for, how often it asks for
what was told, and how often it takes up a point that the sheet names. Then it prints the tuning
follow-ups, for reading; `make bench` leaves them out (`--brief`). Rules may be written with the
tuning half in view; the held-out half is only for measuring.
"""

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.answers import LabelledAnswer, load_answers
from benchmarks.ratings import create_facts, create_question
from interview_cli.answers.missing import find_missing_element
from interview_cli.answers.points import find_point
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import Answer, PlanSlot
from interview_cli.vocabulary import Level, QuestionKind

_FOLDER = Path(__file__).parent
_FILES = {"tuning": "follow_ups.toml", "held-out": "follow-ups-held-out.toml"}
_QUESTION = "Tell me about a time when something at work did not go to plan."


@dataclass(frozen=True)
class SheetAnswer:
    """An answer, and what an interviewer would ask next."""

    sort: str
    question: str
    kind: QuestionKind
    level: Level
    text: str
    skipped: bool
    asks: tuple[str, ...]
    """The elements that may be asked for, the best first; `none` for no follow-up."""
    told: tuple[str, ...]
    """The elements that the answer holds."""
    takes: tuple[str, ...]
    """Words of the points that a follow-up may take up; empty for any point."""
    leaves: tuple[str, ...]
    """Words that no follow-up may take up."""

    @property
    def chosen(self) -> str:
        """The element that the program asks for, or `none`."""
        question = create_question(self.kind, self.question)
        answer = Answer(content=self.text, timestamp=question.timestamp, skipped=self.skipped)
        return find_missing_element(question, answer, self.level) or "none"

    @property
    def has_right_point(self) -> bool | None:
        """Whether the follow-up takes up a point that the sheet allows; None if that is open."""
        if self.chosen in ("none", "thin") or not (self.takes or self.leaves):
            return None
        found = find_point(self.text, self.chosen, self.question)
        if found is None or found.form == "unclear":  # nothing is said back, or as it stands
            return None
        point = found.text
        is_taken = not self.takes or any(words in point for words in self.takes)
        return is_taken and not any(words in point for words in self.leaves)

    def compose_follow_up(self, seed: str) -> str:
        """Return the follow-up for the element that the program chose."""
        slot = PlanSlot(kind="follow_up", topic=self.chosen)
        return compose_question(self._create_facts(seed), slot)

    def _create_facts(self, seed: str) -> Facts:
        question = create_question(self.kind, self.question)
        exchange = Exchange(1, question, self.text, skipped=self.skipped)
        return create_facts(exchange, title="", level=self.level, job="", seed=seed)


def load_sheet(half: str) -> list[SheetAnswer]:
    """Return the answers of a half. Raises KeyError for other names."""
    sheet = tomllib.loads((_FOLDER / _FILES[half]).read_text("utf-8"))
    return [_parse_entry(entry) for entry in sheet["answer"]]


def _parse_entry(entry: dict[str, Any]) -> SheetAnswer:
    values = _load_source(entry["source"]) | entry if "source" in entry else entry
    return SheetAnswer(
        sort=values["sort"],
        question=values.get("question", _QUESTION),
        kind=values.get("kind", "behaviour"),
        level=values.get("level", "mid"),
        text=values["text"],
        skipped=values.get("skipped", False),
        asks=tuple(values["asks"]),
        told=tuple(values["told"]),
        takes=tuple(values.get("takes", ())),
        leaves=tuple(values.get("leaves", ())),
    )


def _load_source(name: str) -> dict[str, Any]:
    labelled = _load_labelled()[name]
    return {
        "sort": f"{name}, {labelled.sort}",
        "question": labelled.question,
        "kind": labelled.kind,
        "level": labelled.level,
        "text": labelled.answer,
    }


@cache
def _load_labelled() -> dict[str, LabelledAnswer]:
    return {answer.id: answer for answer in load_answers("tuning")}


def print_agreement(half: str) -> None:
    """Print the shares of a half in which the choice is expected, the best, or told already."""
    sheet = load_sheet(half)
    expected = sum(answer.chosen in answer.asks for answer in sheet)
    best = sum(answer.chosen == answer.asks[0] for answer in sheet)
    told = sum(answer.chosen in answer.told for answer in sheet)
    asked = sum(answer.chosen != "none" for answer in sheet)
    points = [answer.has_right_point for answer in sheet if answer.has_right_point is not None]
    total = len(sheet)
    print(
        f"{half:9} {total:3} answers: expected {expected / total:4.0%}, best {best / total:4.0%}, "
        f"asked for what was told {told}, followed up {asked}, "
        f"right point {sum(points)} of {len(points)}"
    )


def print_texts() -> None:
    """Print the tuning follow-ups, and mark the choices that the sheet does not expect."""
    for number, answer in enumerate(load_sheet("tuning"), 1):
        is_right = answer.chosen in answer.asks and answer.has_right_point is not False
        mark = " " if is_right else "!"
        print(f"\n{mark} {number} {answer.sort}: {answer.chosen} of {', '.join(answer.asks)}")
        if answer.chosen != "none":
            print(f"  {' '.join(answer.text.split())[:300]}")
            print(f"  → {answer.compose_follow_up(str(number))}")


if __name__ == "__main__":
    for half_name in _FILES:
        print_agreement(half_name)
    if "--brief" not in sys.argv:
        print_texts()
