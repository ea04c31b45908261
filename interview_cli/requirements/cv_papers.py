"""Judge whether a CV states a licence, certificate or degree that a job asks for."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import repeat
from typing import Literal

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, split_sentences, stem_word, tokenize
from interview_cli.requirements.cv_sections import CvLine, read_sections
from interview_cli.requirements.cv_work import find_opening_verb
from interview_cli.requirements.paper_ladders import compare_papers, write_same

_FILE = ("interview_cli.requirements", "evidence.toml")
_DOT_IN_DEGREE = re.compile(r"\b([BM])\.(?=[A-Z])")
"""B.Tech and BTech are one degree."""
_MAX_ACRONYM_WORDS = 4
_MAX_LABEL_WORDS = 6
_DEGREE_SLASH = re.compile(r"(?<=[A-Za-z]{2})/(?=[A-Z][A-Za-z])")
_SLASH = re.compile(r"(?<=\w)/(?=[A-Z])")
_ITEM_END = re.compile(r"\s\|\s|[,;]\s")
_MIN_ITEMS = 3
_SHORT_NAME = 2
_COLUMN_GAP = re.compile(r"\s{3,}")
_COLUMN_LINES = 3
"""The name of a paper may take two lines of a narrow column, and its state the next."""
_TEXTS_KEPT = 4

Judgement = Literal["shown", "hinted", "absent"]
_RANKS: tuple[Judgement, ...] = ("absent", "hinted", "shown")


def is_paper(topic: str) -> bool:
    """Return whether a topic is a licence, certificate or degree, not work."""
    is_named = _load_pattern("paper").search(topic) or _load_pattern("degree").search(topic)
    return is_named is not None and not _load_pattern("experience").search(topic)


def names_paper(topic: str) -> bool:
    """Return whether a topic has letters, a level or a word that only the name of a paper has."""
    return _load_pattern("named_paper").search(topic) is not None


def _names_degree(topic: str) -> bool:
    """Return whether a topic is the short name of a degree, as in "BE/BTech/MCA"."""
    return _load_pattern("degree_held").match(_write_alike(topic)) is not None


def judge_paper(topic: str, text: str, cv_text: str) -> Judgement:
    """Return whether a CV states a paper as held, may mean it, or does not mention it.

    Of several papers joined by "or" one is enough.
    """
    topic = write_same(_write_alike(topic))
    is_degree = _load_pattern("degree").search(topic) is not None
    if is_degree:
        topic = _DEGREE_SLASH.sub(" or ", topic)  # "BE/BTech/MCA"
    judgements = {
        _judge_all(part, text, cv_text, is_degree=is_degree)
        for part in _split_at("or_joint", topic)
    }
    return max(judgements, key=_RANKS.index)


def _judge_all(topic: str, text: str, cv_text: str, *, is_degree: bool) -> Judgement:
    """Return the judgement on papers joined by "and": all of them must be held."""
    judgements = {
        _judge_one(part, text, cv_text, is_degree=is_degree)
        for part in _split_at("and_joint", topic)
    }
    return judgements.pop() if len(judgements) == 1 else "hinted"


def judge_line(topic: str, line: str) -> Judgement:
    """Return whether a line of a CV states a paper as held, may mean it, or does not name it."""
    topic, line = _write_alike(topic), _write_line_alike(line)
    wanted = content_stems(topic) - load_paper_stems()
    named = [item for item in _ITEM_END.split(line) if wanted & content_stems(item)] or [line]
    if not is_held(line, wanted) or all(map(_is_found, repeat("denied"), named)):
        return "absent"
    is_degree = _load_pattern("degree").search(topic) is not None
    if is_degree:
        topic = _DEGREE_SLASH.sub(" or ", topic)
    names = [name for part in _split_at("or_joint", topic) for name in _split_at("and_joint", part)]
    stems = [content_stems(name) - load_paper_stems() for name in names]
    if any(map(_states_paper, names, stems, repeat(line))):
        return "shown"
    names_degree = is_degree and _load_pattern("degree_held").search(line) is not None
    is_hint = names_degree or any(map(_may_state_paper, names, stems, repeat(line)))
    return "hinted" if is_hint else "absent"


def _split_at(joint: str, topic: str) -> list[str]:
    parts = _load_pattern(joint).split(topic)
    named = (part for part in parts if content_stems(part) - load_paper_stems())
    return [*named, *filter(_is_short_degree, parts)] or [topic]


def _is_short_degree(name: str) -> bool:
    """Return whether a name is a degree that looks like a common word: "BE"."""
    return not content_stems(name) and _names_degree(name)


def _judge_one(name: str, text: str, cv_text: str, *, is_degree: bool) -> Judgement:
    wanted = content_stems(name) - load_paper_stems()
    is_open = not wanted and not _is_short_degree(name)
    lines = _find_lines_alike(cv_text)
    compared = {line: compare_papers(name, line, load_paper_stems()) for line in lines}
    if is_degree:
        # A CV that names what comes before a degree, and no studies, has none.
        has_less = "below" in compared.values()
        is_open = not has_less or any(map(_load_pattern("studies").search, lines))
    best: Judgement = "hinted" if is_open else "absent"
    for line in lines:
        if compared[line] == "below":
            continue
        if compared[line] == "covers" or _states_paper(name, wanted, line):
            is_covered = compared[line] == "covers"
            is_fit = not is_degree or is_covered or _load_pattern("degree_held").search(line)
            if is_fit and (is_held(line, wanted) or _load_pattern("may_follow").search(text)):
                return "shown"
            best = "hinted"
        elif _may_state_paper(name, wanted, line):
            best = "hinted"
    return best


def is_below(topic: str, line: str) -> bool:
    """Return whether a line names only a lower step of a paper: a Level 2 is no Level 3."""
    return compare_papers(topic, line, load_paper_stems()) == "below"


def _states_paper(name: str, wanted: frozenset[str], line: str) -> bool:
    if _is_short_degree(name):
        return name.rstrip(".") in tokenize(line)
    if _is_about_other_drives(name, line):
        return False
    is_named = wanted <= content_stems(line) if wanted else _names_paper(line)
    return is_named or _has_acronym(name, line) or _implies_driving(name, line)


def _implies_driving(name: str, line: str) -> bool:
    """Return whether a driving licence is asked for and a line states its class or a higher one."""
    if classed := _load_pattern("driving_class").search(name):
        is_named = _load_pattern("named_licence").search(line) is not None
        return is_named and classed["class"].upper() in tokenize(line)
    return asks_for_driving(name) and _load_pattern("higher_class").search(line) is not None


def _is_about_other_drives(name: str, line: str) -> bool:
    """Return whether a licence to drive is asked for and a line is not about driving: "drives"."""
    is_about_driving = any(map(_is_found, ("about_driving", "higher_class"), repeat(line)))
    return asks_for_driving(name) and not is_about_driving


def asks_for_driving(topic: str) -> bool:
    """Return whether a topic is a licence to drive a car."""
    return _load_pattern("driving_licence").search(topic) is not None


def _may_state_paper(name: str, wanted: frozenset[str], line: str) -> bool:
    """Return whether a line may name a paper in other words; one that denies it does not."""
    if _is_about_other_drives(name, line):
        return False
    granted = [each for each in split_sentences(line) if not _load_pattern("denied").search(each)]
    shared = max((wanted & content_stems(each) for each in granted), key=len, default=frozenset())
    capitals = _find_capitals(name) & _find_capitals(line)
    # Two letters in a long name may be a place: "BC Blaster's Certificate with endorsement".
    has_capitals = any(len(word) > 2 or len(wanted) <= _SHORT_NAME for word in capitals)
    is_most = len(shared) * 2 > len(wanted)
    return is_most or has_capitals or (not shared and _is_bare_label(line))


def _is_found(group: str, text: str) -> bool:
    return _load_pattern(group).search(text) is not None


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules(*_FILE)[group].pattern


@cache
def load_paper_stems() -> frozenset[str]:
    """Return the stems of words for papers, such as "licence", which name none."""
    return frozenset(map(stem_word, load_toml(*_FILE)["words"]["paper"].split()))


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_paper_lines(cv_text: str) -> tuple[str, ...]:
    """Return the lines that can state a paper: not those on what somebody did at work."""
    return tuple(
        line.text for line in read_sections(cv_text) if not line.is_heading and not _is_deed(line)
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_lines_alike(cv_text: str) -> tuple[str, ...]:
    return tuple(map(_write_line_alike, _find_paper_lines(cv_text)))


def _write_alike(text: str) -> str:
    """Return a text with degrees without full stops, and "C class" for "C-class"."""
    text = _DOT_IN_DEGREE.sub(r"\1", text)
    return _load_pattern("class_before").sub(lambda found: found[0].replace("-", " "), text)


def _write_line_alike(line: str) -> str:
    return _SLASH.sub(" / ", write_same(_write_alike(line)))


def _is_deed(line: CvLine) -> bool:
    verb = find_opening_verb(line.text)
    is_at_work = line.section in ("work", "side")
    return verb is not None and (is_at_work or verb.form == "past")


def can_state_paper(line: str, text: str, cv_text: str) -> bool:
    """Return whether a line of a CV can state a paper as held; `text` is the ad's requirement."""
    is_met = is_held(line) or _load_pattern("may_follow").search(text) is not None
    return is_met and line in _find_paper_lines(cv_text)


