"""What a question and its answer make of an answer: a case of one's own, with an end, or a gap."""

from interview_cli.answers.missing import tells_outcome
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.remark_rules import find_figures, load_remark_pattern, parse_whole
from interview_cli.english.words import split_sentences

_LAST_SENTENCES = 2


def find_admitted_gap(answer: AnswerReading) -> str | None:
    """Return the first sentence if it says that what was asked for is missing, else None."""
    first = next(iter(split_sentences(answer.whole_text)), None)
    return first if first in find_gaps(answer) else None


def find_gaps(answer: AnswerReading) -> list[str]:
    """Return the sentences in which the speaker says that something is missing.

    None of an answer to a question that asks for it.
    """
    if answer.is_closing or asks_for("asks_for_failure", answer):
        return []
    admits = load_remark_pattern("admits_gap")
    return list(filter(admits.search, split_sentences(answer.whole_text)))


def asks_for(group: str, answer: AnswerReading) -> bool:
    """Return whether the question matches a group of `remarks.toml`. Raises KeyError."""
    return load_remark_pattern(group).search(answer.question.content) is not None


def asks_something(answer: AnswerReading) -> bool:
    """Return whether an answer asks something, in whatever form."""
    indirect = load_remark_pattern("indirect_question")
    return "?" in answer.whole_text or indirect.search(answer.whole_text) is not None


def tells_own_case(answer: AnswerReading) -> bool:
    """Return whether the speaker tells what they did, and does not begin with a no."""
    is_told = any(sentence.acts for sentence in answer.elements.substantive)
    return is_told and find_admitted_gap(answer) is None


def owes_case(answer: AnswerReading) -> bool:
    """Return whether one case was asked for, and the speaker tells one of their own."""
    is_asked = answer.question.kind == "behaviour" or asks_for("asks_for_case", answer)
    return is_asked and tells_own_case(answer)


def tells_end(answer: AnswerReading) -> bool:
    """Return whether something came of it, by a result or by how the answer ends."""
    ends = [sentence.text for sentence in parse_whole(answer.whole_text)[-_LAST_SENTENCES:]]
    change = load_remark_pattern("ends_with_change")
    return (
        bool(answer.elements.result)
        or tells_outcome(parse_whole(answer.whole_text))
        or any(find_figures(text) or change.search(text) for text in ends)
    )


def owes_plan_effect(answer: AnswerReading) -> bool:
    """Return whether an answer should say what its plan would change.

    A question on how the work is done does not ask for that, and a case that was told is no plan.
    """
    if find_admitted_gap(answer):
        return False
    is_asked = asks_for("poses_problem", answer) and not tells_own_case(answer)
    return is_asked or answer.question.kind != "situation"
