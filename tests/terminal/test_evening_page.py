"""A job seeker follows docs/the-evening-before.md on a terminal, in a fresh home."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES
from tests.terminal.conftest import Open, Terminal
from tests.terminal.test_practice import answer, skip_rating
from tests.test_pages import read_blocks


def sit(screen: Terminal, questions: int, *, is_study: bool) -> None:
    """Answer the questions of a sitting by the keys that the page names."""
    for number in range(1, questions + 1):
        answer(screen, number, questions)
        if is_study:
            skip_rating(screen)
            screen.wait_for(lambda text: text.endswith("p: pause."))
            screen.type(b"\r")
    if not is_study:
        skip_rating(screen)
    screen.show("Enter: write the report as a PDF")
    screen.type(b"\r")


@pytest.mark.slow
def test_the_evening_before(
    terminal: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    monkeypatch.chdir(folder)
    sittings = []
    for block in read_blocks("the-evening-before.md"):
        for command in block.splitlines():
            words = shlex.split(command)
            screen = terminal(*words[1:], INTERVIEW_COACH="offline", NO_PAGER="1")
            if words[1] == "practice":
                questions = 3 if "--questions" in words else 8
                sittings.append(questions)
                sit(screen, questions, is_study="--study" in words)
            assert screen.end() == 0, (command, screen.text)
            assert "error: " not in screen.seen
    assert sittings == [8, 3]
    assert (folder / "velora-senior-backend-engineer.pdf").exists()
    assert (folder / "stories.pdf").read_bytes().startswith(b"%PDF")
    assert len(list((home / "sessions").iterdir())) == 2
