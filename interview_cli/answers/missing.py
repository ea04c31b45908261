"""Find what an answer lacks, so that a follow-up can ask for it."""

from collections.abc import Sequence

from interview_cli.answers.clauses import (
    find_others_act,
    is_duty,
    is_habit,
    is_own_deed,
    is_past_verb,
)
from interview_cli.answers.points import find_point
from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.answers.star import parse_star
from interview_cli.answers.thin import find_thin
from interview_cli.english.rules import Rules
from interview_cli.english.words import find_measures, tokenize, word_list
from interview_cli.models import Answer, Question
from interview_cli.vocabulary import Level

_RULES = Rules("interview_cli.answers", "missing.toml")

_STORY_KINDS = ("requirement", "behaviour")
_WORK_KINDS = (*_STORY_KINDS, "opener", "situation", "gap")
"""After any question on the work, the speaker's part in what a group did may be asked for."""
_MIN_WORDS = 12
"""A shorter reply is asked for more, if for anything."""
_MIN_WE = 2
_THIN, _VAGUE, _MAX_VAGUE_DEEDS = "thin", "vague", 1
_MIN_HABITS = 2
_LATE_SHARE = 0.6
"""What others did after this share of an answer is a result, even if deeds follow it."""


def find_missing_element(
    question: Question, answer: Answer, level: Level | None = None
) -> str | None:
    """Return the element to ask for next; None if the answer calls for no follow-up.

    The elements are `own_part` (only a group acted), `action`, `situation` (habits or plans instead
    of a case), `result`, `number`, and `reason` at levels that are asked for their own decisions.
    `vague` is a claim or a plan that says nothing of how ("it was all resolved"), and `thin` an
    answer that is short and general as a whole. An element counts
    as missing only if the answer holds a point that a follow-up can take up. Where no story was
    asked for, only the part in what a group did is missed, or what is vague.
    """
    if question.kind not in _WORK_KINDS or answer.skipped:
        return None
    missing = _find_missing(question, answer, level)
    return missing if missing and _is_answer(question, answer) else None


def _find_missing(question: Question, answer: Answer, level: Level | None) -> str | None:
    """Return what a text lacks, taken for an honest answer."""
    if len(tokenize(answer.content)) < _MIN_WORDS:
        return _THIN if _is_thin(question, answer) else None
    missing = _choose_element(answer.content, level)
    point = missing and find_point(answer.content, missing, question.content)
    if point:
        is_of_group = missing == "own_part" and point.form != "report"
        if _asks_for_story(question) or is_of_group:
            return missing
    if _is_vague(answer.content, question):
        return _VAGUE
    return _THIN if _is_thin(question, answer) else None


def _is_thin(question: Question, answer: Answer) -> bool:
    """Return whether an honest answer is short and general, so that more can be asked of it."""
    sentences = parse_sentences(answer.content)
    is_told = sum(map(is_own_deed, sentences)) > _MAX_VAGUE_DEEDS
    is_refused = any(_has_match("refusal", sentence) for sentence in sentences)
    if is_refused or question.kind == "gap":
        return False
    thin = find_thin(answer.content, question.content)
    if thin is None or thin.form == "trouble":
        return thin is not None
    return not is_told and not (thin.form == "practice" and _is_case(sentences))


def _is_vague(answer: str, question: Question) -> bool:
    """Return whether a claim without content stands where little else is told, and no figure."""
    sentences = parse_sentences(answer)
    deeds = sum(map(is_own_deed, sentences))
    is_told = deeds > _MAX_VAGUE_DEEDS or any(map(_has_amount, sentences))
    return not is_told and find_point(answer, _VAGUE, question.content) is not None


def _is_answer(question: Question, answer: Answer) -> bool:
    # Imported here: few answers lack anything, and only those are looked at for a non-answer.
    from interview_cli.answers.non_answers import explain_non_answer

    return not explain_non_answer(answer.content, question.content, ())


def _asks_for_story(question: Question) -> bool:
    is_story = question.kind in _STORY_KINDS or _RULES.pattern("story").search(question.content)
    return bool(is_story) and not _RULES.pattern("no_story").search(question.content)


def _choose_element(answer: str, level: Level | None) -> str | None:
    elements, sentences = parse_star(answer), parse_sentences(answer)
    if not any(map(is_own_deed, elements.substantive)):
        return _choose_without_deed(sentences)
    if any(_has_match("ongoing", sentence) for sentence in sentences):
        return None
    if not tells_outcome(sentences):
        return "result"
    if _lacks_number(sentences):
        return "number"
    has_reason = elements.reasons or any(_has_match("reason", sentence) for sentence in sentences)
    return "reason" if level in ("senior", "lead", "executive") and not has_reason else None


