"""Fit what a coach would say of an answer to coaches' marks: `python -m benchmarks.remark_fit`.

It fits, for each code of advice, how useful a coach finds it (1 if it helps most, a half if it is
sensible), for each code of praise whether an answer deserves it, and which sentences show it, and
writes `remark_weights.toml`. With `--folds` it prints instead what estimates are right when each
fold of interviews and trades is left out; the bounds were chosen there. The held-out answers are
not fitted to.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from benchmarks.marked_answers import ADVICE, PRAISE, MarkedAnswer, load_marked
from benchmarks.regression import ANY, fit_log_odds
from interview_cli.coach.offline import remark_fits
from interview_cli.coach.offline.estimates import add_up, squash
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_features import measure_answer, measure_sentences
from interview_cli.english.words import split_sentences

FILE = Path(remark_fits.__file__).with_name("remark_weights.toml")
BOUNDS = {
    "advice": 0.6,
    "keep": 0.65,
    "weakness": 0.6,
    "praise": 0.84,
    "only_praise": 0.65,
    "quote": 0.35,
}
"""The least estimates of remarks that are made: how likely they are right."""
_ADVICE_PENALTY, _PRAISE_PENALTY, _SENTENCE_PENALTY = 50.0, 30.0, 30.0
_FOLDS = 10
_NEWTON_STEPS = 20
_HEADER = """\
# Generated from coaches' marks by `python -m benchmarks.remark_fit`: do not edit.
# A line holds the weights of a feature of `remark_features.py`, in the order of the codes.
"""

Fitted = tuple[float, dict[str, float]]


class Row(NamedTuple):
    """A marked answer as the fit uses it."""

    marked: MarkedAnswer
    features: dict[str, float]
    sentences: list[tuple[str, dict[str, float]]]
    numbers: list[int]
    """Of each sentence, the number by which the marks name it; 0 if they cannot."""


def measure_rows(answers: Iterable[MarkedAnswer]) -> list[Row]:
    rows = []
    for marked in answers:
        answer = rate_answer(*marked.create_exchange())
        sentences = measure_sentences(answer.reading)
        written = split_sentences(marked.text)
        numbers = [find_number(text, written) for text, _ in sentences]
        rows.append(Row(marked, measure_answer(answer), sentences, numbers))
    return rows


def find_number(quote: str, written: Sequence[str]) -> int:
    """Return the number of the sentence that a quote is from, from 1; 0 if there is none."""
    bare = quote.strip(" .!?")
    return next((n for n, text in enumerate(written, 1) if bare in text or text in quote), 0)


def fit_advice(rows: Sequence[Row], code: str) -> tuple[Fitted, float]:
    """Return intercept and weights of how likely an advice is sensible, and what the log odds of
    helping most add to these."""
    _, weights = _fit(rows, lambda row: row.marked.rate_advice(code), _ADVICE_PENALTY)
    totals = [add_up(0.0, weights, row.features) for row in rows]
    rated = [row.marked.rate_advice(code) for row in rows]
    sensible = _fit_intercept(totals, [rate > 0 for rate in rated])
    best = _fit_intercept(totals, [rate == 1 for rate in rated])
    return (round(sensible, 2), weights), round(best - sensible, 2)


def fit_praise(rows: Sequence[Row], code: str) -> Fitted:
    return _fit(rows, lambda row: float(code in row.marked.praise), _PRAISE_PENALTY)


def fit_sentence(rows: Sequence[Row], code: str) -> Fitted:
    """Return intercept and weights of how likely a sentence shows a praise that is deserved."""
    shown = [
        (features, float(number in row.marked.praise[code]))
        for row in rows
        if code in row.marked.praise
        for (_, features), number in zip(row.sentences, row.numbers, strict=True)
    ]
    features, labels = zip(*shown, strict=True)
    directions = dict.fromkeys(features[0], ANY)
    return _round(fit_log_odds(features, labels, directions, _SENTENCE_PENALTY))


def _fit(rows: Sequence[Row], rate: Callable[[Row], float], penalty: float) -> Fitted:
    directions = dict.fromkeys(rows[0].features, ANY)
    features = [row.features for row in rows]
    return _round(fit_log_odds(features, [rate(row) for row in rows], directions, penalty))


def _round(fitted: Fitted) -> Fitted:
    intercept, weights = fitted
    return round(intercept, 2), {name: round(weight, 2) for name, weight in weights.items()}


def _fit_intercept(totals: Sequence[float], labels: Sequence[bool]) -> float:
    """Return what totals need to become log odds of the labels, by Newton's method."""
    right = sum(labels) + 0.5
    shift = log(right / (len(labels) + 1 - right))
    for _ in range(_NEWTON_STEPS):
        shares = [squash(total + shift) for total in totals]
        spread = sum(share * (1 - share) for share in shares) + 0.1
        shift += max(-1.0, min(1.0, (sum(labels) - sum(shares)) / spread))
    return shift


