"""Find what weakens a job post, with the sentence that shows each weakness."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import split_sentences
from interview_cli.english.years import find_years_asked
from interview_cli.job_posts.advert import LEVELS, describe_pay, find_missing
from interview_cli.job_posts.fairness import (
    describe_ground,
    find_bare_demand,
    find_unfair_demands,
    suggest_instead,
    suggest_title,
)
from interview_cli.job_posts.gender_coding import describe_balance, find_coded_words
from interview_cli.post_models import JobData, JobPost
from interview_cli.vocabulary import PostField

MOST_MUSTS = 7
"""With more required skills and requirements, people who lack one of them tend not to apply."""
WIDEST_RANGE = 2.0
"""A range whose upper end is more than this many times its lower end says little."""
_FILE = ("interview_cli.job_posts", "quality.toml")


@dataclass(frozen=True)
class Weakness:
    """One weakness of a post."""

    kind: str
    """`unlawful`, `pay`, `missing`, `level`, `musts`, `gender_coded`, `gender_balance`, `vague`."""
    message: str
    word: str = ""
    """The words that cause the weakness, if there are any, joined by commas."""
    sentence: str = ""
    """The sentence that contains it."""


def find_weaknesses(post: JobPost) -> list[Weakness]:
    """Find what weakens a post, the most important first. A sentence stands once for each kind."""
    data = post.job_data
    texts = _list_sentences(data)
    names = [data.title, *data.skills]  # their own words are not coded
    coded = [word for text in texts for word in find_coded_words(text)]
    balance = describe_balance(coded)
    return [
        *(weakness for text in [*names, *texts] for weakness in _find_unlawful(text)),
        *check_pay(data),
        *_check_missing(post),
        *_check_level(data),
        *_check_musts(post),
        *(weakness for text in texts for weakness in _describe_coded(text)),
        *([Weakness("gender_balance", balance)] if balance else []),
        *(weakness for text in [*names, *texts] for weakness in _find_vague_phrases(text)),
    ]


def check_pay(data: JobData) -> list[Weakness]:
    """Find what weakens the pay of a post."""
    if not data.has_pay:
        message = "The post does not say what it pays: fewer people apply, and talks fail later."
        return [Weakness("pay", message)]
    missing = {
        "the currency": not data.currency,
        "whether it is for an hour, a month or a year": not data.salary_unit,
    }
    names = [name for name, is_missing in missing.items() if is_missing]
    found = [Weakness("pay", f"The pay does not say {' or '.join(names)}.")] if names else []
    return [*found, *_check_range(data), *_check_amount(data)]


def _check_range(data: JobData) -> Iterator[Weakness]:
    low, high = data.salary_min, data.salary_max
    if low and high and high > WIDEST_RANGE * low:
        yield Weakness(
            "pay",
            f"The range {describe_pay(data)} is so wide that it says little: the upper end is"
            f" {high / low:.1f} times the lower one.",
        )


def _check_amount(data: JobData) -> Iterator[Weakness]:
    """Find an amount that cannot be meant for its unit, in the currencies that are listed."""
    limits = load_toml(*_FILE)["plausible"]
    if data.salary_unit not in limits or data.currency not in limits["currencies"].split():
        return
    least, most = limits[data.salary_unit]
    low, high = data.salary_min or data.salary_max or 0, data.salary_max or data.salary_min or 0
    if low < least or high > most:
        yield Weakness(
            "pay",
            f"The pay of {describe_pay(data)} is not plausible: check the amount and the unit.",
        )


def _check_missing(post: JobPost) -> Iterator[Weakness]:
    data = post.job_data
    names: dict[PostField, str] = load_toml(*_FILE)["names"]
    missing = [names[field] for field in find_missing(data, post.skipped)]
    unsaid = {"employment_type": not data.employment_type, "benefits": not data.benefits}
    worth = [load_toml(*_FILE)["names"][field] for field, is_unsaid in unsaid.items() if is_unsaid]
    if missing:
        yield Weakness("missing", f"The post does not say {', '.join(missing)}.")
    elif worth:
        yield Weakness("missing", f"Readers look for this, too: {', '.join(worth)}.")


def _check_level(data: JobData) -> Iterator[Weakness]:
    """Find years of experience that contradict the level."""
    limits: dict[str, list[int]] = load_toml(*_FILE)["years"]
    if data.experience_level not in limits:
        return
    least, most = limits[data.experience_level]
    for entry in [*data.requirements, *data.skills]:
        years = find_years_asked(entry)
        if years is not None and not least <= years <= most:
            message = f"{years} years do not fit the level “{LEVELS[data.experience_level]}”."
            yield Weakness("level", message, str(years), entry)


def _check_musts(post: JobPost) -> list[Weakness]:
    musts = [entry for entry in post.job_data.requirements if entry not in post.nice_to_have]
    count = len(musts) + len(post.job_data.skills)
    if count <= MOST_MUSTS:
        return []
    return [
        Weakness(
            "musts",
            f"The post requires {count} skills and qualifications. Say which of them are nice to"
            f" have: more than {MOST_MUSTS} keep good people from applying.",
        )
    ]


def _find_unlawful(sentence: str) -> Iterator[Weakness]:
    bare = find_bare_demand(sentence)
    for demand in list(find_unfair_demands(sentence)) or filter(None, [bare]):
        instead = suggest_title(demand.words) or suggest_instead(demand.ground)
        yield Weakness(
            "unlawful",
            f"“{demand.words}” asks for {describe_ground(demand.ground)}, which the law of many"
            f" countries forbids. Instead: {instead}.",
            demand.words,
            sentence,
        )


def _describe_coded(sentence: str) -> Iterator[Weakness]:
    words = find_coded_words(sentence)
    if not words:
        return
    parts = [
        f"“{word.word}” as {word.side}" + (f" (instead: {word.instead})" if word.instead else "")
        for word in dict.fromkeys(words)
    ]
    names = ", ".join(dict.fromkeys(word.word for word in words))
    yield Weakness("gender_coded", f"Readers take {'; '.join(parts)}.", names, sentence)


def _find_vague_phrases(sentence: str) -> Iterator[Weakness]:
    phrases = [match[0] for match in load_rules(*_FILE)["vague"].pattern.finditer(sentence)]
    if phrases:
        quoted = ", ".join(f"“{phrase}”" for phrase in phrases)
        verb = "says" if len(phrases) == 1 else "say"
        message = f"{quoted} {verb} nothing that a reader could check: give a number or an example."
        yield Weakness("vague", message, ", ".join(phrases), sentence)


def _list_sentences(data: JobData) -> list[str]:
    texts = split_sentences(data.description)
    texts += [*data.responsibilities, *data.requirements, *data.benefits]
    return list(dict.fromkeys(text for text in texts if text))
