"""Plain rules on the anchors: one answer → five ratings, each with what it rests on."""

import re
from collections.abc import Sequence
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
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.questions import bank
from interview_cli.models import Ratings

_I = re.compile(r"\bI\b")
_QUOTED = re.compile("“([^”]*)”")
_LONG_WORDS = 260
"""Two minutes of speech at 130 words a minute: beyond it an answer is more than the point needs."""

Rated = tuple[int, str]


@dataclass(frozen=True)
class RatedAnswer:
    """The ratings of one answer, the reason of each, and what it was read to hold."""

    exchange: Exchange
    ratings: Ratings
    reasons: dict[str, str]
    elements: Elements


def rate(exchange: Exchange, facts: Facts) -> RatedAnswer:
    """Ratings of 0 to 5 by rules; caps for non-answers are applied elsewhere."""
    elements = find_elements(exchange.answer)
    forward = exchange.question.kind in FORWARD_KINDS
    rated = {
        "relevance": _relevance(exchange, elements, facts),
        "specificity": _specificity(elements, exchange.question.content),
        "structure": _line_of_thought(elements) if forward else _structure(elements),
        "ownership": _own_reasons(elements) if forward else _ownership(elements),
        "impact": _prospect(elements) if forward else _impact(elements),
    }
    return RatedAnswer(
        exchange,
        Ratings(**{name: rating for name, (rating, _) in rated.items()}),
        {name: reason for name, (_, reason) in rated.items()},
        elements,
    )


def _relevance(exchange: Exchange, elements: Elements, facts: Facts) -> Rated:
    said = _by_stem(exchange.answer)
    on_topic = said.keys() & _subject(exchange, facts)
    # Words of the ad that the question already gave show nothing about the role.
    for_role = (said.keys() & content_stems(facts.job_text)) - content_stems(
        exchange.question.content
    )
    shared = f"shares {_few([said[s] for s in sorted(on_topic)])} with what was asked"
    speaks = f"speaks to {_few([said[s] for s in sorted(for_role)])} in the job"
    owes_deed = exchange.question.kind not in FORWARD_KINDS
    if not on_topic:
        return (
            (2, f"{speaks}, not to what was asked")
            if for_role
            else (1, "shares no word with what was asked")
        )
    if owes_deed and not elements.action:
        return 2, f"{shared}, but says nothing that you did"
    if len(for_role) >= 6 and len(on_topic) >= 2 and elements.reasons:
        return 5, f"{shared}, and {speaks}, with reasons"
    return (4, f"{shared}, and {speaks}") if len(for_role) >= 3 else (3, shared)


def _by_stem(text: str) -> dict[str, str]:
    """Each stem that carries meaning, with the word that first showed it."""
    stems = content_stems(text)
    return {stem(word): word for word in reversed(tokens(text)) if stem(word) in stems}


def _subject(exchange: Exchange, facts: Facts) -> frozenset[str]:
    """The stems that an answer to this question is expected to touch."""
    kind, topic = exchange.question.kind, exchange.question.topic
    if kind in ("behaviour", "situation"):
        cues = bank()["competency"].get(competency(topic) or "", {}).get("cues", "")
        asked = content_stems(exchange.question.content) | {stem(word) for word in tokens(cues)}
        return asked - {stem(word) for word in words("asking")}
    if kind == "follow_up" and len(facts.exchanges) > 1:
        before = facts.exchanges[max(0, exchange.number - 2)]
        return content_stems(before.answer) | content_stems(before.question.content)
    if kind in ("opener", "motivation", "closing"):
        return content_stems(facts.job_text) | content_stems(exchange.question.content)
    # What the question quotes: the words of the ad, and the line of the CV it asks about.
    return content_stems(f"{topic} {' '.join(_QUOTED.findall(exchange.question.content))}")


def _specificity(elements: Elements, asked: str) -> Rated:
    # What the question named already, the answer does not name.
    names = sorted(elements.names - named_things(f"in {asked}"))
    amounts = list(dict.fromkeys(elements.amounts))
    count = len(names) + len(amounts)
    throughout = len(elements.concrete) * 2 >= len(elements.sentences)
    only = "" if count > 3 and throughout else "only "
    seen = f"names {only}{_few([*amounts, *names])}" if count else "names nothing concrete"
    if not count:
        return (1 if elements.word_count >= 8 else 0), seen
    if count == 1:
        return 2, seen
    if count <= 3 or not throughout:
        return 3, seen
    return (5 if len(amounts) >= 2 else 4), f"{seen}, throughout"


