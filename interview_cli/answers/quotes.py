"""Find the words of a quote in a text."""

_PLAIN = str.maketrans("‘’‚′“”„″«»‐‑‒–—―\u00a0\u202f", '\'\'\'\'""""""------  ')
_MIN_CHARS = 8
"""A single word needs this many characters: a short one ("I") proves nothing."""
_OPEN_END = " ,;:-–—"
"""What a quote does not end with."""


def find_quote(quote: str | None, text: str) -> str | None:
    """Return the passage of a text that a quote repeats word for word; None if the text does not
    contain it.

    White space, quotation marks, apostrophes and dashes may differ, because people and models
    change them when they quote. The passage has the spelling of the text, whole words, and no comma
    at its end.
    """
    words, source = " ".join((quote or "").split()), " ".join(text.split())
    is_long_enough = " " in words or len(words) >= _MIN_CHARS or words == source
    if not words or not is_long_enough:
        return None
    start = source.translate(_PLAIN).find(words.translate(_PLAIN))
    return _cut_whole(source, start, start + len(words)) if start >= 0 else None


def _cut_whole(source: str, start: int, end: int) -> str | None:
    """Return a passage with the words whole that it begins and ends in."""
    while start > 0 and source[start - 1].isalnum() and source[start].isalnum():
        start -= 1
    while end < len(source) and source[end - 1].isalnum() and source[end].isalnum():
        end += 1
    return source[start:end].rstrip(_OPEN_END) or None
