"""One thing that a job asks for, and what can be told of it from its words."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from interview_cli.english.rules import Rules
from interview_cli.english.words import split_sentences
from interview_cli.requirements.request_forms import Request, parse_request

_RULES = Rules("interview_cli.requirements", "topics.toml")

_NAME = re.compile(r"\b[A-Z]\w*")


@dataclass(frozen=True)
class Requirement:
    """One thing that a job asks for."""

    text: str
    """The ad's own words."""
    topic: str
    """The part of the text that names it: at most nine words. A body may have its short name."""
    is_must: bool
    """Whether it must be met; otherwise it is nice to have."""
    is_stressed: bool = False
    """Whether the ad says in the same breath that it must be met, or counts years."""
    is_listed: bool = False
    """Whether it is one of a few things in a line with a label, "Must have: GA4, Google Ads"."""

    def recall(self, *, phrase: str | None, is_paper: bool) -> "Requirement":
        """Return the requirement with what was told of its words before."""
        known = replace(self)
        vars(known).update(phrase=phrase, is_paper=is_paper)
        return known

    @cached_property
    def phrase(self) -> str | None:
        """Its words so that they follow "the job asks for"; None if they cannot."""
        # Imported here: a question asks for what was read when the interview was planned.
        from interview_cli.requirements.ad_topics import extract_topic
        from interview_cli.requirements.phrasing import phrase_requirement

        # A paper whose body has a long name is asked for by its topic, which has the short one.
        is_shortened = self.is_paper and self.topic != extract_topic(self.text)
        named = self.topic if is_shortened else self.text
        return None if self.is_formality else phrase_requirement(named, is_paper=self.is_paper)

    @cached_property
    def is_known(self) -> bool:
        """Whether it is a paper of the catalogue, which has a name that can be said."""
        from interview_cli.requirements.known_papers import asks_for_known

        return asks_for_known(self.text)

    @property
    def is_askable(self) -> bool:
        """Whether it fills a sentence, and work, learning or a paper can show it."""
        return self.phrase is not None or self.is_known or self.is_any_degree

    @property
    def is_any_degree(self) -> bool:
        """Whether it is any degree, or one of a class: "a 2:1 degree"."""
        from interview_cli.requirements.degree_demands import find_degree_demand

        return self.is_paper and find_degree_demand(self.text) is not None

    @cached_property  # each line of a CV is held against it
    def is_paper(self) -> bool:
        """Whether it is a licence, a certificate, a registration, a degree or a membership."""
        from interview_cli.requirements.ad_topics import remove_inner_remarks
        from interview_cli.requirements.cv_driving import asks_for_car
        from interview_cli.requirements.degree_demands import find_degree_demand
        from interview_cli.requirements.paper_names import is_named
        from interview_cli.requirements.school_grades import asks_for_grades

        named = remove_inner_remarks(self.text).split(" (")[0]
        is_plain = (
            asks_for_car(self.text)
            or asks_for_grades(self.text)
            or find_degree_demand(self.text) is not None
        )
        is_known = _RULES.is_found("paper", named) or is_named(named) or is_plain
        return (is_known or self.is_known) and not (
            self.is_formality or _RULES.pattern("about_paper").match(self.text)
        )

    @property
    def is_replaceable(self) -> bool:
        """Whether it is a paper that something else, or the will to get it, can stand in for.

        "One season as a mechanic, or a certificate" is met without the certificate.
        """
        return self.is_paper and (self._has_substitute or self._takes_will)

    @property
    def is_replaceable_by_will(self) -> bool:
        """Whether it is a paper for which only the will, or the right, to get it stands in."""
        return self.is_paper and self._takes_will and not self._has_substitute

    @property
    def _takes_will(self) -> bool:
        return _RULES.is_found("will", self._own_text)

    @property
    def _has_substitute(self) -> bool:
        text = self._own_text
        other, *rest = text.split(", or ", 1)
        is_second = bool(rest) and not _RULES.is_found("paper", other)
        is_will = is_second and _RULES.matches("will", f"or {rest[0]}")
        is_other = is_second and not is_will
        return is_other or _RULES.is_found("instead", text)

    @property
    def _own_text(self) -> str:
        """Its text without further sentences that name a paper: what they say is of that one."""
        first, *others = split_sentences(self.text) or [""]
        return " ".join([first, *(each for each in others if not _RULES.is_found("paper", each))])

    @property
    def is_hard(self) -> bool:
        """Whether nobody gets the job without it: a paper, stressed words, or counted years."""
        return self.is_must and (self.is_paper or self.is_stressed)

    @cached_property
    def request(self) -> Request | None:
        """What it asks for; None if it is a paper, or a thing that no question surely fits.

        A bare noun may be a label or a heading of the ad.
        """
        return None if self.is_paper or not self.phrase else parse_request(self.phrase)

    @property
    def is_plain(self) -> bool:
        """Whether it is a paper, or work that the ad itself asks for, or a tool.

        Not what somebody is like, is good at or can do: questions on behaviour and on the work
        itself tell more about that.
        """
        is_tool = self._is_listed_name or (
            _RULES.pattern("with_tool").fullmatch(self.phrase or "") is not None
        )
        is_work = self.request is not None and self.request.is_askable
        is_said = is_work and (not self._is_field or self._says_field or is_tool)
        return self.is_askable and (self.is_paper or is_said) and not self._has_code

    @property
    def _has_code(self) -> bool:
        """Whether it begins with the number of a clause or criterion: "D1  Knowledge of …"."""
        return _RULES.matches("code", self.text)

    @property
    def _is_field(self) -> bool:
        return _RULES.is_found("field", self.phrase or "")

    @property
    def _says_field(self) -> bool:
        """Whether the ad itself speaks of experience or knowledge."""
        return _RULES.is_found("field", self.text)

    @property
    def is_missable(self) -> bool:
        """Whether a CV that does not mention it probably lacks it.

        A paper is, and experience of a thing or of something with a name, if the ad says so. Of
        bare lists only a short one with a label asks for each thing in it.
        """
        phrase = self.phrase or ""
        has_name = _NAME.search(phrase) is not None
        is_thing = _RULES.is_found("with_thing", phrase) and " or " not in phrase
        is_said = self._says_field and (has_name or is_thing)
        return self.is_paper or is_said or (self._is_listed_name and self.is_must)

    @property
    def _is_listed_name(self) -> bool:
        is_name = _RULES.pattern("with_name").fullmatch(self.phrase or "") is not None
        return self.is_listed and is_name

    @property
    def is_trait(self) -> bool:
        """Whether it is a personal trait: a story can show it, and CVs rarely state it."""
        return _RULES.matches("trait", self.topic)

    @property
    def is_condition(self) -> bool:
        """Whether it is something to have, not to do; there are few stories about it."""
        found = _RULES.is_found("condition", self.topic)
        return self.is_formality or self.is_paper or found

    @cached_property
    def is_formality(self) -> bool:
        """Whether a yes, a check or a timetable settles it, so that it is never asked about."""
        is_work = _RULES.matches("work_first", self.text)
        is_more = is_work or self.is_known  # "NMC registration and a DBS check"
        return not is_more and _RULES.is_found("formality", self.text)
