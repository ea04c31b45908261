"""Pages that can be followed step by step are: their commands run as written, in a fresh home."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

DOCS = EXAMPLES.parent / "docs"


@pytest.mark.slow
@pytest.mark.parametrize("page", ["coaching.md"])
def test_a_page_can_be_followed_as_it_stands(tmp_path: Path, page: str) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    text = (DOCS / page).read_text("utf-8")
    blocks = re.findall(r"(?:^    .*\n)+", text, re.MULTILINE)
    script = "".join(textwrap.dedent(block) for block in blocks)
    program = Path(sys.executable).parent
    environment = {"PATH": f"{program}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    done = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert len(blocks) == text.count("\n\n    ")
    assert "error" not in done.stderr
    assert (folder / "jo.pdf").read_bytes().startswith(b"%PDF")
    assert re.search(r"^velora-backend-engineer \d+$", done.stdout, re.MULTILINE)
    assert not (folder / "clients" / "sam").exists()
    assert not (tmp_path / ".local").exists()  # nothing went to the default home
