"""Findings → what `doctor` prints."""

from collections.abc import Sequence
from typing import Any

from interview_cli.errors import CoachFailed, InvalidInput, StorageFailed
from interview_cli.render.commands import spell_hint
from interview_cli.store.health import Finding, find_worst

_INDENT = " " * 9
_CODES = {failure.exit_code: failure.code for failure in (InvalidInput, CoachFailed, StorageFailed)}


def format_findings(findings: Sequence[Finding]) -> str:
    """Return a line for each finding, and below it what to do about it."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.outcome:<8} {finding.check}: {finding.message}")
        if finding.hint:
            lines.append(f"{_INDENT}→ {spell_hint(finding.hint)}")
    return "\n".join(lines)


def build_health_payload(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the JSON document; with an error it has the fields that every error has."""
    checks = [
        {
            "check": finding.check,
            "outcome": finding.outcome,
            "message": finding.message,
            "hint": spell_hint(finding.hint) if finding.hint else None,
        }
        for finding in findings
    ]
    worst = find_worst(findings)
    if worst is None:
        return {"status": "ok", "checks": checks}
    hint = spell_hint(worst.hint) if worst.hint else None
    code = _CODES[worst.exit_code]
    error = {"status": "error", "code": code, "error": worst.message, "hint": hint}
    return error | {"checks": checks}
