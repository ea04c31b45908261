"""The weights by which a trade's question is chosen."""

import pytest

from benchmarks import question_fit
from benchmarks.questions import load_pairs
from interview_cli.coach.offline.trade_estimates import Job, estimate_texts, load_bound
from interview_cli.trades.trades import load_trade


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert question_fit.FILE.read_text("utf-8") == question_fit.format_fit()


def estimate(title: str, ad: str, question: str) -> float:
    trade = load_trade("law")
    assert trade is not None
    text = next(text for text in trade.questions if text.text == question)
    job = Job(title, ad, "", is_taught=False)
    return estimate_texts([text], trade, trade.find_posts(title), job)[text]


def test_a_title_with_words_of_its_own_may_be_of_a_neighbour() -> None:
    question = "What do you ask an inventor in the first half hour?"
    attorney, clerk = (
        estimate(title, "You talk to inventors.", question)
        for title in ("Patent Attorney", "Patent Formalities Clerk")
    )
    assert clerk < load_bound() <= attorney


def test_an_ad_that_speaks_little_of_a_post_lowers_the_estimate() -> None:
    question = "What do you ask an inventor in the first half hour?"
    far = load_pairs("thirtysix")["nanny"]["job"]
    law = load_trade("law")
    assert law is not None
    near = "\n".join([far, *(text.text for text in law.questions)])
    assert estimate("Patent Attorney", far, question) < load_bound()
    assert estimate("Patent Attorney", near, question) > load_bound()
