"""Word the questions on papers that a job asks for and a CV does not show."""

import re
from datetime import date

from interview_cli.coach.offline.bank import load_bank
from interview_cli.english.rules import Rules
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.brackets import cut_open_bracket
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.known_names import (
    name_bare,
    name_own,
    name_plainly,
    name_wanted,
)
from interview_cli.requirements.known_reading import KnownReading
from interview_cli.requirements.named_papers import names_which
from interview_cli.requirements.paper_families import Kin, find_kin
from interview_cli.requirements.paper_needs import takes_will
from interview_cli.requirements.paper_regions import find_nation
from interview_cli.requirements.paper_spans import is_single
from interview_cli.requirements.paper_status import find_status
from interview_cli.requirements.phrasing import phrase_requirement
from interview_cli.requirements.plain_papers import read_plain_paper
from interview_cli.requirements.requirement import Requirement

_RULES = Rules("interview_cli.coach.offline", "paper_phrases.toml")
_ARTICLES = ("a", "an", "the", "your", "one", "two")
_UNKNOWN_KIND = "certificate"
"""What a paper is called whose name does not say what it is."""
_CLASS = re.compile(r"[CD]1?E?")
_REMARK = re.compile(r" \([^()]*\)\Z")
_CHOICE = re.compile(r"\s*/\s*(?=[^\W\d])|,?\s+or\s+|,\s+(?=[A-Z]{2})")
"""What divides the names of several papers, of which one is enough."""


def find_paper_wordings(
    requirement: Requirement, phrase: str, cv_text: str, day: date | None = None
) -> tuple[list[str], dict[str, str]]:
    """Return wordings for a paper that a requirement asks for as `phrase`, and their fields."""
    if plain := read_plain_paper(requirement.text, cv_text):
        return load_bank()["gap_plain"][plain.form], {"asked": plain.asked, "own": plain.own}
    known = read_known_paper(requirement, cv_text, day)
    if known and known.wanted.paper.is_schooling:
        known = None  # the ad's own words are plainer than one of the many names
        phrase = phrase_requirement(phrase, is_paper=True) or phrase
    status = find_status(requirement, cv_text, day)
    if takes_will(requirement):
        return load_bank()["gap_paper"]["willing"], {"asked": say_choice(phrase)}
    kin = find_kin(requirement, cv_text, day)
    if known and known.is_only and known.is_named_alike:
        if known.own or not (kin or status in load_bank()["gap_paper"]):
            return _word_known(known, status, _find_nation(requirement, known))
        phrase = name_plainly(known, _find_nation(requirement, known))
    if known and any(name.isupper() and name not in phrase for name in known.names):
        *first, last = known.names  # capitals are kept that are letters
        phrase = f"{', '.join(first)} or {last}" if first else _say_letters(last, known)
    if not names_which(phrase):
        phrase = requirement.topic
    if known and known.is_only:
        phrase = _name_kind(phrase, known)
    vehicles = _find_class(known.wanted.text) if known else None
    phrase = f"category {vehicles} on your licence" if vehicles else _add_article(phrase)
    phrase = say_choice(phrase)
    if known and known.state == "lower" and (own := name_own(known)):
        return load_bank()["gap_known"]["lower"], {"asked": phrase, "need": phrase, "own": own}
    return _word_paper(status, phrase, kin)


def _find_class(name: str) -> str | None:
    """Return the class of a driving licence if that is all that names it: "category C", "C1"."""
    *before, last = name.split()
    is_named = before == ["category"] or (not before and "1" in last)
    return last if is_named and _CLASS.fullmatch(last) else None


def say_choice(phrase: str) -> str:
    """Return a phrase without what an ad adds to it, its slashes said as a choice."""
    phrase = _RULES.remove("tail", phrase).strip()
    if "/" not in phrase:
        return phrase
    *names, last = _CHOICE.split(phrase.replace("and/or", "or"))
    return f"{', '.join(names)} or {last}" if names else last


def _add_article(phrase: str) -> str:
    """Return the name of a single paper with its article: "full Class 5 licence"."""
    first = phrase.split()[0]
    phrase = _REMARK.sub("", phrase)
    is_bare = first.islower() and is_single(phrase)
    is_bare |= _RULES.matches("single", phrase)
    is_bare &= first.lower() not in _ARTICLES
    return f"{choose_article(first)} {phrase}" if is_bare else phrase


def _name_kind(phrase: str, known: KnownReading) -> str:
    """Return a phrase whose last word says what a paper is: an LISW is a licence."""
    named = phrase.removesuffix(f" {_UNKNOWN_KIND}")
    *_, kind = known.wanted.paper.say.split()
    is_licence = named != phrase and _RULES.matches("single", kind)
    return f"{named} {kind}" if is_licence and _UNKNOWN_KIND not in known.wanted.text else phrase


def _say_letters(letters: str, known: KnownReading) -> str:
    """Return letters with what they stand for, and the state of which it must be: "a New Jersey
    CHHA certificate"."""
    *_, kind = known.wanted.paper.say.split()
    if known.wanted.paper.article not in ("a", "an") or not _RULES.matches("single", kind):
        return letters
    name = f"{letters} {kind}"
    return f"{min(known.regions)} {name}" if len(known.regions) == 1 else name


def _find_nation(requirement: Requirement, known: KnownReading) -> str:
    """Return the country of which an ad wants a paper that many countries give."""
    is_any = not known.wanted.paper.country
    return find_nation(requirement.text, known.wanted.start) if is_any else ""


def _word_known(
    known: KnownReading, status: str, nation: str = ""
) -> tuple[list[str], dict[str, str]]:
    """Return the wordings for a paper of the catalogue, by what the CV says of it."""
    form: str = known.state
    if form == "lapsed" and known.is_by_date:
        form = "over_by_date"
    elif known.is_renewed:
        form = "renewed"
    elif form == "kin" and status == "to_come":
        form = "to_come"  # "For the blue card I'm doing an NVQ"
    elif form == "kin" and known.is_to_come:
        form = "silent"
    elif form == "lower" and known.wanted.paper.kind == "degree":
        form = "silent"  # a degree in another subject is not a lower step
    fields = {
        "need": name_wanted(known, nation),
        "paper": name_bare(known, nation),
        "asked": name_plainly(known, nation),
        "own": name_own(known) or "",
    }
    return load_bank()["gap_known"][form], fields


def _word_paper(status: str, phrase: str, kin: Kin | None) -> tuple[list[str], dict[str, str]]:
    """Return the wordings for a paper; `kin` is one of its family that the CV names instead."""
    forms = load_bank()["gap_paper"]
    if kin is None:
        return forms[status if status in forms else "without"], {"asked": phrase}
    if kin.is_to_come:
        return forms["to_come"], {"asked": phrase}
    if kin.name is None:
        return forms["unnamed_kin"], {"asked": phrase}
    return forms["kin"], {"asked": phrase, "own": cut_open_bracket(kin.name)}
