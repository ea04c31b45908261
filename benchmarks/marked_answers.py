"""Load the answers of `remarks/`: what coaches would praise and advise there, by codes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from benchmarks.ratings import create_facts, create_question
from interview_cli.coach.base import Exchange, Facts
from interview_cli.vocabulary import QuestionKind

ADVICE = (
    "question",
    "case",
    "plan",
    "wish",
    "gap",
    "ask",
    "begin",
    "end",
    "measure",
    "check",
    "figure",
    "name",
    "when",
    "decision",
    "reason",
    "own",
    "step",
    "order",
    "shorter",
    "general",
    "job",
    "nothing",
)
PRAISE = (
    "answers",
    "figures",
    "names",
    "details",
    "steps",
    "plan",
    "decision",
    "reasons",
    "result",
    "measured",
    "before",
    "check",
    "clear",
    "honest",
    "learnt",
    "motive",
    "asks",
)
_FOLDER = Path(__file__).parent
_HELD_FILE, _HELD_LETTERS = "interviews-3", "wxz"
_HELD_CASES = 6
"""Every sixth case of the other interviews is held out."""
_FOLDS = 10


@dataclass(frozen=True)
class MarkedAnswer:
    """An answer, and a coach's marks on it. README.md explains the codes."""

    id: str
    kind: QuestionKind
    title: str
    company: str
    case: str
    """The file and the number of the interview that it comes from; may be empty."""
    question: str
    text: str
    best: tuple[str, ...]
    """What the coach would advise, the most useful first."""
    fits: tuple[str, ...]
    """What would be sensible advice, too; every other is not."""
    praise: dict[str, tuple[int, ...]]
    """What deserves praise, with the numbers of the sentences that show it, from 1."""

    @property
    def is_held_out(self) -> bool:
        """Whether it is only for measuring: no weight is fitted to it."""
        file, _, number = self.case.partition(" ")
        if not file:
            return self.id[0] in _HELD_LETTERS
        return file == _HELD_FILE or int(number) % _HELD_CASES == 0

    @property
    def fold(self) -> int:
        """The part of the answers that it is left out with: one of the same interview or trade."""
        return crc32((self.case or self.id[:3]).encode()) % _FOLDS

    def rate_advice(self, code: str) -> float:
        """Return how useful an advice is: 1 if it is the best, a half if it fits, else 0."""
        return 1.0 if code in self.best else 0.5 if code in self.fits else 0.0

    def create_exchange(self) -> tuple[Exchange, Facts]:
        exchange = Exchange(1, create_question(self.kind, self.question), self.text, skipped=False)
        facts = create_facts(
            exchange,
            title=self.title.split(" at ")[0].split(",")[0].split(":")[0],
            level="mid",
            job=_find_ad(self.case) or self.title,
            company_name=self.company,
        )
        return exchange, facts


def load_marked(reader: str = "marks") -> list[MarkedAnswer]:
    """Return the answers that a reader marked: all of them in `marks`, some again in `second`."""
    marks = _load(f"remarks/{reader}")
    return [
        MarkedAnswer(
            id=answer["id"],
            kind=answer["kind"],
            title=answer["title"],
            company=answer.get("company", ""),
            case=answer.get("case", ""),
            question=answer["question"],
            text=answer["text"].strip(),
            best=tuple(marks[answer["id"]]["best"]),
            fits=tuple(marks[answer["id"]]["fits"]),
            praise={code: tuple(shown) for code, shown in marks[answer["id"]]["praise"].items()},
        )
        for answer in _load("remarks/answers")["answer"]
        if answer["id"] in marks
    ]


def _find_ad(case: str) -> str:
    """Return the requirements of the interview that an answer comes from; empty without one."""
    if not case:
        return ""
    file, number = case.split()
    entry = _load(f"proofs/{file}")["case"][int(number)]
    return "\n".join(["## What you need", *(f"- {text}" for text in entry["requirements"])])


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
