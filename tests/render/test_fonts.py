"""The fonts of a PDF, which are kept unpacked from one run to the next."""

import os
import sys
from pathlib import Path

import pymupdf
import pymupdf_fonts
import pytest

from interview_cli.render import fonts


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep bytecode, and so fonts, in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Count how often the font is unpacked, and make it another one each time."""
    contents: list[bytes] = []

    def unpack() -> bytes:
        contents.append(f"font {len(contents)}".encode())
        return contents[-1]

    monkeypatch.setitem(pymupdf.fitz_fontdescriptors[fonts.REGULAR], "loader", unpack)
    return contents


def test_the_next_run_finds_the_font_unpacked(unpacked: list[bytes]) -> None:
    assert [fonts.load_font(fonts.REGULAR) for _ in range(2)] == [b"font 0"] * 2
    assert len(unpacked) == 1


def test_a_font_of_another_installation_is_unpacked_again(
    unpacked: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts.load_font(fonts.REGULAR)
    other = tmp_path / "pymupdf_fonts.py"
    other.write_text("")
    os.utime(other, (0, 0))
    monkeypatch.setattr(pymupdf_fonts, "__file__", str(other))
    assert fonts.load_font(fonts.REGULAR) == b"font 1"


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert fonts.load_font(fonts.REGULAR).startswith(b"\0\1\0\0")  # a TrueType font
    assert not [path for path in folder.rglob("*") if path.is_file()]
