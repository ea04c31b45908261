"""What is kept of rule files from one run to the next."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import interview_cli
from interview_cli.english.rule_cache import RuleCache
from interview_cli.english.rules import RuleFile, load_toml

PACKAGE = Path(interview_cli.__file__).parent
TEXT = 'words = "a b"'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep bytecode, and so rules, in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def list_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def use(text: str = TEXT, source: str = "a|b+") -> None:
    """Parse a file and compile a pattern as one run does."""
    cache = RuleCache("interview_cli.english", "years.toml")
    assert cache.parse(text) == {"words": text.split('"')[1]}
    assert cache.compile("ab", source, re.IGNORECASE) == re.compile(source, re.IGNORECASE)


def refuse(*_: object) -> None:
    raise AssertionError("parsed or compiled again")


def raise_read_only(*_: object) -> None:
    raise OSError


@pytest.mark.slow
def test_every_rule_comes_back_as_it_was_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {}
    for path in sorted(PACKAGE.rglob("*.toml")):
        package = ".".join(path.parent.relative_to(PACKAGE.parent).parts)
        data = load_toml(package, path.name)
        rules = RuleFile(data, RuleCache(package, path.name))
        files[package, path.name] = data, {name: rules[name].pattern for name in rules}
    monkeypatch.setattr(re, "compile", refuse)
    for (package, name), (data, compiled) in files.items():
        kept = RuleFile(data, RuleCache(package, name))
        for group, pattern in compiled.items():
            restored = kept[group].pattern
            assert restored == pattern
            assert restored.groupindex == pattern.groupindex
    assert sum(len(compiled) for _, compiled in files.values()) > 500


def test_the_next_run_neither_parses_nor_compiles(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use()
    assert len(list_files(folder)) == 1
    expected = re.compile("a|b+", re.IGNORECASE)
    monkeypatch.setattr("tomllib.loads", refuse)
    monkeypatch.setattr(re, "compile", refuse)
    cache = RuleCache("interview_cli.english", "years.toml")
    assert cache.parse(TEXT) == {"words": "a b"}
    assert cache.compile("ab", "a|b+", re.IGNORECASE) == expected


def test_a_changed_file_is_read_again() -> None:
    use()
    use('words = "c"', "a|c")
    use('words = "c"', "a|d")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: content[:-7],
        lambda content: content[:40] + b"\0" + content[41:],
        lambda content: b"\0" + content[1:],  # of another version of Python
    ],
    ids=["empty", "cut", "changed", "other Python"],
)
def test_a_damaged_file_is_ignored_and_replaced(
    folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    use()
    (kept,) = list_files(folder)
    content = kept.read_bytes()
    kept.write_bytes(spoil(content))
    use()
    assert kept.read_bytes() == content


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    use()
    assert not list_files(folder)


@pytest.mark.parametrize("is_file", [True, False])
def test_a_folder_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_file: bool
) -> None:
    # A file in place of the folder stops root too.
    (tmp_path / "prefix").write_text("") if is_file else None
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "prefix"))
    monkeypatch.setattr("os.replace", raise_read_only)
    use()


def test_a_python_that_compiles_in_another_way_keeps_no_patterns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("re._compiler._code", lambda *_: [1])
    use()
    monkeypatch.setattr("interview_cli.english.rule_cache._sre", None)
    use()
