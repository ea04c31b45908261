"""Find the lines of a CV that can state a paper, and what they say of it: held, lapsed, to come."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, split_sentences, tokenize
from interview_cli.requirements.cv_sections import CvLine, read_sections
from interview_cli.requirements.cv_work import find_opening_verb, split_work_sentences
from interview_cli.requirements.paper_names import load_paper_stems, write_line_same, write_same

_RULES = Rules("interview_cli.requirements", "evidence.toml")
_ITEM_END = re.compile(r"\s[|/]\s|[,;]\s")
_MIN_ITEMS = 3
_COLUMN_GAP = re.compile(r"\s{3,}")
_COLUMN_LINES = 3
"""The name of a paper may take two lines of a narrow column, and its state the next."""
_TEXTS_KEPT = 4

State = Literal["lapsed", "to_come"]
"""What a line says of a paper that is not held: it was, or it will be."""
_STATES: tuple[State, ...] = ("lapsed", "to_come")


def find_lines_alike(cv_text: str) -> tuple[str, ...]:
    """Return what can state a paper, with one name for each paper."""
    return _find_lines_alike(cv_text)


def can_state_paper(line: str, text: str, cv_text: str) -> bool:
    """Return whether a line of a CV can state a paper as held; `text` is the ad's requirement."""
    is_met = is_held(keep_level(line, text)) or _RULES.is_found("may_follow", text)
    return is_met and line in _find_own_parts(cv_text)


def is_held(line: str, wanted: frozenset[str] = frozenset()) -> bool:
    """Return whether a line does not say that a paper is expired or to come.

    `wanted` are the stems of its name.
    """
    return find_state(line, wanted) is None


def split_items(line: str) -> list[str]:
    """Return the items of a list in a line."""
    return _ITEM_END.split(line)


def find_unfinished(topic: str, cv_text: str) -> State | None:
    """Return what a CV says of a paper, if the lines that name it best say that it is not held.

    A trainee of years ago whose latest title says no more "trainee" has finished.
    """
    topic = write_same(topic)
    wanted = content_stems(topic) - load_paper_stems()
    capitals = find_capitals(topic)
    lines = {
        line: len(wanted & content_stems(line)) + 2 * len(capitals & find_capitals(line))
        for line in (*find_lines_alike(cv_text), *_join_columns(cv_text, wanted, capitals))
    }
    most = max(lines.values(), default=0)
    best = (keep_level(line, topic) for line, named in lines.items() if named == most)
    states = [find_state(line, wanted) for line in best]
    return states[0] if most and all(states) else None


def find_capitals(text: str) -> set[str]:
    """Return the words of a text in capitals."""
    return {word for word in tokenize(text) if word.isupper() and len(word) > 1}


def find_state(line: str, wanted: frozenset[str]) -> State | None:
    """Return what a line says of a paper that is not held.

    Of a list of papers only its own item counts, and what is said behind it ("White card, manual
    licence, drone licence booked for March").
    """
    sentences = split_sentences(line)
    telling = wanted - load_paper_stems()
    if len(sentences) > 1 and telling:
        # What the next sentence says of another paper is not said of this one.
        whole = [each for each in sentences if telling <= content_stems(each)]
        line = whole[0] if whole else line
    items = [item.strip() for item in _ITEM_END.split(line)]
    named = [place for place, item in enumerate(items) if wanted & content_stems(item)]
    if len(items) < _MIN_ITEMS or not named:
        return next((state for state in _STATES if _RULES.pattern(state).search(line)), None)
    own = [items[place] for place in named]
    behind = [items[place + 1] for place in named if place + 1 < len(items)]
    return next((state for state in _STATES if _says(state, own, behind)), None)


def keep_level(line: str, text: str) -> str:
    """Return the items of a line at the level that a text names, if the line names another too.

    "HACCP Level 2 (2022), Level 3 now studying" says of level 2 that it is held.
    """
    wanted = set(_RULES.pattern("level").findall(text.lower()))
    items = _ITEM_END.split(line)
    levels = [set(_RULES.pattern("level").findall(item.lower())) for item in items]
    own = [item for item, named in zip(items, levels, strict=True) if named & wanted]
    return ", ".join(own) if own and len(set().union(*levels)) > 1 else line


def _says(state: State, own: list[str], behind: list[str]) -> bool:
    pattern = _RULES.pattern(state)
    return any(map(pattern.search, own)) or any(map(pattern.match, behind))


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_own_parts(cv_text: str) -> dict[str, str]:
    """Return the part of each line that can state a paper of one's own, by the line.

    What somebody did at work states none, nor does what others hold.
    """
    own = {line.text: _cut_to_own(line) for line in read_sections(cv_text) if not line.is_heading}
    return {line: part for line, part in own.items() if part}


def _cut_to_own(line: CvLine) -> str:
    sentences = (
        sentence
        for sentence in split_work_sentences(line.text)
        if not is_deed(sentence, line.section)
    )
    return " ".join(filter(None, map(drop_others, sentences)))


def drop_others(sentence: str) -> str:
    others = _RULES.pattern("others").search(sentence)
    return sentence[: others.start()].strip() if others else sentence


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_lines_alike(cv_text: str) -> tuple[str, ...]:
    return tuple(map(write_line_same, _find_own_parts(cv_text).values()))


def _join_columns(cv_text: str, wanted: frozenset[str], capitals: set[str]) -> Iterator[str]:
    """Yield what the right column of a CV says in the lines that follow the name of a paper."""
    columns = [_COLUMN_GAP.split(line)[-1] for line in cv_text.splitlines()]
    for place, line in enumerate(columns):
        if len(wanted & content_stems(line)) > 1 and not capitals.isdisjoint(find_capitals(line)):
            yield " ".join(columns[place : place + _COLUMN_LINES])


def is_deed(sentence: str, section: str) -> bool:
    if _RULES.pattern("own_paper").match(sentence):
        return False
    verb = find_opening_verb(sentence)
    return verb is not None and (section in ("work", "side") or verb.form == "past")
