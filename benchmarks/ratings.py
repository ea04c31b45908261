"""Measure how well the offline coach's ratings, or length alone, agree with readers' ratings.

It prints Spearman's rank correlation of scores, the share of clear pairs (two points of five apart
for the readers) in the right order, and the share of scores within one point of five. `make bench`
runs it; with `--worst` it prints the ten tuning answers with the largest errors.
"""

import sys
from collections import defaultdict
from datetime import UTC, datetime
from itertools import combinations
from statistics import mean

from benchmarks.answers import HALVES, LabelledAnswer, load_answers
from interview_cli.answers.criteria import WEIGHTS, cap_ratings
from interview_cli.answers.non_answers import MAX_NON_ANSWER_RATING, explain_non_answer
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.english.words import tokenize
from interview_cli.models import Question, Ratings
from interview_cli.vocabulary import Level, QuestionKind

_LEVELS = {"apprentice": "junior", "entry": "junior", "director": "executive"}
_CLEAR_GAP = 2.0
_WORST_COUNT = 10
_NOW = datetime(2026, 11, 22, tzinfo=UTC)


def create_question(kind: QuestionKind, content: str, topic: str = "") -> Question:
    return Question(content=content, timestamp=_NOW, kind=kind, topic=topic)


def create_facts(*exchanges: Exchange, title: str, level: Level, job: str, **others: str) -> Facts:
    """Return facts for the offline coach; `others` are `seed`, `company_name`, `cv_text`."""
    known = {"seed": "s", "company_name": "", "cv_text": ""} | others
    return Facts(
        fence="0" * 16,
        job_title=title,
        language="en",
        focus="mixed",
        level=level,
        max_questions=8,
        job_text=job,
        exchanges=exchanges,
        **known,
    )


def create_exchange(labelled: LabelledAnswer, answer: str) -> tuple[Exchange, Facts]:
    """Put an answer under the question of a rated answer."""
    question = create_question(labelled.kind, labelled.question)
    exchange = Exchange(1, question, answer, skipped=False)
    level = _LEVELS.get(labelled.level, labelled.level)
    title = labelled.role.split(" at ")[0].split(",")[0]
    return exchange, create_facts(exchange, title=title, level=level, job=labelled.role)


def rate_labelled(labelled: LabelledAnswer) -> Ratings:
    """Rate an answer as the program does, with its cap for non-answers."""
    ratings = rate_answer(*create_exchange(labelled, labelled.answer)).ratings
    is_capped = explain_non_answer(labelled.answer, labelled.question, (labelled.role,))
    return cap_ratings(ratings, MAX_NON_ANSWER_RATING) if is_capped else ratings


def compute_score(ratings: dict[str, float]) -> float:
    """Return the weighted mean of ratings, 0 to 5."""
    return sum(weight * ratings[name] for name, weight in WEIGHTS.items()) / 100


def rank(values: list[float]) -> list[float]:
    """Return the rank of each value; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2
        start = end + 1
    return ranks


def correlate_ranks(left: list[float], right: list[float]) -> float:
    """Return Spearman's rank correlation."""
    left_ranks, right_ranks = rank(left), rank(right)
    mean = (len(left) - 1) / 2
    product = sum((x - mean) * (y - mean) for x, y in zip(left_ranks, right_ranks, strict=True))
    spread = [sum((x - mean) ** 2 for x in ranks) for ranks in (left_ranks, right_ranks)]
    return product / (spread[0] * spread[1]) ** 0.5


def share_in_order(labels: list[float], given: list[float]) -> float:
    """Return the share of clear pairs in the right order; a tie counts as wrong."""
    pairs = [
        (given[i] - given[j]) * (labels[i] - labels[j]) > 0
        for i, j in combinations(range(len(labels)), 2)
        if abs(labels[i] - labels[j]) >= _CLEAR_GAP
    ]
    return sum(pairs) / len(pairs)


def describe_agreement(
    name: str, labelled: list[LabelledAnswer], given: list[dict[str, float]]
) -> str:
    """Return three lines on how well ratings agree with those of the readers."""
    labels = [compute_score(answer.ratings) for answer in labelled]
    scores = [compute_score(ratings) for ratings in given]
    lengths = [float(len(tokenize(answer.answer))) for answer in labelled]
    near = sum(abs(a - b) <= 1 for a, b in zip(labels, scores, strict=True)) / len(labelled)
    by_criterion = (
        f"{criterion} "
        + format(
            correlate_ranks(
                [answer.ratings[criterion] for answer in labelled],
                [ratings[criterion] for ratings in given],
            ),
            ".2f",
        )
        for criterion in WEIGHTS
    )
    return (
        f"{name:9} Spearman {correlate_ranks(labels, scores):.2f} (length alone "
        f"{correlate_ranks(labels, lengths):.2f}), clear pairs in order "
        f"{share_in_order(labels, scores):.2f} (length {share_in_order(labels, lengths):.2f}), "
        f"within one point {near:.2f}, of {len(labelled)}\n"
        f"{'':9} by criterion: {', '.join(by_criterion)}\n"
        f"{'':9} {_describe_distance(labelled, labels, scores)}"
    )


def _describe_distance(
    labelled: list[LabelledAnswer], labels: list[float], scores: list[float]
) -> str:
    """Return how far scores of 100 are from those of the later readers, of whom it is known."""
    gaps: dict[str, list[float]] = defaultdict(list)
    for answer, label, score in zip(labelled, labels, scores, strict=True):
        if not answer.is_early:
            gaps[answer.kind].append(20 * (score - label))
    every = [gap for each in gaps.values() for gap in each]
    if not every:
        return "no answers with later readers"
    by_kind = (f"{kind} {mean(each):+.0f}" for kind, each in sorted(gaps.items()))
    return (
        f"of {len(every)} with later readers: bias {mean(every):+.1f}, mean distance "
        f"{mean(map(abs, every)):.1f}, of 100; bias by kind: {', '.join(by_kind)}"
    )


def main() -> None:
    for half in HALVES:
        labelled = load_answers(half)
        given = [rate_labelled(answer).model_dump() for answer in labelled]
        print(describe_agreement(half, labelled, given))
        if half == "tuning" and "--worst" in sys.argv:
            print_worst(labelled, given)


def print_worst(labelled: list[LabelledAnswer], given: list[dict[str, float]]) -> None:
    """Print the answers whose scores are farthest from those of the readers."""
    pairs = sorted(
        zip(labelled, given, strict=True),
        key=lambda pair: -abs(compute_score(pair[0].ratings) - compute_score(pair[1])),
    )
    for answer, ratings in pairs[:_WORST_COUNT]:
        print(
            f"\n{answer.id} {answer.kind} [{answer.sort}] {compute_score(answer.ratings):.2f} "
            f"{answer.ratings}\n   rules {compute_score(ratings):.2f} {ratings}"
            f"\n   Q: {answer.question}\n   A: {answer.answer}"
        )


if __name__ == "__main__":
    main()
