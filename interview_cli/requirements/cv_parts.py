"""Find the lines of a CV that name some of the things that a requirement asks for."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.words import content_stems, split_sentences
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_sections import CvSection, has_period, read_sections
from interview_cli.requirements.cv_support import choose_part, is_denied, is_refused
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.line_features import measure_lines
from interview_cli.requirements.line_kinds import cut_contacts, is_of_kind
from interview_cli.requirements.named_features import measure_named
from interview_cli.requirements.nearest import (
    NearWords,
    drop_inner,
    find_near_words,
    has_codes_of,
    list_told_words,
)
from interview_cli.requirements.part_support import InPart
from interview_cli.requirements.parts import (
    find_named_parts,
    is_common_word,
    list_own_tools,
    list_parts,
    list_pieces,
)
from interview_cli.requirements.shared_words import split_choices
from interview_cli.requirements.support_fits import load_support_fit
from interview_cli.requirements.told_features import Features
from interview_cli.requirements.wanted import Wanted, matches_evidence
from interview_cli.requirements.written_names import find_written_names

_MIN_CODE = 3
"""Two letters may mean many things: "TA", "AZ"."""
_MIN_STUDY = 8
"""Letters of a word that names what a course is about, and not a subject of a school."""
_WANTED_KEPT = 50
_LINES_KEPT = 1_000


class NamedLine(NamedTuple):
    """A line of a CV that has words of what is wanted, to which it does not say no."""

    line: str
    parts: tuple[str, ...]
    """The things that it names, in the words of the ad."""
    words: tuple[str, ...]
    """The words of the ad that it has."""
    features: Features
    """What tells whether a reader sees in it what is wanted, or something near it."""

    @property
    def odds(self) -> float:
        """The log odds of that above the bound."""
        fit = load_support_fit("names")
        return fit.rate(self.features) - fit.bound


@lru_cache(maxsize=_WANTED_KEPT)
def list_named_lines(wanted: Wanted, cv_text: str) -> tuple[NamedLine, ...]:
    """Return the lines of a CV that name something of what is wanted, but is no paper."""
    return tuple(_read_named_lines(wanted, cv_text))


def _read_named_lines(wanted: Wanted, cv_text: str) -> Iterator[NamedLine]:
    text = wanted.requirement.text
    parts = (*list_parts(text), *list_own_tools(text))
    pieces = (*list_pieces(text), *list_parts(text))
    work, training = _list_work(cv_text), _list_section("training", cv_text)
    for line, features in measure_lines(wanted, cv_text):
        if not _can_name(wanted, line, cv_text, work):
            continue
        held = tuple(
            part
            for part in find_named_parts(parts, line)
            if has_codes_of(part, line) and not is_denied(wanted.with_topic(part), line)
        )
        shown = _cut_heading(choose_part(line, text), work)
        is_study = line in training and wanted.is_duty
        near = _keep_certain(find_near_words(pieces, shown), is_paper=False, is_study=is_study)
        own = (word for word in near if not is_refused(wanted.with_topic(word), line))
        words = drop_inner([*(_show_names(held, line) if held else ()), *own])
        if words:
            measured = features | measure_named(wanted, cv_text, line, words)
            yield NamedLine(line, held, words, measured)


def find_cv_parts(wanted: Wanted, cv_text: str) -> tuple[tuple[InPart, ...], bool]:
    """Return the line of a CV that likeliest shows some of what is asked for, and whether it names
    all of it.

    A second line follows, if it names others.
    """
    lines = sorted(list_named_lines(wanted, cv_text), key=lambda line: -line.odds)
    if whole := next((line for line in lines if _names_all(wanted, line)), None):
        return (_show(whole),), True
    likely = [line for line in lines if line.odds > 0]
    if not likely:
        return (), False
    best, *others = likely
    first = _show(best)
    second = next((each for each in map(_show, others) if _adds_to(first, each)), None)
    return (first, second) if second else (first,), False


def _show(named: NamedLine) -> InPart:
    return InPart(named.words, choose_part(named.line, " ".join(named.words)))


def _adds_to(first: InPart, other: InPart) -> bool:
    """Return whether a line names nothing that the first one names."""
    known = content_stems(" ".join(first.parts))
    return other.text != first.text and known.isdisjoint(content_stems(" ".join(other.parts)))


def _names_all(wanted: Wanted, named: NamedLine) -> bool:
    """Return whether a line names all the things that are asked for, or a tool in their place."""
    text = wanted.requirement.text
    parts, tools = list_parts(text), list_own_tools(text)
    if not set(tools).isdisjoint(named.parts):
        return True
    if _is_choice(text) and any(part in named.parts for part in list_pieces(text)):
        return True
    is_one_thing = parts == (text.strip(" ."),)
    may_be_all = len(parts) > 1 or is_one_thing or bool(tools)
    return bool(named.parts) and may_be_all and not _list_unnamed(parts, named.parts)


def _is_choice(text: str) -> bool:
    """Return whether one of the things asked for is enough: "PyTorch, XGBoost or LightGBM"."""
    return len(split_choices(text)) > 1 and not matches_evidence("and_joint", text)


def _list_unnamed(parts: Sequence[str], named: Sequence[str]) -> list[str]:
    """Return the parts of which a line has neither all, nor the name that says what they are."""
    unnamed = []
    for part in parts:
        inner = [each for each in named if part in each or each in part]
        words = " ".join(inner).split()
        rest = [word for word in part.split() if word not in words and not is_common_word(word)]
        if rest or not inner:
            unnamed.append(part)
    return unnamed


def _show_names(named: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the words of the ad that a text has of the things that it names."""
    shown = [
        find_near_words([part], text).all or tuple(list_told_words(part, text)) or (part,)
        for part in named
    ]
    phrases = dict.fromkeys(phrase for phrases in shown for phrase in phrases)
    return tuple(phrase for phrase in phrases if content_stems(phrase)) or tuple(phrases)


