"""The sections of a CV or a job ad."""

import re

from interview_cli.english.headings import is_section_heading

_MARK = re.compile(r"^\s*#{1,6}\s+|^\s*\*\*|\*\*\s*$|[:：]\s*$")
_MAX_SECTIONS = 12
_MAX_HEADING_WORDS = 6


def find_headings(text: str) -> tuple[str, ...]:
    """Return the first twelve headings in the document's own words, each once.

    A heading has at most six words, and `## ` before it or words that often head a section.
    """
    found: dict[str, str] = {}
    for line in text.splitlines():
        bare = " ".join(_MARK.sub("", _MARK.sub("", line)).split())
        is_short = 0 < len(bare.split()) <= _MAX_HEADING_WORDS
        if is_short and (line.startswith("## ") or is_section_heading(bare)):
            name = bare.capitalize() if bare.isupper() else bare
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_SECTIONS]
