"""Read one answer for rating; the features are measured on the result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from interview_cli.answers.roles import RoleSentence, find_roles
from interview_cli.answers.sentences import Sentence, load_pattern
from interview_cli.answers.star import StarElements
from interview_cli.coach.offline.forms import (
    Form,
    asks_for_plan,
    asks_for_questions,
    asks_for_start,
    asks_for_view,
    find_missing_form,
    is_question_to_employer,
    says_what_is_lacking,
)
from interview_cli.coach.offline.relatedness import (
    cut_rare_stems,
    cut_stems,
    is_unrelated,
    measure_likeness,
)
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, find_names, stem_word, tokenize
from interview_cli.models import Question
from interview_cli.trades.text_evidence import rate_text_by_trade
from interview_cli.trades.trades import load_vocabulary

_MIN_STRANGE_STEMS = 12
_MAX_LIKENESS, _MIN_LEAD = 0.1, 0.7
"""Bounds for an answer about another trade: 10 of 29 such tuning answers keep them, one in three
good ones under a question of another role, and 3 of 1,162 relevant ones, none of them excellent."""
_MIN_STEPS, _MAX_DISTANCE = 2, 0.6
"""Of a plan for a situation in words of the trade."""


@dataclass(frozen=True)
class AnswerReading:
    """An answer under its question.

    Features are measured on `elements.substantive`, so that empty and repeated sentences do not
    count.
    """

    elements: StarElements
    question: Question
    subject: frozenset[str]
    """Stems of what the question is about; empty if shared words do not show that an answer is
    relevant."""
    employer: str
    near_stems: frozenset[str] = frozenset()
    """Stems of the question and of the ad."""
    trade: str | None = None
    """The trade of the job, if it is recognised."""
    work_by_trade: Mapping[str, float] = field(default_factory=dict)
    """How much question, title and ad speak of each trade."""
    cv_stems: frozenset[str] = frozenset()
    """Stems of the CV."""

    @cached_property
    def role_sentences(self) -> tuple[RoleSentence, ...]:
        """The sentences that say something, each with its role."""
        return find_roles(self.elements)

    @cached_property
    def stems(self) -> frozenset[str]:
        return content_stems("\n".join(sentence.text for sentence in self.elements.substantive))

    @cached_property
    def is_about_other_trade(self) -> bool:
        """Whether it speaks of another trade, and of nothing in the question and the ad.

        That is judged only of an answer of some length, and if the job's trade is recognised.
        """
        # A wish may be told in words of the speaker's life, and a plan in those of any day.
        is_free = self.question.kind in ("motivation", "follow_up") and self.shares_subject
        is_plan = self.question.kind == "situation" and len(self.plans) >= _MIN_STEPS
        if self.trade is None or self.asks_employer or is_free or is_plan:
            return False
        is_far = self.likeness < _MAX_LIKENESS and self.trade_distance >= _MIN_LEAD
        return is_far and len(self.stems) >= _MIN_STRANGE_STEMS and not self.near_rare_count

    @cached_property
    def near_count(self) -> int:
        """How many stems, by their first letters, it shares with the question and the ad.

        A name that is a verb too (Rose, Mark) does not count.
        """
        return len(cut_stems(self._stems_without_names) & cut_stems(self.near_stems))

    @cached_property
    def near_rare_count(self) -> int:
        """How many of these are not stems that answers of all trades share."""
        return len(cut_rare_stems(self._stems_without_names) & cut_stems(self.near_stems))

    @property
    def _stems_without_names(self) -> frozenset[str]:
        names = {name.lower() for name in self.elements.names} & load_verbs().keys()
        return self.stems - set(map(stem_word, names))

    @cached_property
    def idle_sentences(self) -> tuple[str, ...]:
        """The empty sentences that hold no rare word of question, ad and trade and quote nobody."""
        return tuple(
            text
            for text in self.elements.empty
            if cut_rare_stems(content_stems(text)).isdisjoint(self._stems_of_work)
            and '"' not in text
        )

    @cached_property
    def _stems_of_work(self) -> frozenset[str]:
        """The first letters of the stems of question, ad and trade."""
        return cut_stems(self.near_stems | self.subject | self.vocabulary)

    @cached_property
    def is_unconnected(self) -> bool:
        """Whether it shares no stem with the question, the ad and the words of the trade.

        A name does not count as a word of the trade (Mark). If no trade is recognised, the words
        of the trade count that question and ad are nearest to.
        """
        if self.near_count or self.asks_employer or not self.stems:
            return False
        return content_stems(self.plain_text).isdisjoint(load_vocabulary(self.nearest_trade))

    @cached_property
    def is_unrelated(self) -> bool:
        """Whether at most one rare word shows that it has to do with question, ad, CV and trade.

        That is judged only with documents of some length, and not of a plan for a situation.
        """
        if self.asks_employer or self._has_steps:
            return False
        return is_unrelated(self.stems, self.near_stems | self.cv_stems, self.vocabulary)

    @property
    def nearest_trade(self) -> str:
        """The trade of the job, or else the one whose words question and ad use most."""
        return self.trade or max(self.work_by_trade, key=self.work_by_trade.__getitem__)

    @cached_property
    def likeness(self) -> float:
        """How alike the trades are that it and question, title and ad speak of, -1 to 1."""
        return measure_likeness(self._trade_points, self.work_by_trade)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Stems of the words of the job's trade; none if it is not known."""
        return load_vocabulary(self.trade) if self.trade else frozenset()

    @cached_property
    def trade_distance(self) -> float:
        """How much more it speaks of another trade than of the job's; 0 if that is unknown."""
        if self.trade is None:
            return 0.0
        return max(self._trade_points.values()) - self._trade_points[self.trade]

    @cached_property
    def _trade_points(self) -> dict[str, float]:
        return rate_text_by_trade(self.plain_text)

    @property
    def is_closing(self) -> bool:
        return self.question.kind == "closing"

    @property
    def is_to_ask(self) -> bool:
        """Whether it should ask the employer something."""
        return self.is_closing and asks_for_questions(self.question.content)

    @property
    def is_open_close(self) -> bool:
        """Whether it may tell the employer anything at the close, or nothing."""
        return self.is_closing and not self.is_to_ask

    @property
    def asks_employer(self) -> bool:
        """Whether it asks something at the close, where that is an answer."""
        return self.is_closing and bool(self.employer_questions)

    @cached_property
    def employer_questions(self) -> tuple[str, ...]:
        """The sentences that ask something that an employer can answer."""
        return self.select(lambda sentence: is_question_to_employer(sentence.text))

    @cached_property
    def admissions(self) -> tuple[str, ...]:
        """The sentences that say at an open close what the speaker does not have or know yet.

        "I'm not certified on the reach" is short, and says it all.
        """
        told = self.elements.sentences if self.is_open_close else ()
        empty = set(self.elements.empty)
        return tuple(text for text in told if text not in empty and says_what_is_lacking(text))

    @property
    def sentence_count(self) -> int:
        """At least 1, so that shares can be divided by it."""
        return max(1, len(self.elements.substantive))

    @cached_property
    def plain_text(self) -> str:
        return "\n".join(sentence.masked_text for sentence in self.elements.substantive)

    @cached_property
    def whole_text(self) -> str:
        """All distinct sentences with those that say nothing, but without pleas and hesitation."""
        return load_pattern("hesitation").sub("", "\n".join(self.elements.sentences))

    @cached_property
    def whole_word_count(self) -> int:
        return len(tokenize(self.whole_text))

    @cached_property
    def new_names(self) -> list[str]:
        """Names that are not in the question, sorted."""
        return sorted(self.elements.names - find_names(f"in {self.question.content}"))

    @property
    def i_count(self) -> int:
        return sum(sentence.i_count for sentence in self.elements.substantive)

    @property
    def we_count(self) -> int:
        return sum(sentence.we_count for sentence in self.elements.substantive)

    @cached_property
    def acts(self) -> frozenset[str]:
        """Verbs of what the speaker did."""
        return frozenset().union(*(sentence.acts for sentence in self.elements.substantive))

    @cached_property
    def plans(self) -> frozenset[str]:
        """Verbs of what the speaker would do, or tells somebody to do."""
        return frozenset().union(
            *(sentence.planned_verbs for sentence in self.elements.substantive)
        )

    @cached_property
    def missed_form(self) -> Form | None:
        """The form that the question asks for, if the answer lacks it; else None."""
        question = self.question.content
        is_open = (
            self.is_open_close
            or (self.question.kind == "situation" and not asks_for_plan(question))
            or (self.question.kind in ("requirement", "follow_up") and asks_for_view(question))
        )
        if is_open:
            return None
        form = find_missing_form(self.question.kind, self.elements.substantive, self.employer)
        return "start" if form == "plan" and asks_for_start(question) else form

    @property
    def tells_wish(self) -> bool:
        """Whether it says what the speaker wants where that is asked, in whatever words."""
        return self.question.kind == "motivation" and self.missed_form is None

    @cached_property
    def shares_subject(self) -> bool:
        """Whether a word has the first letters of a stem of the subject; True without a subject."""
        return not self.subject or not cut_stems(self.subject).isdisjoint(cut_stems(self.stems))

    @cached_property
    def plans_in_trade(self) -> bool:
        """Whether it says what the speaker does in a situation, in words of the ad or the trade.

        Such an answer often says "she" and "it" for what the question named.
        """
        return self._has_steps and not self.is_unconnected and self.trade_distance < _MAX_DISTANCE

    @property
    def _has_steps(self) -> bool:
        """Whether it says step by step what the speaker does in a situation.

        "I cut it" may be told in the present.
        """
        steps = self.plans.union(
            *(
                sentence.present_verbs
                if sentence.is_plainly_past
                else sentence.present_verbs | sentence.acts
                for sentence in self.elements.substantive
            )
        )
        return self.question.kind == "situation" and len(steps) >= _MIN_STEPS

    def select(self, is_wanted: Callable[[Sentence], bool]) -> tuple[str, ...]:
        """Return the texts of the sentences that a predicate holds for."""
        return tuple(sentence.text for sentence in self.elements.substantive if is_wanted(sentence))

    def find_phrases(self, group: str) -> list[str]:
        """Return every match of a rule group of `answers/sentences.toml`, in lower case."""
        return [match.lower() for match in load_pattern(group).findall(self.plain_text)]

    def find_talk(self, group: str) -> list[str]:
        """Return every match of a rule group of `answers/talk.toml` in the whole answer."""
        return [match.lower() for match in load_pattern(group).findall(self.whole_text)]
