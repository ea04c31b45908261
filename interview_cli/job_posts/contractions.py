"""Read contractions without their apostrophe as if they had it ("hed"), and drop sounds ("um").

The rules are in `contractions.toml`.
"""

import re

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.job_posts.spelling import find_slips
from interview_cli.text import begin_with_capital

_FILE = ("interview_cli.job_posts", "contractions.toml")


def add_apostrophes(text: str) -> str:
    """Return a text with the apostrophes that its contractions lack: "hed need" → "he'd need"."""
    return load_rules(*_FILE)["bare"].pattern.sub(_spell, text)


def drop_sounds(text: str) -> str:
    """Return a text without the sounds that voice transcripts keep: "um we need uh two"."""
    return load_rules(*_FILE)["sound"].pattern.sub("", text)


def find_own_words(words: str, message: str) -> str:
    """Return words that were read with apostrophes, and spelt right, as the message has them."""
    written = re.escape(words)
    for right, slip in find_slips(message).items():
        written = re.sub(rf"\b{right}\b", f"(?i:{right}|{slip})", written, flags=re.IGNORECASE)
    letters = re.sub(r"(?:\\\s)+", r"\\s+", written).replace("'", "['’]?")
    sound = load_rules(*_FILE)["sound"].pattern.pattern
    letters = letters.replace(r"\s+", rf"\s+(?i:{sound})*")
    found = re.search(letters, message)
    return " ".join(found[0].split()) if found else words


def _spell(match: re.Match[str]) -> str:
    """Spell the contraction, which ends a match."""
    bare = match[0].split()[-1]
    spelt = str(load_toml(*_FILE)["spelt"][bare.lower()])
    spelt = begin_with_capital(spelt) if bare[0].isupper() else spelt
    return f"{match[0].removesuffix(bare)}{spelt}"
