"""Tell what is surely nowhere in a CV and in answers, and what words alone cannot tell.

People tell their work in other words than the ad, so a requirement without a line of its own is
rarely missing. A reader takes a list of such entries for a list of what was not found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.ad_title import find_job_title
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_titles import find_kind_stems
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.nearest import names_one_thing
from interview_cli.requirements.parts import asks_for_ability, list_names
from interview_cli.requirements.shared_words import (
    has_telling_words,
    has_word_of,
    load_empty_words,
)
from interview_cli.requirements.synonyms import find_synonyms, names_kind_of
from interview_cli.requirements.wanted import Wanted
from interview_cli.trades.recognition import recognise_trade

_RULES = Rules("interview_cli.requirements", "silence.toml")
_MIN_WORDS = 4
"""Of so many words without one in a text, the text is surely about something else."""
_MOST_SHARED = 1
"""A single word of any work, such as "support", tells nothing."""
_ON_WORK = ("requirement", "situation", "behaviour", "gap")
"""Kinds of questions whose topic is a thing that the ad asks for."""

Silence = Literal["absent", "unclear", "later"]


@dataclass(frozen=True)
class ToldWork:
    """What a CV and answers tell, and of which job."""

    job_text: str
    cv_text: str
    answers: Sequence[GivenAnswer] = ()

    def rate_silence(self, mapped: MappedRequirement, *, is_task: bool) -> Silence:
        """Return how sure it is that neither the CV nor an answer speaks of something.

        `later`: nobody could show it by a case. A task of a job of the same kind as one in the CV
        is never absent for a few strange words.
        """
        text = mapped.requirement.text
        if _is_named_and_absent(mapped) and not names_kind_of(text, self._text):
            return "absent"
        if _RULES.is_found("no_case", text):
            return "later"
        words = _list_words(text)
        shared = [word for word in words if has_word_of(word, self._text)]
        is_certain = not shared and len(words) >= _MIN_WORDS
        is_own = is_task and self.is_own_kind
        is_strange = is_certain or (self._is_strange(words, shared) and not is_own)
        can_be_absent = not self._is_asked(mapped) and self._can_be_absent(mapped, is_task)
        return "absent" if is_strange and can_be_absent else "unclear"

    @cached_property
    def is_own_kind(self) -> bool:
        """Whether a job in the CV is of the kind that the ad is for."""
        title = find_job_title(self.job_text)
        kinds, trade = find_kind_stems(title), recognise_trade(title, self.job_text)
        return any(
            kinds & find_kind_stems(role.title)
            or (trade is not None and recognise_trade(role.title, "") == trade)
            for role in find_roles(self.cv_text)
        )

    @cached_property
    def _text(self) -> str:
        told = (f"{answer.question}\n{answer.answer}" for answer in self.answers)
        return "\n".join([self.cv_text, *told])

    def _is_asked(self, mapped: MappedRequirement) -> bool:
        """Return whether an answer was given to a question about something."""
        topic, stems = mapped.requirement.topic, content_stems(mapped.requirement.text)
        asked = [answer.topic for answer in self.answers if answer.kind in _ON_WORK]
        return any(each == topic or set() < content_stems(each) <= stems for each in asked if each)

    def _is_strange(self, words: Sequence[str], shared: Sequence[str]) -> bool:
        """Return whether a text has no word that tells what is asked for, and hardly another."""
        is_telling = any(map(has_telling_words, words))
        return (
            is_telling
            and len(shared) <= _MOST_SHARED
            and len(shared) < len(words)
            and not any(map(has_telling_words, shared))
        )

    def _can_be_absent(self, mapped: MappedRequirement, is_task: bool) -> bool:
        text = mapped.requirement.text
        meant = find_synonyms(text).keys() & find_synonyms(self._text).keys()
        wanted = Wanted(mapped.requirement, mapped.requirement.topic, is_duty=is_task)
        is_deed = wanted.is_soft_skill or (not is_task and asks_for_ability(text))
        return not (meant or is_deed or wanted.is_paper or _RULES.is_found("by_deeds", text))


def _is_named_and_absent(mapped: MappedRequirement) -> bool:
    """Return whether a requirement asks for a thing by its name, and no text has that name."""
    wanted = mapped.requirement
    is_silent = mapped.is_absent and mapped.is_unsaid and names_one_thing(wanted.text)
    return is_silent and (wanted.is_missable or bool(list_names(wanted.text)))


def _list_words(text: str) -> list[str]:
    """Return the words with meaning of a requirement, each once."""
    empty = load_empty_words()
    words = dict.fromkeys(word.lower() for word in tokenize(text.replace("/", " ")))
    return [word for word in words if content_stems(word) and word not in empty]
