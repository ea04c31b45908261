"""The image is built from files that exist, and from no others."""

import re
import tomllib
from fnmatch import fnmatch

from tests.conftest import EXAMPLES

ROOT = EXAMPLES.parent
CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")
COPIED = [
    source
    for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.MULTILINE)
    for source in sources.split()
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_what_is_copied_exists_and_is_all_that_the_context_holds() -> None:
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    kept = [rule.removeprefix("!") for rule in rules if rule.startswith("!")]
    assert "*" in rules
    assert sorted(COPIED) == sorted(kept)
    assert all((ROOT / source).exists() for source in COPIED)


def test_what_the_build_names_is_copied() -> None:
    named = [PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]]
    named += PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    named += PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    folders = [f"{source}/*" for source in COPIED]
    assert [
        name for name in named if not any(fnmatch(name, source) for source in (*COPIED, *folders))
    ] == []


def test_the_extras_exist_and_the_user_is_not_root() -> None:
    extras = re.findall(r"^ARG EXTRAS=(.+)$", CONTAINERFILE, re.MULTILINE)
    assert set(extras[0].split(",")) <= set(PROJECT["project"]["optional-dependencies"])
    assert {"web", "postgres"} <= set(extras[0].split(","))  # on files or a database
    user = re.findall(r"^USER (\d+)$", CONTAINERFILE, re.MULTILINE)[-1]
    assert f"--uid {user} " in CONTAINERFILE
    assert int(user) > 0
