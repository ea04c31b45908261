"""Measure which job of a CV is taken for the latest: `python -m benchmarks.cv_roles`.

`questions/cv-roles.toml` holds the titles that a reader would say. `--misses` prints what differs.
"""

import sys
import tomllib
from pathlib import Path

from benchmarks.questions import load_pairs
from interview_cli.requirements.cv_roles import find_roles

_RECENT_YEARS = 3
_MARKS = Path(__file__).parent / "questions" / "cv-roles.toml"


def main() -> None:
    marks = tomllib.loads(_MARKS.read_text("utf-8"))
    for half, entries in marks.items():
        pairs = load_pairs(half)
        found = {}
        for name in entries:
            roles = find_roles(pairs[name]["cv"])
            if roles and roles[0].years_earlier <= _RECENT_YEARS:
                found[name] = roles[0].title
        right = sum(title in entries[name] for name, title in found.items())
        sure = sum(bool(titles) for titles in entries.values())
        print(f"{half}: {right} of {len(found)} titles are right; {sure} CVs have one")
        if "--misses" in sys.argv:
            for name, titles in entries.items():
                title = found.get(name)
                if title not in titles and (title or titles):
                    print(f"  {name}: {title!r} for {titles}")


if __name__ == "__main__":
    main()
