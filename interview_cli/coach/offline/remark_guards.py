"""Guard the remarks of the review: none says that something is missing which anybody can see.

The estimates say what a coach would probably say. A remark that the answer or its question refutes
is not made, or it is worded so that it denies nothing.
"""

from collections.abc import Mapping

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.measures import find_general_sentences, list_names
from interview_cli.coach.offline.forms import asks_for_questions
from interview_cli.coach.offline.question_aims import find_aim, matches_giveaway
from interview_cli.coach.offline.remark_rules import (
    count_i,
    count_we,
    find_figures,
    load_remark_pattern,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import asks_for, asks_something, tells_own_case
from interview_cli.coach.offline.told_gaps import (
    declines_offer,
    find_own_gaps,
    is_offer,
    tells_all_of_gap,
    tells_nearest,
)
from interview_cli.coach.offline.told_steps import tells_case, tells_plan, tells_steps
from interview_cli.english.words import content_stems

_SHORT = 40
"""In words: nothing is to be left out of a short answer."""
_MIN_CASE_STEMS = 4
_MIN_SHARED_STEMS = 2
_ENOUGH_WISHES = 2
_ENOUGH_I = 2
_UNASKED = {
    "opener": ("check", "decision", "end", "measure", "own", "reason", "step", "when"),
    "requirement": ("job",),
    "behaviour": ("job",),
    "situation": ("job",),
    "follow_up": ("job",),
    "work": ("case", "step"),
    "motivation": ("begin", "case", "check", "end", "measure", "own", "plan", "step", "when"),
    "closing": ("case", "figure", "plan", "step", "when", "wish"),
    "part": ("case", "end", "figure", "measure", "step"),
    "words": (
        "case",
        "check",
        "end",
        "figure",
        "measure",
        "name",
        "own",
        "shorter",
        "step",
        "when",
    ),
    "outcome": (
        "case",
        "check",
        "decision",
        "job",
        "name",
        "order",
        "plan",
        "reason",
        "step",
        "when",
    ),
}
"""By kind, or by aim, of a question the codes of advice to give what it does not ask for."""


def list_refuted(answer: AnswerReading) -> set[str]:
    """Return the codes of advice to give what the answer has already, as anybody can see, or what
    the question does not ask for."""
    has_figure = bool(find_figures(answer.whole_text))
    asks_reason = asks_for("asks_for_reason", answer)
    given: Mapping[str, bool] = {
        "figure": has_figure or asks_reason or asks_for("asks_for_words", answer),
        "measure": any(map(find_figures, answer.elements.result)),
        "name": bool(list_names(answer)) or asks_for("asks_for_things", answer),
        "when": any(sentence.has_time for sentence in parse_whole(answer.whole_text))
        or asks_for("asks_for_things", answer)
        or (answer.question.kind == "situation" and not tells_own_case(answer)),
        "ask": asks_something(answer) or (is_offer(answer) and not declines_offer(answer)),
        "plan": tells_plan(answer),
        "question": (has_figure and asks_for("asks_for_amount", answer))
        or is_on_question(answer)
        or gives_reason_asked(answer)
        or asks_for("asks_for_end", answer)
        or _is_own_case(answer),
        "end": bool(answer.elements.measured) or asks_for("asks_for_end", answer),
        "case": tells_own_case(answer)
        or asks_for("supposes", answer)
        or asks_reason
        or (answer.question.kind == "situation" and not asks_for("asks_for_case", answer)),
        # A reason with a figure is one of the speaker's own.
        "wish": not asks_for_wish(answer) or (has_figure and has_wish(answer)),
        "gap": not _may_lack(answer) or tells_all_of_gap(answer),
        "step": asks_reason
        or (asks_for("asks_for_things", answer) and not asks_for("asks_for_steps", answer))
        # Of a case that is told step by step nobody can ask for one time when it was done.
        or (asks_for("asks_for_case", answer) and tells_case(answer)),
        # What somebody names as a motive is a reason, in whatever words.
        "reason": answer.question.kind == "motivation",
        "own": _speaks_as_i(answer),
        "general": not _has_general(answer) or answer.asks_employer,
        "shorter": answer.whole_word_count <= _SHORT or not _strays(answer),
    }
    kind = answer.question.kind
    aim = find_aim(answer)
    form = aim.name if aim else kind
    if asks_for("asks_for_part", answer):
        form = "part"
    elif asks_for("asks_for_end", answer):
        form = "outcome"
    elif asks_for("asks_for_exact_words", answer):
        form = "words"
    unasked = _UNASKED.get(form, _UNASKED.get(kind, ()))
    return {code for code, is_given in given.items() if is_given}.union(unasked)


def list_told(answer: AnswerReading) -> set[str]:
    """Return the codes of advice for what the answer has in some form, or need not have.

    More of it may help, but nobody can say that it is missing.
    """
    speaks = matches_giveaway("speaks_to_employer", answer.whole_text)
    says_what_counts = load_remark_pattern("says_what_counts").search(answer.whole_text) is not None
    told: Mapping[str, bool] = {
        "step": tells_steps(answer),
        "wish": tells_wish(answer) or has_wish(answer),
        "ask": not asks_for_questions(answer.question.content),
        "job": asks_for("asks_for_work", answer)
        or _names_employer(answer)
        # An opener that ends on the employer, or on what counts for the job.
        or (answer.question.kind == "opener" and (speaks or says_what_counts)),
        "gap": tells_nearest(answer) or tells_all_of_gap(answer),
        "measure": not answer.elements.result,
        # How somebody would go about it has reasons of its own, where none is asked for.
        "reason": bool(answer.elements.reasons)
        or (answer.question.kind == "situation" and not asks_for("asks_why", answer)),
        "figure": answer.question.kind in ("situation", "motivation", "gap"),
        "case": _is_own_case(answer)
        or (
            answer.question.kind not in ("behaviour", "requirement")
            and not asks_for("asks_for_case", answer)
        ),
    }
    return {code for code, is_told in told.items() if is_told}


def asks_for_wish(answer: AnswerReading) -> bool:
    """Return whether the question asks what the speaker wants, or for what reason."""
    is_motive = answer.question.kind == "motivation" or asks_for("asks_why", answer)
    return is_motive and not asks_for("asks_for_work", answer)


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
    if kind == "opener" or len(stems) >= _MIN_SHARED_STEMS or is_offer(answer):
        return True
    if kind in ("motivation", "closing"):
        return any(
            load_remark_pattern("tells_wish").search(text) for text in answer.elements.sentences
        )
    is_case = tells_own_case(answer) and len(answer.stems) >= _MIN_CASE_STEMS
    return (is_case or tells_steps(answer)) and kind in ("situation", "behaviour")


def gives_reason_asked(answer: AnswerReading) -> bool:
    """Return whether the question asks for a reason alone, and the answer has one."""
    shows = load_remark_pattern("shows_reason").search(answer.whole_text) is not None
    return shows and asks_for("asks_for_reason", answer)


def _is_own_case(answer: AnswerReading) -> bool:
    """Return whether the speaker does something in it, however short, or in the present tense."""
    return any(
        (each.acts or each.present_verbs) and not each.has_phrase("general")
        for each in answer.elements.substantive
    )


def _speaks_as_i(answer: AnswerReading) -> bool:
    """Return whether the speaker says "I" more than once, and more often than "we"."""
    return count_i(answer) >= _ENOUGH_I and count_i(answer) > count_we(answer)


def _names_employer(answer: AnswerReading) -> bool:
    """Return whether a motive speaks of the employer."""
    is_motive = answer.question.kind == "motivation"
    return is_motive and load_remark_pattern("to_employer").search(answer.whole_text) is not None


def _may_lack(answer: AnswerReading) -> bool:
    """Return whether the question asks for something that the speaker may not have."""
    is_asked = asks_for("asks_whether", answer) or asks_for("asks_for_amount", answer)
    return answer.question.kind == "gap" or is_asked or bool(find_own_gaps(answer))


def _strays(answer: AnswerReading) -> bool:
    """Return whether a motive has sentences that say neither a wish nor a reason, more than one.

    Of other kinds of answers the estimates tell.
    """
    if answer.question.kind != "motivation":
        return True
    wish = load_remark_pattern("has_wish")
    beside = [
        sentence
        for sentence in parse_whole(answer.whole_text)
        if not (wish.search(sentence.text) or _addresses(sentence.text))
    ]
    return len(beside) > 1


def _addresses(text: str) -> bool:
    return load_remark_pattern("to_employer").search(text) is not None


def _has_general(answer: AnswerReading) -> bool:
    return bool(answer.elements.empty or find_general_sentences(answer))
