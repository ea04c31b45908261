"""Whether words said to be quoted stand in a text."""


def verbatim(quote: str | None, text: str) -> str | None:
    """The quote, if its words stand in the text in this order, white space aside; else None."""
    if quote is None or not quote.strip():
        return None
    return quote if " ".join(quote.split()) in " ".join(text.split()) else None
