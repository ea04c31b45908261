"""Read contractions that are written without their apostrophe as if they had it: "hed", "youd".

The rules are in `contractions.toml`.
"""

import re

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.text import begin_with_capital

_FILE = ("interview_cli.job_posts", "contractions.toml")


def add_apostrophes(text: str) -> str:
    """Return a text with the apostrophes that its contractions lack: "hed need" → "he'd need"."""
    return load_rules(*_FILE)["bare"].pattern.sub(_spell, text)


def find_own_words(words: str, message: str) -> str:
    """Return words that were read with apostrophes as the message has them."""
    letters = r"\s+".join(re.escape(word).replace("'", "['’]?") for word in words.split())
    found = re.search(letters, message)
    return " ".join(found[0].split()) if found else words


def _spell(match: re.Match[str]) -> str:
    """Spell the contraction, which ends a match."""
    bare = match[0].split()[-1]
    spelt = str(load_toml(*_FILE)["spelt"][bare.lower()])
    spelt = begin_with_capital(spelt) if bare[0].isupper() else spelt
    return f"{match[0].removesuffix(bare)}{spelt}"
