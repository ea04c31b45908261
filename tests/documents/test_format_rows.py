"""The table of formats, and what is derived from it."""

import re
from importlib import import_module

import pytest

from interview_cli.documents.formats import (
    FORMATS,
    SUFFIXES,
    Format,
    can_be,
    find_format,
    recognize_format,
)
from tests.cases import each
from tests.conftest import EXAMPLES, Line

ROOT = EXAMPLES.parent
IDS = [row.name for row in FORMATS]


@pytest.mark.parametrize("row", FORMATS, ids=IDS)
def test_each_format_has_its_reader(row: Format) -> None:
    assert callable(import_module(f"interview_cli.documents.{row.reader}").extract_text)
    assert find_format(row.name) is row


def test_names_and_suffixes_are_unique() -> None:
    assert len(set(IDS)) == len(FORMATS)
    assert len(SUFFIXES) == sum(len(row.suffixes) for row in FORMATS)


@each("path", sorted(EXAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_the_examples_are_recognized_as_what_their_suffix_says(path) -> None:
    content = path.read_bytes()
    kind = recognize_format(content)
    assert kind == SUFFIXES.get(path.suffix, "text").replace("Markdown", "text")
    assert can_be(content, kind)


@each("suffix", SUFFIXES)
def test_the_docs_name_each_suffix(suffix: str) -> None:
    table = (ROOT / "docs" / "documents.md").read_text("utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| `.")]
    assert any(f"`{suffix}`" in row for row in rows)


def test_the_docs_name_no_other_suffix() -> None:
    table = (ROOT / "docs" / "documents.md").read_text("utf-8")
    assert set(re.findall(r"`(\.[a-z]+)`", table)) == set(SUFFIXES)


@pytest.mark.parametrize("row", FORMATS, ids=IDS)
def test_the_readme_and_the_help_name_each_format(row: Format, line: Line) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    help_text = line("upload", "--help").stdout
    for text in (readme, help_text):
        assert row.suffixes[0] in text or row.name in " ".join(text.split())
