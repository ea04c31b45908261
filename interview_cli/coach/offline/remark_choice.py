"""Choose what the review says of an answer: advice and praise that a coach would give."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from interview_cli.coach.offline.quote_guards import can_show
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_features import measure_answer, measure_sentences
from interview_cli.coach.offline.remark_fits import (
    Apt,
    estimate_advice,
    estimate_praise,
    estimate_sentence,
    load_bound,
)
from interview_cli.coach.offline.remark_guards import list_refuted, list_told
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems

NOTHING = "nothing"
"""The code of advice to leave an answer as it is."""
_FEWEST_QUOTED_STEMS = 3
"""Words with a meaning in a quote: "Yes, two things" shows nothing."""
_CONTRADICTS = {
    "question": ("answers",),
    "wish": ("motive",),
    "end": ("result", "measured"),
    "measure": ("measured",),
    "check": ("check",),
    "decision": ("decision",),
    "reason": ("reasons",),
    "step": ("steps", "plan"),
    "order": ("clear",),
}
"""By code of advice the praises for what it asks for."""


@dataclass(frozen=True)
class Advice:
    """Advice of a code on one answer, with how apt it is."""

    code: str
    apt: Apt


@dataclass(frozen=True)
class Praise:
    """Praise of a code for one answer."""

    code: str
    quote: str
    """The sentence that shows it best."""


class Remarks:
    """What a coach would say of one answer."""

    def __init__(self, answer: RatedAnswer) -> None:
        self.answer = answer

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Every advice that neither the answer nor its praise refutes, the most useful first."""
        praised = {praise.code for praise in self.praises}
        refuted = list_refuted(self.answer.reading).union(
            code for code, praises in _CONTRADICTS.items() if not praised.isdisjoint(praises)
        )
        apt = estimate_advice(self._features)
        kept = [Advice(code, apt[code]) for code in apt if code not in refuted]
        return tuple(sorted(kept, key=lambda advice: -advice.apt.usefulness))

    @cached_property
    def praises(self) -> tuple[Praise, ...]:
        """The praises that it deserves and that a sentence shows, those that tell most first."""
        estimates = estimate_praise(self._features)
        earned = [
            code for code in _load_words()["praise"] if estimates[code] >= load_bound("praise")
        ]
        likeliest = max(estimates, key=lambda code: estimates[code])
        if not earned and estimates[likeliest] >= load_bound("only_praise"):
            earned = [likeliest]
        shown = {code: self._find_quote(code) for code in earned}
        return tuple(Praise(code, shown[code]) for code in earned if shown[code])

    def is_weak_in(self, code: str) -> bool:
        """Return whether the answer very likely lacks what this advice asks for."""
        return code not in (NOTHING, *self.told) and any(
            advice.apt.sensible >= load_bound("weakness")
            for advice in self.advice
            if advice.code == code
        )

    @cached_property
    def told(self) -> set[str]:
        """The codes of advice for what the answer has in some form, or need not have."""
        return list_told(self.answer.reading)

    @cached_property
    def _features(self) -> dict[str, float]:
        return measure_answer(self.answer)

    @cached_property
    def _sentences(self) -> list[tuple[str, dict[str, float]]]:
        """Each sentence that may be quoted, with what is measured of it."""
        return [
            (text, features)
            for text, features in measure_sentences(self.answer.reading)
            if len(content_stems(text)) >= _FEWEST_QUOTED_STEMS
            and text in self.answer.exchange.answer
        ]

    def _find_quote(self, code: str) -> str:
        """Return the sentence that shows a praise best; empty if none can."""
        rated = [
            (estimate_sentence(code, features), text)
            for text, features in self._sentences
            if can_show(code, text)
        ]
        shows = [pair for pair in rated if pair[0] >= load_bound("quote")]
        return max(shows, default=(0.0, ""))[1]


def word_advice(code: str, kind: str, count: int, *, is_told: bool = False) -> str:
    """Return an advice; `count` is how often it was given before, so that its words vary.

    `is_told` words it for an answer that has something of it.
    """
    wordings: list[str] = _find_words("advice", code, "advice", "told" if is_told else kind)
    return wordings[count % len(wordings)]


def word_lack(code: str, kind: str, *, is_told: bool = False) -> str:
    """Return what is missing or too much, worded to follow a colon."""
    lack: str = _find_words("advice", code, "lack", "told" if is_told else kind)
    return lack


def word_weakness(code: str) -> str:
    weakness: str = _load_words()["advice"][code]["weakness"]
    return weakness


def is_excess(code: str) -> bool:
    """Return whether the advice is to leave something out."""
    return bool(_load_words()["advice"][code].get("is_excess"))


def word_praise(code: str, kind: str, count: int = 0) -> str:
    """Return a praise, worded to follow "You"; `count` is how often it was given before."""
    wordings: list[str] = _find_words("praise", code, "praise", kind)
    return wordings[count % len(wordings)]


def _find_words(table: str, code: str, name: str, kind: str) -> Any:
    words = _load_words()[table][code]
    return words.get(f"{name}_{kind}", words[name])


def _load_words() -> Mapping[str, Any]:
    return load_toml("interview_cli.coach.offline", "remark_words.toml")
