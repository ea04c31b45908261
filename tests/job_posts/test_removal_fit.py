"""What leaves a post although no rule knows the words that take it away."""

import pytest

from benchmarks import removal_fit
from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.message_words import split_words
from interview_cli.job_posts.reading import read_acts
from interview_cli.job_posts.removal_fit import find_mentions
from interview_cli.post_models import JobData
from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

POST = (
    "title: Gardener\nlocation: Ghent\nlevel: mid\nskills: Excel, pruning\n"
    "requirements: chainsaw ticket, driving licence\n"
    "duties:\n- mow the lawns\n- sweep the paths\n- order the seeds\n"
    "benefits: free lunch, company bike, 24 days off"
)


@each(
    ("message", "field", "lost"),
    [
        ("nix the bike", "benefits", "company bike"),
        ("knock off the lunch, the café shut", "benefits", "free lunch"),
        ("the seeds my wife orders, so not that one", "responsibilities", "order the seeds"),
        ("scratch that bit about the paths the council sweeps them", "responsibilities", "paths"),
        ("the chainsaw ticket we give them, so that isn't a condition", "requirements", "chainsaw"),
    ],
)
def test_what_a_message_takes_away_leaves_the_post(message: str, field: str, lost: str) -> None:
    before, _ = take_turn("", POST)
    changes, _ = take_turn(POST, message)
    assert changes == {field: [entry for entry in before[field] if lost not in entry]}


@each(
    "message",
    [
        "the bike is electric",
        "is a chainsaw ticket too much to ask?",
        "lunch is at noon",
        "leave the bike in",
        "the paths are long",
        "duties: mow the lawns; sweep the paths; order the seeds",
    ],
)
def test_a_remark_on_an_entry_leaves_it(message: str) -> None:
    before, _ = take_turn("", POST)
    changes, _ = take_turn(POST, message)
    lost = [e for field, kept in changes.items() for e in before[field] if e not in kept]
    assert not lost


def test_an_entry_takes_the_number_that_is_said_instead() -> None:
    changes, _ = take_turn(POST, "Take the bike out, and it's 26 days now instead of 24.")
    assert changes["benefits"] == ["free lunch", "26 days off"]


def test_the_words_of_a_removal_are_no_entry_themselves() -> None:
    data = JobData(title="Driver", responsibilities=["field trips", "drive the morning route"])
    turn = Turn("field trips go to those with seniority so nix that one", data=data, is_shown=True)
    assert [(act.kind, act.value) for act in read_acts(turn) if act.field] == [
        ("remove", "field trips")
    ]


def test_an_entry_is_found_where_a_message_names_most_of_it() -> None:
    data = JobData(skills=["Excel"], responsibilities=["sweep the paths", "mow the lawns"])
    words = split_words("The lawns are wet. We sweep paths, not lawns.")
    assert [
        (mention.entry, [words[place].text for place in mention.shared])
        for mention in find_mentions(words, Turn("", data=data))
    ] == [("sweep the paths", ["sweep", "paths"]), ("mow the lawns", ["lawns"])]


def test_the_bound_lets_enough_of_what_goes_be_right() -> None:
    rated = [(_build_pair(goes=goes), rate) for goes, rate in [(True, 3), (True, 2), (False, 1)]]
    assert removal_fit.find_bound(rated) == 2


def _build_pair(*, goes: bool) -> removal_fit.Pair:
    return removal_fit.Pair("tuning", "", "", {}, goes)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_weights_are_what_the_fit_produces() -> None:
    weights = removal_fit.format_weights(removal_fit.collect())
    assert removal_fit.FILE.read_text("utf-8") == weights
