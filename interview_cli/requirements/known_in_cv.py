"""Read what a CV says of a paper of the catalogue that a job demands."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from interview_cli.english.words import content_stems
from interview_cli.papers.catalogue import Paper
from interview_cli.papers.recognition import FoundPaper
from interview_cli.requirements.cv_paper_lines import find_capitals
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.known_mentions import Mention, find_mentions, is_of_exam
from interview_cli.requirements.known_papers import KnownDemand, find_demands_in
from interview_cli.requirements.known_reading import KnownReading, KnownState
from interview_cli.requirements.paper_in_cv import form_acronyms, read_parts, speaks_of
from interview_cli.requirements.paper_ladders import compare_papers
from interview_cli.requirements.paper_names import find_naming_stems, load_paper_stems
from interview_cli.requirements.requirement import Requirement

_WORST: tuple[KnownState, ...] = (
    "denied",
    "lapsed",
    "to_come",
    "lower",
    "elsewhere",
    "silent",
    "kin",
    "held",
)
_BEST: tuple[KnownState, ...] = (
    "held",
    "lower",
    "to_come",
    "lapsed",
    "denied",
    "elsewhere",
    "kin",
    "silent",
)
_HELD = ("valid", "held", "bare")
_OPEN: dict[str, KnownState] = {"lapsed": "lapsed", "to_come": "to_come", "denied": "denied"}
_REGISTERS = ("registration", "licence")
_READINGS_KEPT = 64


# The plan of an interview, its questions and its map ask for the same.
@lru_cache(maxsize=_READINGS_KEPT)
def read_known_paper(
    requirement: Requirement, cv: str, day: date | None = None
) -> KnownReading | None:
    """Return what a CV says of the papers that a requirement names; None if none is known.

    Of several that are all needed, the one that is furthest from held counts. Schooling, checks and
    licences for cars, which few CVs name, are only read if the CV says that they are not there.
    """
    demands = find_demands_in(requirement.text)
    if not demands:
        others = find_demands_in(requirement.text, is_brought=False)
        found = (reading for demand in others if (reading := read_demand(demand, cv, day)))
        spoken = [reading for reading in found if reading.is_told]
        return _choose_worst(spoken)
    readings = [reading for demand in demands if (reading := read_demand(demand, cv, day))]
    if len(readings) < len(demands):
        readings = [reading for reading in readings if reading.state != "held"]
    return _choose_worst(readings)


def _choose_worst(readings: Iterable[KnownReading]) -> KnownReading | None:
    """Return the reading of the paper that is furthest from held."""
    return min(readings, key=lambda reading: _WORST.index(reading.state), default=None)


def read_demand(demand: KnownDemand, cv: str, day: date | None = None) -> KnownReading | None:
    """Return what a CV says of papers of which one is enough; None if that leaves it open."""
    graded = {wanted.paper for wanted in demand.papers if wanted.grades}
    papers = [each for each in demand.papers if each.grades or each.paper not in graded]
    readings = [_read_one(wanted, demand.regions, cv, day) for wanted in papers]
    best = min(readings, key=lambda reading: _BEST.index(reading.state))
    is_only = len({wanted.paper for wanted in demand.papers}) == 1
    if best.state == "to_come" and is_only and _holds_other_name(demand, best, cv, day):
        best = best._replace(state="held")
    is_will = demand.takes_will and best.is_told
    is_equal = demand.takes_equal and best.state == "to_come"
    if demand.has_other and best.state != "held" and not (is_will or is_equal):
        return None
    if is_equal:  # what is as good as a paper is not called by all its names
        return best._replace(is_only=True, names=(best.wanted.text,))
    names = tuple(dict.fromkeys(wanted.text for wanted in demand.papers))
    return best._replace(is_only=is_only, names=names)


def _holds_other_name(demand: KnownDemand, open_: KnownReading, cv: str, day: date | None) -> bool:
    """Return whether a CV names another step of a paper as held that an ad names as enough."""
    names = {wanted.text for wanted in demand.papers}
    names |= {letters for name in names for letters in find_capitals(name)}
    own = open_.own.text if open_.own else ""
    return len(demand.papers) > 1 and any(
        mention.state in _HELD
        and mention.found.paper == open_.wanted.paper
        and mention.found.text != own
        and not names.isdisjoint({mention.found.text, *_form_letters(mention.found.text)})
        for mention in find_mentions(cv, day)
    )


def _form_letters(name: str) -> set[str]:
    """Return the letters that may stand for a name: "FE" for "Fundamentals of Engineering"."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return {initials, *form_acronyms(name)}


