"""RTF → text, by striprtf; hidden runs are cut out first, headers and boxes are lifted in."""

import re
from collections.abc import Callable, Iterator

from striprtf import striprtf

from interview_cli.documents.extract import Extract

# From where hidden text, or letters under two points (sizes are in half points), are switched on to
# where they are switched off or their group ends.
_HIDDEN_RUN = re.compile(
    r"\\v(?![a-z0-9])[^{}]*?(?=\\v0|\\plain\b|[{}]|\Z)"
    r"|\\fs[0-3](?!\d)[^{}]*?(?=\\fs\d|\\plain\b|[{}]|\Z)"
)
_LIFTED = ("header", "headerf", "headerl", "headerr", "shptxt", "footer", "footerf", "footnote")
_LISTED = re.compile(r"^[ \t]*[•·▪‣\uf0b7][ \t]*", re.MULTILINE)
_MAX_LIFTED = 50


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """Headers and text boxes, the text with its bullets as hyphens, footers."""
    document = content.decode("latin-1")
    hidden = [" ".join(_plain(f"{{\\rtf1\\ansi {run}}}").split()) for run in _runs(document)]
    shown = document if keep_hidden else _HIDDEN_RUN.sub("", document)
    lifted = {name: list(_groups(shown, name)) for name in _LIFTED}
    before = [text for name in _LIFTED[:5] for text in lifted[name]]
    after = [text for name in _LIFTED[5:] for text in lifted[name]]
    parts = [*dict.fromkeys(before), _plain(shown).strip(), *dict.fromkeys(after)]
    text = _LISTED.sub("- ", "\n\n".join(filter(None, parts)))
    return Extract(text, tuple(words for words in hidden if words))


def _runs(document: str) -> Iterator[str]:
    for match in _HIDDEN_RUN.finditer(document):
        yield re.sub(r"^\\(?:v|fs\d)", "", match[0])


def _groups(document: str, name: str) -> Iterator[str]:
    """The text of the groups that are no part of the body, which striprtf passes over."""
    for start in list(re.finditer(rf"{{\\{name}(?![a-z])", document))[:_MAX_LIFTED]:
        depth, end = 0, len(document)
        for brace in re.finditer(r"(?<!\\)[{}]", document[start.start() :]):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                end = start.start() + brace.end()
                break
        inside = document[start.end() : end].removesuffix("}")
        yield _plain(f"{{\\rtf1\\ansi {inside}}}").strip()


def _plain(document: str) -> str:
    to_text: Callable[..., str] = striprtf.rtf_to_text
    return to_text(document, encoding="cp1252", errors="replace")
