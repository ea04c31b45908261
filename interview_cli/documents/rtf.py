"""RTF → text, by striprtf."""

import re
from collections.abc import Callable

from striprtf import striprtf

from interview_cli.documents.extract import Extract

# An innermost group with hidden text, or with letters under two points (sizes are in half points).
_HIDDEN_GROUP = re.compile(r"\{[^{}\\]*(?:\\[^{}]*?)?\\(?:v(?![a-z0])|fs[0-3](?!\d))[^{}]*\}")
_LISTED = re.compile(r"^[ \t]*[•·▪‣\uf0b7][ \t]*", re.MULTILINE)


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """The text with its bullets as hyphens."""
    document = content.decode("latin-1")
    groups = _HIDDEN_GROUP.findall(document)
    hidden = [" ".join(_plain("{\\rtf1\\ansi " + group + "}").split()) for group in groups]
    shown = document if keep_hidden else _HIDDEN_GROUP.sub("", document)
    text = _LISTED.sub("- ", _plain(shown))
    return Extract(text, tuple(words for words in hidden if words))


def _plain(document: str) -> str:
    to_text: Callable[..., str] = striprtf.rtf_to_text
    return to_text(document, encoding="cp1252", errors="replace")
