"""The tuning answers, and the rows that `benchmarks.fit` fits the offline coach to.

`swaps.py` puts answers under other questions. What the words of an answer count, and how well they
go with its question, come from weights that were fitted without its fold of trades.
"""

from dataclasses import replace
from typing import Any
from zlib import crc32

from benchmarks.answers import LabelledAnswer, load_answers
from benchmarks.evidence import label_side, load_pairs
from benchmarks.learner_english import spoil
from benchmarks.matching import Matched, fit_match
from benchmarks.ratings import compute_score, create_exchange
from benchmarks.regression import AskedRow, Contrast, Row, fit_criterion, fit_odds
from benchmarks.swaps import OFF_SUBJECT, is_beside, is_good, load_swapped, swap
from benchmarks.wording import WordedAnswer, fit_wording
from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.estimates import QUESTION, estimate_by
from interview_cli.coach.offline.exchange_reading import read_answer
from interview_cli.coach.offline.features import FEATURES, measure_features
from interview_cli.coach.offline.features.relevance import MATCH
from interview_cli.coach.offline.features.wording import NAME as WORDING
from interview_cli.coach.offline.features.wording import list_answer_stems
from interview_cli.coach.offline.question_match import (
    QuestionMatch,
    list_question_terms,
    list_terms,
    measure_match,
)
from interview_cli.coach.offline.wording import measure_wording

EVIDENCE = ("tuning", "tuning-2", "tuning-3", "held-out", "held-out-2", "held-out-3", "held-out-4")
INTERVIEWS = (
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    "sixteenth",
)
"""Answers of whole interviews, in which people answered what the coach asked."""
HALVES = ("tuning", "last", "newest", "latest", "blind", "unseen", "later", *INTERVIEWS)
_FOLDS = 5
_ON_SUBJECT = 3.0
"""The least relevance of answers that are about what was asked."""
_TOUCHES = 0.5
"""The least relevance of answers about something else that have to do with the question."""
_MATCHED = 2.5
"""The least relevance of answers to which the match of answers and questions is fitted."""
_PAIR_WEIGHT, _SPOILT_WEIGHT, _EVIDENCE_WEIGHT = 70.0, 2.5, 1.1
"""How much a pair counts, where an answer counts 1."""
_EVIDENCE_GAP = 1.8
_SPOILT_STEP = 3
"""Every third answer has a copy in faulty English."""
_INTERVIEW_WEIGHT = 4.0
"""How much an answer of a whole interview counts: the others were written to be hard to tell."""
_CAPPED_SORTS = ("floor", "off-topic")
"""Sorts of answers that caps lower, so that no weight has to."""
_OFF_TOPIC_SORTS = ("off-topic", "off topic", "off the subject wholly")
"""Sorts of answers whose words are not what was rated."""


