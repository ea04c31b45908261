"""Shares that are told only where enough things were counted."""

from dataclasses import dataclass

MIN_COUNTED = 5
"""A share of fewer things says nothing and is withheld."""


@dataclass(frozen=True)
class Rate:
    """How many of some things have a property."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None for fewer than five things."""
        return round(self.count / self.of, 2) if self.of >= MIN_COUNTED else None
