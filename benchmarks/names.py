"""Count how the functions of the package are named: `python -m benchmarks.names [FOLDER]`.

Counts module-level functions and methods; dunders, properties and overrides are left out. A name is
verb-first when its first word is in `verbs.txt`. Exits with 1 when a bound is missed.
"""

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import interview_cli

PACKAGE = Path(interview_cli.__file__).parent
VERBS = frozenset(Path(__file__).with_name("verbs.txt").read_text("utf-8").split())
EMPTY_VERBS = ("get_", "do_", "handle_", "process_", "make_")
VAGUE = re.compile(r"\bfor one in\b|\b(?:said|told|meant) = ")
FEWEST_VERB_FIRST = 0.5
MOST_ONE_WORD = 0.3
MOST_EMPTY_VERBS = 0.1


@dataclass(frozen=True)
class Name:
    """A function or method, and the file that defines it."""

    name: str
    file: str

    @property
    def words(self) -> list[str]:
        return self.name.strip("_").split("_")


def count_share(names: list[Name], wanted: list[Name]) -> str:
    return f"{len(wanted)} of {len(names)} ({len(wanted) / len(names):.0%})"


def find_names(folder: Path) -> Iterator[Name]:
    """Return the functions and methods below a folder whose names their author could choose."""
    for path in sorted(folder.rglob("*.py")):
        relative = path.relative_to(PACKAGE.parent)
        module = importlib.import_module(".".join(relative.with_suffix("").parts))
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                yield Name(node.name, str(relative))
            elif isinstance(node, ast.ClassDef):
                owner = getattr(module, node.name, None)
                for member in node.body:
                    if isinstance(member, ast.FunctionDef) and not _is_given(member, owner):
                        yield Name(member.name, str(relative))


def _is_given(method: ast.FunctionDef, owner: Any) -> bool:
    """Return whether a method is a dunder, a property or an override, whose name is fixed."""
    if method.name.startswith("__") and method.name.endswith("__"):
        return True
    if any("property" in ast.unparse(decorator) for decorator in method.decorator_list):
        return True
    bases = inspect.getmro(owner)[1:] if owner else ()
    return any(hasattr(base, method.name) for base in bases)


def find_vague_lines(folder: Path) -> Iterator[str]:
    """Return the lines with `for one in`, `said =`, `told =` or `meant =`."""
    for path in sorted(folder.rglob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if VAGUE.search(line):
                yield f"{path.relative_to(PACKAGE.parent)}:{number}: {line.strip()}"


def main() -> int:
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PACKAGE
    names = list(find_names(folder))
    verb_first = [name for name in names if name.words[0] in VERBS]
    one_word = [name for name in names if len(name.words) == 1]
    empty_verbs = [name for name in names if name.name.strip("_").startswith(EMPTY_VERBS)]
    vague = list(find_vague_lines(folder))
    print(f"verb first   {count_share(names, verb_first)}, at least {FEWEST_VERB_FIRST:.0%}")
    print(f"one word     {count_share(names, one_word)}, at most {MOST_ONE_WORD:.0%}")
    print(f"empty verbs  {count_share(names, empty_verbs)}, at most {MOST_EMPTY_VERBS:.0%}")
    print(f"vague lines  {len(vague)}, none allowed", *vague, sep="\n  ")
    if "--list" in sys.argv:
        for name in names:
            mark = "v" if name in verb_first else "1" if name in one_word else " "
            print(f"{mark} {name.file}: {name.name}")
    is_within = (
        len(verb_first) >= FEWEST_VERB_FIRST * len(names)
        and len(one_word) <= MOST_ONE_WORD * len(names)
        and len(empty_verbs) <= MOST_EMPTY_VERBS * len(names)
        and not vague
    )
    return 0 if is_within else 1


if __name__ == "__main__":
    raise SystemExit(main())
