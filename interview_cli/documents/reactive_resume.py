"""Turn the export of Reactive Resume (rxresu.me) into sections of a JSON Resume."""

from typing import Any

from interview_cli.documents.account import Reason
from interview_cli.documents.json_values import ValuePrinter, is_empty

_LAYOUT = (
    "id", "visible", "hidden", "columns", "separateLinks", "icon", "showLinkInTitle", "iconColor",
    "type",
)  # fmt: skip
"""Fields that say how something is drawn."""
_ALWAYS_SETTINGS = ("picture", "metadata", "css")


def is_reactive_resume(value: dict[str, Any]) -> bool:
    """Whether a value has the form of its versions 3 to 5."""
    return isinstance(value.get("sections"), dict) and isinstance(value.get("basics"), dict)


def convert_resume(value: dict[str, Any], printer: ValuePrinter) -> dict[str, Any]:
    """Return the sections of an export under their headings; what it hides is left out."""
    basics = _clean(value["basics"], printer)
    if "headline" in basics:
        basics["label"] = basics.pop("headline")
    fields = basics.pop("customFields", [])
    for field in fields if isinstance(fields, list) else []:
        if isinstance(field, dict):
            name = field.get("name") or field.get("text") or "Note"
            basics[str(name)] = field.get("value") or field.get("text")
    found: dict[str, Any] = {"basics": basics}
    rest = {name: item for name, item in value.items() if name not in ("basics", "sections")}
    for name, section in [("summary", rest.pop("summary", None)), *value["sections"].items()]:
        _add_section(found, name, section, printer)
    for section in rest.pop("customSections", None) or []:
        _add_section(found, "Section", section, printer)
    for name in _ALWAYS_SETTINGS:
        printer.leave_out(Reason.SETTINGS, rest.pop(name, None))
    return found | rest


def _add_section(found: dict[str, Any], name: str, section: Any, printer: ValuePrinter) -> None:
    if name == "custom" and isinstance(section, dict):
        for inner in section.values():
            _add_section(found, "Section", inner, printer)
        return
    if not isinstance(section, dict):
        if not is_empty(section):
            found[name] = section
        return
    if _is_off(section) and printer.leave_out(Reason.MARKED_HIDDEN, section.get("items")):
        return
    heading = str(section.get("name") or section.get("title") or name)
    content = section.get("items", section.get("content"))
    items = [
        cleaned
        for item in (content if isinstance(content, list) else [content])
        if (cleaned := _clean(item, printer)) is not None
        and not (_is_off(item) and printer.leave_out(Reason.MARKED_HIDDEN, cleaned))
    ]
    if not is_empty(items):
        found[heading] = [*found.get(heading, []), *items]


def _is_off(item: Any) -> bool:
    return isinstance(item, dict) and (item.get("visible") is False or item.get("hidden") is True)


def _clean(item: Any, printer: ValuePrinter) -> Any:
    """Return an entry without what only says how it is drawn."""
    if isinstance(item, list):
        return [_clean(part, printer) for part in item]
    if not isinstance(item, dict):
        return item
    for name in (*_LAYOUT, *_ALWAYS_SETTINGS):
        if name in item:
            printer.leave_out(Reason.SETTINGS, item[name])
    return {
        name: _clean(part, printer)
        for name, part in item.items()
        if name not in (*_LAYOUT, *_ALWAYS_SETTINGS) and not (name == "level" and part == 0)
    }
