"""Read the letters that say whether a criterion is essential or desirable, wherever they stand.

    Driving licence     E     A/I
    E: Driving licence
    Driving licence (E)
    Driving licence,E

Other modules read the letters in the cells of a table with bars, so these lines become such rows.
"""

import re
from collections.abc import Sequence

_CODE_BEFORE = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s+)?[(\[]?(?P<code>[ED])(?:[)\]]|\s*[:.–—-](?=\s)|(?=\s{2}))\s+"
    r"(?P<criterion>\w.*)$"
)
_CODE_BEHIND = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?P<criterion>\w.*?)\s*"
    r"(?:\s[–—-]\s*|[(\[]|,\s?)(?P<code>[ED])[)\]]?\.?$"
)
# How it is assessed may stand in the next column.
_CODE_IN_COLUMN = re.compile(
    r"^(?P<criterion>\S(?:.*?\S)?)\s{3,}(?P<code>[ED])"
    r"(?:\s{3,}[A-Z]{1,2}(?:(?:\s?[/,]\s?|\s)(?:[A-Z]{1,2}\b|[A-Z][a-z]+))*)?$"
)
_CODE_HEADS = re.compile(r"(?<=\S)\s{3,}[A-Z](?:\s?/\s?[A-Z])+$")
_MIN_CODES = 2


def mark_codes(lines: Sequence[str]) -> list[str]:
    """Return lines of which those with E for essential or D for desirable are rows with bars.

    The letter stands before or behind the criterion. One such line alone is left as it is, unless
    the letter stands in a column.
    """
    found = [_CODE_BEFORE.match(line) or _CODE_BEHIND.match(line) for line in lines]
    if sum(code is not None for code in found) < _MIN_CODES:
        found = [None] * len(lines)
    marked = []
    for line, code in zip(lines, found, strict=True):
        in_column = _CODE_IN_COLUMN.match(line) or code
        bare = _CODE_HEADS.sub("", line)
        marked.append(f"| {in_column['criterion']} | {in_column['code']} |" if in_column else bare)
    return marked
