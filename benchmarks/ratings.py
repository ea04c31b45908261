"""How far the offline coach's ratings agree with those of two readers, beside mere length.

Spearman's rank correlation of scores; clear pairs (two points of five apart for the readers) in the
right order; scores within one point of five. Run it with `make bench`; `--worst` prints the ten
answers of the tuning half that are farthest off.
"""

import sys
from datetime import UTC, datetime
from itertools import combinations

from benchmarks.answers import HALVES, Labelled, answers
from interview_cli.answers.criteria import WEIGHTS, capped
from interview_cli.answers.non_answers import MAX_RATING, non_answer
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.ratings import rate
from interview_cli.english.words import tokens
from interview_cli.models import Question, Ratings
from interview_cli.vocabulary import Level, QuestionKind

_LEVELS = {"apprentice": "junior", "entry": "junior", "director": "executive"}
_CLEAR = 2.0
_WORST = 10
_NOW = datetime(2026, 11, 22, tzinfo=UTC)


def question(kind: QuestionKind, content: str, topic: str = "") -> Question:
    """A question, asked at no time in particular."""
    return Question(content=content, timestamp=_NOW, kind=kind, topic=topic)


def facts(*exchanges: Exchange, title: str, level: Level, job: str, **others: str) -> Facts:
    """What the offline coach may go by; `others` are the `seed`, `company_name` and `cv_text`."""
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


def asked(one: Labelled, answer: str) -> tuple[Exchange, Facts]:
    """An answer under the question of a rated one."""
    exchange = Exchange(1, question(one.kind, one.question), answer, skipped=False)
    level = _LEVELS.get(one.level, one.level)
    title = one.role.split(" at ")[0].split(",")[0]
    return exchange, facts(exchange, title=title, level=level, job=one.role)


def rated(one: Labelled) -> Ratings:
    """What the program gives an answer, capped where it is none."""
    ratings = rate(*asked(one, one.answer)).ratings
    is_none = non_answer(one.answer, one.question, (one.role,))
    return capped(ratings, MAX_RATING) if is_none else ratings


def score(ratings: dict[str, float]) -> float:
    """Weighted mean, 0 to 5."""
    return sum(weight * ratings[name] for name, weight in WEIGHTS.items()) / 100


def ranks(values: list[float]) -> list[float]:
    """Ranks, equal values sharing the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            found[place] = (start + end) / 2
        start = end + 1
    return found


def spearman(one: list[float], other: list[float]) -> float:
    """Spearman's rank correlation."""
    a, b = ranks(one), ranks(other)
    mean = (len(a) - 1) / 2
    product = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread = [sum((x - mean) ** 2 for x in values) for values in (a, b)]
    return product / (spread[0] * spread[1]) ** 0.5


def ordered(labels: list[float], given: list[float]) -> float:
    """The share of clear pairs that are in the right order; a tie is not."""
    pairs = [
        (given[i] - given[j]) * (labels[i] - labels[j]) > 0
        for i, j in combinations(range(len(labels)), 2)
        if abs(labels[i] - labels[j]) >= _CLEAR
    ]
    return sum(pairs) / len(pairs)


def measured(name: str, found: list[Labelled], made: list[dict[str, float]]) -> str:
    """How well ratings agree with those of the readers, in two lines."""
    labels = [score(one.ratings) for one in found]
    given = [score(ratings) for ratings in made]
    length = [float(len(tokens(one.answer))) for one in found]
    near = sum(abs(a - b) <= 1 for a, b in zip(labels, given, strict=True)) / len(found)
    each = (
        f"{name} {spearman([one.ratings[name] for one in found], [r[name] for r in made]):.2f}"
        for name in WEIGHTS
    )
    return (
        f"{name:9} Spearman {spearman(labels, given):.2f} (length alone "
        f"{spearman(labels, length):.2f}), clear pairs in order {ordered(labels, given):.2f} "
        f"(length {ordered(labels, length):.2f}), within one point {near:.2f}, of {len(found)}\n"
        f"{'':9} by criterion: {', '.join(each)}"
    )


def main() -> None:
    for half in HALVES:
        found = answers(half)
        made = [rated(one).model_dump() for one in found]
        print(measured(half, found, made))
        if half == "tuning" and "--worst" in sys.argv:
            worst(found, made)


def worst(found: list[Labelled], made: list[dict[str, float]]) -> None:
    """Prints the answers that are farthest off."""
    pairs = sorted(
        zip(found, made, strict=True), key=lambda e: -abs(score(e[0].ratings) - score(e[1]))
    )
    for one, ratings in pairs[:_WORST]:
        print(f"\n{one.id} {one.kind} [{one.sort}] {score(one.ratings):.2f} {one.ratings}")
        print(f"   ours {score(ratings):.2f} {ratings}\n   Q: {one.question}\n   A: {one.answer}")


if __name__ == "__main__":
    main()
