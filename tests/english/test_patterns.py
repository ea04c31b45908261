"""Expressions that read English stand in rule files, not in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_cli

PACKAGE = Path(interview_cli.__file__).parent
FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
# What a pattern is made of besides the words that it matches: group names, flags, escapes,
# character classes, and repetitions.
SYNTAX = re.compile(r"\(\?P?<\w+>|\(\?P=\w+\)|\(\?[a-zA-Z-]+[:)]|\\.|\[[^\]]*\]|\{[\d,]*\}")
WORD = re.compile(r"[A-Za-z]{3,}")
TECHNICAL = {
    # Names of standards, markup and file formats: no rule of a language.
    "coach/llm": {"think", "thinking", "THINK", "channel", "final", "message"},
}


def patterns(path: Path) -> Iterator[str]:
    """The literal parts of every expression that a module hands to `re`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if is_re and node.func.attr in FUNCTIONS and node.args:
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def words(pattern: str) -> list[str]:
    return WORD.findall(SYNTAX.sub(" ", pattern))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?P<name>\w+)\s[A-Za-z]{3,}", []),
        (r"\bremote(?:ly)?\b", ["remote"]),
        (r"(?i:no|yes)", ["yes"]),
    ],
)
def test_words_of_a_pattern(pattern: str, found: list[str]) -> None:
    assert words(pattern) == found


@pytest.mark.parametrize(
    "module", [str(path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*.py"))]
)
def test_no_pattern_in_python_holds_a_word(module: str) -> None:
    assert {pattern: words(pattern) for pattern in patterns(PACKAGE / module) if words(pattern)} == {}
