"""Find the sections of a CV."""

import re

from interview_cli.english.headings import is_cv_heading

_MARKS = re.compile(r"[#*_:]+")
_MAX_WORDS = 5


def find_section_heading(kind: str, cv_text: str) -> str | None:
    """Return the heading, as the CV writes it, of its first section of a kind, or None.

    `kind` is `experience`, `skills`, `training` or `profile`.
    """
    for line in cv_text.splitlines():
        heading = _MARKS.sub(" ", line).strip()
        if _has_form_of_heading(line, heading) and is_cv_heading(heading, kind):
            return heading
    return None


def _has_form_of_heading(line: str, bare: str) -> bool:
    is_short = 0 < len(bare.split()) <= _MAX_WORDS and not bare.endswith((".", ","))
    is_marked = line.lstrip().startswith("#") or line.rstrip().endswith(":")
    return is_short and (is_marked or bare[:1].isupper() or bare.isupper() or bare.istitle())
