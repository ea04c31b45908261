"""Write the worked example of `docs/how-the-score-is-made.md` from the program.

Run it as `python -m docs.worked_example` after a change of a rule or a weight of the offline coach.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from interview_cli.answers.criteria import WEIGHTS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "how-the-score-is-made.md"
BEGIN, END = "<!-- example: written by `make docs` -->\n", "<!-- end of the example -->\n"
_SESSION = (
    "import", "transcript.txt", "--title", "Senior Backend Engineer", "--company", "Velora",
    "--cv", "cv.md", "--job", "job.md",
)  # fmt: skip


def build_page() -> str:
    """Return the page with the example that the program gives now."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{write_example()}{END}{after}"


def write_example() -> str:
    """Return what `feedback --explain` prints of the example, and its first answer by hand."""
    with tempfile.TemporaryDirectory() as home:
        run(home, *_SESSION)
        explained = run(home, "feedback", "--explain")
        feedback = json.loads(run(home, "feedback", "--json"))["feedback"]
    start = explained.index("Answer 1\n")
    indented = re.sub(r"^(?=.)", "    ", explained[start:], flags=re.MULTILINE)
    return f"\n{indented}\n{compute_by_hand(feedback['answers'][0])}\n"


def compute_by_hand(answer: dict[str, Any]) -> str:
    """Write the arithmetic of an answer whose five criteria are all rated, one step at a time."""
    steps = [
        f"{name} {rating} × {WEIGHTS[name] / 100:.2f} = {rating * WEIGHTS[name] / 100:.2f}"
        for name, rating in answer["ratings"].items()
    ]
    total = sum(rating * WEIGHTS[name] for name, rating in answer["ratings"].items()) / 100
    return (
        f"Answer 1 by hand: {'; '.join(steps)}. Their sum is {total:.2f} of 5, and "
        f"20 × {total:.2f} = {20 * total:.1f}, so the score is **{answer['score']}**."
    )


def run(home: str, *words: str) -> str:
    command = [sys.executable, "-m", "interview_cli", "--home", home, "--coach", "offline", *words]
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        command,
        cwd=ROOT / "examples",
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    PAGE.write_text(build_page(), "utf-8")
