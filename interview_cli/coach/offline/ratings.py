"""Plain rules on the anchors: one answer → five ratings, each with what it rests on."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from interview_cli.assessment.competencies import competency
from interview_cli.assessment.criteria import FORWARD_KINDS
from interview_cli.assessment.elements import Elements, find_elements
from interview_cli.assessment.language import (
    content_stems,
    measures,
    named_things,
    stem,
    tokens,
    words,
)
from interview_cli.assessment.non_answers import non_answer
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.questions import bank
from interview_cli.models import Ratings

_LONG_WORDS = 260
"""Two minutes of speech at 130 words a minute: beyond it an answer is more than the point needs."""
_POINTS = (1.6, 3.0, 5.0, 7.0)
"""From how many points an answer is rated 2, 3, 4 and 5 on specificity: 0.8 for each name, amount
and time, 0.12 for each word that is no common one; tuned on `benchmarks/answers/tuning.toml`."""
_TIMES_COUNTED = 2
_EMPTY, _HALF_EMPTY = 0.75, 0.5
_FEWEST, _FEW_WORDS, _FRAGMENT, _SHORT = 3, 6, 12, 25
"""Lengths in words below which there is no thread, no more than a fragment, and so on."""
_LONG_FOR_NOTHING = 90
"""Words; who says so much without a name, an amount or a time speaks in general."""
_BEGINNING = 5

Rated = tuple[int, str]


@dataclass(frozen=True)
class RatedAnswer:
    """The ratings of one answer, the reason of each, and what it was read to hold."""

    exchange: Exchange
    ratings: Ratings
    reasons: dict[str, str]
    elements: Elements


def rate(exchange: Exchange, facts: Facts) -> RatedAnswer:
    """Ratings of 0 to 5 by rules; caps for non-answers are applied elsewhere.

    What says nothing lowers all of them: an answer of empty sentences, whatever words they have, is
    at most 1 throughout, and one that is half empty at most 2.
    """
    elements = find_elements(exchange.answer)
    kind = exchange.question.kind
    is_forward, is_gap = kind in FORWARD_KINDS, kind == "gap"
    specificity = _specificity(elements, exchange.question.content)
    concrete = specificity[0]
    impact = _prospect(elements, concrete) if is_forward or is_gap else _impact(elements)
    if is_forward:
        structure = _line_of_thought(elements, concrete)
    else:
        structure = _steps(elements, concrete) if is_gap else _structure(elements, concrete)
    if is_gap:
        own = _own_way(elements, concrete)
    else:
        own = _own_reasons(elements, concrete) if is_forward else _ownership(elements)
    rated = {
        "relevance": _relevance(exchange, elements, facts, concrete),
        "specificity": specificity,
        "structure": structure,
        "ownership": own,
        "impact": impact,
    }
    most = _most(elements, exchange, facts)
    return RatedAnswer(
        exchange,
        Ratings(**{name: max(0, min(rating, most)) for name, (rating, _) in rated.items()}),
        {
            name: reason if rating <= most else f"{reason}, but says little beside"
            for name, (rating, reason) in rated.items()
        },
        elements,
    )


def _most(elements: Elements, exchange: Exchange, facts: Facts) -> int:
    """The highest rating that so much emptiness, or so few words, allow.

    Whatever pads it, what is left of an answer without its empty sentences is one, or it is none.
    """
    said = "\n".join(one for one in elements.sentences if one not in elements.empty)
    if non_answer(said, exchange.question.content, (facts.cv_text, facts.job_text)):
        return 1
    if elements.empty_share >= _EMPTY or elements.word_count <= _FEW_WORDS:
        return 1
    says_much = elements.concrete or elements.result or elements.action
    if elements.word_count <= _FRAGMENT and not says_much:
        return 1
    is_general = not (elements.names or elements.amounts or elements.times)
    if is_general and elements.word_count > _LONG_FOR_NOTHING:
        return 2
    return 2 if elements.empty_share >= _HALF_EMPTY else 5


def _relevance(exchange: Exchange, elements: Elements, facts: Facts, concrete: int) -> Rated:
    """How far it answers: what the question owes is there, in words that meet it."""
    kind = exchange.question.kind
    shared = _met(exchange, facts)
    seen = f"meets the question in {_few(shared)}" if shared else "shares no word with the question"
    solid = len(elements.sentences) - len(elements.empty)
    if kind in FORWARD_KINDS:
        rating = 1 + (concrete >= 2) + (solid >= 2) + (concrete >= 3)
        rating += concrete >= 4 and bool(elements.reasons)
    elif kind == "gap":
        # The nearest deed, and a way to get there: both for a full answer.
        near, way = bool(elements.action), bool(elements.hoped)
        rating = 1 + (solid >= 1) + (concrete >= 2 and (near or way)) + (concrete >= 3 and way)
        rating += concrete >= 4 and near and way
    elif kind == "follow_up":
        rating = 1 + (solid >= 1) + (concrete >= 2) + (concrete >= 3) + (concrete >= 4)
    else:
        rating = 2 if solid else 1
        if elements.action or (elements.we_count and elements.result):
            rating = 3
        else:
            seen += ", but tells no deed"
        if elements.own_acts >= 2 and concrete >= 2:
            rating = 5 if concrete >= 4 and elements.result else 4
    if not shared and elements.word_count > _SHORT:
        rating -= 1
    return max(rating, 1), seen


def _met(exchange: Exchange, facts: Facts) -> list[str]:
    """The words of the answer that meet the question or the job."""
    told = _by_beginning(exchange.answer)
    wanted = {one[:_BEGINNING] for one in _subject(exchange, facts)}
    return [told[one] for one in sorted(told.keys() & wanted)]


def _by_beginning(text: str) -> dict[str, str]:
    """The beginning of each stem that carries meaning, with the word that first showed it."""
    stems = content_stems(text)
    return {stem(word)[:_BEGINNING]: word for word in reversed(tokens(text)) if stem(word) in stems}


def _subject(exchange: Exchange, facts: Facts) -> frozenset[str]:
    """The stems that an answer to this question is expected to touch."""
    kind, topic = exchange.question.kind, exchange.question.topic
    asked = content_stems(exchange.question.content) | content_stems(topic)
    if kind in ("behaviour", "situation"):
        cues = bank()["competency"].get(competency(topic) or "", {}).get("cues", "")
        asked |= {stem(word) for word in tokens(cues)}
    if kind == "follow_up" and len(facts.exchanges) > 1:
        before = facts.exchanges[max(0, exchange.number - 2)]
        asked |= content_stems(before.answer) | content_stems(before.question.content)
    asked |= content_stems(facts.job_title)
    if kind not in ("behaviour", "follow_up"):
        asked |= content_stems(facts.job_text)
    return asked - {stem(word) for word in words("asking")}


def _specificity(elements: Elements, asked: str) -> Rated:
    # What the question named already, the answer does not name.
    names = sorted(elements.names - named_things(f"in {asked}"))
    amounts = list(dict.fromkeys(elements.amounts))
    facts = len(names) + len(amounts) + min(elements.times, _TIMES_COUNTED)
    points = 0.8 * min(facts, 6) + 0.12 * min(len(elements.specific), 24)
    seen = f"names {_few([*amounts, *names])}" if amounts or names else "names nothing by its name"
    if elements.word_count < _FEWEST:
        return int(not elements.word_count and elements.empty_words > _FEW_WORDS), seen
    rating = 1 + sum(points >= least for least in _POINTS)
    return (4 if rating == 5 and not amounts else rating), seen


def _structure(elements: Elements, concrete: int) -> Rated:
    parts = {
        "situation": bool(elements.situation),
        "action": bool(elements.action),
        "result": bool(elements.ends),
    }
    held = [name for name, there in parts.items() if there]
    seen = f"holds {' and '.join(held)}" if held else "holds no part of a story"
    solid = len(elements.sentences) - len(elements.empty)
    if elements.word_count < _FEWEST or not solid:
        return int(not elements.word_count and elements.empty_words > _FEW_WORDS), seen
    if not elements.action and not (elements.we_count or elements.ends):
        return 1, seen
    if solid < 2 or len(held) < 2:
        return 2, seen
    if len(held) < 3 or solid < 3 or not _is_in_order(elements):
        return 3, f"{seen}, loosely"
    if elements.repeated or elements.word_count > _LONG_WORDS or concrete < 4:
        return 4, f"{seen}, in order"
    return 5, f"{seen}, in order, and only what the point needs"


def _is_in_order(elements: Elements) -> bool:
    """Whether the end is not told before the beginning."""
    place = {sentence: i for i, sentence in enumerate(elements.sentences)}
    acts = [place[one] for one in elements.action] or [0]
    ends = [place[one] for one in elements.ends]
    starts = [place[one] for one in elements.situation]
    return not (min(ends) < min(starts) and max(ends) < max(acts))


def _line_of_thought(elements: Elements, concrete: int) -> Rated:
    solid = len(elements.sentences) - len(elements.empty)
    links = len(elements.links)
    seen = f"is led by {_few(elements.links)}" if links else "follows no visible line"
    if elements.word_count < _FRAGMENT or not solid:
        return 1, seen
    if not links or solid < 2:
        return 2, seen
    if links < 3 or concrete < 2:
        return 3, seen
    return (5 if concrete >= 4 else 4), seen


def _steps(elements: Elements, concrete: int) -> Rated:
    """An honest no, what comes nearest, and the way there."""
    solid = len(elements.sentences) - len(elements.empty)
    seen = f"says it in {solid} {'step' if solid == 1 else 'steps'}" if solid else "says nothing"
    if elements.word_count < _FRAGMENT or not solid:
        return 1, seen
    if solid < 3:
        return 2, seen
    if concrete < 4 or not elements.hoped:
        return 3, seen
    return (5 if concrete == 5 and elements.action and solid >= 4 else 4), seen


def _ownership(elements: Elements) -> Rated:
    if elements.we_count > 2 * max(1, elements.i_count):
        return 1, "tells what “we” did"
    if not elements.own_acts:
        hinted = elements.i_count and elements.specific
        return (2, "hints at your own part") if hinted else (1, "shows no word of who acted")
    seen = f"tells {elements.own_acts} {'thing' if elements.own_acts == 1 else 'things'} you did"
    if elements.we_count > elements.i_count:
        return min(3, elements.own_acts + 1), f"{seen}, and mostly what “we” did"
    is_reasoned = elements.reasons and elements.learned
    if elements.own_acts < 3 and not (elements.decisions and is_reasoned):
        return 3, seen
    if is_reasoned or (elements.reasons and elements.own_acts >= 5):
        return 5, f"{seen}, with reasons and what was learnt or handed on"
    return 4, f"{seen}, {'with a decision of yours' if elements.decisions else 'step by step'}"


def _own_reasons(elements: Elements, concrete: int) -> Rated:
    own = elements.i_count
    if not own:
        return 1, "does not speak of you"
    if elements.reasons and own >= 2 and concrete >= 2:
        return (5 if own >= 3 and concrete >= 4 else 4), "gives your own reasons"
    return (3 if own >= 2 else 2), "says what you want or would do, not why"


def _own_way(elements: Elements, concrete: int) -> Rated:
    """What somebody did that comes nearest, and what they would do."""
    if not elements.i_count:
        return 1, "does not speak of you"
    if elements.hoped and elements.action and concrete >= 3:
        return (
            5 if concrete >= 4 and elements.own_acts >= 2 else 4
        ), "tells your nearest deed and your plan"
    return (3 if elements.hoped or elements.action else 2), "hints at your own way there"


def _impact(elements: Elements) -> Rated:
    if elements.baseline and (elements.reasons or elements.learned or elements.witnessed):
        return 5, f"gives a measure and its baseline: {_measured(elements)}"
    if elements.measured:
        return 4, f"gives a measure: {_measured(elements)}"
    if elements.witnessed:
        return 3, "tells an outcome that others saw"
    if elements.result:
        return 2, "claims an outcome"
    return (1, "hopes for an outcome") if elements.hoped else (0, "shows no word of an outcome")


def _measured(elements: Elements) -> str:
    return _few([measure for sentence in elements.measured for measure in measures(sentence)])


def _prospect(elements: Elements, concrete: int) -> Rated:
    changes = elements.hoped or elements.result
    if not changes:
        return 0, "does not say what would change"
    if concrete == 5 and elements.measured:
        return 4, f"says what would change, with {_few(elements.amounts)}"
    if concrete >= 4 and (elements.result or elements.reasons):
        return 3, "says what would change, and why"
    if concrete >= 3 and (elements.reasons or elements.witnessed):
        return 2, "says what would change, and why"
    if elements.result and concrete >= 2:
        return 2, "says what would change"
    return 1, "hopes that something would change"


def _few(found: Sequence[str] | Set[str]) -> str:
    some = list(dict.fromkeys(found if isinstance(found, Sequence) else sorted(found)))
    return ", ".join(some[:4]) + (" …" if len(some) > 4 else "")
