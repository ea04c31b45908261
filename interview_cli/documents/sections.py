"""The sections of a CV or a job ad, as its headings name them."""

import re

_MARK = re.compile(r"^\s*#{1,6}\s+|^\s*\*\*|\*\*\s*$|[:：]\s*$")
_KNOWN = re.compile(
    r"^(?:(?:my|our|your|the|work|professional|career|personal|key|core|technical|relevant|further"
    r"|selected|other|language|it|soft)\s+)*"
    r"(?:profile|summary|objective|about(?: (?:me|us|you|the \w+))?|experience"
    r"|employment(?: history)?|work history|history|education(?: and training)?|training|skills?"
    r"|competenc\w+|languages?|certificat\w+|licen[cs]es|projects?|publications?|awards?|honou?rs"
    r"|volunteer(?:ing)?|voluntary work|interests|hobbies|references?|contact(?: details)?"
    r"|memberships?|responsibilities|duties|tasks|what you(?:'|’)?(?:ll| will) do|requirements?"
    r"|qualifications|what you (?:need|bring)|who you are|what we (?:offer|expect)|nice to have"
    r"|benefits|we offer|how to apply|berufserfahrung|ausbildung|kenntnisse|sprachen|profil"
    r"|aufgaben|anforderungen|wir bieten|expérience|formation|compétences|langues|experiencia"
    r"|educación|habilidades|idiomas)(?:\s+(?:and|&|/)\s+\w+)?$",
    re.IGNORECASE,
)
_MAX_SECTIONS = 12
_MAX_HEADING_WORDS = 6


def sections(text: str) -> tuple[str, ...]:
    """The first twelve headings, in the document's own words, each once."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        is_marked = line.startswith("## ")
        bare = " ".join(_MARK.sub("", _MARK.sub("", line)).split())
        is_short = 0 < len(bare.split()) <= _MAX_HEADING_WORDS
        if is_short and (is_marked or _KNOWN.match(bare)):
            name = bare.capitalize() if bare.isupper() else bare
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_SECTIONS]
