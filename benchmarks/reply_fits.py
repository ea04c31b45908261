"""Fit what tells bad questions from good ones: `python -m benchmarks.reply_fits`.

It writes `interview_cli/coach/llm/fit_….toml`. The rows are the questions of `replies/` with their
cases, those of `wordings.toml` without one, and what the offline coach asks. It prints how many bad
and good questions of each writer are refused by weights that were fitted without that writer.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.logistic import Row, fit_logistic
from benchmarks.questions import ask_questions, load_pairs
from benchmarks.replies import HALVES, REPLIES, parse_case
from interview_cli.coach.base import Facts
from interview_cli.coach.llm.fits import Fit
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_trades import KINDS_OF_ANY_TRADE
from interview_cli.coach.llm.question_wording import find_hint_features, find_personal_features
from interview_cli.models import PlanSlot
from interview_cli.trades.trades import load_trades
from interview_cli.vocabulary import QuestionKind

FOLDER = Path(__file__).parent.parent / "interview_cli" / "coach" / "llm"
_WRITERS = {"tuning": "1", "held_out": "1", "unseen": "2", "tuning_2": "3", "tuning_3": "4"}
_AUTHOR, _COACH, _TESTS, _TRADES = "author", "coach", "tests", "trades"
_TEST_FILES = Path(__file__).parent.parent / "tests" / "coach" / "llm"
_KINDS_BY_FAULT = {"answered": "hint"}
_COACH_HALVES = ("tuning", "held-out", "last", "fresh", "final", "newest")
_EACH_TEXT_OF_TRADES = 30
_BAD, _GOOD, _GOOD_BY_PROGRAM = 3.0, 2.0, 1.0
"""How much a bad question of a kind counts, another question, and one without a writer."""
_MOST_REFUSED = 0.01
"""At most such a share of the good questions that a fit did not see is above its bound."""
_HEADER = "# Fitted by `python -m benchmarks.reply_fits`; a feature, a tab and its weight a line.\n"


class Sample(NamedTuple):
    """A question of one writer."""

    writer: str
    kind: str
    """The name of its fault, or "good"."""
    text: str
    facts: Facts | None
    slot: QuestionKind = "requirement"
    """The kind of its place in the plan."""


class Kind(NamedTuple):
    """How one kind of bad questions is fitted."""

    find_features: Callable[[str, QuestionCheck | None], Mapping[str, float]]
    penalty: float
    free_slots: Sequence[QuestionKind] = ()
    """Kinds of places in the plan at which it is not looked for."""


def _find_hint(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return find_hint_features(text, check.known_stems if check else ())


def _find_personal(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return find_personal_features(text, check.document_stems if check else ())


def _find_trade(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return check.trade.features.find_features(text) if check else {}


KINDS = {
    "hint": Kind(_find_hint, 5.0),
    "personal": Kind(_find_personal, 2.5),
    "trade": Kind(_find_trade, 1.0, KINDS_OF_ANY_TRADE),
}


class Material:
    """The questions that the fits of all kinds use."""

    def __init__(self) -> None:
        by_hand = (*_load_sets(), *_load_wordings(), *_load_tests())
        self.samples = [*by_hand, *_ask(), *_list_texts_of_trades()]

    @cache  # noqa: B019 - there is one material
    def list_features(self, kind: str) -> list[Mapping[str, float]]:
        """Return the features of each sample for a kind."""
        return [_find_features(sample, KINDS[kind]) for sample in self.samples]

    def fit(self, kind: str, left_out: str = "", bound: float = 0.0) -> Fit:
        """Return the weights of a kind, without the questions of a writer."""
        rows = [
            Row(features, sample.kind == kind, _weigh(sample, kind))
            for sample, features in zip(self.samples, self.list_features(kind), strict=True)
            if features and sample.writer != left_out
        ]
        return fit_logistic(rows, KINDS[kind].penalty, bound)

    def rate_left_out(self, kind: str) -> list[tuple[Sample, float]]:
        """Return the log odds of each question by weights that were fitted without its writer."""
        writers = dict.fromkeys(sample.writer for sample in self.samples)
        judged = [writer for writer in writers if writer not in (_AUTHOR, _TESTS, _TRADES)]
        fits = {writer: self.fit(kind, writer) for writer in judged}
        return [
            (sample, fits[sample.writer].rate(features))
            for sample, features in zip(self.samples, self.list_features(kind), strict=True)
            if features and sample.writer in fits
        ]


def _find_features(sample: Sample, kind: Kind) -> Mapping[str, float]:
    """Return the features of a sample; none if the kind is not looked for there."""
    if sample.slot in kind.free_slots:
        return {}
    slot = PlanSlot(kind=sample.slot, topic="x")
    check = QuestionCheck(sample.facts, slot) if sample.facts else None
    return kind.find_features(sample.text, check)


def _weigh(sample: Sample, kind: str) -> float:
    if sample.kind == kind:
        return _BAD
    return _GOOD if _is_of_set(sample) else _GOOD_BY_PROGRAM


def choose_bound(rated: list[tuple[Sample, float]]) -> float:
    """Return the log odds that hardly any good question of a case exceeds."""
    by_source = [
        sorted(
            (odds for sample, odds in rated if sample.kind == "good" and is_of_source(sample)),
            reverse=True,
        )
        for is_of_source in (_is_of_set, _is_of_coach)
    ]
    return round(max(odds[ceil(_MOST_REFUSED * len(odds))] for odds in by_source), 2)


def _is_of_set(sample: Sample) -> bool:
    return sample.writer in _WRITERS.values()


def _is_of_coach(sample: Sample) -> bool:
    return sample.writer.startswith(_COACH)


def format_fit(fit: Fit) -> str:
    """Return the content of the file of a fit."""
    lines = "\n".join(f"{name}\t{weight}" for name, weight in fit.weights.items())
    numbers = f"intercept = {fit.intercept}\nbound = {fit.bound}\n"
    return f"{_HEADER}{numbers}weights = '''\n{lines}\n'''\n"


def _load_sets() -> Iterator[Sample]:
    for half in HALVES:
        data = _load(REPLIES / f"{half}.toml")
        facts = {case["id"]: parse_case(case) for case in data["case"]}
        for row in data["question"]:
            kind = "good" if row["good"] else row["kind"]
            yield Sample(_WRITERS[half], kind, row["text"], facts[row["case"]])


def _load_wordings() -> Iterator[Sample]:
    for kind, texts in _load(REPLIES / "wordings.toml").items():
        yield from (Sample(_AUTHOR, kind, text, None) for text in texts["bad"])
        yield from (Sample(_AUTHOR, "good", text, None) for text in texts["good"])


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
        writer = f"{_COACH} {number % 2}"
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


def main() -> None:
    material = Material()
    for kind in KINDS:
        rated = material.rate_left_out(kind)
        bound = choose_bound(rated)
        fit = material.fit(kind, bound=bound)
        (FOLDER / f"fit_{kind}.toml").write_text(format_fit(fit), "utf-8")
        print(f"{kind}: bound {bound}, {len(fit.weights)} weights")
        for writer in dict.fromkeys(sample.writer for sample, _ in rated):
            for name in (kind, "good"):
                odds = [x for sample, x in rated if (sample.writer, sample.kind) == (writer, name)]
                refused = sum(x > bound for x in odds)
                print(f"  writer {writer:7}{name:10}{refused:4} of {len(odds)} refused")


if __name__ == "__main__":
    main()
