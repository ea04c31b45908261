"""Remove from a model's review what is not about these answers, or say what must be asked again."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from interview_cli.answers.criteria import MIN_PRAISED_RATING
from interview_cli.answers.quotes import find_quote
from interview_cli.coach.base import Facts, Judgement, Point
from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.reply_marks import strip_markdown
from interview_cli.coach.llm.review_features import (
    Told,
    find_invention_features,
    find_praise_features,
)
from interview_cli.coach.llm.review_praise import says_something, shows_quality
from interview_cli.coach.llm.review_replies import ReviewDraft
from interview_cli.coach.llm.review_sameness import (
    OwnWords,
    drop_mechanical,
    is_about_the_same,
    says_the_same,
)
from interview_cli.coach.llm.review_schema import Fault
from interview_cli.coach.llm.review_texts import QUOTED, TextChecker, find_rule
from interview_cli.english.words import content_stems, find_measures, is_english, tokenize
from interview_cli.text import join_list

FAULTS = {
    "flat": "the same ratings throughout",
    "same": "one sentence for several answers",
    "example": "copies of an example",
    "elsewhere": "a remark on another answer",
    "fact": "facts that are nowhere",
    "verdict": "a score or a verdict in words",
    "written": "an answer written for you",
    "empty": "general praise",
    "language": "another language",
    "duplicate": "duplicates",
    "markup": "marks or parts of the request",
    "refusal": "a refusal to help",
    "unproved": "praise that its quote does not support",
}
"""What each fault is called to the user."""

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
    cleaner = _Cleaner(draft, facts)
    for number in list(draft.judgements):
        cleaner.clean_answer(number)
    cleaner.clean_summary()
    cleaner.clean_lists()
    drop_mechanical(draft, facts)
    return cleaner.removed


class _Cleaner:
    """Cleans the texts of one draft, and counts what it removes."""

    def __init__(self, draft: ReviewDraft, facts: Facts) -> None:
        self.removed: Counter[str] = Counter()
        self._draft = draft
        self._checker = TextChecker(facts)
        self._elsewhere = OwnWords(facts)
        self._is_english = is_english(facts.language)
        self._answers = {exchange.number: exchange.answer for exchange in facts.exchanges}
        self._questions = {
            exchange.number: exchange.question.content for exchange in facts.exchanges
        }
        job = f"{facts.job_text} {facts.job_title}"
        self._told = Told(
            facts.cv_text, job, list(self._answers.values()), list(self._questions.values())
        )
        self._seen: list[tuple[str, str]] = []
        """The points so far, each with its quote."""

    def clean_answer(self, number: int) -> None:
        judgement = self._draft.judgements[number]
        place = f"answers.{number}"
        comment = self._clean_text(judgement.comment, f"{place}.comment", number)
        next_time = self._clean_text(
            judgement.next_time, f"{place}.next_time", number, is_advice=True
        )
        if comment and self._is_english and self._elsewhere.is_about_another(comment, number):
            self._draft.drop(Fault(f"{place}.comment", "elsewhere"))
        elif comment and next_time:
            self._draft.judgements[number] = judgement._replace(
                comment=comment,
                next_time=next_time,
                reasons={
                    name: reason
                    for name, reason in judgement.reasons.items()
                    if not self._checker.clean(reason, number)[1]
                },
            )

    def clean_summary(self) -> None:
        if self._draft.summary:
            self._draft.summary = self._clean_text(self._draft.summary, "summary")

    def clean_lists(self) -> None:
        draft = self._draft
        draft.strengths = self._clean_points(draft.strengths, self._is_proved)
        draft.weaknesses = self._clean_points(draft.weaknesses, lambda _: True)
        draft.cv_improvements = [
            text
            for text in map(strip_markdown, draft.cv_improvements)
            if self._is_kept(text, is_advice=True)
        ]

    def _clean_points(
        self, points: Iterable[Point], is_proved: Callable[[Point], bool]
    ) -> list[Point]:
        return [
            point
            for point in map(_strip_point, points)
            if self._is_kept(point.text, point) and is_proved(point)
        ]

    def _clean_text(
        self, text: str, place: str, answer: int | None = None, *, is_advice: bool = False
    ) -> str:
        """Return what remains of a text; if nothing does, drop the part of the review it is in."""
        kept, faults = self._checker.clean(text, answer, is_advice=is_advice)
        if kept:
            self.removed.update(faults)
        else:
            self._draft.drop(Fault(place, faults[0]))
        return kept

    def _is_kept(self, text: str, point: Point | None = None, *, is_advice: bool = False) -> bool:
        """Return whether a point has no fault and is new; it is left out as a whole."""
        answer = point.number if point else None
        faults = self._checker.clean(text, answer, is_advice=is_advice)[1]
        quote = (point.quote if point else None) or ""
        if not faults and any(_is_duplicate(text, quote, *seen) for seen in self._seen):
            faults = ["duplicate"]
        if not faults and self._is_english and self._is_invented(text, point):
            faults = ["fact"]
        self._seen.append((text, quote))
        self.removed.update(faults[:1])
        return not faults

    def _is_invented(self, text: str, point: Point | None) -> bool:
        quote = point.quote if point else None
        # What is quoted word for word from a document or an answer is not invented.
        said = text if point else QUOTED.sub(self._cut_told, text)
        features = find_invention_features(said, quote or "", self._told)
        return load_fit("invention").refuses(features)

    def _cut_told(self, quoted: re.Match[str]) -> str:
        told = (self._told.cv, self._told.job, *self._told.answers)
        return "" if any(find_quote(quoted[1], text) for text in told) else quoted[0]

    def _is_proved(self, point: Point) -> bool:
        """Return whether the quote of a strength is in its answer and supports it."""
        quote = find_quote(point.quote, self._answers.get(point.number, ""))
        judgement = self._draft.judgements.get(point.number)
        is_proved = quote is not None and _supports(quote, point.text, judgement)
        if self._is_english and is_proved:
            is_proved = says_something(point.quote or "") and self._is_shown(point)
        if not is_proved:
            self.removed["unproved"] += 1
        return is_proved

    def _is_shown(self, point: Point) -> bool:
        """Return whether a quote and its answer are about what an English point praises."""
        answer, question = self._answers[point.number], self._questions[point.number]
        features = find_praise_features(
            point.text, point.quote or "", answer, question, self._told.job
        )
        is_shown = shows_quality(point.text, answer, question)
        return is_shown and not load_fit("praise").refuses(features)


def _is_duplicate(text: str, quote: str, seen: str, seen_quote: str) -> bool:
    """Return whether a point is another in other words, of which the same quote tells."""
    if says_the_same(text, seen) or is_about_the_same(text, seen):
        return True
    has_same_quote = quote and seen_quote and (quote in seen_quote or seen_quote in quote)
    return bool(has_same_quote) and content_stems(text) == content_stems(seen)


def _strip_point(point: Point) -> Point:
    return point._replace(text=strip_markdown(point.text))


def _supports(quote: str, text: str, judgement: Judgement | None) -> bool:
    # A script without spaces writes a sentence as one token.
    if quote.isascii() and len(tokenize(quote)) < _MIN_QUOTE_WORDS:
        return False
    claims = {name for name in _CLAIMS if find_rule(name).search(text)}
    has_figures = find_measures(quote) or find_rule("measuring").search(quote)
    if "claims_impact" in claims and not has_figures:
        return False
    if "claims_ownership" in claims and not find_rule("own_words").search(quote):
        return False
    # Without a judgement the answer is asked for again; the program checks its ratings later.
    structure = judgement.ratings.structure if judgement else None
    is_praised = structure is None or structure >= MIN_PRAISED_RATING
    return is_praised or "claims_structure" not in claims
