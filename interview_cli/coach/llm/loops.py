"""Notice that a model writes the same piece again and again."""

_PROBE_CHARS = 24
"""The end of a text that is looked for in the text before it."""
_MIN_REPEATS = 4
_MIN_LOOP_CHARS = 240
"""A shorter repetition may be meant: a rule of hyphens, or deep indentation."""
_WINDOW_CHARS = 4_000


def is_looping(text: str) -> bool:
    """Return whether a text ends in one piece, four times or more, over 240 characters or more.

    The piece may be a single space, and has at most 1,000 characters.
    """
    end = text[-_WINDOW_CHARS:]
    probe = end[-_PROBE_CHARS:]
    earlier = end.rfind(probe, 0, len(end) - 1)
    if len(probe) < _PROBE_CHARS or earlier < 0:
        return False
    period = len(end) - _PROBE_CHARS - earlier
    repeats = max(_MIN_REPEATS, -(-_MIN_LOOP_CHARS // period))
    return end.endswith(end[-period:] * repeats)
