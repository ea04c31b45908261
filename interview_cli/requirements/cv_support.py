"""Find the line of a CV that states a requirement or a duty, or that comes nearest to it."""

import re
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, split_sentences, tokenize
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.cv_degrees import find_degree_line, has_degree_letters
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_languages import find_language_line
from interview_cli.requirements.cv_paper_lines import can_state_paper, is_held
from interview_cli.requirements.cv_papers import is_below, judge_line
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.driving_licences import asks_for_driving
from interview_cli.requirements.line_kinds import cut_contacts, is_of_kind
from interview_cli.requirements.parts import names_other_place
from interview_cli.requirements.proof import cut_behind_thing, find_topic_names, stem_names
from interview_cli.requirements.shared_words import (
    SharedWords,
    has_capitals_only,
    has_telling_words,
    is_other_version,
    share_words,
    split_choices,
)
from interview_cli.requirements.support_fits import rate_lines
from interview_cli.requirements.wanted import Wanted, matches_evidence

_RULES = Rules("interview_cli.requirements", "evidence.toml")

_CODE = re.compile(r"\b(?!19|20)\d{4}\b")
"""The number of a course or a standard, but no year: "inspection and testing 2391"."""
_NUMBERED = re.compile(r"\b[A-Z]{1,4}-?\d{2,}\b")
"""The name of a paper by a number, which no other paper has: "R638"."""
_SETTLED = ("office", "own_tools", "own_car", "immunised", "dbs", "may_work", "school")
"""Groups of `evidence.toml` with what is asked for, and what settles it."""
_SHOWN_IN = ("work", "side", "skills", "training", "unknown")
_LEAST = -2.2
"""In log odds above the bound, as all that follow: no line below it is looked at."""
_LEAST_OF_PAPER = -0.7
_LEAST_OF_PART = -0.7
"""Of a line that shares two words, or a part of them. Readers call 60 in 100 right."""
_LEAST_OF_HALF = -1.0
_PART = 3
_SHOWN = 0.3
_WORKED = 0.5
"""In log odds, for a line outside the profile, and for one on work."""
_MAX_QUOTED = 140
"""In characters: a longer line is looked at by its sentences."""
_WORTH_OF_YEARS = 1.5
"""In words: a sentence that counts years says more to who asks for years than one word does."""
_CVS_KEPT = 4


class CvSupport(NamedTuple):
    """The line of a CV that supports a requirement or a duty."""

    line: str | None
    """The line that states it."""
    perhaps: str | None
    """If none does, the line that may show it."""


def find_cv_support(wanted: Wanted, cv_text: str) -> CvSupport:
    """Return the line of a CV that states a requirement, or else the one that may show it.

    Words decide what is stated, so that a reader sees it: the fit alone is no reason to say so.
    """
    if line := _find_certain_line(wanted, cv_text):
        return CvSupport(line, None)
    rated = [
        (odds, line)
        for odds, line in rate_lines(wanted, cv_text)
        if odds > _LEAST and _can_state(wanted, line, cv_text) and not is_denied(wanted, line)
    ]
    shown, work = _list_shown_lines(cv_text), {item.text for item in find_work(cv_text)}
    stated = [line for odds, line in rated if _states(wanted, line, odds, line in shown)]
    if stated:
        # Where several do, the one with all words; of these the likeliest.
        return CvSupport(max(stated, key=lambda line: _rank(wanted, line)), None)
    likely = {
        line: odds + (line in shown) * _SHOWN + (line in work) * _WORKED
        for odds, line in rated
        if _may_show(wanted, line, odds)
    }
    return CvSupport(
        None, max(likely, key=lambda line: likely[line], default=_find_degree(wanted, cv_text))
    )


def _find_degree(wanted: Wanted, cv_text: str) -> str | None:
    """Return the line that names a degree, if one in another subject may be meant."""
    if wanted.is_duty or not matches_evidence("degree", wanted.topic):
        return None
    degrees = (
        line.text
        for line in read_sections(cv_text)
        if line.section in ("training", "unknown")
        and matches_evidence("degree_held", cut_contacts(line.text))
    )
    return next(filter(is_held, degrees), None)


