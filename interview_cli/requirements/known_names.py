"""Say a paper of the catalogue: with its article, its grade and its state."""

import re

from interview_cli.english.words import stem_word
from interview_cli.papers.recognition import FoundPaper
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.known_reading import KnownReading
from interview_cli.requirements.letter_case import lower_first
from interview_cli.requirements.paper_names import load_paper_stems

_STATE = "state "
_SCORE = " score"
_THINGS = frozenset({stem_word("endorsement")})
_COUNTRY = re.compile(r" \([A-Z][^()]*\)\Z")
_SPELLED = re.compile(r"(?:[A-Z]{1,3}|[B-DF-HJ-NP-TV-Z]{4,6})\b")
"""Letters that are said one by one: "an MR licence", "an NPLQ"; not "a RIBO licence"."""
_LIKE_VOWELS = "AEFHILMNORSX"
"""The names of these letters begin with a vowel."""


def name_wanted(reading: KnownReading, nation: str = "") -> str:
    """Return the name of the paper that a job needs, as it follows "You'd need".

    `nation`: the country of which it must be, if many give it.
    """
    paper = reading.wanted.paper
    name = name_bare(reading, nation)
    if paper.article in ("a", "an"):
        return f"{_choose_article(name)} {name}"
    return f"{paper.article} {name}".strip()


def name_bare(reading: KnownReading, nation: str = "") -> str:
    """Return the name of the paper that a job needs, as it follows "your"."""
    return f"{nation} {_name(reading.wanted, reading.regions)}".strip()


def name_plainly(reading: KnownReading, nation: str = "") -> str:
    """Return the name of the paper that a job needs, as it follows "The job asks for"."""
    return _add_article(reading.wanted, name_bare(reading, nation))


def name_own(reading: KnownReading) -> str | None:
    """Return the name of the paper that a CV names instead, in its words, as it follows "I see"."""
    if reading.own is None:
        return None
    text = reading.own.text.strip()
    own_name = reading.own.paper.say
    if reading.own.grades and own_name.endswith(_SCORE):
        return f"{_choose_article(own_name)} {own_name} of {reading.own.grades[0]}"
    if reading.own_regions and not _says_kind(text) and reading.own.paper.article in ("a", "an"):
        name = _name(reading.own, reading.own_regions)  # "Oklahoma Journeyman Electrician"
        return f"{_choose_article(name)} {name}"
    if text.endswith("ed"):  # "PSIRA registered"
        text = _COUNTRY.sub("", reading.own.paper.say)
    name = text if any(map(str.isupper, text[1:])) else lower_first(text)
    if grade := _find_grade(reading.own, name):
        name = f"{name} at {grade}"
    last = text.split()[-1]
    if last.isupper() and reading.own.paper.kind == "licence" and not _says_thing(reading.own):
        *_, kind = reading.own.paper.say.split()
        return f"{_choose_article(name)} {name} {kind}"  # "an LSW license"
    is_letters = last.isupper() and reading.own.paper.article in ("a", "an")  # "a Class B CDL"
    is_thing = is_letters or stem_word(last.lower()) in {*load_paper_stems(), *_THINGS}
    if is_thing and not text.lower().startswith("regist"):
        return f"{_choose_article(name)} {name}"
    return f"“{text}”" if name.islower() else name


def _says_thing(own: FoundPaper) -> bool:
    """Return whether the name of a paper is also that of a thing: "a Class B CDL"."""
    return own.paper.article in ("a", "an") or not own.paper.say.split()[-1].startswith("licen")


def _says_kind(text: str) -> bool:
    return stem_word(text.split()[-1].lower()) in load_paper_stems() or text.isupper()


def _add_article(found: FoundPaper, name: str) -> str:
    article = found.paper.article
    if article == "the":
        return f"the {name}"
    is_mass = not article or found.paper.kind == "registration"
    return name if is_mass else f"{_choose_article(name)} {name}"


def _name(found: FoundPaper, regions: frozenset[str]) -> str:
    name = _COUNTRY.sub("", found.paper.say)
    if len(regions) == 1 and not any(region in name for region in regions):
        name = f"{min(regions)} {name.removeprefix(_STATE)}"
    if found.grades and name.endswith(_SCORE):
        return f"{name} of {found.grades[-1]}"
    if grade := _find_grade(found, name, is_lowest=True):
        name = f"{name.removesuffix(f' {grade.split()[0]}')} at {grade}"
    return name


def _find_grade(found: FoundPaper, name: str, *, is_lowest: bool = False) -> str:
    """Return the grade beside a paper; none if its name has it."""
    if not found.grades:
        return ""
    grade = found.grades[-1 if is_lowest else 0]
    if re.search(rf"\b{re.escape(grade)}\b", name, re.IGNORECASE):
        return ""
    if len(grade) == 1:
        return f"grade {grade}"
    return grade if grade[0].islower() else f"{grade} level"


def _choose_article(name: str) -> str:
    if _SPELLED.match(name):
        return "an" if name[0] in _LIKE_VOWELS else "a"
    return choose_article(name)
