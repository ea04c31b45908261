"""Scores in words."""


def describe_score(score: int | None) -> str:
    """Return a score of 100 in words; None if nothing could be rated."""
    return "not rated" if score is None else f"{score} of 100"
