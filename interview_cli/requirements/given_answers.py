"""The answers of an interview as the map of requirements reads them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences
from interview_cli.requirements.proof import tells_own_work

_MIN_REPLY_WORDS = 3


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that was given (not skipped, not empty), with what its question was about."""

    number: int
    """The number of its question, from 1."""
    kind: str
    """The kind of its question."""
    topic: str
    """The topic of its question."""
    answer: str
    question: str = ""
    """Its words; empty if they are not known."""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(split_sentences(self.answer))

    @property
    def beginning(self) -> str:
        """Its first sentence, with the next if it is a word or two: "No sir."."""
        first, *rest = self.sentences or [""]
        return " ".join([first, *rest[:1]]) if len(first.split()) < _MIN_REPLY_WORDS else first

    @property
    def elements(self) -> StarElements:
        """Its situation, actions and result. A case may be told in the present."""
        return parse_star(self.answer, is_story=self.kind not in FORWARD_KINDS)

    @cached_property  # every requirement and duty asks for it
    def own_work(self) -> tuple[str, ...]:
        """The sentences in which the speaker does something; only these prove anything."""
        sentences = filter(tells_own_work, self.elements.substantive)
        return tuple(sentence.text for sentence in sentences)

    @cached_property
    def work_with_names(self) -> tuple[str, ...]:
        """The sentences on the speaker's own things that own work follows: "Our invoices are all in
        SAP. I post 40 a day."
        """
        rules = load_rules("interview_cli.requirements", "evidence.toml")
        own_thing = rules["own_thing"].pattern
        pairs = zip(self.elements.sentences, self.elements.sentences[1:], strict=False)
        return tuple(
            sentence
            for sentence, next_sentence in pairs
            if sentence not in self.own_work
            and next_sentence in self.own_work
            and own_thing.search(sentence)
        )


class Mention(NamedTuple):
    """A sentence of an answer that speaks of a requirement, and does not prove it."""

    number: int
    """The number of the answer."""
    sentence: str
    may_be_own: bool
    """Whether it may tell own work: not "I have never used SAP"."""
    is_denied: bool = False
    """Whether it says that the speaker has not done it, or does not have it."""
