"""Paths as they are typed, or dropped on a terminal."""

from pathlib import Path

import pytest

from interview_cli.console.final_report import find_free_path
from interview_cli.console.prompts import parse_path


@pytest.mark.parametrize(
    "typed",
    [
        "{path}",
        "'{path}'",
        '"{path}"',
        "{escaped}",
        "{escaped} ",
        "file://{quoted}",
        "~/my cv.txt",
        "~/my\\ cv.txt",
    ],
)
def test_a_path_with_a_space(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "my cv.txt"
    path.write_text("x")
    escaped = str(path).replace(" ", "\\ ")
    quoted = str(path).replace(" ", "%20")
    assert parse_path(typed.format(path=path, escaped=escaped, quoted=quoted).strip()) == path


def test_a_path_with_an_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "jo's cv.txt"
    assert parse_path(str(path).replace(" ", "\\ ")) == path
    path.write_text("x")
    assert parse_path(str(path)) == path


@pytest.mark.parametrize("typed", ["~nosuchuser/cv.txt", "word " * 100 + "end", "x" * 300])
def test_a_name_that_no_file_can_have(typed: str) -> None:
    assert parse_path(typed) == Path(typed)


def test_a_report_gets_a_free_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_free_path("../acme").name == "acme.pdf"
    for name in ("acme.pdf", "acme-2.pdf"):
        Path(name).touch()
    assert find_free_path("acme") == Path("acme-3.pdf")
