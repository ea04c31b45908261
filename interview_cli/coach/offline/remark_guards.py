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
from interview_cli.coach.offline.question_aims import find_aim, matches_giveaway
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
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, split_sentences

_FEW_WORDS, _SHORT = 25, 40
"""In words: nothing is to be left out of a short answer."""
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
    "work": ("case", "step"),
    "motivation": ("begin", "case", "check", "end", "measure", "own", "plan", "step", "when"),
    "closing": ("case", "figure", "plan", "step", "when", "wish"),
    "part": ("case", "end", "figure", "measure", "step"),
}
"""By kind, or by aim, of a question the codes of advice to give what it does not ask for."""


def list_refuted(answer: AnswerReading) -> set[str]:
    """Return the codes of advice to give what the answer has already, as anybody can see, or what
    the question does not ask for."""
    has_figure = bool(find_figures(answer.whole_text))
    given: Mapping[str, bool] = {
        "figure": has_figure,
        "measure": any(map(find_figures, answer.elements.result)),
        "name": bool(list_names(answer)),
        "when": any(sentence.has_time for sentence in parse_whole(answer.whole_text))
        or (answer.question.kind == "situation" and not tells_own_case(answer)),
        "ask": asks_something(answer) or (_is_offer(answer) and not declines_offer(answer)),
        "plan": tells_plan(answer),
        "question": (has_figure and asks_for("asks_for_amount", answer)) or is_on_question(answer),
        "end": bool(answer.elements.measured),
        "case": tells_own_case(answer)
        or asks_for("supposes", answer)
        or (answer.question.kind == "situation" and not asks_for("asks_for_case", answer)),
        # A reason with a figure is one of the speaker's own.
        "wish": not asks_for_wish(answer) or (has_figure and has_wish(answer)),
        "gap": not _may_lack(answer) or tells_all_of_gap(answer),
        "step": _asks("asks_for_things", answer) and not _asks("asks_for_steps", answer),
        "general": not _has_general(answer) or answer.asks_employer,
        "shorter": answer.whole_word_count <= _SHORT,
    }
    kind = answer.question.kind
    aim = find_aim(answer)
    form = "part" if _asks("asks_for_part", answer) else aim.name if aim else kind
    unasked = _UNASKED.get(form, _UNASKED.get(kind, ()))
    return {code for code, is_given in given.items() if is_given}.union(unasked)


