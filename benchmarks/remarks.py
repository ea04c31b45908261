"""Measure how often a coach would say what the offline review says: `python -m benchmarks.remarks`.

It prints, of the answers that the weights are fitted to, how much of the advice is what a coach
would give first, how much is sensible and how much false, how much of the praise is deserved and
quotes a sentence that shows it, and how many of the weaknesses are true. `perhaps` is advice on an
answer that is rated low, although it is less likely to help. With `--held-out` it does so of the
answers that are only for measuring. `make bench` runs it.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.marked_answers import PRAISE, MarkedAnswer, load_marked
from benchmarks.remark_fit import find_number
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_choice import NOTHING, Remarks
from interview_cli.coach.offline.remark_texts import word_praise
from interview_cli.coach.offline.review import review_answers
from interview_cli.coach.offline.review_points import word_weak_side
from interview_cli.coach.offline.review_steps import Step, choose_step
from interview_cli.coach.offline.shown_weaknesses import list_shown_weaknesses
from interview_cli.english.words import split_sentences

_MOST_POINTS = 3
_OTHER_ADVICE = ("gap", "question", "when")
"""Of what a question on a paper or a tool asks for and the answer does not say."""


def judge_step(step: Step, marked: MarkedAnswer) -> tuple[str, str]:
    """Return the sort of an advice, and what a coach says of it."""
    if step.is_change:
        sort = "change" if step.is_sure else "perhaps"
        return sort, _judge_codes([step.code] if step.code else _OTHER_ADVICE, marked)
    return "as it is" if step.code else "neutral", _judge_codes([NOTHING], marked)


def judge_weakness(text: str, remarks: Remarks, marked: MarkedAnswer) -> str:
    """Return what a coach says of a weakness: of the codes that mend it, or the likeliest one that
    is worded so."""
    shown = {weakness.text: weakness.codes for weakness in list_shown_weaknesses(remarks)}
    if codes_of_shown := shown.get(text):
        return _judge_codes(codes_of_shown, marked)
    codes = [each.code for each in remarks.advice if each.code != NOTHING]
    worded = [code for code in codes if word_weak_side(remarks, code)[0] == text]
    return _judge_codes(worded[:1] or _OTHER_ADVICE, marked)


def judge_praise(text: str, quote: str, marked: MarkedAnswer) -> str:
    """Return whether a coach finds a praise deserved, and shown by the quote."""
    deserved = [
        code
        for code in PRAISE
        if f"You {word_praise(code, marked.kind)}" == text and code in marked.praise
    ]
    number = find_number(quote, split_sentences(marked.text))
    if any(number in marked.praise[code] for code in deserved):
        return "shown"
    return "deserved" if deserved else "false"


def _judge_codes(codes: Iterable[str], marked: MarkedAnswer) -> str:
    useful = max(marked.rate_advice(code) for code in codes)
    return "best" if useful == 1 else "sensible" if useful else "false"


def describe(answers: Sequence[MarkedAnswer]) -> list[str]:
    """Return how right the remarks on answers are, in words."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for marked in answers:
        exchange, facts = marked.create_exchange()
        remarks = Remarks(rate_answer(exchange, facts))
        sort, judged = judge_step(choose_step(remarks, {}), marked)
        counts[sort][judged] += 1
        review = review_answers(facts)
        (judgement,) = review.judgements
        praise = judgement.comment.partition(".")[0]
        if judgement.evidence:
            counts["praise"][judge_praise(praise, judgement.evidence, marked)] += 1
        for point in review.strengths[:_MOST_POINTS]:
            text = point.text.partition(" (answer")[0]
            counts["strength"][judge_praise(text, point.quote or "", marked)] += 1
        for point in review.weaknesses[:_MOST_POINTS]:
            weakness = point.text.partition(" (answer")[0]
            counts["weakness"][judge_weakness(weakness, remarks, marked)] += 1
    return [_describe_counts(name, each) for name, each in counts.items()]


def _describe_counts(name: str, counts: Counter[str]) -> str:
    shares = ", ".join(f"{how} {n / counts.total():.2f}" for how, n in sorted(counts.items()))
    return f"  {name:10} {counts.total():3}: {shares}"


def describe_readers() -> str:
    """Return how often a second reader shares what the first would say, in words."""
    advice: Counter[str] = Counter()
    praise: Counter[bool] = Counter()
    second = {marked.id: marked for marked in load_marked("second")}
    for marked in load_marked():
        if marked.id in second:
            advice.update(_judge_codes([code], second[marked.id]) for code in marked.best)
            praise.update(code in second[marked.id].praise for code in marked.praise)
    shared = praise[True] / praise.total()
    return f"{_describe_counts('readers', advice)}; praise shared {shared:.2f}"


def main() -> None:
    print(f"a second reader of {len(load_marked('second'))} answers", describe_readers(), sep="\n")
    is_held_out = "--held-out" in sys.argv
    answers = [answer for answer in load_marked() if answer.is_held_out is is_held_out]
    print(f"remarks on {len(answers)} answers", *describe(answers), sep="\n")
    for kind in dict.fromkeys(answer.kind for answer in answers):
        print(kind, *describe([answer for answer in answers if answer.kind == kind]), sep="\n")


if __name__ == "__main__":
    main()
