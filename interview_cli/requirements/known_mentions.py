"""Find the papers of the catalogue that a CV names, and what it says of each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.papers.catalogue import Paper
from interview_cli.papers.recognition import FoundPaper, find_known_papers
from interview_cli.requirements.cv_paper_lines import drop_others, is_deed
from interview_cli.requirements.known_papers import is_name
from interview_cli.requirements.paper_dates import find_dates
from interview_cli.requirements.paper_in_cv import CvPart, names_paper, read_parts, speaks_of
from interview_cli.requirements.paper_regions import counts_everywhere, find_regions

_RULES = Rules("interview_cli.requirements", "known_mentions.toml")

State = Literal["valid", "held", "bare", "to_come", "lapsed", "denied"]
_CLOSE = re.compile(r"[\s()/–-]*")
_ACRONYM = re.compile(r"[A-Z]{3,}\b")
_LETTERS = re.compile(r"\b[A-Z]{2}\b")
"""In the name of a paper they are no state: "CA Inter"."""
_CHARS_BEFORE, _CHARS_BEHIND = 60, 140
_LINE_BELOW = 110
_TEXTS_KEPT = 4


class Mention(NamedTuple):
    """A paper that a CV names, and what it says of it."""

    found: FoundPaper
    state: State
    """`valid`: it says that it is in date; `bare`: it says no more than the name."""
    text: str
    regions: frozenset[str]
    """The states of which it is; none if it counts in all."""
    following: str = ""
    """What stands behind the text in the same line."""


def is_of_exam(mention: Mention) -> bool:
    """Return whether a CV names only an exam for a paper."""
    behind = mention.text[mention.text.find(mention.found.text) + len(mention.found.text) :]
    return _RULES.matches("exam_of", behind)


@lru_cache(maxsize=_TEXTS_KEPT)
def find_mentions(cv: str, day: date | None, wanted: str = "") -> tuple[Mention, ...]:
    """Return the papers that a CV says somebody has, had, will have or has not.

    `day`: that of the interview, on which some have run out; None if it is not known. `wanted`:
    the paper that is looked for, whose short names count by themselves.
    """
    parts = read_parts(cv)
    return tuple(
        mention
        for place, part in enumerate(parts)
        if not is_deed(part.text, part.section) or _RULES.pattern("own_deed").match(part.text)
        for mention in _read_part(part, day, wanted, parts[place + 1 :])
    )


def _read_part(
    part: CvPart, day: date | None, wanted: str, behind: Sequence[CvPart]
) -> list[Mention]:
    text = drop_others(part.text)
    found = [
        each
        for each in find_known_papers(text, wanted)
        if (part.section == "training" or is_name(each.text))
        and not _RULES.pattern("people").search(each.text)
    ]
    mentions = list(_read_groups(part, text, _group(found, text), day))
    if len(mentions) == 1 and _is_left_open(mentions[0], part, behind):
        return [mentions[0]._replace(state="to_come")]
    return _share_states(mentions, text)


def _is_left_open(mention: Mention, part: CvPart, behind: Sequence[CvPart]) -> bool:
    """Return whether a line begins with a paper and ends with an exam for it that is to come.

    "GPhC: course completed. Training year finished. Assessment not passed, re-sitting in May."
    """
    is_label = _RULES.matches("label_end", part.text[mention.found.end :])
    if mention.found.start or not is_label or not _needs_more_than_training(mention.found.paper):
        return False
    goes_on = part.is_same_line
    for other in behind:
        if not goes_on or find_known_papers(other.text):
            return False
        if _RULES.is_found("of_exam", other.text) and speaks_of("unfinished", other.text):
            return True
        goes_on = other.is_same_line
    return False


def _share_states(mentions: list[Mention], text: str) -> list[Mention]:
    """Say of the first of two papers what is said of both: "X and Y (expired 2021)"."""
    for place in range(len(mentions) - 2, -1, -1):
        own, following = mentions[place], mentions[place + 1]
        between = text[own.found.end : following.found.start].strip().casefold()
        are_one = own.found.paper == following.found.paper  # parts of one training
        if own.state == "bare" and (are_one or _RULES.pattern("both").search(between)):
            mentions[place] = own._replace(state=following.state)
    return mentions


def _read_groups(
    part: CvPart, text: str, groups: list[list[FoundPaper]], day: date | None
) -> Iterator[Mention]:
    label = _RULES.pattern("label").match(text)
    start = 0
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        is_whole = last or _begins_steps(group, groups[place + 1 :], text)
        end = len(text) if is_whole else _find_cut(text, group[-1].end, groups[place + 1][0].start)
        begin = max(start, group[0].start - _CHARS_BEFORE)
        if became := _RULES.pattern("became").search(text, begin, group[0].start):
            begin = became.start()
        scope = text[begin:end][: _CHARS_BEHIND * 2]
        if label and start > label.end():
            scope = f"{label[0]} {scope}"
        if last:
            scope = f"{scope} {_find_following(part, scope)}"
        for found in group:
            places = scope.replace(found.text, _LETTERS.sub(" ", found.text))
            regions = frozenset() if counts_everywhere(scope) else find_regions(places, "")
            regions = find_regions(places, found.paper.country) or regions
            following = part.following if part.is_same_line else ""
            state = _read_state(scope, found, day)
            yield Mention(found, state, part.text, regions, following)
        start = group[-1].end if is_whole else end


def _begins_steps(
    group: Sequence[FoundPaper], others: Sequence[Sequence[FoundPaper]], text: str
) -> bool:
    """Return whether a line begins with a paper and names only steps towards it behind it: checks,
    and what it covers: "Guard card: course done, Live Scan done, application pending"."""
    is_label = group[0].start == 0 and _RULES.matches("label_end", text[group[-1].end :])
    return (
        is_label
        and _needs_more_than_training(group[0].paper)
        and all(
            found.paper.is_checked or found.paper.say in group[0].paper.covers
            for other in others
            for found in other
        )
    )


def _group(found: Sequence[FoundPaper], text: str) -> list[list[FoundPaper]]:
    """Join names that stand behind each other: what is said of one is said of all."""
    groups: list[list[FoundPaper]] = []
    for each in found:
        if groups and _CLOSE.fullmatch(text[groups[-1][-1].end : each.start]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _find_cut(text: str, start: int, end: int) -> int:
    """Return where what is said of the next paper begins."""
    breaks = list(_RULES.pattern("break").finditer(text, start, end))
    return breaks[-1].end() if breaks else end


def _find_following(part: CvPart, scope: str) -> str:
    """Return the sentence or line behind a part, if it still speaks of its last paper."""
    following = part.following
    if part.section == "work" or (not part.is_same_line and is_deed(following, part.section)):
        return ""
    if find_known_papers(following) or names_paper(following) or _ACRONYM.match(following):
        return ""
    if part.is_same_line:
        return following
    is_told = any(speaks_of(group, scope) for group in ("held", "over", "unfinished"))
    is_near = part.section == "training" and len(following) <= _LINE_BELOW
    return following if is_near and not is_told and not _ACRONYM.search(following) else ""


def _needs_more_than_training(paper: Paper) -> bool:
    """Return whether a body grants a paper that no course alone gives."""
    is_licence = paper.kind == "licence" and paper.is_by_law and not paper.is_trained
    return paper.kind == "registration" or is_licence


def _is_of_learner(scope: str, found: FoundPaper) -> bool:
    """Return whether a licence is that of a learner, and not only the class behind it."""
    end = scope.find(found.text) + len(found.text)
    following = _RULES.pattern("next_class").search(scope, end)
    own = scope[: following.start()] if following else scope
    return _RULES.is_found("learners", own)


def _read_state(scope: str, found: FoundPaper, day: date | None) -> State:
    if speaks_of("over", scope):
        return "lapsed"
    if found.paper.kind == "licence" and _is_of_learner(scope, found):
        return "to_come"
    behind = scope[scope.find(found.text) + len(found.text) :]
    if _needs_more_than_training(found.paper) and _RULES.matches("training_for", behind):
        return "to_come"
    dates = list(find_dates(scope, day)) if day else []
    ends = [each for each in dates if each.is_end]
    is_unfinished = speaks_of("unfinished", scope) and not _RULES.pattern("renews").search(scope)
    if day and ends and max(ends).is_before(day) and max(ends) == max(dates):
        return "lapsed"
    if ends and not is_unfinished:
        return "valid"
    if is_unfinished:
        return "to_come"
    if _RULES.pattern("in_date").search(scope):
        return "valid"
    if speaks_of("refused", scope):
        return "denied"
    years = found.paper.years
    if day and dates and years and max(dates).is_before(day, years):
        return "lapsed"
    is_told = any(speaks_of(group, scope) for group in ("held", "dated", "ranked"))
    return "held" if is_told else "bare"
