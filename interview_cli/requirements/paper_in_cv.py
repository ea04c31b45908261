"""Read what a part of a CV says of a paper that it names: held, to come, lapsed, denied."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, split_sentences, stem_word
from interview_cli.requirements.cv_paper_lines import find_capitals
from interview_cli.requirements.cv_papers import has_other_code, names_kind
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.driving_licences import asks_for_driving, find_class_asked
from interview_cli.requirements.paper_ladders import compare_papers
from interview_cli.requirements.paper_names import (
    find_names,
    find_naming_stems,
    load_paper_stems,
    write_line_same,
    write_names,
    write_same,
)

Status = Literal["held", "bare", "to_come", "lapsed", "denied", "below", "mention", "silent"]
"""`bare`: named, and no more is said; `mention`: words of its name stand where no paper is named;
`below`: a lower step or another edition of it is held; `silent`: nothing is said of it."""

_ABBREVIATION_SHARE = 0.5
"""An abbreviation counts as half of the name."""
_OWN = ("interview_cli.requirements", "paper_status.toml")
_SLASH = re.compile(r"[/-]")
_CODE = re.compile(r"\b[A-Z]{2,4}-?\d{3,4}\b")
_ITEM_END = re.compile(r"\s{3,}|\s[|•·]\s|[;,]\s")
_ACRONYM = re.compile(r"[A-Z]{2,}\b")
_JOINERS = ("and", "then", "now", "plus")
_TITLE = re.compile(r"[A-Z]\w*(?:\s(?:[a-z]{2,3}|[A-Z]\w*))*\s[A-Z]\w*")
_NO_NAMES = {"US", "UK", "NZ", "OR", "AND", "IN", "OF", "WITH"}
"""Capitals beside the name of a paper that do not name it."""
_MIN_ITEMS = 3
_MIN_INITIALS = 3
_TEXTS_KEPT = 4
_TELLS_OF_HELD = ("held", "dated", "ranked")


class CvPart(NamedTuple):
    """A sentence of a CV that may speak of a paper."""

    text: str
    same: str
    """With one name for each paper, and with those that it implies."""
    named: str
    """With one name for each paper."""
    section: str
    following: str
    is_same_line: bool
    """Whether what follows stands in the same line."""


def read_parts(cv: str) -> tuple[CvPart, ...]:
    """Return the sentences of a CV, with what stands behind each of them."""
    return _read_parts_once(cv)


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_parts_once(cv: str) -> tuple[CvPart, ...]:
    pairs = [
        (sentence, line.section, number)
        for number, line in enumerate(read_sections(cv))
        for sentence in split_sentences(line.text)
    ]
    return tuple(
        CvPart(text, write_line_same(text), write_names(text), section, after, below == number)
        for (text, section, number), (after, _, below) in zip(
            pairs, [*pairs[1:], ("", "", -1)][: len(pairs)], strict=True
        )
    )


class WantedPaper(NamedTuple):
    """What names a paper."""

    stems: frozenset[str]
    capitals: frozenset[str]
    is_register: bool
    """Whether it is a registration or a licence, which no diploma is."""

    is_to_drive: bool
    codes: frozenset[str]
    """Of a course: "PL-300"."""

    @classmethod
    def of(cls, name: str) -> "WantedPaper":
        """Return what names the paper of a name."""
        spaced = _SLASH.sub(" ", name)
        return cls(
            frozenset(find_naming_stems(spaced) - load_stems_beside()),
            frozenset(find_capitals(spaced) | set(form_acronyms(name))) - _NO_NAMES,
            speaks_of("register", name),
            asks_for_driving(name) or find_class_asked(name) is not None,
            frozenset(_CODE.findall(name)),
        )

    def score_part(self, part: CvPart) -> float:
        """Return how much of the name stands in a part of a CV, or is implied by it."""
        return self.score(part.same, part.named)

    def is_whole(self, part: CvPart) -> bool:
        """Return whether all words of the name, or its code, stand in a part of a CV."""
        has_words = bool(self.stems) and self.stems <= content_stems(_SLASH.sub(" ", part.same))
        return has_words or not self.codes.isdisjoint(_CODE.findall(part.text))

    def score(self, text: str, named: str | None = None) -> float:
        """Return how much of the name stands in a text; `named` has what it says by itself."""
        shared = len(self.stems & content_stems(_SLASH.sub(" ", text))) / max(1, len(self.stems))
        own = _SLASH.sub(" ", text if named is None else named)
        is_abbreviated = self.capitals & (find_capitals(own) | _form_short(text))
        return shared + _ABBREVIATION_SHARE * bool(is_abbreviated)


def find_state(name: str, part: CvPart, wanted: WantedPaper) -> Status:
    """Return what a part of a CV says of the paper that it names; the next part may go on."""
    own = _cut_to_items(part.text, wanted)
    is_told = any(speaks_of(group, own) for group in _TELLS_OF_HELD)
    goes_on = _goes_on(part, wanted, is_told=is_told)
    is_paper = (
        part.section == "training"
        or bool(wanted.capitals & find_capitals(part.same))
        or names_paper(part.text, is_work=part.section != "training")
    )
    behind = part.following if goes_on else ""
    if any(speaks_of("over", text) for text in (own, behind)):
        return "lapsed"
    if any(speaks_of("unfinished", text) for text in (own, behind)):
        return "to_come"
    if wanted.is_to_drive and speaks_of("learning", own):
        return "to_come"
    if speaks_of("refused", own):
        return "denied"
    if not is_paper or (wanted.is_register and speaks_of("studied", part.text)):
        return "mention"
    is_below = compare_papers(name, part.same, load_paper_stems()) == "below"
    if is_below or has_other_code(write_same(name), part.same):
        return "below"
    return "held" if is_told else "bare"


def _goes_on(part: CvPart, wanted: WantedPaper, *, is_told: bool) -> bool:
    """Return whether what follows a part still speaks of the paper that the part names."""
    if wanted.score(part.following):
        return wanted.score(part.following) < wanted.score(part.text)
    if part.is_same_line:
        is_other = _names_other(part.following) or _begins_with_letters(part.following)
        return not is_other
    return not (is_told or find_capitals(part.following))


def _names_other(text: str) -> bool:
    return names_paper(text) or speaks_of("step", text)


def names_paper(text: str, *, is_work: bool = False) -> bool:
    """Return whether a text names a paper; `is_work`: it tells of work, as most of a CV does."""
    names = [text[start:end] for start, end in find_names(text)]
    # A "forklift operator" has not said that there is a licence.
    return names_kind(text) or any(not is_work or not name[1:].islower() for name in names)


def form_acronyms(name: str) -> Iterator[str]:
    """Yield the initials of the names with capitals in a name: "NZPB" for the NZ Psychologists
    Board."""
    for found in _TITLE.finditer(name):
        words = [word for word in found[0].split() if word[0].isupper()]
        initials = "".join(word if word.isupper() else word[0] for word in words)
        if len(initials) >= _MIN_INITIALS:
            yield initials


def _form_short(text: str) -> set[str]:
    """Return the initials of the names in a line, with and without the last word: "CPSP" for the
    Certified Procurement and Supply Professional of Kenya."""
    names = set(form_acronyms(text))
    return names | {name[:-1] for name in names if len(name) > _MIN_INITIALS}


def _cut_to_items(text: str, wanted: WantedPaper) -> str:
    """Return the items of a list that name a paper, with what is said behind them."""
    items = _ITEM_END.split(text)
    if len(items) < _MIN_ITEMS:
        return text
    kept: list[str] = []
    is_own = False
    for item in items:
        is_other = names_paper(item) or _begins_with_letters(item)
        is_own = bool(wanted.score(item)) or (is_own and not is_other)
        kept += [item] if is_own else []
    return ", ".join(kept) or text


def speaks_of(group: str, text: str) -> bool:
    """Return whether a text matches a group of `paper_status.toml`."""
    return load_rules(*_OWN)[group].pattern.search(text) is not None


@cache
def load_stems_beside() -> frozenset[str]:
    """Return the stems of words beside the name of a paper that do not belong to it."""
    return frozenset(map(stem_word, str(load_toml(*_OWN)["words"]["beside"]).split()))


def _begins_with_letters(text: str) -> bool:
    """Return whether a text begins with the letters of a name: "and ACLS"."""
    first, _, rest = text.partition(" ")
    return _ACRONYM.match(rest.lstrip() if first in _JOINERS else text) is not None
