"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from interview_cli.answers.criteria import (
    MIN_PRAISED_RATING,
    WEIGHTS,
    find_asked,
    find_general_weakness,
    leave_out_unasked,
    weigh_ratings,
)
from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.sentences import count_hesitations
from interview_cli.coach.base import Facts, Judgement, Point, Review
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.features.base import Feature
from interview_cli.coach.offline.features.measures import find_general_sentences
from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.coach.offline.ratings import RatedAnswer, rate_answer
from interview_cli.english.foreign import is_foreign
from interview_cli.models import Ratings
from interview_cli.requirements.coverage import GivenAnswer, map_requirements
from interview_cli.text import join_list, shorten

COACH_NAME = "offline"
EARNED = 4
"""A strength is a criterion rated this or above."""
WEAK = 2
"""A weakness is a criterion rated this or below."""

_HIGHEST = 5
_PERFECT = "I found nothing that is missing. Say it aloud, and aim for two minutes or less."
_LEADS = (
    "{name} holds it back: {why}.",
    "You can gain most in {lower}: {why}.",
    "Work on {lower}: {why}.",
    "Its weak side is {lower}: {why}.",
)
_QUOTED_CHARS = 90


def review_answers(facts: Facts) -> Review:
    """Judge every answer and find what they share; the same facts give the same review."""
    rated = [rate_answer(exchange, facts) for exchange in facts.exchanges]
    foreign = [answer for answer in rated if is_foreign(answer.exchange.answer)]
    answered = [
        answer for answer in rated if not (answer in foreign or _is_non_answer(answer, facts))
    ]
    strengths = _find_strengths(
        [answer for answer in answered if _read_rating(answer, "relevance") >= MIN_PRAISED_RATING]
    )
    weaknesses = _find_weaknesses(
        answered, praised={strength.quote for strength in strengths if strength.quote}
    )
    return Review(
        judgements=tuple(_judge_answers(rated)),
        strengths=tuple(strengths),
        weaknesses=tuple(weaknesses),
        cv_improvements=tuple(_suggest_cv_improvements(facts, answered)),
        summary=_summarise(rated, answered, len(foreign)),
        coach=COACH_NAME,
        model=None,
    )


def _is_non_answer(answer: RatedAnswer, facts: Facts) -> bool:
    exchange = answer.exchange
    documents = (facts.cv_text, facts.job_text)
    return exchange.skipped or bool(
        explain_non_answer(exchange.answer, exchange.question.content, documents)
    )


def _judge_answers(rated: Sequence[RatedAnswer]) -> Iterator[Judgement]:
    """Yield a judgement of each answer, with the praise that was given least so far."""
    given: Counter[str] = Counter()
    for answer in rated:
        asked = find_asked(answer.exchange.question.kind)
        highest = max(_read_rating(answer, name) for name in asked)
        best = min(
            (name for name in asked if _read_rating(answer, name) == highest),
            key=lambda name: given[_choose_praise(answer, name)[0]],
        )
        given[_choose_praise(answer, best)[0]] += 1
        yield _judge_answer(answer, best)


def _judge_answer(answer: RatedAnswer, best: str) -> Judgement:
    if is_foreign(answer.exchange.answer):
        return _leave_unrated(answer.exchange.number)
    asked = find_asked(answer.exchange.question.kind)
    worst = min(asked, key=lambda name: _read_rating(answer, name))
    praise, proof = _choose_praise(answer, best)
    has_strength = _read_rating(answer, best) >= EARNED
    has_weakness = _read_rating(answer, worst) < EARNED
    parts = []
    if has_strength:
        strengths = answer.describe_strengths(best)
        parts.append(f"{praise}: you {strengths}." if strengths else f"{praise}.")
    if has_weakness:
        parts.append(_describe_weakness(answer, worst))
    if answer.is_unclear and worst != "relevance":
        parts.append("I could not tell how it answers the question.")
    return Judgement(
        number=answer.exchange.number,
        ratings=leave_out_unasked(answer.ratings, answer.exchange.question.kind),
        reasons=answer.reasons,
        comment=" ".join(parts),
        evidence=next(iter(proof), None),
        next_time=_suggest_next_step(answer, worst) if _can_gain(answer, worst) else _PERFECT,
    )


def _can_gain(answer: RatedAnswer, criterion: str) -> bool:
    """Return whether a criterion is weak, or something is known that would raise it."""
    rating = _read_rating(answer, criterion)
    return rating < EARNED or (rating < _HIGHEST and bool(answer.criteria[criterion].faults))


