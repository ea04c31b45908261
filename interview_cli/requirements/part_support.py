"""Find what names some of the things that a requirement asks for: in the CV, and in the answers."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from interview_cli.english.words import content_stems, split_sentences
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_sections import has_period, read_sections
from interview_cli.requirements.cv_support import choose_part, is_denied, is_refused
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.line_kinds import cut_contacts, is_of_kind
from interview_cli.requirements.nearest import (
    NearWords,
    find_near_words,
    has_codes_of,
    list_told_words,
)
from interview_cli.requirements.parts import (
    choose_naming_text,
    find_named_parts,
    is_common_word,
    list_own_tools,
    list_parts,
    list_pieces,
    quotes_ad,
)
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.support_fits import rate_lines
from interview_cli.requirements.wanted import Wanted, matches_evidence
from interview_cli.requirements.written_names import find_written_names

_MIN_WORDS = 4
"""A sentence of an answer with fewer words tells nothing by itself."""
_MIN_CODE = 3
"""Two letters may mean many things: "TA", "AZ"."""
_MIN_STUDY = 8
"""Letters of a word that names what a course is about, and not a subject of a school."""
_LEAST_OF_WORD = -2.0
"""In log odds above the bound, for a line with one word of a requirement. Of the lines above,
readers call two of three right or near it; below, two of five."""
_NO_WORK = ("motivation", "closing")
"""Kinds of questions whose answers tell of wishes."""


class InPart(NamedTuple):
    """A line of a CV, or a sentence of an answer, that names some of several things."""

    parts: tuple[str, ...]
    """What it names, in the words of the ad."""
    text: str
    number: int | None = None
    """The number of the answer; None of a line of the CV."""


def find_cv_parts(wanted: Wanted, cv_text: str) -> tuple[tuple[InPart, ...], bool]:
    """Return the line of a CV that names most of the things asked for, and whether it names all.

    A second line follows, if it names others.
    """
    parts, tools = list_parts(wanted.requirement.text), list_own_tools(wanted.requirement.text)
    work = {item.text for item in find_work(cv_text)}
    naming = (line for line in read_cv_lines(cv_text) if find_named_parts((*parts, *tools), line))
    can_name = [line for line in naming if _can_name(wanted, line, cv_text, work)]
    lines = sorted(can_name, key=lambda line: line not in work)
    best = _choose_line(wanted, (*parts, *tools), lines)
    if best is None:
        return (), False
    line, named = best
    rest = [part for part in parts if not any(part in each or each in part for each in named)]
    found = [InPart(_show_names(named, line), choose_part(line, " ".join(named)))]
    if rest and (second := _choose_line(wanted, rest, lines)):
        other, others = second
        shown = InPart(_show_names(others, other), choose_part(other, " ".join(others)))
        found += [shown] if other != line else []
    is_one_thing = parts == (wanted.requirement.text.strip(" ."),)
    is_all_named = not _list_unnamed(parts, named) and (
        len(parts) > 1 or is_one_thing or bool(tools)
    )
    return tuple(found), is_all_named or not set(tools).isdisjoint(named)


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


def drop_single_words(parts: Sequence[InPart], wanted: Wanted, cv_text: str) -> tuple[InPart, ...]:
    """Return parts without the lines of a CV that have one word, unless they are likely to state
    what is wanted: a pallet jack scans no pallet. A second word of the same meaning counts."""
    rated, text = rate_lines(wanted, cv_text), wanted.requirement.text
    kept = []
    for part in parts:
        odds = max((odds for odds, line in rated if part.text in line), default=_LEAST_OF_WORD)
        word, *others = part.parts
        has_several = others or " " in word or share_words(text, part.text).shared > 1
        if has_several or odds > _LEAST_OF_WORD:
            kept.append(part)
    return tuple(kept)


def _choose_line(
    wanted: Wanted, parts: Sequence[str], lines: Sequence[str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return the line that names most parts, with those of them to which it does not say no."""
    best: tuple[str, tuple[str, ...]] | None = None
    for line in lines:
        named = find_named_parts(parts, line)
        held = tuple(
            part
            for part in named
            if has_codes_of(part, line) and not is_denied(wanted.with_topic(part), line)
        )
        if len(held) > len(best[1] if best else ()):
            best = line, held
    return best


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
    work = {item.text for item in find_work(cv_text)}
    training = {line.text for line in read_sections(cv_text) if line.section == "training"}
    profile = {line.text for line in read_sections(cv_text) if line.section == "profile"}
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


def find_told_parts(
    wanted: Wanted, answers: Sequence[GivenAnswer], known: Sequence[InPart]
) -> tuple[InPart, ...]:
    """Return the sentence of an answer that names most of the things that no line of the CV names.

    It tells an act of the speaker's own: others do much that an ad names, and a question to the
    employer tells nothing of the speaker.
    """
    named = [each for part in known for each in part.parts]
    rest = [
        part
        for part in list_parts(wanted.requirement.text)
        if not any(part in each or each in part for each in named)
    ]
    told = {
        sentence: answer.number
        for answer in reversed(answers)
        for sentence in answer.own_work
        if answer.kind not in _NO_WORK and _can_tell(sentence)
    }
    best = choose_naming_text(rest, reversed(told))
    sure = _find_sure(best[1], best[0]) if best else ()
    if best and sure:
        return (InPart(sure, best[0], told[best[0]]),)
    for sentence in reversed(told):
        if runs := find_near_words(rest, sentence).runs:
            return (InPart(runs, sentence, told[sentence]),)
    return ()


def _can_tell(sentence: str) -> bool:
    is_said_no = matches_evidence("says_no", sentence)
    is_own = not ("?" in sentence or quotes_ad(sentence) or is_said_no)
    return is_own and len(sentence.split()) >= _MIN_WORDS


def _find_sure(parts: Sequence[str], sentence: str) -> tuple[str, ...]:
    """Return the parts that a sentence surely names: a name, or all words of several.

    One plain word of speech mostly means another thing: "approvals", "the finance director".
    """
    sure = []
    for part in parts:
        runs = find_near_words([part], sentence).runs
        is_whole = any(content_stems(part) <= content_stems(run) for run in runs)
        is_name = " " not in part and not part.islower() and part in sentence.split(" ", 1)[-1]
        if is_whole or is_name:
            sure.append(part)
    return tuple(sure)


def _can_name(wanted: Wanted, line: str, cv_text: str, work: Collection[str]) -> bool:
    """Return whether a line may show something; the heading of a job only says where it was."""
    is_heading = has_period(line) and line not in work
    return (
        not is_heading
        and cut_contacts(line) == line
        and is_of_kind(wanted, line, cv_text)
        and not any(matches_evidence(group, line) for group in ("wish", "hope"))
    )
