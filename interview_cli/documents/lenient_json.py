"""Read JSON as people write it by hand: with comments and a comma after the last entry.

The json5 package was weighed: it also reads names without quotes, but is much slower.
"""

import json
import re
from typing import Any

from interview_cli.documents.account import Account
from interview_cli.errors import UnreadableDocument

_STRING = r'"(?:[^"\\]|\\.)*"'
_COMMENT = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?\*/", re.DOTALL)
_LAST_COMMA = re.compile(rf"({_STRING})|,(?=\s*[\]}}])", re.DOTALL)
_HINT = "give a JSON Resume, or the CV as PDF or text"


def parse_json(text: str, source: str, account: Account) -> Any:
    """Return the value of a text. Raises UnreadableDocument, with the line of the error."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise UnreadableDocument(
            f"{source} is not valid JSON: it is nested too deep.", _HINT
        ) from (error)
    except ValueError as error:
        fault = error
    plain = _LAST_COMMA.sub(_keep_string, _COMMENT.sub(_keep_string, text))
    try:
        value = json.loads(plain)
    except (ValueError, RecursionError):
        raise UnreadableDocument(f"{source} is not valid JSON: {_describe(fault)}.", _HINT) from (
            fault
        )
    account.notices.append(
        f"{source} is not valid JSON ({_describe(fault)}); it was read without its comments and "
        "last commas"
    )
    return value


def _keep_string(match: re.Match[str]) -> str:
    return match[1] or ""


def _describe(fault: ValueError) -> str:
    """Return where an error is, without the words around it."""
    if isinstance(fault, json.JSONDecodeError):
        return f"line {fault.lineno}, column {fault.colno}"
    return "a number is too long"
