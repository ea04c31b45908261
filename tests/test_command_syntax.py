"""Only the front ends write commands and options: what lies below them hands up a `NextStep`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import interview_cli
from tests.cases import each

PACKAGE = Path(interview_cli.__file__).parent
FRONT_ENDS = {"commands", "console", "terminal", "web", "cli.py"}
SPELLER = "render/commands.py"
SYNTAX = re.compile(r"interview [a-z]|(?:^| )--[a-z]")


def literals(path: Path) -> Iterator[str]:
    """Every string of a module that is not a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield node.value


def modules() -> list[str]:
    names = (path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py")))
    return [str(name) for name in names if name.parts[0] not in FRONT_ENDS and str(name) != SPELLER]


@each("module", modules())
def test_no_module_below_the_front_ends_writes_a_command(module: str) -> None:
    assert [text for text in literals(PACKAGE / module) if SYNTAX.search(text)] == []


def test_the_speller_does() -> None:
    assert any(SYNTAX.search(text) for text in literals(PACKAGE / SPELLER))