def is_held(line: str, wanted: frozenset[str] = frozenset()) -> bool:
    """Return whether a line does not say that a paper is expired or to come.

    `wanted` are the stems of its name: of a list of papers only its own item counts, and what is
    said behind it ("White card, manual licence, drone licence booked for March").
    """
    items = [item.strip() for item in _ITEM_END.split(line)]
    named = [place for place, item in enumerate(items) if wanted & content_stems(item)]
    if len(items) < _MIN_ITEMS or not named:
        return _load_pattern("not_held").search(line) is None
    own = [items[place] for place in named]
    behind = [items[place + 1] for place in named if place + 1 < len(items)]
    not_held = _load_pattern("not_held")
    return not any(map(not_held.search, own)) and not any(map(not_held.match, behind))


def names_unfinished(topic: str, cv_text: str) -> bool:
    """Return whether a line of a CV names a paper and says that it is not held."""
    wanted = content_stems(topic) - load_paper_stems()
    capitals = _find_capitals(topic)
    return any(
        not is_held(line, wanted)
        and (bool(wanted & content_stems(line)) or bool(capitals & _find_capitals(line)))
        for line in (*_find_paper_lines(cv_text), *_join_columns(cv_text, wanted, capitals))
    )


def _join_columns(cv_text: str, wanted: frozenset[str], capitals: set[str]) -> Iterator[str]:
    """Yield what the right column of a CV says in the lines that follow the name of a paper."""
    columns = [_COLUMN_GAP.split(line)[-1] for line in cv_text.splitlines()]
    for place, line in enumerate(columns):
        if len(wanted & content_stems(line)) > 1 and not capitals.isdisjoint(_find_capitals(line)):
            yield " ".join(columns[place : place + _COLUMN_LINES])


