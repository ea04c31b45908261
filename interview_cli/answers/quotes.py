"""Find the words of a quote in a text."""

_PLAIN = str.maketrans("‘’‚′“”„″«»‐‑‒–—―\u00a0\u202f", '\'\'\'\'""""""------  ')
_MIN_CHARS = 8
"""A single word needs this many characters: a short one ("I") proves nothing."""


def find_quote(quote: str | None, text: str) -> str | None:
    """Return the passage of a text that a quote repeats word for word; None if the text does not
    contain it.

    White space, quotation marks, apostrophes and dashes may differ, because people and models
    change them when they quote. The passage has the spelling of the text.
    """
    words, source = " ".join((quote or "").split()), " ".join(text.split())
    is_long_enough = " " in words or len(words) >= _MIN_CHARS or words == source
    if not words or not is_long_enough:
        return None
    start = source.translate(_PLAIN).find(words.translate(_PLAIN))
    return source[start : start + len(words)] if start >= 0 else None
