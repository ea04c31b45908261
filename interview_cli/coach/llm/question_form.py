"""Take out of an English question what only an answer should hold: advice, hints, expectations.

A reply may hold the question, what it is about (CV, job, answers or a situation), and how much to
tell. A sentence of anything else is left out, and so is the part of a sentence that suggests an
answer: examples, means, a list, an aside. Words of the documents and answers suggest nothing.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

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
"""A question has so many words at least before a part that can be left out."""
_SPACE = " "
_JOINING = " ,;:–—-("


class QuestionForm:
    """Takes remarks out of the questions of one interview."""

    def __init__(self, *known: str) -> None:
        """`known` are the texts whose words a question may name: documents, questions, answers."""
        self._known = frozenset().union(*map(content_stems, known)) | _load_scope()

    def strip_remarks(self, reply: str) -> str:
        """Return a reply without remarks; empty if it consists of them."""
        plain_reply = mask_quoted(reply)
        places = list(_find_sentences(plain_reply))
        sentences = [reply[start:end] for start, end in places]
        plain = [plain_reply[start:end] for start, end in places]
        asking = [number for number, sentence in enumerate(plain) if _asks(sentence)]
        last = asking[-1] if asking else len(sentences)
        kept = [
            self._strip_parts(sentence, plain[number]) if number in asking else sentence
            for number, sentence in enumerate(sentences)
            if number in asking or not self._is_remark(plain[number], is_after=number > last)
        ]
        return reply if kept == sentences else "".join(kept).strip()

    def _is_remark(self, sentence: str, *, is_after: bool) -> bool:
        """Return whether a sentence that does not ask is no part of the question."""
        if not sentence.strip():
            return False
        if _matches("reported", sentence):
            return False
        if is_after:
            is_told = _matches("addressed", sentence) and self._is_known(sentence)
            return not (is_told or _matches("scope", sentence))
        return _matches("remark", sentence) or (
            _matches("advice", sentence) and not self._is_known(_remove("advice", sentence))
        )

    def _strip_parts(self, sentence: str, plain: str) -> str:
        """Return a sentence that asks without the parts that suggest an answer."""
        for group in ("example", "means", "list"):
            for rule in find_group(_FILE, group).rules:
                found = rule.pattern.search(plain)
                if found and self._suggests(plain, found):
                    start, end = found.span(1)
                    sentence = sentence[:start].rstrip(_JOINING) + sentence[end:]
                    plain = mask_quoted(sentence)
        return sentence

    def _suggests(self, plain: str, found: re.Match[str]) -> bool:
        before = plain[: found.start(1)]
        is_short = len(tokenize(before)) < _OPENING_WORDS or not _matches("how", before)
        return not is_short and not self._is_known(found[2])

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


def _remove(group: str, text: str) -> str:
    return find_pattern(_FILE, group).sub(_SPACE, text)


@cache
def _load_scope() -> frozenset[str]:
    """Return the stems of words that say how much to tell, and of those of any question."""
    words = load_toml(PACKAGE, f"{_FILE}.toml")["words"]
    return frozenset(stem_once(word) for name in words for word in words[name].split())
