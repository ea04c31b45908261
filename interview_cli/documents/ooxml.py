"""Find the parts of an Office Open XML package by their relationships and content types."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_STRICT = "{http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    "wordprocessingml/main": W,
    "officeDocument/relationships": R,
    "drawingml/main": A,
    "officeDocument/math": M,
}
"""The strict form of the standard (ISO/IEC 29500) has namespaces of its own."""
_MAIN_TYPE = "officeDocument"
_MAIN_CONTENT = ("document.main+xml", "template.main+xml", "main+xml")


@dataclass(frozen=True)
class Relationship:
    """An arrow from one part to another."""

    kind: str
    """The last word of its type: header, styles, aFChunk."""
    target: str
    """The name of the part as the archive spells it; empty for an address outside."""


class Package:
    """The parts of a package. Raises UnreadableDocument for a damaged archive."""

    def __init__(self, content: bytes, source: str) -> None:
        self.archive = Archive(content, source)
        # Programs differ in case, and some write backslashes.
        self._names = {_fold(name): name for name in self.archive.names}

    def find(self, name: str) -> str:
        """Return a part's name as the archive spells it; empty if there is none."""
        return self._names.get(_fold(name), "")

    @cached_property
    def main(self) -> str:
        """The name of the main part; empty if the package has none."""
        for relationship in self.relationships("").values():
            if relationship.kind == _MAIN_TYPE and relationship.target:
                return relationship.target
        named = (
            self.find(override.get("PartName", ""))
            for override in self._find_overrides()
            if override.get("ContentType", "").endswith(_MAIN_CONTENT)
        )
        usual = (name for key, name in self._names.items() if key.startswith("word/document"))
        return next((name for name in (*named, *usual) if name.lower().endswith(".xml")), "")

    def _find_overrides(self) -> Iterator[Element]:
        types = self.find("[Content_Types].xml")
        return self.parse(types).iter() if types else iter(())

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part by their ids; of the package for an empty name."""
        folder, base = posixpath.split(part.replace("\\", "/"))
        name = self.find(posixpath.join(folder, "_rels", f"{base}.rels"))
        if not name:
            return {}
        return {
            element.get("Id", ""): self._parse_relationship(element, folder)
            for element in self.parse(name)
            if isinstance(element.tag, str)
        }

    def _parse_relationship(self, element: Element, folder: str) -> Relationship:
        kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
        if element.get("TargetMode", "").lower() == "external":
            return Relationship(kind, "")
        target = unquote(element.get("Target", "")).replace("\\", "/")
        path = target if target.startswith("/") else posixpath.join("/", folder, target)
        return Relationship(kind, self.find(posixpath.normpath(path)) or self.find(target))

    def related(self, part: str, *kinds: str) -> list[str]:
        """Return the names of the parts of these kinds that a part is related to."""
        return [
            relationship.target
            for relationship in self.relationships(part).values()
            if relationship.kind in kinds and relationship.target
        ]

    def parse(self, name: str) -> Element:
        """Return the root of a part, in the namespaces of the transitional form."""
        root = self.archive.parse_part(name)
        if any(_STRICT in element.tag for element in (root, *root[:1])):
            for element in root.iter():
                element.tag = _translate(element.tag)
                for key in [key for key in element.attrib if key.startswith(_STRICT)]:
                    element.set(_translate(key), element.attrib.pop(key))
        return root

    def read(self, name: str) -> bytes:
        """Return the content of a part."""
        return self.archive.read_part(name)

    @property
    def xml_parts(self) -> Iterator[str]:
        return (name for name in self.archive.names if name.lower().endswith(".xml"))


def _fold(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _translate(name: str) -> str:
    if not name.startswith(_STRICT):
        return name
    namespace, _, local = name[len(_STRICT) :].partition("}")
    return f"{_NAMESPACES.get(namespace, '{' + namespace + '}')}{local}"


def read_value(properties: Element | None, name: str) -> str:
    """Return the w:val of a child; empty if there is no such child or value."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element.get(f"{W}val", "") if element is not None else ""


def is_on(properties: Element | None, name: str) -> bool | None:
    """Return whether a switch is on; None if it is not there."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return None if element is None else element.get(f"{W}val", "1") not in ("0", "false", "off")
