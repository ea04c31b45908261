"""Load the trades: what an interviewer in each line of work knows.

Each trade is a TOML file of this package, named like the trade:

    label = "nursing"              # follows "work in"
    titles = ["staff nurse"]       # job titles, in lower case, at least 15
    tasks = ["dressing wounds"]    # phrases that follow "your experience of", at least 12
    events = ["a patient got sick"] # follow "a time as a nurse when", at least 3 for each post
    stretches = ["a round of visits"] # follow "take me through"
    situations = [                 # happen in this trade, and ask what the person does, at least 8
        "A relative asks …",
        { text = "Your manager asks …", has_manager = true },
        { text = "The bank asks why a covenant …", stages = ["leading"] },
        { text = "All the pots come back at once …", posts = ["porters"] },
        { text = "A sample types as A positive …", needs = ["hospital", "blood", "clinical"] },
        { text = "A slide and its block …", posts = ["histologists"], of_ten = 7 },
    ]

    [posts]                        # groups of posts by words of their titles; every title is in one
    porters = ["kitchen porter", "kitchen assistant", "dishwasher"]

    [questions]                    # how the work is done and why, at least 4 for each stage
    trainee = []                   # somebody who has never done the work and is to be taught
    entry = []                     # junior
    experienced = []               # mid and senior
    working = []                   # junior, mid and senior
    skilled = []                   # everybody but trainees
    leading = []                   # lead and executive

An event happens to anybody in the work, whatever the place, and so does a stretch of it. Texts that
fit only a part of the trade name the groups of posts that they fit. Tasks, events, situations and
questions may name words that they need: the title or the ad must hold one of them, in any form
("patients" for "patient"). `of_ten` says in how many of ten posts with these titles, of different
employers, the work is found that a question or a situation is about: the mean of two readers'
judgements (`benchmarks/questions`).

    [terms]                        # words that people of the trade use, at least 60 in all
    methods = []
    tools = []
    measures = []
    checks = []

`daily_work.toml` is not a trade: it asks about a job as such, whatever its trade.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from interview_cli.english.rules import load_toml
from interview_cli.english.words import (
    content_stems,
    split_served,
    split_slashes,
    stem_word,
    tokenize,
    word_list,
)
from interview_cli.vocabulary import Level

DAILY_WORK = "daily_work"
"""What is asked about a job as such."""

_PACKAGE = "interview_cli.trades"
_TITLE_END = re.compile(r"\s[-–—]\s|[,(]")
_AS_IT_STANDS = 1.6
"""A title of two words that stands in another as it is written counts more than one of three whose
words only are there: "coach driver" in "Coach driver, private hire". Marks between the words do not
count: "Loan officer (Microfinance)"."""

_TITLES_KEPT = 20_000
_FEW_POSTS = 3
"""Readers found 97 of 100 texts good that were written for so many groups of posts or fewer and
need no word of the ad, and 65 of 100 of those for more groups (`benchmarks/questions`)."""

_USUAL_OF_TEN = 8.5
"""The mean of what readers said of all texts; texts of which it is true do not write it."""

Stage = Literal["trainee", "entry", "experienced", "leading"]

Applicant = Literal["outsiders", "practised", "employed", "leaders"]
"""Whom a question about a job as such may presume; `daily_work.toml` says who they are."""

STAGES: dict[Level, Stage] = {
    "junior": "entry",
    "mid": "experienced",
    "senior": "experienced",
    "lead": "leading",
    "executive": "leading",
}
"""The stage of a trade's questions that each level is asked."""


def leads(level: Level | None) -> bool:
    """Return whether somebody of a level is asked what leaders are asked."""
    return level is not None and STAGES[level] == "leading"


_STAGES_OF_LIST: dict[str, tuple[Stage, ...]] = {
    "trainee": ("trainee",),
    "entry": ("entry",),
    "experienced": ("experienced",),
    "working": ("entry", "experienced"),
    "skilled": ("entry", "experienced", "leading"),
    "leading": ("leading",),
}
"""The stages at which the questions of each list are asked."""


class TradeText(NamedTuple):
    """A task, an event, a question or a situation of a trade."""

    text: str
    has_manager: bool = False
    """Whether the person has a manager in it; an executive has none."""
    stages: tuple[Stage, ...] = ()
    """The stages that it is asked at; without any, all."""
    posts: tuple[str, ...] = ()
    """Groups of posts that it fits; without any, it fits all of the trade."""
    needs: tuple[str, ...] = ()
    """Words of which the title or the ad must hold one."""
    only_for: tuple[Applicant, ...] = ()
    """What the applicant must be, all of it."""
    of_ten: float = _USUAL_OF_TEN
    """In how many of ten posts with the titles that it was written for readers expect the work."""

    @property
    def is_for_few_posts(self) -> bool:
        """Return whether it was written for one group of posts, or a few."""
        return 0 < len(self.posts) <= _FEW_POSTS

    def is_for(self, level: Level) -> bool:
        """Return whether somebody of a level can be asked it: an executive has no manager."""
        is_own_stage = not self.stages or STAGES[level] in self.stages
        return is_own_stage and not (self.has_manager and level == "executive")


