"""Find the papers of the catalogue in what a job ad asks for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.rules import Rules, load_rules
from interview_cli.english.words import content_stems, stem_word
from interview_cli.papers.recognition import FoundPaper, find_known_papers
from interview_cli.requirements.paper_names import load_paper_stems
from interview_cli.requirements.paper_regions import find_regions, is_of_other_nation

_RULES = Rules("interview_cli.requirements", "known_papers.toml")

_THINGS = frozenset(map(stem_word, ("endorsement", "clearance", "ticket", "badge")))
_NARROWED = ("degree", "certificate")
_MAX_STEMS_BEFORE = 2
_TEXTS_KEPT = 256


class KnownDemand(NamedTuple):
    """Papers of the catalogue of which one is enough."""

    papers: tuple[FoundPaper, ...]
    has_other: bool
    """Whether something that is not known would do as well."""
    regions: frozenset[str] = frozenset()
    """The states of which it must be."""
    takes_equal: bool = False
    """Whether what else would do is only something equivalent."""
    takes_will: bool = False
    """Whether that is the will, or the right, to get them."""


@lru_cache(maxsize=_TEXTS_KEPT)
def find_demands_in(text: str, *, is_brought: bool = True) -> tuple[KnownDemand, ...]:
    """Return the papers of the catalogue that a text names.

    `is_brought`: those that must be brought; otherwise schooling, checks and licences for cars.
    """
    found = [paper for paper in find_known_papers(text) if _is_asked(paper, text)]
    groups: list[list[FoundPaper]] = []
    any_of = _RULES.pattern("any_of").search(text)
    for paper in found:
        if groups and (
            _are_one(groups[-1][-1], paper, text) or (any_of and any_of.start() < paper.start)
        ):
            groups[-1].append(paper)
        else:
            groups.append([paper])
    groups = _join_lists(groups, text)
    return tuple(
        KnownDemand(
            tuple(group),
            _has_other(group, text),
            _find_regions(group, text),
            _RULES.matches("equal_behind", text[group[0].end :]),
            _RULES.matches("will_behind", text[group[-1].end :]),
        )
        for group in groups
        if all(_is_ours(paper, text, is_brought=is_brought) for paper in group)
        and not _is_plus(group, text)
        and not _RULES.is_found("described_before", text[: group[0].start])
    )


def _is_asked(found: FoundPaper, text: str) -> bool:
    """Return whether words name a paper: who has "working at heights, current" has a ticket."""
    behind = text[found.end :]
    is_told = any(_RULES.matches(group, behind) for group in ("in_date_behind", "kind_behind"))
    return is_told or not found.paper.is_brought or is_name(found.text)


def _is_plus(group: Sequence[FoundPaper], text: str) -> bool:
    """Return whether the part of a list that names papers says that they are no must."""
    start = max(text.rfind(mark, 0, group[0].start) for mark in ",;") + 1
    ends = [place for mark in ",;" if (place := text.find(mark, group[-1].end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    rules = load_rules("interview_cli.requirements", "paper_demands.toml")
    return rules["no_demand"].pattern.search(clause) is not None


def asks_for_known(text: str) -> bool:
    """Return whether a text asks for a paper of the catalogue, and for little before it."""
    demands = find_demands_in(text)
    if not demands:
        return False
    before = text[: demands[0].papers[0].start]
    return len(content_stems(before) - load_paper_stems()) <= _MAX_STEMS_BEFORE


def _is_ours(found: FoundPaper, text: str, *, is_brought: bool) -> bool:
    """Return whether a paper must be brought, and nothing narrows it to one of its kind."""
    paper = found.paper
    if paper.is_brought != is_brought or is_of_other_nation(text, found.start, paper.country):
        return False
    may_be_narrow = paper.kind in _NARROWED and not found.grades  # "IELTS 7.0 (Academic)"
    is_narrow = may_be_narrow and _RULES.pattern("narrowed").match(text[found.end :])
    rest = f"{text[: found.start]} {text[found.end :]}"  # SC may be a clearance or a state
    is_elsewhere = bool(paper.country) and not find_regions(rest, paper.country)
    return not (is_narrow or (is_elsewhere and find_regions(rest, "")))


def names_clearance(text: str) -> bool:
    """Return whether a text asks for a security clearance that the catalogue knows."""
    demands = find_demands_in(text, is_brought=False)
    return any(demand.papers[0].paper.kind == "clearance" for demand in demands)


def is_name(words: str) -> bool:
    """Return whether words name a paper, and not a thing or somebody: "reach truck"."""
    stems = {stem_word(word) for word in words.lower().split()}
    is_plain = words[1:].islower() and words.replace(" ", "").isalpha()
    return not is_plain or not stems.isdisjoint({*load_paper_stems(), *_THINGS})


def _find_regions(group: list[FoundPaper], text: str) -> frozenset[str]:
    return frozenset().union(*(find_regions(text, found.paper.country) for found in group))


def _are_one(first: FoundPaper, second: FoundPaper, text: str) -> bool:
    """Return whether one of two papers is enough, or both are names of one."""
    between = text[first.end : second.start]
    if first.paper == second.paper or _RULES.pattern("joint").fullmatch(between):
        return True
    is_bracket = between.count("(") > between.count(")")
    is_close = not between.strip(" -–/") or is_bracket
    return is_close and first.paper.family == second.paper.family


def _join_lists(groups: list[list[FoundPaper]], text: str) -> list[list[FoundPaper]]:
    """Join the papers of a list that ends in "or": "CMA, RMA or NCMA"."""
    joined: list[list[FoundPaper]] = []
    for group in reversed(groups):
        if joined and len(joined[0]) > 1:
            between = text[group[-1].end : joined[0][0].start]
            if between and _RULES.pattern("in_list").fullmatch(between):
                joined[0][:0] = group
                continue
        joined.insert(0, group)
    return joined


def _has_other(group: list[FoundPaper], text: str) -> bool:
    end = group[-1].end
    if text.rfind("(", group[-1].start, end) > text.rfind(")", group[-1].start, end):
        end = max(end, text.find(")", end) + 1)  # "LBP (carpentry or site)"
    if _RULES.pattern("other_behind").match(text[end:]):
        return True
    return _RULES.is_found("other_before", text[: group[0].start])