def format_weights(rows: Sequence[Row]) -> str:
    """Fit everything, and return the content of `remark_weights.toml`."""
    advice = {code: fit_advice(rows, code) for code in ADVICE}
    bests = " ".join(str(best) for _, best in advice.values())
    return "\n".join(
        [
            _HEADER,
            "# The least estimates, 0 to 1, of remarks that are made.",
            "[bounds]",
            *(f"{name} = {bound}" for name, bound in BOUNDS.items()),
            "",
            "# `best` leads from the log odds of being sensible to those of helping most.",
            *_format_table("advice", {code: fit for code, (fit, _) in advice.items()}, bests),
            "",
            *_format_table("praise", {code: fit_praise(rows, code) for code in PRAISE}),
            "",
            *_format_table("sentence", {code: fit_sentence(rows, code) for code in PRAISE}),
            "",
        ]
    )


def _format_table(name: str, fits: Mapping[str, Fitted], bests: str = "") -> list[str]:
    features = next(iter(fits.values()))[1]
    return [
        f"[{name}]",
        f'codes = "{" ".join(fits)}"',
        f'intercepts = "{_join(intercept for intercept, _ in fits.values())}"',
        *([f'best = "{bests}"'] if bests else []),
        f"[{name}.weights]",
        *(
            f'{feature} = "{_join(weights[feature] for _, weights in fits.values())}"'
            for feature in features
        ),
    ]


def _join(values: Iterable[float]) -> str:
    return " ".join(format(value, "g").replace("0.", ".") for value in values)


def main() -> None:
    rows = measure_rows(answer for answer in load_marked() if not answer.is_held_out)
    if "--folds" in sys.argv:
        _print_folds(rows)
    else:
        FILE.write_text(format_weights(rows), "utf-8")


def _print_folds(rows: Sequence[Row]) -> None:
    """Print for several bounds how many remarks would be made and how many of them are wrong."""
    chosen: list[tuple[float, str, float]] = []
    praised: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        kept = [row for row in rows if row.marked.fold != fold]
        left_out = [row for row in rows if row.marked.fold == fold]
        advice = {code: fit_advice(kept, code) for code in ADVICE}
        praise = {code: fit_praise(kept, code) for code in PRAISE}
        for row in left_out:
            chosen.append(_choose(row, advice))
            praised += [
                (squash(add_up(*fit, row.features)), code in row.marked.praise)
                for code, fit in praise.items()
            ]
    for bound in (0.0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        counts = Counter(
            (code == "nothing", right) for estimate, code, right in chosen if estimate >= bound
        )
        for is_nothing in (False, True):
            total = sum(n for (other, _), n in counts.items() if other is is_nothing)
            shares = {right: counts[is_nothing, right] / max(1, total) for right in (1.0, 0.5, 0.0)}
            print(f"advice {bound} {'nothing' if is_nothing else 'change'} {total} {shares}")
    for bound in (0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        given = [right for estimate, right in praised if estimate >= bound]
        print(f"praise {bound} {len(given)} false {1 - sum(given) / len(given):.3f}")


def _choose(row: Row, fits: Mapping[str, tuple[Fitted, float]]) -> tuple[float, str, float]:
    """Return the estimate of the most useful advice, its code, and what the coach says of it."""
    odds = {code: add_up(*fit, row.features) for code, (fit, _) in fits.items()}
    code = max(odds, key=lambda code: squash(odds[code]) + squash(odds[code] + fits[code][1]))
    return squash(odds[code]), code, row.marked.rate_advice(code)


if __name__ == "__main__":
    main()
