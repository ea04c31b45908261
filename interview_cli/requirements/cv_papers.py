"""Judge whether a CV states a licence, certificate or degree that a job asks for."""

import re
from collections.abc import Iterator
from itertools import repeat
from typing import Literal

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, split_sentences, tokenize
from interview_cli.requirements.cv_paper_lines import (
    find_capitals,
    find_lines_alike,
    find_state,
    is_held,
    keep_level,
    split_items,
)
from interview_cli.requirements.cv_sections import PRESENT, find_years
from interview_cli.requirements.driving_licences import (
    asks_for_driving,
    find_class_asked,
    find_classes,
    implies_driving,
    is_about_other_drives,
)
from interview_cli.requirements.paper_ladders import compare_papers
from interview_cli.requirements.paper_names import (
    find_codes,
    is_named,
    load_paper_stems,
    write_line_same,
    write_same,
)

_RULES = Rules("interview_cli.requirements", "evidence.toml")
_MAX_ACRONYM_WORDS = 4
_MAX_LABEL_WORDS = 6
_DEGREE_SLASH = re.compile(r"(?<=[A-Za-z]{2})/(?=[A-Z][A-Za-z])")
_SHORT_NAME = 2

Judgement = Literal["shown", "hinted", "absent"]
_RANKS: tuple[Judgement, ...] = ("absent", "hinted", "shown")


def is_paper(topic: str) -> bool:
    """Return whether a topic is a licence, certificate or degree, not work."""
    is_known = any(map(is_found, ("paper", "degree"), repeat(topic))) or is_named(topic)
    return is_known and not _RULES.pattern("experience").search(topic)


def names_paper(topic: str) -> bool:
    """Return whether a topic has letters, a level or a word that only the name of a paper has."""
    return is_found("named_paper", topic)


def _names_degree(topic: str) -> bool:
    """Return whether a topic is the short name of a degree, as in "BE/BTech/MCA"."""
    return _RULES.matches("degree_held", write_same(topic))


def judge_paper(topic: str, text: str, cv_text: str) -> Judgement:
    """Return whether a CV states a paper as held, may mean it, or does not mention it.

    Of several papers joined by "or" one is enough.
    """
    topic = write_same(_RULES.remove("on_register", topic))
    is_degree = _RULES.is_found("degree", topic)
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
    topic, line = write_same(topic), keep_level(write_line_same(line), topic)
    wanted = content_stems(topic) - load_paper_stems()
    named = [item for item in split_items(line) if wanted & content_stems(item)] or [line]
    if not is_held(line, wanted) or all(map(is_found, repeat("denied"), named)):
        return "absent"
    is_degree = _RULES.is_found("degree", topic)
    if is_degree:
        topic = _DEGREE_SLASH.sub(" or ", topic)
    names = [name for part in _split_at("or_joint", topic) for name in _split_at("and_joint", part)]
    stems = [content_stems(name) - load_paper_stems() for name in names]
    if any(map(_states_paper, names, stems, repeat(line))):
        return "shown"
    names_degree = is_degree and _RULES.is_found("degree_held", line)
    is_hint = names_degree or any(map(_may_state_paper, names, stems, repeat(line)))
    return "hinted" if is_hint else "absent"


def _split_at(joint: str, topic: str) -> list[str]:
    parts = _RULES.pattern(joint).split(topic)
    if joint == "and_joint" and not all(map(_is_whole, parts)):
        return [topic]  # "Diploma in Health and Safety" is one paper
    named = (part for part in parts if content_stems(part) - load_paper_stems())
    return [*named, *filter(_is_short_degree, parts)] or [topic]


def _is_whole(part: str) -> bool:
    """Return whether a part of a topic may be a paper: one plain word only if it is known."""
    return not part[1:].isalpha() or not part[1:].islower() or is_named(part)


def _is_short_degree(name: str) -> bool:
    """Return whether a name is a degree that looks like a common word: "BE"."""
    return not content_stems(name) and _names_degree(name)


def _judge_one(name: str, text: str, cv_text: str, *, is_degree: bool) -> Judgement:
    wanted = content_stems(name) - load_paper_stems()
    is_open = not (wanted or _is_short_degree(name) or find_class_asked(name))
    lines = find_lines_alike(cv_text)
    compared = {line: compare_papers(name, line, load_paper_stems()) for line in lines}
    if is_degree:
        # A CV that names what comes before a degree, and no studies, has none.
        has_less = "below" in compared.values()
        is_open = not has_less or any(map(_RULES.pattern("studies").search, lines))
    best: Judgement = "hinted" if is_open else "absent"
    held, lapsed = [], []
    for line in lines:
        if compared[line] == "below":
            continue
        if compared[line] == "covers" or _states_paper(name, wanted, line):
            is_covered = compared[line] == "covers"
            is_fit = not is_degree or is_covered or is_found("degree_held", line)
            state = find_state(keep_level(line, text), wanted)
            if is_fit and (state is None or is_found("may_follow", text)):
                held.append(line)
            elif state == "lapsed":
                lapsed.append(line)
            best = "hinted"
        elif _may_state_paper(name, wanted, line) or _is_equal(text, wanted, line):
            best = "hinted"
    return "shown" if held and not _is_over(held, lapsed) else best


