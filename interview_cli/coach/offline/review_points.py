"""Find the strengths and weaknesses that the answers of an interview share."""

from collections.abc import Mapping, Sequence

from interview_cli.answers.criteria import weigh_ratings
from interview_cli.coach.base import Point
from interview_cli.coach.offline.features.measures import find_general_sentences
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_choice import Remarks
from interview_cli.coach.offline.remark_texts import word_praise, word_weakness
from interview_cli.coach.offline.shown_weaknesses import list_shown_weaknesses
from interview_cli.coach.offline.told_gaps import find_own_gap, says_yes
from interview_cli.requirements.asked_criteria import find_asked
from interview_cli.text import join_list

EARNED = 4
"""A strength is a criterion rated this or above."""
WEAK = 2
"""A weakness is a criterion rated this or below."""
_MOST_PRAISES, _MOST_WEAKNESSES = 3, 2
"""Of one answer."""
_ENOUGH_WEAKNESSES = 2
"""What is only likely is not said beside so many weaknesses that are shown."""

Remark = tuple[str, tuple[str, ...]]
"""A text, and the sentences that show it; there may be none."""


def find_strengths(answered: Sequence[Remarks]) -> list[Point]:
    """Return what answers are praised for, the most frequent first."""
    ordered = sorted(answered, key=_rank, reverse=True)
    return _collect_points({_number(remarks): _praise(remarks) for remarks in ordered})


def find_weaknesses(answered: Sequence[Remarks], praised: set[str]) -> list[Point]:
    """Return what is weak in answers, what their words show first. No praised line shows it.

    What an answer very likely lacks is said only if its words show nothing else.
    """
    ordered = sorted(answered, key=_rank)
    shown = {
        _number(remarks): [(weakness.text, ()) for weakness in list_shown_weaknesses(remarks)]
        for remarks in ordered
    }
    points = _collect_points(shown, taken=praised)
    likely = {
        _number(remarks): _find_weak_sides(remarks)
        for remarks in ordered
        if not shown[_number(remarks)]
    }
    others = _collect_points(likely, taken=praised)
    return [*points, *others[: max(0, _ENOUGH_WEAKNESSES - len(points))]]


def _praise(remarks: Remarks) -> list[Remark]:
    """Return what an answer is praised for that tells most."""
    kind = remarks.answer.exchange.question.kind
    return [
        (f"You {word_praise(praise.code, kind)}", praise.quotes)
        for praise in remarks.praises[:_MOST_PRAISES]
    ]


def _find_weak_sides(remarks: Remarks) -> list[Remark]:
    """Return what an answer that is rated low very likely lacks, and where that is felt."""
    answer = remarks.answer
    asked = find_asked(answer.exchange.question)
    if (
        answer.tells_standing
        or says_yes(answer.reading)
        or min(answer.criteria[name].rating for name in asked) > WEAK
    ):
        return []
    if answer.missed:
        return [(word_weakness(answer.missed.name), ())]
    if find_own_gap(answer.reading):
        return []
    codes = [advice.code for advice in remarks.advice if remarks.is_weak_in(advice.code)]
    weak = [word_weak_side(remarks, code) for code in codes]
    return list(dict.fromkeys(weak))[:_MOST_WEAKNESSES]


def word_weak_side(remarks: Remarks, code: str) -> Remark:
    """Return how a lack is said of an answer, and the sentences that show it."""
    if aim := remarks.word_by_aim(code):
        return aim.weakness, ()
    general = find_general_sentences(remarks.answer.reading) if code == "general" else ()
    return word_weakness(code), general


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
    found: Mapping[int, Sequence[Remark]], taken: set[str] | None = None
) -> list[Point]:
    """Return the most frequent things that answers have in common.

    Together the points quote as many different answers as possible, and no sentence of `taken`.
    Without `taken` each needs a sentence of its own: a point is left out if it has none.
    """
    groups: dict[str, dict[int, tuple[str, ...]]] = {}
    for number, remarks in found.items():
        for text, sentences in remarks:
            groups.setdefault(text, {}).setdefault(number, sentences)
    patterns = _vary(groups)
    quoted = _match_distinct([list(answers) for _, answers in patterns])
    used: set[str | None] = set(taken or ())
    points = []
    for (text, answers), first in zip(patterns, quoted, strict=True):
        quotes = [(number, quote) for number in (first, *answers) for quote in answers[number]]
        free = next((pair for pair in quotes if pair[1] not in used), None)
        if free is None and taken is None:
            continue
        number, quote = free or (first, None)
        used.add(quote)
        points.append(Point(text + _list_answers(list(answers)), number, quote))
    return points


def _vary(
    groups: dict[str, dict[int, tuple[str, ...]]],
) -> list[tuple[str, dict[int, tuple[str, ...]]]]:
    """Order groups by how many answers each has that no group before it has.

    So the first ones speak of as many answers as possible.
    """
    ordered: list[tuple[str, dict[int, tuple[str, ...]]]] = []
    rest, seen = dict(groups), set[int]()
    while rest:
        best = max(rest, key=lambda text: (len(rest[text].keys() - seen), len(rest[text])))
        seen |= rest[best].keys()
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


def _rank(remarks: Remarks) -> int:
    return weigh_ratings(remarks.answer.ratings)


def _number(remarks: Remarks) -> int:
    return remarks.answer.exchange.number


def _list_answers(numbers: list[int]) -> str:
    word = "answer" if len(numbers) == 1 else "answers"
    return f" ({word} {join_list(list(map(str, sorted(numbers))))})"
