"""Ask interviews on pairs of CV and ad, and count the marks: `python -m benchmarks.questions`.

`python -m benchmarks.questions tuning --print` prints the questions of a half for a reader, and
`--trades` an interview for each trade and level, on an ad that names the trade's own tasks.
`--frames` prints the shares of all marks by what a question is made from, and `--wordings` those
of single wordings that were tried on several jobs.
The sheet for the marks is `questions/README.md`.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import Answer, Interview, Question
from interview_cli.requirements.levels import adjust_level, find_level_in_title, infer_level
from interview_cli.trades.trades import load_trades
from interview_cli.vocabulary import LEVELS, Round
from interview_cli.workflow.interview import collect_facts
from interview_cli.workflow.next_slot import choose_next_slot
from interview_cli.workflow.plan import plan_interview

_FOLDER = Path(__file__).parent / "questions"
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
HALVES = (
    "tuning",
    "held-out",
    "last",
    "fresh",
    "final",
    "newest",
    "eight",
    "nine",
    "ten",
    "eleven",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twentyone",
    "twentytwo",
    "twentythree",
    "twentyfour",
    "twentyfive",
    "twentysix",
    "twentyseven",
    "twentyeight",
    "twentynine",
    "thirty",
    "thirtyone",
    "thirtytwo",
    "thirtythree",
    "thirtyfour",
    "thirtyfive",
    "thirtysix",
    "thirtyseven",
    "thirtyeight",
    "thirtynine",
    "forty",
    "fortyone",
    "fortytwo",
    "fortythree",
    "fortyfour",
    "fortyfive",
    "fortysix",
    "fortyseven",
    "fortyeight",
    "fortynine",
    "fifty",
    "fiftyone",
    "fiftytwo",
    "fiftythree",
    "fiftyfour",
    "fiftyfive",
    "fiftysix",
    "fiftyseven",
)
_UNFITTED = ("fiftysix", "fiftyseven")
FITTED = tuple(half for half in HALVES if half not in _UNFITTED)
"""The sets from which the fits learn."""
_FIRST = {"tuning": "readings-[0-9].toml", "held-out": "readings-held-out.toml"}
READINGS = {
    half: tuple(sorted(path.name for path in _FOLDER.glob(_FIRST.get(half, f"readings-{half}-*"))))
    for half in HALVES
}
"""The files with the marks of each half, one a reader."""
MARKS = ("good", "clumsy", "wrong")


@dataclass(frozen=True)
class AskedQuestion:
    """A question of one pair, by its place in the interview."""

    pair: str
    number: int
    kind: str
    topic: str
    text: str

    @property
    def key(self) -> str:
        """The key of its mark; a question that changes needs a new one."""
        return f"{self.pair}: {self.text}"


def load_pairs(half: str) -> dict[str, dict[str, str]]:
    """Return the pairs of a half by name, with `title`, `company`, `level`, `job` and `cv`."""
    paths = sorted((_FOLDER / half).glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in paths}


def ask_questions(
    name: str, pair: dict[str, str], *, session: int = 1, round_: Round = "mixed"
) -> Iterator[AskedQuestion]:
    """Yield the eight questions of an interview in which every answer is skipped."""
    interview = create_interview(name, pair, session=session, round_=round_)
    interview.plan = plan_interview(interview)
    for number in range(1, interview.max_questions + 1):
        slot = choose_next_slot(interview)
        text = compose_question(collect_facts(interview), slot)
        yield AskedQuestion(name, number, slot.kind, slot.topic, text)
        question = Question(content=text, timestamp=_NOW, kind=slot.kind, topic=slot.topic)
        interview.messages += [question, Answer(content="", skipped=True, timestamp=_NOW)]


def create_interview(
    name: str, pair: dict[str, str], *, session: int = 1, round_: Round = "mixed"
) -> Interview:
    """Return an interview on a pair before its first question."""
    title = pair["title"]
    level = pair["level"] or find_level_in_title(title)
    if not level:
        level = adjust_level(infer_level(pair["job"], title), title, pair["cv"], _NOW.year)
    return Interview(
        session_id=str(uuid5(NAMESPACE_URL, f"{name} {session}")),
        created_at=_NOW,
        last_updated=_NOW,
        job_title=title,
        company_name=pair["company"],
        cv_text=pair["cv"],
        job_description_text=pair["job"],
        level=level,
        fence="0" * 16,
        round=round_,
    )


def _print_questions(half: str) -> None:
    for name, pair in load_pairs(half).items():
        print(f"\n{name}: {pair['title']} at {pair['company']}")
        for asked in ask_questions(name, pair):
            print(f"{asked.number}  {asked.kind}, {asked.topic}\n   {asked.text}")


def _print_trades() -> None:
    for name, trade in load_trades().items():
        duties = "\n".join(f"- {task.text}" for task in trade.tasks)
        job = f"# {trade.titles[0]}\n\n## Your tasks\n{duties}"
        for level in LEVELS:
            pair = {"title": trade.titles[0].title(), "company": "Acme", "level": level}
            print(f"\n{name}, {level}: {pair['title']}")
            for asked in ask_questions(f"{name} {level}", pair | {"cv": "", "job": job}):
                print(f"{asked.number}  {asked.text}")


def _print_marks(half: str) -> None:
    asked = [each for name, pair in load_pairs(half).items() for each in ask_questions(name, pair)]
    readings = [load_marks(file) for file in READINGS[half]]
    for file, marks in zip(READINGS[half], readings, strict=True):
        _print_shares(f"{half}, {file}", asked, marks)
    if len(readings) == 2:
        both = [each.key for each in asked if all(each.key in marks for marks in readings)]
        same = sum(readings[0][key] == readings[1][key] for key in both)
        print(f"{half}: both readers give the same mark to {same} of {len(both)}")


def _print_shares(label: str, asked: list[AskedQuestion], marks: dict[str, str]) -> None:
    unmarked = sum(each.key not in marks for each in asked)
    print(f"{label}: {len(asked)} questions, {unmarked} without a mark")
    for kind in ("all", *sorted({each.kind for each in asked})):
        counts = Counter(
            marks[each.key] for each in asked if each.key in marks and kind in ("all", each.kind)
        )
        if counts:
            shares = "  ".join(f"{mark} {counts[mark] / counts.total():.2f}" for mark in MARKS)
            print(f"  {kind:<12} {counts.total():>4}  {shares}")


def load_marks(file: str) -> dict[str, str]:
    """Return the marks of one reading by the key of the question."""
    path = _FOLDER / file
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def main() -> None:
    if "--trades" in sys.argv:
        _print_trades()
        return
    if "--frames" in sys.argv:
        from benchmarks.question_frames import print_frames  # it reads the pairs of this module

        print_frames()
        return
    if "--wordings" in sys.argv:
        from benchmarks.question_frames import print_wordings

        print_wordings()
        return
    if "--print" in sys.argv:
        _print_questions(sys.argv[1])
        return
    for half in HALVES:
        _print_marks(half)


if __name__ == "__main__":
    main()