class Trade(NamedTuple):
    """One line of work."""

    name: str
    """The name of its file, as in `customer_service`."""
    label: str
    """Its name in a sentence; it follows "work in"."""
    titles: tuple[str, ...]
    tasks: tuple[TradeText, ...]
    """Phrases that follow "your experience of"."""
    events: tuple[TradeText, ...]
    """Clauses that follow "a time as a nurse when"; each happens to anybody in the work."""
    stretches: tuple[TradeText, ...]
    """Parts of the work from their first to their last step; they follow "take me through"."""
    situations: tuple[TradeText, ...]
    questions: tuple[TradeText, ...]
    posts: dict[str, tuple[str, ...]]
    """Groups of posts, and the titles by which they are known."""
    terms: dict[str, tuple[str, ...]]
    """By kind: methods, tools, measures, checks."""

    def find_posts(self, title: str) -> frozenset[str]:
        """Return the groups of posts of a job title, the longest match: none if none is known.

        Each of two titles has its own: "Lifeguard / Recreation assistant". Whom a job serves is no
        post: "Assistant to the General Counsel". Of posts that fit alike, those of the words before
        a dash, a comma or a bracket count: "Coach driver – private hire".
        """
        titles, head = {title, *split_slashes(title)}, _TITLE_END.split(title)[0]
        matches = {part: self._match_posts(part) for part in titles | {head}}
        found = frozenset().union(*map(matches.__getitem__, titles))
        return found & matches[head] or found

    def match_title(self, group: str, title: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the stems of a group's longest title in a job title, and those of its head.

        The head is what stands before a dash, a comma, a bracket, whom the job serves, or what it
        teaches; of two titles it is the one that the group has.
        """
        stems = find_title_stems(title)
        known = [own for own in map(find_title_stems, self.posts[group]) if own <= stems]
        match: frozenset[str] = max(known, key=len, default=frozenset())
        head = split_served(_TITLE_END.split(title)[0])[0]
        doer = head.split(" in ")[0]  # of a "lecturer in nursing"
        head = doer if match == find_title_stems(doer) else head
        titles = (find_title_stems(each) for each in split_slashes(head))
        return match, next((own for own in titles if match <= own), find_title_stems(head))

    def _match_posts(self, title: str) -> frozenset[str]:
        stems, head = find_title_stems(title), find_title_stems(split_served(title)[0])
        words = " ".join(tokenize(title.lower()))

        def measure_match(own_title: str) -> float:
            own = find_title_stems(own_title)
            if not (own <= stems and own & head):
                return 0
            return len(own) * (_AS_IT_STANDS if own_title in words else 1)

        lengths = {
            group: max(map(measure_match, titles), default=0)
            for group, titles in self.posts.items()
        }
        longest = max(lengths.values(), default=0)
        return frozenset(group for group, length in lengths.items() if 0 < length == longest)


@lru_cache(maxsize=_TITLES_KEPT)
def find_title_stems(title: str) -> frozenset[str]:
    """Return the stems of a title's words: an "under keeper" is not any keeper."""
    words = {word.lower() for word in tokenize(title)} - word_list("title_links")
    return frozenset(map(stem_word, words))


@cache
def load_trades() -> dict[str, Trade]:
    """Return all trades by their names."""
    files = sorted(path.name for path in Path(__file__).parent.glob("*.toml"))
    trades = {file.removesuffix(".toml"): _load_trade(file) for file in files}
    return {name: trade for name, trade in trades.items() if name != DAILY_WORK}


@cache
def load_trade(name: str) -> Trade | None:
    """Return the trade of this name, or None. Reads only its file."""
    file_name = f"{name}.toml"
    try:
        return _load_trade(file_name)
    except FileNotFoundError:
        return None


@cache
def load_vocabulary(name: str) -> frozenset[str]:
    """Return the stems of a trade's terms, titles and tasks."""
    trade = load_trade(name)
    if trade is None:
        return frozenset()
    terms = [term for kind in trade.terms.values() for term in kind]
    tasks = [task.text for task in trade.tasks]
    return content_stems("\n".join([*terms, *trade.titles, *tasks]))


def load_daily_work() -> Trade:
    """Return what is asked about a job as such."""
    return _load_trade(f"{DAILY_WORK}.toml")


@cache
def _load_trade(file_name: str) -> Trade:
    entry = load_toml(_PACKAGE, file_name)
    return Trade(
        name=file_name.removesuffix(".toml"),
        label=entry["label"],
        titles=tuple(entry["titles"]),
        tasks=parse_texts(entry["tasks"]),
        events=parse_texts(entry.get("events", [])),
        stretches=parse_texts(entry.get("stretches", [])),
        situations=parse_texts(entry["situations"]),
        questions=tuple(
            question._replace(stages=_STAGES_OF_LIST[name])
            for name, texts in entry["questions"].items()
            for question in parse_texts(texts)
        ),
        posts={group: tuple(titles) for group, titles in entry.get("posts", {}).items()},
        terms={kind: tuple(terms) for kind, terms in entry["terms"].items()},
    )


def parse_texts(entries: list[str | dict[str, Any]]) -> tuple[TradeText, ...]:
    """Return texts that a file writes as strings, or as tables with what limits them."""
    return tuple(
        TradeText(entry) if isinstance(entry, str) else _parse_text(**entry) for entry in entries
    )


def _parse_text(
    text: str,
    has_manager: bool = False,
    stages: list[Stage] | None = None,
    posts: list[str] | None = None,
    needs: list[str] | None = None,
    only_for: list[Applicant] | None = None,
    of_ten: float = _USUAL_OF_TEN,
) -> TradeText:
    return TradeText(
        text,
        has_manager,
        tuple(stages or ()),
        tuple(posts or ()),
        tuple(needs or ()),
        tuple(only_for or ()),
        of_ten,
    )
