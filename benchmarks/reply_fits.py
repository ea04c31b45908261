"""Fit what tells bad questions from good ones: `python -m benchmarks.reply_fits`.

It writes `interview_cli/coach/llm/fit_….toml`. The rows are the questions of `replies/` with their
cases, those of `wordings.toml` without one, and what the offline coach asks. It prints how many bad
and good questions of each writer are refused by weights that were fitted without that writer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import inf
from pathlib import Path
from typing import NamedTuple

from benchmarks.logistic import Row, fit_logistic, fit_measures, format_fit
from benchmarks.refusal_bounds import Judged, choose_bounds
from benchmarks.reply_pairs import (
    COACH,
    Example,
    list_inventions,
    list_praise,
    list_repeats,
)
from benchmarks.reply_samples import NEAR, UNJUDGED, Sample, load_samples
from interview_cli.coach.llm.private_wording import find_personal_features
from interview_cli.coach.llm.question_check import KINDS_THAT_INVENT, QuestionCheck
from interview_cli.coach.llm.question_trades import KINDS_OF_ANY_TRADE
from interview_cli.coach.llm.question_wording import find_hint_features
from interview_cli.fits import Fit
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import QuestionKind

FOLDER = Path(__file__).parent.parent / "interview_cli" / "coach" / "llm"
_BAD, _GOOD, _GOOD_BY_PROGRAM = 3.0, 2.0, 1.0
"""How much a bad question of a kind counts, another question, and one without a writer."""
_REPEAT = 2.0
"""How much a pair or a point with a fault counts, where another counts 1."""
_MOST_GOOD_QUESTIONS, _MOST_GOOD_POINTS = 0.0085, 0.012
"""So many of the good questions, or points, the fits refuse; rules refuse some more."""
_LIMITS = {COACH: 0.01, "marked": 0.01}
"""So many of what the offline coach asks, and of the questions that are near to an earlier one."""
_POINT_LIMITS = {"set": 0.02}
"""So many of the points that are near to no other one."""
HEADER = "# Fitted by `python -m benchmarks.reply_fits`; a feature, a tab and its weight a line.\n"


class Kind(NamedTuple):
    """How one kind of bad questions is fitted."""

    find_features: Callable[[str, QuestionCheck | None], Mapping[str, float]]
    penalty: float
    free_slots: Sequence[QuestionKind] = ()
    """Kinds of places in the plan at which it is not looked for."""
    fit: Callable[[Sequence[Row], float, float], Fit] = fit_logistic


def _find_hint(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return find_hint_features(text, check.known_stems if check else ())


def _find_personal(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return find_personal_features(text, check.document_stems if check else ())


def _find_trade(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return check.trade.features.find_features(text) if check else {}


def _find_invented(text: str, check: QuestionCheck | None) -> Mapping[str, float]:
    return check.find_invention_features(text) if check else {}


_HIGHEST_BOUNDS = {"personal": 0.25}
"""An improper question does more harm than a good one that is asked again."""


class TextKind(NamedTuple):
    """How one kind of bad pairs or points is fitted."""

    list_examples: Callable[[], list[Example]]
    penalty: float


QUESTION_KINDS = {"repeat": TextKind(list_repeats, 20.0)}
POINT_KINDS = {
    "praise": TextKind(list_praise, 3.3),
    "invention": TextKind(list_inventions, 1.0),
}
KINDS = {
    "hint": Kind(_find_hint, 5.0),
    "personal": Kind(_find_personal, 2.5),
    "trade": Kind(_find_trade, 1.0, KINDS_OF_ANY_TRADE),
    "invented": Kind(_find_invented, 3.3, KINDS_THAT_INVENT, fit_measures),
}


class Material:
    """The questions that the fits of all kinds use."""

    def __init__(self) -> None:
        self.samples = load_samples()

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
        return KINDS[kind].fit(rows, KINDS[kind].penalty, bound)

    def rate_left_out(self, kind: str) -> list[tuple[Sample, float]]:
        """Return the log odds of each question by weights that were fitted without its writer."""
        writers = dict.fromkeys(sample.writer for sample in self.samples)
        judged = [writer for writer in writers if writer not in UNJUDGED]
        fits = {writer: self.fit(kind, writer) for writer in judged}
        return [
            (sample, fits[sample.writer].rate(features))
            for sample, features in zip(self.samples, self.list_features(kind), strict=True)
            if features and sample.writer in fits
        ]


def _find_features(sample: Sample, kind: Kind) -> Mapping[str, float]:
    """Return the features of a sample; none if the kind is not looked for there."""
    if sample.slot in kind.free_slots or (sample.kind, kind) == (NEAR, KINDS["personal"]):
        return {}
    slot = PlanSlot(kind=sample.slot, topic="x")
    check = QuestionCheck(sample.facts, slot) if sample.facts else None
    return kind.find_features(sample.text, check)


def _weigh(sample: Sample, kind: str) -> float:
    if sample.kind == kind:
        return _BAD
    return _GOOD if sample.is_of_set else _GOOD_BY_PROGRAM


class TextMaterial:
    """The pairs or points that one fit uses."""

    def __init__(self, kind: TextKind) -> None:
        self._penalty = kind.penalty
        self._examples = kind.list_examples()

    def fit(self, left_out: str = "", bound: float = 0.0) -> Fit:
        """Return the weights, without the examples of a writer."""
        rows = [
            Row(each.features, each.is_faulty, _REPEAT if each.is_faulty else 1.0)
            for each in self._examples
            if each.writer != left_out
        ]
        return fit_measures(rows, self._penalty, bound)

    def judge_left_out(self) -> list[Judged]:
        """Return each reply with its highest odds by weights that did not see its writer."""
        fits = {
            writer: self.fit(writer)
            for writer in dict.fromkeys(each.writer for each in self._examples)
        }
        judged: dict[tuple[str, str, bool], Judged] = {}
        for each in self._examples:
            key = (each.writer, each.reply, each.is_faulty)
            odds = fits[each.writer].rate(each.features)
            if key not in judged or judged[key].odds < odds:
                is_good = not each.is_faulty
                judged[key] = Judged(each.writer, _find_source(each), each.is_faulty, is_good, odds)
        return list(judged.values())


def _find_source(example: Example) -> str:
    if example.writer.startswith(COACH):
        return COACH
    return "marked" if example.is_marked else "set"


def judge_questions(material: Material) -> dict[str, list[Judged]]:
    """Return each question by each kind of fault, rated by weights that did not see its writer."""
    return {
        kind: [
            Judged(
                sample.writer,
                COACH if sample.is_of_coach else "set",
                sample.kind == kind,
                sample.kind in ("good", NEAR),
                odds,
            )
            for sample, odds in material.rate_left_out(kind)
        ]
        for kind in KINDS
    }


def fit_all() -> Iterator[tuple[str, Fit, list[Judged]]]:
    """Yield the name of each fit, its weights, and what was judged by weights that left it out."""
    material = Material()
    texts = {name: TextMaterial(kind) for name, kind in (QUESTION_KINDS | POINT_KINDS).items()}
    questions = judge_questions(material)
    questions |= {name: texts[name].judge_left_out() for name in QUESTION_KINDS}
    points = {name: texts[name].judge_left_out() for name in POINT_KINDS}
    good = sum(each.is_good and each.source == "set" for each in questions["hint"])
    bounds = choose_bounds(questions, _LIMITS, int(_MOST_GOOD_QUESTIONS * good))
    good = sum(each.is_good for each in points["invention"])
    bounds |= choose_bounds(points, _POINT_LIMITS, int(_MOST_GOOD_POINTS * good))
    for name, judged in (questions | points).items():
        bound = min(bounds[name], _HIGHEST_BOUNDS.get(name, inf))
        fit = material.fit(name, bound=bound) if name in KINDS else texts[name].fit(bound=bound)
        yield name, fit, judged


def main() -> None:
    for name, fit, judged in fit_all():
        (FOLDER / f"fit_{name}.toml").write_text(format_fit(fit, HEADER), "utf-8")
        print(f"{name}: bound {fit.bound}, {len(fit.weights)} weights")
        for writer in sorted({each.writer for each in judged}):
            for source in sorted({each.source for each in judged}):
                rated = [each for each in judged if (each.writer, each.source) == (writer, source)]
                faulty = [each.odds > fit.bound for each in rated if each.is_faulty]
                good = [each.odds > fit.bound for each in rated if each.is_good]
                print(f"  writer {writer:8}{source:7}{sum(faulty):4} of {len(faulty):3} faulty,")
                print(f"{sum(good):28} of {len(good):3} good refused")


if __name__ == "__main__":
    main()
