"""Job titles as questions name them."""

import re

_TITLE_END = re.compile(r"\s*(?:,|\(|\s[–—-]\s).*$")


def shorten_title(title: str) -> str:
    """Return a job title without what follows a comma, a dash or a bracket."""
    return _TITLE_END.sub("", title) or title
