"""Find ratings and remarks that a model gives mechanically, whatever the answer says."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.llm.question_words import find_question_words
from interview_cli.coach.llm.review_praise import load_general_stems
from interview_cli.coach.llm.review_replies import ReviewDraft
from interview_cli.coach.llm.review_schema import Fault
from interview_cli.coach.llm.rules import PACKAGE
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, stem_word, tokenize

_MIN_ALIKE = 3
"""The same ratings or words for this many different answers are mechanical."""
_FLAT_SHARE = 0.8
"""Ratings are flat if such a share of the answers has the same, or one for all criteria."""
_EVEN_SHARE = 0.9
"""Ratings are flat as well if so many of all of them are one number."""
_MIN_SHARED_WORDS = 5
"""Remarks with so many words in common that differ in one word differ in nothing."""
_SAME_MATTER = 0.75
_MIN_MATTER = 2
"""Points on the same matter share so many of the words that do not judge, and two at least."""
_UNEVEN_SPREAD = 3
"""Ratings so far apart that two answers have nearly the same ones by a habit and not by chance."""
_MIN_OTHERS = 4
"""So many words of one other answer, and none of its own, make a remark one on that answer."""
_SAME_ANSWER = 0.7
_SAME_POINT = 0.85
"""Shares of words in common with which two answers, or two points, say the same."""
_MIN_MEANT = 3
"""Fewer words of meaning are too few to be told the same by them."""


def drop_mechanical(draft: ReviewDraft, facts: Facts) -> None:
    """Drop the answers that are rated or remarked on like others that they do not resemble."""
    different = _find_different(draft, facts)
    told = content_stems(" ".join(exchange.answer for exchange in facts.exchanges))
    _drop_repeated(draft, different, told)
    _drop_flat(draft, different)


def says_the_same(text: str, other: str) -> bool:
    """Return whether two points have nearly the same words, or the same words of meaning.

    Numbers do not count, because they may be those of answers.
    """
    if _is_shared(_find_words(text), _find_words(other), _SAME_POINT):
        return True
    stems = content_stems(text)
    if len(stems) >= _MIN_MEANT and stems == content_stems(other):  # in another order
        return True
    meant, before = find_question_words(text), find_question_words(other)
    return len(meant) >= _MIN_MEANT and _is_shared(meant, before, _SAME_POINT)


def is_about_the_same(text: str, other: str) -> bool:
    """Return whether two English points have nearly the same words but those of any judgement."""
    matter, before = (content_stems(point) - _load_judging() for point in (text, other))
    is_enough = len(matter & before) >= _MIN_MATTER
    return is_enough and _is_shared(matter, before, _SAME_MATTER)


@cache
def _load_judging() -> frozenset[str]:
    """Return the stems of words that say that something is told, missing, or to be added."""
    words: str = load_toml(PACKAGE, "review_words.toml")["judging"]
    return frozenset(map(stem_word, words.split()))


class OwnWords:
    """The words that only one answer has: neither another, nor a question or document."""

    def __init__(self, facts: Facts) -> None:
        shared = content_stems(" ".join((facts.cv_text, facts.job_text, facts.job_title)))
        said = {exchange.number: content_stems(exchange.answer) for exchange in facts.exchanges}
        self._said = {
            exchange.number: said[exchange.number] | content_stems(exchange.question.content)
            for exchange in facts.exchanges
        }
        counts = Counter(stem for stems in self._said.values() for stem in stems)
        self._followed = {
            exchange.number: exchange.number - 1
            for exchange in facts.exchanges
            if exchange.question.kind == "follow_up"
        }
        self._own = {
            number: {stem for stem in stems - shared if counts[stem] == 1}
            for number, stems in said.items()
        }

    def is_about_another(self, remark: str, number: int) -> bool:
        """Return whether an English remark on one answer has the words of another alone."""
        stems = content_stems(remark)
        if not stems.isdisjoint(self._said.get(number, ())):
            return False
        about = (number, self._followed.get(number))
        stems -= load_general_stems()
        others = (own for other, own in self._own.items() if other not in about)
        return any(len(stems & own) >= _MIN_OTHERS for own in others)


def _find_different(draft: ReviewDraft, facts: Facts) -> list[int]:
    """Return the numbers of judged answers that are real and unlike each other."""
    documents = (facts.cv_text, facts.job_text)
    different: list[Exchange] = []
    for exchange in facts.exchanges:
        if exchange.number not in draft.judgements or exchange.skipped:
            continue
        if explain_non_answer(exchange.answer, exchange.question.content, documents):
            continue
        stems = content_stems(exchange.answer)
        others = (content_stems(other.answer) for other in different)
        if not any(_is_shared(stems, known, _SAME_ANSWER) for known in others):
            different.append(exchange)
    return [exchange.number for exchange in different]


def _drop_repeated(draft: ReviewDraft, different: Sequence[int], told: Collection[str]) -> None:
    """Drop the answers whose comment is that of several others, or whose advice is that of all.

    `told` are the stems of the answers.
    """
    fewest = {
        "comment": max(2, min(_MIN_ALIKE, len(different))),
        "next_time": max(_MIN_ALIKE, len(different)),  # good advice may fit several answers
    }
    for name in fewest:
        said = {
            number: getattr(draft.judgements[number], name)
            for number in different
            if number in draft.judgements
        }
        for number, text in said.items():
            alike = (_is_remark_like(text, other, told) for other in said.values())
            if sum(alike) >= fewest[name]:
                draft.drop(Fault(f"answers.{number}.{name}", "same"))


def _is_remark_like(text: str, other: str, told: Collection[str]) -> bool:
    """Return whether two remarks say the same, or differ in one word that no answer has."""
    if says_the_same(text, other):
        return True
    words, others = set(_find_words(text)), set(_find_words(other))
    own, new = words - others, others - words
    return (
        len(words & others) >= _MIN_SHARED_WORDS
        and max(len(own), len(new)) <= 1
        and not any(stem_word(word) in told for word in own | new)
    )


def _drop_flat(draft: ReviewDraft, different: Sequence[int]) -> None:
    """Drop answers whose ratings follow no criterion or no answer, if nearly all are like that."""
    given = {
        number: tuple(dict(draft.judgements[number].ratings).values())
        for number in different
        if number in draft.judgements
    }
    # Answers without any content may all be rated 1 or 0 throughout.
    has_content = any(rating > 1 for ratings in given.values() for rating in ratings)
    if not has_content:
        return
    ((usual, _),) = Counter(given.values()).most_common(1)
    alike = [number for number, ratings in given.items() if _are_alike(ratings, usual)]
    uniform = [number for number, ratings in given.items() if len(set(ratings)) == 1]
    numbers = Counter(rating for ratings in given.values() for rating in ratings)
    ((_, often),) = numbers.most_common(1)
    even = list(given) if often >= _EVEN_SHARE * numbers.total() else []
    flat = max(alike, uniform, even, key=len)
    if len(flat) >= max(_MIN_ALIKE, _FLAT_SHARE * len(given)):
        for number in flat:
            draft.drop(Fault(f"answers.{number}.ratings", "flat"))


def _are_alike(ratings: Sequence[Any], usual: Sequence[Any]) -> bool:
    """Return whether ratings are the usual ones; where these are uneven, nearly so."""
    if None in (*ratings, *usual):  # a criterion that does not apply
        return bool(ratings == usual)
    steps = sum(abs(rating - often) for rating, often in zip(ratings, usual, strict=True))
    return bool(steps <= (max(usual) - min(usual) >= _UNEVEN_SPREAD))


def _is_shared(words: Collection[str], others: Collection[str], share: float) -> bool:
    """Return whether two texts have this share of their words in common."""
    first, second = set(words), set(others)
    return len(first & second) >= share * len(first | second)


def _find_words(text: str) -> list[str]:
    """Return the words of a text without numbers, which may be those of answers."""
    return [word for token in tokenize(text) if not (word := token.casefold()).isdecimal()]
