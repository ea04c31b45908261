"""Print the values of JSON as text; none that holds something is lost."""

from collections.abc import Collection, Iterator
from typing import Any

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.html_text import has_tags, unescape_fully

_MAX_DEPTH = 12
"""Deeper values are left out."""
_DATE_FIELDS = ("year", "month", "day")


def is_empty(value: Any) -> bool:
    """Whether a value holds nothing: null, blank text, or a list or object of such values."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    if isinstance(value, list):
        return all(map(is_empty, value))
    return value is None or not str(value).strip()


def is_plain(value: Any) -> bool:
    """Whether a value is a text or a number that holds something."""
    return isinstance(value, (str, int, float)) and not is_empty(value)


def format_name(name: str) -> str:
    """Return the name of a field as words: studyType → Study type."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]


class ValuePrinter:
    """Prints values for one document, and notes in its account what is left out."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def print_plain(self, value: Any) -> str:
        """Return a text or a number; HTML becomes text."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        text = unescape_fully(str(value))
        if not has_tags(text):
            return text.strip()
        # Imported here: most files hold no HTML.
        from interview_cli.documents.html import read_fragment

        return read_fragment(text, self._account)

    def join(self, value: Any, *, with_names: bool = True, depth: int = 0) -> str:
        """Return a value of any shape in one line."""
        if depth > _MAX_DEPTH:
            self._account.leave_out(Reason.TOO_DEEP, " ".join(find_leaves(value)))
            return "…"
        if isinstance(value, list):
            items = [
                self.join(item, with_names=with_names, depth=depth + 1)
                for item in value
                if not is_empty(item)
            ]
            return ", ".join(items)
        if isinstance(value, dict):
            return self._join_fields(value, with_names, depth)
        return self.print_plain(value)

    def _join_fields(self, fields: dict[str, Any], with_names: bool, depth: int) -> str:
        shown = {name: item for name, item in fields.items() if not is_empty(item)}
        if shown and set(shown) <= set(_DATE_FIELDS) and all(map(is_plain, shown.values())):
            dates = (self.print_plain(shown[name]) for name in _DATE_FIELDS if name in shown)
            return "-".join(date.zfill(2) for date in dates)
        return ", ".join(
            f"{format_name(name)} {words}" if with_names else words
            for name, item in shown.items()
            if (words := self.join(item, with_names=with_names, depth=depth + 1))
        )

    def join_name(self, value: Any) -> str:
        """Return the parts of a person's name, whatever its shape."""
        if isinstance(value, dict):
            return " ".join(self.join(part) for part in value.values() if not is_empty(part))
        return self.join(value)

    def print_lines(self, value: Any) -> Iterator[str]:
        """Yield a text, or a line for each text of a list."""
        for item in value if isinstance(value, list) else [value]:
            if not is_empty(item):
                yield self.join(item, with_names=False)

    def leave_out(self, reason: Reason, value: Any) -> bool:
        """Note all that a value holds; return whether it is left out."""
        words = " ".join(find_leaves(value))
        return self._account.leave_out(reason, words)


def find_leaves(value: Any, names: Collection[str] = ()) -> Iterator[str]:
    """Yield all texts and numbers in a value, however deep it is, except fields of these names."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting += [item for name, item in part.items() if name not in names][::-1]
        elif isinstance(part, list):
            waiting += part[::-1]
        elif not is_empty(part) and not isinstance(part, bool):
            yield str(part)
