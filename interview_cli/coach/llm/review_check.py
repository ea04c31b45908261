"""Remove from a model's review what is not about these answers, or say what must be asked again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from interview_cli.answers.criteria import MIN_PRAISED_RATING
from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.quotes import find_quote
from interview_cli.coach.base import Exchange, Facts, Judgement, Point
from interview_cli.coach.llm.review_replies import ReviewDraft
from interview_cli.coach.llm.review_schema import Fault
from interview_cli.coach.llm.review_texts import TextChecker, find_rule
from interview_cli.english.words import content_stems, find_measures, tokenize
from interview_cli.text import join_list

FAULTS = {
    "flat": "the same ratings throughout",
    "same": "one sentence for several answers",
    "example": "copies of an example",
    "fact": "facts that are nowhere",
    "verdict": "a score or a verdict in words",
    "written": "an answer written for you",
    "language": "another language",
    "duplicate": "duplicates",
    "unproved": "praise that its quote does not support",
}
"""What each fault is called to the user."""

_MIN_ALIKE = 3
"""The same ratings or words for this many different answers are mechanical."""
_SAME_SHARE = 0.7
_MIN_QUOTE_WORDS = 3
_CLAIMS = ("claims_impact", "claims_ownership", "claims_structure")


def describe_faults(names: Iterable[str]) -> str:
    """Return what is wrong, for the user."""
    return join_list([words for name, words in FAULTS.items() if name in set(names)])


def clean_review(draft: ReviewDraft, facts: Facts) -> Counter[str]:
    """Remove faulty sentences and list entries; drop answers that must be asked for again.

    Returns how many were removed, by the name of their fault. The faults of what was dropped stand
    in `draft.faults`.
    """
    removed: Counter[str] = Counter()
    checker = TextChecker(facts)
    _clean_answers(draft, checker, removed)
    _clean_lists(draft, checker, removed, facts)
    different = _find_different(draft, facts)
    _drop_repeated(draft, different)
    _drop_flat(draft, different)
    return removed


def _clean_answers(draft: ReviewDraft, checker: TextChecker, removed: Counter[str]) -> None:
    for number, judgement in list(draft.judgements.items()):
        comment, comment_faults = checker.clean(judgement.comment, number)
        next_time, next_faults = checker.clean(judgement.next_time, number, is_advice=True)
        reasons = {
            name: reason
            for name, reason in judgement.reasons.items()
            if not checker.clean(reason, number)[1]
        }
        draft.judgements[number] = replace(
            judgement, comment=comment, next_time=next_time, reasons=reasons
        )
        for name, text, faults in (
            ("comment", comment, comment_faults),
            ("next_time", next_time, next_faults),
        ):
            if text:
                removed.update(faults)
            else:
                draft.drop(Fault(f"answers.{number}.{name}", faults[0]))
    if draft.summary:
        draft.summary, faults = checker.clean(draft.summary)
        if draft.summary:
            removed.update(faults)
        else:
            draft.drop(Fault("summary", faults[0]))


def _clean_lists(
    draft: ReviewDraft, checker: TextChecker, removed: Counter[str], facts: Facts
) -> None:
    answers = {exchange.number: exchange.answer for exchange in facts.exchanges}
    strengths = [
        point
        for point in draft.strengths
        if _is_kept(*checker.clean(point.text, point.number), removed)
        and _is_proved(point, answers, draft.judgements, removed)
    ]
    weaknesses = [
        point
        for point in draft.weaknesses
        if _is_kept(*checker.clean(point.text, point.number), removed)
    ]
    improvements = [
        text
        for text in draft.cv_improvements
        if _is_kept(*checker.clean(text, is_advice=True), removed)
    ]
    seen: list[str] = []
    draft.strengths = [p for p in strengths if _is_new(p.text, seen, removed)]
    draft.weaknesses = [p for p in weaknesses if _is_new(p.text, seen, removed)]
    draft.cv_improvements = [text for text in improvements if _is_new(text, seen, removed)]


def _is_kept(_: str, faults: Sequence[str], removed: Counter[str]) -> bool:
    """A point is left out as a whole."""
    removed.update(faults[:1])
    return not faults


def _is_new(text: str, seen: list[str], removed: Counter[str]) -> bool:
    """Return whether no text before says the same; remember it."""
    is_new = not any(_are_alike(text, before) for before in seen)
    seen.append(text)
    if not is_new:
        removed["duplicate"] += 1
    return is_new


def _is_proved(
    point: Point,
    answers: dict[int, str],
    judgements: dict[int, Judgement],
    removed: Counter[str],
) -> bool:
    """Return whether the quote of a strength is in its answer and supports it."""
    quote = find_quote(point.quote, answers.get(point.number, ""))
    judgement = judgements.get(point.number)
    is_proved = quote is not None and _supports(quote, point.text, judgement)
    if not is_proved:
        removed["unproved"] += 1
    return is_proved


def _supports(quote: str, text: str, judgement: Judgement | None) -> bool:
    # A script without spaces writes a sentence as one token.
    if quote.isascii() and len(tokenize(quote)) < _MIN_QUOTE_WORDS:
        return False
    claims = {name for name in _CLAIMS if find_rule(name).search(text)}
    if "claims_impact" in claims and not find_measures(quote):
        return False
    if "claims_ownership" in claims and not find_rule("own_words").search(quote):
        return False
    # Without a judgement the answer is asked for again; the program checks its ratings later.
    structure = judgement.ratings.structure if judgement else None
    is_praised = structure is None or structure >= MIN_PRAISED_RATING
    return is_praised or "claims_structure" not in claims


def _find_different(draft: ReviewDraft, facts: Facts) -> list[int]:
    """Return the numbers of judged answers that are real and unlike each other."""
    documents = (facts.cv_text, facts.job_text)
    different: list[Exchange] = []
    for exchange in facts.exchanges:
        if exchange.number not in draft.judgements or exchange.skipped:
            continue
        if explain_non_answer(exchange.answer, exchange.question.content, documents):
            continue
        if not any(_are_alike(exchange.answer, other.answer) for other in different):
            different.append(exchange)
    return [exchange.number for exchange in different]


def _drop_repeated(draft: ReviewDraft, different: Sequence[int]) -> None:
    """Drop the answers whose comment or advice is that of several others."""
    fewest = max(2, min(_MIN_ALIKE, len(different)))
    for name in ("comment", "next_time"):
        words = {
            number: _strip_numbers(getattr(draft.judgements[number], name))
            for number in different
            if number in draft.judgements
        }
        counts = Counter(words.values())
        for number, said in words.items():
            if counts[said] >= fewest:
                draft.drop(Fault(f"answers.{number}.{name}", "same"))


def _drop_flat(draft: ReviewDraft, different: Sequence[int]) -> None:
    """Drop all answers if their ratings follow no criterion or no answer."""
    judged = [draft.judgements[number] for number in different if number in draft.judgements]
    if len(judged) < _MIN_ALIKE:
        return
    given = [tuple(dict(judgement.ratings).values()) for judgement in judged]
    is_uniform = all(len(set(ratings)) == 1 for ratings in given)
    # Answers without any content may all be rated 1 or 0 throughout.
    has_content = any(rating > 1 for ratings in given for rating in ratings)
    if has_content and (is_uniform or len(set(given)) == 1):
        for judgement in judged:
            draft.drop(Fault(f"answers.{judgement.number}.ratings", "flat"))


def _are_alike(text: str, other: str) -> bool:
    """Return whether two texts say nearly the same."""
    first, second = content_stems(text), content_stems(other)
    if not first or not second:
        return _strip_numbers(text) == _strip_numbers(other)
    return len(first & second) >= _SAME_SHARE * len(first | second)


def _strip_numbers(text: str) -> str:
    words = (word.casefold() for word in tokenize(text))
    return " ".join(word for word in words if not word.isdecimal())
