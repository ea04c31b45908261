"""Whether words said to be quoted stand in a text."""

_PLAIN = str.maketrans("‘’‚′“”„″«»‐‑‒–—―\u00a0\u202f", '\'\'\'\'""""""------  ')

_MIN_CHARS = 8


def verbatim(quote: str | None, text: str) -> str | None:
    """The words of the text that are quoted, if they stand there in this order; else None.

    White space may differ, and so may the shape of quotation marks, apostrophes and dashes, which
    whoever quotes tends to make their own: what is returned is the text's own. One short word
    ("I") proves nothing.
    """
    words, source = " ".join((quote or "").split()), " ".join(text.split())
    is_telling = " " in words or len(words) >= _MIN_CHARS or words == source
    place = source.translate(_PLAIN).find(words.translate(_PLAIN)) if words and is_telling else -1
    return source[place : place + len(words)] if place >= 0 else None
