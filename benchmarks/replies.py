"""Count which bad replies of a model are refused: `python -m benchmarks.replies [FILE …]`.

Without a file it reads those of `replies/`.

A file has `[[case]]` (id, title, company, ad, cv, earlier, answers), `[[question]]` (case, good,
kind, text) and `[[review]]` (case, good, kind, and strength with quote and number, weakness or
improvement; `other` is the point that a duplicate repeats). In those of PAIRS, `[[pair]]` (case,
repeat, earlier, text) stands for questions. Those of SHORT have all of these, and `[[remark]]`
(case, good, kind, place, text), a sentence of a review. `--print` lists the wrong verdicts.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from interview_cli.coach.base import Exchange, Facts, Point
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.review_check import clean_review
from interview_cli.coach.llm.review_replies import ReviewDraft
from interview_cli.coach.llm.review_texts import TextChecker
from interview_cli.models import PlanSlot, Question
from interview_cli.vocabulary import QuestionKind

_SLOTS: dict[str, QuestionKind] = {
    "behavioural": "behaviour",
    "follow-up": "follow_up",
    "gap": "gap",
    "motivation": "motivation",
    "closing": "closing",
    "repeat": "behaviour",
    "personal": "behaviour",
}
"""The place in the plan at which a kind is asked; `requirement` for the others."""


HALVES = ("tuning", "held_out", "unseen", "tuning_2", "tuning_3", "held_out_5")
PAIRS = ("pairs", "pairs_2")
"""What has pairs of questions beside points of reviews."""
SHORT = ("short_tuning", "short_held_out")
"""Interviews with short documents; they are in no fit."""
_NOT_KEPT = "…"
"""Stands for a question that a file does not have."""
REPLIES = Path(__file__).parent / "replies"


class Verdict(NamedTuple):
    """What the checks made of one reply."""

    part: str
    kind: str
    is_good: bool
    fault: str
    """What is wrong with it; empty if it was accepted as it is."""
    text: str


def main(arguments: list[str]) -> None:
    """Print the counts of a half, or of another file."""
    names = [argument for argument in arguments if argument != "--print"] or [
        *HALVES,
        *PAIRS,
        *SHORT,
    ]
    for name in names:
        path = REPLIES / f"{name}.toml" if name in (*HALVES, *PAIRS, *SHORT) else Path(name)
        verdicts = list(judge_replies(tomllib.loads(path.read_text(encoding="utf-8"))))
        print(path.name)
        for line in _count(verdicts):
            print(line)
        if "--print" in arguments:
            for verdict in verdicts:
                if verdict.is_good == bool(verdict.fault):
                    fault = verdict.fault or "accepted"
                    print(f"{verdict.part} {verdict.kind} [{fault}] {verdict.text}")


def count_refused(data: dict[str, Any]) -> Counter[tuple[str, bool]]:
    """Return how many replies are refused or cleaned, by part and whether they are good."""
    return Counter(
        (verdict.part, verdict.is_good) for verdict in judge_replies(data) if verdict.fault
    )


def judge_replies(data: dict[str, Any]) -> Iterator[Verdict]:
    """Yield a verdict on each question and each point of a file."""
    facts = {case["id"]: parse_case(case) for case in data["case"]}
    for row in data.get("question", []):
        fault = _judge_question(row, facts[row["case"]])
        yield Verdict("question", row.get("kind", "good"), row["good"], fault, row["text"])
    for row in data.get("pair", []):
        fault = _judge_question(row, _ask_earlier(facts[row["case"]], row["earlier"]))
        kind = "repeat" if row["repeat"] else "near"
        yield Verdict("question", kind, not row["repeat"], fault, row["text"])
    for row in data.get("review", []):
        field = next(name for name in ("strength", "weakness", "improvement") if name in row)
        fault = _judge_point(row, field, facts[row["case"]])
        yield Verdict("review", row.get("kind") or "good", row["good"], fault, row[field])
    for row in data.get("remark", []):
        fault = _judge_remark(row, facts[row["case"]])
        yield Verdict("remark", row.get("kind", "good"), row["good"], fault, row["text"])


def parse_case(case: dict[str, Any]) -> Facts:
    """Return the facts of a case."""
    turns = zip_longest(case.get("earlier", []), case["answers"], fillvalue=_NOT_KEPT)
    exchanges = (_make_exchange(number, *turn) for number, turn in enumerate(turns, 1))
    return Facts(
        seed=case["id"],
        fence="0123456789abcdef",
        job_title=case["title"],
        company_name=case.get("company", ""),
        language=case.get("language", "en"),
        focus="mixed",
        level="mid",
        max_questions=8,
        cv_text=case["cv"],
        job_text=case["ad"],
        exchanges=tuple(exchanges),
        year=2026,
    )


def _make_exchange(number: int, question: str, answer: str) -> Exchange:
    asked = Question.model_construct(content=question, kind="behaviour", topic="x")
    return Exchange(number, asked, answer, skipped=False)


def _ask_earlier(facts: Facts, earlier: str) -> Facts:
    """Return the facts after a further question."""
    number = len(facts.exchanges) + 1
    return facts._replace(exchanges=(*facts.exchanges, _make_exchange(number, earlier, "")))


def _judge_question(row: dict[str, Any], facts: Facts) -> str:
    """Return the fault of a question, "cleaned" if something was taken off, or nothing."""
    slot = PlanSlot(kind=_SLOTS.get(row.get("kind", "good"), "requirement"), topic="x")
    check = QuestionCheck(facts, slot)
    cleaned = check.clean(row["text"])
    is_changed = cleaned != row["text"].strip()
    return check.find_fault(cleaned) or (f"cleaned: {cleaned}" if is_changed else "")


def _judge_point(row: dict[str, Any], field: str, facts: Facts) -> str:
    """Return why a point of a review was removed, or nothing."""
    texts = [row[name] for name in ("other", field) if name in row]
    points = [Point(text, row.get("number", 1), row.get("quote")) for text in texts]
    draft = ReviewDraft()
    if field == "strength":
        draft.strengths = points
    elif field == "weakness":
        draft.weaknesses = points
    else:
        draft.cv_improvements = texts
    removed = clean_review(draft, facts)
    left = [point.text for point in (*draft.strengths, *draft.weaknesses)] + draft.cv_improvements
    return "" if row[field] in left else ", ".join(removed)


def _judge_remark(row: dict[str, Any], facts: Facts) -> str:
    """Return why a sentence of a comment, of advice or of a summary was removed, or nothing."""
    answer = None if row["place"] == "summary" else 1
    is_advice = row["place"] == "next_time"
    return ", ".join(TextChecker(facts).clean(row["text"], answer, is_advice=is_advice)[1])


def _count(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield a line for each kind, bad ones first, and one for each sum."""
    total: Counter[tuple[str, bool, str]] = Counter()
    refused: Counter[tuple[str, bool, str]] = Counter()
    for verdict in verdicts:
        for kind in (verdict.kind, "all"):
            total[verdict.part, verdict.is_good, kind] += 1
            refused[verdict.part, verdict.is_good, kind] += bool(verdict.fault)
    for key in sorted(total):
        part, is_good, kind = key
        quality = "good" if is_good else "bad"
        yield f"{part:9}{quality:5}{kind:15}{refused[key]:3} of {total[key]:3} refused or cleaned"


if __name__ == "__main__":
    main(sys.argv[1:])
