"""Estimate how likely a reader calls a trade's question good for one job and one CV.

A logistic regression on the marks of readers (`benchmarks/questions`), whose weights are in
`trade_weights.toml`; `python -m benchmarks.question_fit` fits them. Its features:

- wide: it was written for many groups of posts
- leading: it was written for people who lead others
- doubt: it was written for some groups of posts, and how unlikely they are those of the job
- strange_doer: it was written for many groups of posts or all, and nobody in the trade is called
  what the job's title says: "Hair Colour *Educator*"
- any_situation: it is a situation that may happen in all jobs of the trade; these read general
- untaught: it was not written for trainees, and somebody is to be taught the work
- presumes: it mentions a thing that neither the title nor the ad names
- rare: in how many of ten posts of its groups readers do not expect what it asks about
- ad_share: the share of its words that the title has, or the ad where it asks for something
- cv_words: how many of its words the CV has
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from interview_cli.coach.offline.claim_estimates import estimate_claim, has_strange_doer
from interview_cli.coach.offline.presupposed import find_presuming
from interview_cli.coach.offline.share_estimates import estimate_share, load_least_share
from interview_cli.english.words import content_stems
from interview_cli.requirements.asked_stems import find_asked_stems
from interview_cli.trades.trades import Trade, TradeText

_FILE = "trade_weights.toml"


class Job(NamedTuple):
    """What is applied for, and by whom."""

    title: str
    ad: str
    cv: str
    is_taught: bool
    """Whether the person is to be taught the work."""


def estimate_texts(
    texts: Iterable[TradeText], trade: Trade, posts: frozenset[str], job: Job
) -> dict[TradeText, float]:
    """Return for each text the share of readers, 0 to 1, who would call it good for a job.

    `posts` are the groups of posts of the job.
    """
    measured = measure_texts(texts, trade, posts, job)
    return {text: estimate_share(_FILE, features) for text, features in measured.items()}


def load_bound() -> float:
    """Return the estimate from which on a question is likely to be good."""
    return load_least_share(_FILE)


def measure_texts(
    texts: Iterable[TradeText], trade: Trade, posts: frozenset[str], job: Job
) -> dict[TradeText, dict[str, float]]:
    """Return the features of each text for a job."""
    texts = list(texts)
    asked, cv_stems = find_asked_stems(job.title, job.ad), content_stems(job.cv)
    presuming = _find_presuming(texts, trade, posts, job)
    situations = frozenset(trade.situations)
    is_strange = has_strange_doer(trade, job.title)

    @cache
    def find_claim(groups: tuple[str, ...]) -> float:
        return max(estimate_claim(trade, group, job.title, job.ad) for group in groups)

    def measure(text: TradeText) -> dict[str, float]:
        stems, is_own = content_stems(text.text), text.is_for_few_posts
        return {
            "wide": float(bool(text.posts) and not is_own),
            "leading": float(text.stages == ("leading",)),
            "doubt": 1 - find_claim(text.posts) if text.posts else 0.0,
            "strange_doer": float(not is_own and is_strange),
            "any_situation": float(not text.posts and text in situations),
            "untaught": float(job.is_taught and text.stages != ("trainee",)),
            "presumes": float(text.text in presuming),
            "rare": 10 - text.of_ten,
            "ad_share": len(stems & asked) / max(1, len(stems)),
            "cv_words": float(len(stems & cv_stems)),
        }

    return {text: measure(text) for text in texts}


def _find_presuming(
    texts: Iterable[TradeText], trade: Trade, posts: frozenset[str], job: Job
) -> frozenset[str]:
    """Return what presumes a thing; what many questions for the post mention is of the post."""
    own = [text for text in (*trade.situations, *trade.questions) if posts & set(text.posts)]
    return find_presuming({text.text for text in (*own, *texts)}, f"{job.title}\n{job.ad}")
