"""Limit the ratings of an answer by how much it says."""

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.answers.non_answers import EMPTY_PHRASE, PLEA, explain_non_answer
from interview_cli.answers.star import StarElements
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.rated_answer import HIGHEST
from interview_cli.english.words import tokenize, word_list

_EMPTY_SHARE, _HALF_EMPTY_SHARE = 0.75, 0.5
_FEWEST_WORDS = 6
_FRAGMENT_LIMITS = ((12, 1.5),)
_EMPTY_LIMITS = ((12, 1.5), (35, 2.0))
"""By the number of words, the highest rating of an answer without facts, with steps or without."""
_RELEVANCE_IN_BRIEF = 1
"""By how much the highest relevance of a short answer is above the other ratings: "The bank
details" answers, and shows nothing. Readers gave 20 such answers of interviews a relevance of 2.6
on average."""


def find_highest(answer: AnswerReading, exchange: Exchange, facts: Facts) -> dict[str, float]:
    """Return by criterion the highest rating that an answer can get with what it says.

    Without its empty sentences, the answer must still be long enough to be one. A question to the
    employer at the close needs no fact.
    """
    elements = answer.elements
    if not elements.sentences:
        return dict.fromkeys(WEIGHTS, 0)
    if reason := _explain_nothing(elements, exchange, facts):
        # Some of these say a little on the subject.
        says_little = reason in (EMPTY_PHRASE, PLEA) and not _is_all_empty(exchange.answer)
        return dict.fromkeys(WEIGHTS, int(says_little))
    if elements.empty_share >= _EMPTY_SHARE or elements.word_count <= _FEWEST_WORDS:
        return dict.fromkeys(WEIGHTS, 1)
    has_fact = elements.concrete or elements.result or elements.action or answer.asks_employer
    highest = HIGHEST if has_fact else _limit_without_facts(elements)
    if elements.empty_share >= _HALF_EMPTY_SHARE:
        return dict.fromkeys(WEIGHTS, min(highest, 2))
    limits = dict.fromkeys(WEIGHTS, highest)
    return limits | {"relevance": min(HIGHEST, highest + _RELEVANCE_IN_BRIEF)}


def _is_all_empty(answer: str) -> bool:
    return all(word.lower() in word_list("empty") for word in tokenize(answer))


def _limit_without_facts(elements: StarElements) -> float:
    """Return the highest rating of a short answer without an act, a fact or a result.

    Readers gave 40 such answers of 7 to 12 words 27 points of 100 on average, and 31 of up to 35
    words without steps 26.
    """
    has_steps = any(
        sentence.planned_verbs or sentence.present_verbs for sentence in elements.substantive
    )
    limits = _FRAGMENT_LIMITS if has_steps else _EMPTY_LIMITS
    return next((limit for words, limit in limits if elements.word_count <= words), HIGHEST)


def _explain_nothing(elements: StarElements, exchange: Exchange, facts: Facts) -> str | None:
    """Return why an answer is a non-answer, as a whole, or without repeats or empty sentences."""
    distinct = {text.casefold(): text for text in elements.sentences if text not in elements.empty}
    substantive = [sentence.text for sentence in elements.substantive]
    parts = "\n".join(distinct.values()), "\n".join(substantive)
    is_whole = len(distinct) == len(substantive) == len(elements.sentences)
    texts = [exchange.answer, *(() if is_whole else dict.fromkeys(parts))]
    known = exchange.question.content, (facts.cv_text, facts.job_text)
    return next(filter(None, (explain_non_answer(text, *known) for text in texts)), None)
