"""Tell whether two phrases are about the same work."""

from interview_cli.english.words import content_stems

_SAME_SHARE = 0.5
"""Two duties are the same if they share so many of the words of the shorter."""


def is_same_work(first: str, second: str) -> bool:
    """Return whether two phrases share at least half of the shorter one's words with meaning."""
    words = content_stems(first), content_stems(second)
    shorter = min(map(len, words))
    return len(words[0] & words[1]) >= shorter * _SAME_SHARE
