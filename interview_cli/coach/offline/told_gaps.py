"""What an answer says of something that is missing, and what comes nearest to it."""

from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.question_aims import matches_giveaway
from interview_cli.coach.offline.remark_rules import load_remark_pattern, parse_whole
from interview_cli.coach.offline.told_cases import asks_for, find_admitted_gap, find_gaps

_FEW_WORDS = 25
"""Of a plain yes."""
_MAX_DECLINE = 20
"""In words: a "no" with more behind it adds something."""
_MIN_NEAREST = 2
"""Sentences with a name or a figure on what comes nearest."""


def _is_on_gap(answer: AnswerReading) -> bool:
    """Return whether something is missing, by the question or by the answer."""
    return answer.question.kind == "gap" or find_own_gap(answer) is not None


def tells_nearest(answer: AnswerReading) -> bool:
    """Return whether it says what is missing, and tells at length what comes nearest."""
    return find_own_gap(answer) is not None and len(find_nearest(answer)) >= _MIN_NEAREST


def find_nearest(answer: AnswerReading) -> list[Sentence]:
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
    is_near = len(find_nearest(answer)) >= _MIN_NEAREST
    return tells_bridge(answer) and (is_dated or is_near)


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
    is_no = load_remark_pattern("declines").match(answer.whole_text) is not None
    return is_offer(answer) and is_no and answer.whole_word_count <= _MAX_DECLINE


def closes_on_gap(answer: AnswerReading) -> bool:
    """Return whether an answer that may say anything at the close says what is missing."""
    is_free = is_offer(answer) or asks_for("asks_for_best", answer)
    lacks = load_remark_pattern("lacks_at_close")
    return answer.is_closing and is_free and lacks.search(answer.whole_text) is not None


def is_offer(answer: AnswerReading) -> bool:
    """Return whether the last question offers to add something."""
    return answer.is_closing and asks_for("offers_to_add", answer)


def _is_gap(sentence: str, answer: AnswerReading) -> bool:
    return not (
        asks_for("poses_unknown", answer)
        or load_remark_pattern("says_to_others").search(sentence)
        or load_remark_pattern("keeps_clear").match(sentence)
        or answer.question.kind in ("motivation", "closing")
    )
