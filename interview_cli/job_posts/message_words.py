"""Take a message apart into words, and say what is known of each by itself."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from interview_cli.english.words import stem_word
from interview_cli.job_posts.clauses import split_clauses, split_sentences
from interview_cli.job_posts.duty_verbs import find_verb_form
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.spelling import mend_spelling
from interview_cli.job_posts.titles import is_occupation
from interview_cli.job_posts.word_lists import load_words

_EDGES = "\"'“”‘’()[]*•–—-,.;:!?…"
_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"[^,;…]+(?:,\d+[^,;…]*)*")
_SIGNS = "£$€&+"
_FIGURE = re.compile(r"\d+([.,:]\d+)*")


@dataclass(frozen=True)
class Word:
    """A word of a message."""

    text: str
    start: int
    end: int
    behind: str
    """The punctuation that follows it."""
    clause: int
    sentence: int
    """The number of its clause and of its sentence in the message."""


@dataclass(frozen=True)
class Form:
    """What is known of a word by itself."""

    plain: str
    stem: str
    form: str
    shape: str
    known: str
    """Whether it names an occupation or a place."""


NO_WORD = Form("^", "^", "^", "", "")


def split_words(message: str) -> list[Word]:
    """Return the words of a message in order, without the marks around them."""
    clauses, sentences = _find_starts(message)
    words = []
    for chunk in _CHUNK.finditer(message):
        core = chunk[0].strip(_EDGES)
        start = chunk.start() + chunk[0].index(core)
        for piece in _PIECE.finditer(core):
            if any(char.isalnum() or char in _SIGNS for char in piece[0]):
                first, last = start + piece.start(), start + piece.end()
                numbers = bisect_right(clauses, first), bisect_right(sentences, first)
                behind = message[last : chunk.end()]
                words.append(Word(message[first:last], first, last, behind, *numbers))
    return words


def _find_starts(message: str) -> tuple[list[int], list[int]]:
    """Return where the clauses and where the sentences of a message begin."""
    clauses, sentences = [], []
    end = 0
    for sentence in filter(None, split_sentences(message)):
        start = message.find(sentence, end)
        if start < 0:
            continue
        sentences.append(start)
        end = start
        for clause in map(str.strip, split_clauses(sentence)):
            place = message.find(clause, end)
            if place >= 0:
                clauses.append(place)
                end = place + len(clause)
        end = start + len(sentence)
    return clauses, sentences


@lru_cache(maxsize=4096)
def describe_word(text: str) -> Form:
    """Return what is known of a word by itself, with its spelling mended."""
    plain = mend_spelling(text.lower().replace("’", "'"))
    if figure := _FIGURE.search(plain):
        form = _FIGURE.sub("0", plain)
        size = len(re.split(r"[.:]", figure[0])[0].replace(",", ""))
        return Form(form, form, f"num{size}", form, "")
    is_upper = text.isupper() and len(text) > 1
    shape = "upper" if is_upper else "cap" if text[0].isupper() else ""
    known = [
        name
        for name, holds in (("occ", is_occupation(plain)), ("place", is_known_place(plain)))
        if holds
    ]
    return Form(plain, stem_word(plain), _find_form(plain), shape, "+".join(known))


def _find_form(word: str) -> str:
    """Return the form of a word by its ending and by what it may be."""
    for name in ("months", "days", "numbers"):
        if word in load_words("word_forms.toml", name):
            return name.removesuffix("s")
    for name in ("pronouns", "determiners"):
        if word in load_words("reading.toml", name):
            return name.removesuffix("s")
    if form := find_verb_form(word):
        return form
    return word[-3:] if len(word) > 5 else word[-2:] if len(word) > 4 else "short"