def _leave_unrated(number: int) -> Judgement:
    return Judgement(
        number=number,
        ratings=Ratings(**dict.fromkeys(WEIGHTS)),
        reasons={},
        comment="This answer is not in English. The offline coach reads only English, so it kept "
        "the answer and did not rate it.",
        evidence=None,
        next_time="Answer in English, or practise with a language model, which reads yours.",
    )


def _describe_weakness(answer: RatedAnswer, criterion: str) -> str:
    fault, weakness = answer.describe_fault(criterion), _find_weakness(answer, criterion)[0]
    why = f"you {fault}" if fault else weakness[:1].lower() + weakness[1:]
    # Vary the wording from answer to answer.
    lead = _LEADS[answer.exchange.number % len(_LEADS)]
    return lead.format(name=criterion.capitalize(), lower=criterion, why=why)


def _read_rating(answer: RatedAnswer, criterion: str) -> int:
    return answer.criteria[criterion].rating


def _find_worst_fault(answer: RatedAnswer, criterion: str) -> Feature | None:
    return next(iter(answer.criteria[criterion].faults), None)


def _find_weakness(answer: RatedAnswer, criterion: str) -> tuple[str, str]:
    """Return what is weak in an answer, and the question that asks for it."""
    fault = _find_worst_fault(answer, criterion)
    if fault:
        return fault.weakness, fault.next_question
    return find_general_weakness(criterion, answer.exchange.question.kind)


def _suggest_next_step(answer: RatedAnswer, criterion: str) -> str:
    """Return the question that asks for what is missing, with the sentence where it is missing."""
    fault = _find_worst_fault(answer, criterion)
    question = _find_weakness(answer, criterion)[1]
    sentences = fault.felt_in(answer.reading) if fault else ()
    if not sentences:
        return question
    return f"You say “{shorten(sentences[0], _QUOTED_CHARS).rstrip('.!?')}”. {question}"


def _choose_praise(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]]:
    """Return the praise of an answer for a criterion, and the sentences that prove it, the longest
    first; without proof, the last praise and all sentences."""
    praises = [
        praise
        for feature in FEATURES.values()
        for praise in feature.praises
        if praise.criterion == criterion
    ]
    for praise in praises:
        proof = praise.shown_in(answer.reading)
        if proof:
            return praise.text, tuple(sorted(proof, key=len, reverse=True))
    return praises[-1].text, answer.elements.sentences


def _find_weak_sentences(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]]:
    """Return the weakness of an answer in a criterion, and the sentences where it is felt."""
    fault = _find_worst_fault(answer, criterion)
    sentences = (
        (fault.felt_in(answer.reading) if fault else ())
        or answer.elements.empty
        or find_general_sentences(answer.reading)
        or answer.reading.select(
            lambda sentence: not (sentence.numbers or sentence.names or sentence.acts)
        )
        or answer.elements.sentences
    )
    # The others are quoted if these were praised.
    everything = dict.fromkeys([*sentences, *answer.elements.sentences])
    return _find_weakness(answer, criterion)[0], tuple(everything)


def _find_strengths(answered: list[RatedAnswer]) -> list[Point]:
    """Return what answers are praised for, the most frequent first."""
    return _collect_points(
        answered, _choose_praise, lambda rating: rating >= EARNED, best_first=True
    )


def _find_weaknesses(answered: list[RatedAnswer], praised: set[str]) -> list[Point]:
    """Return what is weak in answers, the most frequent first. No praised line shows it."""
    return _collect_points(
        answered,
        _find_weak_sentences,
        lambda rating: rating <= WEAK,
        best_first=False,
        taken=praised,
    )


def _collect_points(
    answered: list[RatedAnswer],
    describe: Callable[[RatedAnswer, str], tuple[str, tuple[str, ...]]],
    counts: Callable[[int], bool],
    *,
    best_first: bool,
    taken: set[str] | None = None,
) -> list[Point]:
    """Return the most frequent things that answers have in common.

    Together the points quote as many different answers as possible, and no sentence of `taken`;
    without `taken`, a sentence may come twice.
    """
    groups: dict[str, dict[int, tuple[str, ...]]] = {}
    criterion_of: dict[str, str] = {}
    for name in WEIGHTS:
        for answer in sorted(answered, key=lambda a: _rank(a, name), reverse=best_first):
            is_asked = name in find_asked(answer.exchange.question.kind)
            if is_asked and counts(_read_rating(answer, name)):
                text, sentences = describe(answer, name)
                criterion_of.setdefault(text, name)
                groups.setdefault(text, {}).setdefault(answer.exchange.number, sentences)
    patterns = _vary(groups, criterion_of)
    quoted = _match_distinct([list(answers) for _, answers in patterns])
    used: set[str | None] = set(taken or ())
    points = []
    for (text, answers), first in zip(patterns, quoted, strict=True):
        quotes = [(number, quote) for number in (first, *answers) for quote in answers[number]]
        free = next((pair for pair in quotes if pair[1] not in used), None)
        number, quote = free or (quotes[0] if taken is None else (first, None))
        used.add(quote)
        points.append(Point(text + _list_answers(list(answers)), number, quote))
    return points


