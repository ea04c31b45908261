"""Tell what kind of thing a requirement asks for, so that a question can use its words."""

from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules

_RULES = Rules("interview_cli.requirements", "request_forms.toml")

RequestKind = Literal["ability", "knowledge", "skill", "experience", "person"]

_GROUPS: dict[str, RequestKind] = {
    "ability": "ability",
    "knowledge": "knowledge",
    "tool": "knowledge",
    "skill": "skill",
    "experience": "experience",
    "person": "person",
}
"""The groups of rules in the order in which they are tried."""
_MAX_WORDS = 6
_MAX_WORDS_OF_EXPERIENCE = 8
"""With "experience of" itself; what is longer sounds read out."""
_MIN_LISTED = 3


class Request(NamedTuple):
    """What a requirement asks for."""

    kind: RequestKind
    words: str
    """For an ability they follow "to", for knowledge "knowledge of", for a skill or experience
    "your", and for what a person is like "we're looking for"."""

    @property
    def is_askable(self) -> bool:
        """Whether a question can name it: experience, or knowledge of a thing in a few words."""
        if self.kind == "experience":
            is_unsaid = any(mark in self.words for mark in ",/") or _RULES.pattern("unsaid").search(
                self.words
            )
            is_short = len(self.words.split()) <= _MAX_WORDS_OF_EXPERIENCE
            return (
                is_short and not is_unsaid and not _RULES.pattern("no_experience").match(self.words)
            )
        is_short = len(self.words.split()) <= _MAX_WORDS
        return (
            self.kind == "knowledge"
            and is_short
            and not _RULES.pattern("clause").search(self.words)
        )

    @property
    def subject(self) -> str | None:
        """What the knowledge or experience is of, as in "a fishing port"; None for other things."""
        if self.kind == "knowledge":
            return self.words
        found = _RULES.pattern("experience_of").match(self.words)
        return found["what"] if found and self.kind == "experience" else None


def names_people(subject: str) -> bool:
    """Return whether what knowledge or experience is of are people: "children with autism"."""
    return _RULES.matches("people", subject)


def parse_request(phrase: str) -> Request | None:
    """Return what a phrase behind "the job asks for" asks for; None for any other thing."""
    if activity := _RULES.pattern("activity").match(phrase):
        has_noun = " " in activity["verb"]  # "testing and certification"
        work = phrase if has_noun else f"{activity['verb']} {activity['thing']}"
        return Request("experience", f"experience of {work}")
    for group, kind in _GROUPS.items():
        if found := _RULES.pattern(group).match(phrase):
            words = found.groupdict().get("what") or phrase
            return Request(kind, _shorten_list(words) if kind == "experience" else words)
    return None


def _shorten_list(words: str) -> str:
    """Return a list of several things up to the second: nobody reads out five of them.

    Of a choice nothing is cut: the rest may be what somebody has.
    """
    things = words.split(", ")
    if len(things) < _MIN_LISTED or " or " in words:
        return words
    return " and ".join(things[:2])
