"""A message with what each of its words states, and where its acts and its lists stand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview_cli.english.bullets import is_bullet
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.message_words import Word
from interview_cli.job_posts.sections import split_sections
from interview_cli.job_posts.word_lists import load_words
from interview_cli.job_posts.word_marks import MARKS, Mark, Shares
from interview_cli.vocabulary import PostField

MARKS_OF: Mapping[PostField, Mark] = {
    "title": "title",
    "experience_level": "level",
    "skills": "bring",
    "requirements": "bring",
    "responsibilities": "duty",
    "benefits": "benefit",
    "location": "place",
    "work_type": "worktype",
    "employment_type": "employment",
    "salary": "pay",
    "work_hours": "hours",
    "shifts": "hours",
    "job_start_date": "start",
    "valid_through": "closing",
    "total_job_openings": "openings",
    "application_contact": "contact",
    "reports_to": "reports",
    "travel": "travel",
    "department": "department",
}
FIELD_OF: Mapping[Mark, PostField] = {
    mark: field for field, mark in reversed(list(MARKS_OF.items())) if field != "requirements"
}
"""The field that words of a mark are about; of several with the mark, the first."""

_LEAST_CHARS = 4
"""Letters from which words are an entry of their own, and no part of another."""


@dataclass(frozen=True)
class MarkedMessage:
    """A message with what its words state."""

    message: str
    words: Sequence[Word]
    shares: Sequence[Shares]
    tells_benefits: bool
    """Whether the rules take a part of it for a benefit."""

    def average(self, span: Sequence[int]) -> Shares:
        """Return the mean shares of some words."""
        return {mark: sum(self.shares[i][mark] for i in span) / len(span) for mark in MARKS}

    def quote(self, span: Sequence[int]) -> str:
        return self.message[self.words[span[0]].start : self.words[span[-1]].end]

    def quote_before(self, place: int) -> str:
        """Return what stands before a word in its sentence."""
        word = self.words[place]
        start = next(each.start for each in self.words if each.sentence == word.sentence)
        return self.message[start : word.start]

    def is_parted(self, place: int) -> bool:
        """Return whether punctuation, or a joining word, stands between a word and the next."""
        word, following = self.words[place], self.words[place + 1]
        joints = load_words("word_forms.toml", "joints")
        return (
            bool(word.behind.strip(" ()'\""))
            or word.clause != following.clause
            or not joints.isdisjoint((word.text.lower(), following.text.lower()))
        )


def locate_acts(acts: Sequence[Act], marked: MarkedMessage) -> list[list[int]]:
    """Return the words that each act rests on; of words that recur, those that no act has yet."""
    message, taken = marked.message.lower(), set[int]()
    spans = []
    for act in acts:
        text, start = " ".join(act.words.lower().split()), -1
        found: list[int] = []
        while text and (start := message.find(text, start + 1)) >= 0:
            end = start + len(text)
            span = [i for i, w in enumerate(marked.words) if w.start < end and w.end > start]
            found = found or span
            if span and taken.isdisjoint(span):
                taken.update(span)
                found = span
                break
        spans.append(found)
    return spans


def find_sections(message: str) -> dict[Mark, str]:
    """Return the lines below the heading of each list, in small letters."""
    found: dict[Mark, str] = {}
    for section in split_sections(message):
        if section.field and section.field in MARKS_OF and not section.is_labelled:
            mark = MARKS_OF[section.field]
            lines = "\n".join(filter(is_bullet, section.text.split("\n")))
            found[mark] = f"{found.get(mark, '')}\n{' '.join(lines.lower().split())}"
    return found


def is_listed(act: Act, sections: Mapping[Mark, str]) -> bool:
    """Return whether an entry stands below the heading of its list."""
    words = " ".join(act.words.lower().split())
    if act.kind != "add" or not act.field or len(words) < _LEAST_CHARS:
        return False
    return words in sections.get(MARKS_OF[act.field], "")


def has_label(act: Act, span: Sequence[int], marked: MarkedMessage) -> bool:
    """Return whether the line of an entry begins with the name of its list: "skills: Zorbix"."""
    line = marked.message[: marked.words[span[0]].start].rpartition("\n")[2]
    label, colon, _ = line.partition(":")
    field = find_field(label) if colon else None
    return bool(field and act.field and MARKS_OF.get(field) == MARKS_OF[act.field])
