"""Find the strengths and weaknesses that the answers of an interview share."""

from collections.abc import Callable, Sequence

from interview_cli.answers.criteria import WEIGHTS, find_asked, weigh_ratings
from interview_cli.coach.base import Point
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.features.base import RAISES
from interview_cli.coach.offline.features.measures import find_general_sentences
from interview_cli.coach.offline.quotable import keep_own
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.told_cases import find_gaps
from interview_cli.text import join_list

EARNED = 4
"""A strength is a criterion rated this or above."""
WEAK = 2
"""A weakness is a criterion rated this or below."""
_FEWEST_QUOTED_WORDS = 3
_GAP = "You say yourself what is missing"


def find_praise(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the praise of an answer for a criterion, and the sentences that prove it, the longest
    first. None if it is not rated so high, or nothing proves a praise."""
    if answer.criteria[criterion].rating < EARNED:
        return None
    for feature in FEATURES.values():
        for praise in feature.praises:
            if praise.criterion == criterion:
                shown = praise.shown_in(answer.reading)
                # "He agreed." ends a story, and proves nothing alone. A question to the employer
                # may answer the last question.
                proof = [
                    sentence
                    for sentence in (shown if answer.reading.is_closing else keep_own(shown))
                    if len(sentence.split()) >= _FEWEST_QUOTED_WORDS
                ]
                if proof:
                    return praise.text, tuple(sorted(proof, key=len, reverse=True))
    return None


def _find_weak_sentences(answer: RatedAnswer, criterion: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the weakness of an answer in a criterion, and the sentences where it is felt, if any.

    None if it is not weak there.
    """
    if answer.criteria[criterion].rating > WEAK or answer.tells_standing:
        return None
    if answer.missed and criterion != "relevance":
        return None  # what it says of something else matters less
    if not answer.missed and (gaps := find_gaps(answer.reading)):
        return _GAP, tuple(gaps)
    if not answer.knows_weakness(criterion):
        return None
    if answer.missed:
        return answer.missed.weakness, answer.elements.sentences
    fault = answer.find_worst_fault(criterion)
    if not fault and criterion not in ("relevance", "specificity"):
        return None  # a low rating alone does not tell what is missing
    felt = fault.felt_in(answer.reading) if fault else ()
    if felt:
        # No other sentence shows it, if these were praised.
        return answer.find_weakness(criterion)[0], tuple(felt)
    if fault and fault.direction == RAISES:
        return answer.find_weakness(criterion)[0], ()  # no sentence shows what is missing
    sentences = (
        answer.elements.empty
        or find_general_sentences(answer.reading)
        or answer.reading.select(
            lambda sentence: not (sentence.numbers or sentence.names or sentence.acts)
        )
        or answer.elements.sentences
    )
    # The others are quoted if these were praised.
    everything = dict.fromkeys([*sentences, *answer.elements.sentences])
    return answer.find_weakness(criterion)[0], tuple(everything)


def find_strengths(answered: list[RatedAnswer]) -> list[Point]:
    """Return what answers are praised for, the most frequent first."""
    return _collect_points(answered, find_praise, best_first=True)


def find_weaknesses(answered: list[RatedAnswer], praised: set[str]) -> list[Point]:
    """Return what is weak in answers, the most frequent first. No praised line shows it."""
    return _collect_points(answered, _find_weak_sentences, best_first=False, taken=praised)


def find_missing_answers(unanswered: Sequence[RatedAnswer]) -> tuple[list[Point], list[Point]]:
    """Return what is weak in answers with nothing to rate: first repeats, then all others."""
    repeated = [answer for answer in unanswered if answer.repeat and not answer.exchange.skipped]
    others = [answer for answer in unanswered if answer not in repeated]
    return (
        _name_answers("You give an answer that you gave before", repeated),
        _name_answers("You leave a question without an answer", others),
    )


def _name_answers(text: str, answers: Sequence[RatedAnswer]) -> list[Point]:
    """Return one point on all these answers, without a quote; none without answers."""
    numbers = [answer.exchange.number for answer in answers]
    return [Point(text + _list_answers(numbers), numbers[0], None)] if numbers else []


def _collect_points(
    answered: list[RatedAnswer],
    describe: Callable[[RatedAnswer, str], tuple[str, tuple[str, ...]] | None],
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
            if is_asked and (point := describe(answer, name)):
                text, sentences = point
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
    return answer.criteria[criterion].rating, weigh_ratings(answer.ratings)


def _list_answers(numbers: list[int]) -> str:
    word = "answer" if len(numbers) == 1 else "answers"
    return f" ({word} {join_list(list(map(str, sorted(numbers))))})"
