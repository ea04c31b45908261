"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections.abc import Callable

from interview_cli.assessment.criteria import FORWARD_KINDS, WEIGHTS, weighted_hundredths
from interview_cli.assessment.non_answers import non_answer
from interview_cli.assessment.requirement_map import Told, map_requirements
from interview_cli.assessment.telling import hesitations
from interview_cli.coach.base import Facts, Judgement, Point, Review
from interview_cli.coach.offline.improvements import improvements
from interview_cli.coach.offline.ratings import RatedAnswer, rate

NAME = "offline"
EARNED = 4
"""A strength is a criterion rated this or above."""
WEAK = 2

_PRAISE = {
    "relevance": "You answer what was asked, and for this job",
    "specificity": "You are concrete, with names and figures instead of general claims",
    "structure": "You tell a story with a beginning, your actions and an end",
    "ownership": "You make your own decisions and actions clear",
    "impact": "You say what came of it, with a measure",
}
_FORWARD_PRAISE = _PRAISE | {
    "structure": "Your line of thought is clear",
    "ownership": "You give your own reasons",
    "impact": "You say what would change, and why",
}
_WEAKNESS = {
    "relevance": "The question is touched rather than answered",
    "specificity": "General words where a name, a date or a number belongs",
    "structure": "Part of the story is missing, most often its beginning or its end",
    "ownership": "It is not clear what you did yourself",
    "impact": "What came of it is not said, or only claimed",
}
_FORWARD_WEAKNESS = _WEAKNESS | {
    "structure": "The line of thought is hard to follow",
    "ownership": "Your own reasons are not given",
    "impact": "What it would change is not said",
}
_NEXT_TIME = {
    "relevance": "Answer the question in your first sentence, then tell the case that proves it.",
    "specificity": "Which system, person, date or amount could stand where you stay general?",
    "structure": "Say where it began and what had to be done, then your steps, then how it ended.",
    "ownership": "Which step was yours? Say “I” for it, and what you decided.",
    "impact": "What was different afterwards, and what was the number before and after?",
}
_FORWARD_NEXT_TIME = {
    "structure": "Give the steps or reasons in order: first, then, because.",
    "ownership": "Why do you, of all people, want or plan that? Give your own reason.",
    "impact": "What would it change for the team or the employer?",
}
_PERFECT = "Nothing is missing here; keep it this short when you say it aloud."


def review(facts: Facts) -> Review:
    """Judgements and patterns by rules, the same for the same facts."""
    rated = [rate(exchange, facts) for exchange in facts.exchanges]
    said = [answer for answer in rated if not _is_no_answer(answer, facts)]
    return Review(
        judgements=tuple(_judgement(answer) for answer in rated),
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


def _judgement(answer: RatedAnswer) -> Judgement:
    ratings = answer.ratings
    best = max(WEIGHTS, key=lambda name: getattr(ratings, name))
    worst = min(WEIGHTS, key=lambda name: getattr(ratings, name))
    questions = _NEXT_TIME | (_FORWARD_NEXT_TIME if _is_forward(answer) else {})
    good = f"{_praise(best, answer)}: it {answer.reasons[best]}. " if _high(answer, best) else ""
    weak = getattr(ratings, worst) < EARNED
    lacking = f"{worst.capitalize()} is what holds it back: it {answer.reasons[worst]}."
    return Judgement(
        number=answer.exchange.number,
        ratings=ratings,
        reasons=answer.reasons,
        comment=(good + (lacking if weak else "")).strip(),
        evidence=next(iter(_showing(answer, best)), None),
        next_time=questions[worst] if weak else _PERFECT,
    )


def _high(answer: RatedAnswer, criterion: str) -> bool:
    return int(getattr(answer.ratings, criterion)) >= EARNED


def _showing(answer: RatedAnswer, criterion: str) -> tuple[str, ...]:
    """The sentences of an answer that show a criterion, the most telling first."""
    elements = answer.elements
    own = elements.decisions or elements.action
    showing = {
        "specificity": elements.measured or elements.concrete,
        "structure": elements.result,
        "ownership": elements.reasons if _is_forward(answer) else own,
        "impact": elements.baseline or elements.measured or elements.result or elements.hoped,
    }
    found = showing.get(criterion) or elements.concrete or elements.action or elements.sentences
    return tuple(sorted(found, key=len, reverse=True))


def _lacking(answer: RatedAnswer, criterion: str) -> tuple[str, ...]:
    """The sentences of an answer where a criterion is missed, the most telling first.

    No sentence is to blame for what is not there: for structure and impact only a vague one is
    shown.
    """
    elements = answer.elements
    vague = tuple(s for s in elements.sentences if s not in elements.concrete)
    others = tuple(s for s in elements.sentences if s not in elements.action)
    missed = {
        "relevance": elements.sentences,
        "specificity": vague or elements.sentences,
        "ownership": others or elements.sentences,
    }.get(criterion, vague)
    return tuple(sorted(missed, key=len, reverse=True))


def _strengths(said: list[RatedAnswer]) -> list[Point]:
    """What several answers earned, the most often earned first."""
    return _points(said, _praise, _showing, lambda rating: rating >= EARNED, best_first=True)


def _weaknesses(said: list[RatedAnswer]) -> list[Point]:
    """What several answers miss, the most often missed first."""
    return _points(said, _criticism, _lacking, lambda rating: rating <= WEAK, best_first=False)


def _points(
    said: list[RatedAnswer],
    worded: Callable[[str, RatedAnswer], str],
    telling: Callable[[RatedAnswer, str], tuple[str, ...]],
    counts: Callable[[int], bool],
    *,
    best_first: bool,
) -> list[Point]:
    """A point for each thing that answers have in common, with a quote that none before it took.

    Answers share a point where its words are true of each of them.
    """
    groups: dict[tuple[str, str], list[RatedAnswer]] = {}
    for name in WEIGHTS:
        for answer in sorted(said, key=lambda a: _rank(a, name), reverse=best_first):
            if counts(getattr(answer.ratings, name)):
                groups.setdefault((worded(name, answer), name), []).append(answer)
    points: list[Point] = []
    for (text, name), answers in sorted(groups.items(), key=lambda entry: -len(entry[1])):
        taken = {point.quote for point in points}
        quotes = [(answer, quote) for answer in answers for quote in telling(answer, name)]
        free = [(answer, quote) for answer, quote in quotes if quote not in taken] or quotes
        answer, quote = free[0] if free else (answers[0], None)
        points.append(Point(text + _where(answers), answer.exchange.number, quote))
    return points


def _rank(answer: RatedAnswer, criterion: str) -> tuple[int, int]:
    return getattr(answer.ratings, criterion), weighted_hundredths(answer.ratings)


def _praise(criterion: str, answer: RatedAnswer) -> str:
    return (_FORWARD_PRAISE if _is_forward(answer) else _PRAISE)[criterion]


def _criticism(criterion: str, answer: RatedAnswer) -> str:
    return (_FORWARD_WEAKNESS if _is_forward(answer) else _WEAKNESS)[criterion]


def _is_forward(answer: RatedAnswer) -> bool:
    return answer.exchange.question.kind in FORWARD_KINDS


def _where(answers: list[RatedAnswer]) -> str:
    places = [str(number) for number in sorted(answer.exchange.number for answer in answers)]
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
