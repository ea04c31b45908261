"""The letters of one paragraph of a DOCX: runs, equations, symbols and fields."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from interview_cli.documents.ooxml import FALLBACK, M, R, W, is_on
from interview_cli.documents.symbol_fonts import read_symbol_field, translate_symbol

_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_OTHER_BLOCKS = (FALLBACK, f"{W}p", f"{W}txbxContent")
DELETED = (f"{W}del", f"{W}moveFrom")


def find_runs(element: Element) -> Iterator[Element]:
    """Yield the runs and equations of a paragraph, in links too, without its text boxes."""
    for child in element:
        if child.tag in (f"{W}r", f"{M}oMath"):
            yield child
        elif child.tag not in (*_OTHER_BLOCKS, *DELETED) and not is_placeholder(child):
            yield from find_runs(child)


def is_placeholder(element: Element) -> bool:
    """Whether an element is an empty field of a template."""
    return element.tag == f"{W}sdt" and bool(is_on(element.find(f"{W}sdtPr"), "showingPlcHdr"))


def read_run(run: Element) -> str:
    """Return the letters of a run or an equation."""
    if run.tag == f"{M}oMath":
        return read_math(run)
    return "".join(map(_read_part, run))


def _read_part(part: Element) -> str:
    if part.tag in (f"{W}t", f"{W}delText"):
        return part.text or ""
    if part.tag == f"{W}sym":
        return _read_symbol(part)
    if part.tag == f"{W}ruby":
        base = part.find(f"{W}rubyBase")
        return "" if base is None else "".join(map(read_run, find_runs(base)))
    if part.tag == f"{W}instrText":
        return read_symbol_field(part.text or "")
    if part.tag == f"{W}fldChar":
        return _read_form_field(part)
    return _CHARACTERS.get(part.tag, "")


def _read_symbol(symbol: Element) -> str:
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return translate_symbol(code, symbol.get(f"{W}font", ""))


def _read_form_field(mark: Element) -> str:
    """Return the choice of a list or the state of a box of an old form."""
    choices = [
        entry.get(f"{W}val", "") for entry in mark.findall(f"{W}ffData/{W}ddList/{W}listEntry")
    ]
    chosen = mark.find(f"{W}ffData/{W}ddList/{W}result")
    number = chosen.get(f"{W}val", "0") if chosen is not None else "0"
    if choices and number.isdigit() and int(number) < len(choices):
        return choices[int(number)]
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = is_on(box, "checked")
    is_checked = is_on(box, "default") if state is None else state
    return "☑ " if is_checked else "☐ "


def read_math(element: Element) -> str:
    """Return an equation in one line: fractions with a slash, powers with a caret."""
    parts = [_read_math_part(child) for child in element]
    if element.tag == f"{M}f" and len(parts) > 1:
        return "/".join(part for part in parts if part)
    if element.tag in (f"{M}sSup", f"{M}sSub", f"{M}sSubSup"):
        marks = {f"{M}sup": "^", f"{M}sub": "_"}
        return "".join(
            marks.get(child.tag, "") + part for child, part in zip(element, parts, strict=True)
        )
    return ("√" if element.tag == f"{M}rad" else "") + "".join(parts)


def _read_math_part(element: Element) -> str:
    if element.tag == f"{M}t":
        return element.text or ""
    return read_run(element) if element.tag == f"{W}r" else read_math(element)


def find_relation(element: Element) -> str:
    """Return the id of the diagram or chart that an element shows; empty if it shows none."""
    if element.tag.endswith("}relIds"):
        return element.get(f"{R}dm", "")
    return element.get(f"{R}id", "") if element.tag.endswith("}chart") else ""
