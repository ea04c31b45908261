"""Break the rows of a text box at words; prompt_toolkit breaks them within words."""

import re
from bisect import bisect_right
from itertools import accumulate

from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

Fill = tuple[int, int]
"""A place in a line, and the blanks that are shown before it."""

_TOKEN = re.compile(r"\s|\S+")


class WordWrap(Processor):
    """Shows blanks before each word that would not end on its row."""

    def __init__(self, prefix_columns: int) -> None:
        self._prefix_columns = prefix_columns
        """The columns at the beginning of each row that hold no text."""

    def apply_transformation(self, line: TransformationInput) -> Transformation:
        columns = line.width - self._prefix_columns
        fills = find_fills(fragment_list_to_text(line.fragments), columns)
        if not fills:
            return Transformation(line.fragments)
        places = [place for place, _ in fills]
        totals = [0, *accumulate(count for _, count in fills)]
        shown = [place + total for place, total in zip(places, totals[1:], strict=True)]
        return Transformation(
            _insert_fills(line.fragments, fills),
            source_to_display=lambda place: place + totals[bisect_right(places, place)],
            display_to_source=lambda place: place - totals[bisect_right(shown, place)],
        )


def _insert_fills(fragments: StyleAndTextTuples, fills: list[Fill]) -> StyleAndTextTuples:
    counts = dict(fills)
    filled: StyleAndTextTuples = []
    for place, fragment in enumerate(explode_text_fragments(fragments)):
        if place in counts:
            filled.append(("", " " * counts[place]))
        filled.append(fragment)
    return filled


def find_fills(text: str, columns: int) -> list[Fill]:
    """Return where blanks fill up a row of so many columns, and how many.

    One column of a row is left for the blank after its last word. A word that is too long for a
    row is broken where the row ends.
    """
    fills: list[Fill] = []
    used = 0
    for token in _TOKEN.finditer(text):
        width = get_cwidth(token[0])
        is_split = 0 < used < columns <= used + width
        if is_split and width < columns and not token[0].isspace():
            fills.append((token.start(), columns - used))
            used = 0
        used = _advance(used, token[0], columns)
    return fills


def _advance(used: int, text: str, columns: int) -> int:
    """Return the columns that are used of a row after a text that the end of a row may break."""
    if used + (width := get_cwidth(text)) <= columns:
        return used + width
    for char in text:
        width = get_cwidth(char)
        used = width if used + width > columns else used + width
    return used
