"""Find what weakens a job post, with the sentence that shows each weakness."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import split_sentences
from interview_cli.models import JobData, JobPost

MOST_MUSTS = 7
"""With more required skills and requirements, people who lack one of them tend not to apply."""


@dataclass(frozen=True)
class Weakness:
    """One weakness of a post."""

    kind: str
    """`pay`, `musts`, `gender_coded` or `vague`."""
    message: str
    word: str = ""
    """The word or phrase that causes the weakness, if there is one."""
    sentence: str = ""
    """The sentence that contains it."""


def find_weaknesses(post: JobPost) -> list[Weakness]:
    """Find what weakens a post, the most important first."""
    texts = _list_sentences(post.job_data)
    return [
        *_check_pay(post.job_data),
        *_check_musts(post),
        *(weakness for text in texts for weakness in _find_coded_words(text)),
        *(weakness for text in texts for weakness in _find_vague_phrases(text)),
    ]


def _check_pay(data: JobData) -> list[Weakness]:
    if not data.has_pay:
        message = "The post does not say what it pays: fewer people apply, and talks fail later."
        return [Weakness("pay", message)]
    missing = {
        "the currency": not data.currency,
        "whether it is for an hour, a month or a year": not data.salary_unit,
    }
    names = [name for name, is_missing in missing.items() if is_missing]
    return [Weakness("pay", f"The pay does not say {' or '.join(names)}.")] if names else []


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


def _find_coded_words(sentence: str) -> Iterator[Weakness]:
    for side in ("masculine", "feminine"):
        for word in _compile_coded(side).findall(sentence):
            message = f"Readers take “{word}” as {side}."
            yield Weakness("gender_coded", message, word, sentence)


def _find_vague_phrases(sentence: str) -> Iterator[Weakness]:
    rules = load_rules("interview_cli.job_posts", "quality.toml")
    for match in rules["vague"].pattern.finditer(sentence):
        message = f"“{match[0]}” says nothing that a reader could check."
        yield Weakness("vague", message, match[0], sentence)


def _list_sentences(data: JobData) -> list[str]:
    texts = [data.title, *split_sentences(data.description)]
    texts += [*data.responsibilities, *data.requirements, *data.benefits]
    return [text for text in texts if text]


@cache
def _compile_coded(side: str) -> re.Pattern[str]:
    words = load_toml("interview_cli.job_posts", "gender_words.toml")[side].split()
    patterns = (re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
