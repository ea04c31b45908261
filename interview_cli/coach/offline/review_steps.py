"""Choose what a review advises to do next time with an answer: one thing."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from interview_cli.answers.clauses import lower_first
from interview_cli.coach.offline.question_aims import Aim, find_giveaway
from interview_cli.coach.offline.rated_answer import HIGHEST, RatedAnswer
from interview_cli.coach.offline.remark_choice import NOTHING, Advice, Remarks
from interview_cli.coach.offline.remark_fits import load_bound
from interview_cli.coach.offline.remark_guards import gives_reason_asked
from interview_cli.coach.offline.remark_texts import find_gain, word_advice
from interview_cli.coach.offline.review_points import WEAK
from interview_cli.coach.offline.shown_weaknesses import stays_general
from interview_cli.coach.offline.told_cases import asks_for, tells_own_case
from interview_cli.coach.offline.told_gaps import (
    closes_on_gap,
    declines_offer,
    find_own_gap,
    is_offer,
    says_yes,
    tells_all_of_gap,
)
from interview_cli.english.foreign import is_foreign
from interview_cli.requirements.asked_criteria import find_asked

_NEARLY = 0.8
"""An advice of this share of the greatest usefulness may stand for one that was given before."""
_ASK, _GAP, _WISH = "ask", "gap", "wish"
_YES = "Add one thing that you did with it."
_LIFTS = 0.45
"""How likely an advice helps that is given to an answer which is rated in the middle."""
_NO_LIFT = (NOTHING, "job", "name", "question", "step", "when")
"""Codes that lift no answer which is not weak."""
_TO_LIFT = "To lift it further, {}"
_FOR_OPENERS = ("figure", "general", "job", "name")
"""Codes that may help a thin opener."""
_WITHOUT_CASE = ("opener", "motivation", "closing", "gap", "follow_up")
"""Kinds of questions that no other case answers better."""
_KEEP_OR_BETTER = (
    "It can stay, unless you have a stronger case of your own.",
    "Keep it, or tell a stronger case of your own in its place.",
)
_KEEP_AND_TIME = (
    "It can stay. Add the last time that you did it, in one sentence.",
    "Keep it, and add in one sentence when you last did so.",
)
"""For work that was told as it is done, and not by a case."""
_ASK_MORE = "Ask one thing more: how they will see, in three months, that it goes well."
_TIE_TO_WORK = (
    "Choose the reason that only you can give, and tie it to one task of this job that you have "
    "done."
)
_SAY_ALOUD = "Say these words aloud once, as you would say them there."
_MORE_OF_IT = "Tell one point of it more closely: what you do there, and what it changes."
KEEP_IT = (
    "Keep it as it is.",
    "Leave it as it is.",
    "It can stay as it is.",
)
_PROBABLY = 0.5
_IF_ONE = "If you change one thing, {}"
_TELL_AT_ONCE = "Tell at once what you told only when asked again, in answer {}."
_CLOSE_ON_STRENGTH = (
    "Say what is missing in one sentence, with the date by which it comes; then end on the fact "
    "that speaks most for you."
)
_SURE_GIVEAWAYS = {"conditions": _ASK, "suits_me": _WISH}
"""By what the words of an answer give away, whatever else it holds: the code of the advice."""
_REASON_GIVEN = "The reason can stand. Add in one sentence what you found by it."
_TELL_EARLIER = (
    "It is a case worth telling: tell it at the question that it belongs to, and close "
    "on what draws you to this job."
)
_BRIEF = 40
"""In words: who tells so little of what was asked for can add a piece of work."""
_MIN_DEEDS = 3
"""Sentences in which the speaker acts: fewer make no case."""
_ONE_TIME = "Tell the last time that you did it: what you saw, what you did, and how it came out."
_LIKED_MOST = "Say of what you would look forward to which part you have done already."
_OTHER_LANGUAGE = "Answer in English, or practise with a language model, which reads yours."
_STANDING_COMPLETE = "That answers it. Say it in one breath."
_STANDING_DATED = "That answers it: what is missing, and by when. Say it in one breath."
_STANDING_HELD = "Add since when you have it."
_STANDING_OPEN = "Add from when on you will have it, or the first step to it and its date."


Named = Literal["keep", "general", "figure", "task", "ad_line", "tie"]
"""What words of the answer or of the ad are, as `[concrete]` of `remark_words.toml` has it."""


class Step(NamedTuple):
    """A piece of advice."""

    text: str
    code: str = ""
    """What it is about, as `remark_words.toml` names it; empty for advice of another kind."""
    usefulness: float = 0.0
    """How likely it helps, 0 to 2."""
    is_change: bool = True
    """Whether it asks for a change."""
    is_sure: bool = True
    """Whether it is likely that it helps."""
    aim: Aim | None = None
    """What words it, if the aim of the question or the words of the answer do."""
    is_told: bool = False
    """Whether the answer has something of it: what is advised is more of it."""
    is_soon: bool = False
    """Whether another answer has what it asks for."""
    names: Named | None = None
    """Which words make it concrete, if the answer or the ad has them."""

    @property
    def gain(self) -> str:
        """What several answers with this advice gain by alike; empty if nothing is shared."""
        return self.aim.gain if self.aim else find_gain(self.code, is_told=self.is_told)


def choose_step(remarks: Remarks, given: Mapping[str, int]) -> Step:
    """Return the advice on an answer: what would help most, or nearly so, and was given least."""
    step = _choose_by_form(remarks)
    if step:
        return step
    kind = remarks.answer.exchange.question.kind
    advice = _choose_advice(remarks, given)
    if advice is None:
        return _choose_addition(remarks) or _choose_lift(remarks)
    number = remarks.answer.exchange.number
    if advice.code == NOTHING:
        return Step(word_advice(NOTHING, kind, number), NOTHING, is_change=False)
    if kind == "gap" and tells_all_of_gap(remarks.answer.reading):
        if remarks.is_low and remarks.answer.reading.whole_word_count <= _BRIEF:
            return Step(_YES, usefulness=1.0)
        return Step(_keep(number), is_change=False)
    if aim := remarks.word_by_aim(advice.code):
        return Step(aim.advice, advice.code, advice.apt.usefulness, aim=aim)
    is_told = advice.code in remarks.told
    text = word_advice(advice.code, kind, given.get(advice.code, 0), is_told=is_told)
    return Step(text, advice.code, advice.apt.usefulness, is_told=is_told)


def _choose_by_form(remarks: Remarks) -> Step | None:
    """Return the advice on an answer whose form alone says what to do; None for any other."""
    answer, reading = remarks.answer, remarks.answer.reading
    kind = answer.exchange.question.kind
    if is_foreign(answer.exchange.answer):
        return Step(_OTHER_LANGUAGE)
    if remarks.later:
        return Step(_TELL_AT_ONCE.format(remarks.later), usefulness=1.0, is_soon=True)
    if answer.missed:
        return Step(word_advice(answer.missed.name, kind, 0), usefulness=1.0)
    if answer.tells_standing:
        return _advise_on_standing(answer)
    if step := _choose_for_close(remarks):
        return step
    if gives_reason_asked(reading) and kind == "follow_up":
        return Step(_REASON_GIVEN, is_change=False)
    giveaway = find_giveaway(reading)
    if giveaway and giveaway.name in _SURE_GIVEAWAYS and not remarks.is_fine:
        return Step(giveaway.advice, _SURE_GIVEAWAYS[giveaway.name], 1.0, aim=giveaway)
    if says_yes(reading):
        return Step(_YES, usefulness=1.0)
    return None


def _choose_for_close(remarks: Remarks) -> Step | None:
    """Return the advice on what somebody says at the close of their own; None for any other."""
    reading = remarks.answer.reading
    if closes_on_gap(reading) and not remarks.is_fine:
        return Step(_CLOSE_ON_STRENGTH, usefulness=1.0)
    if declines_offer(reading):
        return Step(word_advice(_ASK, reading.question.kind, 0, is_told=True), _ASK)
    deeds = sum(bool(sentence.acts) for sentence in reading.elements.substantive)
    if is_offer(reading) and deeds >= _MIN_DEEDS and remarks.is_fine:
        return Step(_TELL_EARLIER, is_change=False)
    return None


def _keep(number: int) -> str:
    return KEEP_IT[number % len(KEEP_IT)]


def _choose_addition(remarks: Remarks) -> Step | None:
    """Return the likeliest advice on a thin answer; None for any other.

    Readers called two in three of these sensible, and one in four of such answers good as it is.
    """
    answer, kind = remarks.answer, remarks.answer.exchange.question.kind
    is_good = _is_probably_good(remarks) or remarks.has_aim
    # Of an answer that tells its steps, to tell one more closely is false six times in seven.
    advice = [
        each
        for each in remarks.advice
        if each.code != NOTHING
        and (kind != "opener" or each.code in _FOR_OPENERS)
        and (each.code not in remarks.told or remarks.word_by_aim(each.code))
    ]
    if is_good or not advice or not remarks.is_thin or answer.reading.asks_employer:
        return None
    best = max(advice, key=lambda each: each.apt.sensible)
    if aim := remarks.word_by_aim(best.code):
        return Step(aim.advice, best.code, best.apt.usefulness, is_sure=False, aim=aim)
    addition = _IF_ONE.format(lower_first(word_advice(best.code, kind, 0)))
    return Step(addition, best.code, best.apt.usefulness, is_sure=False)


def _choose_lift(remarks: Remarks) -> Step:
    """Return what would lift an answer that is rated in the middle, or to leave it as it is."""
    answer, kind = remarks.answer, remarks.answer.exchange.question.kind
    number, text = answer.exchange.number, answer.reading.whole_text
    aim = remarks.aim
    if aim and not (remarks.is_fine or aim.is_lifted(text)):
        return Step(aim.lift, is_change=False, names="task" if aim.name == "work" else None)
    if remarks.is_fine or _is_probably_good(remarks) or remarks.has_aim:
        return _keep_or_lift(remarks)
    unsure = remarks.told.union(_NO_LIFT)
    advice = [each for each in remarks.advice if each.code not in unsure]
    best = max(advice, key=lambda each: each.apt.sensible, default=None)
    if best and best.apt.sensible >= _LIFTS and not answer.reading.asks_employer:
        if aim := remarks.word_by_aim(best.code):
            return Step(aim.advice, best.code, best.apt.usefulness, is_sure=False, aim=aim)
        lift = _TO_LIFT.format(lower_first(word_advice(best.code, kind, 0)))
        return Step(lift, best.code, best.apt.usefulness, is_sure=False)
    if kind in _WITHOUT_CASE:
        return _keep_or_lift(remarks)
    if kind == "situation":
        is_case = tells_own_case(answer.reading)
        text = _keep(number) if is_case else _KEEP_AND_TIME[number % len(_KEEP_AND_TIME)]
        return Step(text, is_change=False)
    return Step(_KEEP_OR_BETTER[number % len(_KEEP_OR_BETTER)], is_change=False)


def _keep_or_lift(remarks: Remarks) -> Step:
    """Return to leave an answer as it is; nobody is told so of one that is rated low."""
    answer = remarks.answer
    if not remarks.is_low or declines_offer(answer.reading):
        return Step(_keep(answer.exchange.number), is_change=False)
    if answer.reading.asks_employer:
        return Step(_ASK_MORE)
    if asks_for("asks_for_least", answer.reading):
        return Step(_LIKED_MOST)
    is_on_things = asks_for("asks_for_things", answer.reading)
    if stays_general(remarks) and not (
        is_on_things and not asks_for("asks_for_steps", answer.reading)
    ):
        return Step(_ONE_TIME)
    if asks_for("asks_for_exact_words", answer.reading):
        return Step(_SAY_ALOUD, is_change=False)
    if remarks.has_aim and remarks.aim and remarks.aim.lift:
        return Step(remarks.aim.lift, is_change=False)
    if answer.exchange.question.kind == "motivation":
        return Step(_TIE_TO_WORK, _WISH if _WISH in remarks.told else "", names="tie")
    return Step(_MORE_OF_IT)


def _is_probably_good(remarks: Remarks) -> bool:
    """Return whether a coach would probably leave it as it is."""
    return any(each.code == NOTHING and each.apt.sensible >= _PROBABLY for each in remarks.advice)


def _advise_on_standing(answer: RatedAnswer) -> Step:
    standing = answer.tells_standing
    if standing and standing.says_when:
        text = _STANDING_COMPLETE if standing.has_it else _STANDING_DATED
        return Step(text, is_change=False)
    is_held = standing is not None and standing.has_it
    return Step(_STANDING_HELD if is_held else _STANDING_OPEN, usefulness=1.0)


def _choose_advice(remarks: Remarks, given: Mapping[str, int]) -> Advice | None:
    """Return the advice to give; None if none is likely enough to be sensible."""
    answer = remarks.answer
    asked = find_asked(answer.exchange.question)
    ratings = [answer.criteria[name].rating for name in asked]
    advice = remarks.advice
    if find_own_gap(answer.reading) and not tells_all_of_gap(answer.reading):
        return next(each for each in advice if each.code == _GAP)
    if min(ratings) == HIGHEST:
        return next(each for each in advice if each.code == NOTHING)
    if min(ratings) <= WEAK:  # nobody is told to leave a weak answer as it is
        advice = tuple(each for each in advice if each.code != NOTHING)
    if not advice:
        return None
    best = advice[0]
    near = [
        each
        for each in advice
        if each.apt.sensible >= load_bound("keep" if each.code == NOTHING else "advice")
        and each.apt.usefulness >= _NEARLY * best.apt.usefulness
        and (each.code == NOTHING) == (best.code == NOTHING)
    ]
    return min(near, key=lambda each: given.get(each.code, 0), default=None)