def _choose_without_deed(sentences: Sequence[Sentence]) -> str | None:
    """Return the element to ask for when the speaker did nothing in the answer."""
    if any(_has_match("refusal", sentence) for sentence in sentences):
        return None
    if sum(map(is_habit, sentences)) >= _MIN_HABITS:
        # A case can be told in the present: "One night I see the smoke, and I close the door."
        is_general = any(map(is_duty, sentences)) or not _is_case(sentences)
        return "situation" if is_general else None
    is_group = _speaks_of_group(sentences)
    if is_group and not any(_has_match("own_part", sentence) for sentence in sentences):
        return "own_part"
    if any(_has_match("slight_deed", sentence) for sentence in sentences):
        return None
    if any(sentence.has_others_act for sentence in sentences):
        return "own_part"
    return "action" if _is_case(sentences) else None


def _speaks_of_group(sentences: Sequence[Sentence]) -> bool:
    """Return whether a group acts throughout: one aside ("we drew a line") is none."""
    real = [sentence for sentence in sentences if not sentence.is_empty]
    we_count = sum(sentence.we_count for sentence in sentences)
    return we_count >= _MIN_WE and we_count > sum(sentence.i_count for sentence in real)


def _is_case(sentences: Sequence[Sentence]) -> bool:
    """Return whether at least a third of the sentences tell of the past."""
    past = sum(sentence.is_past for sentence in sentences)
    return past * 3 >= len(sentences)


def tells_outcome(sentences: Sequence[Sentence]) -> bool:
    """Return whether sentences say in any words how it ended, or what happened after the deeds."""
    real = [sentence for sentence in sentences if _is_real(sentence)]
    # What rose or fell before any deed is the problem.
    since = _from_first_deed(real)
    return (
        any(_has_match("outcome", sentence) for sentence in real)
        or any(map(_tells_success, since))
        or _has_ending(real)
        or _tells_change(since)
    )


def _tells_success(sentence: Sentence) -> bool:
    has_word = word_list("outcome") & (set(sentence.words) - sentence.acts)
    return bool(has_word) or (not sentence.i_count and sentence.has_phrase("outcome"))


def _tells_change(sentences: Sequence[Sentence]) -> bool:
    """Return whether a change that could be counted is told."""
    return any(_has_match("measurable", sentence) for sentence in sentences)


def _from_first_deed(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences from the first deed of the speaker on; all if there is none."""
    deeds = (place for place, sentence in enumerate(sentences) if is_own_deed(sentence))
    return sentences[next(deeds, 0) :]


def _has_ending(sentences: Sequence[Sentence]) -> bool:
    """Return whether something happened after the deeds, or late among them.

    "I rang her. She came at once."
    """
    deeds = [place for place, sentence in enumerate(sentences) if is_own_deed(sentence)]
    if not deeds:
        return False
    last = sentences[deeds[-1]].text
    has_reaction = find_others_act(last) is not None or any(
        map(is_past_verb, _RULES.pattern("reaction").findall(last))
    )
    end = min(deeds[-1] + 1, max(deeds[0] + 1, int(len(sentences) * _LATE_SHARE)))
    return has_reaction or any(map(_is_event, sentences[end:]))


def _is_event(sentence: Sentence) -> bool:
    """Return whether a sentence tells what happened, other than a deed of a group.

    "In week three I was at 97" tells how it went on.
    """
    if _tells_state(sentence):
        return True
    is_deed = bool(sentence.acts) or is_own_deed(sentence) or _has_match("we", sentence)
    return not (is_deed or sentence.is_empty) and (
        any(map(is_past_verb, sentence.words)) or _has_match("later", sentence)
    )


def _tells_state(sentence: Sentence) -> bool:
    """Return whether a sentence says at what figure something stood afterwards."""
    is_deed = bool(sentence.acts) or is_own_deed(sentence)
    return not is_deed and _has_match("stood_at", sentence)


def _is_real(sentence: Sentence) -> bool:
    return sentence.is_past or not sentence.is_hypothetical


def _lacks_number(sentences: Sequence[Sentence]) -> bool:
    """Return whether a change is told that could be counted, and no amount that measures it."""
    return _tells_change(_from_first_deed(sentences)) and not any(map(_has_amount, sentences))


def _has_amount(sentence: Sentence) -> bool:
    """Return whether a sentence has an amount; a small one in a deed ("two lamps") is none."""
    amounts = find_measures(sentence.text)
    is_in_figures = any(amount[-1].isdigit() or not amount.isalpha() for amount in amounts)
    is_deed = bool(sentence.acts) or is_own_deed(sentence)
    return is_in_figures or bool(amounts and not is_deed) or _has_match("share", sentence)


def _has_match(name: str, sentence: Sentence) -> bool:
    return _RULES.is_found(name, sentence.text.replace("’", "'").rstrip(".! "))
