"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from interview_cli.answers.criteria import FORWARD_KINDS, WEIGHTS, weighted_hundredths
from interview_cli.answers.non_answers import non_answer
from interview_cli.answers.sentences import Sentence, hesitations
from interview_cli.answers.star import Elements
from interview_cli.coach.base import Facts, Judgement, Point, Review
from interview_cli.coach.offline.improvements import improvements
from interview_cli.coach.offline.ratings import RatedAnswer, rate
from interview_cli.english.rules import load_toml
from interview_cli.english.words import measures
from interview_cli.requirements.coverage import Told, map_requirements
from interview_cli.text import cut

NAME = "offline"
EARNED = 4
"""A strength is a criterion rated this or above."""
WEAK = 2

_PERFECT = "Nothing is missing here; keep it this short when you say it aloud."
_LEADS = (
    "{name} holds it back: {why}.",
    "Most is to gain in {lower}: {why}.",
    "Work on {lower}: {why}.",
    "Its weak side is {lower}: {why}.",
)
_QUOTED = 90


def review(facts: Facts) -> Review:
    """Judgements and patterns by rules, the same for the same facts."""
    rated = [rate(exchange, facts) for exchange in facts.exchanges]
    said = [answer for answer in rated if not _is_no_answer(answer, facts)]
    return Review(
        judgements=tuple(_judgements(rated)),
        strengths=tuple(_strengths(said)),
        weaknesses=tuple(_weaknesses(said)),
        cv_improvements=tuple(_cv_improvements(facts, said)),
        summary=_summary(rated, said),
        coach=NAME,
        model=None,
    )


def _is_no_answer(answer: RatedAnswer, facts: Facts) -> bool:
    exchange = answer.exchange
    documents = (facts.cv_text, facts.job_text)
    return exchange.skipped or bool(
        non_answer(exchange.answer, exchange.question.content, documents)
    )


def _judgements(rated: Sequence[RatedAnswer]) -> Iterator[Judgement]:
    """A judgement an answer, each with the praise that was given least so far."""
    given: Counter[str] = Counter()
    for answer in rated:
        highest = max(_rating(answer, name) for name in WEIGHTS)
        best = min(
            (name for name in WEIGHTS if _rating(answer, name) == highest),
            key=lambda name: given[_shown(answer, name)[0]],
        )
        given[_shown(answer, best)[0]] += 1
        yield _judgement(answer, best)


def _judgement(answer: RatedAnswer, best: str) -> Judgement:
    worst = min(WEIGHTS, key=lambda name: _rating(answer, name))
    is_good, is_weak = _rating(answer, best) >= EARNED, _rating(answer, worst) < EARNED
    praise, showing = _shown(answer, best)
    parts = [f"{praise}: it {answer.reasons[best].split(', but ')[0]}."] if is_good else []
    if is_weak:
        missed, weakness = _first_missed(answer, worst), _weakness(answer, worst)[0]
        why = f"it {answer.signs[missed].against}" if missed else _small(weakness)
        # Another turn of phrase for each answer.
        lead = _LEADS[answer.exchange.number % len(_LEADS)]
        parts.append(lead.format(name=worst.capitalize(), lower=worst, why=why))
    return Judgement(
        number=answer.exchange.number,
        ratings=answer.ratings,
        reasons=answer.reasons,
        comment=" ".join(parts),
        evidence=next(iter(showing), None),
        next_time=_question(answer, worst) if is_weak else _PERFECT,
    )


def _said() -> dict[str, Any]:
    """What is said of what answers show and miss (`review.toml`)."""
    return load_toml("interview_cli.coach.offline", "review.toml")


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _first_missed(answer: RatedAnswer, criterion: str) -> str | None:
    return next(iter(answer.missed[criterion]), None)


def _weakness(answer: RatedAnswer, criterion: str) -> tuple[str, str]:
    """What is weak in an answer, and the question that asks for it."""
    missed = _first_missed(answer, criterion)
    is_ahead = answer.exchange.question.kind in FORWARD_KINDS
    said = _said()["missed"].get(missed) or (is_ahead and _said()["general_ahead"].get(criterion))
    what, asked = said or _said()["general"][criterion]
    return what, asked


def _rating(answer: RatedAnswer, criterion: str) -> int:
    return int(getattr(answer.ratings, criterion))


def _question(answer: RatedAnswer, criterion: str) -> str:
    """What asks for the thing that is missed, of the sentence where it is missed."""
    asked = _weakness(answer, criterion)[1]
    about = _missing_it(answer.elements, _first_missed(answer, criterion))
    return f"You say “{cut(about[0], _QUOTED).rstrip('.!?')}”. {asked}" if about else asked


def _missing_it(elements: Elements, missed: str | None) -> tuple[str, ...]:
    """The sentences that beg the question for what is missed."""
    return {
        "measured": elements.result,
        "baseline": elements.measured,
        "outcomes": elements.action[-1:],
        "reasons": elements.decisions or elements.action or elements.hoped,
        "amounts": elements.result or elements.action,
        "no_generality": _vague(elements),
        "no_emptiness": elements.empty,
    }.get(missed or "", ())


def _shown(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]]:
    """The praise that an answer earns for a criterion, and the sentences that show it, the most
    telling first."""
    praises = _said()["shown"][criterion]
    for name, praise in praises.items():
        showing = _showing(answer, name)
        if showing:
            return praise, tuple(sorted(showing, key=len, reverse=True))
    return praise, answer.elements.sentences