def find_near_line(wanted: Wanted, cv_text: str) -> InPart | None:
    """Return the line of a CV that has some words of a requirement; work comes first.

    Of a paper it must have several, or letters that stand for it.
    """
    text = wanted.requirement.text
    parts = (*list_pieces(text), *list_parts(text))
    work, training = _list_work(cv_text), _list_section("training", cv_text)
    profile = _list_section("profile", cv_text)
    found: list[tuple[tuple[int, int, bool], InPart]] = []
    for line in read_cv_lines(cv_text):
        shown = _cut_heading(choose_part(line, text), work)
        if line in profile or not _can_name(wanted, shown, cv_text, work):
            continue
        near = find_near_words(parts, shown)
        is_study = line in training and wanted.is_duty
        words = _keep_certain(near, is_paper=wanted.is_paper, is_study=is_study)
        if wanted.is_paper and not words:
            words = find_written_names(text, shown)
        held = tuple(word for word in words if not is_refused(wanted.with_topic(word), line))
        if held:
            found.append(((len(near.runs), len(held), line in work), InPart(held, shown)))
    return max(found, key=lambda entry: entry[0], default=(None, None))[1]


def _list_work(cv_text: str) -> set[str]:
    return {item.text for item in find_work(cv_text)}


def _list_section(section: CvSection, cv_text: str) -> set[str]:
    return {line.text for line in read_sections(cv_text) if line.section == section}


def _cut_heading(line: str, work: Collection[str]) -> str:
    """Return what stands behind the heading of a job in its line, if there is more."""
    if line in work or not has_period(line):
        return line
    told = [each for each in split_sentences(line) if not has_period(each)]
    return " ".join(told) or line


def _keep_certain(near: NearWords, *, is_paper: bool, is_study: bool) -> tuple[str, ...]:
    """Return the words that surely show a paper, or a task in a line on training."""
    if not (is_paper or is_study):
        return near.all
    codes = [noun for noun in near.nouns if noun.isupper() and len(noun) >= _MIN_CODE]
    long = [noun for noun in near.nouns if noun.islower() and len(noun) >= _MIN_STUDY]
    return (*near.runs, *codes, *(long if not is_paper else ()))


def _can_name(wanted: Wanted, line: str, cv_text: str, work: Collection[str]) -> bool:
    """Return whether a line may show something; the heading of a job only says where it was."""
    is_heading = line not in work and has_period(line)
    return not is_heading and _tells_own(line) and is_of_kind(wanted, line, cv_text)


@lru_cache(maxsize=_LINES_KEPT)
def _tells_own(line: str) -> bool:
    """Return whether a line tells of its writer, and neither an address nor a wish."""
    is_wish = any(matches_evidence(group, line) for group in ("wish", "hope"))
    return cut_contacts(line) == line and not is_wish