def _is_over(held: list[str], lapsed: list[str]) -> bool:
    """Return whether a paper lapsed after the last year in which a line shows it as held."""
    last = max(find_years("\n".join(held)), default=PRESENT)
    return max(find_years("\n".join(lapsed)), default=0) > last


def _is_equal(text: str, wanted: frozenset[str], line: str) -> bool:
    """Return whether an ad takes what is equal to a paper, and a line names one of its subject."""
    takes_equal = is_found("takes_equal", text) and names_kind(line)
    return takes_equal and not wanted.isdisjoint(content_stems(line))


def is_below(topic: str, line: str) -> bool:
    """Return whether a line names only a lower step of a paper: a Level 2 is no Level 3."""
    same = write_same(topic), write_line_same(line)
    return compare_papers(*same, load_paper_stems()) == "below"


def _states_paper(name: str, wanted: frozenset[str], line: str) -> bool:
    if _is_short_degree(name):
        return name.rstrip(".") in tokenize(line)
    if is_about_other_drives(name, line) or has_other_code(name, line):
        return False
    is_stated = wanted <= content_stems(line) if wanted else names_kind(line)
    return is_stated or _has_acronym(name, line) or implies_driving(name, line)


def _may_state_paper(name: str, wanted: frozenset[str], line: str) -> bool:
    """Return whether a line may name a paper in other words; one that denies it does not."""
    if is_about_other_drives(name, line) or has_other_code(name, line):
        return False
    granted = [each for each in split_sentences(line) if not _RULES.pattern("denied").search(each)]
    shared = max((wanted & content_stems(each) for each in granted), key=len, default=frozenset())
    capitals = find_capitals(name) & find_capitals(line)
    # Two letters in a long name may be a place: "BC Blaster's Certificate with endorsement".
    has_capitals = any(len(word) > 2 or len(wanted) <= _SHORT_NAME for word in capitals)
    is_most = len(shared) * 2 > len(wanted)
    # "Licence: D" is a licence to drive, but no other one.
    is_open = asks_for_driving(name) or not find_classes(line)
    is_label = not shared and is_open and _is_bare_label(line)
    return is_most or has_capitals or is_label


def is_found(group: str, text: str) -> bool:
    """Return whether a text matches a group of `evidence.toml`."""
    return _RULES.is_found(group, text)


def names_kind(line: str) -> bool:
    """Return whether a line says of something that it is a paper, or names a degree."""
    return is_found("paper", line) or is_found("degree_held", line)


def has_other_code(name: str, line: str) -> bool:
    """Return whether a line names another course, class or edition of the kind: A40, where A60 is
    asked, or the 17th Edition, where that is the 18th."""
    pairs = ((find(name), find(line)) for find in (find_codes, _find_editions))
    return any(asked and held and asked.isdisjoint(held) for asked, held in pairs)


def _find_editions(text: str) -> frozenset[str]:
    return frozenset(found["edition"] for found in _RULES.pattern("edition").finditer(text))


def _is_bare_label(line: str) -> bool:
    """Return whether a line names a paper without its kind: "Licence: full, own car"."""
    return names_kind(line) and len(tokenize(line)) <= _MAX_LABEL_WORDS and ":" in line


def _has_acronym(name: str, line: str) -> bool:
    """Return whether one text has the initials of the other: "Registered Nurse" and "RN"."""
    capitals = find_capitals(name)  # "BC Blaster's Certificate" is no second BC
    return bool(find_capitals(line) & set(_form_acronyms(name)) - capitals) or bool(
        capitals & set(_form_acronyms(line))
    )


def _form_acronyms(text: str) -> Iterator[str]:
    """Yield the initials of each two to four words with capitals that follow each other."""
    words = tokenize(text)
    for start in range(len(words)):
        for end in range(start + 2, min(start + _MAX_ACRONYM_WORDS, len(words)) + 1):
            if all(word[0].isupper() and word[1:].islower() for word in words[start:end]):
                yield "".join(word[0] for word in words[start:end])
