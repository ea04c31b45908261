"""What an ad wants of an applicant: a requirement or a duty, as its support is looked for."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems, stem_word, tokenize
from interview_cli.requirements.cv_evidence import load_generic_stems
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.proof import cut_behind_thing, name_duty
from interview_cli.requirements.requirement import Requirement

_TEXTS_KEPT = 1_000


@dataclass(frozen=True)
class Wanted:
    """A requirement or a duty, and what names it."""

    requirement: Requirement
    topic: str
    """What names it; of a duty with its verb as a gerund."""
    is_duty: bool = False
    ad: str = ""
    """The ad that it stands in."""

    @classmethod
    def of_requirement(cls, requirement: Requirement, ad: str = "") -> "Wanted":
        return cls(requirement, requirement.topic, ad=ad)

    @classmethod
    def of_duty(cls, duty: Requirement, ad: str = "") -> "Wanted":
        return cls(duty, name_duty(duty.text), is_duty=True, ad=ad)

    @property
    def as_whole(self) -> "Wanted":
        """The same by everything that the ad says of it."""
        return self.with_topic(self.requirement.text)

    def with_topic(self, topic: str) -> "Wanted":
        """Return the same by other words."""
        return replace(self, topic=topic)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that name it, in their order; of any ad's if it has no other."""
        return _stem_topic(self.topic)

    @cached_property
    def is_paper(self) -> bool:
        return not self.is_duty and (self.requirement.is_paper or is_paper(self.topic))

    @property
    def is_formality(self) -> bool:
        """Whether a yes, a check or a date settles it; never so of a task."""
        return not self.is_duty and self.requirement.is_formality

    @property
    def is_soft_skill(self) -> bool:
        """Whether a case shows it, and a line of a CV does not."""
        return not self.is_duty and is_soft_skill(self.requirement)

    @cached_property
    def is_provable(self) -> bool:
        """Whether a story may prove it: no formality and no paper."""
        requirement = self.requirement
        return not (
            requirement.is_formality or requirement.is_paper or is_qualification(requirement.topic)
        )

    @cached_property
    def asks_to_lead(self) -> bool:
        """Whether it asks for leading people, which is all made of common words."""
        named = cut_behind_thing(self.topic) if self.is_duty else self.topic
        return matches_evidence("team_lead", named)


def is_soft_skill(requirement: Requirement) -> bool:
    """Return whether a case shows a requirement, and a line of a CV does not."""
    is_work = " for " in requirement.topic or matches_evidence("tool_skill", requirement.topic)
    is_trait = requirement.is_trait and not is_work  # "caring for children"
    return is_trait or matches_evidence("soft_skill", requirement.topic)


def is_qualification(text: str) -> bool:
    """Return whether a text names a qualification by its short name: NVQ, BTEC, City & Guilds."""
    return matches_evidence("qualification", text)


def matches_evidence(name: str, text: str) -> bool:
    """Return whether a group of rules of `evidence.toml` is found in a text. Raises KeyError."""
    rules = load_rules("interview_cli.requirements", "evidence.toml")
    return rules[name].pattern.search(text) is not None


@lru_cache(maxsize=_TEXTS_KEPT)
def _stem_topic(topic: str) -> tuple[str, ...]:
    known = content_stems(topic)
    stems = [stem for stem in dict.fromkeys(list_stems(topic)) if stem in known]
    return tuple(stem for stem in stems if stem not in load_generic_stems()) or tuple(stems)


def list_stems(text: str) -> list[str]:
    """Return the stems of all words of a text, in their order."""
    return [stem_word(word.lower()) for word in tokenize(text)]
