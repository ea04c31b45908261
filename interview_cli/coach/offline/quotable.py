"""Choose which sentences of an answer a review may quote: those on what the speaker did or does."""

from collections.abc import Iterable

from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.requirements.own_clauses import list_clauses


def keep_own(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences that are mostly about the speaker, and ask and deny nothing."""
    return tuple(filter(_is_own, sentences))


def _is_own(sentence: str) -> bool:
    owns = [is_own for _, is_own in list_clauses(sentence)]
    denies = load_remark_pattern("admits_gap").search(sentence)
    return not denies and "?" not in sentence and sum(owns) * 2 >= len(owns)