class Tuning:
    """The tuning answers, each parsed once under each question that it is shown with."""

    def __init__(self, left_out: str = "") -> None:
        """Take the answers of all halves but `left_out`."""
        halves = (half for half in HALVES if half != left_out)
        self.labelled = [answer for half in halves for answer in load_answers(half)]
        self._held = {answer.id for half in INTERVIEWS for answer in load_answers(half)}
        self.sides = [
            tuple(
                replace(label_side(pair, side), id=f"{half} {number} {side}")
                for side in ("high", "low")
            )
            for half in EVIDENCE
            for number, pair in enumerate(load_pairs(half))
        ]
        self.swapped = load_swapped(self.labelled)
        self._swaps = swap(self.labelled)
        self._measured: dict[tuple[str, str], dict[str, float]] = {}
        self._worded = [
            (find_fold(answer), _word(answer))
            for answer in self.labelled
            if answer.sort not in _OFF_TOPIC_SORTS
        ]
        self._matched = self._collect_matched()
        self._wording = [self.fit_wording(fold) for fold in range(_FOLDS)]
        self._match = [self.fit_match(fold) for fold in range(_FOLDS)]

    def fit_wording(self, without: int | None = None) -> dict[str, float]:
        """Return the weights of words, fitted without one fold of trades."""
        return fit_wording([worded for fold, worded in self._worded if fold != without])

    def _collect_matched(self) -> list[tuple[int, Matched]]:
        """Return the answers to which the match is fitted, each with its fold."""
        kept = [each for each in self.labelled if each.ratings["relevance"] >= _MATCHED]
        return [
            (
                find_fold(answer),
                Matched(
                    list_question_terms(answer.question),
                    answer.kind,
                    list_terms(list_answer_stems(_read(answer, answer))),
                ),
            )
            for answer in (*kept, *(answer for sides in self.sides for answer in sides))
        ]

    def fit_match(self, without: int | None = None) -> QuestionMatch:
        """Return what words of answers go with which questions, without one fold of trades."""
        return fit_match([matched for fold, matched in self._matched if fold != without])

    def measure(self, answer: LabelledAnswer, asked: LabelledAnswer) -> dict[str, float]:
        """Return the features of an answer under the question of this or another answer."""
        key = answer.id, asked.question
        if key not in self._measured:
            reading = _read(answer, asked)
            stems, fold = list_answer_stems(reading), find_fold(answer)
            self._measured[key] = measure_features(reading) | {
                WORDING: measure_wording(stems, self._wording[fold]),
                MATCH: measure_match(
                    list_terms(stems),
                    list_question_terms(asked.question),
                    asked.kind,
                    self._match[fold],
                ),
            }
        return self._measured[key]

    def build_rows(self, criterion: str, without: int | None = None) -> list[Row]:
        """Return the rows for the fit of a criterion, without one fold of trades."""
        return [
            Row(
                self.measure(answer, answer),
                answer.kind,
                answer.ratings[criterion],
                answer.is_early,
                is_exercise=answer.id not in self._held,
                weight=_INTERVIEW_WEIGHT if answer.id in self._held else 1.0,
            )
            for answer in self.labelled
            if find_fold(answer) != without and answer.sort not in _CAPPED_SORTS
        ]

    def build_asked_rows(self, without: int | None = None) -> list[AskedRow]:
        """Return the rows for the fit of whether an answer is about what was asked.

        Those of good answers, of the same ones under other questions, and of those that readers
        rated under other questions or found to be beside their own.
        """
        rated = [answer for answer in self.labelled if is_good(answer) or is_beside(answer)]
        rated += self.swapped
        pairs = [(answer, answer, answer.ratings["relevance"]) for answer in rated]
        pairs += [(answer, asked, 0.0) for answer, asked in self._swaps]
        return [
            AskedRow(self.measure(answer, asked), asked.kind, relevance >= _ON_SUBJECT)
            for answer, asked, relevance in pairs
            if find_fold(answer) != without and not OFF_SUBJECT < relevance < _ON_SUBJECT
        ]

    def compute_elsewhere(self, without: int | None = None) -> dict[str, float]:
        """Return by criterion what readers gave to answers about something else, on average.

        Of those that have to do with the question, as people mostly tell such stories.
        """
        strange = [
            answer
            for answer in self.swapped
            if find_fold(answer) != without
            and _TOUCHES <= answer.ratings["relevance"] <= OFF_SUBJECT
        ]
        return {
            name: round(sum(answer.ratings[name] for answer in strange) / len(strange), 2)
            for name in WEIGHTS
        }

    def fit_model(self, without: int | None = None) -> dict[str, Any]:
        """Fit everything that `weights.toml` holds, without one fold of trades."""
        contrasts = self.build_contrasts(without)
        fits = {
            criterion: fit_criterion(criterion, self.build_rows(criterion, without), contrasts)
            for criterion in WEIGHTS
        }
        intercepts, weights = fit_odds(self.build_asked_rows(without))
        return {
            "means": self.compute_means(),
            "elsewhere": self.compute_elsewhere(without),
            "intercepts": {QUESTION: intercepts}
            | {name: fit.intercepts for name, fit in fits.items()},
            "weights": {QUESTION: weights} | {name: fit.weights for name, fit in fits.items()},
        }

    def build_contrasts(self, without: int | None = None) -> list[Contrast]:
        """Return the pairs of answers for the fit of any criterion, without one fold of trades."""
        kept = [answer for answer in self.labelled if find_fold(answer) != without]
        by_id = {answer.id: answer for answer in kept}
        pairs = [
            (answer, by_id[answer.id.removesuffix("a") + "b"], _PAIR_WEIGHT)
            for answer in kept
            if answer.sort == "pair-faulty"
        ]
        pairs += [
            (
                replace(answer, id=f"{answer.id} spoilt", answer=spoil(answer.answer)),
                answer,
                _SPOILT_WEIGHT,
            )
            for place, answer in enumerate(self.labelled)
            if place % _SPOILT_STEP == 0 and answer in kept and answer.sort not in _CAPPED_SORTS
        ]
        contrasts = [self._contrast(first, second, 0.0, weight) for first, second, weight in pairs]
        for high, low in self.sides:
            if find_fold(high) != without:
                contrasts.append(self._contrast(high, low, _EVIDENCE_GAP, _EVIDENCE_WEIGHT))
        return contrasts

    def _contrast(
        self, first: LabelledAnswer, second: LabelledAnswer, gap: float, weight: float
    ) -> Contrast:
        left, right = self.measure(first, first), self.measure(second, second)
        return Contrast(left, right, first.kind, gap, weight)

    def compute_means(self) -> dict[str, float]:
        """Return the mean of each feature over the answers under their own questions."""
        measured = [self.measure(answer, answer) for answer in self.labelled]
        return {
            name: round(sum(row[name] for row in measured) / len(measured), 3) for name in FEATURES
        }

    def rate_left_out(self) -> dict[str, dict[str, float]]:
        """Return, by id, the estimates for each answer by a fit without its fold of trades."""
        estimates = {}
        pairs = [answer for sides in self.sides for answer in sides]
        pairs += self.swapped
        for fold in range(_FOLDS):
            model = self.fit_model(fold)
            for answer in (*self.labelled, *pairs):
                if find_fold(answer) == fold:
                    features = self.measure(answer, answer)
                    estimates[answer.id] = {
                        name: max(0.0, min(5.0, estimate_by(model, name, answer.kind, features)))
                        for name in WEIGHTS
                    }
        return estimates


def find_fold(answer: LabelledAnswer) -> int:
    """Return the fold of an answer; those of one trade share it."""
    return crc32(answer.trade.encode()) % _FOLDS


def _read(answer: LabelledAnswer, asked: LabelledAnswer) -> AnswerReading:
    return read_answer(*create_exchange(asked, answer.answer))


def _word(answer: LabelledAnswer) -> WordedAnswer:
    return WordedAnswer(
        stems=list_answer_stems(_read(answer, answer)),
        trade=answer.trade,
        group=(answer.kind, answer.is_early),
        rating=compute_score(answer.ratings),
    )
