"""Read one answer for rating; the features are measured on the result."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from interview_cli.answers.sentences import Sentence, load_pattern
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.forms import Form, find_missing_form
from interview_cli.english.words import content_stems, find_names, stem_word, tokenize, word_list
from interview_cli.models import Question
from interview_cli.requirements.competencies import find_competency

_PREFIX_LENGTH = 5


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

    @property
    def is_closing(self) -> bool:
        return self.question.kind == "closing"

    @property
    def sentence_count(self) -> int:
        """At least 1, so that shares can be divided by it."""
        return max(1, len(self.elements.substantive))

    @cached_property
    def plain_text(self) -> str:
        return "\n".join(sentence.masked_text for sentence in self.elements.substantive)

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
        return find_missing_form(self.question.kind, self.elements.substantive, self.employer)

    @cached_property
    def shares_subject(self) -> bool:
        """Whether a word has the first letters of a stem of the subject; True without a subject."""
        prefixes = {subject_stem[:_PREFIX_LENGTH] for subject_stem in self.subject}
        text = "\n".join(sentence.text for sentence in self.elements.substantive)
        own_prefixes = {own_stem[:_PREFIX_LENGTH] for own_stem in content_stems(text)}
        return not prefixes or not prefixes.isdisjoint(own_prefixes)

    def select(self, is_wanted: Callable[[Sentence], bool]) -> tuple[str, ...]:
        """Return the texts of the sentences that a predicate holds for."""
        return tuple(sentence.text for sentence in self.elements.substantive if is_wanted(sentence))

    def find_phrases(self, group: str) -> list[str]:
        """Return every match of a rule group of `answers/sentences.toml`, in lower case."""
        return [match.lower() for match in load_pattern(group).findall(self.plain_text)]


def read_answer(exchange: Exchange, facts: Facts) -> AnswerReading:
    """Parse the answer of an exchange."""
    elements = parse_star(exchange.answer)
    subject = _find_subject(exchange, facts)
    return AnswerReading(elements, exchange.question, subject, facts.company_name)


def _find_subject(exchange: Exchange, facts: Facts) -> frozenset[str]:
    """Return stems of which a relevant answer uses at least one. Behavioural questions have none,
    because every second good answer to them shares no word with the question.
    """
    kind, topic = exchange.question.kind, exchange.question.topic
    if kind == "behaviour":
        return frozenset()
    asked = content_stems(exchange.question.content)
    stems = asked | content_stems(topic)
    if kind == "situation":
        cues = load_bank()["competency"].get(find_competency(topic) or "", {}).get("cues", "")
        stems |= {stem_word(word) for word in tokenize(cues)}
    if kind == "follow_up":
        previous = facts.exchanges[exchange.number - 2 : exchange.number - 1]
        if not any(other.answer for other in previous):
            return frozenset()
        stems |= content_stems(previous[0].answer) | content_stems(previous[0].question.content)
    # A question on a whole job in the CV names nothing of what it is asked for.
    is_wide = kind == "requirement" and asked.isdisjoint(content_stems(topic))
    if is_wide or kind in ("opener", "motivation", "closing", "gap"):
        stems |= content_stems(facts.job_title) | content_stems(facts.job_text)
    return stems - {stem_word(word) for word in word_list("asking") | word_list("commonplace")}