def _read_one(
    wanted: FoundPaper, regions: frozenset[str], cv: str, day: date | None
) -> KnownReading:
    # Only papers with short names are looked for by themselves.
    mentions = find_mentions(cv, day, wanted.paper.say if wanted.paper.beside else "")
    own = [
        mention
        for mention in mentions
        if _meets_as(mention, wanted.paper)
        # Who works towards a higher grade may well have this one.
        and (mention.state in _HELD or not _is_lower(wanted, mention.found))
    ]
    here = [mention for mention in own if _is_of_region(mention, regions)]
    if here and own != here and all(not m.regions and m.state == "bare" for m in here):
        here = []  # a bare title says less than the state of another mention
    if here:
        less = _find_less(wanted, mentions) if all(map(is_of_exam, here)) else None
        return (
            KnownReading.of("lower", wanted, regions, less)
            if less
            else _read_own(wanted, regions, here)
        )
    if own:
        return KnownReading.of("elsewhere", wanted, regions, own[0])
    kin = [
        mention
        for mention in mentions
        if _is_kin(mention.found.paper, wanted.paper) and mention.state not in ("denied", "lapsed")
    ]
    if _is_shown(wanted.paper, kin, cv):
        return KnownReading("held", wanted, None, "", regions)
    if lower := _find_lower(wanted, kin, cv):
        return KnownReading.of("lower", wanted, regions, lower)
    for mention in sorted(kin, key=lambda mention: mention.state not in _HELD):
        is_far = _is_of_elsewhere(mention.found.paper, wanted.paper)
        state: KnownState = "elsewhere" if is_far else "kin"
        return KnownReading.of(state, wanted, regions, mention)
    if other := _find_other_degree(wanted, mentions, cv):
        return KnownReading.of("lower", wanted, regions, other)
    return KnownReading("silent", wanted, None, "", regions)


def _find_less(wanted: FoundPaper, mentions: Iterable[Mention]) -> Mention | None:
    """Return what is held that only leads to a paper: a CPC-A, if the CPC exam is passed."""
    return next(
        (
            mention
            for mention in mentions
            if mention.state in _HELD
            and mention.found.paper.say in wanted.paper.covers
            and mention.found.paper.family == wanted.paper.family
        ),
        None,
    )


def _find_lower(wanted: FoundPaper, kin: Sequence[Mention], cv: str) -> Mention | None:
    """Return the first of the papers of the family that are held, if all are lower steps.

    "CSCS card" may be any of these cards, and is not counted.
    """
    naming = content_stems(wanted.paper.say)
    held = [mention for mention in kin if mention.state in _HELD]
    steps = [mention for mention in held if not content_stems(mention.found.paper.say) < naming]
    are_lower = all(mention.found.paper.say in wanted.paper.covers for mention in steps)
    is_covered = any(
        compare_papers(wanted.text, part.same, load_paper_stems()) == "covers"
        for part in read_parts(cv)
        if part.section == "training"
    )
    return steps[0] if steps and are_lower and not is_covered else None


