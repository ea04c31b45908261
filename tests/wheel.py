"""Check what a built wheel holds: `python -m tests.wheel dist/*.whl`."""

import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
MANUAL = "share/man/man1/interview.1"
MAX_BYTES = 8_000_000


def find_faults(wheel: Path) -> list[str]:
    """Return what is missing from a wheel and what is too much; nothing if it is right."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
        scripts = next((name for name in names if name.endswith("/entry_points.txt")), None)
        entries = archive.read(scripts).decode() if scripts else ""
    package = {name for name in names if name.startswith("interview_cli/")}
    others = {name for name in names - package if ".dist-info/" not in name}
    expected = list_source_files()
    return [
        *(f"missing: {name}" for name in sorted(expected - package)),
        *(f"not in the sources: {name}" for name in sorted(package - expected)),
        *(f"does not belong there: {name}" for name in sorted(others) if MANUAL not in name),
        *([] if any(MANUAL in name for name in others) else ["missing: the manual page"]),
        *([] if any("LICENSE" in name for name in names) else ["missing: the licence"]),
        *([] if starts_the_program(entries) else ["missing: the command interview"]),
        *([] if wheel.stat().st_size <= MAX_BYTES else [f"larger than {MAX_BYTES} bytes"]),
    ]


def starts_the_program(entries: str) -> bool:
    """Whether the entry points of a wheel have the command."""
    parser = ConfigParser()
    parser.read_string(entries)
    return parser.get("console_scripts", "interview", fallback="") == "interview_cli.__main__:main"


def list_source_files() -> set[str]:
    """Return the files of the package that are under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "interview_cli"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(listed.stdout.split())


if __name__ == "__main__":
    faults = [fault for name in sys.argv[1:] for fault in find_faults(Path(name))]
    sys.exit("\n".join(faults) if faults else None)
