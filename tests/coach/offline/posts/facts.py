"""Facts of one turn of a job post."""

from typing import Any

from interview_cli.coach.base import PostFacts
from interview_cli.vocabulary import PostField


def build_facts(
    message: str,
    asked: PostField | None = None,
    data: dict[str, Any] | None = None,
    **lists: str,
) -> PostFacts:
    """Return facts; the entries of each list are separated by a bar."""
    return PostFacts(
        fence="0123456789abcdef",
        company_name="Acme",
        message=message,
        conversation=(),
        data=data or {},
        lists={field: tuple(entries.split("|")) for field, entries in lists.items()},  # type: ignore[misc]
        asked=asked,
        is_shown=False,
    )
