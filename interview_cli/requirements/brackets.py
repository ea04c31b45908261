"""Brackets in the texts of a job ad: remarks between words, or parts of a name."""

import re

_REMARK = re.compile(r"\s+\([^()]*\)(?!\w)|\((?![A-Z]{1,4}\))[^()]*\)")
"""Not what stands inside a name: "IR(ME)R", "(SEN)CO", "C1(E)"."""


def has_open_bracket(text: str) -> bool:
    """Return whether a bracket begins in a text and does not end."""
    return text.count("(") > text.count(")")


def cut_open_bracket(text: str) -> str:
    """Return a text without a bracket that does not end."""
    return text.rpartition("(")[0].rstrip() if has_open_bracket(text) else text


def remove_remarks(text: str) -> str:
    """Return a text without the brackets in it, but with those inside names."""
    return cut_open_bracket(_REMARK.sub("", text))
