"""Findings: what a check of the settings, the store or the endpoint found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from interview_cli.errors import InterviewError
from interview_cli.next_step import Hint

Outcome = Literal["ok", "warning", "error", "skipped"]


@dataclass(frozen=True)
class Finding:
    """What one check found, and what to do about it."""

    check: str
    """The name of the check, such as `home`."""
    outcome: Outcome
    message: str
    hint: Hint | None = None
    exit_code: int = 0
    """The exit code of a command that meets this; 0 unless the outcome is an error."""

    @classmethod
    def of_error(cls, check: str, error: InterviewError, exit_code: int | None = None) -> "Finding":
        """Return the finding for an error that a command would end with."""
        return cls(check, "error", error.message, error.hint, exit_code or error.exit_code)


def find_worst(findings: Iterable[Finding]) -> Finding | None:
    """Return the first error with the lowest exit code, or None if there are only warnings."""
    errors = [finding for finding in findings if finding.exit_code]
    return min(errors, key=lambda finding: finding.exit_code, default=None)