def _showing(answer: RatedAnswer, name: str) -> tuple[str, ...]:
    elements, told = answer.elements, answer.elements.told
    found = {
        "amounts": lambda: elements.measured or _of(told, lambda one: bool(measures(one.text))),
        "names": lambda: _of(told, lambda one: bool(one.names)),
        "particulars": lambda: elements.concrete or elements.action,
        "ends": lambda: elements.result if elements.situation and elements.action else (),
        "links": lambda: _of(told, lambda one: one.says("links")),
        "own_reasons": lambda: _of(told, lambda one: one.i_count > 0 and one.says("reason")),
        "plans": lambda: _of(told, lambda one: bool(one.planned)),
        "first_person": lambda: _of(told, lambda one: one.i_count > 0),
        "meeting": lambda: elements.concrete or elements.action or elements.hoped,
    }.get(name)
    return found() if found else getattr(elements, name)


def _of(told: Sequence[Sentence], counts: Callable[[Sentence], bool]) -> tuple[str, ...]:
    return tuple(one.text for one in told if counts(one))


def _vague(elements: Elements) -> tuple[str, ...]:
    return _of(elements.told, lambda one: one.says("general") and not one.acts)


def _lacking(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]]:
    """The weakness of an answer in a criterion, and the sentences where it is felt."""
    elements = answer.elements
    felt = (
        _missing_it(elements, _first_missed(answer, criterion))
        or elements.empty
        or _vague(elements)
        or _of(elements.told, lambda one: not (one.numbers or one.names or one.acts))
    )
    return _weakness(answer, criterion)[0], felt or elements.sentences


def _strengths(said: list[RatedAnswer]) -> list[Point]:
    """What several answers earned, the most often earned first."""
    return _points(said, _shown, lambda rating: rating >= EARNED, best_first=True)


def _weaknesses(said: list[RatedAnswer]) -> list[Point]:
    """What several answers miss, the most often missed first."""
    return _points(said, _lacking, lambda rating: rating <= WEAK, best_first=False)


def _points(
    said: list[RatedAnswer],
    told: Callable[[RatedAnswer, str], tuple[str, tuple[str, ...]]],
    counts: Callable[[int], bool],
    *,
    best_first: bool,
) -> list[Point]:
    """A point for each thing that answers have in common, the points together quoting as many
    answers as can be."""
    groups: dict[str, dict[int, tuple[str, ...]]] = {}
    for name in WEIGHTS:
        for answer in sorted(said, key=lambda a: _rank(a, name), reverse=best_first):
            if counts(_rating(answer, name)):
                text, sentences = told(answer, name)
                groups.setdefault(text, {}).setdefault(answer.exchange.number, sentences)
    patterns = sorted(groups.items(), key=lambda entry: -len(entry[1]))
    quoted = _spread([list(answers) for _, answers in patterns])
    taken: set[str] = set()
    points = []
    for (text, answers), number in zip(patterns, quoted, strict=True):
        quotes = answers[number]
        quote = next((one for one in quotes if one not in taken), quotes[0])
        taken.add(quote)
        points.append(Point(text + _where(list(answers)), number, quote))
    return points


def _spread(choices: Sequence[Sequence[int]]) -> list[int]:
    """One of each row's numbers, the rows before first, so that as many as possible differ: a
    matching by augmenting paths (Kuhn 1955)."""
    row_of: dict[int, int] = {}

    def finds_one(row: int, tried: set[int]) -> bool:
        for number in choices[row]:
            if number not in tried:
                tried.add(number)
                if number not in row_of or finds_one(row_of[number], tried):
                    row_of[number] = row
                    return True
        return False

    for row in range(len(choices)):
        finds_one(row, set())
    found = {row: number for number, row in row_of.items()}
    return [found.get(row, numbers[0]) for row, numbers in enumerate(choices)]


def _rank(answer: RatedAnswer, criterion: str) -> tuple[int, int]:
    return getattr(answer.ratings, criterion), weighted_hundredths(answer.ratings)


def _where(numbers: list[int]) -> str:
    places = [str(number) for number in sorted(numbers)]
    if len(places) == 1:
        return f" (answer {places[0]})"
    return f" (answers {', '.join(places[:-1])} and {places[-1]})"


def _cv_improvements(facts: Facts, said: list[RatedAnswer]) -> list[str]:
    told = [
        Told(each.number, each.question.kind, each.question.topic, each.answer)
        for each in (one.exchange for one in said)
    ]
    return improvements(map_requirements(facts.job_text, facts.cv_text, told), facts.cv_text)


def _summary(rated: list[RatedAnswer], said: list[RatedAnswer]) -> str:
    made = (
        "This review was made by rules on this machine, not by a person or a language model. Rules "
        "see whether an answer is concrete, complete and your own; they cannot see whether it is "
        "true, wise or well put."
    )
    if not said:
        return f"None of the {len(rated)} answers could be rated as an answer. {made}"
    means = {
        name: sum(getattr(answer.ratings, name) for answer in said) / len(said) for name in WEIGHTS
    }
    best = max(means, key=lambda name: means[name])
    worst = min(means, key=lambda name: means[name])
    unsure = sum(hesitations(answer.exchange.answer) for answer in said)
    if unsure:
        made += f" Hesitation words ({unsure} here) count for nothing."
    none = len(rated) - len(said)
    missing = f", {none} not (skipped, or no answer)" if none else ""
    balance = (
        f"Your answers are strongest in {best} and have most to gain in {worst}."
        if means[best] > means[worst]
        else f"Your answers stand alike in all five criteria, at {means[best]:.1f} of 5."
    )
    return f"{len(said)} of {len(rated)} answers could be rated{missing}. {balance} {made}"
