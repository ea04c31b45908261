"""The sections of a CV: which of them a thing belongs in."""

import re

_SECTIONS = {
    "experience": r"experience|employment|work\b|career|positions|jobs|background|research",
    "skills": r"skills|tools|technologies|expertise|competenc|strengths|languages and",
    "training": r"education|qualifications|training|certificat|courses|licen[cs]es|registrations?",
    "profile": r"profile|summary|about me|personal statement|objective",
}
_MAX_WORDS = 5


def section_for(kind: str, cv_text: str) -> str | None:
    """The heading, as it is written, of the CV's section for `experience`, `skills`, `training` or
    the `profile`; None where it has none of that kind."""
    for line in cv_text.splitlines():
        words = re.sub(r"[#*_:]+", " ", line).strip()
        is_short = 0 < len(words.split()) <= _MAX_WORDS and not words.endswith((".", ","))
        is_heading = line.lstrip().startswith("#") or words.istitle() or words.isupper()
        is_heading = is_heading or line.rstrip().endswith(":") or words[:1].isupper()
        if is_short and is_heading and re.search(rf"\b(?:{_SECTIONS[kind]})", words, re.IGNORECASE):
            return words
    return None
