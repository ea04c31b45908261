"""Unpack and parse the XML parts of DOCX and ODT files, within limits and without entities."""

import io
import zipfile
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from interview_cli.errors import UnreadableDocument
from interview_cli.limits import MAX_UNPACKED_BYTES


class Archive:
    """A ZIP archive of XML parts.

    Raises UnreadableDocument for a damaged archive, or one that unpacks to more than 50 MB.
    """

    def __init__(self, content: bytes, source: str) -> None:
        self._source = source
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damage_error() from error
        self._left_bytes = MAX_UNPACKED_BYTES
        if sum(entry.file_size for entry in self._file.infolist()) > MAX_UNPACKED_BYTES:
            raise self._size_error()

    @property
    def names(self) -> list[str]:
        return self._file.namelist()

    def read_part(self, name: str) -> bytes:
        """Return the content of a part. Raises UnreadableDocument."""
        try:
            with self._file.open(name) as part:
                # The size in the part's header may be false.
                content = part.read(self._left_bytes + 1)
        except (KeyError, RuntimeError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise self._damage_error() from error
        self._left_bytes -= len(content)
        if self._left_bytes < 0:
            raise self._size_error()
        return content

    def parse_part(self, name: str) -> Element:
        """Return the root element of a part. Raises UnreadableDocument."""
        content = self.read_part(name)
        try:
            root: Element = fromstring(content)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise self._damage_error() from error
        return root

    def _damage_error(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self._source} is damaged or protected by a password.",
            "save it again without a password, or as PDF",
        )

    def _size_error(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self._source} unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB.",
            "save it without its pictures",
        )
