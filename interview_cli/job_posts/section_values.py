"""Find the sentences of a list that are no entries, because they only give values of the post.

The last sentence or line below "Requirements" often names the pay, the hours or how to apply.
"""

import re

from interview_cli.job_posts.claims import Draft, find_claims
from interview_cli.job_posts.clauses import split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import PostField

_SURE: frozenset[PostField | None] = frozenset(
    {
        "salary",
        "employment_type",
        "job_start_date",
        "valid_through",
        "application_contact",
        "total_job_openings",
    }
)
"""Fields whose words are no entry of a list."""
_BESIDE: frozenset[PostField | None] = _SURE | {"shifts", "work_hours", None}
"""Fields that may stand beside them."""


def take_values(text: str, draft: Draft) -> tuple[str, list[str]]:
    """Return the text of a list without the sentences that only give values, and these."""
    parts = filter(strip_marks, split_sentences(text))
    values = [part for part in parts if _gives_values(part, draft)]
    for part in values:
        text = text.replace(part, "", 1)
    return text, values


def _gives_values(sentence: str, draft: Draft) -> bool:
    """Return whether each clause gives values, and one of them is surely no entry."""
    fields: set[PostField | None] = set()
    for clause in split_clauses(sentence):
        claims = find_claims(clause, draft, corrects=True, takes_title=False)
        found = {act.field for act in claims.acts}
        if not found <= _BESIDE or not all(map(_is_frame, claims.remains)):
            return False
        if not claims.acts and not _is_frame(clause):
            return False
        fields |= found
    return not fields.isdisjoint(_SURE)


def _is_frame(text: str) -> bool:
    """Return whether a text only leads to a value: "the salary is"."""
    words = re.findall(r"[^\W_]+", text.lower())
    return load_words("reading.toml", "value_frame").issuperset(words)
