"""The weights by which a trade's question is chosen."""

import pytest

from benchmarks import question_fit
from benchmarks.questions import load_pairs
from interview_cli.coach.offline.trade_estimates import Job, estimate_texts, load_bound
from interview_cli.trades.trades import load_trades

LAW = load_trades()["law"]
DATES = "How do you keep track of dates that can't be missed?"
FAR = load_pairs("thirtysix")["nanny"]["job"]
NEAR = "\n".join([FAR, *(text.text for text in LAW.questions)])


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert question_fit.FILE.read_text("utf-8") == question_fit.format_fit()


def estimate(title: str, ad: str, question: str) -> float:
    text = next(text for text in LAW.questions if text.text == question)
    job = Job(title, ad, "", is_taught=False)
    return estimate_texts([text], LAW, LAW.find_posts(title), job)[text]


def test_a_title_with_words_of_its_own_may_be_of_a_neighbour() -> None:
    attorney, clerk = (
        estimate(title, NEAR, DATES) for title in ("Patent Attorney", "Patent Formalities Clerk")
    )
    assert clerk < load_bound()
    assert clerk < attorney


def test_an_ad_that_speaks_little_of_a_post_lowers_the_estimate() -> None:
    assert estimate("Patent Attorney", FAR, DATES) < estimate("Patent Attorney", NEAR, DATES)


def test_what_few_posts_of_these_titles_have_is_less_likely_good() -> None:
    rare = "How do you get engineers to tell you about an invention before they publish it?"
    assert estimate("Patent Attorney", NEAR, rare) < estimate("Patent Attorney", NEAR, DATES)
