"""Find what an answer lacks, so that a follow-up can ask for it."""

from collections.abc import Sequence

from interview_cli.answers.clauses import (
    find_others_act,
    is_duty,
    is_habit,
    is_own_deed,
    is_past_verb,
)
from interview_cli.answers.generality import is_general, rate_generality
from interview_cli.answers.points import find_point
from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.answers.star import parse_star
from interview_cli.answers.tense import is_told_in_present
from interview_cli.answers.thin import find_thin, is_in_order
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
_THIN, _VAGUE, _SITUATION = "thin", "vague", "situation"
_MAX_VAGUE_DEEDS = 1
_MIN_GENERALITY_OF_CLAIM = 1
"""From here on there is no case, only a claim ("we are like a family")."""
_MIN_GENERALITY_OF_PLAN = 0.45
"""Where no case was asked for, an answer must be more general to be asked for one."""
_MIN_HABITS = 2
_MIN_FACTS_OF_CASE = 2
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
    if missing == "own_part" and _asks_for_story(question) and _is_groups_case(answer):
        return missing
    if _is_vague(answer.content, question):
        return _VAGUE
    if _is_thin(question, answer):
        return _THIN
    if _is_general(question, answer):
        return _THIN if _asks_for_plan(question) else _SITUATION
    return None


def _is_groups_case(answer: Answer) -> bool:
    """Return whether a case of a group is told, though no clause of it can be said back."""
    sentences = parse_sentences(answer.content)
    is_told = rate_generality(sentences) < _MIN_GENERALITY_OF_CLAIM
    is_often = any(_has_match("often", sentence) for sentence in sentences)
    return is_told and not is_often and _speaks_of_group(sentences)


def _is_thin(question: Question, answer: Answer) -> bool:
    """Return whether an honest answer is short and general, so that more can be asked of it."""
    sentences = parse_sentences(answer.content)
    is_told = sum(map(is_own_deed, sentences)) > _MAX_VAGUE_DEEDS
    is_refused = any(_has_match("refusal", sentence) for sentence in sentences)
    if is_refused or question.kind == "gap" or _asks_for_questions(question):
        return False
    thin = find_thin(answer.content, question.content)
    if thin is None or thin.form == "trouble":
        return thin is not None
    return not is_told and not (thin.form == "practice" and _is_case(sentences))


def _is_general(question: Question, answer: Answer) -> bool:
    """Return whether hardly anything in an answer is concrete, so that a case can be asked for."""
    sentences = parse_sentences(answer.content)
    is_refused = any(_has_match("refusal", sentence) for sentence in sentences)
    if is_refused or question.kind in ("gap", "opener"):
        return False
    asks_first = any(
        _RULES.is_found(group, question.content) for group in ("asks_plan", "asks_path")
    )
    if any(map(_is_certain_deed, sentences)) or (asks_first and is_in_order(answer.content)):
        return False
    if _asks_for_story(question) and any(_has_match("often", sentence) for sentence in sentences):
        return True
    if question.kind in _STORY_KINDS:
        return is_general(sentences)
    if _asks_for_questions(question):
        return False
    return rate_generality(sentences) >= _MIN_GENERALITY_OF_PLAN


def _is_certain_deed(sentence: Sentence) -> bool:
    return is_own_deed(sentence) and not (sentence.is_empty or sentence.has_phrase("general"))


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


def _asks_for_questions(question: Question) -> bool:
    return _RULES.is_found("asks_questions", question.content)


def _asks_for_plan(question: Question) -> bool:
    """Return whether a question asks for what somebody would do, so that there is a first step."""
    return _RULES.is_found("asks_plan", question.content)


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
        is_usual = any(map(is_duty, sentences)) or not _is_case(sentences)
        return "situation" if is_usual and not _is_one_case(sentences) else None
    is_group = _speaks_of_group(sentences)
    if is_group and not any(map(_tells_own_part, sentences)):
        return "own_part"
    if any(_has_match("slight_deed", sentence) for sentence in sentences):
        return None
    if any(sentence.has_others_act for sentence in sentences):
        return "own_part"
    return "action" if _is_case(sentences) else None


def _tells_own_part(sentence: Sentence) -> bool:
    return bool(sentence.present_verbs) or _has_match("own_part", sentence)


def _speaks_of_group(sentences: Sequence[Sentence]) -> bool:
    """Return whether a group acts throughout: one aside ("we drew a line") is none."""
    real = [sentence for sentence in sentences if not sentence.is_empty]
    we_count = sum(sentence.we_count for sentence in sentences)
    return we_count >= _MIN_WE and we_count > sum(sentence.i_count for sentence in real)


def _is_case(sentences: Sequence[Sentence]) -> bool:
    """Return whether at least a third of the sentences tell of the past."""
    past = sum(sentence.is_past for sentence in sentences)
    return past * 3 >= len(sentences)


def _is_one_case(sentences: Sequence[Sentence]) -> bool:
    """Return whether one case is told in the present, with times, figures or a person."""
    facts = sum(map(_is_of_case, sentences))
    is_usual = any(sentence.has_phrase("general") for sentence in sentences)
    is_present = is_told_in_present([sentence.text for sentence in sentences])
    return is_present and not is_usual and facts >= _MIN_FACTS_OF_CASE


def _is_of_case(sentence: Sentence) -> bool:
    return bool(sentence.numbers or sentence.has_time or sentence.has_phrase("person"))


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
