"""Find the point of an answer that a follow-up takes up.

A point is one clause of the answer, never cut in the middle of a phrase.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from interview_cli.answers.clauses import (
    MAX_CHARS,
    cut_clause,
    find_clauses,
    find_ends,
    is_deed,
    is_past_verb,
    load_clause_pattern,
    load_no_deeds,
    load_word_set,
    lower_first,
    split_deeds,
)
from interview_cli.answers.sentences import Sentence, load_pattern, parse_sentences
from interview_cli.answers.standard_english import add_subject
from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems, find_numbers, stem_word, tokenize, word_list
from interview_cli.text import replace_words

Form = Literal[
    "deed",
    "habit",
    "plan",
    "group",
    "outcome",
    "report",
    "change",
    "vague",
    "vague_plan",
    "unclear",
]
_MIN_WORDS = 4
_MIN_CHANGE_WORDS = 3
_MAX_WORDS = 14
_LONG_WORDS = 11
_ENOUGH_STEMS = 2
_BEST_STEMS = 4
_TO_YOU = {
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
}
_QUOTED = ("group", "outcome", "unclear")
"""Forms of points in the words of the answer."""
_WITHOUT_THINGS = ("change", "vague", "vague_plan")
"""Forms of points that name no thing."""
_UNFIT = ("dangling", "open_series", "not_said_back")
"""Groups of `points.toml` with what makes a phrase no point."""
_QUOTATION = re.compile(r"[\"“”‘()\[\]]|(?<!\w)'|'(?!\w)")
_SPACES = re.compile(r" {2,}")
_SMALL_I = re.compile(r"\bi\b")
_CAPITAL_I = re.compile(r"\bI\b")


class Point(NamedTuple):
    """A clause of an answer."""

    text: str
    """Words that follow "You said"; those of a group are quoted as they stand."""
    form: Form
    """What the clause tells: a `deed`, `habit` or `plan` of the speaker, addressed as "you"; what
    a `group` did, as "we", or how it ended for them (`outcome`); what others did (`report`); a
    `change` that could be counted; a claim or a plan without content, in its own words (`vague`,
    `vague_plan`). A deed is `unclear` on its own if it refers to something that was said before: it
    is quoted as it stands, if there is no clear one."""


def find_point(answer: str, missing: str, question: str) -> Point | None:
    """Return the best point for a follow-up on a missing element; None if no clause is fit.

    A clause that only repeats the question is not fit. Raises KeyError for other elements.
    """
    asked = content_stems(question)
    points = [
        point
        for point in _find_points(answer, missing)
        if _rate_point(point) > 0
        and (point.form in _WITHOUT_THINGS or not _find_things(point.text) <= asked)
    ]
    clear = [point for point in points if point.form != "unclear"]
    deeds = [point for point in clear if point.form != "outcome"]
    return max(deeds or clear or points, key=_rate_point, default=None)


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
    for clause in find_clauses(add_subject(sentence.text)):
        if load_clause_pattern("own_verb").match(clause):
            for deed in (clause, *split_deeds(clause)):
                if is_deed(deed):
                    yield from _cut_points(deed, "deed")


def _find_habits(sentence: Sentence) -> Iterator[Point]:
    """Yield what the speaker usually does, would do, or is responsible for."""
    verbs = sentence.present_verbs | sentence.planned_verbs
    for clause in find_clauses(sentence.text):
        verb = load_clause_pattern("habit_verb").match(clause)
        if load_clause_pattern("duty").match(clause):
            yield from _cut_points(clause, "habit")
        elif verb and verb[1] in verbs:
            yield from _cut_points(clause, "plan" if verb[1] in sentence.planned_verbs else "habit")


def _find_group_acts(sentence: Sentence) -> Iterator[Point]:
    """Yield what a group did, in its own words."""
    for clause in find_clauses(sentence.text):
        verb = load_clause_pattern("group_verb").match(clause)
        if (
            verb
            and is_past_verb(verb[1])
            and verb[1] not in load_no_deeds() - load_word_set("group_deeds")
        ):
            yield from _cut_points(clause, "group")


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
        yield from _cut_points(lower_first(sentence.text[:MAX_CHARS]), "report")


def _find_changes(sentence: Sentence) -> Iterator[Point]:
    """Yield the clause that tells of a change that could be counted."""
    if sentence.is_hypothetical or load_clause_pattern("unmeasured").search(sentence.text):
        return
    for change in load_rules(*_MISSING)["measurable"].pattern.finditer(sentence.text):
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
            yield from _cut_points(clause, "change")


def _find_vague(sentence: Sentence) -> Iterator[Point]:
    """Yield a claim or a plan that says nothing of how, in its own words."""
    forms: tuple[Form, ...] = ("vague", "vague_plan")
    for form in forms:
        found = load_rules(*_MISSING)[form].pattern.search(sentence.text)
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
_MISSING = ("interview_cli.answers", "missing.toml")


def _cut_points(clause: str, form: Form) -> Iterator[Point]:
    """Yield the beginnings of a clause that are phrases fit to be said back."""
    whole = cut_clause(clause)
    is_whole = len(whole) < MAX_CHARS
    for end in [*find_ends(whole), *([len(whole)] if is_whole else [])]:
        phrase = load_clause_pattern("link").sub("", whole[:end].strip(" ,"))
        if _is_fit(phrase, form):
            found = _find_unclear_form(phrase, form) or form
            yield Point(phrase if found in _QUOTED else _turn_to_you(phrase), found)


def _is_fit(phrase: str, form: Form) -> bool:
    words = [word.lower() for word in tokenize(phrase)]
    least = _MIN_CHANGE_WORDS if form == "change" else _MIN_WORDS
    if not least <= len(words) <= _MAX_WORDS:
        return False
    if _QUOTATION.search(phrase) or "'m" in phrase:
        return False
    if any(load_clause_pattern(group).search(phrase) for group in _UNFIT):
        return False
    if load_pattern("cliche").search(phrase) or word_list("buzz") & set(words):
        return False
    return _has_own_subject(words, form) and _is_specific(phrase, words, form)


def _has_own_subject(words: list[str], form: Form) -> bool:
    """Return whether nobody but the subject is "I" or "we", as far as the form needs it."""
    rest = words[1:]
    if form == "group":
        return "i" not in words
    return not ("we" in rest or "us" in rest or ("i" in rest and load_word_set("was") & set(rest)))


def _is_specific(phrase: str, words: list[str], form: Form) -> bool:
    """Return whether a phrase names things, besides its verb, and its subject."""
    if form == "change":
        return True
    if form == "report" and not _is_event(words):
        return False
    if form == "habit" and "myself" in words:
        return False
    if form == "deed" and load_pattern("duty").search(phrase):
        return False
    if form in ("deed", "habit") and load_word_set("not_done") & set(words):
        return False
    stems = _find_things(phrase)
    enough = 1 if form in ("group", "plan") else _ENOUGH_STEMS
    return len(stems) + bool(find_numbers(phrase)) >= enough and words[-1] != "that"


def _find_unclear_form(phrase: str, form: Form) -> Form | None:
    """Return the form of a deed that is an outcome, or refers to a thing not named before it."""
    if form not in ("deed", "group"):
        return None
    pointing = load_clause_pattern("pointing").search(phrase)
    is_pointing = pointing is not None and not _find_things(phrase[: pointing.start()])
    if is_pointing or load_clause_pattern("lost").search(phrase):
        return "unclear"
    is_end = form == "group" and load_rules(*_MISSING)["outcome"].pattern.search(phrase)
    return "outcome" if is_end else None


def _is_event(words: list[str]) -> bool:
    """Return whether a phrase tells what happened to whom."""
    is_told = any(is_past_verb(word) or word in load_word_set("were") for word in words)
    return is_told and not load_word_set("referring") - {"there"} & set(words[:3])


def _find_things(phrase: str) -> frozenset[str]:
    """Return the stems of a phrase without those of its verbs in the past."""
    verbs = {stem_word(word) for word in tokenize(phrase)[:4] if is_past_verb(word.lower())}
    return content_stems(phrase) - verbs


def _turn_to_you(phrase: str) -> str:
    """Turn a phrase in the first person into one that addresses the same person as "you"."""
    words = [word.lower() for word in tokenize(phrase)]
    text = replace_words(phrase, _TO_YOU)
    if phrase.startswith("I'd "):
        text = text.replace("you'd", "you would", 1)
    verb = words[1] if words[0] == "i" and len(words) > 1 else ""
    return text.replace(f"you {verb}", "you were", 1) if verb in load_word_set("was") else text


def _rate_point(point: Point) -> float:
    """Rate a point by the things that it names; pronouns and length count against it."""
    words = [word.lower() for word in tokenize(point.text)]
    if point.form in ("vague", "vague_plan"):
        return 1.0
    if point.form == "change":
        return 1 / len(words) if words[0] not in load_word_set("referring") else 1 / MAX_CHARS
    stems = min(_BEST_STEMS, len(_find_things(point.text)))
    referring = sum(word in load_word_set("referring") for word in words)
    is_duty = point.form == "habit" and "were" in words[:2]
    begins_with_thing = any(word in load_word_set("articles") for word in words[2:4])
    is_slight = load_clause_pattern("slight_act").match(point.text) is not None
    gains = stems + begins_with_thing + 2 * is_duty
    return gains - referring - 2 * is_slight - (len(words) > _LONG_WORDS)
