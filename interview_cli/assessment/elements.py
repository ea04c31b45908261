"""What an answer holds of situation, task, action and result (STAR), and how concretely."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interview_cli.assessment.language import measures, tokens, words
from interview_cli.assessment.telling import Sentence, phrase, told_in

_PERCENT = re.compile(r"\d(?:[.,]\d+)?\s?(?:%|per ?cent)")
_LAST = 2
"""In the last sentences a plain word of change ("quicker", "gone") tells how it ended."""


@dataclass(frozen=True)
class Elements:
    """The sentences that hold each element, in the order of the answer, and plain counts.

    `empty` are those that say nothing: habits, opinions, praise of oneself. All else, `word_count`
    too, is of the others.
    """

    sentences: tuple[str, ...]
    empty: tuple[str, ...]
    situation: tuple[str, ...]
    task: tuple[str, ...]
    action: tuple[str, ...]
    result: tuple[str, ...]
    hoped: tuple[str, ...]
    measured: tuple[str, ...]
    baseline: tuple[str, ...]
    witnessed: tuple[str, ...]
    decisions: tuple[str, ...]
    reasons: tuple[str, ...]
    learned: tuple[str, ...]
    concrete: tuple[str, ...]
    names: frozenset[str]
    amounts: tuple[str, ...]
    specific: frozenset[str]
    ends: tuple[str, ...]
    """What tells an outcome wherever it stands; `result` goes by its place, too."""
    links: frozenset[str]
    own_acts: int
    i_count: int
    we_count: int
    times: int
    word_count: int
    empty_words: int
    repeated: bool

    @property
    def missing(self) -> str | None:
        """The first thing a story lacks: `action`, `result`, `number`, `situation`; None if it
        lacks none of them."""
        held = {
            "action": self.action,
            "result": self.result,
            "number": self.measured,
            "situation": self.situation,
        }
        return next((name for name, there in held.items() if not there), None)

    @property
    def empty_share(self) -> float:
        """The share of the words, 0 to 1, that stand in empty sentences."""
        words_in_all = self.empty_words + self.word_count
        return self.empty_words / words_in_all if words_in_all else 0.0


def find_elements(answer: str) -> Elements:
    """The elements of one answer, each sentence counted once however often it is repeated."""
    told = told_in(answer)
    # All but the emptiness itself is read from what says something: padding changes nothing.
    solid = [one for one in told if not one.is_empty]
    begun = next((place for place, one in enumerate(solid) if one.acts or one.we_count), 0)
    compared = _compared(solid)
    result = [
        one
        for place, one in enumerate(solid)
        if one in compared or (place >= begun and _is_outcome(one, place >= len(solid) - _LAST))
    ]
    measured = [one for one in result if measures(one.text)]
    late = solid[len(solid) // 2 :]
    return Elements(
        sentences=_texts(told),
        empty=_texts(one for one in told if one.is_empty),
        situation=_texts(one for one in solid if one.has_time or one.says("setting")),
        task=_texts(one for one in solid if words("task") & set(one.words)),
        action=_texts(one for one in solid if one.acts),
        result=_texts(result),
        hoped=_texts(one for one in solid if one.is_would and not one.acts),
        measured=_texts(measured),
        baseline=_texts(
            one
            for one in measured
            if one in compared or one.says("baseline") or len(one.numbers) > 1
        ),
        witnessed=_texts(
            one for one in solid if (one in result or one in late) and _is_witnessed(one)
        ),
        decisions=_texts(one for one in solid if one.acts & words("decision")),
        reasons=_texts(one for one in solid if one.says("reason")),
        learned=_texts(one for one in solid if one.says("learned")),
        concrete=_texts(one for one in solid if one.numbers or one.names),
        names=frozenset().union(*(one.names for one in solid)),
        amounts=tuple(amount for one in solid for amount in measures(one.text)),
        specific=frozenset().union(*(one.specific for one in solid)),
        ends=_texts(one for one in solid if _is_outcome(one, is_late=False)),
        links=frozenset(
            link.lower() for one in solid for link in phrase("links").findall(one.text)
        ),
        own_acts=len(frozenset().union(*(one.acts for one in solid))),
        i_count=sum(one.i_count for one in solid),
        we_count=sum(one.we_count for one in solid),
        times=sum(one.has_time for one in solid),
        word_count=sum(len(one.words) for one in solid),
        empty_words=sum(len(one.words) for one in told if one.is_empty),
        repeated=len(tokens(answer)) > sum(len(one.words) for one in told),
    )


def _texts(found: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(one.text for one in found)


def _compared(told: Sequence[Sentence]) -> list[Sentence]:
    """Late sentences whose percentage stands against one that was told before."""
    first = next((place for place, one in enumerate(told) if _PERCENT.search(one.text)), len(told))
    late = told[max(first + 1, len(told) // 2) :]
    return [one for one in late if _PERCENT.search(one.text) and one.is_past and not one.is_would]


def _is_outcome(one: Sentence, is_late: bool) -> bool:
    if one.is_would and not one.is_past:
        return False
    if one.says("outcome") or words("outcome") & set(one.words):
        return True
    return is_late and one.is_past and bool(words("change") & (set(one.words) - one.acts))


def _is_witnessed(one: Sentence) -> bool:
    return one.is_past and one.says("witnessed")
