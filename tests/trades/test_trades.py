"""The trades: every file is complete, and no two say the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

import pytest

from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_titles import load_role_words
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import (
    DAILY_WORK,
    Trade,
    TradeText,
    load_daily_work,
    load_trade,
    load_trades,
)
from tests.cases import each

_WORD = re.compile(r"[a-z0-9]+")
_SHINGLE = 5
_MAX_SHARED = 0.3
"""Share of the shorter sentence's shingles that the other may hold: "how do you decide which"."""

_STAGES = ("entry", "experienced", "leading")
_OTHER_PEOPLE = {"apprentice", "trainee", "intern", "apprentices", "trainees", "interns"}
"""Needed as people to work with: they stand in the ad, not in the title."""
_NARROWER_POSTS = {
    "boilermaker",
    "cabinetmaker",
    "chocolatier",
    "commis",
    "conveyancer",
    "district attorney",
    "drafter",
    "dryliner",
    "erector",
    "family solicitor",
    "finisher",
    "external counsel",
    "fixer",
    "general counsel",
    "outside counsel",
    "floor layer",
    "framer",
    "freight forwarder",
    "glazier",
    "hand",
    "headhunter",
    "implementing partner",
    "interviewer",
    "ironworker",
    "loader",
    "mentor",
    "metallurgist",
    "mixologist",
    "notary",
    "optician",
    "partner",
    "patissier",
    "pipefitter",
    "plater",
    "prosecutor",
    "screen reader",
    "slicer",
    "solderer",
    "sourcer",
    "speechwriter",
    "sprayer",
    "stonemason",
    "superintendent",
    "usher",
    "welder",
}
"""A part of a group of posts that is needed, or people to work with."""


def each_trade():
    return [pytest.param(trade, id=name) for name, trade in load_trades().items()]


def load_all() -> dict[str, Trade]:
    """The trades, and what is asked where no trade is known."""
    return {**load_trades(), DAILY_WORK: load_daily_work()}


def each_with_daily_work():
    return [pytest.param(trade, id=name) for name, trade in load_all().items()]


def sentences(trade: Trade) -> list[str]:
    return [each.text for each in (*trade.questions, *trade.situations)]


def events(trade: Trade) -> list[str]:
    return [each.text for each in trade.events]


def shingles(sentence: str, names: frozenset[str]) -> frozenset[tuple[str, ...]]:
    words = [word for word in _WORD.findall(sentence.lower()) if word not in names]
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def shingles_by_sentence() -> dict[tuple[str, str], frozenset[tuple[str, ...]]]:
    """The shingles of each sentence of each trade, without the words of the trade's titles."""
    found = {}
    for name, trade in load_all().items():
        titles = (*trade.titles, trade.label)
        names = frozenset(word for title in titles for word in _WORD.findall(title))
        for sentence in (*sentences(trade), *events(trade)):
            found[name, sentence] = shingles(sentence, names)
    return found


@each("trade", each_trade)
def test_a_trade_is_complete(trade: Trade):
    assert len(trade.titles) >= 15
    assert len(trade.tasks) >= 12
    assert len(trade.situations) >= 8
    assert sum(not event.posts for event in trade.events) >= 3
    for post in (None, *trade.posts):
        assert count_fitting(trade.events, post, "entry") >= 3
    for stage in _STAGES:
        assert sum(stage in question.stages for question in trade.questions) >= 4
    assert set(trade.terms) == {"methods", "tools", "measures", "checks"}
    assert sum(len(terms) for terms in trade.terms.values()) >= 60
    assert sum(not situation.has_manager for situation in trade.situations) >= 5


@each("trade", each_with_daily_work)
def test_nothing_stands_twice_in_a_trade(trade: Trade):
    terms = [term for kind in trade.terms.values() for term in kind]
    tasks = [task.text for task in trade.tasks]
    for entries in (trade.titles, tasks, events(trade), sentences(trade), terms):
        assert sorted(set(entries)) == sorted(entries)


@each("trade", each_trade)
def test_the_work_has_stretches(trade: Trade):
    """They stand in the middle of a question, and no two say the same."""
    names = [stretch.text for stretch in trade.stretches]
    assert names
    assert len(set(names)) == len(names)
    for name in names:
        assert re.match(r"(?:an?|your)\b", name), name
        assert not re.search(r"[.?;:]", name), name
        assert len(name.split()) <= 14, name
    of_posts = [post for stretch in trade.stretches for post in stretch.posts]
    assert set(of_posts) <= set(trade.posts)
    assert len(set(of_posts)) == len(of_posts)


@each("trade", each_with_daily_work)
def test_the_form_of_entries(trade: Trade):
    for title in trade.titles:
        assert title == title.lower().strip()
    for task in (task.text for task in trade.tasks):
        assert re.match(r"[a-z-]+ing\b", task), task
        assert not re.search(r"[.?;]$", task), task
    for event in events(trade):
        assert re.match(r"[a-z]", event), event
        assert not re.search(r"[.?;:]", event), event
        assert len(event.split()) <= 14, event
    for sentence in sentences(trade):
        assert sentence[0].isupper(), sentence
        assert sentence.endswith(("?", ".")), sentence
        assert len(sentence.split()) <= 60, sentence
        assert not re.search(r"[{}“”]", sentence), sentence


