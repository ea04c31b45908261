"""Only the front ends write commands and options: what lies below them hands up a `NextStep`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_cli
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command, spell_hint

PACKAGE = Path(interview_cli.__file__).parent
FRONT_ENDS = {"commands", "console", "terminal", "cli.py"}
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


@pytest.mark.parametrize("module", modules())
def test_no_module_below_the_front_ends_writes_a_command(module: str) -> None:
    assert [text for text in literals(PACKAGE / module) if SYNTAX.search(text)] == []


def test_the_speller_does() -> None:
    assert any(SYNTAX.search(text) for text in literals(PACKAGE / SPELLER))


@pytest.mark.parametrize("action", Action)
def test_every_action_has_a_hint(action: Action) -> None:
    hint = spell_hint(NextStep(action, "01a20601-05a2-751e-92ac-0320bbc26510", number=3))
    assert hint
    assert not re.search(r"[{}]", hint)


def test_a_command_names_the_session_and_what_is_missing() -> None:
    step = NextStep(Action.UPLOAD, "01a20601-05a2-751e-92ac-0320bbc26510", missing=("cv",))
    assert spell_command(step) == "interview upload bbc26510 --cv FILE"
