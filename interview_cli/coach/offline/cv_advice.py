"""Suggest what a coach would change in a CV for any job: what stands there without use or weight.

Each suggestion is checked against the words of the CV, and names the words that it means.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from interview_cli.english.rules import Rules
from interview_cli.english.words import find_measures, tokenize
from interview_cli.requirements.cv_languages import tells_language
from interview_cli.requirements.cv_sections import CvLine, find_years, read_sections
from interview_cli.requirements.cv_work import WorkItem, find_work
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.parts import list_names
from interview_cli.requirements.shared_words import split_choices
from interview_cli.requirements.wanted import is_soft_skill
from interview_cli.text import join_list, shorten

_RULES = Rules("interview_cli.coach.offline", "cv_advice.toml")

_WITH_USE = re.compile(r"(\w+) \(([^)]*)\)")
_MAX_QUOTE_CHARS = 140
_MAX_HEADING_CHARS = 60
_MAX_NAMES = 3
_BLAMED = {
    "own_comfort": "in your first lines says what the job is to give you.",
    "cliche": "in your first lines could stand on any CV.",
}
"""By what first lines have, what is said of it, the worse first."""
_FIRST_LINES = 6
"""What a reader sees of a CV first."""
_MOST_WORDS = 2
"""Of a name in a choice of names: "Python or R"."""
_MIN_LINES = 3
"""Of an older job that tells more than the present one, and of work that could have a number."""


def suggest_for_any_job(
    mapped: Sequence[MappedRequirement], texts: Iterable[str], cv_text: str
) -> Iterator[str]:
    """Yield what to change, what this job asks for first. `texts` are those of the ad."""
    yield from _suggest_uses(texts, cv_text)
    yield from _suggest_first_lines(mapped, cv_text)
    yield from _suggest_dates_of_papers(mapped)
    yield from _suggest_weight(find_work(cv_text), {line.text for line in read_sections(cv_text)})
    yield from _suggest_numbers(mapped, find_work(cv_text))


def _suggest_uses(texts: Iterable[str], cv_text: str) -> Iterator[str]:
    """Suggest to say where tools of the ad were used that stand only in a list."""
    lines = read_sections(cv_text)
    listed = {word for line in lines if _is_list(line) for word in _find_bare_words(line.text)}
    told = {word for line in lines if not _is_list(line) for word in tokenize(line.text)}
    denied = {
        word for found in _RULES.pattern("denied").finditer(cv_text) for word in found[0].split()
    }
    asked = (name for text in texts for name in _list_asked(text, told))
    names = dict.fromkeys(name for name in asked if not tells_language(name))
    bare = [name for name in names if name in listed - told - denied][:_MAX_NAMES]
    if bare:
        them, stand = ("them", "stand") if len(bare) > 1 else ("it", "stands")
        named = join_list([f"“{name}”" for name in bare])
        yield (
            f"The ad asks for {named}, which {stand} only in a list on your CV. Say in one line "
            f"where you used {them}, and for what."
        )


def _list_asked(text: str, told: Set[str]) -> Sequence[str]:
    """Return the names that an ad asks for; none where one of several is enough and was used."""
    choices = split_choices(text)
    is_choice = len(choices) > 1 and all(len(each.split()) <= _MOST_WORDS for each in choices)
    return () if is_choice and not told.isdisjoint(choices) else list_names(text)


def _find_bare_words(text: str) -> set[str]:
    """Return the words of a list but those that brackets say the use of: "SAP (orders only)"."""
    words = set(tokenize(text))
    for name, use in _WITH_USE.findall(text):
        words -= set() if _RULES.pattern("level").search(use) else {name}
    return words


def _is_list(line: CvLine) -> bool:
    return line.section == "skills" or _RULES.matches("list_of_skills", line.text)


def _suggest_first_lines(mapped: Sequence[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to begin with what the job asks for, where the first lines fit any applicant."""
    lines = read_sections(cv_text)
    first = [
        line.text
        for place, line in enumerate(lines)
        if line.section == "profile" or (line.section == "unknown" and place < _FIRST_LINES)
    ]
    work = {line.text for line in lines if line.section == "work"} - set(first)
    better = _choose_line(mapped, work)
    such = f", such as “{shorten(better, _MAX_QUOTE_CHARS)}”" if better else ""
    for group, blame in _BLAMED.items():
        found = next(filter(None, map(_RULES.pattern(group).search, first)), None)
        if found:
            advice = f"Begin with what this job asks for and you have{such}."
            advice = "Leave it out." if _names_what_counts(mapped, first) else advice
            yield f"“{found[0]}” {blame} {advice}"
            return


def _names_what_counts(mapped: Sequence[MappedRequirement], first: Sequence[str]) -> bool:
    """Return whether a line at the top of the CV states what must be there."""
    lines = (each.line for each in mapped if each.line and each.requirement.is_must)
    return any(line in text or text in line for line in lines for text in first)


def _choose_line(mapped: Sequence[MappedRequirement], work: Set[str]) -> str | None:
    """Return the line on work that states a requirement, or a part of one; no paper."""
    lines = (
        line
        for each in sorted(mapped, key=lambda each: not each.requirement.is_must)
        if not (each.requirement.is_formality or each.requirement.is_paper)
        for line in (each.line, *(part.text for part in each.in_part if part.number is None))
        if line and any(line in text for text in work)
    )
    return next(lines, None)


def _suggest_dates_of_papers(mapped: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to give the date of a paper that the ad asks for and that is to come."""
    for each in mapped:
        if each.is_lacking or is_soft_skill(each.requirement):
            continue  # the first page says so, or nobody gets it by a date
        parts = (part.text for part in each.in_part if part.number is None)
        for line in filter(None, (each.line, each.perhaps, *parts)):
            found = _RULES.pattern("to_come").search(line)
            if found and not find_years(line):
                yield (
                    f"The ad asks for “{each.requirement.topic}”, and your CV says “"
                    f"{shorten(line, _MAX_QUOTE_CHARS)}”: give the month in which you will have it."
                )
                return


def _suggest_weight(work: Sequence[WorkItem], lines: Set[str]) -> Iterator[str]:
    """Suggest to tell more of the present job than of an older one.

    Only work in lines of its own is counted: a paragraph has as many as the page is wide.
    """
    jobs: dict[int, list[WorkItem]] = {}
    for item in work:
        if item.text not in lines:
            return
        jobs.setdefault(item.recency, []).append(item)
    present = next((items for items in jobs.values() if items[0].is_current), [])
    longest = max(jobs.values(), key=len, default=[])
    if present and _MIN_LINES <= len(longest) > len(present):
        yield (
            f"“{_shorten(longest[0].employer)}” has {len(longest)} lines on your CV, and your "
            f"present job, “{_shorten(present[0].employer)}”, {len(present)}. Tell more of what "
            "you do now."
        )


def _suggest_numbers(
    mapped: Sequence[MappedRequirement], work: Sequence[WorkItem]
) -> Iterator[str]:
    """Suggest to give a number, where no line on work has one."""
    if len(work) >= _MIN_LINES and not any(find_measures(item.text) for item in work):
        line = _choose_line(mapped, {item.text for item in work}) or work[0].text
        yield (
            "No line on your work gives a number. Begin with "
            f"“{shorten(line, _MAX_QUOTE_CHARS)}”: how many, how often, or how much?"
        )


def _shorten(heading: str) -> str:
    return shorten(" ".join(heading.split()), _MAX_HEADING_CHARS)
