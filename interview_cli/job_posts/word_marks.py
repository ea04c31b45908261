"""Tell of each word of a message what it states, by weights that were fitted.

`python -m benchmarks.word_marks` fits the weights to conversations whose words readers marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Literal, get_args

from interview_cli.english.rules import load_toml
from interview_cli.fits import MarkWeights
from interview_cli.job_posts.entries import find_list
from interview_cli.job_posts.entry_lists import Setting
from interview_cli.job_posts.message_words import NO_WORD, Form, Word, describe_word
from interview_cli.job_posts.place_names import is_known_place

Mark = Literal[
    "none",
    "title",
    "level",
    "bring",
    "duty",
    "benefit",
    "place",
    "worktype",
    "employment",
    "pay",
    "hours",
    "start",
    "closing",
    "openings",
    "contact",
    "reports",
    "travel",
    "department",
    "drop",
    "about",
]
"""What a word states; `drop` names what is withdrawn, `about` tells of the employer."""
MARKS: tuple[Mark, ...] = get_args(Mark)
Shares = dict[Mark, float]
_FILE = ("interview_cli.job_posts", "word_marks.toml")
_ENDING_CHARS, _START_CHARS = 3, 4
_BEFORE, _BEHIND = 8, 6
"""How many words of the clause on either side of a word count."""
_KINDS = ("title", "level", "bring", "place", "responsibilities", "time", "pay", "benefits")
_MOST_OPEN_CHARS = 20


@dataclass(frozen=True)
class Clause:
    """The features that all words of a clause share, and those of each word."""

    shared: list[str]
    words: list[list[str]]


def mark_words(words: Sequence[Word], setting: Setting) -> list[Shares]:
    """Return what each word may state, with shares that sum up to 1."""
    return [
        dict(zip(MARKS, shares, strict=True))
        for clause in measure_words(words, setting)
        for shares in load_weights().share(len(MARKS), clause.shared, clause.words)
    ]


def measure_words(words: Sequence[Word], setting: Setting) -> Iterator[Clause]:
    """Yield the features of each clause and of its words."""
    forms = [describe_word(word.text) for word in words]
    places = [
        [place for place, _ in members]
        for _, members in groupby(enumerate(words), lambda pair: pair[1].clause)
    ]
    told = list(_list_setting(setting))
    for number, members in enumerate(places):
        shared = [
            *_describe_clause(members, forms),
            *_describe_context(number, places, words, forms),
            *told,
            *_describe_answer(number, places, forms, setting),
        ]
        own = [list(dict.fromkeys(_describe_place(i, members, words, forms))) for i in members]
        for place, features in zip(members, own, strict=True):
            features += _relate_to_question(place, members, forms, setting)
        yield Clause(list(dict.fromkeys(shared)), own)


def _list_setting(setting: Setting) -> Iterator[str]:
    missing = ",".join(kind for kind in _KINDS if kind not in setting.filled)
    yield f"asked {setting.asked}"
    yield f"recent {setting.recent}"
    yield f"open {missing}"
    yield f"asked {setting.asked} open {missing[:_MOST_OPEN_CHARS]}"
    yield from (f"has {name}" for name in sorted(setting.filled))


def _describe_clause(members: Sequence[int], forms: Sequence[Form]) -> Iterator[str]:
    """Yield what a clause is made of."""
    own = [forms[place] for place in members]
    first, last = own[0], own[-1]
    yield from (f"c {form.stem}" for form in own)
    yield from (f"cb {one.stem} {two.stem}" for one, two in pairwise(own))
    yield f"own {find_list(' '.join(form.plain for form in own))}"
    yield from (f"c {name}" for name in ("occ", "place") if any(name in f.known for f in own))
    if any(form.form.startswith("num") and form.form != "number" for form in own):
        yield "c num"
    yield from (f"c1 {first.plain}", f"c1f {first.form}", f"cl {last.stem}", f"clf {last.form}")
    yield f"c12 {first.plain} {own[1].plain}" if len(own) > 1 else "c12 -"
    yield f"clen {min(len(own), 8)}"


def _describe_context(
    number: int, places: Sequence[Sequence[int]], words: Sequence[Word], forms: Sequence[Form]
) -> Iterator[str]:
    """Yield where a clause stands, and what is around it."""
    members = places[number]
    sentence = words[members[0]].sentence
    around = [place for place, word in enumerate(words) if word.sentence == sentence]
    first = forms[around[0]]
    yield f"cq {'?' in words[members[-1]].behind}"
    yield f"cno {min(number, 3)} {min(len(places), 4)}"
    yield from (f"s1 {first.plain}", f"s1f {first.form}")
    yield f"s12 {first.plain} {forms[around[1]].plain}" if len(around) > 1 else "s12 -"
    yield from (f"s {forms[place].stem}" for place in around if place not in members)
    if number:
        before = places[number - 1][0]
        yield from (f"p1 {forms[before].plain}", f"p1f {forms[before].form}")
        yield f"psame {words[before].sentence == sentence}"
    if number + 1 < len(places):
        behind = forms[places[number + 1][0]]
        yield from (f"n1 {behind.plain}", f"n1f {behind.form}")


def _describe_answer(
    number: int, places: Sequence[Sequence[int]], forms: Sequence[Form], setting: Setting
) -> Iterator[str]:
    """Yield how a clause may answer the question that was asked."""
    members, asked = places[number], setting.asked
    yield f"asked {asked} c1f {forms[members[0]].form}"
    yield f"asked {asked} clen {min(len(members), 4)}"
    yield f"asked {asked} cno {min(number, 2)} {min(len(places), 3)}"


def _describe_place(
    place: int, members: Sequence[int], words: Sequence[Word], forms: Sequence[Form]
) -> Iterator[str]:
    """Yield the features of a word and of those beside it."""

    def at(other: int) -> Form:
        return forms[other] if 0 <= other < len(forms) else NO_WORD

    own, first = forms[place], forms[members[0]]
    before, behind = at(place - 1), at(place + 1)
    yield from ("any", f"w {own.plain}", f"st {own.stem}", f"f {own.form}", f"sh {own.shape}")
    yield from (f"suf {own.plain[-_ENDING_CHARS:]}", f"pre {own.plain[:_START_CHARS]}")
    for step in (-3, -2, -1, 1, 2, 3):
        yield f"w{step:+} {at(place + step).plain}"
    for step in (-2, -1, 1, 2):
        yield f"f{step:+} {at(place + step).form}"
    yield from (f"st-1 {before.stem}", f"st+1 {behind.stem}")
    yield from (f"b- {before.stem} {own.stem}", f"b+ {own.stem} {behind.stem}")
    yield f"b= {before.stem} {behind.stem}"
    yield f"b-- {at(place - 2).plain} {before.plain}"
    yield f"b++ {behind.plain} {at(place + 2).plain}"
    yield from (f"ff- {before.form} {own.form}", f"ff+ {own.form} {behind.form}")
    yield from (f"st {own.stem} c1 {first.plain}", f"f {own.form} c1 {first.plain}")
    yield from (f"pos {min(place - members[0], 4)}", f"end {min(members[-1] - place, 3)}")
    yield f"punct {words[place].behind[:1]}"
    yield f"pb {words[place - 1].behind[:1] if place else '^'}"
    yield from (f"i {min(place, 4)}", f"n {min(len(words) // 4, 6)}")
    yield from (f"k {own.known}", f"k-1 {before.known}", f"k+1 {behind.known}")
    pairs = (f"{before.plain} {own.plain}", f"{own.plain} {behind.plain}")
    if any(map(is_known_place, pairs)):
        yield "place2"
    yield from (f"l {forms[i].plain}" for i in members if place - _BEFORE <= i < place)
    yield from (f"r {forms[i].stem}" for i in members if place < i <= place + _BEHIND)


def _relate_to_question(
    place: int, members: Sequence[int], forms: Sequence[Form], setting: Setting
) -> Iterator[str]:
    """Yield the features of a word under the question that was asked."""
    own, asked = forms[place], setting.asked
    before = forms[place - 1].plain if place else "^"
    yield from (f"asked {asked} f {own.form}", f"asked {asked} st {own.stem}")
    yield from (f"asked {asked} w-1 {before}", f"asked {asked} k {own.known}")
    yield f"asked {asked} pos {min(place - members[0], 2)} {min(members[-1] - place, 2)}"


@cache
def load_weights() -> MarkWeights:
    """Return the weights of all features."""
    return MarkWeights(load_toml(*_FILE)["weights"].splitlines())