def test_no_sentence_stands_twice():
    """Neither in its trade nor in another, nor with a few words changed."""
    by_sentence = shingles_by_sentence()
    holders = defaultdict(list)
    for sentence, parts in by_sentence.items():
        for part in parts:
            holders[part].append(sentence)
    shared = Counter(pair for alike in holders.values() for pair in combinations(alike, 2))
    assert shared
    for (sentence, other), count in shared.items():
        fewest = min(len(by_sentence[sentence]), len(by_sentence[other]))
        assert count / fewest <= _MAX_SHARED, (sentence, other)


def test_daily_work_has_enough_for_every_job():
    for stage in _STAGES:
        assert count_fitting(load_daily_work().questions, None, stage) >= 7


def test_a_trade_that_does_not_exist():
    assert load_trade("alchemy") is None


def texts_of(trade: Trade) -> list[TradeText]:
    return [*trade.tasks, *trade.events, *trade.situations, *trade.questions]


def count_fitting(texts: Iterable[TradeText], post: str | None, stage: str) -> int:
    """Count the texts that a post, or all of the trade, is asked at a stage, whatever the ad."""
    return sum(
        not text.needs
        and (not text.posts or post in text.posts)
        and (not text.stages or stage in text.stages)
        for text in texts
    )


@each("trade", each_trade)
def test_enough_fits_the_whole_trade_and_every_post(trade: Trade):
    for stage in _STAGES:
        assert count_fitting(trade.questions, None, stage) >= 3
        assert count_fitting(trade.situations, None, stage) >= 3
        for post in trade.posts:
            assert count_fitting(trade.questions, post, stage) >= 5, (post, stage)
            assert count_fitting(trade.situations, post, stage) >= 5, (post, stage)


@each("trade", each_trade)
def test_every_title_belongs_to_a_post(trade: Trade):
    assert len(trade.posts) >= 3
    assert [title for title in trade.titles if not trade.find_posts(title)] == []
    for title in sum(trade.posts.values(), ()):
        assert title == title.lower().strip()
        assert content_stems(title), title


@each("trade", each_trade)
def test_texts_name_posts_that_there_are_and_needs_that_are_no_post(trade: Trade):
    for text in texts_of(trade):
        assert set(text.posts) <= set(trade.posts), text
        assert len(text.posts) < len(trade.posts), text
        assert all(need == need.lower().strip() for need in text.needs)
        own = {need for need in text.needs if need.split()[-1] in load_role_words()}
        assert own - _OTHER_PEOPLE <= _NARROWER_POSTS, (own, text)


@pytest.mark.parametrize(
    ("title", "posts"),
    [
        ("Executive Assistant to the General Counsel", {"pas"}),
        ("PA TO THE OFFICE MANAGER", {"pas"}),
        ("Office Manager", {"managers"}),
    ],
)
def test_whom_a_job_serves_is_no_post_of_it(title: str, posts: set[str]) -> None:
    trade = load_trade("administration")
    assert trade is not None
    assert trade.find_posts(title) == posts


@each(
    ("title", "name", "post"),
    [
        ("Mortgage and Protection Adviser", "banking", "mortgage_advisers"),
        ("Motor Claims Handler", "banking", "claims"),
        ("Property Claims Desk Adjuster I (Homeowners)", "banking", "claims"),
        ("Business Systems Analyst, Claims Platforms", "project_management", "business_analysts"),
        ("Home Installation Engineer (Full Fibre)", "electrical_work", "telecoms_technicians"),
        ("Legal Secretary, Private Client", "law", "secretaries"),
        ("Document Controller", "administration", "document_controllers"),
        ("Residential Childcare Worker", "social_work", "residential_workers"),
        ("Bricklayer", "building", "bricklayers"),
        ("Packhouse Worker - Seasonal", "agriculture", "packhouse_workers"),
        ("Project Driver", "driving", "staff_drivers"),
        ("Store Keeper", "warehouse", "storekeepers"),
        ("Sales Administrator", "sales", "sales_office"),
        ("Slate Roofer", "building", "roofers"),
        ("Roading Labourer", "building", "road_crews"),
        ("University Lecturer", "teaching", "university_lecturers"),
    ],
)
def test_a_common_job_has_a_group_of_its_own_with_enough_to_ask(
    title: str, name: str, post: str
) -> None:
    assert recognise_trade(title, "") == name
    trade = load_trade(name)
    assert trade is not None
    assert trade.find_posts(title) == {post}
    assert sum(question.posts == (post,) for question in trade.questions) >= 8
    assert sum(situation.posts == (post,) for situation in trade.situations) >= 4
    assert sum(event.posts == (post,) for event in trade.events) >= 3