def _find_other_degree(wanted: FoundPaper, mentions: Iterable[Mention], cv: str) -> Mention | None:
    """Return a degree that is held, if one of a subject is wanted that no training names."""
    subject = find_naming_stems(wanted.text) & find_naming_stems(wanted.paper.say)
    if wanted.paper.kind != "degree" or not (subject and wanted.paper.is_brought):
        return None
    trained = (part for part in read_parts(cv) if part.section == "training")
    if any(not subject.isdisjoint(content_stems(part.text)) for part in trained):
        return None
    degrees = (mention for mention in mentions if mention.found.paper.kind == "degree")
    return next((mention for mention in degrees if mention.state in _HELD), None)


def _read_own(wanted: FoundPaper, regions: frozenset[str], own: Sequence[Mention]) -> KnownReading:
    """Return what the mentions of a paper, or of those that cover it, say together."""
    held = [mention for mention in own if mention.state in _HELD]
    valid = [mention for mention in held if mention.state == "valid"]
    open_ = [
        mention
        for mention in own
        if mention.state not in _HELD
        and (
            _is_same(mention.found.paper, wanted.paper)
            or not _meets(mention.found.paper, wanted.paper)
        )
    ]
    is_to_come = any(mention.state == "to_come" for mention in open_)
    if held and not is_to_come and (valid or not open_):
        graded = [mention for mention in held if wanted.grades and mention.found.grades]
        enough = [m for m in graded or valid or held if not _is_lower(m.found, wanted)]
        first = (enough or held)[0]
        return KnownReading.of("held" if enough else "lower", wanted, regions, first)
    first = (open_ or own)[0]
    return KnownReading.of(_OPEN.get(first.state, "to_come"), wanted, regions, first)


def _meets(own: Paper, wanted: Paper) -> bool:
    """Return whether who holds a paper needs no other, whatever the grade and the state."""
    return _is_same(own, wanted) or wanted.say in own.covers


def _meets_as(mention: Mention, wanted: Paper) -> bool:
    """Return whether a mention is of a paper that is wanted, or of any of its kind that is open."""
    own = mention.found.paper
    is_any = not own.country and content_stems(own.say) < content_stems(wanted.say)
    is_open = mention.state not in _HELD and own.family == wanted.family
    return _meets(own, wanted) or (is_open and is_any and own.say in wanted.covers)


def _is_same(own: Paper, wanted: Paper) -> bool:
    """Return whether two names are of one paper: one may not say of which country it is."""
    is_general = own.say in wanted.covers and not own.country and own.family == wanted.family
    return own == wanted or (is_general and own.kind in _REGISTERS and wanted.kind in _REGISTERS)


def _is_kin(own: Paper, wanted: Paper) -> bool:
    """Return whether two papers are of one family: a degree is none of its registration."""
    return own.family == wanted.family and (own.kind == "degree") == (wanted.kind == "degree")


def _is_of_region(mention: Mention, regions: frozenset[str]) -> bool:
    return not (regions and mention.regions) or not regions.isdisjoint(mention.regions)


def _is_lower(own: FoundPaper, wanted: FoundPaper) -> bool:
    if own.paper != wanted.paper or not (own.grades and wanted.grades):
        return False
    order = own.paper.grades
    return order.index(own.grades[0]) > order.index(wanted.grades[-1])


def _is_of_elsewhere(own: Paper, wanted: Paper) -> bool:
    """Return whether two papers of one kind count in different countries."""
    is_far = bool(own.country and wanted.country) and own.country[:2] != wanted.country[:2]
    return is_far and own.kind in _REGISTERS and wanted.kind in _REGISTERS


def _is_shown(wanted: Paper, kin: Iterable[Mention], cv: str) -> bool:
    """Return whether somebody does a job that nobody may do without a paper."""
    if any(_is_of_elsewhere(mention.found.paper, wanted) for mention in kin):
        return False
    return any(
        role.is_current
        and not speaks_of("learner", role.title)
        and any(re.search(rf"\b{re.escape(job)}\b", role.title.lower()) for job in wanted.shown_by)
        for role in find_roles(cv)
    )
