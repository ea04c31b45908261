"""Check that a model's reply is one question that an interviewer may ask.

The faults are the names of the sections `again …` of `prompts/question.md`, which ask again.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.private_wording import is_private
from interview_cli.coach.llm.question_asking import (
    asks_in_english,
    has_answer,
    has_several,
    is_closed,
)
from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.coach.llm.question_form import QuestionForm
from interview_cli.coach.llm.question_grounding import CandidateFacts
from interview_cli.coach.llm.question_languages import (
    LANGUAGES,
    asks_in_other_language,
    has_match_in,
    has_same_subject_in,
    is_closed_in,
    is_of_other_field,
)
from interview_cli.coach.llm.question_marks import QUESTION_MARK, mask_quoted
from interview_cli.coach.llm.question_repeats import asks_the_same, is_repeated
from interview_cli.coach.llm.question_trades import OwnTrade
from interview_cli.coach.llm.question_wording import find_hint_features
from interview_cli.coach.llm.reply_marks import has_markup, has_scaffolding
from interview_cli.coach.llm.review_features import Told, find_invention_features
from interview_cli.coach.llm.rules import has_match
from interview_cli.coach.llm.unrelated_questions import has_unrelated_questions
from interview_cli.english.foreign import (
    ENGLISH,
    find_language,
    is_in_other_language,
    parse_language,
)
from interview_cli.english.words import content_stems, is_english, tokenize
from interview_cli.model_settings import MAX_QUESTION_CHARS
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import QuestionKind

if TYPE_CHECKING:  # Only an interview in another language than English pays for it.
    from interview_cli.coach.llm.foreign_facts import ForeignFacts

_FILE = "question_check"
_matches = partial(has_match, _FILE)

FAULTS = {
    "scaffolding": "contains a part of the request",
    "markup": "contains marks or a placeholder",
    "long": "is too long",
    "language": "is in another language",
    "none": "is not a question",
    "several": "contains more than one question",
    "answered": "contains an answer or a hint",
    "personal": "is about something that has no place in an interview",
    "unfounded": "says something of you that is neither in your CV nor in an answer",
    "closed": "can be answered with yes or no",
    "trade": "is about another line of work",
    "repeats": "repeats an earlier one",
}
"""What is wrong, worded to follow "this question"."""

# Languages without spaces: two letters count as a word.
_LETTER_OF_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_MIN_WORDED = 4
"""Fewer words show too little for a fit."""
_MAX_WORDS = 90
KINDS_THAT_INVENT: tuple[QuestionKind, ...] = ("situation", "closing")
"""Kinds of questions that speak of what has not happened."""
_KINDS_OF_ANY_FIELD = ("opener", "follow_up", "closing", "motivation")
"""Kinds of questions in other languages than English that are not about a field of work."""


class QuestionCheck:
    """Checks the replies that may become the next question of an interview."""

    def __init__(self, facts: Facts, slot: PlanSlot) -> None:
        self._facts = facts
        self._slot = slot
        self._known_faults: dict[str, str | None] = {}
        self._checking = Lock()
        """One check at a time: the first reads the rules, while the reply may be there already."""

    def clean(self, reply: str) -> str:
        """Return the question in a reply, without what is no part of it; empty if that is all."""
        return self._strip_remarks(clean_question(reply))

    def may_suggest(self, beginning: str) -> bool:
        """Return whether an English question so far may be about to suggest an answer."""
        return self._is_read(beginning) and self._form.may_suggest(beginning)

    def find_fault(self, question: str) -> str | None:
        """Return the first fault of a question, a key of FAULTS; None if it has none."""
        with self._checking:
            if question not in self._known_faults:  # it is asked as a reply grows, and at its end
                faults = (self._check_beginning(question), self._check_whole(question))
                self._known_faults[question] = _find_first(chain(*faults))
            return self._known_faults[question]

    def find_early_fault(self, beginning: str) -> str | None:
        """Return a fault that the rest of a question cannot mend."""
        fault = _find_first(self._check_beginning(beginning))
        is_personal = not fault and self._is_personal(mask_quoted(beginning))
        return "personal" if is_personal else fault

    def _check_beginning(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield each fault that a beginning may have, and whether it has it."""
        plain = mask_quoted(text)
        yield "scaffolding", has_scaffolding(text, self._facts.fence)
        yield "scaffolding", _matches("stage_direction", text)
        yield "markup", has_markup(text, self._documents)
        yield "long", _is_too_long(text)
        yield "language", is_in_other_language(plain, self.languages, self._documents)
        yield "none", _matches("refusal", text) or _matches("injection", text)
        yield "several", has_several(plain)
        yield "answered", has_answer(plain) or self._matches_in_own("hint", plain)
        yield "unfounded", not self._is_founded(text, plain)

    def _check_whole(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield each fault that only a whole question shows, and whether it has it."""
        plain = mask_quoted(text)
        yield "answered", self._strip_remarks(text) != text or self._suggests_answer(text)
        yield "none", not self._asks(plain)
        yield "several", self._is_read(plain) and has_unrelated_questions(plain)
        yield "closed", self._is_closed(plain)
        yield "personal", self._is_personal(plain)
        yield "answered", self._gives_hint(plain)
        yield "trade", self._is_of_other_work(text, plain)
        yield "unfounded", self._is_invented(plain)
        yield "repeats", self._is_repeated(text, plain)

    def _is_founded(self, question: str, plain: str) -> bool:
        is_situation = self._slot.kind == "situation"
        if self._is_read(plain):
            return self._candidate.holds_all_of(question, is_situation=is_situation)
        if not self._foreign:
            return True
        return self._foreign.holds_all_of(question, is_situation=is_situation)

    def _is_invented(self, plain: str) -> bool:
        """Return whether an English question speaks of what the candidate has not told."""
        is_looked_for = self._slot.kind not in KINDS_THAT_INVENT and self._is_read(plain)
        if not is_looked_for or not self.trade.features.has_many_words:
            return False
        if self._candidate.holds_words(plain):
            return False
        return load_fit("invented").refuses(self.find_invention_features(plain))

    def find_invention_features(self, question: str) -> dict[str, float]:
        """Return what shows whether an English question states what nobody has told."""
        return find_invention_features(question, "", self._told)

    @cached_property
    def _told(self) -> Told:
        facts = self._facts
        answers = [exchange.answer for exchange in facts.exchanges]
        asked = [exchange.question.content for exchange in facts.exchanges]
        return Told(facts.cv_text, f"{facts.job_text} {facts.job_title}", answers, asked)

    def _matches_in_own(self, group: str, plain: str) -> bool:
        """Return whether a rule of the interview's language, if it has some, matches."""
        return self._language is not None and has_match_in(self._language, group, plain)

    def _is_personal(self, plain: str) -> bool:
        if not QUESTION_MARK.search(plain) and not _matches("request", plain):
            return False
        if self._is_read(plain):
            if len(tokenize(plain)) < _MIN_WORDED:
                return False
            return is_private(plain, self.document_stems)
        return self._matches_in_own("personal", plain)

    def _gives_hint(self, plain: str) -> bool:
        """Return whether an English question is worded like those that give away an answer."""
        if self._slot.kind == "closing" or not self._is_read(plain):
            return False
        return load_fit("hint").refuses(find_hint_features(plain, self.known_stems))

    def _is_repeated(self, text: str, plain: str) -> bool:
        return is_repeated(
            text, self._slot.kind, self._facts.exchanges, self._choose_comparison(plain)
        )

    def _choose_comparison(self, plain: str) -> Callable[[str, str], bool] | None:
        """Return what tells in the language of a text that two questions ask the same, if known."""
        if self._is_read(plain):
            return asks_the_same
        return partial(has_same_subject_in, self._language) if self._language else None

    def _is_closed(self, plain: str) -> bool:
        if self._is_read(plain):
            return is_closed(plain)
        return self._language is not None and is_closed_in(self._language, plain)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The code of the language that a question must be in; none if the user's word has none."""
        named = ENGLISH if self.is_english else parse_language(self._facts.language)
        return frozenset([named] if named else [])

    @property
    def is_english(self) -> bool:
        """Whether the interview is in English, whatever its documents are in."""
        return is_english(self._facts.language)

    def _is_read(self, plain: str) -> bool:
        """Return whether the checks that know English alone can read a text."""
        if self.languages:
            return self.is_english
        return self.is_english or find_language(plain) == ENGLISH

    @cached_property
    def _candidate(self) -> CandidateFacts:
        return CandidateFacts(self._facts)

    @property
    def _language(self) -> str | None:
        """The one of LANGUAGES that a question must be in, if it must."""
        return next(iter(self.languages & LANGUAGES), None)

    @cached_property
    def _foreign(self) -> "ForeignFacts | None":
        if self._language is None:
            return None
        from interview_cli.coach.llm.foreign_facts import ForeignFacts

        return ForeignFacts(self._facts, self._language)

    def _suggests_answer(self, question: str) -> bool:
        return self._is_read(question) and self._form.suggests_answer(question)

    def _strip_remarks(self, question: str) -> str:
        return self._form.strip_remarks(question) if self._is_read(question) else question

    @cached_property
    def _form(self) -> QuestionForm:
        asked = (exchange.question.content for exchange in self._facts.exchanges)
        return QuestionForm(self._documents, *asked)

    @cached_property
    def _documents(self) -> str:
        facts = self._facts
        answers = (exchange.answer for exchange in facts.exchanges)
        return "\n".join(
            [facts.cv_text, facts.job_text, facts.job_title, facts.company_name, *answers]
        )

    @property
    def document_stems(self) -> frozenset[str]:
        """The stems of the documents and answers."""
        return self.trade.job.stems

    @cached_property
    def known_stems(self) -> frozenset[str]:
        """The stems of the documents, the questions and the answers."""
        asked = (exchange.question.content for exchange in self._facts.exchanges)
        return self.document_stems.union(*map(content_stems, asked))

    def _asks(self, plain: str) -> bool:
        if self._is_read(plain):
            return asks_in_english(plain)
        return not self.languages or asks_in_other_language(plain)

    def _is_of_other_work(self, question: str, plain: str) -> bool:
        if self._is_read(plain):
            return self.trade.is_other(question, self._slot.kind)
        return (
            self._language is not None
            and self._slot.kind not in _KINDS_OF_ANY_FIELD
            and is_of_other_field(self._language, question, self._documents)
        )

    @cached_property
    def trade(self) -> OwnTrade:
        """The line of work of the job."""
        return OwnTrade(self._facts.job_title, self._facts.job_text, self._documents)


def _find_first(faults: Iterable[tuple[str, bool]]) -> str | None:
    return next((fault for fault, is_there in faults if is_there), None)


def _is_too_long(question: str) -> bool:
    words = len(tokenize(question)) + len(_LETTER_OF_WORD.findall(question)) / 2
    return words > _MAX_WORDS or len(question) > MAX_QUESTION_CHARS
