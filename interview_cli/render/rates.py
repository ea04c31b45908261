"""Rate → words and data; a share of fewer than five things is left out."""

from typing import Any

from interview_cli.workflow.rates import Rate


def describe_rate(rate: Rate) -> str:
    """Return the counts, with the share where it is told."""
    counted = f"{rate.count} of {rate.of}"
    return counted if rate.share is None else f"{counted} ({rate.share:.0%})"


def describe_rate_as_data(rate: Rate) -> dict[str, Any]:
    """Return the counts and the share, which is null where it is withheld."""
    return {"count": rate.count, "of": rate.of, "rate": rate.share}
