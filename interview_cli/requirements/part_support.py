"""Find what names some of the things that a requirement asks for: in the CV, and in the answers."""

from collections.abc import Sequence
from typing import NamedTuple

from interview_cli.english.words import split_sentences, tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_sections import has_period
from interview_cli.requirements.cv_support import choose_part, is_denied
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.line_kinds import cut_contacts, is_of_kind
from interview_cli.requirements.parts import (
    choose_naming_text,
    find_named_parts,
    list_parts,
    quotes_ad,
)
from interview_cli.requirements.wanted import Wanted, matches_evidence

_MIN_WORDS = 4
"""A sentence of an answer with fewer words tells nothing by itself."""


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
    parts = list_parts(wanted.requirement.text)
    work = {item.text for item in find_work(cv_text)}
    naming = (line for line in read_cv_lines(cv_text) if find_named_parts(parts, line))
    can_name = [line for line in naming if _can_name(wanted, line, cv_text)]
    lines = sorted(can_name, key=lambda line: line not in work)
    best = choose_naming_text(parts, lines)
    if best is None:
        return (), False
    line, named = best
    rest = [part for part in parts if not any(part in each or each in part for each in named)]
    found = [InPart(named, choose_part(line, " ".join(named)))]
    if rest and (second := choose_naming_text(rest, lines)):
        found.append(InPart(second[1], choose_part(second[0], " ".join(second[1]))))
    is_one_thing = parts == (wanted.requirement.text.strip(" ."),)
    return tuple(found), not rest and (len(parts) > 1 or is_one_thing)


def find_told_parts(
    wanted: Wanted, answers: Sequence[GivenAnswer], known: Sequence[InPart]
) -> tuple[InPart, ...]:
    """Return the sentence of an answer that names most of the things that no line of the CV names.

    A question to the employer tells nothing of the speaker.
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
        for sentence in split_sentences(answer.answer)
        if "?" not in sentence and not quotes_ad(sentence)
        if len(sentence.split()) >= _MIN_WORDS
    }
    best = choose_naming_text(rest, reversed(told))
    if best is None:
        return ()
    sentence, found = best
    sure = tuple(part for part in found if _is_surely_named(part, sentence))
    return (InPart(sure, sentence, told[sentence]),) if sure else ()


def _is_surely_named(part: str, sentence: str) -> bool:
    """Return whether a part has several words or is a name, with its capitals, inside a sentence.

    One plain word of speech mostly means another thing: "approvals", "the finance director".
    """
    return " " in part or (not part.islower() and part in tokenize(sentence)[1:])


def _can_name(wanted: Wanted, line: str, cv_text: str) -> bool:
    is_wish = any(matches_evidence(group, line) for group in ("wish", "hope"))
    is_out = is_wish or has_period(line) or is_denied(wanted.as_whole, line)
    return cut_contacts(line) == line and is_of_kind(wanted, line, cv_text) and not is_out
