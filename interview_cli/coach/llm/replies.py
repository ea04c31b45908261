"""Parse a model's reply: its question and what is wrong with it, or its JSON objects."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokenize, word_list

_QUOTED = re.compile(
    r"“[^”]{0,400}”|”[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«"
    r"|\"[^\"\n]{0,400}\"|(?<!\w)['‘][^'’\n]{0,400}['’](?!\w)|「[^」]{0,400}」|『[^』]{0,400}』"
)
# A question inside a situation ("A customer says: is this safe?") is not a question to the
# candidate. Neither is a question mark inside a URL.
_REPORTED_QUESTION = re.compile(r"[:：]\s[^:：?？؟\n]{0,200}[?？؟](?=\s+\S)")
_QUESTION_MARK = re.compile(r"\?(?=\W|$)|[？؟]")
_MAX_QUESTION_CHARS = 1_200
_MAX_WORDS_AFTER = 25
"""Words after the question mark that may still belong to the question ("Please be brief")."""
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
_MAX_OBJECTS_TRIED = 50
_TRAILING_COMMA = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*+")|,(?=\s*[}\]])', re.DOTALL)


def _find_pattern(name: str) -> re.Pattern[str]:
    return load_rules("interview_cli.coach.llm", "replies.toml")[name].pattern


def remove_thoughts(reply: str) -> str:
    """Return a reply without the thoughts of a reasoning model."""
    thoughts = _find_pattern("thoughts").match(reply)
    return reply[thoughts.end() if thoughts else 0 :].strip()


def strip_quotation(question: str) -> str:
    """Remove the quotation marks or asterisks that a model puts around a whole question."""
    match = re.fullmatch(r"(\*\*|[\"“„«»])([^\"“”„«»*]+)(\*\*|[\"”“»«])", question)
    return match[2].strip() if match else question


def find_question_fault(question: str, earlier: Sequence[str]) -> str | None:
    """Return the fault of a reply that should be one new question; None if it has none.

    The faults `none`, `repeats`, `several` and `answered` are the names of sections of
    `prompts/question.md`, which ask again. Words in quotation marks come from a document or an
    answer, so they are not questions to the candidate.
    """
    if len(question) > _MAX_QUESTION_CHARS:
        return "answered"
    plain = _REPORTED_QUESTION.sub("", _QUOTED.sub("", question))
    if any(_is_same(question, asked) for asked in earlier):
        return "repeats"
    if _find_pattern("refusal").search(question):
        return "none"
    if (
        len(_QUESTION_MARK.findall(plain)) > 1
        or sum(map(is_bullet, plain.splitlines())) > 1
        or len(_find_pattern("further_question").findall(plain)) > 2
        or len(_find_pattern("demand").findall(plain)) > 2
    ):
        return "several"
    after = _QUESTION_MARK.split(plain)[-1] if _QUESTION_MARK.search(plain) else ""
    if (
        len(tokenize(after)) > _MAX_WORDS_AFTER
        or _find_pattern("example").search(after)
        or _find_pattern("labelled_answer").search(plain)
    ):
        return "answered"
    return None


def _is_same(question: str, earlier: str) -> bool:
    """Return whether a question has nearly all meaningful words of an earlier one."""
    new, asked = _find_meaning(question), _find_meaning(earlier)
    has_all = len(asked) >= _MIN_MEANING_WORDS and len(new & asked) >= _SAME_WORDS * len(asked)
    return has_all or len(new & asked) >= _SAME_WORDS * len(new | asked)


def _find_meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokenize(question)}
    return (spoken - word_list("stop")) or spoken


class UnusableReview(Exception):
    """A reply that is not the JSON asked for; `places` names fields, not their content."""

    def __init__(self, *places: str) -> None:
        super().__init__("unusable review")
        self.places = places


def find_objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a text; line feeds inside their strings are accepted.

    If a trailing comma spoils one, the objects are yielded again as they are without such commas.
    """
    yield from _find_valid_objects(text)
    start = max(0, text.find("{"))
    repaired = _TRAILING_COMMA.sub(lambda match: match["string"] or "", text[start:])
    if repaired != text[start:]:
        yield from _find_valid_objects(repaired)


def _find_valid_objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for start in [match.start() for match in re.finditer(r"\{", text)][:_MAX_OBJECTS_TRIED]:
        if start >= end:
            with suppress(ValueError, RecursionError):
                found, end = decoder.raw_decode(text, start)
                yield dict(found)
