"""Pages that can be followed step by step are: their commands run as written, in a fresh home."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

DOCS = EXAMPLES.parent / "docs"
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Followed:
    """What a page left behind when its commands had run."""

    folder: Path
    stdout: str
    stderr: str


def read_blocks(page: str) -> list[str]:
    """Return the commands of a page, block by block."""
    text = (DOCS / page).read_text("utf-8")
    blocks = re.findall(r"(?:^    .*\n)+", text, re.MULTILINE)
    assert len(blocks) == text.count("\n\n    ")
    return [textwrap.dedent(block) for block in blocks]


@pytest.fixture
def follow(tmp_path: Path) -> Callable[[str], Followed]:
    def run(page: str) -> Followed:
        folder = tmp_path / "examples"
        shutil.copytree(EXAMPLES, folder)
        program = Path(sys.executable).parent
        environment = {"PATH": f"{program}:{os.environ['PATH']}", "HOME": str(tmp_path)}
        done = subprocess.run(
            ["sh", "-eu", "-c", "".join(read_blocks(page))],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert "error" not in done.stderr
        return Followed(folder, done.stdout, done.stderr)

    return run


def test_the_page_for_coaches(follow: Callable[[str], Followed]) -> None:
    done = follow("coaching.md")
    assert (done.folder / "jo.pdf").read_bytes().startswith(b"%PDF")
    assert re.search(r"^velora-backend-engineer \d+$", done.stdout, re.MULTILINE)
    assert not (done.folder / "clients" / "sam").exists()
    assert not (done.folder.parent / ".local").exists()  # nothing went to the default home


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed: docs/scripts.md not tried")
def test_the_page_for_script_authors(follow: Callable[[str], Followed]) -> None:
    done = follow("scripts.md")
    assert re.search(r"^2 of 8: \S", done.stdout, re.MULTILINE)
    assert re.search(r"^conflict: interview ask", done.stdout, re.MULTILINE)
    assert (done.folder / "report.md").read_text("utf-8").startswith("# Backend Engineer, Velora")
    assert list((done.folder / "batch" / "sessions").iterdir()) == []  # both are deleted
    assert not (done.folder.parent / ".local").exists()


def test_the_page_for_employers(follow: Callable[[str], Followed]) -> None:
    done = follow("employers.md")
    posting = json.loads((done.folder / "nurse.jsonld").read_text("utf-8"))
    assert posting["@type"] == "JobPosting"
    assert "atient records" not in json.dumps(posting)
    assert "senior" in posting["description"]
    assert (done.folder / "nurse.pdf").read_bytes().startswith(b"%PDF")
    session, question = done.stdout.splitlines()[-2:]
    assert len(session) == 36
    assert len(question.split()) > 3
