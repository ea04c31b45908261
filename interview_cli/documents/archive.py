"""The XML parts of DOCX and ODT files, unpacked within limits and parsed without entities."""

import io
import zipfile
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from interview_cli.errors import UnreadableDocument
from interview_cli.settings import MAX_UNPACKED_BYTES


class Archive:
    """Raises UnreadableDocument for what is no archive, or unpacks to more than 50 MB."""

    def __init__(self, content: bytes, source: str) -> None:
        self._source = source
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        self._left_bytes = MAX_UNPACKED_BYTES
        if sum(entry.file_size for entry in self._file.infolist()) > MAX_UNPACKED_BYTES:
            raise self._too_large()

    @property
    def names(self) -> list[str]:
        return self._file.namelist()

    def xml(self, name: str) -> Element:
        """A part, parsed. What its header says of its size is not relied on."""
        try:
            with self._file.open(name) as part:
                content = part.read(self._left_bytes + 1)
        except (KeyError, RuntimeError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise self._damaged() from error
        self._left_bytes -= len(content)
        if self._left_bytes < 0:
            raise self._too_large()
        try:
            root: Element = fromstring(content)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise self._damaged() from error
        return root

    def _damaged(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self._source} is damaged, or protected by a password.", "save it anew, or as PDF"
        )

    def _too_large(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self._source} unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB.",
            "save it without its pictures",
        )
