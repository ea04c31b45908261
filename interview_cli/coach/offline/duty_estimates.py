"""Estimate how likely a duty of an ad is the job's own and can be said in a question.

A logistic regression on marks (`benchmarks/questions/duties.toml`), whose weights are in
`duty_weights.toml`; `python -m benchmarks.duty_fit` fits them. What makes a duty worth a question
is that other jobs do not have it. The features:

- rare: how few trades use the rarest word of it
- own: how much the job's own trade uses a word of it
- again: the share of its words that the ad has twice
- chore: it is done beside the work: "keeping your bench tidy", "answering the phone"
- weak: its verb says little: "taking", "keeping"
- vague: it is about what may be anything: "plans", "activities"
- bare: where or when it is done stands for what is done: "serving at the counter"
- single: a single word follows the verb: "booking appointments" says more than "taking payments"
- capitals: how many words are short forms, which an ad explains elsewhere
- personal: it says "your", "our" or "us"
- definite: it is about one thing that only the ad knows: "the log"
- pair: it is about two things
- placed: how many prepositions tell more of it
"""

import math
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.share_estimates import estimate_share, load_least_share
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.requirements.ad_reading import find_duty_phrases
from interview_cli.trades.index import find_features, load_index
from interview_cli.trades.recognition import recognise_trade, recognise_trade_of_text
from interview_cli.trades.text_evidence import weigh_feature

_FILE = "duty_weights.toml"
_WORDS = ("interview_cli.coach.offline", "duty_words.toml")
_OWN = ("your", "our", "us")
_MIN_SHORT_FORM = 2
"""Letters of a short form: "I" is none."""
_JOBS_KEPT = 4


def find_core_duties(facts: Facts) -> list[tuple[str, float]]:
    """Return the duties that are likely the job's own, the likeliest first, with the estimates."""
    title, ad = facts.full_title, facts.job_text
    # What a lecturer in Spanish does is teaching Spanish: that is no part of the job.
    parts = [
        duty
        for duty in find_duty_phrases(ad)
        if not content_stems(duty.partition(" ")[2]) <= content_stems(title)
    ]
    rated = [(duty, estimate_duty(duty, title, ad)) for duty in parts]
    likely = [(duty, share) for duty, share in rated if share >= load_least_share(_FILE)]
    return sorted(likely, key=lambda each: -each[1])


def estimate_duty(duty: str, title: str, ad: str) -> float:
    """Return the share of readers, 0 to 1, who would ask about a duty of an ad."""
    return estimate_share(_FILE, measure_duty(duty, title, ad))


def measure_duty(duty: str, title: str, ad: str) -> dict[str, float]:
    """Return the features of a duty of a job, as `find_duty_phrases` words it."""
    verb, *words = duty.split()
    named = [word for word in words if word not in word_list("articles_and_prepositions")]
    stems = content_stems(duty)
    counts = _count_stems(ad)
    rarities, own = zip(*_weigh_words(duty, _find_trade(title, ad)), strict=True)
    prepositions = word_list("articles_and_prepositions") - {"a", "an", "the"}
    return {
        "rare": max(rarities),
        "own": max(own),
        "again": sum(counts[stem] > 1 for stem in stems) / max(1, len(stems)),
        "chore": float(load_rules(*_WORDS)["chore"].pattern.search(duty) is not None),
        "weak": float(verb in load_toml(*_WORDS)["words"]["weak"].split()),
        "vague": float(
            len(named) == 1 and named[0] in load_toml(*_WORDS)["words"]["vague"].split()
        ),
        "bare": float(load_rules(*_WORDS)["bare"].pattern.match(duty) is not None),
        "single": float(len(words) == 1),
        "capitals": float(sum(map(_is_short_form, words))),
        "personal": float(not set(_OWN).isdisjoint(words)),
        "definite": float(words[:1] == ["the"]),
        "pair": float("and" in words),
        "placed": float(sum(word in prepositions for word in words)),
    }


def _is_short_form(word: str) -> bool:
    return word.isupper() and len(word) >= _MIN_SHORT_FORM


def _weigh_words(duty: str, trade: str | None) -> Iterator[tuple[float, float]]:
    """Yield how rare each word is among the trades, and what it says for one of them."""
    yield 0.0, 0.0
    names = load_index()["trades"]
    for word in find_features(duty):
        weights = weigh_feature(word)
        if " " not in word and len(weights.trades):
            own = {names[number]: weight for number, weight in weights.items()}
            yield 1 - math.log(len(own)) / math.log(len(names)), own.get(trade or "", 0.0)


# Each duty of an ad is held against the same ad.
@lru_cache(maxsize=_JOBS_KEPT)
def _count_stems(ad: str) -> Counter[str]:
    return Counter(map(stem_word, tokenize(ad.lower())))


@lru_cache(maxsize=_JOBS_KEPT)
def _find_trade(title: str, ad: str) -> str | None:
    return recognise_trade(title, ad) or recognise_trade_of_text(title, ad)
