"""Find in a reply what only an answer should hold: advice, hints, expectations.

A reply may hold the question, what it is about (CV, job, answers or a situation), and how much to
tell. Sentences of anything else before and after it are left out. A sentence is never cut: if a
part of one suggests an answer (examples, means, a list, an aside), the question is refused. Words
of the documents and answers suggest nothing.
"""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from interview_cli.coach.llm.question_marks import QUESTION_MARK, mask_quoted
from interview_cli.coach.llm.rules import PACKAGE, find_group, find_pattern, has_match
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, stem_once, tokenize

_FILE = "question_form"
_matches = partial(has_match, _FILE)
_KNOWN_SHARE = 0.5
_MANY_STEMS = 4
_KNOWN_SHARE_OF_MANY = 0.75
"""So many of the words of a remark or a part must be known, or it suggests something new."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“'(\[]?[A-Z0-9])|\s*\n+")
_OPENING_WORDS = 3
"""A question has so many words at least before a part that suggests an answer to it."""
_SPACE = " "
_ENDS = " .?!"


class _Sentence(NamedTuple):
    """A sentence of a reply: where it stands, and what it is."""

    start: int
    end: int
    plain: str
    """Without what it quotes."""
    asks: bool
    is_remark: bool


class QuestionForm:
    """Finds remarks and suggestions in the questions of one interview."""

    def __init__(self, *known: str) -> None:
        """`known` are the texts whose words a question may name: documents, questions, answers."""
        self._known = frozenset().union(*map(content_stems, known)) | _load_scope()

    def strip_remarks(self, reply: str) -> str:
        """Return a reply without the remarks around its question; empty if it consists of them."""
        sentences = self._read(reply)
        kept = [sentence for sentence in sentences if not sentence.is_remark]
        if not kept:
            return ""
        start, end = kept[0].start, kept[-1].end
        is_whole = len(kept) == len(sentences)
        return reply if is_whole else reply[start:end].strip()

    def suggests_answer(self, reply: str) -> bool:
        """Return whether a remark, or a part of a sentence that asks, suggests an answer."""
        return any(
            sentence.is_remark or (sentence.asks and self._has_suggestion(sentence.plain))
            for sentence in self._read(reply)
        )

    def may_suggest(self, beginning: str) -> bool:
        """Return whether a question that goes on may do so with an answer."""
        is_opening = _matches("opening", mask_quoted(beginning).rstrip(" ?"))
        return is_opening or self.suggests_answer(f"{beginning.rstrip('?')}?")

    def _read(self, reply: str) -> list[_Sentence]:
        plain = mask_quoted(reply)
        places = list(_find_sentences(plain))
        asking = [number for number, place in enumerate(places) if _asks(plain[slice(*place)])]
        last = asking[-1] if asking else len(places)
        leans = bool(asking) and _leans_back(plain[slice(*places[asking[0]])])
        return [
            _Sentence(
                *place,
                plain[slice(*place)],
                asks=number in asking,
                is_remark=number not in asking
                and not (leans and number < asking[0])
                and self._is_remark(plain[slice(*place)], is_after=number > last),
            )
            for number, place in enumerate(places)
        ]

    def _is_remark(self, sentence: str, *, is_after: bool) -> bool:
        """Return whether a sentence that does not ask is no part of the question."""
        if not sentence.strip():
            return False
        if _matches("reported", sentence):
            return False
        if is_after:
            is_told = _matches("addressed", sentence) and self._is_known(sentence)
            return not (is_told or _matches("scope", sentence))
        return _matches("remark", sentence) or self._is_advice(sentence)

    def _is_advice(self, text: str) -> bool:
        return _matches("advice", text) and not self._is_known(_remove("advice", text))

    def _has_suggestion(self, plain: str) -> bool:
        found = (
            rule.pattern.search(plain)
            for group in ("example", "means", "list")
            for rule in find_group(_FILE, group).rules
        )
        belief = find_pattern(_FILE, "belief").search(plain)
        return any(part and self._suggests(plain, part) for part in found) or bool(
            belief and self._is_advice(f"{plain[belief.end() :].rstrip(_ENDS)}.")
        )

    def _suggests(self, plain: str, found: re.Match[str]) -> bool:
        """Return whether a part ends a question that is whole without it, and says what is new."""
        before = plain[: found.start(1)]
        is_whole = len(tokenize(before)) >= _OPENING_WORDS and _matches("how", before)
        if not is_whole or _matches("goes_on", found[2]) or self._is_known(found[2]):
            return False
        return not _matches("of_case", plain[: found.start(2)] + plain[found.start(2) :][:6])

    def _is_known(self, text: str) -> bool:
        """Return whether a text has hardly a word of meaning that stands nowhere."""
        stems = content_stems(text)
        share = _KNOWN_SHARE if len(stems) < _MANY_STEMS else _KNOWN_SHARE_OF_MANY
        return len(stems & self._known) >= share * len(stems)


def _find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and where it ends, with the space after it."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _asks(sentence: str) -> bool:
    return QUESTION_MARK.search(sentence) is not None or _matches("demand", sentence)


def _leans_back(question: str) -> bool:
    """Return whether a question says nothing without what stands before it: "What do you do?"."""
    return _matches("leaning", question) or len(content_stems(question) - _load_scope()) == 0


def _remove(group: str, text: str) -> str:
    return find_pattern(_FILE, group).sub(_SPACE, text)


@cache
def _load_scope() -> frozenset[str]:
    """Return the stems of words that say how much to tell, and of those of any question."""
    words = load_toml(PACKAGE, f"{_FILE}.toml")["words"]
    return frozenset(stem_once(word) for name in words for word in words[name].split())