def _names_paper(line: str) -> bool:
    return bool(_load_pattern("paper").search(line) or _load_pattern("degree_held").search(line))


def _is_bare_label(line: str) -> bool:
    """Return whether a line names a paper without its kind: "Licence: full, own car"."""
    return _names_paper(line) and len(tokenize(line)) <= _MAX_LABEL_WORDS and ":" in line


def _has_acronym(name: str, line: str) -> bool:
    """Return whether one text has the initials of the other: "Registered Nurse" and "RN"."""
    capitals = _find_capitals(name)  # "BC Blaster's Certificate" is no second BC
    return bool(_find_capitals(line) & set(_form_acronyms(name)) - capitals) or bool(
        capitals & set(_form_acronyms(line))
    )


def _find_capitals(text: str) -> set[str]:
    return {word for word in tokenize(text) if word.isupper() and len(word) > 1}


def _form_acronyms(text: str) -> Iterator[str]:
    """Yield the initials of each two to four words with capitals that follow each other."""
    words = tokenize(text)
    for start in range(len(words)):
        for end in range(start + 2, min(start + _MAX_ACRONYM_WORDS, len(words)) + 1):
            if all(word[0].isupper() and word[1:].islower() for word in words[start:end]):
                yield "".join(word[0] for word in words[start:end])
