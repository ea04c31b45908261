"""Word the entries of a post alike: duties as verbs, no pronouns left over, nothing said twice."""

import re
from collections.abc import Iterable

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import stem_word
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.duty_verbs import find_base_verb
from interview_cli.text import begin_with_capital


def word_duties(entries: Iterable[str]) -> tuple[str, ...]:
    """Return duties with the base form of their verb: "serves guests" → "Serve guests"."""
    duties = [strip_marks(entry) for entry in entries]
    is_mixed = any(" " in duty for duty in duties)  # else all may be names: "mopping", "dusting"
    return merge_entries(_word_duty(duty, takes_single=is_mixed) for duty in duties)


def word_entries(entries: Iterable[str]) -> tuple[str, ...]:
    """Return entries without a pronoun or "the" before them: "them a van" → "A van"."""
    article = load_rules("interview_cli.job_posts", "entries.toml")["article"].pattern
    return merge_entries(
        article.sub("", _strip_pronoun(entry.removeprefix("plus "))) for entry in entries
    )


def word_requirements(entries: Iterable[str], besides: Iterable[str] = ()) -> tuple[str, ...]:
    """Return requirements without shortened words: "3 yrs exp" → "3 years experience"."""
    spelt: dict[str, str] = load_toml("interview_cli.job_posts", "entries.toml")["spelt"]
    words = [
        [spelt.get(word.lower().strip("."), word) for word in entry.split()] for entry in entries
    ]
    return merge_entries(map(" ".join, words), besides)


def merge_entries(entries: Iterable[str], besides: Iterable[str] = ()) -> tuple[str, ...]:
    """Return entries with a capital, without those that repeat another one or `besides`."""
    texts = [begin_with_capital(text) for entry in entries if (text := strip_marks(entry))]
    known = [_find_key(text) for text in besides]
    merged: list[str] = []
    for text in dict.fromkeys(texts):
        key = _find_key(text)
        if key and key not in known:
            known.append(key)
            merged.append(text)
    return tuple(merged)


def _word_duty(entry: str, *, takes_single: bool) -> str:
    text = _strip_pronoun(entry)
    first, space, rest = text.partition(" ")
    base = find_base_verb(first) if rest or takes_single else ""
    if not base:
        return text
    words = rest.removeprefix("of ").split(" ")  # "cleaning of the kitchen"
    for position, word in enumerate(words[1:], start=1):
        if words[position - 1].lower() == "and":
            words[position] = find_base_verb(word) or word
    return f"{base}{space}{' '.join(words)}"


def _strip_pronoun(entry: str) -> str:
    return load_rules("interview_cli.job_posts", "entries.toml")["pronoun"].pattern.sub("", entry)


def _find_key(text: str) -> str:
    """Return the words of an entry by which another one that says the same is recognised."""
    words = re.findall(r"[\w+#]+", text.lower())
    return " ".join(stem_word(word) for word in words if word not in ("a", "an", "the"))
