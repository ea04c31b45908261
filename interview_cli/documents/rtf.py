"""Read RTF with striprtf.

Hidden runs are removed first. Headers, text boxes and footers, which striprtf skips, are read
separately.
"""

import re
from collections.abc import Callable, Iterator

from striprtf import striprtf

from interview_cli.documents.extraction import Extraction
from interview_cli.documents.visibility import HALF_POINTS_A_POINT, is_too_small
from interview_cli.english.bullets import BULLET_DOTS, SYMBOL_FONT_BULLETS

_HIDDEN_SIZES = "|".join(
    str(half_points)
    for half_points in range(100)
    if is_too_small(half_points / HALF_POINTS_A_POINT)
)
_HIDDEN_RUN = re.compile(
    r"\\v(?![a-z0-9])[^{}]*?(?=\\v0|\\plain\b|[{}]|\Z)"
    rf"|\\fs(?:{_HIDDEN_SIZES})(?!\d)[^{{}}]*?(?=\\fs\d|\\plain\b|[{{}}]|\Z)"
)
"""From the start of hidden text or tiny letters to their end or the end of their group."""
_BEFORE_BODY = ("header", "headerf", "headerl", "headerr", "shptxt")
_AFTER_BODY = ("footer", "footerf", "footnote")
_BULLET = re.compile(rf"^[ \t]*[{BULLET_DOTS}{SYMBOL_FONT_BULLETS}][ \t]*", re.MULTILINE)
_MAX_GROUPS = 50


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return headers and text boxes, the body with its bullets as hyphens, then footers."""
    document = content.decode("latin-1")
    hidden = [
        " ".join(_strip_controls(f"{{\\rtf1\\ansi {run}}}").split())
        for run in _find_hidden_runs(document)
    ]
    shown = document if keep_hidden else _HIDDEN_RUN.sub("", document)
    before = [text for name in _BEFORE_BODY for text in _read_groups(shown, name)]
    after = [text for name in _AFTER_BODY for text in _read_groups(shown, name)]
    parts = [*dict.fromkeys(before), _strip_controls(shown).strip(), *dict.fromkeys(after)]
    text = _BULLET.sub("- ", "\n\n".join(filter(None, parts)))
    return Extraction(text, tuple(words for words in hidden if words))


def _find_hidden_runs(document: str) -> Iterator[str]:
    for match in _HIDDEN_RUN.finditer(document):
        yield re.sub(r"^\\(?:v|fs\d)", "", match[0])


def _read_groups(document: str, name: str) -> Iterator[str]:
    """Yield the text of the groups with this control word, at most fifty."""
    for start in list(re.finditer(rf"{{\\{name}(?![a-z])", document))[:_MAX_GROUPS]:
        depth, end = 0, len(document)
        for brace in re.finditer(r"(?<!\\)[{}]", document[start.start() :]):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                end = start.start() + brace.end()
                break
        inside = document[start.end() : end].removesuffix("}")
        yield _strip_controls(f"{{\\rtf1\\ansi {inside}}}").strip()


def _strip_controls(document: str) -> str:
    to_text: Callable[..., str] = striprtf.rtf_to_text
    return to_text(document, encoding="cp1252", errors="replace")
