"""Measure which job of a CV is taken for the latest: `python -m benchmarks.cv_roles`.

`questions/cv-roles.toml` holds the titles that a reader would say. `--misses` prints what differs.
"""

import sys
import tomllib
from pathlib import Path

from benchmarks.questions import load_pairs
from interview_cli.requirements.cv_roles import find_roles

_MARKS = Path(__file__).parent / "questions" / "cv-roles.toml"


def find_latest(cv: str) -> str | None:
    """Return the title of the first of the latest jobs, or None."""
    return next((role.title for role in find_roles(cv) if role.is_latest), None)


def main() -> None:
    marks = tomllib.loads(_MARKS.read_text("utf-8"))
    for half, entries in marks.items():
        pairs = load_pairs(half)
        found = {name: find_latest(pairs[name]["cv"]) for name in entries}
        said = {name: title for name, title in found.items() if title}
        right = sum(title in entries[name] for name, title in said.items())
        sure = sum(bool(titles) for titles in entries.values())
        print(f"{half}: {right} of {len(said)} titles are right; {sure} CVs have one")
        if "--misses" in sys.argv:
            for name, titles in entries.items():
                if found[name] not in titles and (found[name] or titles):
                    print(f"  {name}: {found[name]!r} for {titles}")


if __name__ == "__main__":
    main()
