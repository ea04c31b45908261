"""Read the clauses of a sentence: where each begins and ends, and who acts in it."""

import re
from collections.abc import Iterator
from functools import cache

from interview_cli.answers.sentences import Sentence
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.verbs import is_past
from interview_cli.english.words import word_list

MAX_CHARS = 200
"""A longer clause has too many words; its beginning may still be fit."""


def is_past_verb(word: str) -> bool:
    """Return whether a word, in lower case, has the form of a verb in the past."""
    return is_past(word) or word in load_word_set("past")


def find_others_act(text: str) -> int | None:
    """Return the place where somebody else, or a thing, begins to act after the speaker."""
    acts = load_clause_pattern("others_act").finditer(text)
    return next(
        (act.start() for act in acts if any(is_past_verb(word.lower()) for word in act.groups())),
        None,
    )


def is_own_deed(sentence: Sentence) -> bool:
    """Return whether a sentence tells what the speaker did, rather than felt or knew."""
    return bool(sentence.acts - load_no_deeds()) or any(map(is_deed, find_clauses(sentence.text)))


def is_habit(sentence: Sentence) -> bool:
    """Return whether a sentence tells what the speaker usually does, would do, or has to do."""
    return is_duty(sentence) or bool(sentence.present_verbs | sentence.planned_verbs)


def is_duty(sentence: Sentence) -> bool:
    """Return whether a sentence tells what the speaker has to do."""
    return any(load_clause_pattern("duty").match(clause) for clause in find_clauses(sentence.text))


def is_deed(clause: str) -> bool:
    """Return whether a clause begins with a deed of the speaker in the past."""
    verb = load_clause_pattern("own_verb").match(clause)
    return verb is not None and is_past_verb(verb[1]) and verb[1] not in load_no_deeds()


def split_deeds(clause: str) -> Iterator[str]:
    """Yield "I" and each further verb of a clause with all that follows it."""
    end = _find_end("soft_end", cut_clause(clause))
    for name in ("comma_end", "joined_verb"):
        for verb in load_clause_pattern(name).finditer(clause, 0, end):
            yield f"I {clause[verb.end() :]}"


def find_clauses(text: str) -> Iterator[str]:
    """Yield the first clause and those with "I" or "we" as their subject, with what follows."""
    lead_in = load_clause_pattern("lead_in").match(text)
    first = lead_in.end() if lead_in else 0
    yield lower_first(text[first : first + MAX_CHARS])
    for start in load_clause_pattern("own_start").finditer(text):
        yield text[start.end() : start.end() + MAX_CHARS]


def cut_clause(clause: str) -> str:
    """Return a clause up to its end, or to where somebody else begins to act."""
    text = clause[: _find_end("hard_end", clause)]
    return text[: find_others_act(text)]


def find_ends(text: str) -> Iterator[int]:
    """Yield the places where a clause may end."""
    for name in ("soft_end", "list_end"):
        yield from (end.start() for end in load_clause_pattern(name).finditer(text))
    for name in ("comma_end", "joined_verb"):
        for end in load_clause_pattern(name).finditer(text):
            if is_past_verb(end[1]) or end[1] in word_list("act"):
                yield end.start()


def _find_end(group: str, text: str) -> int:
    end = load_clause_pattern(group).search(text)
    return end.start() if end else len(text)


def lower_first(text: str) -> str:
    """Return a text with a small first letter, unless it begins with "I" or an acronym."""
    is_name = text[:2].isupper() and text[1:2] != " "
    return text if is_name or text[:2] == "I " else f"{text[0].lower()}{text[1:]}"


@cache
def load_no_deeds() -> frozenset[str]:
    """Return the verbs in the past that tell no deed."""
    return frozenset(load_toml("interview_cli.answers", "missing.toml")["no_deed"].split())


@cache
def load_word_set(name: str) -> frozenset[str]:
    """Return a word list of `points.toml`. Raises KeyError."""
    return frozenset(load_toml("interview_cli.answers", "points.toml")["words"][name].split())


def load_clause_pattern(name: str) -> re.Pattern[str]:
    """Return what the rules of a group of `points.toml` match. Raises KeyError."""
    return load_rules("interview_cli.answers", "points.toml")[name].pattern
