"""Expressions that read English stand in rule files, not in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_cli
from tests.cases import each

PACKAGE = Path(interview_cli.__file__).parent
FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
# What a pattern is made of besides the words that it matches: character classes, group names,
# flags, escapes and repetitions.
SYNTAX = re.compile(
    r"\[(?:\\.|[^\]\\])*\]?|\(\?P?<\w+>|\(\?P=\w+\)|\(\?[a-zA-Z-]+[:)]|\\.|\{[\d,]*\}"
)
WORD = re.compile(r"[A-Za-z]{3,}")
FORMAT_WORDS = {
    "console/document_inputs.py": {"https", "ftp"},
    "console/prompts.py": {"file"},
    "documents/html.py": {"xml"},
    "documents/html_hidden.py": {"rgb", "rect"},
    "documents/rtf_page.py": {"HYPERLINK"},
    "documents/symbol_fonts.py": {"SYMBOL"},
    "documents/web_encoding.py": {"meta", "xml", "charset", "encoding"},
    "render/page_breaks.py": {"svg"},
    "render/markdown.py": {"www", "mailto", "xmpp"},
}
"""Keywords of file formats and addresses, which are words of no language."""


def patterns(path: Path) -> Iterator[str]:
    """The literal parts of every expression that a module hands to `re`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if is_re and node.func.attr in FUNCTIONS and node.args:
            yield from literals(node.args[0])


def literals(node: ast.AST) -> Iterator[str]:
    """The strings of an expression, without those inside the braces of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.FormattedValue):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def words(pattern: str) -> list[str]:
    return WORD.findall(SYNTAX.sub(" ", pattern))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?P<name>\w+)\s[A-Za-z]{3,}", []),
        (r"\bremote(?:ly)?\b", ["remote"]),
        (r"(?i:no|yes)", ["yes"]),
    ],
)
def test_words_of_a_pattern(pattern: str, expected: list[str]) -> None:
    assert words(pattern) == expected


@each("module", [str(path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*.py"))])
def test_no_pattern_in_python_holds_a_word(module: str) -> None:
    allowed = FORMAT_WORDS.get(module, set())
    english = {pattern: set(words(pattern)) - allowed for pattern in patterns(PACKAGE / module)}
    assert {pattern: held for pattern, held in english.items() if held} == {}