def _structure(elements: Elements) -> Rated:
    parts = {
        "situation": bool(elements.situation),
        "task": bool(elements.task),
        "action": bool(elements.action),
        "result": bool(elements.result),
    }
    held = [name for name, there in parts.items() if there]
    seen = f"holds {', '.join(held)}" if held else "holds no part of a story"
    if len(elements.sentences) == 1 or not elements.action:
        return (1 if held else 0), seen
    if not (elements.situation and elements.result):
        return 2, f"{seen}, without {_absent(parts)}"
    if len(held) < 4 or not _in_order(elements):
        return 3, f"{seen}, loosely"
    if elements.repeated or elements.word_count > _LONG_WORDS:
        return 4, f"{seen}, in order, with more than the point needs"
    return (5 if elements.word_count >= 40 else 4), f"{seen}, in order"


def _absent(parts: dict[str, bool]) -> str:
    return " or ".join(name for name, there in parts.items() if not there)


def _in_order(elements: Elements) -> bool:
    """Whether the story starts with its situation and its last act or result comes at the end."""
    place = {sentence: i for i, sentence in enumerate(elements.sentences)}
    start = min(place[s] for s in elements.situation)
    end = max(place[s] for s in elements.result)
    acts = [place[s] for s in elements.action]
    return start < end and start <= min(acts) and end >= max(acts) - 1


def _line_of_thought(elements: Elements) -> Rated:
    links = {"because", "so", "first", "then", "if", "after", "before", "while", "but", "therefore"}
    used = {w.lower() for s in elements.sentences for w in tokens(s)} & links
    seen = f"is led by {_few(used)}" if used else "follows no visible line"
    if len(elements.sentences) == 1:
        return (2 if used else 1), f"is one sentence and {seen}"
    return min(2 + len(used), 4 if elements.word_count > _LONG_WORDS else 5), seen


def _ownership(elements: Elements) -> Rated:
    if not elements.own_acts:
        if elements.we_count:
            return 1, "tells what “we” did"
        hinted = any("I " in sentence for sentence in elements.sentences)
        return (2, "hints at your own part") if hinted else (0, "shows no word of who acted")
    seen = f"tells {elements.own_acts} {'thing' if elements.own_acts == 1 else 'things'} you did"
    if elements.we_count > 2 * elements.own_acts:
        return 2, f"{seen}, and mostly what “we” did"
    if elements.own_acts < 3 and not elements.decisions:
        return 3, seen
    if elements.decisions and elements.reasons and elements.learned:
        return 5, f"{seen}, with decisions, reasons and what was learnt or handed on"
    return 4, f"{seen}, {'with a decision of yours' if elements.decisions else 'step by step'}"


def _own_reasons(elements: Elements) -> Rated:
    own = sum(bool(_I.search(sentence)) for sentence in elements.sentences)
    if not own:
        return 1, "does not speak of you"
    if not elements.reasons:
        return (3 if own >= 3 else 2), "says what you want or would do, not why"
    return (5 if len(elements.reasons) >= 2 and own >= 3 else 4), "gives your own reasons"


def _impact(elements: Elements) -> Rated:
    if elements.baseline:
        because = elements.reasons or elements.witnessed
        return (5 if because else 4), f"gives a measure and its baseline: {_measured(elements)}"
    if elements.measured:
        return 4, f"gives a measure: {_measured(elements)}"
    if elements.result:
        seen = elements.witnessed
        return (3, "tells an outcome that others saw") if seen else (2, "claims an outcome")
    return (1, "hopes for an outcome") if elements.hoped else (0, "shows no word of an outcome")


def _measured(elements: Elements) -> str:
    return _few([measure for sentence in elements.measured for measure in measures(sentence)])


def _prospect(elements: Elements) -> Rated:
    changes = elements.hoped or elements.result
    if not changes:
        return 1, "does not say what would change"
    if elements.amounts and elements.reasons:
        return 4, f"says what would change, and why, with {_few(elements.amounts)}"
    return (
        (3, "says what would change, and why")
        if elements.reasons
        else ((2, "says what would change"))
    )


def _few(found: Sequence[str] | set[str]) -> str:
    some = list(dict.fromkeys(found if isinstance(found, Sequence) else sorted(found)))
    return ", ".join(some[:4]) + (" …" if len(some) > 4 else "")