def choose_part(line: str, topic: str) -> str:
    """Return of a long line of a CV the sentence that shares most with a topic.

    A sentence that says no, or what somebody wants, is taken only if there is no other.
    """
    if len(line) <= _MAX_QUOTED:
        return line
    sentences = split_sentences(line)
    return max(sentences, key=lambda each: _rate_part(topic, each))


def _rate_part(topic: str, sentence: str) -> tuple[float, int]:
    shared = share_words(topic, sentence)
    is_told = not any(matches_evidence(group, sentence) for group in ("denied", "wish", "hope"))
    counts_years = matches_evidence("counts_years", topic) and bool(find_years_asked(sentence))
    return is_told * shared.told + counts_years * _WORTH_OF_YEARS, shared.shared


def _rank(wanted: Wanted, line: str) -> tuple[bool, bool, int]:
    topic = wanted.topic
    is_degree = matches_evidence("degree", topic) and has_degree_letters(line)
    shared = len({*tokenize(topic)} & {*tokenize(line)})
    return is_degree, share_words(topic, line).is_whole, shared


def _states(wanted: Wanted, line: str, odds: float, is_shown: bool) -> bool:
    """Return whether a line states a requirement in words that a reader recognises.

    `is_shown`: whether it stands where a CV shows something, and not in a profile or a wish.
    """
    shared = share_words(wanted.topic, choose_part(line, wanted.topic))
    if wanted.is_paper:
        judged = judge_line(wanted.topic, line)
        is_driving = judged == "hinted" and asks_for_driving(wanted.topic)
        is_named = is_driving or (
            judged == "shown" and not matches_evidence("and_joint", wanted.topic)
        )
        return (is_named and odds > 0) or (shared.is_whole and odds > _LEAST_OF_PAPER)
    if not _has_verb(wanted, line):
        return False
    counts_years = matches_evidence("counts_years", wanted.requirement.text)
    is_named = shared.has_names and not counts_years
    has_several = shared.exact > 1 or shared.shared == shared.wanted > 1
    is_word_for_word = shared.is_whole and is_shown and (has_several or is_named)
    return is_word_for_word or (odds > 0 and (shared.is_most or _names_example(wanted, line)))


def _names_example(wanted: Wanted, line: str) -> bool:
    """Return whether a line names what the ad names in brackets: "queues (RabbitMQ or Kafka)"."""
    _, bracket, examples = wanted.requirement.text.partition("(")
    names = find_topic_names(examples) if bracket else frozenset()
    return not names.isdisjoint(stem_names(line))


def _may_show(wanted: Wanted, line: str, odds: float) -> bool:
    """Return whether a line may show a requirement: of those that do, readers call about 70 in 100
    right."""
    core = _find_core(wanted.topic)
    shared = share_words(core, choose_part(line, core))
    if wanted.is_paper:
        return odds > 0 or (odds > _LEAST_OF_PAPER and shared.is_most)
    if odds > 0:
        is_named = has_telling_words(wanted.topic)
        named = shared if is_named else share_words(wanted.as_whole.topic, line)
        return named.told > 0 and _is_part(core, named)
    if odds > _LEAST_OF_HALF and shared.has_names:
        return True
    if odds > _LEAST_OF_PART and shared.exact:
        is_part = (
            not wanted.is_duty and _is_part(core, shared) and shared.shared * _PART >= shared.wanted
        )
        return shared.exact > 1 or is_part
    is_half = _is_part(core, shared) and shared.shared * 2 >= shared.wanted > 1
    return odds > _LEAST_OF_HALF and (shared.is_whole or is_half)


def _is_part(topic: str, shared: SharedWords) -> bool:
    """Return whether words make a part of a topic; one word of a fixed term may mean another thing.

    An end user is no "Month End Closing".
    """
    return not has_capitals_only(topic) or shared.shared * 2 > shared.wanted


def _find_core(topic: str) -> str:
    """Return a topic without for whom and where, if that leaves more than a word of it: not the
    teacher of "recording progress for the class teacher"."""
    core = cut_behind_thing(topic)
    return core if share_words(core, core).exact > 1 else topic


def _has_verb(wanted: Wanted, line: str) -> bool:
    """Return whether a line names the act, if a requirement asks to lead or teach people.

    A room attendant does not lead room attendants.
    """
    if not matches_evidence("leads_others", wanted.topic):
        return True
    return matches_evidence("did_lead", line)


