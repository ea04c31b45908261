"""Choose what the review says of an answer: advice and praise that a coach would give."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.measures import list_names
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_features import measure_answer, measure_sentences
from interview_cli.coach.offline.remark_fits import (
    Apt,
    estimate_advice,
    estimate_praise,
    estimate_sentence,
    load_bound,
)
from interview_cli.coach.offline.remark_rules import (
    find_figures,
    load_remark_pattern,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import asks_for, asks_something, tells_own_case
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems

NOTHING = "nothing"
"""The code of advice to leave an answer as it is."""
_FEWEST_QUOTED_STEMS = 3
"""Words with a meaning in a quote: "Yes, two things" shows nothing."""
_WITH_FIGURE = ("figures", "measured", "before")
"""Praises that only a sentence with a figure shows."""
_SHOWN_BY_LACK = ("answers", "honest", "learnt", "clear")
_UNASKED = {
    "opener": ("step",),
    "motivation": ("case", "step"),
    "closing": ("case", "plan", "step"),
}
"""By kind of question the codes of advice to give what it does not ask for."""
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
        refuted = _list_refuted(self.answer.reading).union(
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
        return code != NOTHING and any(
            advice.apt.sensible >= load_bound("weakness")
            for advice in self.advice
            if advice.code == code
        )

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
        says_new = load_remark_pattern("says_new").search
        rated = [
            (estimate_sentence(code, features), text)
            for text, features in self._sentences
            if (code not in _WITH_FIGURE or find_figures(text))
            and (code in _SHOWN_BY_LACK or not says_new(text))
        ]
        shows = [pair for pair in rated if pair[0] >= load_bound("quote")]
        return max(shows, default=(0.0, ""))[1]


def word_advice(code: str, kind: str, count: int) -> str:
    """Return an advice; `count` is how often it was given before, so that its words vary."""
    wordings: list[str] = _find_words("advice", code, "advice", kind)
    return wordings[count % len(wordings)]


def word_lack(code: str, kind: str) -> str:
    """Return what is missing or too much, worded to follow a colon."""
    lack: str = _find_words("advice", code, "lack", kind)
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


def _list_refuted(answer: AnswerReading) -> set[str]:
    """Return the codes of advice to give what the answer has already, as anybody can see, or what
    the question does not ask for."""
    has_figure = bool(find_figures(answer.whole_text))
    given: Mapping[str, bool] = {
        "figure": has_figure,
        "measure": any(map(find_figures, answer.elements.result)),
        "name": bool(list_names(answer)),
        "when": any(sentence.has_time for sentence in parse_whole(answer.whole_text)),
        "ask": asks_something(answer),
        "plan": bool(answer.plans),
        "question": has_figure and asks_for("asks_for_amount", answer),
        "end": bool(answer.elements.measured),
        "case": tells_own_case(answer) or asks_for("supposes", answer),
    }
    unasked = _UNASKED.get(answer.question.kind, ())
    return {code for code, is_given in given.items() if is_given}.union(unasked)


def _load_words() -> Mapping[str, Any]:
    return load_toml("interview_cli.coach.offline", "remark_words.toml")
