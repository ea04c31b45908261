"""Choose what the review says of an answer: advice and praise that a coach would give."""

from functools import cached_property
from typing import NamedTuple

from interview_cli.coach.offline.question_aims import Aim, find_aim, find_giveaway
from interview_cli.coach.offline.quote_guards import can_show, is_earned
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
from interview_cli.coach.offline.remark_texts import load_words
from interview_cli.coach.offline.told_steps import tells_case, tells_steps
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


LOW = 300
"""A score, 0 to 500, below which an answer gets advice even if it is less likely to help."""
_FINE = 375
"""A score, 0 to 500, from which an answer gets only advice that is likely to help."""
_THIN, _FEW_WORDS = 2, 25
"""An answer is thin if it is rated low, and this or less for what it holds, or is as short."""
_ANSWERS, _MANY_WORDS = 4, 150
"""A rating of relevance from which nothing in a shorter answer is beside the question."""
_HOLDING = ("relevance", "specificity")
"""Criteria of what an answer holds."""
_WORDED_BY_AIM = (
    "ask",
    "begin",
    "case",
    "check",
    "decision",
    "figure",
    "general",
    "job",
    "name",
    "order",
    "plan",
    "question",
    "reason",
    "step",
    "when",
    "wish",
)
"""Codes of advice that the aim of the question words better: all ask for more of what it wants."""
_NO_USE = ("job",)
"""Codes of advice on what is told in some form: nobody needs to tell it again."""
_NO_USE_UNLESS_LOW = ("wish", "step")
"""Codes of advice on what is told in some form: more of it lifts only a weak answer."""


class Advice(NamedTuple):
    """Advice of a code on one answer, with how apt it is."""

    code: str
    apt: Apt


class Praise(NamedTuple):
    """Praise of a code for one answer."""

    code: str
    quotes: tuple[str, ...]
    """The sentences that show it, the best first."""

    @property
    def quote(self) -> str:
        return self.quotes[0]


class Remarks:
    """What a coach would say of one answer."""

    def __init__(self, answer: RatedAnswer, later: int | None = None) -> None:
        self.answer = answer
        self.later = later
        """The number of the follow-up that has what it lacks; None if none has."""

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Every advice that neither the answer nor its praise refutes, the most useful first."""
        praised = {praise.code for praise in self.praises}
        refuted = list_refuted(self.answer.reading).union(
            code for code, praises in _CONTRADICTS.items() if not praised.isdisjoint(praises)
        )
        refuted |= self.told.intersection(_NO_USE)
        if not self.is_low:
            refuted |= self.told.intersection(_NO_USE_UNLESS_LOW)
        if self.has_aim:
            refuted |= set(_WORDED_BY_AIM)
        if self.is_on_question:
            refuted.add("question")
            is_all_asked = self.answer.exchange.question.kind == "motivation"
            refuted |= {"shorter"} if is_all_asked or "general" in refuted else set()
        apt = estimate_advice(self._features)
        kept = [Advice(code, apt[code]) for code in apt if code not in refuted]
        return tuple(sorted(kept, key=lambda advice: -advice.apt.usefulness))

    @cached_property
    def praises(self) -> tuple[Praise, ...]:
        """The praises that it deserves and that a sentence shows, those that tell most first."""
        estimates = estimate_praise(self._features)
        earned = [
            code for code in load_words()["praise"] if estimates[code] >= load_bound("praise")
        ]
        likeliest = max(estimates, key=lambda code: estimates[code])
        if not earned and estimates[likeliest] >= load_bound("only_praise"):
            earned = [likeliest]
        earned = [code for code in earned if is_earned(code, self.answer)]
        shown = {code: self._find_quotes(code) for code in earned}
        return tuple(Praise(code, shown[code]) for code in earned if shown[code])

    def is_weak_in(self, code: str) -> bool:
        """Return whether the answer very likely lacks what this advice asks for."""
        aim = self.word_by_aim(code)
        # Where some reason is told, only the words of the answer show that one is missing.
        is_motive = self.answer.exchange.question.kind == "motivation" and "wish" in self.told
        is_told = code in self.told or (aim is not None and is_motive)
        is_shown = not is_told or (aim is not None and aim.is_certain)
        return (
            code != NOTHING
            and is_shown
            and any(
                advice.apt.sensible >= load_bound("weakness")
                for advice in self.advice
                if advice.code == code
            )
        )

    @property
    def is_low(self) -> bool:
        return self.answer.score < LOW

    @property
    def is_fine(self) -> bool:
        """Whether it is rated so high that only a likely advice is given."""
        return self.answer.score >= _FINE

    @cached_property
    def is_thin(self) -> bool:
        """Whether it is rated low, and holds little."""
        found, words = self.answer.criteria, self.answer.reading.whole_word_count
        is_little = min(found[name].rating for name in _HOLDING) <= _THIN or words <= _FEW_WORDS
        return self.is_low and is_little

    @cached_property
    def aim(self) -> Aim | None:
        """What its question wants first; None if that has no known form."""
        return find_aim(self.answer.reading)

    @property
    def has_aim(self) -> bool:
        """Whether it has what its question wants first."""
        return self.aim is not None and self._is_given(self.aim)

    @property
    def is_on_question(self) -> bool:
        """Whether it is rated as one that answers the question, and is not too long for that."""
        reading = self.answer.reading
        is_short = reading.whole_word_count < _MANY_WORDS
        return is_short and self.answer.criteria["relevance"].rating >= _ANSWERS

    @cached_property
    def first(self) -> Aim | None:
        """What it should do first, by its own words or by its question, if it does not."""
        aim = self.aim
        if aim is None or not aim.comes_first:
            aim = self._find_giveaway() or aim
        reading = self.answer.reading
        if aim is None or self._is_given(aim) or aim.is_shown(reading):
            return None
        if aim.takes_case and tells_case(reading):
            return None
        return aim

    def _is_given(self, aim: Aim) -> bool:
        """Return whether it has what an aim asks for."""
        reading = self.answer.reading
        return aim.is_given(reading.whole_text) or (aim.takes_list and tells_steps(reading))

    def _find_giveaway(self) -> Aim | None:
        """Return what its words give away; to hand on what one has seen to is no fault."""
        giveaway = find_giveaway(self.answer.reading)
        is_handed_on = giveaway is not None and giveaway.name == "hands_over"
        return None if is_handed_on and tells_steps(self.answer.reading) else giveaway

    def word_by_aim(self, code: str) -> Aim | None:
        """Return the aim that words an advice of this code; None if it has words of its own."""
        if not self.is_low or code not in _WORDED_BY_AIM:
            return None
        if code == "job" and self.answer.features["trade_distance"]:
            return None  # what work of another trade has to do with this job is no matter of size
        return None if self.first and self.first.asks_for in self.told else self.first

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

    def _find_quotes(self, code: str) -> tuple[str, ...]:
        """Return the sentences that show a praise, the best first; none if none can."""
        rated = [
            (estimate_sentence(code, features), text)
            for text, features in self._sentences
            if can_show(code, text)
        ]
        shows = sorted((pair for pair in rated if pair[0] >= load_bound("quote")), reverse=True)
        return tuple(text for _, text in shows)
