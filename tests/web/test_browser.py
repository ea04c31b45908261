"""The pages in a real browser, run by `python -m tests.browser`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import BROWSER
from tests.conftest import Line
from tests.time_limits import scaled
from tests.web.conftest import Start
from tests.web.test_turns import WiredGate

ROOT = Path(__file__).parent.parent.parent
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None,
        reason="NO BROWSER IS INSTALLED (apt-get install chromium): no page was clicked through",
    ),
]


def build_command(address: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "tests.browser", address, "--browser", str(BROWSER), *words]


@pytest.mark.parametrize(
    "words", [[], ["--width", "360", "--dark"], ["--no-script"]], ids=["desktop", "phone", "plain"]
)
def test_an_interview_and_a_job_post_are_clicked_through(start: Start, words: list[str]) -> None:
    _, _, address = start("--coach", "offline")
    done = subprocess.run(
        build_command(address, *words),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=scaled(300),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_words_appear_as_a_model_writes_them(start: Start, model, line: Line) -> None:
    gate = WiredGate()
    model.always = gate
    _, client, address = start()
    session = client.new()
    with subprocess.Popen(
        build_command(address, "--words", session),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as walk:
        assert walk.stdout
        seen = walk.stdout.readline()
        gate.opened.set()
        output, _ = walk.communicate(timeout=scaled(120))
    assert (seen, walk.returncode) == ("seen\n", 0), seen + output
    assert len(model.requests) == 1
    assert len(line.stored(session)["messages"]) == 1