def _vary(
    groups: dict[str, dict[int, tuple[str, ...]]], criterion_of: dict[str, str]
) -> list[tuple[str, dict[int, tuple[str, ...]]]]:
    """Order groups by how many answers each has that no group before it has; then by criterion.

    So the first ones speak of as many answers as possible.
    """
    ordered: list[tuple[str, dict[int, tuple[str, ...]]]] = []
    rest, seen, criteria = dict(groups), set[int](), set[str]()
    while rest:
        best = max(
            rest,
            key=lambda text: (
                len(rest[text].keys() - seen),
                criterion_of[text] not in criteria,
                len(rest[text]),
            ),
        )
        seen |= rest[best].keys()
        criteria.add(criterion_of[best])
        ordered.append((best, rest.pop(best)))
    return ordered


def _match_distinct(choices: Sequence[Sequence[int]]) -> list[int]:
    """Choose a number from each row so that as many as possible differ, earlier rows first.

    A bipartite matching by augmenting paths (Kuhn 1955).
    """
    row_of: dict[int, int] = {}

    def can_place(row: int, tried: set[int]) -> bool:
        for number in choices[row]:
            if number not in tried:
                tried.add(number)
                if number not in row_of or can_place(row_of[number], tried):
                    row_of[number] = row
                    return True
        return False

    for row in range(len(choices)):
        can_place(row, set())
    number_of = {row: number for number, row in row_of.items()}
    return [number_of.get(row, numbers[0]) for row, numbers in enumerate(choices)]


def _rank(answer: RatedAnswer, criterion: str) -> tuple[int, int]:
    return _read_rating(answer, criterion), weigh_ratings(answer.ratings)


def _list_answers(numbers: list[int]) -> str:
    word = "answer" if len(numbers) == 1 else "answers"
    return f" ({word} {join_list(list(map(str, sorted(numbers))))})"


def _suggest_cv_improvements(facts: Facts, answered: list[RatedAnswer]) -> list[str]:
    told_answers = [
        GivenAnswer(each.number, each.question.kind, each.question.topic, each.answer)
        for each in (answer.exchange for answer in answered)
    ]
    return suggest_improvements(
        map_requirements(facts.job_text, facts.cv_text, told_answers), facts.cv_text
    )


def _summarise(
    rated: list[RatedAnswer],
    answered: list[RatedAnswer],
    foreign_count: int,
) -> str:
    made = (
        "This review was made by rules on this machine, not by a person or a language model. They "
        "see whether an answer is concrete, complete and your own, not whether it is true or wise."
    )
    if not answered:
        return f"None of the {len(rated)} answers could be rated as an answer. {made}"
    means = {
        name: sum(_read_rating(answer, name) for answer in answered) / len(answered)
        for name in WEIGHTS
    }
    best = max(means, key=lambda name: means[name])
    worst = min(means, key=lambda name: means[name])
    unsure = sum(count_hesitations(answer.exchange.answer) for answer in answered)
    if unsure:
        made += f" Hesitation words ({unsure} here) count for nothing."
    none = len(rated) - len(answered) - foreign_count
    missing = f"{none} of {len(rated)} answers could not be rated" if none else ""
    if none:
        missing += " (skipped, or a non-answer)."
    if foreign_count:
        missing += (
            f" {foreign_count} of {len(rated)} answers could not be rated, because this coach "
            "reads only English."
        )
    balance = (
        f"Your answers are strongest in {best} and have most to gain in {worst}."
        if means[best] > means[worst]
        else f"Your answers have the same mean in all five criteria: {means[best]:.1f} of 5."
    )
    return " ".join(filter(None, [_suggest_beginning(answered), balance, missing.strip(), made]))


def _suggest_beginning(answered: list[RatedAnswer]) -> str:
    """Return the advice to begin with: what helps the weakest answer; empty if none is weak."""
    weakest = min(answered, key=lambda answer: weigh_ratings(answer.ratings))
    asked = find_asked(weakest.exchange.question.kind)
    worst = min(asked, key=lambda name: _read_rating(weakest, name))
    if _read_rating(weakest, worst) >= EARNED:
        return ""
    step = _find_weakness(weakest, worst)[1]
    return f"Begin with answer {weakest.exchange.number}, the weakest: {step}"
