"""Take the lines of a job ad apart into words, and say what is known of each beside a paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences, stem_word
from interview_cli.requirements.ad_layout import read_layout, read_lines
from interview_cli.requirements.ad_lines import AdLine, remove_marks
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.paper_names import find_names, load_paper_stems
from interview_cli.requirements.paper_spans import find_paper_spans

_DEMANDS = ("interview_cli.requirements", "paper_demands.toml")
_DEMAND_GROUPS = ("demand", "no_demand", "of_others", "holding")
_WORD = re.compile(r"[^\W_](?:[\w.+&'’-]*[\w+#])?|[^\w\s]|_")
_SENTENCE_END = re.compile(r"[.!?;]")
_FIGURE = re.compile(r"\d")
_ENDING_CHARS, _LONG_CHARS = 3, 6
_BESIDE = (-3, -2, -1, 1, 2, 3)
_NEAR = 8
"""So many words of the sentence on either side count, wherever they stand."""
_HEADING_WORDS = 6
_FORMS_KEPT = 4096


class AdWord(NamedTuple):
    """A word or a mark of a line, and where it stands."""

    text: str
    start: int
    end: int


class WordLine(NamedTuple):
    """A line of an ad with the features that its words share, and those of each word."""

    text: str
    words: list[AdWord]
    shared: list[str]
    features: list[list[str]]


class _Form(NamedTuple):
    plain: str
    stem: str
    shape: str


_NO_WORD = _Form("^", "^", "^")


def measure_ad(ad: str) -> Iterator[WordLine]:
    """Yield the lines of an ad, its headings too, with what is known of their words."""
    layout = read_layout(ad)
    by_text = {line.text: line for line in layout}
    heading = ""
    for line in read_lines(ad):
        text = remove_marks(line)
        if not text:
            continue
        own = by_text.get(text) or by_text.get(line.strip(" *_")) or _find_within(text, layout)
        heading = text if own is None else heading
        yield _measure_line(text, [*_describe_line(line, own), *_list_stems(heading)])


def _find_within(text: str, layout: Iterable[AdLine]) -> AdLine | None:
    """Return the line that an ad's line holds without its label."""
    return next((line for line in layout if line.text in text), None)


def _describe_line(line: str, own: AdLine | None) -> Iterator[str]:
    yield f"part {own.part if own else 'heading'}"
    if is_row(line):
        yield "kind row"
    elif own and (own.is_entry or is_bullet(line)):
        yield "kind entry"


def _list_stems(heading: str) -> Iterator[str]:
    words = _WORD.findall(heading)[:_HEADING_WORDS]
    return (f"h {_describe(word).stem}" for word in words)


def _measure_line(text: str, shared: list[str]) -> WordLine:
    words = [AdWord(found[0], *found.span()) for found in _WORD.finditer(text)]
    line = _Line(words, _find_flags(text, words), shared[0])
    features = [list(dict.fromkeys(line.describe(place))) for place in range(len(words))]
    return WordLine(text, words, list(dict.fromkeys(shared)), features)


def _find_flags(text: str, words: Sequence[AdWord]) -> list[list[str]]:
    """Return what the rules say of each word."""
    flags: list[list[str]] = [[] for _ in words]

    def mark(flag: str, start: int, end: int) -> None:
        inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
        for i in inside:
            flags[i] += [flag] if i > inside[0] else [flag, f"{flag} first"]

    for start, end in find_names(text):
        mark("name", start, end)
    end = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, end)
        end = start + len(sentence)
        rules = load_rules(*_DEMANDS)
        found = [name for name in _DEMAND_GROUPS if rules[name].pattern.search(sentence)]
        for place, word in enumerate(words):
            if start <= word.start < end:
                flags[place] += [f"in {name}" for name in found]
        for span in find_paper_spans(sentence):
            mark("span", start + span.start, start + span.end)
    return flags


class _Line:
    """The words of a line, whose features are read."""

    def __init__(self, words: Sequence[AdWord], flags: list[list[str]], part: str) -> None:
        self._forms = [_describe(word.text) for word in words]
        self._flags = flags
        self._part = part
        ends = [place for place, word in enumerate(words) if _SENTENCE_END.fullmatch(word.text)]
        self._sentences = [sum(end < place for end in ends) for place in range(len(words))]

    def describe(self, place: int) -> Iterator[str]:
        """Yield the features of a word and of those around it."""
        own, before, behind = self._forms[place], self._at(place - 1), self._at(place + 1)
        yield from ("any", f"w {own.plain}", f"st {own.stem}", f"sh {own.shape}")
        yield f"suf {own.plain[-_ENDING_CHARS:]}"
        yield f"len {min(len(own.plain), _LONG_CHARS)} {own.shape}"
        for step in _BESIDE:
            beside = self._at(place + step)
            yield from (f"st{step:+} {beside.stem}", f"sh{step:+} {beside.shape}")
        yield from (f"b- {before.stem} {own.stem}", f"b+ {own.stem} {behind.stem}")
        yield f"b= {before.stem} {behind.stem}"
        kinds = [form.stem in load_paper_stems() for form in (before, own, behind)]
        yield f"kinds {kinds}"
        yield f"{self._part} {own.shape}"
        yield from (f"pos {min(place, 3)}", f"end {min(len(self._forms) - 1 - place, 2)}")
        yield from self._list_flags(place)
        yield from self._list_near(place)

    def _at(self, place: int) -> _Form:
        return self._forms[place] if 0 <= place < len(self._forms) else _NO_WORD

    def _list_flags(self, place: int) -> Iterator[str]:
        own = self._flags[place]
        yield from (f"f {flag}" for flag in own)
        around = self._flags[max(0, place - 1) : place + 2]
        for flag in ("span", "name"):
            yield f"{flag}s {[flag in flags for flags in around]}"
        if "span" in own:
            yield f"span {self._part}"
            yield from (f"span {flag}" for flag in own if flag.startswith("in "))

    def _list_near(self, place: int) -> Iterator[str]:
        first, last = max(0, place - _NEAR), min(len(self._forms), place + _NEAR + 1)
        for other in range(first, last):
            if other != place and self._sentences[other] == self._sentences[place]:
                side = "l" if other < place else "r"
                stem = self._forms[other].stem
                yield f"{side} {stem}"
                if stem in load_paper_stems():
                    yield f"{side} kind"


@lru_cache(maxsize=_FORMS_KEPT)
def _describe(word: str) -> _Form:
    plain = _FIGURE.sub("0", word.lower().replace("’", "'"))
    shape = "upper" if word.isupper() and len(word) > 1 else "cap" if word[0].isupper() else ""
    return _Form(plain, stem_word(plain), f"{shape}0" if "0" in plain else shape)