def _can_state(wanted: Wanted, line: str, cv_text: str) -> bool:
    """Return whether a line may be about the very thing: not only a lower step of a paper, another
    version of a tool, or work where a paper is asked for."""
    if is_other_version(wanted.topic, line) or names_other_place(wanted.topic, line):
        return False
    if not is_of_kind(wanted, line, cv_text):
        return False
    if not wanted.is_paper:
        return True
    numbered = _NUMBERED.findall(wanted.topic)
    if numbered and not any(name in line for name in numbered):
        return False
    is_degree = matches_evidence("degree", wanted.topic)
    if is_degree and not matches_evidence("degree_held", line):
        return False
    return can_state_paper(line, wanted.requirement.text, cv_text) and not is_lower(wanted, line)


def is_lower(wanted: Wanted, line: str) -> bool:
    """Return whether a line names only a lower step of a paper, whichever of several is meant.

    Of "NVQ / Diploma Level 3" both are meant at that level.
    """
    parts = split_choices(wanted.topic)
    levelled = [part for part in parts if matches_evidence("level", part)]
    return all(is_below(part, line) for part in levelled or parts)


def is_denied(wanted: Wanted, line: str) -> bool:
    """Return whether a line says no to what it shares with a requirement, or that it is to come."""
    is_to_come = not is_held(choose_part(line, wanted.topic), content_stems(wanted.topic))
    return is_refused(wanted, line) or is_to_come


def is_refused(wanted: Wanted, line: str) -> bool:
    """Return whether a line says no to what it shares with a requirement."""
    parts = _RULES.pattern("part_end").split(_RULES.pattern("no_denial").sub(" ", line))
    named = [
        f"{part} {following}" if _RULES.pattern("denied_behind").match(following) else part
        for part, following in zip(parts, [*parts[1:], ""], strict=True)
        if share_words(wanted.topic, part).shared
    ]
    return any(matches_evidence(group, part) for part in named for group in ("denied", "wish"))


@lru_cache(maxsize=_CVS_KEPT)
def _list_shown_lines(cv_text: str) -> frozenset[str]:
    return frozenset(line.text for line in read_sections(cv_text) if line.section in _SHOWN_IN)


def _find_certain_line(wanted: Wanted, cv_text: str) -> str | None:
    """Return a line that is a skill alone, names a degree or languages, has the number of a course,
    or says to lead people, if that is wanted."""
    named = _find_skill(wanted, cv_text) or find_degree_line(wanted, cv_text)
    if named := named or find_language_line(wanted.requirement.text, cv_text):
        return named
    if line := _find_settling_line(wanted, cv_text):
        return line
    codes = set(_CODE.findall(wanted.topic))
    if codes:
        lines = (line for line in read_cv_lines(cv_text) if codes & {*_list_numbers(line)})
        if line := next(lines, None):
            return line
    return _find_lead_line(cv_text) if wanted.asks_to_lead else None


def _find_settling_line(wanted: Wanted, cv_text: str) -> str | None:
    """Return the line whose words settle what an ad asks for in other words: "Stamp 4"."""
    lines = [line.text for line in read_sections(cv_text)]
    for name in _SETTLED:
        if wanted.is_duty or not matches_evidence(f"{name}_asked", wanted.requirement.text):
            continue
        held = (line for line in lines if matches_evidence(f"{name}_held", line))
        if line := next(held, None):
            return line
    return None


def _list_numbers(line: str) -> list[str]:
    return [part for word in tokenize(line) for part in word.split("-")]


def _find_skill(wanted: Wanted, cv_text: str) -> str | None:
    """Return a skill of one word that stands alone in its line, if it is all that is wanted:
    "Figma      ######----"."""
    lines = (
        tokenize(line.text)
        for line in read_sections(cv_text)
        if line.section == "skills" and not line.is_heading
    )
    skills = (words[0] for words in lines if len(words) == 1)
    return next((skill for skill in skills if share_words(wanted.topic, skill).is_whole), None)


def _find_lead_line(cv_text: str) -> str | None:
    """Return the work in a CV that says to lead people: "Supervise nine guides"."""
    work = (item.text for item in find_work(cv_text))
    leads = (line for line in work if matches_evidence("leads_people", f"I {_lower(line)}"))
    return next(leads, None)


def _lower(line: str) -> str:
    return f"{line[:1].lower()}{line[1:]}"