def list_told(answer: AnswerReading) -> set[str]:
    """Return the codes of advice for what the answer has in some form, or need not have.

    More of it may help, but nobody can say that it is missing.
    """
    speaks = matches_giveaway("speaks_to_employer", answer.whole_text)
    told: Mapping[str, bool] = {
        "step": tells_steps(answer),
        "wish": tells_wish(answer) or has_wish(answer),
        "ask": not asks_for_questions(answer.question.content),
        "job": _asks("asks_for_work", answer)
        or _names_employer(answer)
        # An opener that ends on the employer.
        or (answer.question.kind == "opener" and speaks),
        "gap": tells_nearest(answer) or tells_all_of_gap(answer),
        "measure": not answer.elements.result,
        # How somebody would go about it has reasons of its own, where none is asked for.
        "reason": bool(answer.elements.reasons)
        or (answer.question.kind == "situation" and not asks_for("asks_why", answer))
        or (answer.question.kind == "motivation" and has_wish(answer)),
        "figure": answer.question.kind in ("situation", "motivation", "gap"),
        "case": _is_own_case(answer)
        or (
            answer.question.kind not in ("behaviour", "requirement")
            and not asks_for("asks_for_case", answer)
        ),
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
    said = {found["verb"] for found in load_remark_pattern("i_act").finditer(answer.whole_text)}
    verbs |= {word for word in said & load_verbs().keys() if load_verbs()[word].form == "plain"}
    steps = len(verbs - load_remark_words("vague_steps") - load_no_deeds())
    notes = map(load_remark_pattern("note").match, split_sentences(answer.whole_text))
    if sum(note is not None for note in notes) > 1:
        return True
    joints = sum(
        load_remark_pattern("leads_on").match(each) is not None
        for each in split_sentences(answer.whole_text)
    )
    lists = sum(map(_is_list, sentences))
    tries = len(load_remark_pattern("tries").findall(answer.whole_text))
    return steps + joints + lists + tries >= _MIN_STEPS


def tells_plan(answer: AnswerReading) -> bool:
    """Return whether it says what the speaker would do, in whatever words."""
    if answer.plans or (answer.question.kind == "situation" and tells_steps(answer)):
        return True
    return any(
        load_remark_pattern("tells_plan").search(sentence.text) and len(sentence.specific_stems) > 1
        for sentence in parse_whole(answer.whole_text)
    )


def _is_on_gap(answer: AnswerReading) -> bool:
    """Return whether something is missing, by the question or by the answer."""
    return answer.question.kind == "gap" or find_own_gap(answer) is not None


def tells_nearest(answer: AnswerReading) -> bool:
    """Return whether it says what is missing, and tells at length what comes nearest."""
    return find_own_gap(answer) is not None and len(_find_nearest(answer)) >= _MIN_NEAREST


def _find_nearest(answer: AnswerReading) -> list[Sentence]:
    """Return the sentences with a name or a figure that do not say that something is missing."""
    gap = find_own_gap(answer)
    return [
        each
        for each in parse_whole(answer.whole_text)
        if (each.names or each.numbers)
        and each.text != gap
        and not load_remark_pattern("admits_gap").search(each.text)
    ]


def tells_bridge(answer: AnswerReading) -> bool:
    """Return whether it says what is missing and how or by when the speaker learns it."""
    is_planned = load_remark_pattern("tells_plan").search(answer.whole_text) is not None
    has_way = matches_giveaway("learns_it", answer.whole_text)
    return _is_on_gap(answer) and (has_way or is_planned)


def says_yes(answer: AnswerReading) -> bool:
    """Return whether it says yes to a question on a gap, and not much more."""
    is_yes = load_remark_pattern("says_yes").match(answer.whole_text) is not None
    return answer.question.kind == "gap" and is_yes and answer.whole_word_count <= _FEW_WORDS


def tells_all_of_gap(answer: AnswerReading) -> bool:
    """Return whether it says what is missing, how it will be learnt, and what comes nearest or by
    when."""
    is_dated = any(sentence.has_time for sentence in parse_whole(answer.whole_text))
    is_near = len(_find_nearest(answer)) >= _MIN_NEAREST
    return tells_bridge(answer) and (is_dated or is_near)


def asks_for_wish(answer: AnswerReading) -> bool:
    """Return whether the question asks what the speaker wants, or for what reason."""
    is_motive = answer.question.kind == "motivation" or asks_for("asks_why", answer)
    return is_motive and not _asks("asks_for_work", answer)


def has_wish(answer: AnswerReading) -> bool:
    """Return whether it holds a want, a like, a reason or an aim that does not fit any job."""
    return any(
        load_remark_pattern("has_wish").search(sentence.text)
        and not load_remark_pattern("any_wish").search(sentence.text)
        for sentence in parse_whole(answer.whole_text)
    )


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


def _is_own_case(answer: AnswerReading) -> bool:
    """Return whether the speaker does something in it, however short, or in the present tense."""
    return any(
        (each.acts or each.present_verbs) and not each.has_phrase("general")
        for each in answer.elements.substantive
    )


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
        or load_remark_pattern("keeps_clear").match(sentence)
        or answer.question.kind in ("motivation", "closing")
    )


def _has_general(answer: AnswerReading) -> bool:
    return bool(answer.elements.empty or find_general_sentences(answer))


def _asks(group: str, answer: AnswerReading) -> bool:
    return load_remark_pattern(group).search(answer.question.content) is not None
