"""Find the point of an answer that a follow-up takes up.

A point is one clause of the answer, never cut in the middle of a phrase.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from interview_cli.answers.clauses import (
    MAX_CHARS,
    find_clauses,
    is_deed,
    is_past_verb,
    load_clause_pattern,
    load_no_deeds,
    load_word_set,
    lower_first,
    split_deeds,
)
from interview_cli.answers.point_phrases import Form, Point, cut_points, find_things, rate_point
from interview_cli.answers.sentences import Sentence, load_pattern, parse_sentences
from interview_cli.answers.standard_english import add_subject
from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, find_numbers, word_list

_WITHOUT_THINGS = ("change", "vague", "vague_plan")
"""Forms of points that name no thing."""
_SPACES = re.compile(r" {2,}")
_SMALL_I = re.compile(r"\bi\b")
_CAPITAL_I = re.compile(r"\bI\b")


def find_point(answer: str, missing: str, question: str) -> Point | None:
    """Return the best point for a follow-up on a missing element; None if no clause is fit.

    A clause that only repeats the question is not fit. Raises KeyError for other elements.
    """
    asked = content_stems(question)
    points = [
        point
        for point in _find_points(answer, missing)
        if rate_point(point) > 0
        and (point.form in _WITHOUT_THINGS or not find_things(point.text) <= asked)
    ]
    clear = [point for point in points if point.form != "unclear"]
    deeds = [point for point in clear if point.form != "outcome"]
    return max(deeds or clear or points, key=rate_point, default=None)


@lru_cache(maxsize=1_000)  # the choice of an element and the wording look for the same point
def _find_points(answer: str, missing: str) -> tuple[Point, ...]:
    sentences = parse_sentences(_clean(answer))
    real = [sentence for sentence in sentences if not sentence.is_empty]
    # Who speaks of a group alone says little else, and what is vague is often empty.
    is_any_fit = missing in ("own_part", "vague")
    for choice in (real, sentences) if is_any_fit else (real,):
        for find in _FINDERS[missing]:
            points = tuple(point for sentence in choice for point in find(sentence))
            if points:
                return points
    return ()


def _clean(answer: str) -> str:
    """Return an answer without padding words, with straight apostrophes and a capital "I"."""
    text = answer.replace("’", "'")
    if not _CAPITAL_I.search(text):
        text = _SMALL_I.sub("I", text)
    for pattern in (load_clause_pattern("padding"), load_pattern("hesitation")):
        text = pattern.sub(" ", text)
    return _SPACES.sub(" ", text)


def _find_deeds(sentence: Sentence) -> Iterator[Point]:
    """Yield what the speaker did."""
    is_aside = load_clause_pattern("aside").search(sentence.text) is not None
    for clause in find_clauses(add_subject(sentence.text)):
        if load_clause_pattern("own_verb").match(clause):
            for deed in (clause, *split_deeds(clause)):
                if is_deed(deed):
                    for point in cut_points(deed, "deed"):
                        yield point._replace(is_aside=is_aside)


def _find_habits(sentence: Sentence) -> Iterator[Point]:
    """Yield what the speaker usually does, would do, or is responsible for."""
    verbs = sentence.present_verbs | sentence.planned_verbs
    for clause in find_clauses(sentence.text):
        verb = load_clause_pattern("habit_verb").match(clause)
        if load_clause_pattern("duty").match(clause):
            yield from cut_points(clause, "habit")
        elif verb and verb[1] in verbs:
            yield from cut_points(clause, "plan" if verb[1] in sentence.planned_verbs else "habit")


def _find_group_acts(sentence: Sentence) -> Iterator[Point]:
    """Yield what a group did, in its own words."""
    for clause in find_clauses(sentence.text):
        verb = load_clause_pattern("group_verb").match(clause)
        if (
            verb
            and is_past_verb(verb[1])
            and verb[1] not in load_no_deeds() - load_word_set("group_deeds")
        ):
            yield from cut_points(clause, "group")


def _find_reports(sentence: Sentence) -> Iterator[Point]:
    """Yield what others did, or what happened."""
    is_plain = not (
        (load_word_set("speaker") | load_word_set("general")) & set(sentence.words)
        or "?" in sentence.text
    )
    # The first word is no name, so that it can be written small.
    has_opening = sentence.words[0] in word_list("stop") and not load_clause_pattern(
        "no_opening"
    ).match(sentence.text)
    if is_plain and has_opening and sentence.is_past:
        yield from cut_points(lower_first(sentence.text[:MAX_CHARS]), "report")


def _find_changes(sentence: Sentence) -> Iterator[Point]:
    """Yield the clause that tells of a change that could be counted."""
    if sentence.is_hypothetical or load_clause_pattern("unmeasured").search(sentence.text):
        return
    for change in _MISSING.pattern("measurable").finditer(sentence.text):
        ends = [
            end.end()
            for end in load_clause_pattern("soft_end").finditer(sentence.text, 0, change.end())
        ]
        lead_in = load_clause_pattern("lead_in").match(sentence.text, 0, change.end())
        ends.append(lead_in.end() if lead_in else 0)
        start = max((end for end in ends if end <= change.start()), default=0)
        clause = lower_first(sentence.text[start : start + MAX_CHARS])
        if not load_clause_pattern("no_opening").match(clause) or load_clause_pattern(
            "measured"
        ).match(clause):
            yield from cut_points(clause, "change")


def _find_vague(sentence: Sentence) -> Iterator[Point]:
    """Yield a claim or a plan that says nothing of how, in its own words."""
    forms: tuple[Form, ...] = ("vague", "vague_plan")
    for form in forms:
        found = _MISSING.pattern(form).search(sentence.text)
        if found and not find_numbers(found[0]):
            yield Point(lower_first(found[0]), form)


_FINDERS = {
    "own_part": (_find_group_acts, _find_reports),
    "action": (_find_reports,),
    "result": (_find_deeds,),
    "number": (_find_changes,),
    "situation": (_find_habits,),
    "reason": (_find_deeds,),
    "vague": (_find_vague,),
}
"""By element, where to look for a point, the best place first."""
_MISSING = Rules("interview_cli.answers", "missing.toml")
