"""Guard the remarks of the review: none says that something is missing which anybody can see.

The estimates say what a coach would probably say. A remark that the answer or its question refutes
is not made, or it is worded so that it denies nothing.
"""

from collections.abc import Mapping

from interview_cli.answers.clauses import load_no_deeds
from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.measures import find_general_sentences, list_names
from interview_cli.coach.offline.forms import asks_for_questions
from interview_cli.coach.offline.remark_rules import (
    find_figures,
    load_remark_pattern,
    load_remark_words,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import (
    asks_for,
    asks_something,
    find_admitted_gap,
    find_gaps,
    tells_own_case,
)
from interview_cli.english.words import content_stems

_MIN_STEPS, _MIN_STEP_STEMS = 3, 2
_MIN_CASE_STEMS = 4
_MIN_SHARED_STEMS = 2
_ENOUGH_WISHES = 2
_MIN_NEAREST = 2
"""Sentences with a name or a figure on what comes nearest."""
_MIN_COMMAS, _MIN_LISTED = 2, 3
"""Of a sentence that names one thing after the other."""
_UNASKED = {
    "opener": ("step",),
    "motivation": ("case", "step"),
    "closing": ("case", "figure", "plan", "step", "wish"),
    "part": ("case", "end", "figure", "measure", "step"),
}
"""By kind of question the codes of advice to give what it does not ask for."""


def list_refuted(answer: AnswerReading) -> set[str]:
    """Return the codes of advice to give what the answer has already, as anybody can see, or what
    the question does not ask for."""
    has_figure = bool(find_figures(answer.whole_text))
    given: Mapping[str, bool] = {
        "figure": has_figure,
        "measure": any(map(find_figures, answer.elements.result)),
        "name": bool(list_names(answer)),
        "when": any(sentence.has_time for sentence in parse_whole(answer.whole_text)),
        "ask": asks_something(answer) or (_is_offer(answer) and not declines_offer(answer)),
        "plan": tells_plan(answer),
        "question": (has_figure and asks_for("asks_for_amount", answer)) or is_on_question(answer),
        "end": bool(answer.elements.measured),
        "case": tells_own_case(answer) or asks_for("supposes", answer),
        "wish": _asks("asks_for_work", answer),
        "gap": not _may_lack(answer),
        "step": _asks("asks_for_things", answer) and not _asks("asks_for_steps", answer),
        "general": not _has_general(answer) or answer.asks_employer,
    }
    kind = answer.question.kind
    unasked = _UNASKED.get("part" if _asks("asks_for_part", answer) else kind, ())
    return {code for code, is_given in given.items() if is_given}.union(unasked)


def list_told(answer: AnswerReading) -> set[str]:
    """Return the codes of advice for what the answer has in some form, or need not have.

    More of it may help, but nobody can say that it is missing.
    """
    told: Mapping[str, bool] = {
        "step": tells_steps(answer),
        "wish": tells_wish(answer),
        "ask": not asks_for_questions(answer.question.content),
        "job": _asks("asks_for_work", answer) or _names_employer(answer),
        "gap": tells_nearest(answer),
        "measure": not answer.elements.result,
        "reason": bool(answer.elements.reasons),
        "case": answer.question.kind not in ("behaviour", "requirement")
        and not asks_for("asks_for_case", answer),
    }
    return {code for code, is_told in told.items() if is_told}


def tells_steps(answer: AnswerReading) -> bool:
    """Return whether it says in several verbs, or one point after the other, what the speaker does
    or did."""
    sentences = [
        sentence
        for sentence in parse_whole(answer.whole_text)
        if not sentence.is_empty and len(content_stems(sentence.masked_text)) >= _MIN_STEP_STEMS
    ]
    verbs = frozenset[str]().union(
        *(each.planned_verbs | each.present_verbs | each.acts for each in sentences)
    )
    steps = len(verbs - load_remark_words("vague_steps") - load_no_deeds())
    joints = sum(load_remark_pattern("leads_on").match(each.text) is not None for each in sentences)
    lists = sum(map(_is_list, sentences))
    return steps + joints + lists >= _MIN_STEPS


def tells_plan(answer: AnswerReading) -> bool:
    """Return whether it says what the speaker would do, in whatever words."""
    if answer.plans or (answer.question.kind == "situation" and tells_steps(answer)):
        return True
    return any(
        load_remark_pattern("tells_plan").search(sentence.text) and len(sentence.specific_stems) > 1
        for sentence in parse_whole(answer.whole_text)
    )


def tells_nearest(answer: AnswerReading) -> bool:
    """Return whether it says what is missing, and tells at length what comes nearest."""
    gap = find_own_gap(answer)
    nearest = [
        each
        for each in parse_whole(answer.whole_text)
        if (each.names or each.numbers)
        and each.text != gap
        and not load_remark_pattern("admits_gap").search(each.text)
    ]
    return gap is not None and len(nearest) >= _MIN_NEAREST


def tells_wish(answer: AnswerReading) -> bool:
    """Return whether it says what the speaker wants from the job, beyond what anybody wants."""
    if answer.question.kind != "motivation":
        return False
    wishes = [
        sentence
        for sentence in parse_whole(answer.whole_text)
        if load_remark_pattern("tells_wish").search(sentence.text)
        and not load_remark_pattern("any_wish").search(sentence.text)
        and sentence.specific_stems
    ]
    return len(wishes) >= _ENOUGH_WISHES


def is_on_question(answer: AnswerReading) -> bool:
    """Return whether its words or its form show that it is on what was asked."""
    stems = content_stems(answer.question.content) & content_stems(answer.whole_text)
    kind = answer.question.kind
    if kind == "opener" or len(stems) >= _MIN_SHARED_STEMS or _is_offer(answer):
        return True
    if kind in ("motivation", "closing"):
        return any(
            load_remark_pattern("tells_wish").search(text) for text in answer.elements.sentences
        )
    is_case = tells_own_case(answer) and len(answer.stems) >= _MIN_CASE_STEMS
    return (is_case or tells_steps(answer)) and kind in ("situation", "behaviour")


def find_own_gap(answer: AnswerReading) -> str | None:
    """Return the first sentence if it says that what was asked for is missing, else None.

    To tell others that one does not know is no gap, nor is it one where the question says so.
    """
    gap = find_admitted_gap(answer)
    return gap if gap and _is_gap(gap, answer) else None


def find_own_gaps(answer: AnswerReading) -> list[str]:
    """Return the sentences in which the speaker says that something asked for is missing."""
    return [gap for gap in find_gaps(answer) if _is_gap(gap, answer)]


def declines_offer(answer: AnswerReading) -> bool:
    """Return whether it says no to an offer to add something, which is no fault."""
    return (
        _is_offer(answer) and load_remark_pattern("declines").match(answer.whole_text) is not None
    )


def _is_offer(answer: AnswerReading) -> bool:
    """Return whether the last question offers to add something."""
    return answer.is_closing and _asks("offers_to_add", answer)


def _is_list(sentence: Sentence) -> bool:
    """Return whether a sentence names one thing after the other: "Pressure, flue, ratio"."""
    return sentence.text.count(",") >= _MIN_COMMAS and len(sentence.specific_stems) >= _MIN_LISTED


def _names_employer(answer: AnswerReading) -> bool:
    """Return whether a motive speaks of the employer."""
    is_motive = answer.question.kind == "motivation"
    return is_motive and load_remark_pattern("to_employer").search(answer.whole_text) is not None


def _may_lack(answer: AnswerReading) -> bool:
    """Return whether the question asks for something that the speaker may not have."""
    is_asked = asks_for("asks_whether", answer) or asks_for("asks_for_amount", answer)
    return answer.question.kind == "gap" or is_asked or bool(find_own_gaps(answer))


def _is_gap(sentence: str, answer: AnswerReading) -> bool:
    return not (
        _asks("poses_unknown", answer)
        or load_remark_pattern("says_to_others").search(sentence)
        or answer.question.kind in ("motivation", "closing")
    )


def _has_general(answer: AnswerReading) -> bool:
    return bool(answer.elements.empty or find_general_sentences(answer))


def _asks(group: str, answer: AnswerReading) -> bool:
    return load_remark_pattern(group).search(answer.question.content) is not None
