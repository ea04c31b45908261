"""What an answer holds of situation, task, action and result (STAR), and how concretely.

Where a sentence stands does not matter: a result told first is a result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interview_cli.answers.sentences import Sentence, spoken, told_in
from interview_cli.english.words import measures, words


@dataclass(frozen=True)
class Elements:
    """The sentences that hold each element, in the order of the answer.

    `empty` are those that say nothing: habits, opinions, praise of oneself. All else is of `told`,
    the others but for the thin: padding changes nothing.
    """

    sentences: tuple[str, ...]
    told: tuple[Sentence, ...]
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
    empty_share: float
    """The share, 0 to 1, of the words of empty sentences and of `told` that the empty have."""
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
    def word_count(self) -> int:
        """How many words say something."""
        return sum(len(one.words) for one in self.told)


@lru_cache(maxsize=1_000)  # a follow-up, a review and the map read the same answers
def find_elements(answer: str) -> Elements:
    """The elements of one answer, each sentence counted once however often it is repeated."""
    read = told_in(answer)
    told = tuple(one for one in read if not (one.is_empty or one.is_thin))
    result = [one for one in told if _is_outcome(one)]
    measured = [one for one in result if measures(one.text)]
    empty_words = sum(len(one.words) for one in read if one.is_empty)
    words_read = sum(len(one.words) for one in read)
    return Elements(
        sentences=_texts(read),
        told=told,
        empty=_texts(one for one in read if one.is_empty),
        situation=_texts(one for one in told if one.has_time or one.says("setting")),
        task=_texts(one for one in told if words("task") & set(one.words)),
        action=_texts(one for one in told if one.acts),
        result=_texts(result),
        hoped=_texts(one for one in told if one.is_would and not one.acts),
        measured=_texts(measured),
        baseline=_texts(one for one in measured if one.says("baseline") or len(one.numbers) > 1),
        witnessed=_texts(one for one in told if one.is_past and one.says("witnessed")),
        decisions=_texts(one for one in told if one.acts & words("decision")),
        reasons=_texts(one for one in told if one.says("reason")),
        learned=_texts(one for one in told if one.says("learned")),
        concrete=_texts(one for one in told if one.numbers or one.names),
        names=frozenset().union(*(one.names for one in told)),
        amounts=tuple(amount for one in told for amount in measures(one.text)),
        empty_share=empty_words / max(1, empty_words + sum(len(one.words) for one in told)),
        repeated=len(spoken(answer)) > words_read,
    )


def _texts(found: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(one.text for one in found)


def _is_outcome(one: Sentence) -> bool:
    if one.is_would and not one.is_past:
        return False
    return one.says("outcome") or bool(words("outcome") & set(one.words))
