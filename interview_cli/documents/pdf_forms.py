"""The text that was typed into a PDF: values of form fields and free-text annotations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.layout import Line
from interview_cli.pdf_library import pymupdf

_LINE_HEIGHT_PT = 12.0
_TEXT_FIELDS = ("Text", "ListBox", "ComboBox")
_MARKS = ("CheckBox", "RadioButton")
_FREE_TEXT = "FreeText"
_CHECKED = "☑"


def add_entries(page: Any, lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines of a page with what was typed into it, each value beside its label.

    Comments of a reviewer are left out.
    """
    found = list(lines)
    for widget in page.widgets():
        if text := _find_value(widget):
            box = pymupdf.Rect(widget.rect) * page.derotation_matrix
            found = _place_value(text, box, found, account)
    for annotation in page.annots():
        text = (annotation.info.get("content") or "").strip()
        box = pymupdf.Rect(annotation.rect) * page.derotation_matrix
        if annotation.type[1] == _FREE_TEXT:
            found += _make_lines(text, box, found, account)
        elif text:
            account.hold(text)
            if not account.leave_out(Reason.COMMENT, text):
                found += _make_lines(text, box, found, account)
    return found


def _find_value(widget: Any) -> str:
    value = widget.field_value
    if widget.field_type_string in _TEXT_FIELDS:
        values = value if isinstance(value, (list, tuple)) else [value]
        return "\n".join(str(item) for item in values if item).strip()
    if widget.field_type_string in _MARKS and value not in (None, False, "", "Off"):
        return _CHECKED
    return ""


def _place_value(text: str, box: Any, lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines with a value behind the label at its left, if there is one."""
    drawn = [line for line in lines if _is_inside(line, box)]
    if not drawn:
        account.hold(text)
    value = " ".join(line.text.strip() for line in drawn) or " ".join(text.split())
    others = [line for line in lines if line not in drawn]
    labels = [
        line
        for line in others
        if line.right <= box.x0 + 1 and line.top < box.y1 and line.bottom > box.y0
    ]
    if not labels:
        return [*others, Line(box.x0, box.x1, box.y0, box.y0 + _LINE_HEIGHT_PT, value)]
    label = max(labels, key=lambda line: line.right)
    others.remove(label)
    return [*others, replace(label, right=box.x1, text=f"{label.text.rstrip()}  {value}")]


def _is_inside(line: Line, box: Any) -> bool:
    x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    return bool(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1)


def _make_lines(text: str, box: Any, lines: Sequence[Line], account: Account) -> Iterator[Line]:
    """Yield a text as lines in a box, except what the page shows there already."""
    there = " ".join(line.text for line in lines if line.top < box.y1 and line.bottom > box.y0)
    for number, words in enumerate(text.splitlines()):
        if words.strip() and " ".join(words.split()) not in " ".join(there.split()):
            account.hold(words)
            top = box.y0 + number * _LINE_HEIGHT_PT
            yield Line(box.x0, box.x1, top, top + _LINE_HEIGHT_PT, words)
