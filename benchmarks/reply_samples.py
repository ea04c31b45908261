"""The questions to which the fits for a model's questions are made, by who wrote them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.questions import ask_questions, load_pairs
from benchmarks.replies import HALVES, PAIRS, REPLIES, parse_case
from benchmarks.reply_pairs import COACH, WRITERS
from interview_cli.coach.base import Facts
from interview_cli.trades.trades import load_trades
from interview_cli.vocabulary import QuestionKind

NEAR = "near"
"""The kind of a question that goes near an earlier one and does not repeat it."""
VOICES = ("formal", "casual")
"""Writers of private questions, and of proper ones that are near them."""
_AUTHOR, _TESTS, _TRADES = UNJUDGED = ("author", "tests", "trades")
"""Writers whose questions only train the fits."""
_TEST_FILES = Path(__file__).parent.parent / "tests" / "coach" / "llm"
_KINDS_BY_FAULT = {"answered": "hint"}
_COACH_HALVES = ("tuning", "held-out", "last", "fresh", "final", "newest")
_EACH_TEXT_OF_TRADES = 30


class Sample(NamedTuple):
    """A question of one writer."""

    writer: str
    kind: str
    """The name of its fault, or "good"."""
    text: str
    facts: Facts | None
    slot: QuestionKind = "requirement"
    """The kind of its place in the plan."""

    @property
    def is_of_set(self) -> bool:
        """Whether it is of a set that a writer wrote for measuring."""
        return self.writer in WRITERS.values() or self.writer in VOICES

    @property
    def is_of_coach(self) -> bool:
        """Whether the offline coach asked it."""
        return self.writer.startswith(COACH)


def load_samples() -> list[Sample]:
    """Return all questions: of the sets, of the tests, of the offline coach and of the trades."""
    by_hand = (*_load_sets(), *_load_pairs(), *_load_wordings(), *_load_private(), *_load_tests())
    return [*by_hand, *_ask(), *_list_texts_of_trades()]


def _load_sets() -> Iterator[Sample]:
    for half in HALVES:
        data = _load(REPLIES / f"{half}.toml")
        facts = {case["id"]: parse_case(case) for case in data["case"]}
        for row in data["question"]:
            kind = "good" if row["good"] else row["kind"]
            yield Sample(WRITERS[half], kind, row["text"], facts[row["case"]])


def _load_pairs() -> Iterator[Sample]:
    """Yield the questions that repeat no earlier one; some may be of private matters."""
    for name in PAIRS:
        data = _load(REPLIES / f"{name}.toml")
        facts = {case["id"]: parse_case(case) for case in data["case"]}
        for row in data["pair"]:
            if not row["repeat"]:
                yield Sample(WRITERS[name], NEAR, row["text"], facts[row["case"]])


def _load_wordings() -> Iterator[Sample]:
    for kind, texts in _load(REPLIES / "wordings.toml").items():
        yield from (Sample(_AUTHOR, kind, text, None) for text in texts["bad"])
        yield from (Sample(_AUTHOR, "good", text, None) for text in texts["good"])


def _load_private() -> Iterator[Sample]:
    """Yield the private questions of two voices, and the proper ones, which have no case."""
    for voice, texts in _load(REPLIES / "private.toml").items():
        yield from (Sample(voice, "personal", text, None) for text in texts["bad"])
        yield from (Sample(voice, "good", text, None) for text in texts["good"])


def _load_tests() -> Iterator[Sample]:
    """Yield the questions of the tests, which are of all kinds of interviews."""
    for name, section in _load(_TEST_FILES / "good_questions.toml").items():
        facts = _parse_section(name, section)
        yield from (Sample(_TESTS, "good", text, facts) for text in section["questions"])
    for name, section in _load(_TEST_FILES / "interviews.toml").items():
        facts = _parse_section(name, section)
        for texts in section.get("good", {}).values():
            yield from (Sample(_TESTS, "good", text, facts) for text in texts)
        for fault, by_slot in section.get("refused", {}).items():
            kind = _KINDS_BY_FAULT.get(fault, fault)
            for texts in by_slot.values():
                yield from (Sample(_TESTS, kind, text, facts) for text in texts)


def _parse_section(name: str, section: dict[str, Any]) -> Facts:
    case = {"id": name, "title": section["title"], "company": section.get("company", "")}
    turns = section.get("turns", [])
    case |= {"ad": section["job"], "cv": section["cv"]}
    return parse_case(case | {"earlier": [q for q, _ in turns], "answers": [a for _, a in turns]})


def _ask() -> Iterator[Sample]:
    for number, half in enumerate(_COACH_HALVES):
        # No other writes as it does, so one part of its questions is judged by the other.
        writer = f"{COACH} {number % 2}"
        for name, pair in load_pairs(half).items():
            case = {"id": name, "title": pair["title"], "company": pair["company"]}
            case |= {"ad": pair["job"], "cv": pair["cv"], "earlier": [], "answers": []}
            for question in ask_questions(name, pair):
                yield Sample(writer, "good", question.text, parse_case(case), question.kind)


def _list_texts_of_trades() -> Iterator[Sample]:
    texts = [
        text.text
        for trade in load_trades().values()
        for text in (*trade.questions, *trade.situations)
    ]
    yield from (Sample(_TRADES, "good", text, None) for text in texts[::_EACH_TEXT_OF_TRADES])


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
